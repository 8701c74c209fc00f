import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import type { OrderStatus } from '../order/orderStatus';
import type { ListedInvoice, ListedOrder } from './listedRows';
import { meaningOf, originalOf, type KeptWords } from './statusWords';
import type { KnownOrder, WaitingOrder } from './pollState';

/** What the watch tells of. Never renamed: workflows are stored with these words. */
export const EVENT_NAMES = ['newInvoice', 'orderLost', 'orderQueued', 'statusChanged'] as const;

export type EventName = (typeof EVENT_NAMES)[number];

/** The status of an order, in one word; `lost` is the watch's own conclusion. */
export type WatchStatus = OrderStatus | 'lost';

/** An event as the workflow gets it: the same fields for every kind. A type alias, so that it fits n8n's index signature. */
export type PollEvent = {
	event: EventName;
	/** The same whenever the same thing is found again. */
	eventKey: string;
	/** When it was found, ISO 8601. */
	foundAt: string;
	/** SRS sales order number. */
	orderId: string | null;
	poNumber: string | null;
	transactionId: string | null;
	customerCode: string | null;
	branchCode: string | null;
	status: WatchStatus;
	/** SIPS's own words. */
	statusText: string | null;
	/** Null for what was not there before. */
	previousStatus: WatchStatus | null;
	previousStatusText: string | null;
	invoiceNumber: string | null;
	/** As SIPS writes it. */
	invoiceDate: string | null;
	invoiceTotal: number | null;
	queueId: string | null;
	/** ISO 8601. */
	queuedAt: string | null;
	/** What SIPS answered, untouched: the row of the list, or the answer to Submit. */
	answer: IDataObject | null;
};

/** What all events of one poll have in common. */
export interface EventSource {
	account: string;
	/** In milliseconds since 1970. */
	now: number;
}

const NOTHING = {
	transactionId: null, customerCode: null, branchCode: null,
	statusText: null, previousStatus: null, previousStatusText: null,
	invoiceNumber: null, invoiceDate: null, invoiceTotal: null, queueId: null, queuedAt: null, answer: null,
};

/** What stands first in n8n's tables comes first. */
function begun(event: EventName, status: WatchStatus) {
	return { event, orderId: null, poNumber: null, status, ...NOTHING };
}

/**
 * An order has come up, or its status has changed.
 *
 * @param now what is known of the order from now on
 * @param before its words until now, or the queued order that it was
 */
export function statusChanged(
	source: EventSource,
	{ id, row, statusText, words, answer }: ListedOrder,
	{ changes }: KnownOrder,
	before: { words: KeptWords | null } | { waited: WaitingOrder } | undefined,
): PollEvent {
	const waited = before && 'waited' in before ? before.waited : undefined;
	const previous = before && 'words' in before ? before.words : null;
	const previousStatus = waited ? (waited.phase === 'lost' ? 'lost' : 'queued') : before ? meaningOf(previous) : null;
	return {
		...begun('statusChanged', meaningOf(words)),
		// The same two states may follow each other again: the count tells them apart.
		eventKey: keyOf(source, 'statusChanged', [id, changes, previous, words]),
		foundAt: isoTime(source.now),
		...waitedFields(waited),
		orderId: row.orderId,
		poNumber: row.poNumber ?? waited?.poNumber ?? null,
		transactionId: row.transactionId ?? waited?.transactionId ?? null,
		customerCode: row.customerCode ?? waited?.customerCode ?? null,
		branchCode: row.branchCode ?? waited?.branchCode ?? null,
		statusText,
		previousStatus,
		previousStatusText: originalOf(previous),
		answer,
	};
}

export function newInvoice(source: EventSource, { number, row, answer }: ListedInvoice): PollEvent {
	const { invoiceNumber, orderId, poNumber, customerCode, branchCode, invoiceDate, invoiceTotal, paymentStatus } = row;
	return {
		...begun('newInvoice', 'invoiced'),
		eventKey: keyOf(source, 'newInvoice', [number]),
		foundAt: isoTime(source.now),
		orderId, poNumber, customerCode, branchCode,
		statusText: paymentStatus,
		invoiceNumber, invoiceDate, invoiceTotal,
		answer,
	};
}

/** @param answer of SIPS to Submit */
export function orderQueued(source: EventSource, key: string, order: WaitingOrder, statusText: string | null, answer: IDataObject | null): PollEvent {
	return {
		...begun('orderQueued', 'queued'),
		eventKey: keyOf(source, 'orderQueued', [key]),
		foundAt: isoTime(source.now),
		...waitedFields(order),
		statusText,
		answer,
	};
}

export function orderLost(source: EventSource, key: string, order: WaitingOrder): PollEvent {
	return {
		...begun('orderLost', 'lost'),
		eventKey: keyOf(source, 'orderLost', [key]),
		foundAt: isoTime(source.now),
		...waitedFields(order),
		previousStatus: 'queued',
	};
}

function waitedFields(order: WaitingOrder | undefined) {
	if (!order) return {};
	const { orderId, poNumber, transactionId, customerCode, branchCode, queueId, queuedAt } = order;
	return { orderId, poNumber, transactionId, customerCode, branchCode, queueId, queuedAt: isoTime(queuedAt) };
}

/** Nothing in it depends on when or where a thing is found, so that one found twice can be told. */
function keyOf({ account }: EventSource, event: EventName, parts: ReadonlyArray<string | number | null>): string {
	return createHash('sha256').update(JSON.stringify([account, event, ...parts])).digest('hex').slice(0, 32);
}

function isoTime(moment: number): string {
	return new Date(moment).toISOString();
}
