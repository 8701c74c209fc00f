import { requestedBookings } from '../data/guests';
import { messages } from '../data/reservations';
import type { Deeds } from '../deeds';
import { codes, errorAnswer, errorListAnswer } from '../errors';
import type { Holdings } from '../holdings';
import type { SuHandler } from '../types';

/** Accepts or denies a request (the pages "Accept/Confirm Request Booking" and "Deny/Cancel Request Booking"). Invented: the words of a refusal. */
export function decideRequest(deeds: Deeds): SuHandler<'decideRequest'> {
	return ({ body }) => {
		const waits = requestedBookings.includes(body.bookingid) && !deeds.of('decision').some(({ bookingid }) => bookingid === body.bookingid);
		if (!waits) return { status: 400, body: { Status: 'Fail', Code: codes.noRequest, ShortText: 'Request booking not found' } };
		deeds.note({ kind: 'decision', body });
		return { status: 200, body: { Status: 'Success', Code: '200', ShortText: body.status === 'cancel' ? 'Booking cancelled' : 'Booking confirmed' } };
	};
}

/** Reports a no-show or an invalid card (reporting). Invented: that a message that is not there is refused with the code of acknowledgements, and a word that is not known is not. */
export function reportReservation(holdings: Holdings, deeds: Deeds): SuHandler<'reportReservation'> {
	return ({ body }) => {
		if (!holdings.find(body.hotelid)) return { status: 400, body: errorListAnswer({ Code: codes.unknownHotel, ShortText: `Invalid HotelCode (${body.hotelid})` }) };
		const isThere = messages.some(({ hotel_id, reservation_notif_id }) => hotel_id === body.hotelid && reservation_notif_id === body.reservation_notif_id);
		if (!isThere) return { status: 400, body: errorAnswer(codes.noReservation, 'Reservation Not Found') };
		deeds.note({ kind: 'report', body });
		return { status: 200, body: { Status: 'enqueued' } };
	};
}
