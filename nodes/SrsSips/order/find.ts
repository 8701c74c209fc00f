import { Failure } from '../../../engine/failure';
import { FieldReader } from '../../../engine/items/fields';
import { hintAbout } from '../../../engine/operation/hintAbout';
import type { RepeatableOperation, SeveralReads } from '../../../engine/operation/operation';
import { orderSearchFields, orderSearchOptions, readOrderSearch, searchLabel, searchOrders, type OrderSearch } from './orderSearch';
import { statusOf } from './orderStatus';
import { SIPS } from '../shared/sips';

type Parameters = OrderSearch & { whenNotFound: 'output' | 'stop' };

/** Finds orders by PO number, order id or transaction id, through Order List (order-list-21007236e0). */
export const find: RepeatableOperation<Parameters> & SeveralReads<Parameters> = {
	name: 'find',
	displayName: 'Find',
	action: 'Find an order',
	description: 'Look an order up by PO number, order ID or transaction ID',
	effect: 'read',
	source: { call: 'POST /orders/List', standing: 'filters documented without formats; the answer is not' },
	properties: orderSearchFields,
	options: [
		...orderSearchOptions,
		{
			displayName: 'When Not Found',
			name: 'whenNotFound',
			type: 'options',
			options: [
				{ name: 'Output With Found Set to False', value: 'output' },
				{ name: 'Stop With an Error', value: 'stop' },
			],
			default: 'output',
			description: 'What to do where SIPS lists no such order. A queued order is not listed before SRS has taken it.',
		},
	],

	parameters(read, { timezone }) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			...readOrderSearch(fields, timezone),
			whenNotFound: fields.oneOf('options.whenNotFound', { label: 'When Not Found' }, ['output', 'stop']),
		};
		fields.done('The request');
		return parameters;
	},

	async consult(parameters, ask) {
		const orders = await searchOrders(parameters, ask);
		if (orders.length > 0) {
			return orders.map(({ row, answer }) => ({ found: true, ...row, statusText: row.status, status: statusOf(row.status), answer }));
		}
		if (parameters.whenNotFound === 'stop') throw notFound(parameters);
		return [{ found: false, [parameters.by]: parameters.value }];
	},

	hints: (outcomes) => hintAbout(outcomes, ({ found }) => found === false, (howMany) => ({ message: `Not listed by SIPS (found): ${howMany}. That does not show that nothing was ordered: a queued order is not listed before SRS has taken it.`, type: 'warning' })),
};

function notFound(search: OrderSearch): Failure {
	return new Failure('notFound', `${SIPS} lists no order with ${searchLabel(search)}`, {
		advice: 'Check the number and the environment of the credential. A queued order is not listed before SRS has taken it.',
		subject: { [search.by]: search.value },
	});
}
