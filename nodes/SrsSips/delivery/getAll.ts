import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { listAnswer } from '../shared/answers';
import { readDeliveryRow } from './deliveryRow';
import { endpointPathFields, pathHints, readEndpointPath } from '../shared/endpointPath';
import { filterCollection, type FilteredList } from '../shared/filters';
import { orderFilterFields, readOrderFilters } from '../order/orderFilters';

const TEMPLATE = '/deliveries/list';

type Parameters = FilteredList & { path: string };

/**
 * Deliveries List (deliveries-list-32636880e0, a page that was not seen). The path is by analogy with `/invoices/list`, the
 * filters are those of Order List.
 */
export const getAll: RepeatableOperation<Parameters> = {
	name: 'getAll',
	displayName: 'Get Many',
	action: 'Get many deliveries',
	description: 'List deliveries by customer, branch, PO number or date (path unconfirmed)',
	effect: 'read',
	source: { call: 'POST /deliveries/list', standing: 'path, filters and answer unconfirmed' },
	properties: [...listSize, filterCollection(orderFilterFields('deliveries')), ...endpointPathFields(TEMPLATE)],

	parameters(read, { timezone }) {
		const fields = new FieldReader(read);
		const parameters: Parameters = { ...readOrderFilters(fields, read, timezone), path: readEndpointPath(fields, TEMPLATE, {}) };
		fields.done('The request');
		return parameters;
	},

	request: ({ path, body }) => ({ method: 'POST', path, body }),

	items: (answer, { limit }) => atMost(listAnswer(answer, 'Deliveries List'), limit).map((row) => ({ ...readDeliveryRow(row), answer: row })),

	explain(failure) {
		if (failure.kind !== 'notFound' && failure.kind !== 'validation') return failure;
		return failure.retold({ advice: `${failure.details.advice} If they are right, the path may be wrong: ask SRS for it and correct Endpoint Path.` });
	},

	hints: (outcomes) => pathHints(TEMPLATE, outcomes, () => ({})),
};
