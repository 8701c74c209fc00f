import type { Failure, Fault } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/http/request';
import { numberOf, textOf } from '../../../engine/values';
import { listAnswer } from '../shared/answers';
import type { BranchProduct, Unproven } from '../shared/contract';

/** What a branch sells, by product number, with all the rows of each (Active Branch Products, order-flow-1994858m0). Rows without a number are left out. */
export function branchProducts(answer: PartnerAnswer): Map<number, Array<Unproven<BranchProduct>>> {
	const sold = new Map<number, Array<Unproven<BranchProduct>>>();
	for (const product of listAnswer(answer, 'Active Branch Products') as Array<Unproven<BranchProduct>>) {
		if (textOf(product.productId) === undefined) continue;
		const number = numberOf(product.productId);
		const rows = sold.get(number);
		if (rows) rows.push(product);
		else sold.set(number, [product]);
	}
	return sold;
}

export function noProducts(branchCode: string, failure: Failure): Fault {
	return { field: 'Branch Code', expected: `SIPS has no products for ${branchCode} (${failure.message})` };
}

/** @param at which line of the order, from 0 */
export function notSold(branchCode: string, productId: number, at: number): Fault {
	return { field: `Lines ${at + 1}: Product ID`, expected: `${branchCode} does not sell product ${productId}` };
}
