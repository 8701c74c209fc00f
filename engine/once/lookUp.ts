import { sleep, type IDataObject } from 'n8n-workflow';

import { isFailure } from '../failure';
import type { OnceOperation } from '../items/operation';
import type { Sender } from '../transport/sender';

/** Something the partner lists that may be the write that is looked for. */
export interface Candidate {
	/** Its number at the partner. */
	id: string;
	/**
	 * - `same`: it carries the write's own key
	 * - `maybe`: it looks like the write, as by its PO number, and carries no key
	 * - `other`: it looks like it and carries another key: a second write for the same purpose, most likely
	 */
	likeness: 'same' | 'maybe' | 'other';
	/** Output items that tell it, as if the write had just been answered. */
	items: IDataObject[];
}

/** What a look-up showed. */
export interface Sighting {
	/** False where the partner did not answer in a way that says anything. */
	couldLook: boolean;
	candidates: readonly Candidate[];
}

const BLIND: Sighting = { couldLook: false, candidates: [] };
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
	async now(): Promise<Sighting> {
		try {
			const answer = await this.sender.repeat(this.operation.lookUp.request(this.value), 'read');
			return { couldLook: true, candidates: this.operation.lookUp.match(answer, this.value) };
		} catch (error) {
			if (!isFailure(error)) throw error;
			if (error.kind === 'notFound') return { couldLook: true, candidates: [] };
			// The list call is refused or not understood. That says nothing about the write.
			if (['validation', 'permission', 'businessRefusal', 'brokenAnswer'].includes(error.kind)) return BLIND;
			throw error;
		}
	}

	/**
	 * Looks again and again until something is found or the time is over: what was taken may be listed a little later.
	 *
	 * @param except ids that were there before the write was sent
	 */
	async overTime(except: ReadonlySet<string> = new Set()): Promise<Sighting> {
		let leftMs = this.operation.lookUpMs(this.value);
		for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
			// Whatever goes wrong now, the write was sent: that is what has to be told.
			const seen = await this.now().catch(() => BLIND);
			const candidates = seen.candidates.filter(({ id, likeness }) => likeness !== 'other' && !except.has(id));
			if (candidates.length > 0 || leftMs <= 0) return { ...seen, candidates };
			const waitMs = Math.min(pauseMs, leftMs);
			leftMs -= waitMs;
			for (let restMs = waitMs; restMs > 0; restMs -= PAUSE_STEP_MS) {
				if (this.sender.isCancelled()) return { ...seen, candidates };
				await sleep(Math.min(restMs, PAUSE_STEP_MS));
			}
		}
	}
}

/** The one candidate that is the write: one that carries its key, or the only one that looks like it. */
export function onlyOne(candidates: readonly Candidate[]): Candidate | undefined {
	const sure = candidates.filter(({ likeness }) => likeness === 'same');
	const pool = sure.length > 0 ? sure : candidates.filter(({ likeness }) => likeness === 'maybe');
	return pool.length === 1 ? pool[0] : undefined;
}
