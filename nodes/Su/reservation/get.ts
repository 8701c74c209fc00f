import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { simplify } from '../../../engine/items/simplify';
import { explainRefusal } from '../shared/refusal';
import { includeCardData } from './cardData';
import { mayBeBooking, REFETCH, refetchRequest } from './refetch';
import { readForm, reservationRows, type ReservationForm } from './reservationRows';
import { LABELS } from '../shared/labels';
import { hotelId } from '../shared/fields';

interface Parameters extends ReservationForm {
	hotelId: string;
	bookingId: string;
}

/** One booking once more, `POST getReservation` (reservations/booking-repull/refetch-booking). */
export const get: RepeatableOperation<Parameters> = {
	name: 'get',
	displayName: 'Get',
	action: 'Get a reservation',
	description: 'Read one booking again; Su allows that five times for each',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/getReservation', standing: 'documented; what an unknown booking or a sixth call is answered with is not' },
	properties: [
		hotelId,
		{
			displayName: 'Booking ID',
			name: 'bookingId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 5544330001_HVIEW-1',
			description: 'As Get New and Get Many give it: the number that the channel has for it, an underscore, the property',
		},
		simplify,
	],
	options: [includeCardData],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			bookingId: fields.code('bookingId', { label: 'Booking ID' }),
			...readForm(fields),
		};
		fields.done('The request');
		return parameters;
	},

	request: (parameters) => refetchRequest(parameters.hotelId, parameters.bookingId),

	items: (answer, parameters) => reservationRows(answer, REFETCH, parameters, (row) => mayBeBooking(row, parameters.hotelId, parameters.bookingId)),

	explain(failure, { bookingId }) {
		const told = explainRefusal(failure);
		if (told.kind !== 'notFound') return told;
		return told.retold({ advice: `${told.details.advice} Su hands out one booking five times at most, and ${bookingId} may have been read as often.` });
	},
};
