import { isFailure, readOrFailure, type Failure } from '../../../engine/failure';
import { orRefusal, type Ask } from '../../../engine/operation/reads';
import { readInvoiceRow, type InvoiceRow } from '../polling/listedRows';
import { listOrNone } from '../shared/answers';
import { orderIdKey } from '../shared/codes';
import { isInvoiceNumber } from '../shared/invoiceNumber';

/** The call as people know it. */
export const INVOICES = 'Invoices List';

/**
 * The invoices of an order, by Invoices List (invoices-list-21007517e0).
 *
 * @param orderId the SRS number; anything else has no invoices
 * @returns what it cannot be read by, where it cannot: then there may be some
 * @throws Failure where SIPS is down, or does not let us in
 */
export async function invoicesOfOrder(orderId: string, ask: Ask): Promise<InvoiceRow[] | Failure> {
	const listed = await invoicesListedFor(orderId, ask);
	return isFailure(listed) ? listed : listed.ofOrder;
}

/** What Invoices List answers for an order. */
interface ListedInvoices {
	ofOrder: InvoiceRow[];
	/** Those of other orders: the list was not filtered then. */
	ofOthers: InvoiceRow[];
	/** Those that do not show of which order they are. */
	ofUnknown: InvoiceRow[];
}

/** The same, with the rows that do not show of which order they are. */
export async function invoicesListedFor(orderId: string, ask: Ask): Promise<ListedInvoices | Failure> {
	if (!/^\d+$/.test(orderId)) return { ofOrder: [], ofOthers: [], ofUnknown: [] };
	const answer = await orRefusal(ask({ method: 'POST', path: '/invoices/list', body: { orderNumber: Number(orderId) } }));
	const rows = readOrFailure(() => listOrNone(answer, INVOICES));
	// A row of another order would be a filter that was not understood.
	if (isFailure(rows)) return rows;
	const read = rows.map(readInvoiceRow);
	return { ofOrder: read.filter((row) => isOfOrder(row, orderId)), ofOthers: read.filter((row) => orderOf(row) !== undefined && !isOfOrder(row, orderId)), ofUnknown: read.filter((row) => orderOf(row) === undefined) };
}

/** An invoice number begins with the order's, where the row does not name it (invoice-details-21007516e0). */
export function orderOf({ orderId, invoiceNumber }: InvoiceRow): string | undefined {
	return orderId ?? (isInvoiceNumber(invoiceNumber ?? undefined) ? invoiceNumber?.split('-')[0] : undefined);
}

function isOfOrder(row: InvoiceRow, wanted: string): boolean {
	const named = orderOf(row);
	return named !== undefined && orderIdKey(named) === orderIdKey(wanted);
}
