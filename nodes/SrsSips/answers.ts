import type { IDataObject } from 'n8n-workflow';

import { isFailure, type Failure } from '../../engine/failure';
import { isPartnersNotFound } from '../../engine/transport/notFound';
import { partnerWords } from '../../engine/transport/partnerWords';
import type { PartnerAnswer } from '../../engine/transport/request';
import { unusableAnswer } from '../../engine/transport/unusableAnswer';
import { isObject } from '../../engine/values';
import { SIPS } from './sips';

/** The answer as an object. @throws Failure of kind `brokenAnswer` */
export function objectAnswer(answer: PartnerAnswer, what: string): IDataObject {
	if (isObject(answer.body)) return answer.body;
	throw unusableAnswer(SIPS, answer, what, 'a JSON object');
}

/** Fields of errors, and of what an error echoes, in small letters. An object that has no others tells of nothing else. */
const ERROR_FIELD =
	/^(?:messages?|code|message_?code|error\w*|fault|status|statuscode|title|details?|description|reason|type|instance|path|success|succeeded|trace_?id|request_?id|correlation_?id|transaction_?id|timestamp|order_?id|ordernumber|invoicenumber)$/;

/**
 * The one thing that was asked for, as an object that is not documented to its end. A success that holds nothing but an
 * error, or nothing at all, is not taken for it.
 *
 * @throws Failure of kind `businessRefusal` or `brokenAnswer`
 */
export function detailsAnswer(answer: PartnerAnswer, what: string): IDataObject {
	const body = objectAnswer(answer, what);
	const filled = Object.entries(body).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));
	if (filled.length === 0) throw unusableAnswer(SIPS, answer, what, 'an object with fields');
	const isError = filled.every(([name, value]) => isOfError(name.toLowerCase(), value)) && partnerWords(body).message !== undefined;
	if (isError) throw unusableAnswer(SIPS, answer, what, 'a JSON object');
	return body;
}

function isOfError(name: string, value: unknown): boolean {
	// The word for the state of a thing is no error, if it does not say so.
	const isState = name === 'status' && typeof value === 'string' && !/^\d+$|error|fail|not.?found/i.test(value);
	return ERROR_FIELD.test(name) && !isState;
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
	if (list === undefined || (list.length === 0 && isObject(body) && saysNo(body))) throw unusableAnswer(SIPS, answer, what, 'a list');
	return list.filter(isObject);
}

/** Whether an object tells of a failure, by `success: false` or errors that are named: an empty list in it is none, and a number proves nothing. */
export function saysNo(body: object): boolean {
	return Object.entries(body).some(([name, value]) => {
		if (/^(?:is_?)?success(?:ful)?$/i.test(name)) return value === false || value === 'false';
		if (!/^(?:errors?|fault|exception|error_?message)$/i.test(name)) return false;
		return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
	});
}

/**
 * The rows of a list that was asked for. SIPS may say by a 404 of its own that there are none; nobody else's is taken for that.
 *
 * @param what the call as people know it, such as `Order List`
 * @throws Failure where it is not certain what the list holds
 */
export function listOrNone(answer: PartnerAnswer | Failure, what: string): IDataObject[] {
	if (!isFailure(answer)) return listAnswer(answer, what);
	if (isPartnersNotFound(answer)) return [];
	throw notItsOwn(answer, what);
}

/** A 404 without words of SIPS, told as what it is: it says nothing of what was asked for. Other failures stay as they are. */
export function notItsOwn(failure: Failure, what: string): Failure {
	if (failure.kind !== 'notFound' || isPartnersNotFound(failure)) return failure;
	return failure.retold({
		kind: 'outage',
		message: `${SIPS} could not be asked: 404 came back without its own words (${what})`,
		advice: 'A gateway or proxy answers so, or the base URL of the credential is wrong. It says nothing of what is there. Try again in a few minutes.',
	});
}
