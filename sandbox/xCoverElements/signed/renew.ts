import { invalid, statusRefused } from '../errors';
import type { SignedError } from '../types';
import type { SignedDesk } from './desk';
import { isInForce, type HeldBooking } from './held';
import type { Renewal } from './renewalBook';

/** Renews a booking, or says why not. All of it is invented but that there is such a call. */
export function renew(desk: SignedDesk, renewal: Renewal, booking: HeldBooking): { after: HeldBooking; refused?: undefined } | { after?: undefined; refused: SignedError } {
	if (!isInForce(booking)) return { refused: statusRefused(booking.status) };
	if (renewal.state !== 'OPEN') return { refused: invalid([`Renewal ${renewal.id} is ${renewal.state}`]) };
	const after = desk.renewals.confirm(renewal, booking);
	desk.tell(booking, after);
	return { after };
}
