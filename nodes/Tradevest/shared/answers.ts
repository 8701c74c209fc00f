import type { IDataObject } from 'n8n-workflow';

import type { PartnerAnswer } from '../../../engine/http/request';
import type { Page } from '../../../engine/items/pages';
import { objectAnswer, unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import type { Kind } from './things';
import { TRADEVEST } from './tradevest';

/** Rows of one read of a list. The documents name a default of 20 and no most (api-reference/entities). */
export const PAGE_SIZE = 100;

/**
 * The answer as an object, or the object under a member of it.
 *
 * @param what the call, for messages
 * @throws Failure where it is none
 */
export function objectIn(answer: PartnerAnswer, what: string, within?: string): IDataObject {
	const body = objectAnswer(TRADEVEST, answer, what);
	noRefusal(answer, what);
	const object = within === undefined ? body : body[within];
	if (!isObject(object)) throw unusableAnswer(TRADEVEST, answer, what, `an object under "${within}"`);
	return object;
}

/**
 * Looks whether a success is none: an error of Tradevest has a message beside a code or a type (api-reference/entities), which no thing has together.
 *
 * @param what the call, for messages
 * @throws Failure with the words of the error
 */
export function noRefusal(answer: PartnerAnswer, what: string): void {
	const { body } = answer;
	if (isObject(body) && textOf(body.message) !== undefined && [body.code, body.errorCode, body.responseType].some((sign) => textOf(sign) !== undefined)) {
		throw unusableAnswer(TRADEVEST, answer, what, 'no error');
	}
}

/** A thing as the answer to what reads it has it. @throws Failure where it is not there */
export function thingIn(answer: PartnerAnswer, thing: Kind, id: string): IDataObject {
	if (!thing.listed) return objectIn(answer, thing.what, thing.within);
	const row = pageIn(answer, thing.what).rows.find((each) => textOf(each[thing.id])?.toLowerCase() === id.toLowerCase());
	if (row === undefined) throw unusableAnswer(TRADEVEST, answer, thing.what, `one with ${thing.id} ${id}`);
	return row;
}

/** The id under a member of the answer. @throws Failure where there is none */
export function idIn(answer: PartnerAnswer, member: string, what: string): string {
	const id = textOf(objectIn(answer, what)[member])?.trim();
	if (id === undefined) throw unusableAnswer(TRADEVEST, answer, what, `an object with ${member}`);
	return id;
}

/** The same where the answer is not documented: null where it names none. @throws Failure where it is an error */
export function idAnywhere(answer: PartnerAnswer, { id, what, within }: Kind): string | null {
	noRefusal(answer, what);
	const { body } = answer;
	if (!isObject(body)) return null;
	const inside = within === undefined ? undefined : body[within];
	return textOf(body[id])?.trim() ?? (isObject(inside) ? textOf(inside[id])?.trim() : undefined) ?? null;
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
