import { invalid } from '../errors';
import { noSuchBooking } from '../signed/booked';
import type { SignedDesk } from '../signed/desk';
import type { Status } from '../signed/held';
import type { SignedHandler } from '../types';

/** In which state which mail is sent. BOOKING_CANCELLED is recorded; the others are invented. */
const STATES: Readonly<Record<string, readonly Status[]>> = {
	BOOKING_CREATED: ['CONFIRMED', 'RENEWED'],
	BOOKING_UPDATED: ['CONFIRMED', 'RENEWED'],
	BOOKING_CANCELLED: ['CANCELLED'],
};

/** Sends a mail about a booking again (recordings). Nothing is sent here; the control paths show what would be. */
export function sendEmail({ bookings, emails }: SignedDesk): SignedHandler<'sendEmail'> {
	return ({ path, body = {} }) => {
		const booking = bookings.find(path.booking_id);
		if (!booking) return noSuchBooking;
		const event = body.event ?? (booking.status === 'CANCELLED' ? 'BOOKING_CANCELLED' : 'BOOKING_CREATED');
		const states = STATES[event];
		if (!states) return { status: 422, body: invalid({ event: [`"${event}" is not a valid choice.`] }) };
		const [state = ''] = states;
		if (!states.includes(booking.status as Status)) return { status: 422, body: invalid([`${event} email can be only triggered for ${state} bookings.`]) };
		emails.push({ bookingId: booking.id, event });
		return { status: 202, body: undefined };
	};
}
