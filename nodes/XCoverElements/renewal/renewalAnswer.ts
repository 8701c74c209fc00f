import type { IDataObject } from 'n8n-workflow';

import type { PartnerAnswer } from '../../../engine/http/request';
import { BOOKING_FIELDS, bookingIn } from '../shared/answers';
import { isEmptyAnswer, takenIn } from '../shared/taken';

/** Members of what comes out in its small form. */
export const RENEWAL_FIELDS = [...BOOKING_FIELDS.signature, 'bookingId', 'renewalId', 'taken'];

/**
 * What a call about a renewal is answered: the booking, or nothing but that it was taken. Both are looked for, since no answer was ever seen.
 *
 * @param what the call as people know it
 * @param asked what stands for the booking where nothing comes
 * @throws Failure for anything else
 */
export function renewalIn(answer: PartnerAnswer, what: string, asked: IDataObject): IDataObject[] {
	return isEmptyAnswer(answer) ? takenIn(answer, what, asked) : [bookingIn('signature', answer, what)];
}
