import type { IDataObject } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';
import { isAssignedId, isChosenId } from '../shared/placeholders';
import { inSmallLetters, tolerantReader } from '../shared/tolerantReader';
import { isOrderNumber } from './orderNumber';

/**
 * What could be recognised of an order as SIPS lists it. The answers of Order List and Order Details are in no public
 * copy, so every field may be null. A type alias, so that it fits n8n's index signature.
 */
export type OrderRow = {
	/** SRS sales order number; what stands in its place where the row has none that is one. Zeros alone stand for none. */
	orderId: string | null;
	/** SIPS's own words for the state. Which words there are is not documented. */
	status: string | null;
	poNumber: string | null;
	/** Zeros alone, also as a UUID, and 0001-01-01 stand for none. */
	transactionId: string | null;
	/** Null as well where there is only a `customerNumber` or `accountNumber`. */
	customerCode: string | null;
	/** What stands as `customerNumber` and `accountNumber`. Whether these hold the code is not documented. */
	customerNumbers: string[];
	branchCode: string | null;
	/** As SIPS writes it. */
	orderDate: string | null;
	/** Invoices that the row names. */
	invoiceNumbers: string[];
};

/**
 * Names under which each field may stand, in small letters: SIPS spells one thing in several ways from call to call
 * (`orderId`, `orderID`, `orderNumber`; `PONumber`, `poNumber`). A number that may be of another kind is
 * none of them, and has a field of its own.
 */
const NAMES = {
	orderId: ['orderid', 'ordernumber'],
	status: ['orderstatus', 'status'],
	poNumber: ['ponumber'],
	transactionId: ['transactionid'],
	customerCode: ['customercode'],
	customerNumbers: ['customernumber', 'accountnumber'],
	branchCode: ['branchcode'],
	orderDate: ['orderdate'],
	invoiceNumber: ['invoicenumber'],
} as const;

/** Objects inside a row that may hold its fields: invoices come as `invoiceHeader`, orders are sent with `poDetails`. */
const FRAMES = ['orderheader', 'order', 'podetails'];

/** Reads a row of Order List, or the answer of Order Details, as far as its fields bear a known name. */
export function readOrderRow(row: IDataObject): OrderRow {
	const { parts, text, texts } = tolerantReader(row, FRAMES);
	const invoices = parts.flatMap(({ invoices: list }) => (Array.isArray(list) ? (list as unknown[]) : []));
	const listed = invoices.flatMap((invoice) =>
		isObject(invoice) ? (textOf(inSmallLetters(invoice).invoicenumber) ?? []) : (textOf(invoice) ?? []),
	);
	const named = text(NAMES.invoiceNumber);
	const ids = texts(NAMES.orderId).filter(isAssignedId);
	return {
		orderId: ids.find(isOrderNumber) ?? ids[0] ?? null,
		status: text(NAMES.status),
		poNumber: text(NAMES.poNumber),
		transactionId: texts(NAMES.transactionId).find(isChosenId) ?? null,
		customerCode: text(NAMES.customerCode),
		customerNumbers: texts(NAMES.customerNumbers),
		branchCode: text(NAMES.branchCode),
		orderDate: text(NAMES.orderDate),
		invoiceNumbers: [...new Set([...(named === null ? [] : [named]), ...listed])],
	};
}
