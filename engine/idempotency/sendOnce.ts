import type { IDataObject } from 'n8n-workflow';

import { isFailure, type Failure } from '../failure';
import type { Ask } from '../operation/reads';
import type { OnceOperation } from '../operation/operation';
import type { Pass } from '../operation/toolCall';
import type { Sender } from '../transport/sender';
import { checkFirst, notChecked } from './checkFirst';
import { judge, judgeFirst, listedBefore, type FirstVerdict, type Verdict } from './evidence';
import type { IdempotencyRecord } from './idempotencyRecord';
import { blind, LookUp, type KnownWrite } from './lookUp';
import type { LookUpResult } from './evidence';
import type { Candidate } from '../operation/candidate';
import { keyUsed, listedAlready, passTooOld, passUsed, notLookedUp, earlierUnknown, ofUnknownOutcome, sentBefore, stateInDoubt, stillUnknown, undoneSince } from './onceFailures';
import type { Standing, WriteMemory } from './writeMemory';

/** What a write that must not happen twice is sent with. */
export interface OnceTools {
	sender: Sender;
	ask: Ask;
	memory: WriteMemory<IDataObject[]>;
	record: IdempotencyRecord;
}

/**
 * Sends one write at most once, however often and from however many places it is asked for:
 *
 * 1. callers of this process with the same key take turns, and the later ones see what the first came to; so do those of one purpose where
 *    another of the purpose stands in the way;
 * 2. the partner is asked whether it has the write already, and whether anything speaks against it;
 * 3. n8n's database records it. What was recorded before is not sent, it is looked up;
 * 4. it is sent, one try;
 * 5. where nothing says what became of it, it is looked up, for as long as the person allows, or sent again under a key that the partner
 *    keeps. What may be told then is the table in `evidence.ts`.
 *
 * What may be sent only with a pass uses it up between 3 and 4. A used one sends nothing more.
 *
 * A clear refusal frees the key. Everything else keeps it. What a person wanted once more is recorded under its plain key as well. Of what sets a state, a second record without the execution stands as long as
 * nobody knows what became of it: no other execution sends the same meanwhile.
 *
 * @param pass what it may be sent with once; left out, it needs none
 * @returns output items, each with `alreadySubmitted` and `outcomeFrom` (`answer` or `lookUp`)
 * @throws Failure; of kind `unknownOutcome` where a person has to find out
 */
export async function sendOnce<P>(operation: OnceOperation<P>, value: P, tools: OnceTools, pass?: Pass): Promise<IDataObject[]> {
	const turn = `${tools.sender.account}:${operation.key(value)}`;
	const plain = `${tools.sender.account}:${(operation.plainKey ?? operation.key)(value)}`;
	const purpose = `${tools.sender.account}:${(operation.purpose ?? operation.key)(value)}`;
	const keys = () => ({ key: tools.memory.keyNow(turn), plainKey: plain === turn ? undefined : plain, purpose });
	const inOwnTurn = async () => await tools.memory.inTurn(turn, async () => await new Attempt(operation, value, keys(), tools, pass).run());
	const inTurn = plain === turn ? inOwnTurn : async () => await tools.memory.inTurn(plain, inOwnTurn);
	// Two that go out at once would both be sent before the partner lists either. Always in this order, so that none waits for one that waits for it.
	return stopsWhenListed(operation, value) ? await tools.memory.inTurn(`purpose ${purpose}`, inTurn) : await inTurn();
}

function stopsWhenListed<P>(operation: OnceOperation<P>, value: P): boolean {
	return operation.stopsWhenListed?.(value) ?? false;
}

type Sent = Extract<Standing<IDataObject[]>, { is: 'unknown' }>;
type Done = Extract<Standing<IDataObject[]>, { is: 'done' }>;

class Attempt<P> {
	private readonly key: string;
	/** Of what is sent once more: the key under which who asks for it plainly finds it. */
	private readonly plainKey: string | undefined;
	/** Whether the record under that is of this attempt. */
	private isPlainOurs = false;
	/** What is noted of it, whatever becomes of it. */
	private readonly about: { fingerprint: string; label: string; purpose: string; passId?: string };
	private readonly lookUp: LookUp<P>;
	/** Whether the record that it is in doubt is of this attempt. */
	private isDoubtOurs = false;

	constructor(
		private readonly operation: OnceOperation<P>,
		private readonly value: P,
		{ key, plainKey, purpose }: { key: string; plainKey: string | undefined; purpose: string },
		private readonly tools: OnceTools,
		private readonly pass: Pass | undefined,
	) {
		this.key = key;
		this.plainKey = plainKey;
		this.about = { fingerprint: operation.content(value), label: operation.label(value), purpose, ...(pass ? { passId: pass.id } : {}) };
		this.lookUp = new LookUp(operation, value, tools.sender);
	}

	async run(): Promise<IDataObject[]> {
		const standing = this.tools.memory.standingOf(this.key);
		if (standing && standing.fingerprint !== this.about.fingerprint) throw keyUsed(this.label, this.adviceInTheWay);
		if (standing?.is === 'done' && this.pass && standing.passId === this.pass.id) throw passUsed(this.label, this.pass.what, standing.ids);
		if (standing?.is === 'done') return await this.again(standing);
		if (standing?.is === 'unknown') return await this.findEarlier(standing);
		return await this.begin();
	}

	/** Of what sets a state: the key of the record that stands while nobody knows what became of it, whichever execution sent it. */
	private get doubtKey(): string {
		return `${this.about.purpose}#in doubt`;
	}

	/** @param isAgain whether another process had it before, and took it back */
	private async begin(isAgain = false): Promise<IDataObject[]> {
		const before = await this.before();
		const first = judgeFirst(before);
		if (first.is === 'this') return await this.foundEarlier(first.candidate);
		await checkFirst(this.operation, this.value, this.tools.ask);
		if (!(await this.tools.record.claim(this.key))) return await this.findEarlier(undefined, isAgain);
		const inTheWay = (stopsWhenListed(this.operation, this.value) ? this.inTheWay(first, before) : undefined) ?? (await this.doubted());
		if (inTheWay) {
			await this.tools.record.free(this.key);
			throw inTheWay;
		}
		await this.usePass();
		if (this.plainKey !== undefined) this.isPlainOurs = await this.alsoClaimed(this.plainKey);
		return await this.send(before);
	}

	/** Uses up what it may be sent with once, in the same record: then no other execution, process or worker of the workflow sends with it. @throws Failure where it was used, or is too old by now */
	private async usePass(): Promise<void> {
		if (!this.pass) return;
		const { id, what, validUntil = Infinity } = this.pass;
		// Reads that came before take their time.
		if (Date.now() > validUntil) await this.stopped(passTooOld(this.label, what));
		const key = `pass ${id}`;
		if (!(await this.alsoClaimed(key))) await this.stopped(passUsed(this.label, what));
		await this.tools.record.keep(key);
	}

	/** Takes the record of this attempt back, since nothing was sent. @throws the failure */
	private async stopped(failure: Failure): Promise<never> {
		await this.tools.record.free(this.key);
		if (this.isDoubtOurs) await this.settleDoubt();
		throw failure;
	}

	/** What keeps it from being sent where others of its purpose stop it: one that the partner lists, or one that this process sent and that is not listed yet. */
	private inTheWay(first: FirstVerdict, before: LookUpResult): Failure | undefined {
		if (first.is === 'blind' && !(this.operation.lookUp?.isOptional ?? false)) return notLookedUp(this.label, before.why);
		if (first.is === 'listed') return listedAlready(this.label, first.candidates, this.adviceInTheWay);
		const stands = (items: IDataObject[]) => !this.operation.setsState && (this.operation.stands?.(items) ?? true);
		const others = this.tools.memory.othersOf(this.key, this.about.purpose).filter((other) => other.is === 'unknown' || stands(other.result));
		if (others.length > 0 && this.operation.setsState) return stateInDoubt(this.label);
		return others.length > 0 ? sentBefore(this.label, others.map(({ label }) => label)) : undefined;
	}

	/** What keeps what sets a state from being sent: that an execution elsewhere, or before a restart, sent the same and nobody knows what became of it. */
	private async doubted(): Promise<Failure | undefined> {
		if (!this.operation.setsState) return undefined;
		this.isDoubtOurs = await this.alsoClaimed(this.doubtKey);
		return !this.isDoubtOurs && stopsWhenListed(this.operation, this.value) ? stateInDoubt(this.label) : undefined;
	}

	/** Records it under a further key. @returns whether nothing was recorded under that before @throws Failure where the store does not work: then its own key is free again */
	private async alsoClaimed(key: string): Promise<boolean> {
		try {
			return await this.tools.record.claim(key);
		} catch (error) {
			await this.tools.record.free(this.key);
			throw error;
		}
	}

	private get label(): string {
		return this.about.label;
	}

	private get adviceInTheWay(): string | undefined {
		return this.operation.whenInTheWay?.(this.value);
	}

	private async send(before: LookUpResult): Promise<IDataObject[]> {
		const { sender, memory, record } = this.tools;
		const standing: Sent = { is: 'unknown', ...this.about, sentAtMs: Date.now(), before: listedBefore(before), ...(before.answer ? { answerBefore: before.answer } : {}) };
		memory.note(this.key, standing);
		let result: IDataObject[];
		let wasDoneBefore: boolean;
		try {
			const request = this.operation.request(this.value);
			if (this.operation.partnersKey) standing.request = request;
			const answer = await sender.once(request);
			wasDoneBefore = answer.status === request.keyed?.firstAnswer;
			result = this.operation.items(answer, this.value);
		} catch (error) {
			const named = isFailure(error) ? this.operation.partnersKey?.matchRefusal?.(error, this.value)?.find(({ likeness }) => likeness === 'same') : undefined;
			if (named) return await this.foundEarlier(named);
			const isThere = isFailure(error) && (isOfSomethingThere(error) || (this.operation.mayBeItself?.(error, this.value) ?? false));
			if (isCertain(error) && !isThere) {
				memory.forget(this.key);
				await record.free(this.key);
				if (this.plainKey !== undefined && this.isPlainOurs) await record.free(this.plainKey);
				// That this one was refused says nothing of an earlier one.
				if (this.isDoubtOurs) await this.settleDoubt();
				throw error;
			}
			// Another write of the workflow may have undone the record, and a process that is killed now leaves nothing else.
			await record.keep(this.key);
			await this.keepPlain(standing);
			if (this.operation.setsState) await record.keep(this.doubtKey);
			const verdict = await this.lookUp.overTime((seen) => this.judged(standing, seen), this.known(standing));
			// One that was refused because it is there was there before.
			if (verdict.is === 'this') return await this.found(verdict.candidate, isThere);
			await record.keep(this.key);
			throw isFailure(error) && verdict.is === 'unknown' ? stillUnknown(ofUnknownOutcome(error, this.label), this.label, verdict) : error;
		}
		return await this.done(result, wasDoneBefore, 'answer');
	}

	/** It was sent by this process, and came to a result. The partner may know more by now. */
	private async again({ result, from }: Done): Promise<IDataObject[]> {
		const verdict = await this.lookUp.overTime((seen) => judge({ is: 'done' }, seen, new Set()), { result });
		if (verdict.is === 'unknown') throw undoneSince(this.label, this.operation.wayOut);
		return verdict.is === 'this' ? await this.found(verdict.candidate, true) : told(result, true, from);
	}

	/** It was sent before, or was about to be, and nothing here says what it came to. */
	private async findEarlier(standing?: Sent, isAgain = false): Promise<IDataObject[]> {
		const verdict = await this.lookUp.overTime((seen) => this.judged(standing, seen), this.known(standing));
		if (verdict.is === 'this') return standing ? await this.found(verdict.candidate, true) : await this.foundEarlier(verdict.candidate);
		if (standing) await this.tools.record.keep(this.key);
		// The partner refused it there: then it is as if nobody had asked. Once is enough, or two would wait for each other for ever.
		else if (!(await this.tools.record.isStill(this.key)) && !isAgain) return await this.begin(true);
		throw earlierUnknown(this.label, verdict.is === 'unknown' ? verdict : { is: 'unknown', couldLook: false, mayBe: [] }, this.operation.wayOut);
	}

	/**
	 * What a look-up is told of it. It may be sent again while the partner keeps its key, and the record does not tell when it was sent.
	 *
	 * @param standing what this process knows of it
	 */
	private known(standing: Sent | undefined): KnownWrite {
		const { keptMs = 0 } = this.operation.partnersKey ?? {};
		const isKept = keptMs === Infinity || (standing !== undefined && Math.abs(Date.now() - standing.sentAtMs) < keptMs);
		return {
			...(standing?.answerBefore ? { before: standing.answerBefore } : {}),
			...(isKept ? { keptRequest: standing?.request ?? this.operation.request(this.value) } : {}),
		};
	}

	/** @param standing what this process knows of it; left out where only the record does */
	private judged(standing: Sent | undefined, seen: LookUpResult): Verdict {
		const otherIds = this.tools.memory.otherIds(this.key, `${this.tools.sender.account}:`);
		return judge(standing ? { is: 'sent', before: standing.before } : { is: 'recorded' }, seen, otherIds);
	}

	private async before(): Promise<LookUpResult> {
		if (this.operation.lookUp?.isOnlyForSent) return blind();
		try {
			return await this.lookUp.now(false);
		} catch (error) {
			// Who wants it once more in any case does not wait for a list that does not work.
			if ((this.operation.isMeantAgain?.(this.value) ?? false) && isFailure(error) && error.kind === 'outage') return blind(error);
			throw notChecked(error, this.label);
		}
	}

	private async found({ items, answered }: Candidate, wasDoneBefore: boolean): Promise<IDataObject[]> {
		return await this.done(items, wasDoneBefore && answered?.isNew !== true, answered ? 'answer' : 'lookUp');
	}

	/** Another process sent it, or this one before it was started anew: what it sent is not known here. */
	private async foundEarlier(candidate: Candidate): Promise<IDataObject[]> {
		return await this.found({ ...candidate, items: candidate.itemsOfEarlier ?? candidate.items }, true);
	}

	private async done(result: IDataObject[], wasDoneBefore: boolean, from: Done['from']): Promise<IDataObject[]> {
		const standing: Done = { is: 'done', ...this.about, result, ids: this.operation.lookUp?.ids(result) ?? [], from };
		this.tools.memory.note(this.key, standing);
		await this.tools.record.keep(this.key);
		await this.keepPlain(standing);
		const undoes = this.operation.undoes?.(this.value);
		if (undoes !== undefined) this.tools.memory.noteUndone(`${this.tools.sender.account}:${undoes}`);
		// The state is known again, whatever became of earlier ones.
		if (this.operation.setsState) this.tools.memory.forgetUnknown(this.about.purpose);
		await this.settleDoubt();
		return told(result, wasDoneBefore, from);
	}

	/** Notes what became of it under its plain key, too. That an earlier one was done stands where it is not known of this one. */
	private async keepPlain(standing: Sent | Done): Promise<void> {
		if (this.plainKey === undefined) return;
		const { memory, record } = this.tools;
		if (standing.is === 'done' || memory.standingOf(this.plainKey)?.is !== 'done') memory.note(this.plainKey, standing);
		await record.keep(this.plainKey);
	}

	private async settleDoubt(): Promise<void> {
		if (this.operation.setsState) await this.tools.record.free(this.doubtKey);
	}
}

/** Whether a failure says for certain that this try was not carried out. */
function isCertain(error: unknown): error is Failure {
	return isFailure(error) && error.kind !== 'unknownOutcome' && error.kind !== 'brokenAnswer';
}

/**
 * A refusal because of what is there already, or a 409 without a reason: what is there may be this write, by a try of which nobody heard.
 * "Conflict" says no more than the status, and that something does not exist is another reason.
 */
function isOfSomethingThere({ details: { status, partnerMessage, partnerCode } }: Failure): boolean {
	if (status !== 409) return false;
	const words = [partnerMessage, partnerCode].join(' ');
	return SAYS_NOTHING.test(words) || /duplicate|already|exist/i.test(words.replace(/(?:\bnot|n't|\bno longer) exists?\b/gi, ''));
}

/** The status again, in words or digits. */
const SAYS_NOTHING = /^\W*(?:(?:http|error|409|conflict)\W*)*$/i;

function told(items: IDataObject[], alreadySubmitted: boolean, outcomeFrom: Done['from']): IDataObject[] {
	return items.map((json) => ({ ...json, alreadySubmitted, outcomeFrom }));
}
