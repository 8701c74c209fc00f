import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { FOR } from '../shared/family';
import { bookingId, readBookingId } from '../shared/fields';
import { outputFields, readOutput, shown, type Output } from '../shared/output';
import { instalmentList, instalmentsIn } from './instalments';

interface Parameters extends Output {
	bookingId: string;
	limit: number | undefined;
}

/** Members of an instalment in its small form. */
const INSTALMENT_FIELDS = ['policy_id', 'number', 'status', 'total_amount', 'currency', 'commission', 'period_start_date', 'period_end_date', 'id'];

/** The instalments of a booking, with a signed request (recordings). There are no pages. */
export const getAll: RepeatableOperation<Parameters> = {
	name: 'getAll',
	displayName: 'Get Many',
	action: 'Get many instalments',
	description: 'Get the instalments of a booking, and which of them are paid',
	...FOR.signature,
	effect: 'read',
	source: { call: 'GET /partners/{partner_code}/bookings/{booking_id}/instalments/', standing: 'recorded 2019 to 2021' },
	properties: [bookingId, ...listSize, ...outputFields.properties],
	options: outputFields.options,

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters = { bookingId: readBookingId(fields), limit: fields.limit(), ...readOutput(fields) };
		fields.done('The request');
		return parameters;
	},

	request: ({ bookingId: id }) => instalmentList(id),
	items: (answer, parameters) => atMost(instalmentsIn(answer), parameters.limit).map((row) => shown(row, INSTALMENT_FIELDS, parameters)),
};
