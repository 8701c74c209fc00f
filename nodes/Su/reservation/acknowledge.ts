import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { explainRefusal, isAboutProperty, takenAnswer } from '../shared/refusal';
import { LABELS } from '../shared/labels';
import { hotelId } from '../shared/fields';
import { acknowledgeRequest } from './acknowledgeRequest';
import { readNotifId, reservationNotifId } from './notifId';

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
		reservationNotifId('The reservation_notif_id of the message, as text: as a number it would lose digits'),
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			reservationNotifId: readNotifId(fields),
		};
		fields.done('The request');
		return parameters;
	},

	batch: {
		// As many as one answer of Get New holds.
		defaultSize: 10,
		isAboutAll: isAboutProperty,
		key: (parameters) => parameters.hotelId,

		request: (batch) => acknowledgeRequest(batch[0]!.hotelId, batch.map(({ reservationNotifId: id }) => id)),

		deal(answer, batch) {
			takenAnswer(answer, 'Reservation Notification');
			return batch.map((parameters) => [{ acknowledged: true, reservationNotifId: parameters.reservationNotifId, hotelId: parameters.hotelId }]);
		},
	},

	explain: explainRefusal,
};
