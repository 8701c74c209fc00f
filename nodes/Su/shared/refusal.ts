import type { IDataObject } from 'n8n-workflow';

import { Failure, type FailureKind } from '../../../engine/failure';
import { partnerWords } from '../../../engine/http/partnerWords';
import type { PartnerAnswer } from '../../../engine/http/request';
import { objectAnswer, unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import { isInDoubt, isRefusal, refusedInside, saysNo } from './failureSigns';
import { SU } from './su';
import { unwrapped } from './unwrapped';

/** The code of a property that Su does not know. */
const UNKNOWN_PROPERTY = '400';

const CHECK_PROPERTY = 'Check Property ID, and that the property belongs to the environment of the credential.';

const ID_TAKEN = 'Su has one of this ID already. To change it, use Update; for another one choose another ID.';

/** What a code of Su means for who made the workflow (codes/error-codes, and the page of each call). */
const BY_CODE: Readonly<Record<string, { kind: FailureKind; advice: string }>> = {
	[UNKNOWN_PROPERTY]: { kind: 'notFound', advice: CHECK_PROPERTY },
	'283': { kind: 'validation', advice: 'Correct Rate Plan Name: at most 100 characters.' },
	'497': { kind: 'authentication', advice: 'Test the credential.' },
	'547': { kind: 'conflict', advice: "Su's sandbox takes five properties. Delete one that is not needed any more." },
	'558': { kind: 'notFound', advice: CHECK_PROPERTY },
	'573': { kind: 'notFound', advice: 'The property is not connected to this channel: Channel: Get Mappings shows what it is connected to.' },
	'850': { kind: 'conflict', advice: 'Su has a property with the same name, position and address. Property: Get Many shows them.' },
	'896': { kind: 'conflict', advice: ID_TAKEN },
	'897': { kind: 'notFound', advice: 'Su has no such ID in this property, or it is not yours. Check the ID.' },
	'906': { kind: 'conflict', advice: ID_TAKEN },
	'935': { kind: 'validation', advice: 'Choose today or a day before.' },
	'937': { kind: 'notFound', advice: 'Su got no updates for the property on that day. Choose another day.' },
	'938': { kind: 'notFound', advice: 'The property has no room types at Su yet.' },
	'939': { kind: 'notFound', advice: 'The property has no rate plans at Su yet.' },
	'947': { kind: 'conflict', advice: 'The property is switched off at Su. Switch it on first: Property: Activate.' },
	'950': {
		kind: 'notFound',
		advice: 'Check the ID. A message that was acknowledged before, or waited for more than an hour, is not in the queue any more: look with Reservation: Get Many.',
	},
	'921': { kind: 'validation', advice: 'Choose a day within the next 730 days.' },
	'925': { kind: 'validation', advice: 'Choose a first day that is not over at the property.' },
	'953': { kind: 'conflict', advice: "The property is mapped to a channel, be that active or not: Channel: Get Mappings shows it. Take it away first, with Channel: Unmap Rate Plan and Disconnect or in Su's extranet." },
	'988': { kind: 'validation', advice: 'Correct Phone Number: digits without the country code.' },
	'989': { kind: 'validation', advice: 'Correct Email: Su sends a link to it.' },
	'991': { kind: 'validation', advice: 'Correct Country Code.' },
	'992': { kind: 'validation', advice: 'Correct Property IDs: each must be a property of yours at Su.' },
	'995': { kind: 'validation', advice: 'Correct Chain ID: letters and digits, less than 40.' },
	'996': { kind: 'notFound', advice: 'Check Room Type ID and Rate Plan ID: the property must have the rate plan, and it must be switched on.' },
	'1035': {
		kind: 'conflict',
		advice:
			'No request with this ID waits for an answer: it was accepted, denied or cancelled before, its 24 hours are over, or Booking ID is wrong. This run decided nothing. What became of it, Su sends as a message (Reservation: Get New), and Reservation: Get shows it.',
	},
	'1072': { kind: 'notFound', advice: 'Check Rate Plan ID: the property has no such rate plan.' },
	'1225': {
		kind: 'conflict',
		advice: 'A channel of the property is still active. Switch the channels off first, or turn on Force Deactivation under Options: it switches off every channel password of the property.',
	},
};

/** The text for which there is no code (rates-and-availability). */
const LIMIT = /limit has been reached/i;

/** The text of a room type that Su does not know: its code is null. Recorded by an integrator; the page of room types has 897. */
const UNKNOWN_ROOM = /room does not exist/i;

/**
 * What Su says of an id that is there: of a property without a code, of a room type with the id in the place of a code. Recorded by an
 * integrator; the page of room types has 906.
 */
const EXISTS = /(?:property|room) already exists/i;

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
	if (UNKNOWN_ROOM.test(partnerMessage)) {
		return failure.retold({ kind: 'notFound', advice: 'Check Room Type ID: the property has no such room type.', isPartnersOwn: true });
	}
	if (EXISTS.test(partnerMessage)) return failure.retold({ kind: 'conflict', advice: ID_TAKEN });
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
 * Makes sure that a write was taken: Su says `Success` then (rates-and-availability, reservation-notification), under `Status`, or under
 * `Success` itself (seen by an integrator, inventory-control), or under `status` (messaging). A no inside a success, as where it cancels
 * (host-initiated cancellations), speaks against that: it is not told as done.
 *
 * @param yes Su's word for yes, where it is another one
 * @returns the answer
 * @throws Failure where it says no, or nothing of it; of kind `businessRefusal` for a no inside a success
 */
export function takenAnswer(answer: PartnerAnswer, what: string, yes = 'Success'): IDataObject {
	const body = goodAnswer(answer, what);
	if (![body.Status, body.Success, body.status].some((word) => textOf(word)?.trim().toLowerCase() === yes.toLowerCase())) throw unusableAnswer(SU, answer, what, `Status: ${yes}`);
	const inside = refusedInside(body);
	if (inside !== undefined) throw contradiction(answer, inside, what);
	return body;
}

/** Which of the two holds, the answer does not say. Where the no has a code of Su's, its advice is the best there is. */
function contradiction({ status, secrets }: PartnerAnswer, inside: IDataObject, what: string): Failure {
	const { message, code } = partnerWords(inside, secrets?.());
	return new Failure('businessRefusal', `${SU} answered with a success, and inside it with a refusal (${what})${message ? `: ${message}` : ''}`, {
		advice: `So it does not count as done. ${BY_CODE[code ?? '']?.advice ?? `Do what the words of ${SU} ask for.`} Look at what ${SU} has before you run the item again.`,
		status,
		partnerMessage: message,
		partnerCode: code,
	});
}

/** The ticket of a write that was taken, as text: it has more digits than a number keeps. Null where there is none. @throws Failure as of `takenAnswer` */
export function ticketIn(answer: PartnerAnswer, what: string): string | null {
	return textOf(takenAnswer(answer, what).TicketId) ?? null;
}

/**
 * The rows under a name of the answer, or under a path such as `Data.reviews`.
 *
 * @throws Failure where it is a refusal, or there are no rows. An empty list is a list, unless something beside it, at any step of the
 *   path, speaks of trouble
 */
export function rowsIn(answer: PartnerAnswer, name: string, what: string): IDataObject[] {
	const body = goodAnswer(answer, what);
	const { frames, value } = found(body, name);
	const rows = objectsIn(value);
	if (rows === undefined) throw unusableAnswer(SU, answer, what, `a list under "${name}"`);
	if (rows.length > 0 || !frames.some(hasTrouble)) return rows;
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
	if (!isObject(body) || !(isRefusal(body) || saysNo(body))) return rowsIn(answer, 'reservations', what).map(unwrapped);
	const named = (objectsIn(body.reservations) ?? []).map(unwrapped).filter(({ id, reservation_notif_id: message }) => (textOf(message) ?? textOf(id)) !== undefined);
	return named.length > 0 ? named : rowsIn(answer, 'reservations', what).map(unwrapped);
}

/** What stands under a path, and the objects that lead there, the whole answer first. */
function found(body: IDataObject, path: string): { frames: IDataObject[]; value: unknown } {
	const frames: IDataObject[] = [];
	let value: unknown = body;
	for (const name of path.split('.')) {
		if (!isObject(value)) return { frames, value: undefined };
		frames.push(value);
		value = Object.hasOwn(value, name) ? value[name] : undefined;
	}
	return { frames, value };
}

function hasTrouble(frame: IDataObject): boolean {
	return isRefusal(frame) || saysNo(frame) || isInDoubt(frame);
}

/** The objects of a list; undefined where it is none, or one of nothing but other things. */
export function objectsIn(list: unknown): IDataObject[] | undefined {
	if (!Array.isArray(list)) return undefined;
	const objects = (list as unknown[]).filter(isObject);
	return objects.length === 0 && list.length > 0 ? undefined : objects;
}
