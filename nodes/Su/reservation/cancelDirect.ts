import type { PartnerAnswer } from '../../../engine/http/request';
import type { Candidate } from '../../../engine/operation/candidate';
import { isObject, textOf } from '../../../engine/values';
import type { DirectCancellationRequest } from '../shared/contract';
import { channelBookingId, hotelId } from '../shared/fields';
import { rowsIn } from '../shared/refusal';
import { hotelRequest, suPath } from '../shared/requests';
import { writeOnce } from '../shared/writeOnce';
import { cancelledFrom, comparedBooking, explainNotActive, LOOK_UP_MS, readChannelBooking, sameCancellation, shownCancelled, type OfChannelBooking } from './hostCancellation';

/** Codes of the booking engine, the booking site and the meta searches. That no other channel's bookings are cancelled here, is inferred from the page. */
const DIRECT_CHANNELS: readonly string[] = ['0', '275', '5001', '5002', '5004', '5006'];

/**
 * Cancels a booking of the property's own booking site, or of a meta search, `POST CancelReservationMeta` (my-booking-site/cancel-reservation). Whether it
 * was done, the message about it in the queue of the property says. That it gets one is inferred: every cancellation does.
 */
export const cancelDirect = writeOnce({
	name: 'cancelDirect',
	displayName: 'Cancel Direct Booking',
	action: 'Cancel a direct booking',
	description: 'Cancel a booking of your own booking site or of a meta search; it is sent at most once',
	source: { call: 'POST /SUAPI/jservice/CancelReservationMeta', standing: 'documented; what a success says is not' },
	fields: [hotelId, channelBookingId('The number of the booking (channel_booking_id of Get New and Get). Bookings of other channels cannot be cancelled here.')],
	read: readChannelBooking,
	compared: comparedBooking,
	sameAs: sameCancellation,
	label: ({ channelBookingId: id }) => `cancel ${id}`,
	whenInTheWay: ({ channelBookingId: id }) => `${id} was to be cancelled at Airbnb before. Look at it with Reservation: Get before anything else is sent.`,
	whereToLook: 'A message of status cancelled in Reservation: Get New, and Reservation: Get, show whether the booking is cancelled.',
	lookUp: {
		request: ({ hotelId: property }) => hotelRequest('Reservation', property),
		match: cancelledInQueue,
		ids: () => [],
		forMs: () => LOOK_UP_MS,
	},

	request({ hotelId: hotelid, channelBookingId: channel_bookingid }) {
		const body: DirectCancellationRequest = { hotelid, channel_bookingid };
		return { method: 'POST', path: suPath('CancelReservationMeta'), body };
	},

	items: (answer, booking) => [cancelledFrom(answer, 'My Booking Site: Cancel Reservation', booking)],
	explain: explainNotActive,
});

/** Numbers of bookings are the channel's own, so a cancellation counts by its channel, too. One that names none leaves it open. */
function cancelledInQueue(answer: PartnerAnswer, booking: OfChannelBooking): Candidate[] {
	const isOfNumber = ({ status, channel_booking_id: id }: Record<string, unknown>): boolean => textOf(status) === 'cancelled' && textOf(id)?.trim().toLowerCase() === booking.channelBookingId.toLowerCase();
	const channels = rowsIn(answer, 'reservations', 'Reservation').filter(isOfNumber).map(channelOf);
	if (channels.some((code) => DIRECT_CHANNELS.includes(code))) return [shownCancelled(booking, null)];
	return channels.includes('') ? [{ id: booking.channelBookingId, likeness: 'maybe', doubt: 'cancelled at a channel that is not named', items: [] }] : [];
}

function channelOf({ affiliation }: Record<string, unknown>): string {
	return isObject(affiliation) ? (textOf(affiliation.OTA_Code)?.trim() ?? '') : '';
}
