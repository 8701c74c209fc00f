import { randomUUID } from 'crypto';

import type { PartnerAnswer, PartnerRequest } from '../http/request';

/** What this process knows of a write: it was carried out and came to `result`, or nobody knows. */
export type Standing<T> = {
	fingerprint: string;
	/** How a person finds it. */
	label: string;
	/** What it may have in common with others: see `OnceOperation`. */
	purpose: string;
	/** Of the pass that it was sent with, where it needed one. */
	passId?: string;
} & (
	| {
			/** It is being sent, or was, and nothing said what became of it. */
			is: 'unknown';
			/** When it was sent last, in milliseconds since 1970. */
			sentAtMs: number;
			/** As it was sent, where it may be sent again under a key that the partner keeps. */
			request?: PartnerRequest;
			/** Numbers that the partner listed just before: none of them can be it. */
			before: readonly string[];
			/** What the partner answered then, where the operation compares with it. */
			answerBefore?: PartnerAnswer;
	  }
	| {
			is: 'done';
			result: T;
			/** Numbers that the partner gave it; none while it is queued there. */
			ids: readonly string[];
			/** What told the result. */
			from: 'answer' | 'lookUp';
	  }
);

/** A write that was carried out, for who looks at them later. */
export interface DoneWrite<T> {
	/** Without the part that all have in common. */
	key: string;
	result: T;
	/** When it was noted, in milliseconds since 1970. */
	notedAt: number;
}

/** How far somebody has read the writes of one memory. Plain data, to be kept. */
export type ReadingMark = { life: string; place: number };

interface Noted<T> {
	standing: Standing<T>;
	notedAt: number;
	/** Counts up with each note. */
	place: number;
}

/** Writes that are remembered as done. Those of unknown outcome are kept however many there are. */
const MOST_DONE = 5_000;

/**
 * The writes of this process that must not happen twice, by key. n8n's Retry On Fail runs a node again after any
 * error, one run can hold the same order twice, and two executions can bring it at once: all come through here. It is
 * the lock that n8n's own store lacks, and it remembers results, which that store cannot.
 *
 * It lives as long as the process. What reaches over a restart, or to another worker, is `IdempotencyRecord`.
 */
export class WriteMemory<T> {
	/** Another one in each process: a place in one memory means nothing in the next. */
	private readonly life = randomUUID();
	private readonly notes = new Map<string, Noted<T>>();
	private readonly turns = new Map<string, Promise<unknown>>();
	private lastPlace = 0;
	/** How often a write was carried out and undone again, by key. */
	private readonly undone = new Map<string, number>();

	/** Runs `work` when all earlier work with the same key has ended, well or not. */
	async inTurn<R>(key: string, work: () => Promise<R>): Promise<R> {
		const earlier = this.turns.get(key) ?? Promise.resolve();
		const mine = earlier.then(work, work);
		// The next one waits for this one; what became of it is not theirs.
		const ended = mine.then(nothing, nothing);
		this.turns.set(key, ended);
		try {
			return await mine;
		} finally {
			if (this.turns.get(key) === ended) this.turns.delete(key);
		}
	}

	standingOf(key: string): Standing<T> | undefined {
		return this.notes.get(key)?.standing;
	}

	note(key: string, standing: Standing<T>): void {
		this.lastPlace += 1;
		// Deleted first, so that it is the newest.
		this.notes.delete(key);
		this.notes.set(key, { standing, notedAt: Date.now(), place: this.lastPlace });
		if (this.notes.size > MOST_DONE) this.forgetOldest();
	}

	forget(key: string): void {
		this.notes.delete(key);
	}

	/** Forgets the writes of a purpose of which nobody knows what became of them. */
	forgetUnknown(purpose: string): void {
		for (const [key, { standing }] of this.notes) if (standing.is === 'unknown' && standing.purpose === purpose) this.notes.delete(key);
	}

	/** The key under which a write is sent now: another one each time after it was carried out and undone. */
	keyNow(key: string): string {
		const times = this.undone.get(key);
		return times === undefined ? key : `${key}~${times}`;
	}

	/** Notes that a write was undone by another one, if it was carried out. Then it may be sent anew. */
	noteUndone(key: string): void {
		if (this.standingOf(this.keyNow(key))?.is !== 'done') return;
		this.undone.set(key, (this.undone.get(key) ?? 0) + 1);
		const [oldest] = this.undone.keys();
		if (this.undone.size > MOST_DONE && oldest !== undefined) this.undone.delete(oldest);
	}

	/** The writes of a purpose but one, as far as this process knows of them. */
	othersOf(key: string, purpose: string): Array<Standing<T>> {
		return [...this.notes].flatMap(([other, { standing }]) => (other !== key && standing.purpose === purpose ? [standing] : []));
	}

	/**
	 * The numbers that all writes but one came to.
	 *
	 * @param prefix of the keys that count
	 */
	otherIds(key: string, prefix: string): Set<string> {
		const ids = new Set<string>();
		for (const [other, { standing }] of this.notes) {
			if (other === key || standing.is !== 'done' || !other.startsWith(prefix)) continue;
			for (const id of standing.ids) ids.add(id);
		}
		return ids;
	}

	/**
	 * The writes that were carried out, the oldest first.
	 *
	 * @param prefix of their keys
	 * @param mark from an earlier call: what was noted before it is left out. One of another process leaves out nothing
	 * @returns the writes, and the mark for the next call
	 */
	doneSince(prefix: string, mark?: ReadingMark): { done: Array<DoneWrite<T>>; mark: ReadingMark } {
		const from = mark?.life === this.life ? mark.place : 0;
		const done: Array<DoneWrite<T>> = [];
		for (const [key, { standing, notedAt, place }] of this.notes) {
			if (place <= from || standing.is !== 'done' || !key.startsWith(prefix)) continue;
			done.push({ key: key.slice(prefix.length), result: standing.result, notedAt });
		}
		return { done, mark: { life: this.life, place: this.lastPlace } };
	}

	private forgetOldest(): void {
		for (const [key, { standing }] of this.notes) {
			if (standing.is !== 'done') continue;
			this.notes.delete(key);
			return;
		}
	}
}

function nothing(): void {}
