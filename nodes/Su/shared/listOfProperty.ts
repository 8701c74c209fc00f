import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { explainRefusal } from './refusal';
import { LABELS } from './labels';
import { hotelId } from './fields';
import { listedRows, type OfProperty, type SuList } from './lists';

interface Parameters extends OfProperty {
	limit: number | undefined;
}

/** What tells one list of a property from another. */
interface ListOfProperty {
	/** The rows, such as `room types`. */
	readonly rows: string;
	readonly description: string;
	readonly source: RepeatableOperation<Parameters>['source'];
	readonly list: SuList<OfProperty>;
}

/** The operation Get Many for a list that belongs to a property. Su knows no paging. */
export function listOfProperty({ rows, description, source, list }: ListOfProperty): RepeatableOperation<Parameters> {
	return {
		name: 'getAll',
		displayName: 'Get Many',
		action: `Get many ${rows}`,
		description,
		effect: 'read',
		source,
		properties: [hotelId, ...listSize],

		parameters(read) {
			const fields = new FieldReader(read);
			const parameters = { hotelId: fields.code('hotelId', { label: LABELS.hotelId }), limit: fields.limit() };
			fields.done('The request');
			return parameters;
		},

		request: (parameters) => list.request(parameters),
		items: (answer, { limit }) => atMost(listedRows(list, answer), limit),
		explain: explainRefusal,
	};
}
