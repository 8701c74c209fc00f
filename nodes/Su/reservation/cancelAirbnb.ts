import type { INodeProperties } from 'n8n-workflow';

import type { PartnerAnswer } from '../../../engine/http/request';
import { asText, shown, type Reading } from '../../../engine/fieldKinds/reading';
import type { Candidate } from '../../../engine/operation/candidate';
import { isObject, textOf } from '../../../engine/values';
import type { CancellationRequest } from '../shared/contract';
import { channelBookingId, hotelId } from '../shared/fields';
import { asRead } from '../shared/asRead';
import { goodAnswer } from '../shared/refusal';
import { suPath } from '../shared/requests';
import { writeOnce } from '../shared/writeOnce';
import { cancellationOptionsRequest } from './cancellationOptionsRequest';
import { cancelledFrom, comparedBooking, explainNotActive, LOOK_UP_MS, readChannelBooking, sameCancellation, shownCancelled, type OfChannelBooking } from './hostCancellation';

const WHAT = 'AirBnB Cancel Reservation';

/** Longest text that is taken, in characters. Su states no limit. */
const LONGEST_TEXT = 2_000;

const LABELS = { cancelReason: 'Reason', messageAirbnb: 'Message to Airbnb', messageGuest: 'Message to Guest' } as const;

const cancelFields: INodeProperties[] = [
	{
		displayName: LABELS.cancelReason,
		name: 'cancelReason',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 123~~~132',
		description: 'From the options of Get Cancellation Options, in the form of two numbers with ~~~ between them. How the options hold it is not documented.',
	},
	{
		displayName: LABELS.messageAirbnb,
		name: 'messageAirbnb',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. A pipe has burst in the flat.',
		description: 'What Airbnb reads',
	},
	{
		displayName: LABELS.messageGuest,
		name: 'messageGuest',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. We are sorry: a pipe has burst.',
		description: 'What the guest reads; it may be left out',
	},
];

interface Cancellation extends OfChannelBooking {
	cancelReason: string;
	messageAirbnb: string;
	/** `''` for none. */
	messageGuest: string;
}

/**
 * Cancels a booking of Airbnb from the side of the host, `POST CancelReservationAB` with `cancel_update`
 * (airbnb/cancel-reservation/final-airbnb-cancel-reservation-api). It may cost a penalty. Whether it was done, the options of the same booking say.
 */
export const cancelAirbnb = writeOnce<Cancellation>({
	name: 'cancelAirbnb',
	displayName: 'Cancel at Airbnb',
	action: 'Cancel a reservation at airbnb',
	description: 'Cancel a booking of Airbnb from your side; Airbnb may charge a penalty, and it is sent at most once',
	source: { call: 'POST /SUAPI/jservice/CancelReservationAB', standing: 'documented; how options hold the reason, and what a success says, are not' },
	fields: [hotelId, channelBookingId('The number that Airbnb has for the booking (channel_booking_id of Get New and Get)'), ...cancelFields],

	read(fields): Cancellation {
		return {
			...readChannelBooking(fields),
			cancelReason: fields.kind('cancelReason', { label: LABELS.cancelReason }, reason, ''),
			messageAirbnb: fields.text('messageAirbnb', { label: LABELS.messageAirbnb, longest: LONGEST_TEXT }),
			messageGuest: fields.optionalText('messageGuest', { label: LABELS.messageGuest, longest: LONGEST_TEXT }),
		};
	},

	compared: (booking) => ({ ...comparedBooking(booking), messageAirbnb: asRead(booking.messageAirbnb), messageGuest: asRead(booking.messageGuest) }),
	sameAs: sameCancellation,
	label: ({ channelBookingId: id }) => `cancel ${id} at Airbnb`,
	whenInTheWay: ({ channelBookingId: id }) => `${id} was to be cancelled before, with another reason, other words, or as a direct booking. Look at it with Get Cancellation Options before anything else is sent.`,
	whereToLook: 'Reservation: Get Cancellation Options shows whether the booking is cancelled (cancelled_by_host).',
	lookUp: {
		request: (booking) => cancellationOptionsRequest(booking.hotelId, booking.channelBookingId),
		match: cancelledByHost,
		ids: () => [],
		forMs: () => LOOK_UP_MS,
	},

	request({ hotelId: hotelid, channelBookingId: channel_bookingid, cancelReason: cancel_reason, messageAirbnb: message_to_airbnb, messageGuest }) {
		const body: CancellationRequest = {
			hotelid,
			request_for: 'cancel_update',
			channel_bookingid,
			cancel_reason,
			message_to_airbnb,
			...(messageGuest === '' ? {} : { message_to_guest: messageGuest }),
		};
		return { method: 'POST', path: suPath('CancelReservationAB'), body };
	},

	items: (answer, booking) => [cancelledFrom(answer, WHAT, booking)],
	explain: explainNotActive,
});

function cancelledByHost(answer: PartnerAnswer, booking: OfChannelBooking): Candidate[] {
	const { data } = goodAnswer(answer, WHAT);
	return isObject(data) && data.status === 'cancelled_by_host' ? [shownCancelled(booking, textOf(data.message) ?? null)] : [];
}

function reason(value: unknown): Reading<string> {
	const text = asText(value) ?? '';
	return /^\d+~~~\d+$/.test(text) ? { value: text } : { fault: `${shown(value)} is no reason of Airbnb. Give two numbers with ~~~ between them, such as 123~~~132, as Get Cancellation Options has it` };
}
