import { notFound } from '../errors';
import { fileAnswer, type FileSettings } from '../files/fileAnswer';
import { proofDocument } from '../files/documents';
import { coordinatesOf, deliveryDetailsOf, deliveryOf, hasDelivery, isDelivered } from '../orders/delivery';
import type { RealOrder } from '../orders/heldOrder';
import type { OrderBook } from '../orders/orderBook';
import { passes } from '../orders/orderFilters';
import type { SrsSipsHandler } from '../types';

/** The delivery of an order (delivery-details-32636879e0, by name). */
export function getDelivery(book: OrderBook): SrsSipsHandler<'getDelivery'> {
	return ({ path }) => {
		const order = find(book, path.orderId, hasDelivery);
		return order ? { status: 200, body: deliveryDetailsOf(order) } : noDelivery(path.orderId);
	};
}

/** Finds deliveries (deliveries-list-32636880e0, by name), the newest first. */
export function getDeliveryList(book: OrderBook): SrsSipsHandler<'getDeliveryList'> {
	return ({ body }) => {
		const found = book
			.real()
			.filter((order) => hasDelivery(order) && passes(order, body))
			.reverse()
			.slice(0, body.rowReturnLimit);
		return { status: 200, body: { deliveryList: found.map(deliveryOf) } };
	};
}

/** Where a delivery is (Coordinates, known by name). */
export function getDeliveryCoordinates(book: OrderBook): SrsSipsHandler<'getDeliveryCoordinates'> {
	return ({ path }) => {
		const order = find(book, path.orderId, hasDelivery);
		return order ? { status: 200, body: coordinatesOf(order) } : noDelivery(path.orderId);
	};
}

/** The signed slip (proof-of-delivery-32636881e0, by name). There is none before the goods have arrived. */
export function getProofOfDelivery(book: OrderBook, settings: () => FileSettings): SrsSipsHandler<'getProofOfDelivery'> {
	return ({ path }) => {
		const order = find(book, path.orderId, isDelivered);
		if (!order) return noDelivery(path.orderId);
		const file = proofDocument(order, settings());
		return { status: 200, body: fileAnswer(file, { orderNumber: order.orderId }, settings()) };
	};
}

function find(book: OrderBook, orderId: string, isFarEnough: (order: RealOrder) => boolean): RealOrder | undefined {
	const order = book.find(orderId);
	return order && isFarEnough(order) ? order : undefined;
}

function noDelivery(orderId: string) {
	return notFound('DeliveryNotFound', 'orderId', `No delivery of order ${orderId}`);
}
