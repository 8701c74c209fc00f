import { findCustomer } from '../data/customers';
import { itemCodeOf } from '../data/itemCodes';
import { centsPerUnit } from '../data/prices';
import { findProduct, optionsAt } from '../data/products';
import type { OrderOutcome } from '../settings';
import type { InvoiceLine, OrderedLine, OrderRequest } from '../types';
import type { RealOrder } from './heldOrder';
import { orderedLines } from './orderedLines';

/** What of an order stays under its number, and what goes on under a new one, if anything. */
export function partsOf(request: OrderRequest, outcome: OrderOutcome): [OrderRequest] | [OrderRequest, OrderRequest] {
	const [first, ...others] = request.orderLineItemDetails;
	if (outcome !== 'split' || !first) return [request];
	const half = Math.floor(first.quantity / 2);
	if (others.length === 0 && half === 0) return [request];
	const [stay, go] = others.length > 0 ? [[first], others] : [[{ ...first, quantity: first.quantity - half }], [{ ...first, quantity: half }]];
	return [{ ...request, orderLineItemDetails: stay }, { ...request, orderLineItemDetails: go }];
}

/** The lines of an order as the branch has them. */
export function confirmedLines({ request, outcome }: Pick<RealOrder, 'request' | 'outcome'>): OrderedLine[] {
	const lines = orderedLines(request);
	if (outcome === 'otherPriceUnit') return lines.map((line) => perOtherUnit(line, request.customerCode));
	if (outcome !== 'substituted') return lines;
	const at = lines.findIndex((line) => otherOption(line, request.branchCode) !== undefined);
	return lines.map((line, index) => (index === at ? substituted(line, request.branchCode) : line));
}

/** The lines of each invoice of an order. */
export function invoicedLines(order: Pick<RealOrder, 'request' | 'outcome'>): InvoiceLine[][] {
	const lines = confirmedLines(order);
	const [first, ...others] = lines;
	if (!first) return [lines];
	const fifth = Math.ceil((first.quantity ?? 0) / 5);
	if (order.outcome === 'short') return [[withQuantity(first, (first.quantity ?? 0) - fifth), ...others].filter(({ quantity }) => quantity !== 0)];
	if (order.outcome === 'credited') return [lines, [withQuantity(first, -fifth)]];
	return [lines];
}

function withQuantity(line: OrderedLine, quantity: number): OrderedLine {
	const cents = Math.round((line.price ?? 0) * 100);
	return { ...line, quantity, extendedPrice: (cents * quantity) / 100 };
}

function otherOption({ productId, option }: OrderedLine, branchCode: string): string | undefined {
	const product = productId === undefined ? undefined : findProduct(productId);
	return product && optionsAt(product, branchCode).find((other) => other !== option && other !== 'N/A');
}

function substituted(line: OrderedLine, branchCode: string): OrderedLine {
	const product = findProduct(line.productId ?? 0);
	const option = otherOption(line, branchCode) ?? line.option ?? '';
	return { ...line, option, itemCode: product ? itemCodeOf(product, option) : '' };
}

/** The same line with its price for another unit of the product, if it has one. */
function perOtherUnit(line: OrderedLine, customerCode: string): OrderedLine {
	const [product, customer] = [findProduct(line.productId ?? 0), findCustomer(customerCode)];
	const other = product?.family.units.find(({ uom }) => uom !== line.uom)?.uom;
	if (!product || !customer || other === undefined) return line;
	return { ...line, price: (centsPerUnit(product, customer, other) ?? 0) / 100, priceUOM: other };
}
