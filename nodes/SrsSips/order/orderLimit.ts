import type { INodeProperties } from 'n8n-workflow';

import { money } from '../../../engine/fieldKinds/money';
import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';

/** As the panel calls it. */
export const ORDER_LIMIT = 'Order Limit';
const NAME = 'options.orderLimit';

/** The largest sum that may be ordered. */
export const orderLimitOption: INodeProperties = {
	displayName: ORDER_LIMIT,
	name: 'orderLimit',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5000',
	description: 'Largest sum in US dollars that all lines may cost, without tax and delivery. Prices are read first. Nothing is sent above it, or where a line has no price. It holds for one order, not for several together.',
};

/** Reads the limit. Faults are noted in `fields`. A model must not set it: as a tool, the node takes no expression here. */
export function readOrderLimit(fields: FieldReader, { toolCall }: RunContext): number | undefined {
	if (toolCall && !toolCall.isFixed(NAME)) return fields.fault(ORDER_LIMIT, 'must be typed in the node. By an expression a model could set it', undefined);
	const limit = fields.optionalKind(NAME, { label: ORDER_LIMIT }, (value) => money(value, { decimals: 2 }));
	return limit === undefined ? undefined : Number(limit);
}
