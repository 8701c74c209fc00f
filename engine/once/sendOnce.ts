import type { IDataObject } from 'n8n-workflow';

import { isFailure, type Failure } from '../failure';
import type { Ask } from '../items/ask';
import type { OnceOperation } from '../items/operation';
import type { Sender } from '../transport/sender';
import { checkFirst, notChecked } from './checkFirst';
import type { LastingRecord } from './lastingRecord';
import { LookUp, onlyOne, type Candidate, type Sighting } from './lookUp';
import { keyUsed, listedAlready, notToBeFound, severalFound, stillUnknown } from './onceFailures';
import type { WriteMemory } from './writeMemory';

/** What a write that must not happen twice is sent with. */
export interface OnceTools {
	sender: Sender;
	ask: Ask;
	memory: WriteMemory<IDataObject[]>;
	record: LastingRecord;
}

/**
 * Sends one write at most once, however often and from however many places it is asked for:
 *
 * 1. callers of this process with the same key take turns, and the later ones see what the first came to;
 * 2. the partner is asked whether it has the write already, and whether anything speaks against it;
 * 3. n8n's database records it. What was recorded before is not sent, it is looked up;
 * 4. it is sent, one try;
 * 5. where nothing says what became of it, it is looked up, for as long as the person allows.
 *
 * A clear refusal frees the key. Everything else keeps it.
 *
 * @returns output items, each with `alreadySubmitted` and `outcomeFrom` (`answer` or `lookUp`)
 * @throws Failure; of kind `unknownOutcome` where a person has to find out
 */
export async function sendOnce<P>(operation: OnceOperation<P>, value: P, tools: OnceTools): Promise<IDataObject[]> {
	const key = `${tools.sender.account}:${operation.key(value)}`;
	return await tools.memory.inTurn(key, async () => await new Attempt(operation, value, key, tools).run());
}

class Attempt<P> {
	private readonly label: string;
	private readonly fingerprint: string;
	private readonly lookUp: LookUp<P>;

	constructor(
		private readonly operation: OnceOperation<P>,
		private readonly value: P,
		private readonly key: string,
		private readonly tools: OnceTools,
	) {
		this.label = operation.label(value);
		this.fingerprint = operation.content(value);
		this.lookUp = new LookUp(operation, value, tools.sender);
	}

	async run(): Promise<IDataObject[]> {
		const standing = this.tools.memory.standingOf(this.key);
		if (standing && standing.fingerprint !== this.fingerprint) throw keyUsed(this.label);
		if (standing?.is === 'done') return await this.again(standing.result);
		if (standing?.is === 'unknown') return await this.findEarlier();

		const before = await this.before();
		const known = this.operation.isMeantAgain(this.value) ? undefined : before.candidates.find(({ likeness }) => likeness === 'same');
		if (known) return this.found(known, true);
		await checkFirst(this.operation, this.value, this.tools.ask);
		if (!(await this.tools.record.claim(this.key))) return await this.findEarlier();
		if (before.candidates.length > 0 && this.operation.stopsWhenListed(this.value)) {
			await this.tools.record.free(this.key);
			throw listedAlready(this.label, before.candidates);
		}
		return await this.send(new Set(before.candidates.map(({ id }) => id)));
	}

	/** @param before what the partner listed before: none of it can be this write */
	private async send(before: ReadonlySet<string>): Promise<IDataObject[]> {
		const { sender, memory, record } = this.tools;
		let result: IDataObject[];
		try {
			result = this.operation.items(await sender.once(this.operation.request(this.value)), this.value);
		} catch (error) {
			if (isCertain(error)) {
				await record.free(this.key);
				throw error;
			}
			memory.note(this.key, { is: 'unknown', fingerprint: this.fingerprint });
			const seen = await this.lookUp.overTime(before);
			const arrived = onlyOne(seen.candidates);
			if (!arrived) throw isFailure(error) ? stillUnknown(error, this.label, seen) : error;
			return this.found(arrived, false);
		}
		memory.note(this.key, { is: 'done', fingerprint: this.fingerprint, result });
		await record.keep(this.key);
		return told(result, false, 'answer');
	}

	/** It was sent by this process, and came to `result`. The partner may know more by now. */
	private async again(result: IDataObject[]): Promise<IDataObject[]> {
		const seen = await this.lookUp.now().catch(nothingSeen);
		const known = this.operation.isMeantAgain(this.value) ? undefined : onlyOne(seen.candidates);
		return known ? this.found(known, true) : told(result, true, 'answer');
	}

	/** It was sent before, or was about to be, and nothing here says what it came to. */
	private async findEarlier(): Promise<IDataObject[]> {
		const seen = await this.lookUp.overTime();
		// Where a person wanted a second one, what is found may be the first.
		const known = this.operation.isMeantAgain(this.value) ? undefined : onlyOne(seen.candidates);
		if (known) return this.found(known, true);
		throw seen.candidates.length > 0 ? severalFound(this.label, seen.candidates) : notToBeFound(this.label, seen.couldLook);
	}

	private async before(): Promise<Sighting> {
		try {
			return await this.lookUp.now();
		} catch (error) {
			// Who wants it once more in any case does not wait for a list that does not work.
			if (this.operation.isMeantAgain(this.value) && isFailure(error) && error.kind === 'outage') return nothingSeen();
			throw notChecked(error, this.label);
		}
	}

	private found({ items }: Candidate, wasDoneBefore: boolean): IDataObject[] {
		this.tools.memory.note(this.key, { is: 'done', fingerprint: this.fingerprint, result: items });
		return told(items, wasDoneBefore, 'lookUp');
	}
}

/** Whether a failure says for certain that the write was not carried out. */
function isCertain(error: unknown): error is Failure {
	return isFailure(error) && error.kind !== 'unknownOutcome' && error.kind !== 'brokenAnswer';
}

function told(items: IDataObject[], alreadySubmitted: boolean, outcomeFrom: 'answer' | 'lookUp'): IDataObject[] {
	return items.map((json) => ({ ...json, alreadySubmitted, outcomeFrom }));
}

function nothingSeen(): Sighting {
	return { couldLook: false, candidates: [] };
}
