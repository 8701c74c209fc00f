import type { ElementsDesk } from '../elements/desk';
import { notFound } from '../elements/notFound';
import { errorAnswer } from '../errors';
import type { XCoverElementsHandler } from '../types';

/** Carries out a cancellation that was previewed (ssi/cancel-booking/confirm-cancellation-preview). A second time is refused, which is invented. */
export function confirmCancellation(desk: ElementsDesk): XCoverElementsHandler<'confirmCancellation'> {
	return ({ path }) => {
		const { bookings, permission } = desk;
		const refusal = permission.refusal(path.partner_id, 'bookings:delete');
		if (refusal) return { status: 403, body: refusal };
		const booking = bookings.find(path.booking_id);
		if (!booking) return notFound('booking', path.booking_id);
		const policies = bookings.previewed(booking, path.cancellation_id);
		if (!policies) return notFound('cancellation', path.cancellation_id);
		if (!bookings.areActive(booking, policies)) return { status: 422, body: errorAnswer('Only active policies of this booking can be cancelled') };
		const cancelled = bookings.cancel(booking, policies);
		desk.tell(cancelled.status === 'Cancelled' ? 'BOOKING_CANCELLED' : 'BOOKING_UPDATED', cancelled);
		return { status: 200, body: { data: cancelled } };
	};
}
