import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { explainRefusal, rowsIn } from '../shared/refusal';
import { LABELS } from '../shared/labels';
import { hotelId } from '../shared/fields';
import { bookingListRequest } from './bookingListRequest';

interface Parameters {
	hotelId: string;
	dateFrom: string;
	dateTo: string;
	limit: number | undefined;
}

/** Bookings by the day on which they were made, `POST Bookings` (reservations/booking-repull/list-of-bookings). */
export const getAll: RepeatableOperation<Parameters> = {
	name: 'getAll',
	displayName: 'Get Many',
	action: 'Get many reservations',
	description: 'List the bookings of a property that were made between two days',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/Bookings', standing: 'documented; values of status but confirm, and whether both days are included, are not' },
	properties: [
		hotelId,
		{
			displayName: 'Booked From',
			name: 'dateFrom',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			required: true,
			default: '',
			description: 'First day on which the bookings were made, at most six months ago. It is not the day of arrival.',
		},
		{
			displayName: 'Booked To',
			name: 'dateTo',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			required: true,
			default: '',
			description: 'Last day on which the bookings were made. Whether Su includes it is not certain.',
		},
		...listSize,
	],

	parameters(read, { timezone }) {
		const fields = new FieldReader(read);
		const parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			dateFrom: fields.day('dateFrom', { label: 'Booked From' }, timezone),
			dateTo: fields.day('dateTo', { label: 'Booked To' }, timezone),
			limit: fields.limit(),
		};
		fields.daysInOrder(parameters.dateFrom, 'Booked From', parameters.dateTo, 'Booked To');
		fields.done('The request');
		return parameters;
	},

	request: ({ hotelId: id, dateFrom, dateTo }) => bookingListRequest(id, dateFrom, dateTo),
	items: (answer, { limit }) => atMost(rowsIn(answer, 'BookingDetails', 'List of Bookings'), limit),
	explain: explainRefusal,
};
