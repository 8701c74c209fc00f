import { createHash } from 'crypto';
import { sleep, type IPollFunctions } from 'n8n-workflow';

import type { PollBudget } from './pollBudget';
import { ClockMonitor } from './clockMonitor';

/** What the watch of one node is about in this process. */
interface PolledNode {
	/** The poll that is looking just now, and its time. */
	polling: { context: object; time: PollBudget } | undefined;
	/** The state with which a poll began that handed something out, and when it did, in milliseconds of running. */
	handedOut: { from: string; at: number } | undefined;
	clock: ClockMonitor;
}

/** A poll under way. */
export interface PollTurn {
	/** Whether n8n has not saved yet what came of the last poll: this state is the one before. */
	isOutdated(state: unknown): boolean;
	/** To be called with the state with which a poll began, where it has something to hand out. */
	handsOut(state: unknown): void;
	/** For how many milliseconds the wall clock has gone evenly, as far as this process knows. */
	evenFor(now: number): number;
}

/** By workflow and node. */
const polledNodes = new Map<string, PolledNode>();

/** Longest time that n8n takes to save what a poll handed out. Later it is sure that it was thrown away. */
const SAVING_MS = 10_000;
const STEP_MS = 100;

/**
 * Polls one after the other. n8n starts the next poll whether or not the last one is over. A poll of the same context is left
 * out then; one of another context waits for its turn as long as it has time, since it may be the only one that n8n goes on
 * with: an import over a running workflow leaves the old poller running beside the new one. A poll whose time is over stands in
 * nobody's way: whatever it still waits for, it hands out nothing any more.
 *
 * @returns null where it was left out
 */
export async function inTurn<T>(context: IPollFunctions, time: PollBudget, poll: (turn: PollTurn) => Promise<T>): Promise<T | null> {
	const key = polledNodeKey(context);
	const node = polledNodes.get(key) ?? { polling: undefined, handedOut: undefined, clock: new ClockMonitor() };
	polledNodes.set(key, node);
	while (node.polling !== undefined && !node.polling.time.isOver()) {
		if (node.polling.context === context || !time.hasTime()) return null;
		await sleep(STEP_MS);
	}
	const mine = { context, time };
	node.polling = mine;
	try {
		return await poll(turnOf(node));
	} finally {
		if (node.polling === mine) node.polling = undefined;
	}
}

/** What a node is known by in this process, whatever context it is polled with. */
export function polledNodeKey(context: IPollFunctions): string {
	return `${context.getWorkflow().id}/${context.getNode().id}`;
}

function turnOf(node: PolledNode): PollTurn {
	return {
		isOutdated: (state) => node.handedOut !== undefined && performance.now() - node.handedOut.at < SAVING_MS && node.handedOut.from === digest(state),
		handsOut: (state) => {
			node.handedOut = { from: digest(state), at: performance.now() };
		},
		evenFor: (now) => node.clock.evenFor(now, performance.now()),
	};
}

function digest(state: unknown): string {
	return createHash('sha256').update(JSON.stringify(state) ?? '').digest('base64url');
}
