import type { INodeProperties } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { listAnswer, notItsOwn } from '../shared/answers';
import { filterCollection, type FilteredList } from '../shared/filters';
import { orderFilterFields, readOrderFilters } from './orderFilters';
import { readOrderRow } from './orderRows';

const INCLUDE_INVOICES: INodeProperties = {
	displayName: 'Include Invoices',
	name: 'includeInvoices',
	type: 'boolean',
	default: false,
	description: 'Whether to ask for the invoices of each order, too. Sent as Y or N, which is not confirmed.',
};

/**
 * Order List, `POST /orders/List` (order-list-21007236e0). The page shows the types of the filters and not their formats;
 * the answer's fields are not in any public copy, so each row comes out as SIPS sends it, beside what could be recognised.
 */
export const getAll: RepeatableOperation<FilteredList> = {
	name: 'getAll',
	displayName: 'Get Many',
	action: 'Get many orders',
	description: 'List orders by customer, branch, PO number, state or date',
	effect: 'read',
	source: { call: 'POST /orders/List', standing: 'filters documented without formats; the answer is not' },
	properties: [...listSize, filterCollection([...orderFilterFields('orders'), INCLUDE_INVOICES])],

	parameters(read, { timezone }) {
		const fields = new FieldReader(read);
		const parameters = readOrderFilters(fields, read, timezone);
		fields.done('The request');
		return parameters;
	},

	request: ({ body }) => ({ method: 'POST', path: '/orders/List', body }),

	items: (answer, { limit }) => atMost(listAnswer(answer, 'Order List'), limit).map((row) => ({ ...readOrderRow(row), answer: row })),

	explain: (failure) => notItsOwn(failure, 'Order List'),
};
