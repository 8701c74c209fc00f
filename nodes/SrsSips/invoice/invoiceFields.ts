/** What matters most of an invoice header (invoice-details-21007516e0). */
export const MAIN_INVOICE_FIELDS = [
	'invoiceNumber', 'orderNumber', 'customerCode', 'PONumber', 'invoiceDate',
	'invoiceSubTotal', 'invoiceCharges', 'invoiceTax', 'invoiceTotal', 'paymentStatus',
] as const;
