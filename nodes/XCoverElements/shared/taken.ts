import type { IDataObject } from 'n8n-workflow';

import type { PartnerAnswer } from '../../../engine/http/request';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject } from '../../../engine/values';
import { notTheFirstAnswer } from './answers';
import { XCOVER } from './xcover';

/**
 * What is put out where XCover answers with nothing but that it has taken something: what was asked for, and `taken`. That is no word on what comes of
 * it. The first answer to the same key is as empty.
 *
 * @param what the call as people know it
 * @throws Failure for an answer that holds something: it may be a refusal
 */
export function takenIn(answer: PartnerAnswer, what: string, asked: IDataObject): IDataObject[] {
	if (!isEmptyAnswer(answer)) throw answer.status === 409 ? notTheFirstAnswer(answer) : unusableAnswer(XCOVER, answer, what, 'an empty answer');
	return [{ ...asked, taken: true }];
}

/** Whether an answer holds nothing. */
export function isEmptyAnswer({ body }: PartnerAnswer): boolean {
	return body === undefined || body === null || (typeof body === 'string' && body.trim() === '') || (isObject(body) && Object.keys(body).length === 0);
}
