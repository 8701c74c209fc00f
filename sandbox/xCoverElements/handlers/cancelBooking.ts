import type { ElementsDesk } from '../elements/desk';
import { notFound } from '../elements/notFound';
import { errorAnswer } from '../errors';
import type { XCoverElementsHandler } from '../types';

/**
 * Cancels, or previews that (ssi/cancel-booking). Only a body that arrives makes it a preview: without one it cancels, and so it does where a
 * setting plays a gateway that takes the body away.
 */
export function cancelBooking(desk: ElementsDesk): XCoverElementsHandler<'cancelBooking'> {
	return ({ path, body }) => {
		const { bookings, permission, settings } = desk;
		const refusal = permission.refusal(path.partner_id, 'bookings:delete');
		if (refusal) return { status: 403, body: refusal };
		const booking = bookings.find(path.booking_id);
		if (!booking) return notFound('booking', path.booking_id);
		const asked = settings().dropsBodyOfDelete ? {} : (body ?? {});
		const policies = bookings.chosen(booking, asked);
		if (booking.status !== 'Active' || !bookings.areActive(booking, policies)) return { status: 422, body: errorAnswer('Only active policies of this booking can be cancelled') };
		if (asked.preview === true) return { status: 200, body: { data: bookings.preview(booking, policies) } };
		const cancelled = bookings.cancel(booking, policies);
		desk.tell(cancelled.status === 'Cancelled' ? 'BOOKING_CANCELLED' : 'BOOKING_UPDATED', cancelled);
		return { status: 200, body: { data: cancelled } };
	};
}
