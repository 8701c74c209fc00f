import { isFailure, validationFailure, type Fault } from '../../../engine/failure';
import type { Ask } from '../../../engine/operation/reads';
import { textOf } from '../../../engine/values';
import { branchProductsRequest } from '../shared/listRequests';
import type { OrderParameters } from './orderParameters';
import { noProducts, notSold, branchProducts } from './branchProducts';

/**
 * The order with a name in each line. SIPS wants one beside the product's number (submit-order-v2-21007252e0), and the branch knows it
 * (order-flow-1994858m0): who chooses a product from the list need not type it again. Asks nothing where every line has its name.
 *
 * @throws Failure of kind `validation` that names every line whose name nobody knows; any other where SIPS could not be asked
 */
export async function withProductNames(order: OrderParameters, ask: Ask): Promise<OrderParameters> {
	if (order.lines.every(({ productName }) => productName !== '')) return order;
	const answer = await ask(branchProductsRequest(order.branchCode));
	if (isFailure(answer)) throw validationFailure('The order', [noProducts(order.branchCode, answer)]);
	const sold = branchProducts(answer);
	const nameOf = (productId: number) => sold.get(productId)?.flatMap(({ productName }) => textOf(productName)?.trim() || [])[0] ?? '';
	const lines = order.lines.map((line) => ({ ...line, productName: line.productName || nameOf(line.productId) }));
	const faults = lines.flatMap(({ productId, productName }, at): Fault[] => {
		if (productName !== '') return [];
		if (!sold.has(productId)) return [notSold(order.branchCode, productId, at)];
		return [{ field: `Lines ${at + 1}: Product Name`, expected: `must not be empty: ${order.branchCode} has no name for product ${productId}` }];
	});
	if (faults.length > 0) throw validationFailure('The order', faults);
	return { ...order, lines };
}
