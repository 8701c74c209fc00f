import type { OrderOutcome } from '../settings';
import type { OrderRequest } from '../types';
import type { OrderState } from './words';

/** An order the sandbox took. */
export interface HeldOrder {
	/** Null while it is queued. */
	orderId: number | null;
	queueId: string | null;
	state: OrderState;
	takenAt: string;
	/** When it came to the states it has been in. */
	reachedAt: Partial<Record<OrderState, string>>;
	invoiceNumber: string | null;
	total: number;
	/** What comes of it, against what was asked. */
	outcome: OrderOutcome;
	/** The order of which it is a part, under a number of its own. */
	splitFrom?: HeldOrder;
	request: OrderRequest;
}

/** An order that has its number. */
export type RealOrder = HeldOrder & { orderId: number };

/** Orders that are not real yet, or never will be. The ERP does not know them, so no list shows them. */
export function isReal(order: HeldOrder): order is RealOrder {
	return order.orderId !== null;
}

/** An order number padded to ten digits, a dash, the shipment padded to three (invoice-details-21007516e0). */
export function invoiceNumberOf(orderId: number, shipment = 1): string {
	return `${String(orderId).padStart(10, '0')}-${String(shipment).padStart(3, '0')}`;
}

/** A moment as the partner writes it: local and without a zone, as in the one sample known. */
export function withoutZone(moment: string): string {
	return moment.slice(0, 19);
}
