import { notFound } from '../errors';
import { invoiceDocument } from '../files/documents';
import { fileAnswer, type FileSettings } from '../files/fileAnswer';
import { findInvoice, invoicesIn } from '../invoices/invoiceFile';
import type { FiledInvoice } from '../invoices/billing';
import type { OrderBook } from '../orders/orderBook';
import { isSame, isWithin } from '../orders/orderFilters';
import type { InvoiceListRequest, SrsSipsHandler } from '../types';

/** One invoice (invoice-details-21007516e0). */
export function getInvoice(book: OrderBook): SrsSipsHandler<'getInvoice'> {
	return ({ path }) => {
		const invoice = findInvoice(book, path.invoiceNumber);
		return invoice ? { status: 200, body: invoice } : noInvoice(path.invoiceNumber);
	};
}

/** Finds invoices (invoices-list-21007517e0), the newest first. An entry is the header of the invoice. */
export function getInvoiceList(book: OrderBook): SrsSipsHandler<'getInvoiceList'> {
	return ({ body }) => {
		const found = invoicesIn(book)
			.filter((filed) => passes(filed, body))
			.slice(0, body.rowReturnLimit);
		return { status: 200, body: { invoiceList: found.map(({ invoice }) => invoice.invoiceHeader) } };
	};
}

/** The invoice as a file (Invoice Pdf, known by name). */
export function getInvoicePdf(book: OrderBook, settings: () => FileSettings): SrsSipsHandler<'getInvoicePdf'> {
	return ({ path }) => {
		const invoice = findInvoice(book, path.invoiceNumber);
		if (!invoice) return noInvoice(path.invoiceNumber);
		const { invoiceNumber } = invoice.invoiceHeader;
		return { status: 200, body: fileAnswer(invoiceDocument(invoice, settings()), { invoiceNumber }, settings()) };
	};
}

function passes({ branchCode, invoice: { invoiceHeader: header } }: FiledInvoice, wanted: InvoiceListRequest): boolean {
	return (
		isSame(wanted.branchCode, branchCode) &&
		isSame(wanted.customerCode, header.customerCode) &&
		isSame(wanted.shipToSequenceNumber, header.shipToSequenceNumber ?? '') &&
		(wanted.orderNumber === undefined || wanted.orderNumber === header.orderNumber) &&
		isWithin(header.invoiceDate.slice(0, 10), wanted.startInvoiceDate, wanted.endInvoiceDate)
	);
}

function noInvoice(invoiceNumber: string) {
	return notFound('InvoiceNotFound', 'invoiceNumber', `No invoice ${invoiceNumber}`);
}
