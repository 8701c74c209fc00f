import { directBookings } from '../data/guests';
import type { Deeds } from '../deeds';
import { codes, errorListAnswer } from '../errors';
import type { Holdings } from '../holdings';
import type { ReservationBook } from '../reservationBook';
import type { SuHandler } from '../types';

/** Cancels a booking of the property's own site (my-booking-site/cancel-reservation). Invented: what a success says, and that a message about it comes. */
export function cancelDirectBooking(holdings: Holdings, deeds: Deeds, book: ReservationBook): SuHandler<'cancelDirectBooking'> {
	return ({ body }) => {
		const { hotelid, channel_bookingid } = body;
		if (!holdings.find(hotelid)) return unknownProperty(hotelid);
		if (!directBookings.includes(`${channel_bookingid}_${hotelid}`) || deeds.isCancelled(hotelid, channel_bookingid)) return unknownBooking();
		deeds.note({ kind: 'cancellation', body });
		book.cancelDirect(hotelid, channel_bookingid);
		return { status: 200, body: { status: 'Success', data: { status: 'cancelled', message: 'Reservation cancelled successfully' } } };
	};
}

/** As calls that cancel refuse a property. */
export function unknownProperty(hotelid: string) {
	return { status: 400, body: errorListAnswer({ Code: codes.unknownHotel, ShortText: `Invalid HotelCode (${hotelid})` }) } as const;
}

/** As they refuse a booking. */
export function unknownBooking() {
	return { status: 400, body: { status: 'Fail', data: { status: 'error', message: 'Reservation is not active and hence cannot be cancelled' } } } as const;
}
