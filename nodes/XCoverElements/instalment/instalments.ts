import type { IDataObject } from 'n8n-workflow';

import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import { path } from '../../../engine/transport/path';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject } from '../../../engine/values';
import { contentOf } from '../shared/answers';
import { XCOVER } from '../shared/xcover';

/** The list in messages. */
const LIST = 'Instalment List';

/** The request that reads the instalments of a booking (recordings). */
export function instalmentList(bookingId: string): PartnerRequest {
	return { method: 'GET', path: path`/partners/{partner_code}/bookings/${bookingId}/instalments/` };
}

/** The instalments of a booking, those of one policy after the other, each with its policy and currency. @throws Failure where the answer is no list */
export function instalmentsIn(answer: PartnerAnswer): IDataObject[] {
	const { quotes, currency } = contentOf('signature', answer, LIST);
	if (!Array.isArray(quotes)) throw unusableAnswer(XCOVER, answer, LIST, 'a list under "quotes"');
	return (quotes as unknown[]).filter(isObject).flatMap(({ id, payment_schedule: schedule }) => rows(schedule).map((row) => ({ policy_id: id ?? null, currency: currency ?? null, ...row })));
}

function rows(schedule: unknown): IDataObject[] {
	return Array.isArray(schedule) ? (schedule as unknown[]).filter(isObject) : [];
}
