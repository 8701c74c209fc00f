import { accepted, notFound } from '../answers';
import { productDefinitions } from '../data/products';
import { errorMessage } from '../errors';
import type { Actors } from '../money/actors';
import type { ProductBook } from '../money/productBook';
import type { TradevestHandler } from '../types';

/** What a customer can have (tv:api-reference/products). */
export function listProducts(): TradevestHandler<'listProducts'> {
	return () => ({ status: 200, body: { data: [...productDefinitions] } });
}

/** The products of a customer (tv:api-reference/products/customer-products). */
export function listCustomerProducts(products: ProductBook, actors: Actors): TradevestHandler<'listCustomerProducts'> {
	return ({ path, query: { productType, productCode, status, iban } }) => {
		if (!actors.isCustomer(path.customerId)) return notFound('customer', path.customerId);
		const found = products
			.of(path.customerId)
			.filter((product) => productType === undefined || product.productType === productType)
			.filter((product) => productCode === undefined || product.productCode === productCode)
			.filter((product) => status === undefined || product.status === status)
			.filter((product) => iban === undefined || product.accountData?.iban === iban);
		return { status: 200, body: found };
	};
}

/** Opens a product (same page). The contract has seen to it that there is a Requestor-ID. */
export function createCustomerProduct(products: ProductBook, actors: Actors): TradevestHandler<'createCustomerProduct'> {
	return ({ path: { customerId }, header, body }) => {
		if (!actors.isCustomer(customerId)) return notFound('customer', customerId);
		const reason = actors.whyNot(header['Requestor-ID'], customerId);
		if (reason !== null) return { status: 403, body: errorMessage(403, reason) };
		return { status: 200, body: { customerProductId: products.open(customerId.toLowerCase(), body.productCode) } };
	};
}

/** One product, with what is on it. */
export function getCustomerProduct(products: ProductBook): TradevestHandler<'getCustomerProduct'> {
	return ({ path: { customerProductId } }) => {
		const found = products.find(customerProductId);
		return found ? { status: 200, body: found } : notFound('product', customerProductId);
	};
}

/** Closes a product. Invented: that it may hold something still. */
export function closeCustomerProduct(products: ProductBook, actors: Actors): TradevestHandler<'closeCustomerProduct'> {
	return ({ path: { customerProductId }, header }) => {
		const customerId = products.customerOf(customerProductId);
		if (customerId === undefined) return notFound('product', customerProductId);
		const reason = actors.whyNot(header['Requestor-ID'], customerId);
		if (reason !== null) return { status: 403, body: errorMessage(403, reason) };
		products.close(customerProductId);
		return accepted;
	};
}
