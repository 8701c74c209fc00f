import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { listedRows, PROPERTIES } from '../shared/lists';
import { explainRefusal } from '../shared/refusal';

/** Properties, `GET pmsproperty` (content/listing/property-listing). There is no paging. */
export const getAll: RepeatableOperation<{ limit: number | undefined }> = {
	name: 'getAll',
	displayName: 'Get Many',
	action: 'Get many properties',
	description: 'List your properties at Su, with their status and number of rooms',
	effect: 'read',
	source: { call: 'GET /SUAPI/jservice/pmsproperty', standing: 'documented; values of status but Active are not' },
	properties: listSize,

	parameters(read) {
		const fields = new FieldReader(read);
		const limit = fields.limit();
		fields.done('The request');
		return { limit };
	},

	request: () => PROPERTIES.request({}),
	items: (answer, { limit }) => atMost(listedRows(PROPERTIES, answer), limit),
	explain: explainRefusal,
};
