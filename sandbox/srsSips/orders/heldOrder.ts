import type { SandboxCustomer } from '../data/customers';
import { centsFor, conversionFactor } from '../data/prices';
import { findProduct } from '../data/products';
import type { OrderLine, OrderRequest } from '../types';

/** What has become of an order. The words are invented: no list of them is public. */
export const orderStates = [
	'Queued',
	'Dropped',
	'Rejected',
	'Submitted',
	'Confirmed',
	'En Route',
	'Delivered',
	'Invoiced',
	'Cancelled',
] as const;

export type OrderState = (typeof orderStates)[number];

/** An order the sandbox took. */
export interface HeldOrder {
	/** Null while it is queued. */
	orderId: number | null;
	queueId: string | null;
	state: OrderState;
	takenAt: string;
	invoiceNumber: string | null;
	total: number;
	request: OrderRequest;
}

/** Orders that are not real yet, or never will be. The ERP does not know them, so no list shows them. */
export function isReal(order: HeldOrder): order is HeldOrder & { orderId: number } {
	return order.orderId !== null;
}

/** What an order costs the customer, with prices from the sandbox and not from the request. */
export function totalOf(lines: OrderLine[], customer: SandboxCustomer): number {
	const cents = lines.reduce((sum, line) => {
		const product = findProduct(line.productId);
		if (!product) return sum;
		const factor = conversionFactor(product, line.uom) ?? 1;
		return sum + Math.round(line.quantity * factor * centsFor(product, customer));
	}, 0);
	return cents / 100;
}

/** An order number padded to ten digits, a dash, the shipment padded to three (invoice-details-21007516e0). */
export function invoiceNumberOf(orderId: number, shipment = 1): string {
	return `${String(orderId).padStart(10, '0')}-${String(shipment).padStart(3, '0')}`;
}
