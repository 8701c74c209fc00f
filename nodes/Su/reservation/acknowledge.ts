import { LOST_DIGITS } from '../../../engine/fieldKinds/reading';
import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import type { Acknowledgement } from '../shared/contract';
import { explainRefusal, isAboutProperty, takenAnswer } from '../shared/refusal';
import { LABELS } from '../shared/labels';
import { hotelId } from '../shared/fields';
import { suPath } from '../shared/requests';

interface Parameters {
	hotelId: string;
	reservationNotifId: string;
}

/** Takes messages out of the queue, `POST Reservation_notif` (reservations/reservation-notification). Items of a property share a request. */
export const acknowledge: RepeatableOperation<Parameters> = {
	name: 'acknowledge',
	displayName: 'Acknowledge',
	action: 'Acknowledge reservations',
	description: 'Tell Su that a message from Get New has arrived, so that it does not come again; items share requests',
	effect: 'repeatable',
	source: { call: 'POST /SUAPI/jservice/Reservation_notif', standing: 'documented; what becomes of the others where one ID is wrong is not' },
	properties: [
		hotelId,
		{
			displayName: 'Reservation Notification ID',
			name: 'reservationNotifId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 177251666900249940001',
			description: 'The reservation_notif_id of the message, as text: as a number it would lose digits',
		},
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const given = read('reservationNotifId', '');
		if (isNumberAsText(given)) fields.fault('Reservation Notification ID', LOST_DIGITS);
		const parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			reservationNotifId: fields.code('reservationNotifId', { label: 'Reservation Notification ID' }),
		};
		fields.done('The request');
		return parameters;
	},

	batch: {
		// As many as one answer of Get New holds.
		defaultSize: 10,
		isAboutAll: isAboutProperty,
		key: (parameters) => parameters.hotelId,

		request(batch) {
			const ids = batch.map(({ reservationNotifId }) => reservationNotifId);
			const body: Acknowledgement = { hotelid: batch[0]!.hotelId, reservation_notif: { reservation_notif_id: [...new Set(ids)] } };
			return { method: 'POST', path: suPath('Reservation_notif'), body };
		},

		deal(answer, batch) {
			takenAnswer(answer, 'Reservation Notification');
			return batch.map((parameters) => [{ acknowledged: true, reservationNotifId: parameters.reservationNotifId, hotelId: parameters.hotelId }]);
		},
	},

	explain: explainRefusal,
};

/**
 * Whether an id is what JavaScript writes for a number of as many digits (`String(177251666900249940001)` ends in 0000), or the
 * exponent that Su's ids become without a `+`: another message's. Of the ids of 21 digits that Su shows, about one in 65,000 is such a text by
 * chance.
 */
function isNumberAsText(id: unknown): boolean {
	if (typeof id !== 'string') return false;
	const text = id.trim();
	return (/^\d{21}$/.test(text) && String(Number(text)) === text) || /^\d(?:\.\d+)?e\d+$/i.test(text);
}
