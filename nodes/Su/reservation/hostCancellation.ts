import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/http/request';
import type { Candidate } from '../../../engine/operation/candidate';
import type { FieldReader } from '../../../engine/items/fields';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import { isRefusal, saysNo } from '../shared/failureSigns';
import { LABELS } from '../shared/labels';
import type { OfProperty } from '../shared/lists';
import { takenAnswer } from '../shared/refusal';
import { SU } from '../shared/su';

/** The booking that is cancelled from the side of the property. */
export interface OfChannelBooking extends OfProperty {
	channelBookingId: string;
}

/** How long to look for a cancellation of which nobody knows, in milliseconds. */
export const LOOK_UP_MS = 5_000;

/** Su's words for a booking that cannot be cancelled any more (airbnb/cancel-reservation/final-airbnb-cancel-reservation-api). */
const NOT_ACTIVE = /not active/i;

/** Su's words for a booking that is cancelled, in the answer to a look-up; that a success says the same, or that it is one, is inferred. */
const CANCELLED = /^(?:cancell?ed(?:_by_\w+)?|success(?:ful|fully)?)$/i;

/** Reads the ids of the booking. Faults are noted in `fields`. */
export function readChannelBooking(fields: FieldReader): OfChannelBooking {
	return { hotelId: fields.code('hotelId', { label: LABELS.hotelId }), channelBookingId: fields.code('channelBookingId', { label: LABELS.channelBookingId }) };
}

/** What makes two cancellations the same. */
export function sameCancellation({ hotelId, channelBookingId }: OfChannelBooking): string[] {
	return ['cancellation', hotelId, channelBookingId];
}

/** The ids as they are compared: capitals make no other booking. */
export function comparedBooking<B extends OfChannelBooking>(booking: B): B {
	return { ...booking, hotelId: booking.hotelId.toLowerCase(), channelBookingId: booking.channelBookingId.toLowerCase() };
}

/** What comes out of a cancellation. Null where Su said nothing beside it. */
export function cancelledItem({ hotelId, channelBookingId }: OfChannelBooking, message: string | null): IDataObject {
	return { cancelled: true, hotelId, channelBookingId, message };
}

/**
 * From the answer of either call that cancels. Su's success says that the request was taken: only what stands in `data` says that the booking is cancelled.
 *
 * @throws Failure where it says no, also in `data` under a success, or anything else
 */
export function cancelledFrom(answer: PartnerAnswer, what: string, booking: OfChannelBooking): IDataObject {
	const { data } = takenAnswer(answer, what);
	if (!isObject(data) || isRefusal(data) || saysNo(data) || !CANCELLED.test(textOf(data.status)?.trim() ?? '')) throw unusableAnswer(SU, answer, what, 'the cancellation under "data"');
	return cancelledItem(booking, textOf(data.message) ?? null);
}

/** A cancellation as Su shows it elsewhere. A booking is cancelled once: who did it makes no difference to what stands. */
export function shownCancelled(booking: OfChannelBooking, message: string | null): Candidate {
	return { id: booking.channelBookingId, likeness: 'same', items: [cancelledItem(booking, message)] };
}

/** Says of a booking that is not active what that may be. */
export function explainNotActive(failure: Failure): Failure {
	if (!NOT_ACTIVE.test(failure.details.partnerMessage ?? '')) return failure;
	return failure.retold({
		kind: 'conflict',
		advice: 'The booking was cancelled before, is over, or is not one of this property. This run has cancelled nothing. Check Channel Booking ID, and look at the booking with Reservation: Get.',
	});
}
