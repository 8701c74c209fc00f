import { noSuch, statusRefused } from '../errors';
import { noSuchBooking } from '../signed/booked';
import { changedAnswer } from '../signed/bookingAnswer';
import type { SignedDesk } from '../signed/desk';
import { isInForce } from '../signed/held';
import type { SignedHandler } from '../types';

/** Carries out a change that was previewed, once (recordings). Invented: that it is gone then, and the words for that. */
export function confirmUpdate(desk: SignedDesk): SignedHandler<'confirmUpdate'> {
	return ({ path }) => {
		const { bookings, now } = desk;
		const booking = bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		const preview = bookings.preview(booking.id, path.update_id);
		if (!preview) return { status: 404, body: noSuch('Update') };
		if (!isInForce(booking)) return { status: 422, body: statusRefused(booking.status) };
		bookings.forgetPreview(path.update_id);
		return { status: 201, body: changedAnswer(booking, desk.replace(booking, preview.after), now()) };
	};
}
