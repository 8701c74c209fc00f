import { invoiceNumberOf } from '../orders/heldOrder';
import type { Invoice, InvoiceHeader, InvoiceLine } from '../types';

/** All amounts in cents, so that sums are exact. */
export interface Amounts {
	subTotal: number;
	charges: number;
	tax: number;
}

/** An invoice, and what finds it but is not in it. */
export interface FiledInvoice {
	branchCode: string;
	invoice: Invoice;
}

/** What an invoice is made of: its header without what follows from the rest. */
export interface Billing {
	branchCode: string;
	facts: Omit<InvoiceHeader, 'invoiceNumber' | 'invoiceSubTotal' | 'invoiceCharges' | 'invoiceTax' | 'invoiceTotal' | 'SOTypeCode'>;
	amounts: Amounts;
	lines: InvoiceLine[];
}

/** Tax on goods. Real rates depend on the place. */
export const TAX_RATE = 0.08;

/** An invoice whose total is the sum of its parts (invoice-details-21007516e0). Its lines are invented. */
export function makeInvoice({ branchCode, facts, amounts: { subTotal, charges, tax }, lines }: Billing): FiledInvoice {
	const invoice = {
		invoiceHeader: {
			...facts,
			invoiceNumber: invoiceNumberOf(facts.orderNumber, facts.shipmentNumber),
			invoiceSubTotal: subTotal / 100,
			invoiceCharges: charges / 100,
			invoiceTax: tax / 100,
			invoiceTotal: (subTotal + charges + tax) / 100,
			SOTypeCode: 'SO',
		},
		invoiceLines: lines,
	};
	return { branchCode, invoice };
}
