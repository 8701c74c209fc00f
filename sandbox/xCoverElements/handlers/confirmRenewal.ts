import { noSuch } from '../errors';
import { noSuchBooking } from '../signed/booked';
import { bookingAnswer } from '../signed/bookingAnswer';
import type { SignedDesk } from '../signed/desk';
import { renew } from '../signed/renew';
import type { SignedHandler } from '../types';

/** Renews a booking: it is RENEWED then, for as long again. That and the answer are invented. */
export function confirmRenewal(desk: SignedDesk): SignedHandler<'confirmRenewal'> {
	return ({ path }) => {
		const booking = desk.bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		const renewal = desk.renewals.find(path.renewal_id);
		if (renewal?.bookingId !== booking.id) return { status: 404, body: noSuch('Renewal') };
		const { after, refused } = renew(desk, renewal, booking);
		return refused ? { status: 422, body: refused } : { status: 200, body: bookingAnswer(after, desk.now()) };
	};
}
