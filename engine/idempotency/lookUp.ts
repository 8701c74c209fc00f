import type { IDataObject } from 'n8n-workflow';

import { Failure, isFailure } from '../failure';
import type { LookUpCalls, OnceOperation } from '../operation/operation';
import { isPartnersNotFound } from '../transport/notFound';
import type { PartnerAnswer, PartnerRequest } from '../http/request';
import { pause } from '../transport/pause';
import type { Sender } from '../transport/sender';
import type { Candidate } from '../operation/candidate';
import type { LookUpResult, Verdict } from './evidence';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
/** More pages than any list has: an answer that names ever new ones would be read without end. */
const MOST_PAGES = 1_000;

/** What this process knows of a write that it looks for. */
export interface KnownWrite {
	/** What the look just before it was sent was answered, as far as that was kept. */
	before?: PartnerAnswer;
	/** What it came to. */
	result?: readonly IDataObject[];
	/** As it was sent, where the partner keeps its key still: so it may be sent again, and only so. What is read from the panel now may differ in what does not tell two writes apart. */
	keptRequest?: PartnerRequest;
}

/** Looks for a write at the partner. */
export class LookUp<P> {
	constructor(
		private readonly operation: OnceOperation<P>,
		private readonly value: P,
		private readonly sender: Sender,
	) {}

	/**
	 * One look; where the partner has no call for it, it shows nothing.
	 *
	 * @param wasSent whether the write was sent before, or may have been
	 * @throws Failure where the partner cannot be reached, or does not let us in: then nothing should be sent either
	 */
	async now(wasSent: boolean, known: Omit<KnownWrite, 'keptRequest'> = {}): Promise<LookUpResult> {
		const { lookUp } = this.operation;
		if (!lookUp) return blind();
		try {
			return { couldLook: true, ...(await this.pages(lookUp, wasSent, known)) };
		} catch (error) {
			if (!isFailure(error)) throw error;
			const candidates = lookUp.matchRefusal?.(error, this.value, wasSent, known.before);
			if (candidates) return { couldLook: true, candidates, ...this.undoneIn(error, known) };
			if (isPartnersNotFound(error)) return { couldLook: true, candidates: [] };
			// The list call is refused or not understood, or a gateway knows no such path. That says nothing about the write.
			if (['notFound', 'validation', 'permission', 'businessRefusal', 'brokenAnswer'].includes(error.kind)) return blind(error);
			throw error;
		}
	}

	/** Whether an answer, or a refusal that says as much, shows that what the write brought about is not so any more. */
	private undoneIn(fact: PartnerAnswer | Failure, { result }: KnownWrite): Pick<LookUpResult, 'isUndone'> {
		return result && this.operation.lookUp?.isUndone?.(fact, this.value, result) ? { isUndone: true } : {};
	}

	/** What all pages show that are to be read, and the first of them where it is kept. @throws Failure of kind `brokenAnswer` where they have no end */
	private async pages(lookUp: LookUpCalls<P>, wasSent: boolean, known: KnownWrite): Promise<Omit<LookUpResult, 'couldLook'>> {
		const candidates: Candidate[] = [];
		let undone: Pick<LookUpResult, 'isUndone'> = {};
		let first: PartnerAnswer | undefined;
		let request: PartnerRequest | undefined = lookUp.request(this.value);
		for (let page = 0; request && page < MOST_PAGES; page += 1) {
			const answer = await this.sender.repeat(request, 'read');
			first ??= answer;
			candidates.push(...lookUp.match(answer, this.value, wasSent, known.before));
			undone = { ...undone, ...this.undoneIn(answer, known) };
			request = lookUp.next?.(answer, this.value);
		}
		if (!request) return { candidates, ...undone, ...(first && !wasSent && lookUp.comparesWithBefore ? { answer: first } : {}) };
		throw new Failure('brokenAnswer', `${this.sender.partner} named more than ${MOST_PAGES} pages, so the list has no end`, { advice: `Ask ${this.sender.partner}.` });
	}

	/**
	 * Sends the write again under the key that the partner keeps, which tells what it came to.
	 *
	 * @param request as it was sent first
	 * @returns undefined where that shows nothing
	 */
	private async underPartnersKey(request: PartnerRequest): Promise<LookUpResult | undefined> {
		const { operation, value, sender } = this;
		try {
			const answer = await sender.once(request);
			const isNew = answer.status !== request.keyed?.firstAnswer;
			return { couldLook: true, candidates: [{ id: null, likeness: 'same', answered: { isNew }, items: operation.items(answer, value) }] };
		} catch (error) {
			if (!isFailure(error)) throw error;
			const candidates = operation.partnersKey?.matchRefusal?.(error, value);
			return candidates && { couldLook: true, candidates };
		}
	}

	/**
	 * Looks again and again until something can be told or the time is over: what was taken may be listed a little later.
	 *
	 * @param judge says what a look tells
	 */
	async overTime(judge: (seen: LookUpResult) => Verdict, { keptRequest, ...known }: KnownWrite = {}): Promise<Verdict> {
		let leftMs = Math.max(this.operation.lookUp?.forMs(this.value) ?? 0, keptRequest ? (this.operation.partnersKey?.forMs(this.value) ?? 0) : 0);
		for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
			const answered = keptRequest ? await this.underPartnersKey(keptRequest) : undefined;
			// Whatever goes wrong now, the write was sent: that is what has to be told.
			const verdict = judge(answered ?? (await this.now(true, known).catch(() => blind())));
			if (verdict.is !== 'unknown' || verdict.mayBe.some(isItsLike) || leftMs <= 0) return verdict;
			const waitMs = Math.min(pauseMs, leftMs);
			leftMs -= waitMs;
			if (!(await pause(waitMs, () => this.sender.isCancelled()))) return verdict;
		}
	}
}

/** Where rows carry no key, a further look tells no more. What is in doubt does not end it: the write itself may be listed a little later. */
function isItsLike({ likeness, doubt }: Candidate): boolean {
	return likeness === 'maybe' && doubt === undefined;
}

/** A look that showed nothing. */
export function blind(why?: Failure): LookUpResult {
	return { couldLook: false, candidates: [], ...(why ? { why } : {}) };
}
