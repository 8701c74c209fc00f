import { demoCustomer } from '../data/people';
import { errorMessage } from '../errors';
import type { PersonBook } from '../personBook';
import type { ProductBook } from '../productBook';
import type { ErrorMessage, TradevestHandler } from '../types';

/** The products of a customer (tv:api-reference/products/customer-products). */
export function listCustomerProducts(products: ProductBook): TradevestHandler<'listCustomerProducts'> {
	return ({ path }) => {
		if (!isKnown(path.customerId)) return { status: 404, body: notFound(path.customerId) };
		return { status: 200, body: products.view() };
	};
}

/** Opens a product (same page). The contract has seen to it that there is a Requestor-ID. */
export function createCustomerProduct(
	products: ProductBook,
	people: PersonBook,
): TradevestHandler<'createCustomerProduct'> {
	return ({ path, header, body }) => {
		if (!isKnown(path.customerId)) return { status: 404, body: notFound(path.customerId) };
		const reason = whyNot(header['Requestor-ID'], people);
		if (reason !== null) return { status: 403, body: errorMessage(403, reason) };
		const { customerProductId } = products.open(body.productCode);
		return { status: 200, body: { customerProductId } };
	};
}

/** The rules of tv:release-notes/archive/v.1.5.0-test-environment. */
function whyNot(requestorId: string, people: PersonBook): string | null {
	const requestor = people.find(requestorId);
	if (!requestor) return `The requestor ${requestorId} is not a natural person`;
	if (requestor.status !== 'ACTIVE') return `The requestor ${requestorId} is not active`;
	if (requestor.naturalPersonId !== demoCustomer.naturalPersonId) {
		return `The requestor ${requestorId} may not act for this customer`;
	}
	return null;
}

function isKnown(customerId: string): boolean {
	return customerId.toLowerCase() === demoCustomer.customerId;
}

function notFound(customerId: string): ErrorMessage {
	return errorMessage(404, `No customer ${customerId}`);
}
