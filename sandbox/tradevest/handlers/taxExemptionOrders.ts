import { asWritten } from '../../core/exactNumber';
import { accepted, notFound } from '../answers';
import type { TaxBook } from '../money/taxBook';
import { pageAnswer } from '../page';
import type { TradevestHandler } from '../types';

/** The orders in pages (tv:api-reference/taxes/exemption). Invented: that the newest is the first. */
export function listTaxExemptionOrders(book: TaxBook): TradevestHandler<'listTaxExemptionOrders'> {
	return ({ query: { taxExemptionOrderId, entityId, status, ...page } }) => {
		const found = book
			.newestFirst()
			.filter((order) => taxExemptionOrderId === undefined || order.taxExemptionOrderId === taxExemptionOrderId.toLowerCase())
			.filter((order) => entityId === undefined || order.entityId.toLowerCase() === entityId.toLowerCase())
			.filter((order) => status === undefined || order.status === status);
		return pageAnswer(found, (order) => order.taxExemptionOrderId, page);
	};
}

/** Takes an order. Invented: that nobody asks whose entity it is. */
export function createTaxExemptionOrder(book: TaxBook): TradevestHandler<'createTaxExemptionOrder'> {
	return ({ body }) => ({ status: 200, body: { taxExemptionOrderId: book.create(asWritten(body)) } });
}

/** Changes an order. Whether it could be is told by a notification only. */
export function updateTaxExemptionOrder(book: TaxBook): TradevestHandler<'updateTaxExemptionOrder'> {
	return ({ path: { taxExemptionOrderId: id }, body }) => {
		if (!book.find(id)) return notFound('tax exemption order', id);
		book.change(id, asWritten(body));
		return accepted;
	};
}
