import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../engine/failure';
import { partnerWords } from '../../engine/transport/partnerWords';
import type { PartnerAnswer } from '../../engine/transport/request';
import { SIPS } from './sips';

/** The answer as an object. @throws Failure of kind `brokenAnswer` */
export function objectAnswer(answer: PartnerAnswer, what: string): IDataObject {
	if (isObject(answer.body)) return answer.body;
	throw brokenAnswer(answer, what, 'a JSON object');
}

/** Arrays that say what went wrong, and are no rows. */
const NOT_ROWS = /error|message|fault|warning|detail/i;

/**
 * The rows of a list answer: a bare array, or the array inside an object, since the frame is not documented for all
 * lists (`invoiceList` is; that of the Order List answer is not).
 *
 * @throws Failure of kind `brokenAnswer` where there is no list. An empty list is a list
 */
export function listAnswer(answer: PartnerAnswer, what: string): IDataObject[] {
	const { body } = answer;
	const framed = isObject(body) ? Object.entries(body).find(([name, value]) => Array.isArray(value) && !NOT_ROWS.test(name)) : undefined;
	const list = Array.isArray(body) ? (body as unknown[]) : (framed?.[1] as unknown[] | undefined);
	if (list === undefined) throw brokenAnswer(answer, what, 'a list');
	return list.filter(isObject);
}

/** First `limit` rows, or all. SIPS knows no paging, so what is too much is cut here. */
export function atMost<T>(rows: T[], limit: number | undefined): T[] {
	return limit === undefined ? rows : rows.slice(0, limit);
}

export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that is text, or a number that can be written as text; else undefined. */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim() === '' ? undefined : value;
	return typeof value === 'number' ? String(value) : undefined;
}

function brokenAnswer(answer: PartnerAnswer, what: string, expected: string): Failure {
	const { message, code } = isObject(answer.body) ? partnerWords(answer.body) : {};
	if (message !== undefined) {
		// A success that holds an error is a refusal.
		return new Failure('businessRefusal', `${SIPS} answered ${answer.status}, but with a refusal (${what}): ${message}`, {
			advice: 'Do what the words of SIPS ask for, then run the item again.',
			status: answer.status,
			partnerMessage: message,
			partnerCode: code,
		});
	}
	const got = typeof answer.body === 'string' ? (answer.body.trim() === '' ? 'nothing' : 'text') : 'something else';
	return new Failure('brokenAnswer', `${SIPS} answered ${got} where ${expected} was expected (${what})`, {
		advice: 'Run the item again. If it stays so, check the base URL of the credential, then ask SRS.',
		status: answer.status,
	});
}
