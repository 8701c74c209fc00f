import { invalid, noSuch, statusRefused } from '../errors';
import { noSuchBooking } from '../signed/booked';
import { cancellationAnswer } from '../signed/cancellationAnswer';
import { cancelled } from '../signed/changes';
import type { SignedDesk } from '../signed/desk';
import { isInForce } from '../signed/held';
import type { SignedHandler } from '../types';

/** Carries out a cancellation that was previewed, in time (recordings; seen). The words for one that comes too late are invented. */
export function confirmCancellationSigned(desk: SignedDesk): SignedHandler<'confirmCancellationSigned'> {
	return ({ path }) => {
		const { bookings, now } = desk;
		const booking = bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		const preview = bookings.preview(booking.id, path.cancellation_id);
		if (!preview) return { status: 404, body: noSuch('Cancellation') };
		if (!isInForce(booking)) return { status: 422, body: statusRefused(booking.status) };
		if (preview.confirmBefore !== null && now() > preview.confirmBefore) return { status: 422, body: invalid(['Cancellation has expired']) };
		// Cancelled as it is by now: it may have been changed since.
		const chosen = preview.after.quotes.filter(({ id, status }) => status === 'CANCELLED' && booking.quotes.some((quote) => quote.id === id && quote.status !== 'CANCELLED'));
		const { after, refused } = cancelled(booking, { quotes: chosen.map(({ id, reason }) => ({ id, reason_for_cancellation: reason })) }, now());
		if (refused) return { status: 422, body: refused };
		bookings.forgetPreview(path.cancellation_id);
		return { status: 200, body: cancellationAnswer(booking, desk.replace(booking, after), now(), { cancellationId: null, confirmBefore: null }) };
	};
}
