import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/http/request';
import { objectAnswer, unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import type { Family } from './family';
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

/** XCover has the write already, and does not tell what it came to. */
export function notTheFirstAnswer({ status }: PartnerAnswer): Failure {
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
