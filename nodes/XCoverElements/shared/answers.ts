import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import { partnerWords } from '../../../engine/http/partnerWords';
import type { PartnerAnswer } from '../../../engine/http/request';
import { quotable } from '../../../engine/redact';
import { objectAnswer, unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import { isBooking } from './bookings';
import type { Family } from './family';
import { faultsIn } from './faults';
import { XCOVER } from './xcover';

/** What an answer of either kind of access holds: with a token it is under `data`. @param what the call as people know it @throws Failure where it is not there */
export function contentOf(family: Family, answer: PartnerAnswer, what: string): IDataObject {
	const body = objectAnswer(XCOVER, answer, what);
	if (family === 'signature') return body;
	if (isObject(body.data)) return body.data;
	throw unusableAnswer(XCOVER, answer, what, 'an object under "data"');
}

/**
 * A booking in the answer of a write. The first answer to the same key must be one, too: else nobody can tell what became of the write.
 *
 * @throws Failure where there is none
 */
export function bookingIn(family: Family, answer: PartnerAnswer, what: string): IDataObject {
	const booking = contentOf(family, answer, what);
	if (textOf(booking.status) !== undefined && (textOf(booking.id) ?? textOf(booking.provider_reference)) !== undefined) return booking;
	if (answer.status === 409) throw notTheFirstAnswer(answer);
	throw unusableAnswer(XCOVER, answer, what, 'a booking with a status');
}

/**
 * A booking that a write has left.
 *
 * @throws Failure of kind `unknownOutcome` where XCover tells of errors beside it: those can stand in a good answer, too (xc/responses/error-types)
 */
export function withoutErrors(booking: IDataObject, answer: PartnerAnswer): IDataObject {
	const faults = [answer.body, isObject(answer.body) ? answer.body.data : undefined].flatMap(faultsIn);
	if (faults.length === 0) return booking;
	const partnerMessage = quotable(faults.join('; '), answer.secrets?.() ?? []);
	throw new Failure('unknownOutcome', `${XCOVER} answered with a booking in status ${textOf(booking.status)} and with errors (${answer.status}): ${partnerMessage}`, {
		advice: 'What was asked for may not have been carried out, or not all of it.',
		status: answer.status,
		partnerMessage,
	});
}

/**
 * The booking that was asked about, in the answer of a read or a write about it.
 *
 * @throws Failure where there is none, or another one: what that one shows says nothing of the one that is meant
 */
export function sameBookingIn(family: Family, answer: PartnerAnswer, bookingId: string, what: string): IDataObject {
	const booking = bookingIn(family, answer, what);
	if (isBooking(booking, bookingId)) return booking;
	throw new Failure('brokenAnswer', `${XCOVER} answered with another booking than ${bookingId} (${what})`, {
		advice: `What it says of that one tells nothing of ${bookingId}. Run the item again. If it stays so, look for a cache or proxy between this n8n and ${XCOVER}.`,
		status: answer.status,
	});
}

/**
 * XCover has the write already, and does not tell what it came to. Whether refusals are kept under a key as well is not documented: an error may be what it
 * answered first, or a word on this second one.
 */
export function notTheFirstAnswer(answer: PartnerAnswer): Failure {
	const { status } = answer;
	const secrets = answer.secrets?.() ?? [];
	const words = [partnerWords(answer.body, secrets).message ?? '', ...faultsIn(answer.body)].filter((each, at, all) => each !== '' && all.indexOf(each) === at);
	if (words.length > 0) {
		const partnerMessage = quotable(words.join('; '), secrets);
		return new Failure('unknownOutcome', `${XCOVER} has this request already (${status}), and answered with an error: ${partnerMessage}`, {
			advice: 'That may be how it was refused the first time, and then nothing was carried out; or it was carried out, and only this second one is refused.',
			status,
			partnerMessage,
		});
	}
	return new Failure('unknownOutcome', `${XCOVER} answered that it has this request already (${status}), and not what came of it`, {
		advice: 'It was most likely carried out before.',
		status,
	});
}

/** Members of a booking in its small form. The rest of it is for who turns Simplify off. */
export const BOOKING_FIELDS: Readonly<Record<Family, readonly string[]>> = {
	elements: ['id', 'provider_reference', 'status', 'currency', 'price', 'created_at', 'updated_at', 'policies'],
	signature: ['id', 'status', 'currency', 'total_price', 'partner_transaction_id', 'created_at', 'updated_at', 'quotes'],
};
