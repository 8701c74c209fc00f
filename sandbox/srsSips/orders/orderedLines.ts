import { findCustomer, type SandboxCustomer } from '../data/customers';
import { itemCodeOf } from '../data/itemCodes';
import { centsPerUnit } from '../data/prices';
import { findProduct } from '../data/products';
import type { OrderedLine, OrderLine, OrderRequest } from '../types';

/** The lines of an order as it was taken, with prices from the sandbox and not from the request. */
export function orderedLines(request: OrderRequest): OrderedLine[] {
	const customer = findCustomer(request.customerCode);
	return request.orderLineItemDetails.map((line, at) => {
		const product = findProduct(line.productId);
		const cents = customer ? centsOf(line, customer) : 0;
		return {
			lineNumber: at + 1,
			itemCode: product ? itemCodeOf(product, line.option) : '',
			productId: line.productId,
			productName: product?.name ?? line.productName,
			option: line.option,
			quantity: line.quantity,
			uom: line.uom,
			customerItem: line.customerItem,
			price: cents / 100,
			extendedPrice: (cents * line.quantity) / 100,
		};
	});
}

/** What an order costs the customer before charges and tax, in cents. */
export function centsOfLines(lines: OrderLine[], customer: SandboxCustomer): number {
	return lines.reduce((sum, line) => sum + line.quantity * centsOf(line, customer), 0);
}

function centsOf(line: OrderLine, customer: SandboxCustomer): number {
	const product = findProduct(line.productId);
	return (product && centsPerUnit(product, customer, line.uom)) ?? 0;
}
