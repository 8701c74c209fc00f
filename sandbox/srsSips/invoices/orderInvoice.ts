import { shipToOf } from '../data/customers';
import type { RealOrder } from '../orders/heldOrder';
import { shipToLines } from '../orders/orderEntry';
import { orderedLines } from '../orders/orderedLines';
import { siteOf } from '../orders/site';
import { paymentStatuses } from '../orders/words';
import { makeInvoice, TAX_RATE, type FiledInvoice } from './billing';

/** What the truck costs, in cents. Picking goods up is free. */
const CHARGES: Record<string, number> = { 'Ground Drop': 2500, 'Roof Load': 7500 };

/** The invoice of an order, or nothing while it has none. It is not paid yet. */
export function invoiceOf(order: RealOrder): FiledInvoice[] {
	const invoiced = order.reachedAt.Invoiced;
	if (invoiced === undefined) return [];
	const { request, orderId } = order;
	const { poDetails, customerCode, jobAccountNumber } = request;
	const site = siteOf(order);
	const subTotal = Math.round(order.total * 100);
	return [
		makeInvoice({
			branchCode: request.branchCode,
			facts: {
				orderNumber: orderId,
				shipmentNumber: 1,
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
			amounts: { subTotal, charges: CHARGES[poDetails.shippingMethod] ?? 0, tax: Math.round(subTotal * TAX_RATE) },
			lines: orderedLines(request),
		}),
	];
}
