import type { INodeProperties } from 'n8n-workflow';

import type { Fault } from '../../../engine/failure';
import { money } from '../../../engine/fieldKinds/money';
import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import type { Facts } from '../../../engine/operation/reads';
import type { OrderParameters } from './orderParameters';
import { priceFacts, pricedLines, totalOf, type PricedLine } from './orderPrices';

const LABEL = 'Order Limit';
const NAME = 'options.orderLimit';

/** The largest sum that may be ordered. */
export const orderLimitOption: INodeProperties = {
	displayName: LABEL,
	name: 'orderLimit',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5000',
	description: 'Largest sum in US dollars that all lines may cost, without tax and delivery. Prices are read first. Nothing is sent above it, or where a line has no price.',
};

/** Reads the limit. Faults are noted in `fields`. A model must not set it: as a tool, the node takes no expression here. */
export function readOrderLimit(fields: FieldReader, { toolCall }: RunContext): number | undefined {
	if (toolCall && !toolCall.isFixed(NAME)) return fields.fault(LABEL, 'must be typed in the node. By an expression a model could set it', undefined);
	const limit = fields.optionalKind(NAME, { label: LABEL }, (value) => money(value, { decimals: 2 }));
	return limit === undefined ? undefined : Number(limit);
}

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
	if (total === null) return [{ field: LABEL, expected: `what the order costs is not known, so it may be above ${orderLimit.toFixed(2)}. ${unpriced(lines)}` }];
	if (total <= orderLimit) return [];
	return [{ field: LABEL, expected: `the lines cost ${total.toFixed(2)} in all, above the limit of ${orderLimit.toFixed(2)}. Do not split the order; ask a person` }];
}

const MOST_NAMED = 3;

/** The lines without a total, and why. */
function unpriced(lines: readonly PricedLine[]): string {
	const without = lines.flatMap(({ lineTotal, productName, priceMessage }, at) => (lineTotal === null ? [`Lines ${at + 1} (${productName}): ${priceMessage}`] : []));
	const more = without.length > MOST_NAMED ? `; and ${without.length - MOST_NAMED} more` : '';
	return `${without.slice(0, MOST_NAMED).join('; ')}${more}`;
}
