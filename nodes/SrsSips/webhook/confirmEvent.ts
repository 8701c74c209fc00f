import type { IDataObject } from 'n8n-workflow';

import { isFailure, orFailure, orInstead } from '../../../engine/failure';
import type { Ask } from '../../../engine/operation/reads';
import { FieldReader } from '../../../engine/items/fields';
import { isPartnersNotFound } from '../../../engine/transport/notFound';
import { path } from '../../../engine/transport/path';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import { detailsAnswer } from '../shared/answers';
import { isSameCode } from '../shared/codes';
import type { TidyEvent } from './events';
import { isInvoiceNumber, readInvoiceNumber } from '../shared/invoiceNumber';
import { isChosenId } from '../shared/placeholders';
import { searchOrders, type OrderSearch } from '../order/orderSearch';
import type { OrderRow } from '../order/orderRows';
import { statusOf } from '../order/orderStatus';
import { inSmallLetters } from '../shared/tolerantReader';
import { SIPS } from '../shared/sips';
import { readInvoiceRow } from '../polling/listedRows';

/** What SIPS says when it is asked for what an event names. A type alias, so that it fits n8n's index signature. */
export type Confirmation = {
	/**
	 * Whether it exists at SIPS. False only where SIPS itself says no; null where that is not known: SIPS could not be asked, its
	 * answer says nothing, or what the event names cannot be looked for.
	 */
	confirmed: boolean | null;
	/** By which number it was looked for; null where the event names none. */
	by: 'invoiceNumber' | 'orderId' | 'poNumber' | null;
	/** Why it is not confirmed; null where it is. */
	reason: string | null;
	/** Orders with that number, each as far as it could be recognised, and as SIPS wrote it. */
	orders: Array<OrderRow & { answer: IDataObject }>;
	/** The invoice as SIPS wrote it. */
	invoice: IDataObject | null;
};

/**
 * Reads the invoice or order that an event names. It tells whether the thing exists with the numbers of the event, and how it stands by
 * SIPS's own words: an event that somebody made up about an existing order is confirmed, too, but brings SIPS's state of it along.
 *
 * @throws what is no Failure
 */
export async function confirmEvent(event: TidyEvent, ask: Ask): Promise<Confirmation> {
	if (event.code.toUpperCase() === 'IU') return await confirmInvoice(event, ask);
	const confirmation = await confirmOrder(event, ask);
	// There is no way to ask for a transaction id alone, and a made-up event has no need of one.
	const wasNotAsked = confirmation.reason === NEVER.nothing || confirmation.reason === NEVER.orderId;
	if (!wasNotAsked || event.transactionId === null) return confirmation;
	return { ...NOTHING, reason: NEVER.transactionId };
}

const NOTHING = { confirmed: null, by: null, reason: null, orders: [], invoice: null } satisfies Confirmation;

/** What no asking again will change: it lies in the event. Its numbers may be those of two different orders: anybody can send that. */
const NEVER = {
	nothing: 'The event names no order or invoice that could be looked for.',
	transactionId: 'The event names an order only by its transaction ID, for which SIPS cannot be asked.',
	orderId: 'What the event gives as order number is none that SIPS could be asked for.',
	invoiceNumber: 'What the event gives as invoice number is none that SIPS could be asked for.',
	poNumber: 'SIPS lists orders with this PO number, and nothing shows that one of them is meant.',
	otherPo: 'SIPS has another PO number for it than the event names.',
	otherTransaction: 'SIPS has another transaction ID for it than the event names.',
} as const;

/** Whether it is not known, and will not be: SIPS cannot be asked for what the event names. Anything else may pass. */
export function isNeverKnown({ confirmed, reason }: Confirmation): boolean {
	return confirmed === null && Object.values<string | null>(NEVER).includes(reason);
}

/** Where SIPS took longer than there is time for. */
export const TOO_LATE: Confirmation = { ...NOTHING, reason: 'SIPS did not answer in time.' };

/**
 * By the invoice number. That the id of an invoice event is one is known through clients only. So where it is spelt in another
 * way SIPS's no to it proves nothing, and an order for which SIPS has an invoice stands for it. So it does where the answer cannot be read.
 */
async function confirmInvoice(event: TidyEvent, ask: Ask): Promise<Confirmation> {
	const number = event.invoiceNumber === null ? undefined : usableInvoiceNumber(event.invoiceNumber);
	const invoice = number === undefined ? undefined : await asked('invoiceNumber', readInvoice(number, event, ask));
	if (invoice !== undefined && (invoice.confirmed === true || (invoice.confirmed === false && isInvoiceNumber(number)))) return invoice;
	if (invoice === TOO_LATE || invoice?.reason === NEVER.otherPo) return invoice;
	const order = await confirmOrder(event, ask);
	if (order.confirmed === true && order.orders.some(isInvoiced)) return order;
	// An answer that says nothing today may say it tomorrow.
	if (invoice?.confirmed === null) return invoice;
	if (order.confirmed === true) return { ...NOTHING, reason: 'SIPS lists the order of the event, and no invoice of it yet.' };
	if (order.reason === NEVER.nothing && event.invoiceNumber === null) return order;
	const isOfInvoiceNumber = order.confirmed === false || order.reason === NEVER.orderId || order.reason === NEVER.nothing;
	return { ...NOTHING, reason: isOfInvoiceNumber ? NEVER.invoiceNumber : order.reason };
}

function isInvoiced({ status, invoiceNumbers }: OrderRow): boolean {
	return invoiceNumbers.length > 0 || statusOf(status) === 'invoiced';
}

/** As SIPS writes it; undefined for what is none. It goes into a path, and whoever sends events chose it. */
function usableInvoiceNumber(given: string): string | undefined {
	return orInstead(() => {
		const fields = new FieldReader(() => given);
		const number = readInvoiceNumber(fields);
		fields.done('The request');
		return number;
	}, undefined);
}

/** Invoice Details, `GET /invoices/{invoiceNumber}` (invoice-details-21007516e0). */
async function readInvoice(invoiceNumber: string, event: TidyEvent, ask: Ask): Promise<Partial<Confirmation>> {
	const answer = await ask({ method: 'GET', path: path`/invoices/${invoiceNumber}` });
	if (isFailure(answer)) return { confirmed: isPartnersNotFound(answer) ? false : null, reason: answer.message };
	const invoice = detailsAnswer(answer, 'Invoice Details');
	const { invoice: framed } = inSmallLetters(invoice);
	const rows = [invoice, ...(isObject(framed) ? [framed] : [])].map(readInvoiceRow);
	// Anything may be JSON with fields. That it is this invoice, only its number shows.
	if (!rows.some(({ invoiceNumber: given }) => given !== null && isSameCode(given, invoiceNumber))) throw unusableAnswer(SIPS, answer, 'Invoice Details', `invoice ${invoiceNumber}`);
	if (rows.some(({ poNumber }) => isOther(poNumber, event.poNumber))) return { reason: NEVER.otherPo, invoice };
	return { confirmed: true, invoice };
}

/** Whether two numbers are there and differ. */
function isOther(one: string | null, other: string | null): boolean {
	return one !== null && isChosenId(one) && other !== null && isChosenId(other) && !isSameCode(one, other);
}

/**
 * By each number that the event gives for the order, until SIPS knows one. An order may get a new number when it is split or entered
 * anew: then the id of the event is the new one, and `subscriberReferenceNum2` the first.
 */
async function confirmOrder(event: TidyEvent, ask: Ask): Promise<Confirmation> {
	let no: Confirmation | undefined;
	for (const search of searchesOf(event)) {
		const outcome = await asked(search.by, readOrders(search, ask));
		if (outcome.confirmed === true && search.by === 'poNumber') return ofThisPo(outcome, event, no);
		if (outcome.confirmed === true) return withNumbersOf(event, outcome);
		if (outcome.confirmed === null) return outcome;
		no ??= outcome;
	}
	if (no !== undefined) return no;
	// SIPS was not asked, so it is no no.
	return { ...NOTHING, reason: (event.orderId?.trim() ?? '') === '' ? NEVER.nothing : NEVER.orderId };
}

/**
 * A PO number may have several orders. Those with the transaction id of the event are meant; failing those, the ones that carry
 * none, if no order number spoke against them.
 *
 * @param no what SIPS said to the order numbers of the event, where it gave any
 */
function ofThisPo(found: Confirmation, { transactionId }: TidyEvent, no: Confirmation | undefined): Confirmation {
	const same = found.orders.filter((order) => transactionId !== null && isSameCode(order.transactionId, transactionId));
	const open = found.orders.filter((order) => order.transactionId === null || transactionId === null);
	const orders = same.length > 0 || no !== undefined ? same : open;
	if (orders.length > 0) return { ...found, orders };
	if (no !== undefined) return no;
	return { ...found, confirmed: null, reason: NEVER.poNumber };
}

/** The orders of that number that carry no other PO number or transaction id than the event; not confirmed where there is none. */
function withNumbersOf({ poNumber, transactionId }: TidyEvent, found: Confirmation): Confirmation {
	const ofPo = found.orders.filter((order) => !isOther(order.poNumber, poNumber));
	const orders = ofPo.filter((order) => !isOther(order.transactionId, transactionId));
	if (orders.length > 0) return { ...found, orders };
	return { ...found, confirmed: null, reason: ofPo.length === 0 ? NEVER.otherPo : NEVER.otherTransaction };
}

function searchesOf({ code, orderId, poNumber, transactionId, raw }: TidyEvent): Array<OrderSearch & { by: 'orderId' | 'poNumber' }> {
	const rest = { customerCode: '', fromDate: undefined };
	// With other events the id is not that of an order.
	const given = [orderId, /^o[acu]$/i.test(code) ? textOf(raw.eventId) : null].map((id) => id?.trim() ?? '');
	const ids = ORDER_ID.test(given[0] ?? '') ? [...new Set(given)].filter((id) => ORDER_ID.test(id)) : [];
	const po = poNumber?.trim() ?? '';
	// Where SIPS does not know the order number, only the transaction id can show that an order of that PO number is meant.
	const isPoOfUse = po !== '' && po.length <= LONGEST_PO && (ids.length === 0 || transactionId !== null);
	return [...ids.map((value) => ({ ...rest, by: 'orderId' as const, value })), ...(isPoOfUse ? [{ ...rest, by: 'poNumber' as const, value: po }] : [])];
}

const ORDER_ID = /^\d{1,15}$/;
const LONGEST_PO = 200;

async function readOrders(search: OrderSearch, ask: Ask): Promise<Partial<Confirmation>> {
	const found = await searchOrders(search, ask);
	if (found.length === 0) return { confirmed: false, reason: 'SIPS lists no order with this number.' };
	return { confirmed: true, orders: found.map(({ row, answer }) => ({ ...row, answer })) };
}

/** A failure other than "there is none" tells nothing of the event. */
async function asked(by: Confirmation['by'], reading: Promise<Partial<Confirmation>>): Promise<Confirmation> {
	const outcome = await orFailure(reading);
	// Nobody can cancel a call that has not started its workflow: what ends a read is the limit of time.
	if (isFailure(outcome) && outcome.kind === 'cancelled') return TOO_LATE;
	return { ...NOTHING, by, ...(isFailure(outcome) ? { reason: outcome.message } : outcome) };
}
