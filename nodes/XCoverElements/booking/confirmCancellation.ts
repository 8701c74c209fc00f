import type { FieldReader } from '../../../engine/items/fields';
import { typedField } from '../../../engine/items/typedField';
import { path } from '../../../engine/transport/path';
import { bookingId, LABELS, readBookingId } from '../shared/fields';
import { elementsWrite, signedWrite } from '../shared/write';
import { CANCELLATION_FIELDS, cancellationLookUp, cancelledIn, isPartlyCancelled, type Cancelling } from './cancellation';

interface Content extends Cancelling {
	cancellationId: string;
}

const head = {
	name: 'confirmCancellation',
	displayName: 'Confirm Cancellation',
	action: 'Confirm a cancellation',
	description: 'Carry out a cancellation that was previewed',
	properties: [bookingId, typedField('cancellationId', LABELS.cancellationId, 'e.g. u7Mbd-d6K2P-8FTQW-CCL', '"cancellation_id" of Booking: Preview Cancellation', { required: true })],
	read: (fields: FieldReader): Content => ({ bookingId: readBookingId(fields), cancellationId: fields.code('cancellationId', { label: LABELS.cancellationId }), policies: [], reason: '' }),
	label: ({ bookingId: id, cancellationId }: Content) => `cancellation ${cancellationId} of booking ${id}`,
	sameAs: ({ bookingId: id, cancellationId }: Content) => [id.toLowerCase(), cancellationId],
	whereToLook: 'Look with Booking: Get.',
};

/** Confirms with a token (ssi/cancel-booking/confirm-cancellation-preview). */
export const confirmCancellationWithToken = elementsWrite<Content>({
	...head,
	source: { call: 'POST /api/partners/{partner_id}/bookings/{booking_id}/cancellations/{cancellation_id}', standing: 'documented' },
	request: ({ bookingId: id, cancellationId }) => ({ method: 'POST', path: path`/api/partners/{partner_id}/bookings/${id}/cancellations/${cancellationId}`, body: {} }),
	items: (answer, parameters) => cancelledIn('elements', answer, parameters, isPartlyCancelled),
	small: CANCELLATION_FIELDS.elements,
	lookUp: cancellationLookUp<Content>('elements'),
});

/** Confirms with a signed request, before `confirm_before` of the preview (od/api/reference/cancel-booking; seen). */
export const confirmCancellationSigned = signedWrite<Content>({
	...head,
	source: { call: 'POST /partners/{partner_code}/bookings/{booking_id}/confirm_cancellation/{cancellation_id}/', standing: 'documented' },
	isRefusedTwice: true,
	request: ({ bookingId: id, cancellationId }) => ({ method: 'POST', path: path`/partners/{partner_code}/bookings/${id}/confirm_cancellation/${cancellationId}/`, body: {} }),
	items: (answer, parameters) => cancelledIn('signature', answer, parameters, isPartlyCancelled),
	small: CANCELLATION_FIELDS.signature,
	lookUp: cancellationLookUp<Content>('signature'),
});
