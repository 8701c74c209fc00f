import type { Candidate } from '../../../engine/operation/candidate';
import { path } from '../../../engine/transport/path';
import { BOOKING_FIELDS, bookingIn } from '../shared/answers';
import { hasStatus } from '../shared/bookings';
import { bookingId, readBookingId } from '../shared/fields';
import { signedWrite } from '../shared/write';
import { bookingLookUp } from './bookingLookUp';

interface Content {
	bookingId: string;
}

/**
 * Tells that a booking is paid that waits for its payment, with a signed request (recordings). That it is CONFIRMED shows this only where it was PENDING_PAYMENT just
 * before: others are CONFIRMED from the start.
 */
export const confirmPayment = signedWrite<Content>({
	name: 'confirmPayment',
	displayName: 'Confirm Payment',
	action: 'Confirm the payment of a booking',
	description: 'Tell XCover that a booking which is PENDING_PAYMENT is paid, so that it becomes CONFIRMED',
	source: { call: 'PUT /partners/{partner_code}/bookings/{booking_id}/confirm', standing: 'recorded 2019 to 2021' },
	isRefusedTwice: false,
	properties: [bookingId],
	read: (fields) => ({ bookingId: readBookingId(fields) }),
	request: ({ bookingId: id }) => ({ method: 'PUT', path: path`/partners/{partner_code}/bookings/${id}/confirm`, body: {} }),
	items: (answer) => [bookingIn('signature', answer, 'Confirm Payment')],
	small: BOOKING_FIELDS.signature,
	label: ({ bookingId: id }) => `payment of booking ${id}`,
	sameAs: ({ bookingId: id }) => id.toLowerCase(),
	whereToLook: 'Look with Booking: Get: it is CONFIRMED once it was carried out.',
	lookUp: bookingLookUp<Content>('signature', {
		comparesWithBefore: true,
		match(booking, _parameters, wasSent, before): Candidate[] {
			if (!wasSent || !hasStatus(booking, 'CONFIRMED')) return [];
			const wasPending = before !== undefined && hasStatus(before, 'PENDING_PAYMENT');
			return [{ id: null, likeness: wasPending ? 'same' : 'maybe', items: [booking] }];
		},
		isUndone: (booking) => hasStatus(booking, 'PENDING_PAYMENT'),
	}),
});
