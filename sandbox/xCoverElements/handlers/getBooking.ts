import { noSuchBooking } from '../signed/booked';
import { bookingAnswer } from '../signed/bookingAnswer';
import type { SignedDesk } from '../signed/desk';
import type { SignedHandler } from '../types';

/** One booking (od/api/reference/modify-booking). The date is taken and changes nothing. */
export function getBooking({ bookings, now }: SignedDesk): SignedHandler<'getBooking'> {
	return ({ path, query }) => {
		const booking = bookings.find(path.booking_id);
		return booking ? { status: 200, body: bookingAnswer(booking, now(), query.language) } : noSuchBooking;
	};
}
