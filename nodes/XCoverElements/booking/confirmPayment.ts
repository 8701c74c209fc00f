import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/http/request';
import type { Candidate } from '../../../engine/operation/candidate';
import { path } from '../../../engine/transport/path';
import { BOOKING_FIELDS, sameBookingIn, withoutErrors } from '../shared/answers';
import { overAs } from '../shared/bookedOnce';
import { hasStatus } from '../shared/bookings';
import { bookingId, readBookingId } from '../shared/fields';
import { signedWrite } from '../shared/write';
import { XCOVER } from '../shared/xcover';
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
	items: (answer, { bookingId: id }) => [paidIn(answer, id)],
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

/** The booking as its payment has left it. @throws Failure for one that does not show that */
function paidIn(answer: PartnerAnswer, bookingId: string): IDataObject {
	const booking = withoutErrors(sameBookingIn('signature', answer, bookingId, 'Confirm Payment'), answer);
	const over = overAs(booking);
	if (over !== undefined) throw new Failure('businessRefusal', `${XCOVER} answered that booking ${bookingId} is ${over}`, { advice: 'Nobody is covered by it. Ask Cover Genius what becomes of the payment.', status: answer.status });
	if (!hasStatus(booking, 'PENDING_PAYMENT')) return booking;
	throw new Failure('unknownOutcome', `${XCOVER} took the payment of booking ${bookingId}, and the booking still waits for it (${answer.status})`, { advice: 'It may be CONFIRMED in a moment, or the payment was not noted.', status: answer.status });
}
