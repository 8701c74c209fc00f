import type { IDataObject } from 'n8n-workflow';

import { compare, dueOrders } from '../../../nodes/SrsSips/polling/comparison';
import { firstDay, type Snapshot, type QueuedOrder, type PollRules } from '../../../nodes/SrsSips/polling/snapshot';
import { listedInvoices, listedOrders, type Filters, type Today } from '../../../nodes/SrsSips/polling/listedRows';
import { waitingKey } from '../../../nodes/SrsSips/polling/waitingOrders';
import { EVENT_NAMES, type PollEvent } from '../../../nodes/SrsSips/polling/pollEvents';
import { NO_REST, readState, storedState, type Rest, type WaitingOrder, type PollState } from '../../../nodes/SrsSips/polling/pollState';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** Noon of a day, so that no minute of a test is near the next one. */
export const NOON = Date.parse('2026-03-02T12:00:00Z');
export const TODAY: Today = { day: NOON / DAY_MS - 0.5, timezone: 'UTC' };

export const RULES: PollRules = {
	wanted: new Set(EVENT_NAMES),
	tellsExisting: false,
	lostAfterMs: 15 * MINUTE_MS,
	lookBackDays: 30,
	openOrderDays: 90,
};

export const NO_FILTERS: Filters = { customerCode: '', branchCode: '', poNumberPrefix: '' };

/** A row of Order List as the sandbox spells it. */
export function orderRow(orderId: number | string, orderStatus: string | null, more: IDataObject = {}): IDataObject {
	return { orderId, orderStatus, orderDate: '2026-03-01T00:00:00', customerCode: 'DEMO100', branchCode: 'SBDEN', PONumber: `PO-${orderId}`, ...more };
}

/** A row of Invoices List. */
export function invoiceRow(invoiceNumber: string, more: IDataObject = {}): IDataObject {
	return { invoiceNumber, orderNumber: 41200001, shipmentNumber: 1, customerCode: 'DEMO100', invoiceDate: '2026-03-01T00:00:00', invoiceTotal: 1105, ...more };
}

/** An order as Submit left it queued. */
export function waitingOrder(changes: Partial<WaitingOrder> = {}): WaitingOrder {
	return {
		transactionId: 'tx-1', poNumber: 'PO-Q', orderId: null, customerCode: 'DEMO100', branchCode: 'SBDEN', queueId: 'queue-1',
		queuedAt: NOON, phase: 'waiting', isNamed: false,
		...changes,
	};
}

export function queuedOrder(changes: Partial<WaitingOrder> = {}): QueuedOrder {
	const order = waitingOrder(changes);
	return { key: waitingKey(order), order, statusText: 'Order Queued', answer: { message: 'Order Queued' } };
}

/** What SIPS and this process have to show at one moment. */
export interface Sight {
	now?: number;
	/** Rows of the lists; `unread` and `unwanted` as in `Snapshot`. */
	orders?: readonly IDataObject[] | 'unread' | 'unwanted';
	invoices?: readonly IDataObject[] | 'unread' | 'unwanted';
	queued?: readonly QueuedOrder[];
	/** Rows that asking for a single queued order gives, whatever the look back. */
	findable?: readonly IDataObject[] | 'unread';
	named?: readonly WaitingOrder[];
	/** Transaction ids of orders that this process sent, by their numbers. */
	ownOrders?: Readonly<Record<string, string>>;
	account?: string;
	scope?: string;
	/** See `Snapshot`. */
	evenForMs?: number;
	rest?: Rest;
	isOrderListPartial?: boolean;
}

/** A watch over several looks. Its state goes through JSON each time, as n8n stores it. */
export class WatchTrial {
	/** As n8n stores it. */
	json = '{}';
	readonly rules: PollRules;
	private lookedAt = NOON;

	constructor(rules: Partial<PollRules> = {}) {
		this.rules = { ...RULES, ...rules };
	}

	get state(): PollState | undefined {
		const state = readState((JSON.parse(this.json) as IDataObject).watch);
		if (state === 'damaged') throw new Error('The watch has damaged its own state');
		return state;
	}

	look(sight: Sight): { events: PollEvent[]; mustBeSaved: boolean } {
		const before = this.state;
		const listed = lookOf(before, sight, this.rules);
		this.lookedAt = listed.now;
		const due = dueOrders(before, listed, this.rules);
		const { findable = [] } = sight;
		const look =
			findable === 'unread'
				? { ...listed, unsearched: new Set(due.map(([key]) => key)) }
				: { ...listed, searched: due.length > 0 ? listedOrders(findable, NO_FILTERS, todayAt(listed.now)).seen : [] };
		const { state, events, mustBeSaved } = compare(before, look, this.rules);
		this.json = JSON.stringify({ watch: storedState(state) });
		return { events, mustBeSaved };
	}

	/**
	 * Looks every twelve hours for two days, the last time now: long enough for the clock to be believed. Until then n8n was there,
	 * and SIPS could not be read.
	 */
	lookOn(sight: Sight & { now: number }): ReturnType<WatchTrial['look']> {
		for (let now = this.lookedAt + DAY_MS / 2; now < sight.now - 2 * DAY_MS; now += DAY_MS / 2) this.look({ ...sight, orders: 'unread', invoices: 'unread', now });
		for (let hours = 48; hours > 0; hours -= 12) this.look({ ...sight, now: sight.now - hours * 60 * MINUTE_MS });
		return this.look(sight);
	}
}

function todayAt(now: number): Today {
	return { ...TODAY, day: Math.floor(now / DAY_MS) };
}

function lookOf(before: PollState | undefined, sight: Sight, rules: PollRules): Snapshot {
	const { now = NOON, orders = [], invoices = [], queued = [], named = [], account = 'account', scope = 'scope' } = sight;
	const { evenForMs = Number.POSITIVE_INFINITY, rest = NO_REST, isOrderListPartial = false } = sight;
	const today = todayAt(now);
	return {
		now, today: today.day, evenForMs, account, scope, rest, isOrderListPartial, from: firstDay(before, today.day, rules),
		orders: typeof orders === 'string' ? orders : listedOrders(orders, NO_FILTERS, today).seen,
		invoices: typeof invoices === 'string' ? invoices : listedInvoices(invoices, NO_FILTERS, today, new Map()).seen,
		searched: [], unsearched: new Set(),
		queued, mark: { life: 'life', place: queued.length },
		ownOrders: new Map(Object.entries(sight.ownOrders ?? {})),
		named: new Map(named.map((order) => [waitingKey(order), { ...order, isNamed: true }])),
	};
}
