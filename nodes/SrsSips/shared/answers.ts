import type { IDataObject } from 'n8n-workflow';

import { isFailure, type Failure } from '../../../engine/failure';
import { isPartnersNotFound } from '../../../engine/transport/notFound';
import { partnerWords } from '../../../engine/http/partnerWords';
import type { PartnerAnswer } from '../../../engine/http/request';
import { objectAnswer, unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject } from '../../../engine/values';
import { saysFailure } from './failureSigns';
import { SIPS } from './sips';

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
	const body = objectAnswer(SIPS, answer, what);
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

/** Arrays that say what went wrong, or how the list was asked for, and are no rows. */
const NOT_ROWS = /error|exception|message|fault|warning|^(?:(?:validation|problem|failure|status)?details?|_?links?|filters?|facets?|sort(?:s|ing|by|order)?|columns?|headers?|fields?|pag(?:es?|ing|ination))$/i;

/** Names of lists, in small letters. `invoiceList` is in the public pages, the others are inferred from it. */
const LIST_NAMES: Readonly<Record<string, readonly string[]>> = {
	'Order List': ['orderlist', 'orders'],
	'Invoices List': ['invoicelist', 'invoices'],
	'Deliveries List': ['deliverylist', 'deliveries'],
};

/**
 * The rows of a list answer: a bare array, or the array inside an object, since the frame is not documented for all
 * lists (`invoiceList` is; that of the Order List answer is not).
 *
 * @throws Failure of kind `brokenAnswer` where there is no list, it is not certain which one it is, or its rows are none that can be read;
 *   `businessRefusal` where words beside an empty list say that the call failed. Any other empty list is a list
 */
export function listAnswer(answer: PartnerAnswer, what: string): IDataObject[] {
	const { body } = answer;
	const list = Array.isArray(body) ? (body as unknown[]) : isObject(body) ? framedList(body, answer, what) : undefined;
	if (list === undefined || (list.length === 0 && isObject(body) && saysFailure(body))) throw unusableAnswer(SIPS, answer, what, 'a list');
	const rows = list.filter(isObject);
	// Left out, a row in another form would make an order count as not there. Of other lists one broken row spoils nothing.
	const isWhole = LIST_NAMES[what] === undefined || list.every((row) => row === null || isObject(row));
	if ((rows.length === 0 && list.length > 0) || !isWhole) throw unusableAnswer(SIPS, { ...answer, body: list }, what, 'a list of objects');
	return rows;
}

/** The list in an object; undefined where it has none. Of several it is the one with rows, or that bears a name of this list. */
function framedList(body: IDataObject, answer: PartnerAnswer, what: string): unknown[] | undefined {
	const names = LIST_NAMES[what] ?? [];
	const otherNames = Object.values(LIST_NAMES).flat().filter((name) => names.length > 0 && !names.includes(name));
	const lists = Object.entries(body).flatMap(([given, value]) => {
		const name = given.toLowerCase();
		if (!Array.isArray(value) || NOT_ROWS.test(name)) return [];
		const list = value as unknown[];
		// An order without invoices says nothing of orders.
		return list.length === 0 && otherNames.includes(name) ? [] : [{ name, list, isNamed: names.includes(name), isFilled: list.some(isObject) }];
	});
	if (lists.length <= 1) return lists[0]?.list;
	const named = lists.filter(({ isNamed }) => isNamed);
	// Beside a list under its name, rows under another one may be what was asked for, or not.
	const filled = lists.filter(({ isNamed, isFilled }) => isFilled && (isNamed || !named.some((one) => one.isFilled)));
	if (filled.length === 1 && (filled[0]?.isNamed || named.length === 0)) return filled[0]?.list;
	if (filled.length === 0 && named.length === 1) return named[0]?.list;
	if (lists.every(({ list }) => list.length === 0)) return [];
	throw unusableAnswer(SIPS, { ...answer, body: lists }, what, `one list, and not ${lists.map(({ name }) => name).join(', ')},`);
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
