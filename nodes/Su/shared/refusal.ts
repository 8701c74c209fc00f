import type { IDataObject } from 'n8n-workflow';

import { Failure, type FailureKind } from '../../../engine/failure';
import { partnerWords } from '../../../engine/http/partnerWords';
import type { PartnerAnswer } from '../../../engine/http/request';
import { objectAnswer, unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import { isInDoubt, isRefusal, saysNo } from './failureSigns';
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
 * @returns the same failure where its kind is known already, as by a status 401, or where Su gave no code that says more
 */
export function explainRefusal(failure: Failure): Failure {
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
	const { kind, details } = explainRefusal(failure);
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
 * @throws Failure of the kind that Su's code means; for a no in words that are inferred, of kind `businessRefusal` or `brokenAnswer`
 */
export function goodAnswer(answer: PartnerAnswer, what: string): IDataObject {
	const body = objectAnswer(SU, answer, what);
	if (!isRefusal(body)) {
		if (saysNo(body)) throw unusableAnswer(SU, answer, what, 'a success');
		return body;
	}
	const { message, code } = partnerWords(body, answer.secrets?.());
	throw explainRefusal(
		new Failure('validation', `${SU} refused the request (${what})${message ? `: ${message}` : ''}`, {
			advice: 'Correct the field that Su names and run the item again.',
			status: answer.status,
			partnerMessage: message,
			partnerCode: code,
		}),
	);
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
 * @throws Failure where it is a refusal, or there are no rows. An empty list is a list, unless something beside it speaks of trouble
 */
export function rowsIn(answer: PartnerAnswer, name: string, what: string): IDataObject[] {
	const body = goodAnswer(answer, what);
	const rows = objectsIn(body[name]);
	if (rows === undefined) throw unusableAnswer(SU, answer, what, `a list under "${name}"`);
	if (rows.length > 0 || !isInDoubt(body)) return rows;
	const { message, code } = partnerWords(body, answer.secrets?.());
	throw new Failure('brokenAnswer', `${SU} answered an empty list, and beside it what is no success (${what})${message ? `: ${message}` : ''}`, {
		advice: `So it is not known whether there are none. Run the item again; if it stays so, ask ${SU}.`,
		status: answer.status,
		partnerMessage: message,
		partnerCode: code,
	});
}

/**
 * The same for reservations: those that are there are handed out, whatever stands beside them. What Su refuses at the same time is
 * told once the list is empty; held back, they would leave the queue unseen.
 */
export function reservationsIn(answer: PartnerAnswer, what: string): IDataObject[] {
	const { body } = answer;
	if (!isObject(body) || !(isRefusal(body) || saysNo(body))) return rowsIn(answer, 'reservations', what);
	const named = (objectsIn(body.reservations) ?? []).filter(({ id, reservation_notif_id: message }) => (textOf(message) ?? textOf(id)) !== undefined);
	return named.length > 0 ? named : rowsIn(answer, 'reservations', what);
}

/** The objects of a list; undefined where it is none, or one of nothing but other things. */
function objectsIn(list: unknown): IDataObject[] | undefined {
	if (!Array.isArray(list)) return undefined;
	const objects = (list as unknown[]).filter(isObject);
	return objects.length === 0 && list.length > 0 ? undefined : objects;
}
