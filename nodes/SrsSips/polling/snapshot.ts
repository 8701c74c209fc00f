import type { IDataObject } from 'n8n-workflow';

import type { ReadingMark } from '../../../engine/idempotency/writeMemory';
import type { DayNumber } from './days';
import type { ListedInvoice, ListedOrder } from './listedRows';
import { isClosed } from './statusWords';
import type { EventName, PollEvent } from './pollEvents';
import type { Rest, WaitingOrder, PollState } from './pollState';

/** What a person asks the watch to do. */
export interface PollRules {
	wanted: ReadonlySet<EventName>;
	/** Whether what comes into view all at once, as at the first poll, is told. */
	tellsExisting: boolean;
	lostAfterMs: number;
	/** Days that a poll goes back. */
	lookBackDays: number;
	/** Days for which an order that is not closed is followed, if that is longer. */
	openOrderDays: number;
}

/** A queued order that came to light since the last poll. */
export interface QueuedOrder {
	key: string;
	order: WaitingOrder;
	/** SIPS's words, and its answer to Submit. */
	statusText: string | null;
	answer: IDataObject | null;
}

/** What one poll found. */
export interface Snapshot {
	/** In milliseconds since 1970. */
	now: number;
	today: DayNumber;
	/** For how many milliseconds the clock is known not to have been set. */
	evenForMs: number;
	account: string;
	scope: string;
	/** The first day of the orders that were asked for: see `firstDay`. */
	from: DayNumber;
	/** `unread` where SIPS could not be asked, `unwanted` where nothing of it is told. */
	orders: readonly ListedOrder[] | 'unread' | 'unwanted';
	invoices: readonly ListedInvoice[] | 'unread' | 'unwanted';
	/** What of the lists there was no time for, and whether this poll read only what was left by the one before. */
	rest: Rest;
	isOrderListPartial: boolean;
	/** Orders found by asking for single queued ones, also outside of that list. */
	searched: readonly ListedOrder[];
	/** Queued orders of which it could not be asked whether they are lost, by key. */
	unsearched: ReadonlySet<string>;
	/** Orders that this process queued since the last poll, and how far they have been read. */
	queued: readonly QueuedOrder[];
	mark: ReadingMark | undefined;
	/** Transaction ids of the orders that this process sent and that got a number, by `orderIdKey`. They can be no other queued order. */
	ownOrders: ReadonlyMap<string, string | null>;
	/** Orders that stand in Also Wait For, by key. */
	named: ReadonlyMap<string, WaitingOrder>;
}

/** What comes of a poll. */
export interface Outcome {
	/** To be kept. Of two polls at the same things the second tells nothing. */
	state: PollState;
	events: PollEvent[];
	/** Whether the state holds something that no later poll could find again. */
	mustBeSaved: boolean;
	/** Orders and invoices that found no room. */
	tooMany: number;
}

/** Orders, and invoices, that are kept. 10,000 of each take less than 1 MiB. */
export const MOST_KEPT = 20_000;

/**
 * The first day of the orders to ask for. The window is stretched to the oldest order that is still open, since a change
 * of an order that is not listed cannot be seen.
 */
export function firstDay(known: PollState | undefined, today: DayNumber, { lookBackDays, openOrderDays }: PollRules): DayNumber {
	let first = today - lookBackDays;
	for (const { words, day, isDated } of known?.orders?.values() ?? []) {
		// An order whose day SIPS does not give may have been as old as a poll goes back.
		if (!isClosed(words)) first = Math.min(first, isDated ? day : day - lookBackDays);
	}
	return Math.max(first, today - Math.max(lookBackDays, openOrderDays));
}
