import type { IDataObject } from 'n8n-workflow';

import { Failure, isFailure, orFailure, type FailureKind } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/http/request';
import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import { sameBookingIn } from '../shared/answers';
import { isCancelled } from '../shared/bookings';
import { FOR } from '../shared/family';
import { bookingId } from '../shared/fields';
import { outputFields, readOutput, shown, type Output } from '../shared/output';
import { previewHints, withoutStates } from '../shared/previews';
import { XCOVER } from '../shared/xcover';
import { cancellationFields, cancellationRequest, readCancelling, type Cancelling } from './cancellation';
import { bookingOf } from './findBooking';

type Parameters = Cancelling & Output;

/** With what the list said of the booking before. */
interface Compared extends Parameters {
	/** The cancellations that it had then; undefined where that could not be read. */
	before?: readonly string[];
}

/** The call in messages. */
const WHAT = 'Preview of a Cancellation';

/** What may have become of a request whose body was dropped: the first try cancelled, and the second is refused for that. */
const IN_DOUBT: ReadonlySet<FailureKind> = new Set(['outage', 'brokenAnswer', 'validation', 'conflict', 'businessRefusal']);

const DROPPED = `something between this n8n and ${XCOVER} has dropped the body of the request, which alone makes it a preview: use no preview until that is mended, and tell Cover Genius at once`;

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
	hints: () => previewHints('Nothing was cancelled', 'Booking: Confirm Cancellation, with the cancellation_id, cancels.'),

	parameters(read: ConstructorParameters<typeof FieldReader>[0]): Parameters {
		const fields = new FieldReader(read);
		const parameters = { ...readCancelling(fields), ...readOutput(fields) };
		fields.done('The preview');
		return parameters;
	},
};

/**
 * Previews with a token. Only the body tells this DELETE from one that cancels, so what comes back is looked at: a booking that is cancelled and
 * has no cancellation to confirm was most likely cancelled by it. Those of earlier previews stay with the booking, and in which order is not documented: so the
 * booking is read before, and only a cancellation that is new is the one of this preview.
 */
export const previewCancellationWithToken: RepeatableOperation<Compared> = {
	...head,
	...FOR.elements,
	source: { call: 'DELETE /api/partners/{partner_id}/bookings/{booking_id}', standing: 'documented' },
	request: (parameters) => cancellationRequest('elements', parameters, true),

	replaces: {
		thing: ({ bookingId: id }) => id.toLowerCase(),
		// No preview undoes another.
		isSame: () => false,
		async complete(parameters, ask) {
			const booking = await orFailure(bookingOf('elements', parameters.bookingId, ask));
			if (!isFailure(booking)) {
				if (isCancelled(booking)) throw isOver(parameters.bookingId, textOf(booking.status)!);
				// The INS number finds it in the list as well; the call takes the ID alone.
				return { ...parameters, bookingId: textOf(booking.id) ?? parameters.bookingId, before: cancellationsIn(booking) };
			}
			// A client may lack the scope that lists bookings (api/manage-booking).
			if (booking.kind === 'cancelled') throw booking;
			return parameters;
		},
	},

	items(answer, parameters) {
		const booking = sameBookingIn('elements', answer, parameters.bookingId, WHAT);
		const { before } = parameters;
		const ids = cancellationsIn(booking);
		const [id, ...others] = before ? ids.filter((each) => !before.includes(each)) : ids;
		if (id !== undefined && others.length === 0 && (before || !isCancelled(booking))) return previewed(booking, parameters, id);
		if (isCancelled(booking)) throw mayBeCancelled(answer);
		// One that XCover gives again for the same.
		if (ids.length === 1) return previewed(booking, parameters, ids[0]!);
		throw ids.length === 0 ? unusableAnswer(XCOVER, answer, WHAT, 'a cancellation to confirm') : ambiguous(answer, ids);
	},

	/** Nobody knows whether a request that got no good answer arrived with its body. */
	explain(failure) {
		if (!IN_DOUBT.has(failure.kind) || failure.details.faults) return failure;
		return failure.retold({ advice: `${failure.details.advice} Look at the booking with Booking: Get, too: if it is cancelled now and was not before, ${DROPPED}.` });
	},
};

/** Previews with a signed request. */
export const previewCancellationSigned: RepeatableOperation<Parameters> = {
	...head,
	...FOR.signature,
	source: { call: 'POST /partners/{partner_code}/bookings/{booking_id}/cancel', standing: 'documented' },
	request: (parameters) => cancellationRequest('signature', parameters, true),
	items(answer, parameters) {
		const booking = sameBookingIn('signature', answer, parameters.bookingId, WHAT);
		const id = textOf(booking.cancellation_id);
		if (id === undefined) throw isCancelled(booking) ? mayBeCancelled(answer) : unusableAnswer(XCOVER, answer, WHAT, 'a cancellation to confirm');
		return previewed(booking, parameters, id);
	},
	explain(failure) {
		if (failure.kind !== 'validation' || failure.details.faults || failure.details.status === undefined) return failure;
		return failure.retold({ advice: `${failure.details.advice} ${XCOVER} also refuses this where the booking is cancelled already: look at its status with Booking: Get.` });
	},
};

/** Of a booking that is cancelled there is nothing to preview, and nothing is sent that could be taken for a cancellation. */
function isOver(bookingId: string, status: string): Failure {
	return new Failure('validation', `Booking ${bookingId} has the status ${status} already: there is nothing left to cancel`, {
		advice: `Look at it with Booking: Get. Nothing was sent. If an earlier preview of it failed, and it was not cancelled before that one, ${DROPPED}.`,
	});
}

function previewed(booking: IDataObject, parameters: Parameters, cancellationId: string): IDataObject[] {
	return [shown({ ...withoutStates(booking), cancellation_id: cancellationId }, PREVIEW_FIELDS, parameters)];
}

/** The ids of the cancellations that a booking has. */
function cancellationsIn({ cancellations }: IDataObject): string[] {
	if (!Array.isArray(cancellations)) return [];
	return (cancellations as unknown[]).flatMap((entry) => (isObject(entry) ? (textOf(entry.id) ?? []) : []));
}

function mayBeCancelled({ status }: PartnerAnswer): Failure {
	return new Failure('unknownOutcome', `${XCOVER} answered the preview as if the booking were cancelled (${status}): there is no new cancellation to confirm, so the booking may be cancelled`, {
		advice: `Look at the booking with Booking: Get. If it is cancelled now and was not before, ${DROPPED}.`,
		status,
	});
}

function ambiguous({ status }: PartnerAnswer, ids: readonly string[]): Failure {
	return new Failure('brokenAnswer', `${XCOVER} answered the preview with ${ids.length} cancellations, and it cannot be told which of them is new`, {
		advice: 'Confirmed, another one would cancel something else. Run the item again. If it stays so, ask Cover Genius to let the client list bookings (bookings:view): the node compares with what was there before.',
		status,
	});
}
