import { noSuchBooking } from '../signed/booked';
import type { SignedDesk } from '../signed/desk';
import { planAnswer } from '../signed/instalments';
import type { SignedHandler } from '../types';

/** The instalments of a booking (recordings). That a policy without any is left out is invented. */
export function listInstalments({ bookings }: SignedDesk): SignedHandler<'listInstalments'> {
	return ({ path }) => {
		const booking = bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		return { status: 200, body: { quotes: booking.quotes.filter(({ instalments }) => instalments.length > 0).map(planAnswer), currency: booking.currency } };
	};
}
