import { invalid, statusRefused } from '../errors';
import { noSuchBooking } from '../signed/booked';
import { changedAnswer } from '../signed/bookingAnswer';
import type { SignedDesk } from '../signed/desk';
import { isInForce } from '../signed/held';
import type { SignedHandler } from '../types';

/** Says what a renewal costs. All of its answer is invented: the booking as it is, with the id of the renewal. */
export function quoteRenewal({ bookings, renewals, now }: SignedDesk): SignedHandler<'quoteRenewal'> {
	return ({ path }) => {
		const booking = bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		if (!isInForce(booking)) return { status: 422, body: statusRefused(booking.status) };
		const renewal = renewals.of(booking);
		if (!renewal) return { status: 422, body: invalid(['This booking can not be renewed']) };
		return { status: 200, body: { ...changedAnswer(booking, booking, now()), renewal_id: renewal.id } };
	};
}
