import { sleep } from 'n8n-workflow';

import { isFailure, type Failure } from '../failure';
import type { OnceOperation } from '../operation/operation';
import { isPartnersNotFound } from '../transport/notFound';
import type { Sender } from '../transport/sender';
import type { Candidate } from '../operation/candidate';
import type { LookUpResult, Verdict } from './evidence';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
const PAUSE_STEP_MS = 250;

/** Looks for a write at the partner. */
export class LookUp<P> {
	constructor(
		private readonly operation: OnceOperation<P>,
		private readonly value: P,
		private readonly sender: Sender,
	) {}

	/**
	 * One look.
	 *
	 * @throws Failure where the partner cannot be reached, or does not let us in: then nothing should be sent either
	 */
	async now(): Promise<LookUpResult> {
		try {
			const answer = await this.sender.repeat(this.operation.lookUp.request(this.value), 'read');
			return { couldLook: true, candidates: this.operation.lookUp.match(answer, this.value) };
		} catch (error) {
			if (!isFailure(error)) throw error;
			if (isPartnersNotFound(error)) return { couldLook: true, candidates: [] };
			// The list call is refused or not understood, or a gateway knows no such path. That says nothing about the write.
			if (['notFound', 'validation', 'permission', 'businessRefusal', 'brokenAnswer'].includes(error.kind)) return blind(error);
			throw error;
		}
	}

	/**
	 * Looks again and again until something can be told or the time is over: what was taken may be listed a little later.
	 *
	 * @param judge says what a look tells
	 */
	async overTime(judge: (seen: LookUpResult) => Verdict): Promise<Verdict> {
		let leftMs = this.operation.lookUpMs(this.value);
		for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
			// Whatever goes wrong now, the write was sent: that is what has to be told.
			const verdict = judge(await this.now().catch(() => blind()));
			if (verdict.is !== 'unknown' || verdict.mayBe.some(isItsLike) || leftMs <= 0) return verdict;
			const waitMs = Math.min(pauseMs, leftMs);
			leftMs -= waitMs;
			for (let restMs = waitMs; restMs > 0; restMs -= PAUSE_STEP_MS) {
				if (this.sender.isCancelled()) return verdict;
				await sleep(Math.min(restMs, PAUSE_STEP_MS));
			}
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
