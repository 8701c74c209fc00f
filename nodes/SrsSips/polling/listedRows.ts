import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { isSameCode, orderIdKey } from '../shared/codes';
import { mayBeOfCustomer, type NamedCustomer } from '../shared/customerMatch';
import { plausibleDay } from '../shared/placeholders';
import { tolerantReader } from '../shared/tolerantReader';
import { readOrderRow, type OrderRow } from '../order/orderRows';
import { dayOf, type DayNumber } from './days';
import { keptWords, type KeptWords } from './statusWords';

/** An order as one poll found it. */
export interface ListedOrder {
	/** See `listedOrderKey`. */
	id: string;
	/** What could be recognised. Where several rows have this id, the first of them. */
	row: OrderRow;
	/** SIPS's own words for the state, of all its rows. */
	statusText: string | null;
	words: KeptWords | null;
	/** Of the order, where SIPS gives it in a form that can be read. */
	day: DayNumber | undefined;
	/** The row as SIPS wrote it. */
	answer: IDataObject;
}

/** What could be recognised of an invoice. Of a row of Invoices List only the first five fields are in a public copy. */
export type InvoiceRow = {
	/** Made from order number and shipment number where the row has none itself. */
	invoiceNumber: string | null;
	orderId: string | null;
	poNumber: string | null;
	customerCode: string | null;
	customerNumbers: string[];
	branchCode: string | null;
	/** As SIPS writes it. */
	invoiceDate: string | null;
	invoiceTotal: number | null;
	paymentStatus: string | null;
};

/** An invoice as one poll found it. */
export interface ListedInvoice {
	/** See `listedInvoiceKey`. */
	number: string;
	row: InvoiceRow;
	day: DayNumber | undefined;
	answer: IDataObject;
}

/** The rows of one list. */
export interface ListedRows<T> {
	seen: T[];
	/** Rows without an id that could be recognised. */
	nameless: number;
}

/** By which orders and invoices are chosen. `''` chooses all. */
export interface Filters {
	customerCode: string;
	branchCode: string;
	poNumberPrefix: string;
}

/** Of which day it is, and where: for reading dates. */
export interface Today {
	day: DayNumber;
	/** IANA name. */
	timezone: string;
}

/**
 * The rows of Order List (order-list-21007236e0) by order. The fields of its answer are in no public copy, so rows are
 * read by the names that things bear elsewhere in SIPS.
 *
 * Several rows of one order, such as one for each shipment, are taken together: their words, in the order of the
 * alphabet. Else an order would seem to change with the order of the rows.
 */
export function listedOrders(rows: readonly IDataObject[], filters: Filters, today: Today): ListedRows<ListedOrder> {
	const byId = new Map<string, { first: ListedOrder; words: Set<string> }>();
	let nameless = 0;
	for (const answer of rows) {
		const row = readOrderRow(answer);
		if (!isChosen(row, filters)) continue;
		if (row.orderId === null) {
			nameless += 1;
			continue;
		}
		const id = listedOrderKey(row.orderId);
		const known = byId.get(id);
		if (row.status !== null) known?.words.add(row.status);
		if (known) continue;
		const first = { id, row, statusText: null, words: null, day: dayOfRow(row.orderDate, today), answer };
		byId.set(id, { first, words: new Set(row.status === null ? [] : [row.status]) });
	}
	return { seen: [...byId.values()].map(({ first, words }) => withWords(first, [...words])), nameless };
}

function withWords(first: ListedOrder, words: string[]): ListedOrder {
	const statusText = words.length === 0 ? null : words.sort().join(' / ');
	return { ...first, statusText, words: keptWords(statusText) };
}

/**
 * The rows of Invoices List (invoices-list-21007517e0) by number.
 *
 * @param poNumbers of orders, by `listedOrderKey`: a row of this list may not name the PO number
 */
export function listedInvoices(
	rows: readonly IDataObject[],
	filters: Filters,
	today: Today,
	poNumbers: ReadonlyMap<string, string | null>,
): ListedRows<ListedInvoice> {
	const byNumber = new Map<string, ListedInvoice>();
	let nameless = 0;
	for (const answer of rows) {
		const row = readInvoiceRow(answer);
		row.poNumber ??= poNumbers.get(listedOrderKey(row.orderId ?? '')) ?? null;
		if (!isChosen(row, filters)) continue;
		if (row.invoiceNumber === null) {
			nameless += 1;
			continue;
		}
		const number = listedInvoiceKey(row.invoiceNumber);
		if (!byNumber.has(number)) byNumber.set(number, { number, row, day: dayOfRow(row.invoiceDate, today), answer });
	}
	return { seen: [...byNumber.values()], nameless };
}

const INVOICE_FRAMES = ['invoiceheader', 'invoice'];

export function readInvoiceRow(answer: IDataObject): InvoiceRow {
	const { text, texts, number } = tolerantReader(answer, INVOICE_FRAMES);
	const orderId = text(['ordernumber', 'orderid']);
	return {
		invoiceNumber: text(['invoicenumber', 'invoiceid']) ?? invoiceNumberOf(orderId, text(['shipmentnumber'])),
		orderId,
		poNumber: text(['ponumber']),
		customerCode: text(['customercode']),
		customerNumbers: texts(['customernumber', 'accountnumber']),
		branchCode: text(['branchcode']),
		invoiceDate: text(['invoicedate']),
		invoiceTotal: number(['invoicetotal']),
		paymentStatus: text(['paymentstatus']),
	};
}

/** Order number and shipment number, padded with zeros (invoice-details-21007516e0). */
function invoiceNumberOf(orderId: string | null, shipment: string | null): string | null {
	if (orderId === null || shipment === null || !/^\d{1,10}$/.test(orderId) || !/^\d{1,3}$/.test(shipment)) return null;
	return `${orderId.padStart(10, '0')}-${shipment.padStart(3, '0')}`;
}

/** SIPS's filters are not relied on: what a row names must fit. What it does not name cannot be judged, and passes. */
export function isChosen({ branchCode, poNumber, ...customer }: NamedCustomer & Pick<InvoiceRow, 'branchCode' | 'poNumber'>, wanted: Filters): boolean {
	return (
		mayBeOfCustomer(customer, wanted.customerCode) &&
		(wanted.branchCode === '' || branchCode === null || isSameCode(branchCode, wanted.branchCode)) &&
		(poNumber === null || poNumber.trim().toLowerCase().startsWith(wanted.poNumberPrefix.toLowerCase()))
	);
}

/** By what an order is known from poll to poll: SIPS writes its number with and without zeros in front. */
export function listedOrderKey(orderId: string): string {
	return keptId(orderId, orderIdKey);
}

/** The same for invoices: in the documented form, with its zeros. */
export function listedInvoiceKey(invoiceNumber: string): string {
	const [order = '', shipment = '', ...more] = invoiceNumber.trim().split('-');
	return keptId(invoiceNumber, (number) => (more.length === 0 ? invoiceNumberOf(order, shipment) : null) ?? number);
}

/** SIPS's numbers have 8 to 14 characters. Something else in their place must not fill n8n's database. */
const LONGEST_ID = 40;

function keptId(given: string, keyOf: (id: string) => string): string {
	// What stands for a long id already.
	if (given.startsWith('#')) return given;
	const id = keyOf(given);
	return id.length <= LONGEST_ID ? id : `#${createHash('sha256').update(id).digest('base64url').slice(0, 20)}`;
}

/** The day of a row. More than a year ahead it stands for none. */
function dayOfRow(date: string | null, { day: today, timezone }: Today): DayNumber | undefined {
	const day = dayOf(plausibleDay(date, timezone), timezone);
	return day !== undefined && day <= today + 366 ? day : undefined;
}
