import { readInvoiceNumber } from '../shared/invoiceNumber';
import { invoiceNumber } from '../shared/fields';
import { unconfirmedFile } from '../shared/unconfirmedFile';

/** Invoice Pdf (known by its name in the lists of all editions). */
export const download = unconfirmedFile({
	name: 'download',
	displayName: 'Download PDF',
	action: 'Download the PDF of an invoice',
	description: 'Download an invoice as PDF, which exists once the order is completed and invoiced',
	by: invoiceNumber,
	readCode: readInvoiceNumber,
	template: '/invoices/pdf/{invoiceNumber}',
	what: 'Invoice PDF',
	baseName: 'invoice',
	existsOnce: 'once the order is completed and invoiced',
});
