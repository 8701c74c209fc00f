import { codes, errorAnswer, singleErrorAnswer, unknownHotel } from '../errors';
import type { Holdings } from '../holdings';
import type { ReservationBook } from '../reservationBook';
import type { SuHandler } from '../types';

/** What waits in the queue of a property (reservations/new-modified-requested-cancelled-retrievals). */
export function getNewReservations(holdings: Holdings, book: ReservationBook): SuHandler<'getNewReservations'> {
	return ({ body }) => (holdings.find(body.hotelid) ? { status: 200, body: { reservations: book.next(body.hotelid) } } : unknownHotel(body.hotelid));
}

/** Takes messages out of the queue (reservations/reservation-notification). */
export function acknowledgeReservations(holdings: Holdings, book: ReservationBook): SuHandler<'acknowledgeReservations'> {
	return ({ body: { hotelid, reservation_notif } }) => {
		if (!holdings.find(hotelid)) return unknownHotel(hotelid);
		return book.acknowledge(hotelid, reservation_notif.reservation_notif_id)
			? { status: 200, body: { Status: 'Success' } }
			: { status: 400, body: errorAnswer(codes.noReservation, 'Reservation Not Found') };
	};
}

/** Bookings by the day on which they were made (reservations/booking-repull/list-of-bookings). */
export function listBookings(holdings: Holdings, book: ReservationBook): SuHandler<'listBookings'> {
	return ({ body: { Su_hotelid, date_from, date_to } }) => {
		if (!holdings.find(Su_hotelid)) return { status: 400, body: singleErrorAnswer(codes.unknownHotel, 'Invalid HotelCode') };
		return { status: 200, body: { BookingDetails: book.list(Su_hotelid, isoDay(date_from), isoDay(date_to)) } };
	};
}

/** One booking once more (reservations/booking-repull/refetch-booking). */
export function getReservation(holdings: Holdings, book: ReservationBook): SuHandler<'getReservation'> {
	return ({ body: { hotelid, bookingid } }) => {
		if (!holdings.find(hotelid)) return { status: 400, body: singleErrorAnswer(codes.unknownHotel, 'Invalid HotelCode') };
		const found = book.fetch(hotelid, bookingid);
		return found
			? { status: 200, body: { reservations: [found] } }
			: { status: 400, body: singleErrorAnswer(codes.noReservation, 'Reservation Not Found') };
	};
}

/** `YYYY-MM-DD` of `MM-DD-YYYY`. */
function isoDay(day: string): string {
	const [month, date, year] = day.split('-');
	return `${year}-${month}-${date}`;
}
