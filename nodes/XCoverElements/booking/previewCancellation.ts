import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/http/request';
import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import { bookingIn } from '../shared/answers';
import { isCancelled } from '../shared/bookings';
import { FOR } from '../shared/family';
import { bookingId } from '../shared/fields';
import { outputFields, readOutput, shown, type Output } from '../shared/output';
import { withoutStates } from '../shared/previews';
import { XCOVER } from '../shared/xcover';
import { cancellationFields, cancellationRequest, readCancelling, type Cancelling } from './cancellation';

type Parameters = Cancelling & Output;

/** Members of a preview in its small form. */
const PREVIEW_FIELDS = ['id', 'provider_reference', 'cancellation_id', 'confirm_before', 'currency', 'price', 'total_price', 'total_refund', 'total_refund_formatted', 'previewed_status'];

const head = {
	name: 'previewCancellation',
	displayName: 'Preview Cancellation',
	action: 'Preview a cancellation',
	description: 'See what cancelling a booking or some of its policies would give back, and get the ID by which it is confirmed. Nothing is cancelled',
	properties: [bookingId, ...cancellationFields, ...outputFields.properties],
	options: outputFields.options,
	effect: 'repeatable' as const,

	parameters(read: ConstructorParameters<typeof FieldReader>[0]): Parameters {
		const fields = new FieldReader(read);
		const parameters = { ...readCancelling(fields), ...readOutput(fields) };
		fields.done('The preview');
		return parameters;
	},
};

/**
 * Previews with a token. Only the body tells this DELETE from one that cancels, so what comes back is looked at: a booking that is cancelled and
 * has no cancellation to confirm was most likely cancelled by it.
 */
export const previewCancellationWithToken: RepeatableOperation<Parameters> = {
	...head,
	...FOR.elements,
	source: { call: 'DELETE /api/partners/{partner_id}/bookings/{booking_id}', standing: 'documented' },
	request: (parameters) => cancellationRequest('elements', parameters, true),
	items(answer, parameters) {
		const booking = bookingIn('elements', answer, 'Preview of a Cancellation');
		const ids = cancellationsIn(booking);
		if (ids.length === 0) throw isCancelled(booking) ? mayBeCancelled(answer) : unusableAnswer(XCOVER, answer, 'Preview of a Cancellation', 'a cancellation to confirm');
		return previewed(booking, parameters, ids.at(-1)!);
	},
};

/** Previews with a signed request. */
export const previewCancellationSigned: RepeatableOperation<Parameters> = {
	...head,
	...FOR.signature,
	source: { call: 'POST /partners/{partner_code}/bookings/{booking_id}/cancel', standing: 'documented' },
	request: (parameters) => cancellationRequest('signature', parameters, true),
	items(answer, parameters) {
		const booking = bookingIn('signature', answer, 'Preview of a Cancellation');
		const id = textOf(booking.cancellation_id);
		if (id === undefined) throw isCancelled(booking) ? mayBeCancelled(answer) : unusableAnswer(XCOVER, answer, 'Preview of a Cancellation', 'a cancellation to confirm');
		return previewed(booking, parameters, id);
	},
};

function previewed(booking: IDataObject, parameters: Parameters, cancellationId: string): IDataObject[] {
	return [shown({ ...withoutStates(booking), cancellation_id: cancellationId }, PREVIEW_FIELDS, parameters)];
}

/** The ids of the cancellations that can be confirmed; the newest is taken to be the last one. */
function cancellationsIn({ cancellations }: IDataObject): string[] {
	if (!Array.isArray(cancellations)) return [];
	return (cancellations as unknown[]).flatMap((entry) => (isObject(entry) ? (textOf(entry.id) ?? []) : []));
}

function mayBeCancelled({ status }: PartnerAnswer): Failure {
	return new Failure('unknownOutcome', `${XCOVER} answered the preview as if the booking were cancelled (${status}): there is no cancellation to confirm, so the booking may be cancelled`, {
		advice: 'Look at the booking with Booking: Get. If it was not cancelled before and is now, something between this n8n and XCover has dropped the body of the request, which alone makes it a preview: use no preview until that is mended, and tell Cover Genius at once.',
		status,
	});
}

