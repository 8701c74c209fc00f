import type { OrderBook } from '../orders/orderBook';
import type { Invoice } from '../types';
import type { FiledInvoice } from './billing';
import { invoicesOf } from './orderInvoice';
import { pastInvoices } from './pastInvoices';

/** All invoices there are, the newest first. */
export function invoicesIn(book: OrderBook): FiledInvoice[] {
	const all = [...pastInvoices, ...book.real().flatMap(invoicesOf)].reverse();
	return all.sort((one, other) => dateOf(other).localeCompare(dateOf(one)));
}

/** The invoice with this number. */
export function findInvoice(book: OrderBook, invoiceNumber: string): Invoice | undefined {
	return invoicesIn(book).find(({ invoice }) => invoice.invoiceHeader.invoiceNumber === invoiceNumber)?.invoice;
}

function dateOf({ invoice }: FiledInvoice): string {
	return invoice.invoiceHeader.invoiceDate;
}
