import { statusRefused } from '../errors';
import { noSuchBooking } from '../signed/booked';
import { bookingAnswer } from '../signed/bookingAnswer';
import type { SignedDesk } from '../signed/desk';
import { copyOf } from '../signed/held';
import type { SignedHandler } from '../types';

/** Makes a booking that waits for its payment a confirmed one (recordings). */
export function confirmPayment(desk: SignedDesk): SignedHandler<'confirmPayment'> {
	return ({ path }) => {
		const { bookings, now } = desk;
		const booking = bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		if (booking.status !== 'PENDING_PAYMENT') return { status: 422, body: statusRefused(booking.status) };
		const after = copyOf(booking);
		for (const quote of after.quotes) Object.assign(quote, { status: 'CONFIRMED', confirmedAt: now(), updatedAt: now() });
		return { status: 201, body: bookingAnswer(desk.replace(booking, { ...after, status: 'CONFIRMED' }), now()) };
	};
}
