import { FieldReader } from '../../../engine/items/fields';
import { hintAbout } from '../../../engine/operation/hintAbout';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { simplify } from '../../../engine/items/simplify';
import { explainRefusal } from '../shared/refusal';
import { hotelRequest } from '../shared/requests';
import { includeCardData } from './cardData';
import { readForm, reservationRows, type ReservationForm } from './reservationRows';
import { LABELS } from '../shared/labels';
import { hotelId } from '../shared/fields';

/** Messages in one answer (reservations/new-modified-requested-cancelled-retrievals). */
const MOST_AT_A_TIME = 10;

/** What waits in the queue, `POST Reservation` (reservations/new-modified-requested-cancelled-retrievals). Reading takes nothing out of it. */
export const getNew: RepeatableOperation<ReservationForm & { hotelId: string }> = {
	name: 'getNew',
	displayName: 'Get New',
	action: 'Get new reservations',
	description: 'Read what waits for a property: new, modified, requested and cancelled bookings, at most 10 at a time',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/Reservation', standing: 'documented' },
	properties: [
		hotelId,
		{
			displayName:
				'Hand each reservation_notif_id to Reservation: Acknowledge once it is safe with you. Until then it comes again, and after an hour without that it leaves the queue: Reservation: Get Many still lists the booking.',
			name: 'acknowledgeNotice',
			type: 'notice',
			default: '',
		},
		simplify,
	],
	options: [includeCardData],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			...readForm(fields),
		};
		fields.done('The request');
		return parameters;
	},

	request: (parameters) => hotelRequest('Reservation', parameters.hotelId),
	items: (answer, form) => reservationRows(answer, 'Reservation', form),
	explain: explainRefusal,

	hints: (outcomes) => [
		...hintAbout(outcomes, () => true, (howMany) => ({
			message: `Not acknowledged by this: ${howMany}. Each comes again until Reservation: Acknowledge has its reservation_notif_id. After an hour without that it leaves the queue, and only Reservation: Get Many lists the booking.`,
			type: 'warning',
		})),
		...(outcomes.some(({ items }) => items !== undefined && items.length >= MOST_AT_A_TIME) ? [{ message: `Su gives at most ${MOST_AT_A_TIME} at a time: more may wait. Acknowledge these, and read again.` }] : []),
	],
};
