import { validationFailure } from '../../../engine/failure';
import type { FieldReader } from '../../../engine/items/fields';
import type { Ask } from '../../../engine/operation/reads';
import { textOf } from '../../../engine/values';
import { bookingId, bookingReference, LABELS } from '../shared/fields';
import { elementsWrite, signedWrite, type Writing } from '../shared/write';
import { CANCELLATION_FIELDS, cancellationFields, cancellationLookUp, cancellationRequest, cancelledIn, readCancelling, type Cancelling } from './cancellation';
import { bookingOf } from './findBooking';

interface Content extends Cancelling {
	/** The INS number that was typed in beside the booking. */
	reference: string;
}

const head = {
	name: 'cancel',
	displayName: 'Cancel',
	action: 'Cancel a booking',
	description: 'Cancel a booking or some of its policies at once, without a preview. To see first what is given back: Preview Cancellation, then Confirm Cancellation',
	properties: [bookingId, bookingReference, ...cancellationFields],
	read: (fields: FieldReader): Content => ({ ...readCancelling(fields), reference: fields.code('bookingReference', { label: LABELS.bookingReference }) }),
	label: ({ reference }: Content) => `booking ${reference}`,
	sameAs: ({ bookingId: id, policies }: Content) => [id.toLowerCase(), policies.map((policy) => policy.id.toLowerCase()).sort()],
	whereToLook: 'Look with Booking: Get.',
};

/** Cancels a booking with a token. The reference is compared with what the list says of the booking: no call reads one alone. */
export const cancelWithToken = elementsWrite<Content>({
	...head,
	source: { call: 'DELETE /api/partners/{partner_id}/bookings/{booking_id}', standing: 'documented' },
	request: (content) => cancellationRequest('elements', content, false),
	items: (answer, parameters) => cancelledIn('elements', answer, parameters),
	small: CANCELLATION_FIELDS.elements,
	lookUp: cancellationLookUp<Content>('elements'),

	async complete(parameters: Writing<Content>, ask: Ask): Promise<Writing<Content>> {
		const booking = await bookingOf('elements', parameters.bookingId, ask);
		checkReference(textOf(booking.provider_reference) ?? '', parameters);
		return { ...parameters, bookingId: textOf(booking.id) ?? parameters.bookingId };
	},
});

/** Cancels a booking with a signed request. XCover refuses a second one: the booking is CANCELLED then (seen). */
export const cancelSigned = signedWrite<Content>({
	...head,
	source: { call: 'POST /partners/{partner_code}/bookings/{booking_id}/cancel', standing: 'documented' },
	isRefusedTwice: true,
	request: (content) => cancellationRequest('signature', content, false),
	items: (answer, parameters) => cancelledIn('signature', answer, parameters),
	small: CANCELLATION_FIELDS.signature,
	lookUp: cancellationLookUp<Content>('signature'),

	read(fields) {
		const content = head.read(fields);
		if (content.bookingId !== '' && content.reference !== '' && !isReference(content.bookingId, content)) fields.fault(LABELS.bookingReference, expected(content));
		return content;
	},
});

/** @throws Failure of kind `validation` where the reference that was typed in is not that of the booking */
function checkReference(held: string, content: Content): void {
	if (!isReference(held, content)) throw validationFailure('The cancellation', [{ field: LABELS.bookingReference, expected: expected(content) }]);
}

function isReference(held: string, { reference }: Content): boolean {
	return held.trim().toUpperCase() === reference.toUpperCase();
}

function expected({ bookingId: id, reference }: Content): string {
	return `must be the whole INS number of booking ${id}, as Booking: Get shows it, not ${reference}`;
}
