import { createHash } from 'crypto';
import { sleep, type IPollFunctions } from 'n8n-workflow';

import type { LookTime } from './lookTime';
import { ClockWatch } from './watchClock';

/** What the watch of one node is about in this process. */
interface Watch {
	/** The poll that is looking just now, and its time. */
	looking: { context: object; time: LookTime } | undefined;
	/** The state with which a look began that handed something out, and when it did, in milliseconds of running. */
	handedOut: { from: string; at: number } | undefined;
	clock: ClockWatch;
}

/** A look under way. */
export interface Turn {
	/** Whether n8n has not saved yet what came of the last look: this state is the one before. */
	isOutdated(state: unknown): boolean;
	/** To be called with the state with which a look began, where it has something to hand out. */
	handsOut(state: unknown): void;
	/** See `Look`. */
	evenFor(now: number): number;
}

/** By workflow and node. */
const watches = new Map<string, Watch>();

/** Longest time that n8n takes to save what a poll handed out. Later it is sure that it was thrown away. */
const SAVING_MS = 10_000;
const STEP_MS = 100;

/**
 * Looks one after the other. n8n starts the next poll whether or not the last one is over. A poll of the same context is left
 * out then; one of another context waits for its turn as long as it has time, since it may be the only one that n8n goes on
 * with: an import over a running workflow leaves the old poller running beside the new one. A poll whose time is over stands in
 * nobody's way: whatever it still waits for, it hands out nothing any more.
 *
 * @returns null where it was left out
 */
export async function inTurn<T>(context: IPollFunctions, time: LookTime, look: (turn: Turn) => Promise<T>): Promise<T | null> {
	const key = `${context.getWorkflow().id}/${context.getNode().id}`;
	const watch = watches.get(key) ?? { looking: undefined, handedOut: undefined, clock: new ClockWatch() };
	watches.set(key, watch);
	while (watch.looking !== undefined && !watch.looking.time.isOver()) {
		if (watch.looking.context === context || !time.hasTime()) return null;
		await sleep(STEP_MS);
	}
	const mine = { context, time };
	watch.looking = mine;
	try {
		return await look(turnOf(watch));
	} finally {
		if (watch.looking === mine) watch.looking = undefined;
	}
}

function turnOf(watch: Watch): Turn {
	return {
		isOutdated: (state) => watch.handedOut !== undefined && performance.now() - watch.handedOut.at < SAVING_MS && watch.handedOut.from === digest(state),
		handsOut: (state) => {
			watch.handedOut = { from: digest(state), at: performance.now() };
		},
		evenFor: (now) => watch.clock.evenFor(now, performance.now()),
	};
}

function digest(state: unknown): string {
	return createHash('sha256').update(JSON.stringify(state) ?? '').digest('base64url');
}
