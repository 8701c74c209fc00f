import { notFound } from '../errors';
import type { OrderBook } from '../orders/orderBook';
import { detailsOf, entryOf } from '../orders/orderEntry';
import { passes } from '../orders/orderFilters';
import type { SrsSipsSettings } from '../settings';
import type { SrsSipsHandler } from '../types';

/**
 * Finds orders (order-list-32636883e0). The newest come first, so that a row limit keeps what matters. Orders that are
 * still queued are not found.
 */
export function getOrderList(book: OrderBook, settings: () => SrsSipsSettings): SrsSipsHandler<'getOrderList'> {
	return ({ body }) => {
		const { listDelayMs, listCarriesTransactionId: withTransactionId } = settings();
		const found = book
			.real()
			.filter(({ takenAt }) => Date.now() - Date.parse(takenAt) >= listDelayMs)
			.filter((order) => passes(order, body))
			.reverse()
			.slice(0, body.rowReturnLimit);
		const parts = { withTransactionId, withInvoices: body.includeInvoices === 'Y' };
		return { status: 200, body: { orderList: found.map((order) => entryOf(order, parts)) } };
	};
}

/** One order (order-details-32636882e0, by name). Those still queued are not known here either. */
export function getOrder(book: OrderBook, settings: () => SrsSipsSettings): SrsSipsHandler<'getOrder'> {
	return ({ path }) => {
		const order = book.find(path.orderId);
		if (!order) return notFound('OrderNotFound', 'orderId', `No order ${path.orderId}`);
		return { status: 200, body: detailsOf(order, settings().listCarriesTransactionId) };
	};
}
