import { notFound } from '../answers';
import type { SavingsBook } from '../money/savingsBook';
import type { TradevestHandler } from '../types';

/** Takes a savings plan (tv:api-reference/asset-management/savings-plans). Whether it holds is told later. */
export function createSavingsPlan(book: SavingsBook): TradevestHandler<'createSavingsPlan'> {
	return ({ body }) => ({ status: 200, body: { uuid: book.create(body) } });
}

/** One savings plan. */
export function getSavingsPlan(book: SavingsBook): TradevestHandler<'getSavingsPlan'> {
	return ({ path: { savingPlanId } }) => {
		const found = book.find(savingPlanId);
		return found ? { status: 200, body: found } : notFound('savings plan', savingPlanId);
	};
}
