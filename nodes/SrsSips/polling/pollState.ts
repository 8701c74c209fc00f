import type { IDataObject } from 'n8n-workflow';

import { Failure, orInstead } from '../../../engine/failure';
import type { ReadingMark } from '../../../engine/idempotency/writeMemory';
import { isObject } from '../../../engine/values';
import type { DayNumber } from './days';
import { listedOrderKey, listedInvoiceKey } from './listedRows';
import type { KeptWords } from './statusWords';
import type { ClockMarks } from './clockMarks';

/** What the watch knows between two polls. n8n keeps it with the workflow, as the node's static data. */
export interface PollState {
	/** Whose orders these are: a hash of the credential's account. */
	account: string;
	/** Hash of what was looked at. Where that changes, orders come into view that are not new. */
	scope: string;
	/** By id. Undefined until they were looked at. */
	orders: Map<string, KnownOrder> | undefined;
	/** By number: the day of the invoice, or that on which it was first seen. Undefined until they were looked at. */
	invoices: Map<string, DayNumber> | undefined;
	/** Queued orders, by key. */
	waiting: Map<string, WaitingOrder>;
	/** How far the orders that this process queued have been read. */
	mark: ReadingMark | undefined;
	/** Faults of SIPS's answers that were told and are still there. */
	told: Set<string>;
	/** Undefined until the first poll. */
	clock: ClockMarks | undefined;
	/** Of each list the last of the days that a poll had no time for: the next one goes on there. */
	rest: Rest;
}

/** Null where nothing is left. */
export type Rest = { orders: DayNumber | null; invoices: DayNumber | null };

/** An order that SIPS listed. */
export interface KnownOrder {
	words: KeptWords | null;
	/** Of the order, or that on which it was first seen. */
	day: DayNumber;
	/** Whether SIPS gave the day. */
	isDated: boolean;
	/** Changes seen so far: they tell a change from the same change later. */
	changes: number;
	/** When it was first seen, in minutes since 1970. 0 for one of which it is known which order it is, so that it can be no other. */
	since: number;
}

/** An order that was queued and that SIPS may not list yet. */
export interface WaitingOrder {
	transactionId: string | null;
	poNumber: string | null;
	orderId: string | null;
	customerCode: string | null;
	branchCode: string | null;
	queueId: string | null;
	/** In milliseconds since 1970. */
	queuedAt: number;
	/** `lost` once that was told; `appeared` for one that a person names and that SIPS lists, or may list for long. */
	phase: 'waiting' | 'lost' | 'appeared';
	/** Whether it stands in Also Wait For. */
	isNamed: boolean;
}

const VERSION = 1;

export const NO_REST: Rest = { orders: null, invoices: null };

export function emptyState(account: string, scope: string): PollState {
	return { account, scope, orders: undefined, invoices: undefined, waiting: new Map(), mark: undefined, told: new Set(), clock: undefined, rest: { ...NO_REST } };
}

/**
 * The state as plain data. Orders are short strings and not objects: 10,000 of them must fit into 1 MiB of JSON. They
 * stand in lists, since as names of fields some ids would not survive, such as `__proto__`.
 */
export function storedState({ account, scope, orders, invoices, waiting, mark, told, clock, rest }: PollState): IDataObject {
	const words = new Map<KeptWords, string>();
	const numberOf = (kept: KeptWords): string => {
		const number = words.get(kept) ?? words.size.toString(36);
		words.set(kept, number);
		return number;
	};
	const orderRows = orders ? [...orders].map(([id, order]) => orderRow(id, order, numberOf)) : null;
	return {
		version: VERSION,
		account,
		scope,
		words: [...words.keys()],
		orders: orderRows,
		invoices: invoices ? [...invoices].map(([invoiceNumber, day]) => `${day.toString(36)}.${invoiceNumber}`) : null,
		waiting: [...waiting].map(([key, order]) => ({ key, ...order })),
		mark: mark ? { ...mark } : null,
		told: [...told],
		clock: clock ? { ...clock } : null,
		rest: { ...rest },
	};
}

/**
 * The state from plain data.
 *
 * @returns undefined where there is none yet; `damaged` where something else stands in its place, down to a single entry:
 *   half a state would tell old orders as new
 */
export function readState(stored: unknown): PollState | 'damaged' | undefined {
	if (stored === undefined || stored === null) return undefined;
	return orInstead<PollState | 'damaged'>(() => parseState(stored), 'damaged');
}

function orderRow(id: string, { words, day, isDated, changes, since }: KnownOrder, numberOf: (kept: KeptWords) => string): string {
	const fields = [
		words === null ? '' : numberOf(words),
		`${day.toString(36)}${isDated ? '' : '~'}`,
		changes.toString(36),
		since.toString(36),
	];
	// The id last: it may hold dots.
	return `${fields.join('.')}.${id}`;
}

/** The second `~` stands in states of builds before this one, and means nothing any more. */
const ORDER_ROW = /^([0-9a-z]*)\.(-?[0-9a-z]+)(~?)\.([0-9a-z]+)\.([0-9a-z]+)~?\.(.+)$/s;
const INVOICE_ROW = /^(-?[0-9a-z]+)\.(.+)$/s;

function parseState(stored: unknown): PollState {
	const { version, account, scope, words, orders, invoices, waiting, mark, told, clock = null, rest = NO_REST } = object(stored);
	if (version !== VERSION) fail();
	const wordList = texts(words);
	return {
		account: text(account),
		scope: text(scope),
		orders: orders === null ? undefined : new Map(texts(orders).map((row) => parseOrder(row, wordList))),
		invoices: invoices === null ? undefined : new Map(texts(invoices).map(parseInvoice)),
		waiting: new Map(list(waiting).map(parseWaiting)),
		mark: mark === null ? undefined : parseMark(object(mark)),
		told: new Set(texts(told)),
		clock: clock === null ? undefined : parseClock(object(clock)),
		rest: parseRest(object(rest)),
	};
}

function parseOrder(row: string, words: readonly string[]): [string, KnownOrder] {
	const [, word = '', day = '', undated, changes = '', since = '', id = ''] = ORDER_ROW.exec(row) ?? fail();
	return [
		// Builds before this one kept it as SIPS spelt it.
		listedOrderKey(id),
		{
			words: word === '' ? null : (words[whole(word)] ?? fail()),
			day: whole(day),
			isDated: undated === '',
			changes: whole(changes),
			since: whole(since),
		},
	];
}

function parseInvoice(row: string): [string, DayNumber] {
	const [, day = '', invoiceNumber = ''] = INVOICE_ROW.exec(row) ?? fail();
	return [listedInvoiceKey(invoiceNumber), whole(day)];
}

function parseWaiting(stored: unknown): [string, WaitingOrder] {
	const { key, transactionId, poNumber, orderId, customerCode, branchCode, queueId, queuedAt, phase, isNamed } = object(stored);
	return [
		text(key),
		{
			transactionId: optionalText(transactionId),
			poNumber: optionalText(poNumber),
			orderId: optionalText(orderId),
			customerCode: optionalText(customerCode),
			branchCode: optionalText(branchCode),
			queueId: optionalText(queueId),
			queuedAt: moment(queuedAt),
			phase: phase === 'waiting' || phase === 'lost' || phase === 'appeared' ? phase : fail(),
			isNamed: typeof isNamed === 'boolean' ? isNamed : fail(),
		},
	];
}

function parseMark({ life, place }: IDataObject): ReadingMark {
	return { life: text(life), place: number(place) };
}

/** States that were stored before there was a gap or a doubt have none. */
function parseClock({ hour, evenFrom, horizon, gap = null, doubtUntil = null }: IDataObject): ClockMarks {
	return { hour: number(hour), evenFrom: number(evenFrom), horizon: optionalNumber(horizon), gap: optionalNumber(gap), doubtUntil: optionalNumber(doubtUntil) };
}

function parseRest({ orders, invoices }: IDataObject): Rest {
	return { orders: optionalNumber(orders), invoices: optionalNumber(invoices) };
}

function object(value: unknown): IDataObject {
	return isObject(value) ? value : fail();
}

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value : fail();
}

function texts(value: unknown): string[] {
	return list(value).map(text);
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : fail();
}

function optionalText(value: unknown): string | null {
	return value === null ? null : text(value);
}

function number(value: unknown): number {
	return typeof value === 'number' && Number.isFinite(value) ? value : fail();
}

function optionalNumber(value: unknown): number | null {
	return value === null ? null : number(value);
}

/** Milliseconds that a `Date` can hold. */
function moment(value: unknown): number {
	return Number.isNaN(new Date(number(value)).getTime()) ? fail() : number(value);
}

function whole(digits: string): number {
	const value = parseInt(digits, 36);
	return Number.isSafeInteger(value) ? value : fail();
}

function fail(): never {
	throw new Failure('configuration', 'The stored state of the watch cannot be read', { advice: 'It begins anew.' });
}
