import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject } from '../../../engine/values';
import { isRefusal, saysNo } from '../shared/failureSigns';
import { channelBookingId, hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { explainRefusal, goodAnswer } from '../shared/refusal';
import { SU } from '../shared/su';
import { cancellationOptionsRequest } from './cancellationOptionsRequest';

interface Parameters {
	hotelId: string;
	channelBookingId: string;
}

const WHAT = 'Retrieve AirBnB Cancel Reservation Details';

/**
 * With what a booking of Airbnb could be cancelled by the host, `POST CancelReservationAB` with `cancel_retrieve`
 * (airbnb/cancel-reservation/retrieve-airbnb-cancel-reservation-details-api). It reads; the same call with another word cancels.
 */
export const getCancellationOptions: RepeatableOperation<Parameters> = {
	name: 'getCancellationOptions',
	displayName: 'Get Cancellation Options',
	action: 'Get the cancellation options of a reservation',
	description: 'Read whether a booking of Airbnb can be cancelled from your side, with which reasons and at what penalty; nothing is cancelled',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/CancelReservationAB', standing: 'documented for Airbnb; what options and penalty look like is not' },
	properties: [
		hotelId,
		channelBookingId('The number that Airbnb has for the booking (channel_booking_id of Get New and Get)'),
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			channelBookingId: fields.code('channelBookingId', { label: LABELS.channelBookingId }),
		};
		fields.done('The request');
		return parameters;
	},

	request(parameters) {
		return cancellationOptionsRequest(parameters.hotelId, parameters.channelBookingId);
	},

	items(answer) {
		const { data } = goodAnswer(answer, WHAT);
		if (!isObject(data) || Object.keys(data).length === 0 || isRefusal(data) || saysNo(data)) throw unusableAnswer(SU, answer, WHAT, 'the options under "data"');
		return [data];
	},

	explain: explainRefusal,
};
