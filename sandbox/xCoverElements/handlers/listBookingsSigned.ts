import { bookingAnswer } from '../signed/bookingAnswer';
import type { SignedDesk } from '../signed/desk';
import type { SignedHandler } from '../types';

/** How many where nothing is asked for. Not documented. */
const DEFAULT_LIMIT = 20;

/** Another host than the one that was asked (recordings). This one leads nowhere. */
const OTHER_HOST = 'https://eu-central-1.api.xcover-sandbox.invalid';

/** A page of bookings (recordings). That the newest come first is invented. */
export function listBookingsSigned({ bookings, now }: SignedDesk): SignedHandler<'listBookingsSigned'> {
	return ({ path, query: { limit = DEFAULT_LIMIT, offset = 0 } }) => {
		const all = bookings.list();
		const at = (start: number) => `${OTHER_HOST}/x/partners/${path.partner_code}/bookings/?limit=${limit}&offset=${start}`;
		return {
			status: 200,
			body: {
				count: all.length,
				next: offset + limit < all.length ? at(offset + limit) : null,
				previous: offset > 0 ? at(Math.max(0, offset - limit)) : null,
				results: all.slice(offset, offset + limit).map((booking) => bookingAnswer(booking, now())),
			},
		};
	};
}
