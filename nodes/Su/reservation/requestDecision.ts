import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import type { FieldReader } from '../../../engine/items/fields';
import { textOf } from '../../../engine/values';
import type { RequestDecision } from '../shared/contract';
import { takenAnswer } from '../shared/refusal';

/** The call, whose path is unlike all others, and how much of it is documented. */
export const decisionSource = {
	call: 'POST /SUAPI/service/requestbookings',
	standing: 'documented; what a request that was decided before is answered with has a code, 1035, which stands for other reasons, too',
};

/** Of which request something is decided. */
export interface OfRequest {
	bookingId: string;
}

const label = 'Booking ID';

/** The field for it. */
export const requestId: INodeProperties = {
	displayName: label,
	name: 'bookingId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. HMREQ00001_HVIEW-1',
	description: 'The ID of a booking whose status is request, as Get New and the trigger give it: the number that the channel has for it, an underscore, the property. It must be answered within 24 hours, or the channel cancels it.',
};

/** Reads it. Faults are noted in `fields`. */
export function readRequestId(fields: FieldReader): OfRequest {
	return { bookingId: fields.code('bookingId', { label }) };
}

/** The id as it is compared: capitals make no other request. */
export function comparedRequest<R extends OfRequest>(request: R): R {
	return { ...request, bookingId: request.bookingId.toLowerCase() };
}

/**
 * To accept and to deny is the same thing decided in two ways: who did one must not do the other by mistake. Su knows a request by the whole id and
 * by the channel's number alone, so the number counts.
 */
export function sameDecision({ bookingId }: OfRequest): string[] {
	return ['request booking', numberIn(bookingId)];
}

/** The channel's number in an id: what stands before the underscore and the property. An id that does not look so counts as a whole. */
function numberIn(bookingId: string): string {
	return /^(.*\d.*)_[a-z0-9-]+$/i.exec(bookingId)?.[1] ?? bookingId;
}

/** What to do where the other was decided before. */
export function whenDecided({ bookingId }: OfRequest): string {
	return `This n8n has accepted or denied a request of the number ${numberIn(bookingId)} before, or was about to: the other way, with other words, or under another form of the ID. A decision cannot be taken back by the other one. Look at the booking with Reservation: Get, and talk to the channel. If that was the request of another property, turn on Send Even If Already Sent under Options.`;
}

/** Where it shows what became of a request. */
export const WHERE_DECIDED = 'Reservation: Get shows whether the request still waits (status request); Su allows five reads of a booking.';

/** Decides, `POST requestbookings` (the pages "Accept/Confirm Request Booking" and "Deny/Cancel Request Booking"). */
export function decisionRequest(body: RequestDecision): PartnerRequest {
	return { method: 'POST', path: '/SUAPI/service/requestbookings', body };
}

/** What Su says beside its success, such as `Booking confirmed`. @throws Failure as of `takenAnswer` */
export function decisionItem(answer: PartnerAnswer, what: string, done: string, { bookingId }: OfRequest): IDataObject {
	return { [done]: true, bookingId, message: textOf(takenAnswer(answer, what).ShortText) ?? null };
}
