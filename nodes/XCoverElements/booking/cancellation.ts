import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import type { FieldReader } from '../../../engine/items/fields';
import { path } from '../../../engine/transport/path';
import { textOf } from '../../../engine/values';
import { BOOKING_FIELDS, sameBookingIn, withoutErrors } from '../shared/answers';
import { isCancelled, policiesOf } from '../shared/bookings';
import type { Family } from '../shared/family';
import { LABELS, policiesField, readBookingId, readPolicies, reason, type CancelledPolicy } from '../shared/fields';
import { XCOVER } from '../shared/xcover';
import { bookingLookUp } from './bookingLookUp';

/** What is to be cancelled. */
export interface Cancelling {
	bookingId: string;
	/** All of them where it is empty. */
	policies: CancelledPolicy[];
	/** `''` where none is given. */
	reason: string;
}

export const cancellationFields: INodeProperties[] = [policiesField, reason];

export function readCancelling(fields: FieldReader): Cancelling {
	return { bookingId: readBookingId(fields), policies: readPolicies(fields), reason: fields.optionalText('reason', { label: LABELS.reason }) };
}

/**
 * The call with which a booking is cancelled, or with `preview` is not. With a token it is a DELETE that only its body tells from one that cancels
 * (ssi/cancel-booking); with signed requests a POST (od/api/reference/cancel-booking).
 */
export function cancellationRequest(family: Family, { bookingId, policies, reason: why }: Cancelling, preview: boolean): PartnerRequest {
	if (family === 'elements') {
		const list = policies.map(({ id, reason: own }) => ({ id, ...(own === '' ? {} : { reason: own }) }));
		const body = { preview, ...(why === '' ? {} : { reason: why }), ...(list.length > 0 ? { policies: list } : {}) };
		return { method: 'DELETE', path: path`/api/partners/{partner_id}/bookings/${bookingId}`, body };
	}
	const quotes = policies.map(({ id, reason: own }) => ({ id, ...(own === '' ? {} : { reason_for_cancellation: own }) }));
	const body = { preview, ...(why === '' ? {} : { reason_for_cancellation: why }), ...(quotes.length > 0 ? { quotes } : {}) };
	return { method: 'POST', path: path`/partners/{partner_code}/bookings/${bookingId}/cancel`, body };
}

/** Members of a cancellation in its small form. */
export const CANCELLATION_FIELDS: Readonly<Record<Family, readonly string[]>> = {
	elements: BOOKING_FIELDS.elements,
	signature: ['id', 'status', 'currency', 'total_price', 'total_refund', 'total_refund_formatted', 'updated_at', 'quotes'],
};

/**
 * What a cancellation came to, from its answer.
 *
 * @param isDone whether a booking shows what was to be; left out, all that was named
 * @throws Failure of kind `unknownOutcome` for an answer that does not show what was to be cancelled as cancelled
 */
export function cancelledIn(family: Family, answer: PartnerAnswer, parameters: Cancelling, isDone = isAsAsked): IDataObject[] {
	const booking = withoutErrors(sameBookingIn(family, answer, parameters.bookingId, 'Cancellation'), answer);
	if (family === 'signature' && textOf(booking.cancellation_id) !== undefined) throw notCancelled(answer, 'a preview');
	if (!isDone(family, booking, parameters)) throw notCancelled(answer, `status ${textOf(booking.status)}`);
	return [booking];
}

function notCancelled({ status }: PartnerAnswer, what: string): Failure {
	return new Failure('unknownOutcome', `${XCOVER} answered the cancellation with ${what}, so it may or may not have been carried out (${status})`, {
		advice: 'Do not cancel it again before you have looked it up.',
		status,
	});
}

/** Whether a booking shows as cancelled what was to be: itself, or each of the policies that were named. */
function isAsAsked(family: Family, booking: IDataObject, { policies }: Cancelling): boolean {
	if (isCancelled(booking)) return true;
	const held = policiesOf(family, booking);
	return policies.length > 0 && policies.every(({ id }) => held.some((policy) => textOf(policy.id)?.toLowerCase() === id.toLowerCase() && isCancelled(policy)));
}

/** Whether a booking is cancelled, or one of its policies: which of them a preview was about, its confirmation does not say. */
export function isPartlyCancelled(family: Family, booking: IDataObject): boolean {
	return isCancelled(booking) || policiesOf(family, booking).some(isCancelled);
}

/** How a cancellation is found where no answer came: by the state of the booking. That it is cancelled already is told, and not asked for again. */
export function cancellationLookUp<C extends Cancelling>(family: Family) {
	return bookingLookUp<C>(family, {
		match: (booking, parameters) => (isAsAsked(family, booking, parameters) ? [{ id: null, likeness: 'same', items: [booking] }] : []),
	});
}
