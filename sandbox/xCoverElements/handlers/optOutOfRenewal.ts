import { invalid, statusRefused } from '../errors';
import { noSuchBooking } from '../signed/booked';
import type { SignedDesk } from '../signed/desk';
import { isInForce } from '../signed/held';
import type { SignedHandler } from '../types';

/** Notes that a booking is not to be renewed. All of it is invented but that there is such a call. */
export function optOutOfRenewal({ bookings, renewals }: SignedDesk): SignedHandler<'optOutOfRenewal'> {
	return ({ path }) => {
		const booking = bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		if (!isInForce(booking)) return { status: 422, body: statusRefused(booking.status) };
		const renewal = renewals.of(booking);
		if (!renewal) return { status: 422, body: invalid(['This booking can not be renewed']) };
		if (renewal.state === 'OPEN') renewal.state = 'OPTED_OUT';
		return { status: 204, body: undefined };
	};
}
