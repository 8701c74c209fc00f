import type { IDataObject } from 'n8n-workflow';

import { isFailure, readOrFailure } from '../../../engine/failure';
import { orRefusal, type Ask } from '../../../engine/operation/reads';
import { path } from '../../../engine/transport/path';
import { INVOICES, invoicesListedFor, orderOf } from '../order/orderInvoices';
import { isOrderNumber } from '../order/orderNumber';
import { detailsAnswer } from '../shared/answers';
import { isSameCode, orderIdKey } from '../shared/codes';
import { mayBeOfCustomer } from '../shared/customerMatch';
import { checkRequestedId } from '../shared/requestedId';
import { tolerantReader } from '../shared/tolerantReader';
import { listedInvoiceKey, readInvoiceRow, type InvoiceRow } from '../polling/listedRows';
import type { Place } from './difference';
import type { ToldLine } from './toldLine';
import { readToldLines, type ToldLines } from './toldLines';

/** What SIPS shows of one invoice. */
export interface ToldInvoice {
	invoiceNumber: string;
	orderId: string;
	/** As the header has them (invoice-details-21007516e0); null where it has none. */
	subTotal: number | null;
	charges: number | null;
	tax: number | null;
	total: number | null;
	/** Whether it gives money back. */
	isCredit: boolean;
	lines: ToldLines;
	place: Place;
}

/** All that is known of the invoices of an order. */
export interface ToldInvoices {
	invoices: ToldInvoice[];
	/** What could not be read, in plain words. */
	notRead: string[];
	notes: string[];
}

const WHAT = 'Invoice Details';

/** Of which order invoices are read. */
export interface InvoicesOf {
	orderId: string;
	/** Null where SIPS does not show it. */
	poNumber: string | null;
	/** The numbers of all parts of the order, its own among them: an invoice may name any of them. */
	orderIds: readonly string[];
	/** Whose they must be, where they say; `''` takes all. */
	customerCode: string;
}

/**
 * Reads the invoices of an order with their lines, by Invoices List and Invoice Details.
 *
 * @throws Failure where SIPS is down, or does not let us in
 */
export async function readInvoices({ orderId, poNumber, orderIds, customerCode }: InvoicesOf, ask: Ask): Promise<ToldInvoices> {
	const listed = await invoicesListedFor(orderId, ask);
	if (isFailure(listed)) return { invoices: [], notRead: [`${INVOICES} of order ${orderId} could not be read, so there may be invoices: ${listed.message}`], notes: [] };
	const rows = listed.ofOrder;
	const mine = rows.filter((row) => mayBeOfCustomer(row, customerCode));
	const notes = rows.filter((row) => !mine.includes(row)).map(({ invoiceNumber }) => `Invoice ${invoiceNumber ?? '(no number)'} is of another customer and was not compared`);
	const read = await Promise.all(distinct(mine).map(async (row) => await readInvoice(row, { orderId, poNumber, orderIds, customerCode }, ask)));
	const isOfPart = (row: InvoiceRow) => orderIds.some((part) => orderIdKey(part) === orderIdKey(orderOf(row) ?? ''));
	const isCut = listed.ofOthers.some((row) => !isOfPart(row));
	return {
		invoices: read.flatMap((each) => ('invoice' in each ? [each.invoice] : [])),
		notRead: [
			...read.flatMap((each) => ('notRead' in each ? [each.notRead] : [])),
			...unknownOrder(listed.ofUnknown, poNumber, customerCode),
			...(isCut ? [`${INVOICES} of order ${orderId} lists invoices of other orders, too. So it was not filtered, and may not hold all of this one`] : []),
		],
		notes: [...notes, ...read.flatMap((each) => ('note' in each ? [each.note] : []))],
	};
}

/** That there are invoices that do not show of which order they are. One that names another PO number or customer is of another order. */
function unknownOrder(rows: readonly InvoiceRow[], poNumber: string | null, customerCode: string): string[] {
	const mayBe = rows.filter((row) => mayBeOfCustomer(row, customerCode) && (row.poNumber === null || poNumber === null || isSameCode(row.poNumber, poNumber)));
	if (mayBe.length === 0) return [];
	const named = mayBe.slice(0, MOST_NAMED).map(({ invoiceNumber }) => invoiceNumber ?? '(no number)').join(', ');
	return [`${INVOICES} has invoices that do not show of which order they are (${mayBe.length}), and they were not compared: ${named}${mayBe.length > MOST_NAMED ? ' and more' : ''}`];
}

/** So many are enough to look them up. */
const MOST_NAMED = 10;

async function readInvoice({ invoiceNumber }: InvoiceRow, of: InvoicesOf, ask: Ask): Promise<{ invoice: ToldInvoice } | { notRead: string } | { note: string }> {
	const { orderId } = of;
	if (invoiceNumber === null) return { notRead: `${INVOICES} has an invoice of order ${orderId} without a number that could be recognised` };
	const answer = await orRefusal(ask({ method: 'GET', path: path`/invoices/${invoiceNumber}` }));
	if (isFailure(answer)) return { notRead: `${WHAT} of ${invoiceNumber} could not be read: ${answer.message}` };
	const body = readOrFailure(() => {
		const details = detailsAnswer(answer, WHAT);
		checkRequestedId(details, 'invoiceNumber', invoiceNumber, WHAT);
		return details;
	});
	if (isFailure(body)) return { notRead: body.message };
	const named = readInvoiceRow(body);
	if (!mayBeOfCustomer(named, of.customerCode)) return { note: `Invoice ${invoiceNumber} is of another customer and was not compared` };
	const other = otherThanAsked(named, body, invoiceNumber, of);
	return other === undefined ? { invoice: toldInvoice(body, invoiceNumber, orderId) } : { notRead: `${WHAT} of ${invoiceNumber} was answered with ${other}, and was not compared` };
}

/** What an answer is of, where it names another invoice or another order than was asked for. */
function otherThanAsked({ orderId }: InvoiceRow, body: IDataObject, invoiceNumber: string, { orderIds }: InvoicesOf): string | undefined {
	const numbers = tolerantReader(body, ['invoiceheader', 'invoice']).texts(['invoicenumber']);
	if (numbers.length > 0 && !numbers.some((number) => listedInvoiceKey(number) === listedInvoiceKey(invoiceNumber))) return `invoice ${numbers.join(', ')}`;
	return isOrderNumber(orderId) && !orderIds.some((part) => orderIdKey(part) === orderIdKey(orderId ?? '')) ? `an invoice of order ${orderId}` : undefined;
}

function toldInvoice(body: IDataObject, invoiceNumber: string, orderId: string): ToldInvoice {
	const { number } = tolerantReader(body, ['invoiceheader', 'invoice']);
	const place: Place = { seenIn: 'invoice', orderId, invoiceNumber };
	const [subTotal, total] = [number(['invoicesubtotal']), number(['invoicetotal'])];
	const isCredit = (total ?? subTotal ?? 0) < 0;
	const lines = readToldLines(body, place);
	// A credit may be written with all its lines above 0, as what was sold.
	const isWrittenAsSold = isCredit && lines.lines.every(({ quantity, amount }) => quantity > 0 && (amount ?? 0) >= 0);
	return { invoiceNumber, orderId, subTotal, charges: number(['invoicecharges']), tax: number(['invoicetax']), total, isCredit, lines: isWrittenAsSold ? givenBack(lines) : lines, place };
}

function givenBack(lines: ToldLines): ToldLines {
	const negative = (amount: number | null) => (amount === null ? null : -amount);
	const back = (line: ToldLine) => ({ ...line, quantity: -line.quantity, amount: negative(line.amount) });
	return {
		...lines,
		lines: lines.lines.map(back),
		charges: lines.charges.map((line) => ({ ...line, amount: negative(line.amount), asLine: line.asLine && back(line.asLine) })),
	};
}

function distinct(rows: readonly InvoiceRow[]): InvoiceRow[] {
	const seen = new Set<string>();
	return rows.filter(({ invoiceNumber }) => {
		if (invoiceNumber === null) return true;
		const key = listedInvoiceKey(invoiceNumber);
		return !seen.has(key) && seen.add(key) !== undefined;
	});
}
