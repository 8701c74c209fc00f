import { localDateTime } from '../calendar';
import { Failure } from '../failure';
import { HOUR_MS } from '../token/limits';
import { SlidingWindow } from '../token/slidingWindow';
import type { ItemsRun } from './itemsRun';

/** Requests of the last hour by account and key, shared by all runs of this process. */
const windows = new Map<string, SlidingWindow>();

/** Told by the minute: a little later than needed. */
const MINUTE_MS = 60_000;

/** From so many keys on, those without a request in the last hour are dropped. */
const MANY = 1_000;

/**
 * Counts requests, so that none is sent that the partner would refuse for their number. Any span of 60 minutes counts: when the partner's own
 * hour begins is not known. What other processes send is not known either; so the partner may refuse earlier.
 */
export class HourlyQuota {
	constructor(
		private readonly given: Pick<ItemsRun, 'sender' | 'run'>,
		private readonly perHour: number,
	) {}

	/** @param what the requests are for, such as `property HVIEW-1` @throws Failure of kind `rateLimit` where as many as may be were sent */
	check(key: string, what: () => string): void {
		const now = Date.now();
		const window = windows.get(this.nameOf(key));
		if (!window || window.count(now) < this.perHour) return;
		const { sender, run } = this.given;
		const waitMs = window.untilFewerMs(now);
		const at = localDateTime(new Date(now + waitMs + MINUTE_MS), run.timezone).slice(0, 16).replace('T', ' ');
		throw new Failure('rateLimit', `Not sent: this n8n has sent ${this.perHour} requests for ${what()} within an hour, as many as ${sender.partner} takes`, {
			retryAfterMs: waitMs,
			advice: `The next one may go out from ${at} (${run.timezone}) on. Run the items that failed again then, and put more items into one request (Batch Size).`,
		});
	}

	/** Notes that a request was sent. */
	note(key: string): void {
		const now = Date.now();
		const name = this.nameOf(key);
		const window = windows.get(name) ?? new SlidingWindow(HOUR_MS);
		window.note(now);
		windows.set(name, window);
		if (windows.size > MANY) for (const [other, each] of windows) if (each.count(now) === 0) windows.delete(other);
	}

	/** Notes a try that failed, where it may have arrived: what could not be sent, for want of a connection or a token, no partner counts. */
	noteFailed(key: string, { kind, details: { status, mayArriveLate } }: Failure): void {
		if (status !== undefined || mayArriveLate === true || kind === 'brokenAnswer') this.note(key);
	}

	private nameOf(key: string): string {
		return `${this.given.sender.account}:${key}`;
	}
}
