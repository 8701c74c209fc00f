import type { Failure, Fault } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/transport/request';
import { numberOf, textOf } from '../../../engine/values';
import { listAnswer } from '../answers';
import type { BranchProduct, Unproven } from '../contract';

/** What a branch sells, by product number (Active Branch Products, order-flow-1994858m0). Rows without a number are left out. */
export function soldProducts(answer: PartnerAnswer): Map<number, Unproven<BranchProduct>> {
	const products: Array<Unproven<BranchProduct>> = listAnswer(answer, 'Active Branch Products');
	return new Map(products.filter(({ productId }) => textOf(productId) !== undefined).map((product) => [numberOf(product.productId), product]));
}

export function noProducts(branchCode: string, failure: Failure): Fault {
	return { field: 'Branch Code', expected: `SIPS has no products for ${branchCode} (${failure.message})` };
}

/** @param at which line of the order, from 0 */
export function notSold(branchCode: string, productId: number, at: number): Fault {
	return { field: `Lines ${at + 1}: Product ID`, expected: `${branchCode} does not sell product ${productId}` };
}
