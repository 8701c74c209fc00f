import { typedField } from '../../../engine/items/typedField';
import { path } from '../../../engine/transport/path';
import { bookingId, readBookingId } from '../shared/fields';
import { takenIn } from '../shared/taken';
import { signedWrite } from '../shared/write';

interface Content {
	bookingId: string;
	/** `''` for the mail that fits the booking. */
	event: string;
}

/** Has a mail sent again, with a signed request (recordings). XCover answers that it took that on, and no call shows whether a mail went out. */
export const sendEmail = signedWrite<Content>({
	name: 'sendEmail',
	displayName: 'Send Email',
	action: 'Send the email of a booking again',
	description: 'Ask XCover to send the customer the email about a booking again. Each execution does so once; whether an email went out is told nowhere',
	source: { call: 'POST /partners/{partner_code}/bookings/{booking_id}/send_email', standing: 'recorded 2019 to 2021' },
	isAnew: true,
	isRefusedTwice: false,
	isAnsweredEmpty: true,
	properties: [bookingId, typedField('event', 'Event', 'e.g. BOOKING_CANCELLED', 'Which email: the event that it tells of, such as BOOKING_CANCELLED. XCover refuses one that does not fit the state of the booking. Left out, it is the email of the booking.')],
	read: (fields) => ({ bookingId: readBookingId(fields), event: fields.optionalText('event', { label: 'Event', longest: 60 }) }),
	request: ({ bookingId: id, event }) => ({ method: 'POST', path: path`/partners/{partner_code}/bookings/${id}/send_email`, body: event === '' ? {} : { event } }),
	items: (answer, { bookingId: id, event }) => takenIn(answer, 'Send Email', { bookingId: id, event: event === '' ? null : event }),
	label: ({ bookingId: id }) => `email of booking ${id}`,
	whereToLook: 'No call of XCover shows which emails went out: ask the customer, or Cover Genius.',
});
