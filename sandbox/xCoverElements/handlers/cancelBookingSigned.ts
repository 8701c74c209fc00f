import { cancellationId } from '../ids';
import { noSuchBooking } from '../signed/booked';
import { cancellationAnswer } from '../signed/cancellationAnswer';
import { cancelled } from '../signed/changes';
import type { SignedDesk } from '../signed/desk';
import { DAY_MS } from '../times';
import type { SignedHandler } from '../types';

/** Cancels, or says what that would give back: the preview's own status is CANCELLED as well (od/api/reference/cancel-booking, recordings). */
export function cancelBookingSigned(desk: SignedDesk): SignedHandler<'cancelBookingSigned'> {
	return ({ path, body = {} }) => {
		const { bookings, now } = desk;
		const booking = bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		const { after, refused } = cancelled(booking, body, now());
		if (refused) return { status: 422, body: refused };
		if (body.preview !== true) {
			return { status: 200, body: cancellationAnswer(booking, desk.replace(booking, after), now(), { cancellationId: null, confirmBefore: null }) };
		}
		const marks = { cancellationId: cancellationId(), confirmBefore: now() + DAY_MS };
		bookings.keepPreview(marks.cancellationId, after, marks.confirmBefore);
		return { status: 200, body: cancellationAnswer(booking, after, now(), marks) };
	};
}
