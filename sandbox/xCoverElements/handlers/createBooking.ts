import { book } from '../elements/book';
import type { ElementsDesk } from '../elements/desk';
import { notFound } from '../elements/notFound';
import type { XCoverElementsHandler } from '../types';

/** Turns a quote into a booking (ssi/create-booking). Its status is not documented: a setting. */
export function createBooking(desk: ElementsDesk): XCoverElementsHandler<'createBooking'> {
	return ({ path, body }) => {
		const refusal = desk.permission.refusal(path.partner_id, 'bookings:create');
		if (refusal) return { status: 403, body: refusal };
		const quote = desk.packages.find('quote', path.quote_id);
		if (!quote) return notFound('quote', path.quote_id);
		const { booking, refused } = book(desk, quote, body.quotes, body.policy_holder);
		return refused ? { status: 422, body: refused } : { status: desk.settings().createBookingStatus, body: { data: booking } };
	};
}
