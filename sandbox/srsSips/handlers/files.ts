import type { FileBody } from '../../core/fileBody';
import type { Handler } from '../../core/types';
import { notFound } from '../errors';
import { invoiceDocument, proofDocument, type DocumentSettings } from '../files/documents';
import { findInvoice } from '../invoices/invoiceFile';
import { isDelivered } from '../orders/delivery';
import type { OrderBook } from '../orders/orderBook';
import type { ErrorAnswer } from '../types';

/** What a link of this sandbox leads to. Not a call of the partner, so not in the document. */
export interface GetFile {
	parameters: { path: { fileName: string } };
	responses: {
		200: { content: { 'application/pdf': string } };
		404: { content: { 'application/json': ErrorAnswer } };
	};
}

/** The file behind a link. */
export function getFile(book: OrderBook, settings: () => DocumentSettings): Handler<GetFile> {
	return ({ path }) => {
		const file = fileCalled(path.fileName, book, settings());
		return file ? { status: 200, body: file } : notFound('NotFound', 'fileName', `No file ${path.fileName}`);
	};
}

function fileCalled(fileName: string, book: OrderBook, settings: DocumentSettings): FileBody | undefined {
	const { invoiceNumber, orderId, type } =
		/^(?:invoice-(?<invoiceNumber>[\d-]+)|proof-of-delivery-(?<orderId>\d+))\.(?<type>pdf|png)$/.exec(fileName)?.groups ?? {};
	if (invoiceNumber !== undefined) {
		const invoice = findInvoice(book, invoiceNumber);
		return invoice && type === 'pdf' ? invoiceDocument(invoice, settings) : undefined;
	}
	const order = orderId === undefined ? undefined : book.find(orderId);
	if (!order || !isDelivered(order)) return undefined;
	return proofDocument(order, { ...settings, proofType: type === 'png' ? 'png' : 'pdf' });
}
