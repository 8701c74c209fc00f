import { sleep } from 'n8n-workflow';

import { CallQueue } from './callQueue';

/**
 * Milliseconds between writing a claim into a row and looking at it again, from and to: longer than a read and a write of the store
 * take. In the second row only those stand in the way who stalled over the first, so less is enough.
 */
const USUAL_WAIT_MS = { workflow: [400, 600], node: [100, 150] } as const;
/** Where a call of the store took long, the wait is that many times as long, */
const SLOWEST_TIMES = 1.5;
/** and with each quick call after it a little shorter again. */
const FORGETTING = 0.98;
/** What counts at most, in milliseconds: a clock that jumps is no slow database. */
const MOST_SLOW_MS = 5_000;

/** What all records of a process share. */
export interface RecordTools {
	/** Lets the calls of this process come one after the other, for all workflows: they would undo each other, too. */
	turns: CallQueue;
	/** Values of claims that failed, by key: they may have been written all the same, and are recognised then. */
	unanswered: Map<string, string>;
	/** Milliseconds that the slowest calls of the store took lately. */
	slowest: { ms: number };
	wait(ms: number): Promise<void>;
	/** The present moment in milliseconds, by a clock that nobody can set. */
	now(): number;
	/** A number from 0 to 1: two that claim at once look again at different moments. */
	random(): number;
}

/** As a process has them, once. */
export function recordTools(change: Partial<RecordTools> = {}): RecordTools {
	return { turns: new CallQueue(), unanswered: new Map(), slowest: { ms: 0 }, wait: sleep, now: () => performance.now(), random: () => Math.random(), ...change };
}

export const toolsOfThisProcess = recordTools();

/** Does a piece of work of the store, and notes how long it takes. */
export async function timed<T>({ now, slowest }: RecordTools, work: () => Promise<T>): Promise<T> {
	const from = now();
	try {
		return await work();
	} finally {
		slowest.ms = Math.max(Math.min(now() - from, MOST_SLOW_MS), slowest.ms * FORGETTING);
	}
}

/** Milliseconds until a claim is looked at again in this row. */
export function waitMs({ slowest, random }: RecordTools, row: keyof typeof USUAL_WAIT_MS): number {
	const [from, to] = USUAL_WAIT_MS[row];
	return Math.max(from + random() * (to - from), SLOWEST_TIMES * slowest.ms);
}

/** Whether a wait was long enough by what is known after it of how slow the store is. */
export function isLongEnough({ slowest }: RecordTools, waitedMs: number): boolean {
	return waitedMs >= SLOWEST_TIMES * slowest.ms;
}
