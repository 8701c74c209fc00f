import { shipToOf } from '../data/customers';
import type { RealOrder } from '../orders/heldOrder';
import { shipToLines } from '../orders/orderEntry';
import { invoicedLines } from '../orders/outcome';
import { siteOf } from '../orders/site';
import { paymentStatuses } from '../orders/words';
import type { InvoiceLine } from '../types';
import { makeInvoice, TAX_RATE, type FiledInvoice } from './billing';

/** What the truck costs, in cents. Picking goods up is free. */
const CHARGES: Record<string, number> = { 'Ground Drop': 2500, 'Roof Load': 7500 };

/** The invoices of an order; none while it has none. They are not paid yet. */
export function invoicesOf(order: RealOrder): FiledInvoice[] {
	const invoiced = order.reachedAt.Invoiced;
	if (invoiced === undefined) return [];
	return invoicedLines(order).map((lines, at) => invoiceOf(order, invoiced, lines, at + 1));
}

function invoiceOf(order: RealOrder, invoiced: string, lines: InvoiceLine[], shipmentNumber: number): FiledInvoice {
	const { request, orderId, outcome } = order;
	const { poDetails, customerCode, jobAccountNumber } = request;
	const site = siteOf(order);
	const subTotal = lines.reduce((sum, { extendedPrice = 0 }) => sum + Math.round(extendedPrice * 100), 0);
	// A second invoice brings nothing: the truck came with the first.
	const charges = shipmentNumber === 1 ? (CHARGES[poDetails.shippingMethod] ?? 0) : 0;
	return makeInvoice({
		branchCode: request.branchCode,
		facts: {
			orderNumber: orderId,
			shipmentNumber,
			shipToSequenceNumber: String(shipToOf(customerCode, jobAccountNumber)?.sequenceNumber ?? ''),
			customerCode: customerCode.toUpperCase(),
			invoiceDate: `${invoiced.slice(0, 10)}T00:00:00`,
			paymentStatus: paymentStatuses.open,
			PONumber: poDetails.poNumber,
			salesTypeCode: poDetails.orderType,
			jobNumber: poDetails.jobNumber,
			...shipToLines(request),
			shipToLatitude: site.latitude,
			shipToLongitude: site.longitude,
		},
		amounts: { subTotal, charges, tax: Math.round(subTotal * TAX_RATE) },
		lines: outcome === 'freightLine' && charges > 0 ? [...lines, freightLine(lines.length + 1, charges)] : lines,
	});
}

/** The truck as a line. It stays a charge of the header, and no part of the subtotal. */
function freightLine(lineNumber: number, cents: number): InvoiceLine {
	return { lineNumber, itemCode: 'FREIGHT', productId: null, productName: 'FREIGHT CHARGE', option: 'N/A', quantity: 1, uom: 'EA', price: cents / 100, extendedPrice: cents / 100 };
}
