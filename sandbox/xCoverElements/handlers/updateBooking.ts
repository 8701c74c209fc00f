import type { ElementsDesk } from '../elements/desk';
import { notFound } from '../elements/notFound';
import { errorAnswer } from '../errors';
import type { XCoverElementsHandler } from '../types';

/** Changes policies at once (ssi/modify-booking). Its scope has no known name, so none is asked for. */
export function updateBooking(desk: ElementsDesk): XCoverElementsHandler<'updateBooking'> {
	return ({ path, body }) => {
		const { bookings, permission } = desk;
		const refusal = permission.refusal(path.partner_id);
		if (refusal) return { status: 403, body: refusal };
		const booking = bookings.find(path.booking_id);
		if (!booking) return notFound('booking', path.booking_id);
		if (!bookings.areActive(booking, body.policies.map(({ id }) => id))) return { status: 422, body: errorAnswer('Only active policies of this booking can be changed') };
		const changed = bookings.change(booking, body.policies);
		desk.tell('BOOKING_UPDATED', changed);
		return { status: 200, body: { data: changed } };
	};
}
