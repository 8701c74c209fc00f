import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../engine/failure';
import type { PartnerAnswer } from '../../engine/transport/request';
import { SIPS } from './sips';

/** The answer as an object. @throws Failure of kind `brokenAnswer` */
export function objectAnswer(answer: PartnerAnswer, what: string): IDataObject {
	if (isObject(answer.body)) return answer.body;
	throw brokenAnswer(answer, what, 'a JSON object');
}

/**
 * The rows of a list answer: a bare array, or the one array inside an object, since the frame is not documented for
 * all lists (`invoiceList` is; that of the Order List answer is not).
 *
 * @throws Failure of kind `brokenAnswer` where there is no list. An empty list is a list
 */
export function listAnswer(answer: PartnerAnswer, what: string): IDataObject[] {
	const { body } = answer;
	const list = Array.isArray(body) ? body : isObject(body) ? Object.values(body).find(Array.isArray) : undefined;
	if (list === undefined) throw brokenAnswer(answer, what, 'a list');
	return (list as unknown[]).filter(isObject);
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
	const got = typeof answer.body === 'string' ? (answer.body.trim() === '' ? 'nothing' : 'text') : 'something else';
	return new Failure('brokenAnswer', `${SIPS} answered ${got} where ${expected} was expected (${what})`, {
		advice: 'Run the item again. If it stays so, check the base URL of the credential, then ask SRS.',
		status: answer.status,
	});
}
