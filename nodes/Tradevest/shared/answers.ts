import type { IDataObject } from 'n8n-workflow';

import type { PartnerAnswer } from '../../../engine/http/request';
import type { Page } from '../../../engine/items/pages';
import { objectAnswer, unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import { TRADEVEST } from './tradevest';

/** Rows of one read of a list. The documents name a default of 20 and no most (api-reference/entities). */
export const PAGE_SIZE = 100;

/** The answer as an object. @param what the call, for messages @throws Failure where it is none */
export function objectIn(answer: PartnerAnswer, what: string): IDataObject {
	return objectAnswer(TRADEVEST, answer, what);
}

/** The id under a member of the answer. @throws Failure where there is none */
export function idIn(answer: PartnerAnswer, member: string, what: string): string {
	const id = textOf(objectIn(answer, what)[member])?.trim();
	if (id === undefined) throw unusableAnswer(TRADEVEST, answer, what, `an object with ${member}`);
	return id;
}

/**
 * A page of a list: rows under `data`, and under `pagination` the cursor of the next page (tv:api-reference/entities). Some lists are bare, and
 * are one page.
 *
 * @throws Failure where it is neither
 */
export function pageIn(answer: PartnerAnswer, what: string): Page {
	const { body } = answer;
	const list = isObject(body) ? body.data : body;
	if (!Array.isArray(list)) throw unusableAnswer(TRADEVEST, answer, what, 'a list');
	const rows = (list as unknown[]).filter(isObject);
	if (rows.length < list.length) throw unusableAnswer(TRADEVEST, answer, what, 'a list of objects');
	return { rows, next: cursorIn(body, rows.length) };
}

/** A page without rows ends the list, whatever it names. */
function cursorIn(body: unknown, rows: number): string | undefined {
	const pagination = isObject(body) ? body.pagination : undefined;
	return rows > 0 && isObject(pagination) ? textOf(pagination.cursor)?.trim() : undefined;
}
