import { randomBytes } from 'crypto';

import { StoreThrottle, type StoreSlot } from './storeThrottle';

/** Events of one node that a process remembers. The oldest go first. */
export const MOST_EVENTS = 5_000;
/** Events of one node that are stored, the newest. n8n reads them with every event: 1,000 are 18 kB. */
export const MOST_STORED = 1_000;

/** Hexadecimal digits of a key that are kept: 72 bits of a hash. */
const KEY_DIGITS = 18;
/** Characters of a key, in Base64. */
const KEY_LENGTH = 12;
/** Characters of a time: seconds since 2020 in base 36, enough until 2088. */
const TIME_LENGTH = 6;
const TIME_ZERO = Date.UTC(2020, 0, 1) / 1000;
const LAST_TIME = 36 ** TIME_LENGTH - 1;
const ENTRY_LENGTH = KEY_LENGTH + TIME_LENGTH;
/** Characters before the entries that name who wrote them. */
const WRITER_LENGTH = 16;

/** Events that are new, and taken by one call. */
export interface Claim {
	/** Whether the event is new. */
	has(key: string): boolean;
	/** Waits until the workflow may start: a call that will store for others is held back for a moment. */
	turn(): Promise<void>;
	/**
	 * Ends the claim: the workflow has started with these.
	 *
	 * @returns what to store for other processes and for later; undefined where another call will
	 */
	started(keys: readonly string[]): string | undefined;
	/** Ends the claim, and stores nothing. What was not started is as if it had never come. */
	settle(started: readonly string[]): void;
}

/** An event that started its workflow. */
interface SeenEvent {
	key: string;
	/** When it did, in milliseconds of running. Before this process began it is negative. */
	at: number;
	/** The same second by the clock of the computer, and key and second as they are stored: kept, since each write holds a thousand. */
	second: number;
	entry: string;
}

/**
 * The events that started a workflow within a window of time. An event counts as seen when its workflow has started, not
 * when it came: one whose start failed must be able to come again. While a first call is under way a second one with the
 * same event waits for what becomes of it.
 */
export class RecentEvents {
	/** The oldest first, so that no call has to look at all of them. */
	private readonly seen = new Map<string, SeenEvent>();
	private readonly underWay = new Map<string, Promise<void>>();
	private readonly turns = new StoreThrottle();
	/** Another one in each process. */
	private readonly writer = randomBytes(WRITER_LENGTH / 2).toString('hex');

	/**
	 * @param now the clock of the computer, in milliseconds since 1970. It may be set, and is needed for what is stored alone
	 * @param running milliseconds that this process has been running, or any other clock that cannot be set
	 */
	constructor(
		private readonly now: () => number = Date.now,
		private readonly running: () => number = () => performance.now(),
	) {}

	/**
	 * Claims those of the keys that are new.
	 *
	 * @param keys hexadecimal, at least 20 characters each
	 * @param stored what was stored last, here or by another process
	 * @param windowSeconds how long an event counts as seen; with 0 every event is new
	 */
	async claim(keys: readonly string[], stored: unknown, windowSeconds: number): Promise<Claim> {
		if (windowSeconds === 0) return EVERYTHING_IS_NEW;
		const wanted = [...new Set(keys.map(short))];
		for (let first = this.firstUnderWay(wanted); first !== undefined; first = this.firstUnderWay(wanted)) await first;
		this.learn(stored);
		this.forget(windowSeconds);
		const fresh = new Set(wanted.filter((key) => !this.seen.has(key)));
		let end = (): void => undefined;
		const ended = new Promise<void>((resolve) => (end = resolve));
		for (const key of fresh) this.underWay.set(key, ended);
		let turn: StoreSlot | undefined;
		let isSettled = false;
		const settle = (started: readonly string[]): void => {
			if (isSettled) return;
			isSettled = true;
			for (const key of fresh) this.underWay.delete(key);
			this.seeAll(started);
			turn?.end();
			end();
		};
		return {
			has: (key) => fresh.has(short(key)),
			turn: async () => {
				turn = await this.turns.take();
			},
			started: (started) => {
				// Also where it was settled before: the caller had hung up, and the workflow has started all the same.
				this.seeAll(started);
				const isDue = turn?.isDue() === true;
				settle([]);
				return isDue ? this.written() : undefined;
			},
			settle,
		};
	}

	private firstUnderWay(keys: readonly string[]): Promise<void> | undefined {
		return keys.map((key) => this.underWay.get(key)).find((ended) => ended !== undefined);
	}

	/** Takes in what was stored, unless it was stored from what is here. */
	private learn(stored: unknown): void {
		if (typeof stored !== 'string' || stored.startsWith(this.writer)) return;
		const before = this.seen.size;
		for (let at = WRITER_LENGTH; at + ENTRY_LENGTH <= stored.length; at += ENTRY_LENGTH) {
			const key = stored.slice(at, at + KEY_LENGTH);
			const second = Number.parseInt(stored.slice(at + KEY_LENGTH, at + ENTRY_LENGTH), 36) + TIME_ZERO;
			// What lies ahead was stored by a clock that was ahead. It must not become unforgettable.
			if (Number.isFinite(second) && !this.seen.has(key)) this.see(key, this.running() - Math.max(0, this.now() - second * 1000));
		}
		if (this.seen.size > before) this.putInOrder();
	}

	/** What was learned came last, and may be older than what was here. */
	private putInOrder(): void {
		const byAge = [...this.seen].sort(([, one], [, other]) => one.at - other.at);
		this.seen.clear();
		for (const [key, event] of byAge) this.seen.set(key, event);
	}

	private seeAll(keys: readonly string[]): void {
		for (const key of keys.map(short)) this.see(key, this.running());
	}

	private see(key: string, at: number): void {
		// One that was there moves to the end.
		this.seen.delete(key);
		this.seen.set(key, seenEvent(key, at, this.ahead()));
	}

	private forget(windowSeconds: number): void {
		const oldest = this.running() - windowSeconds * 1000;
		for (const { key, at } of this.seen.values()) {
			if (at > oldest && this.seen.size <= MOST_EVENTS) return;
			this.seen.delete(key);
		}
	}

	/** With the times by the clock as it is now, which is right again where it was wrong when they started. */
	private written(): string {
		const ahead = this.ahead();
		const newest = [...this.seen.values()].slice(-MOST_STORED);
		for (const event of newest) {
			// Both clocks are read one after the other, so they may differ by a little.
			if (Math.abs(secondOf(event.at, ahead) - event.second) > 1) Object.assign(event, seenEvent(event.key, event.at, ahead));
		}
		return this.writer + newest.map(({ entry }) => entry).join('');
	}

	/** Milliseconds from the moments of running to those of the clock of the computer. */
	private ahead(): number {
		return this.now() - this.running();
	}
}

/** Without a window, and without a change to what others remember. */
const EVERYTHING_IS_NEW: Claim = {
	has: () => true,
	turn: async () => await Promise.resolve(),
	started: () => undefined,
	settle: () => undefined,
};

/** @param ahead see `RecentEvents.ahead` */
function seenEvent(key: string, at: number, ahead: number): SeenEvent {
	const second = secondOf(at, ahead);
	const time = Math.min(Math.max(second - TIME_ZERO, 0), LAST_TIME).toString(36).padStart(TIME_LENGTH, '0');
	return { key, at, second, entry: key + time };
}

function secondOf(at: number, ahead: number): number {
	return Math.round((at + ahead) / 1000);
}

function short(key: string): string {
	return Buffer.from(key.slice(0, KEY_DIGITS), 'hex').toString('base64');
}

const places = new Map<string, RecentEvents>();

/** The memory of one place in this process. @param place tells one node of one workflow from all others */
export function recentEventsOf(place: string): RecentEvents {
	const known = places.get(place) ?? new RecentEvents();
	places.set(place, known);
	return known;
}
