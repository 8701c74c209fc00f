import { FieldReader } from '../../../engine/items/fields';
import { listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { BOOKING_FIELDS } from '../shared/answers';
import { allBookings } from '../shared/bookings';
import { FOR, type Family } from '../shared/family';
import { outputFields, readOutput, shown, type Output } from '../shared/output';

interface Parameters extends Output {
	limit: number | undefined;
}

function getAll(family: Family, source: RepeatableOperation<Parameters>['source']): RepeatableOperation<Parameters> {
	return {
		name: 'getAll',
		displayName: 'Get Many',
		action: 'Get many bookings',
		description: 'Get the bookings of the account',
		...FOR[family],
		effect: 'read',
		source,
		properties: [...listSize, ...outputFields.properties],
		options: outputFields.options,

		parameters(read) {
			const fields = new FieldReader(read);
			const parameters = { limit: fields.limit(), ...readOutput(fields) };
			fields.done('The request');
			return parameters;
		},

		consult: async (parameters, ask) => (await allBookings(family, parameters.limit, ask)).map((booking) => shown(booking, BOOKING_FIELDS[family], parameters)),
	};
}

/** The bookings with a token (api/manage-booking). */
export const getAllWithToken = getAll('elements', { call: 'GET /api/partners/{partner_id}/bookings', standing: 'documented; its paging is not' });

/** The bookings with signed requests, a page at a time (recordings of 2019 to 2021). */
export const getAllSigned = getAll('signature', { call: 'GET /partners/{partner_code}/bookings/', standing: 'recorded 2019 to 2021' });
