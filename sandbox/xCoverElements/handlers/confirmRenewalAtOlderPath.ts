import { noSuch } from '../errors';
import type { SignedDesk } from '../signed/desk';
import { renew } from '../signed/renew';
import type { SignedHandler } from '../types';

/** The same by the renewal alone, answered with nothing (recordings). */
export function confirmRenewalAtOlderPath(desk: SignedDesk): SignedHandler<'confirmRenewalAtOlderPath'> {
	return ({ path }) => {
		const renewal = desk.renewals.find(path.renewal_id);
		const booking = renewal && desk.bookings.find(renewal.bookingId);
		if (!booking) return { status: 404, body: noSuch('Renewal') };
		const { refused } = renew(desk, renewal, booking);
		return refused ? { status: 422, body: refused } : { status: 202, body: undefined };
	};
}
