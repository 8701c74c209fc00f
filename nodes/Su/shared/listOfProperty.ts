import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import type { PartnerRequest } from '../../../engine/http/request';
import { rowsIn, sorted } from './refusal';
import { LABELS } from './labels';
import { hotelId } from './fields';

interface Parameters {
	hotelId: string;
	limit: number | undefined;
}

/** What tells one list of a property from another. */
interface ListOfProperty {
	/** The rows, such as `room types`. */
	readonly rows: string;
	readonly description: string;
	readonly source: RepeatableOperation<Parameters>['source'];
	/** The page of Su's documents, for messages. */
	readonly what: string;
	/** The field of the answer that holds the rows. */
	readonly list: string;
	request(hotelId: string): PartnerRequest;
}

/** The operation Get Many for a list that belongs to a property. Su knows no paging. */
export function listOfProperty({ rows, description, source, what, list, request }: ListOfProperty): RepeatableOperation<Parameters> {
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

		request: (parameters) => request(parameters.hotelId),
		items: (answer, { limit }) => atMost(rowsIn(answer, list, what), limit),
		explain: sorted,
	};
}
