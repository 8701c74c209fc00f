import type { Fault } from '../../../engine/failure';
import type { Facts } from '../../../engine/operation/reads';
import { ORDER_LIMIT } from './orderLimit';
import type { OrderParameters } from './orderParameters';
import { priceFacts, pricedLines, totalOf, type PricedLine } from './orderPrices';

/** Whether what the lines cost in all is within the limit; null where there is no limit, or the total is not known. */
export function isWithinLimit({ orderLimit }: OrderParameters, total: number | null): boolean | null {
	return orderLimit === undefined || total === null ? null : total <= orderLimit;
}

/** What speaks against sending the order because of its limit. */
export function limitFaults(order: OrderParameters, facts: Facts): Fault[] {
	const { orderLimit } = order;
	if (orderLimit === undefined) return [];
	const lines = pricedLines(order, priceFacts(facts));
	const total = totalOf(lines);
	if (total === null) return [{ field: ORDER_LIMIT, expected: `what the order costs is not known, so it may be above ${orderLimit.toFixed(2)}. ${unpriced(lines)}` }];
	if (total <= orderLimit) return [];
	return [{ field: ORDER_LIMIT, expected: `the lines cost ${total.toFixed(2)} in all, above the limit of ${orderLimit.toFixed(2)}. Do not split the order; ask a person` }];
}

const MOST_NAMED = 3;

/** The lines without a total, and why. */
function unpriced(lines: readonly PricedLine[]): string {
	const without = lines.flatMap(({ lineTotal, productName, priceMessage }, at) => (lineTotal === null ? [`Lines ${at + 1} (${productName}): ${priceMessage}`] : []));
	const more = without.length > MOST_NAMED ? `; and ${without.length - MOST_NAMED} more` : '';
	return `${without.slice(0, MOST_NAMED).join('; ')}${more}`;
}
