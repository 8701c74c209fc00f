import { notFound } from '../answers';
import type { Books } from '../books';
import type { ProductBook } from '../productBook';
import type { Requestors } from '../requestors';
import type { TradevestHandler } from '../types';

/** The products of a customer (tv:api-reference/products/customer-products). */
export function listCustomerProducts(products: ProductBook, { customers }: Books): TradevestHandler<'listCustomerProducts'> {
	return ({ path: { customerId } }) => (customers.find(customerId) ? { status: 200, body: products.of(customerId) } : notFound('customer', customerId));
}

/** Opens a product (same page). The contract has seen to it that there is a Requestor-ID. */
export function createCustomerProduct(products: ProductBook, { customers }: Books, requestors: Requestors): TradevestHandler<'createCustomerProduct'> {
	return ({ path: { customerId }, header, body }) => {
		const customer = customers.find(customerId);
		if (!customer) return notFound('customer', customerId);
		const refusal = requestors.refusal(header['Requestor-ID'], 'customer', customer.entityId);
		if (refusal) return refusal;
		const { customerProductId } = products.open(customerId, body.productCode);
		return { status: 200, body: { customerProductId } };
	};
}
