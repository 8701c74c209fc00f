import type { IHttpRequestOptions } from 'n8n-workflow';

import type { ApiAccess, Pace } from '../token/apiAccess';
import { pause } from './pause';

/**
 * Lets a request go once it is its turn.
 *
 * @returns whether it may go; false where the execution was stopped meanwhile
 */
export type Pacing = (request: Pick<IHttpRequestOptions, 'method' | 'url'>, isCancelled: () => boolean) => boolean | Promise<boolean>;

/**
 * The span in which requests are counted, in milliseconds: a little more than the second that partners name, since what leaves within a
 * second is not under way for equally long, and so may arrive within less.
 */
const SPAN_MS = 1_050;
/** Between two looks of who waits, in milliseconds: whether somebody before it has given up. */
const LOOK_MS = 250;
/** From so many queues on, those that nobody has used in the last span are dropped. */
const MANY = 1_000;

/** By account and pace, shared by all runs of this process. What other processes send is not known. */
const queues = new Map<string, PaceQueue>();

/** Keeps the pace of an account, in all runs of this process. @param account tells it from others: a hash */
export function pacingOf(account: string, paceOf: ReturnType<NonNullable<ApiAccess['pace']>>): Pacing {
	return (request, isCancelled) => {
		const pace = paceOf(request);
		return pace === undefined || queueOf(account, pace).turn(isCancelled);
	};
}

function queueOf(account: string, { name, perSecond }: Pace): PaceQueue {
	const key = `${account}:${name}:${perSecond}`;
	const known = queues.get(key);
	if (known) return known;
	if (queues.size >= MANY) for (const [other, queue] of queues) if (queue.isIdle()) queues.delete(other);
	const made = new PaceQueue(perSecond);
	queues.set(key, made);
	return made;
}

/** Lets so many go in any span of a second, in the order in which they came. */
export class PaceQueue {
	/** When the last ones went, as many as may go in a span, oldest first. On the clock of `clock`. */
	private gone: number[] = [];
	/** Who waits, the first one first. */
	private readonly waiting: object[] = [];

	/** @param clock milliseconds that somebody who sets the clock of the machine does not change */
	constructor(
		private readonly perSecond: number,
		private readonly clock: () => number = () => performance.now(),
	) {}

	/** Whether nobody waits, and nobody went lately. */
	isIdle(): boolean {
		return this.waiting.length === 0 && (this.gone.length === 0 || this.now() - this.gone.at(-1)! >= SPAN_MS);
	}

	/** @returns whether one may go: at once where nobody has to wait */
	turn(isCancelled: () => boolean): boolean | Promise<boolean> {
		return (this.waiting.length === 0 && this.go()) || this.wait(isCancelled);
	}

	private async wait(isCancelled: () => boolean): Promise<boolean> {
		const own = {};
		this.waiting.push(own);
		try {
			while (!isCancelled()) {
				const place = this.waiting.indexOf(own);
				if (place === 0 && this.go()) return true;
				// At least one, for who is woken before the one before it.
				await pause(Math.min(LOOK_MS, Math.max(1, Math.ceil(this.untilTurnMs(place)))), isCancelled);
			}
			return false;
		} finally {
			this.waiting.splice(this.waiting.indexOf(own), 1);
		}
	}

	/** Lets the next one go, if it may. */
	private go(): boolean {
		if (this.untilTurnMs(0) > 0) return false;
		this.gone.push(this.now());
		if (this.gone.length > this.perSecond) this.gone.shift();
		return true;
	}

	/** How long it is until the turn of who has so many before it in the queue, in milliseconds. */
	private untilTurnMs(place: number): number {
		const now = this.now();
		const spans = Math.floor(place / this.perSecond);
		const followed = this.gone[this.gone.length - this.perSecond + (place % this.perSecond)];
		return spans * SPAN_MS + (followed === undefined ? 0 : Math.max(0, followed + SPAN_MS - now));
	}

	/** Times that lie ahead were noted by a clock that has been set back since: they are taken as of now, which is late enough. */
	private now(): number {
		const now = this.clock();
		const aheadMs = (this.gone.at(-1) ?? now) - now;
		if (aheadMs > 0) this.gone = this.gone.map((atMs) => atMs - aheadMs);
		return now;
	}
}
