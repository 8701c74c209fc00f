import { noSuchBooking } from '../signed/booked';
import { changedAnswer } from '../signed/bookingAnswer';
import { changed } from '../signed/changes';
import type { SignedDesk } from '../signed/desk';
import type { SignedHandler } from '../types';

/** Changes a booking at once (recordings). */
export function updateBookingSigned(desk: SignedDesk): SignedHandler<'updateBookingSigned'> {
	return ({ path, body }) => {
		const booking = desk.bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		const { after, refused } = changed(booking, body, desk.now());
		if (refused) return { status: 422, body: refused };
		return { status: 200, body: changedAnswer(booking, desk.replace(booking, after), desk.now()) };
	};
}
