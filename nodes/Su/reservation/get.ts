import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { simplify } from '../../../engine/items/simplify';
import { textOf } from '../../../engine/values';
import type { ReservationRequest } from '../shared/contract';
import { explainRefusal } from '../shared/refusal';
import { includeCardData } from './cardData';
import { readForm, reservationRows, type ReservationForm } from './reservationRows';
import { LABELS } from '../shared/labels';
import { hotelId } from '../shared/fields';
import { suPath } from '../shared/requests';

interface Parameters extends ReservationForm {
	hotelId: string;
	bookingId: string;
}

const WHAT = 'Refetch Booking';

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

	request(parameters) {
		const body: ReservationRequest = { hotelid: parameters.hotelId, bookingid: parameters.bookingId };
		return { method: 'POST', path: suPath('getReservation'), body };
	},

	items: (answer, parameters) => reservationRows(answer, WHAT, parameters, (row) => mayBeBooking(row, parameters.bookingId)),

	explain(failure, { bookingId }) {
		const told = explainRefusal(failure);
		if (told.kind !== 'notFound') return told;
		return told.retold({ advice: `${told.details.advice} Su hands out one booking five times at most, and ${bookingId} may have been read as often.` });
	},
};

/** Whether a row is the booking that was asked for, as far as it says. That Su takes the channel's number alone as well is inferred. */
function mayBeBooking(row: IDataObject, bookingId: string): boolean {
	const given = textOf(row.id)?.trim().toLowerCase();
	const asked = bookingId.trim().toLowerCase();
	return given === undefined || given === asked || given.startsWith(`${asked}_`) || textOf(row.channel_booking_id)?.trim().toLowerCase() === asked;
}
