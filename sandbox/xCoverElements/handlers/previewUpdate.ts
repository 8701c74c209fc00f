import { updateId } from '../ids';
import { noSuchBooking } from '../signed/booked';
import { changedAnswer } from '../signed/bookingAnswer';
import { changed } from '../signed/changes';
import type { SignedDesk } from '../signed/desk';
import type { SignedHandler } from '../types';

/** Says what a change would cost, and keeps it to be confirmed (recordings). */
export function previewUpdate({ bookings, now }: SignedDesk): SignedHandler<'previewUpdate'> {
	return ({ path, body }) => {
		const booking = bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		const { after, refused } = changed(booking, body, now());
		if (refused) return { status: 422, body: refused };
		const id = updateId();
		bookings.keepPreview(id, after);
		return { status: 200, body: { ...changedAnswer(booking, after, now()), update_id: id } };
	};
}
