import type { IDataObject } from 'n8n-workflow';

import { Failure, type FailureKind } from '../../engine/failure';
import { partnerWords } from '../../engine/transport/partnerWords';
import type { PartnerAnswer } from '../../engine/transport/request';
import { unusableAnswer } from '../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../engine/values';
import { SU } from './su';

/** The code of a property that Su does not know. */
const UNKNOWN_PROPERTY = '400';

/** What a code of Su means for who made the workflow (codes/error-codes, and the page of each call). */
const BY_CODE: Readonly<Record<string, { kind: FailureKind; advice: string }>> = {
	[UNKNOWN_PROPERTY]: { kind: 'notFound', advice: 'Check Property ID, and that the property belongs to the environment of the credential.' },
	'497': { kind: 'authentication', advice: 'Test the credential.' },
	'938': { kind: 'notFound', advice: 'The property has no room types at Su yet.' },
	'939': { kind: 'notFound', advice: 'The property has no rate plans at Su yet.' },
	'950': {
		kind: 'notFound',
		advice: 'Check the ID. A message that was acknowledged before, or waited for more than an hour, is not in the queue any more: look with Reservation: Get Many.',
	},
	'921': { kind: 'validation', advice: 'Choose a day within the next 730 days.' },
	'925': { kind: 'validation', advice: 'Choose a first day that is not over at the property.' },
};

/** The text for which there is no code (rates-and-availability). */
const LIMIT = /limit has been reached/i;

/**
 * Sorts a refusal by Su's own code: nearly all of them come with status 400, and some with 200.
 *
 * @returns the same failure where it is sorted already, as by a status 401, or where Su gave no code that says more
 */
export function sorted(failure: Failure): Failure {
	if (failure.kind !== 'validation') return failure;
	const { partnerCode = '', partnerMessage = '' } = failure.details;
	if (LIMIT.test(partnerMessage)) {
		return failure.retold({
			kind: 'rateLimit',
			advice: 'Su takes only so many requests for a property in an hour. Wait until the hour is over, and put more items into one request (Batch Size).',
		});
	}
	const known = partnerCode === UNKNOWN_PROPERTY && !isOfProperty(failure) ? undefined : BY_CODE[partnerCode];
	// A code of Su's is Su's own word.
	return known ? failure.retold({ ...known, ...(known.kind === 'notFound' ? { isPartnersOwn: true } : {}) }) : failure;
}

/** Whether a refusal is about the property, or the hour, and not about an entry of the request. */
export function isAboutProperty(failure: Failure): boolean {
	const { kind, details } = sorted(failure);
	return kind === 'rateLimit' || (details.partnerCode === UNKNOWN_PROPERTY && isOfProperty(failure));
}

/** Gateways write the status as a code (`{"code":400,"message":"Bad Request"}`). Su's words for the same code name the property. */
function isOfProperty({ details }: Failure): boolean {
	return /hotel|propert/i.test(details.partnerMessage ?? '');
}

/**
 * The answer as an object, if it is one that does not say no: Su refuses with status 200 as well (rates-and-availability),
 * and writes `Fail`, `Failed` or `NotProcessed`, and the error under `Errors` or `Error`.
 *
 * @param what the call as Su's documents name it
 * @throws Failure that is sorted by Su's code
 */
export function goodAnswer(answer: PartnerAnswer, what: string): IDataObject {
	const { status, body } = answer;
	if (!isObject(body)) throw unusableAnswer(SU, answer, what, 'a JSON object');
	const word = textOf(body.Status) ?? textOf(body.status) ?? '';
	const hasError = holdsError(body.Errors) || holdsError(body.Error);
	if (!hasError && !/^(?:fail|failed|notprocessed)$/i.test(word.trim())) return body;
	const { message, code } = partnerWords(body, answer.secrets?.());
	throw sorted(
		new Failure('validation', `${SU} refused the request (${what})${message ? `: ${message}` : ''}`, {
			advice: 'Correct the field that Su names and run the item again.',
			status,
			partnerMessage: message,
			partnerCode: code,
		}),
	);
}

/** An empty list, object or text, and null, tell of no error. */
function holdsError(value: unknown): boolean {
	return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined && value !== null && value !== '';
}

/**
 * Makes sure that a write was taken: Su says `Success` then (rates-and-availability, reservation-notification).
 *
 * @returns the answer
 * @throws Failure where it says no, or nothing of it
 */
export function takenAnswer(answer: PartnerAnswer, what: string): IDataObject {
	const body = goodAnswer(answer, what);
	if (/^success$/i.test(textOf(body.Status)?.trim() ?? '')) return body;
	throw unusableAnswer(SU, answer, what, 'Status: Success');
}

/**
 * The rows under a name of the answer.
 *
 * @throws Failure where it is a refusal, or there are no rows, or none that can be read. An empty list is a list
 */
export function rowsIn(answer: PartnerAnswer, name: string, what: string): IDataObject[] {
	const rows = goodAnswer(answer, what)[name];
	const readable = Array.isArray(rows) ? (rows as unknown[]).filter(isObject) : [];
	if (Array.isArray(rows) && (readable.length > 0 || rows.length === 0)) return readable;
	throw unusableAnswer(SU, answer, what, `a list under "${name}"`);
}
