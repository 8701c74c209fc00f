import type { IDataObject } from 'n8n-workflow';

import { isFailure, readOrFailure, type Failure, type Fault } from '../../../engine/failure';
import type { Facts } from '../../../engine/operation/reads';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { textOf } from '../../../engine/values';
import { LABELS } from './labels';
import { listedRows, namedIn, PROPERTIES, RATE_PLANS, ROOM_TYPES, type OfProperty, type SuList } from './lists';
import { explainRefusal } from './refusal';
import { SU } from './su';

/** The ids that a thing is known by: its property's, and its own. */
export interface Ids extends OfProperty {
	roomId?: string;
	ratePlanId?: string;
}

/** A thing that a person gives an id, and that Su lists by it. */
export interface Thing {
	/** Such as `room type`. */
	readonly what: string;
	/** Its resource in the panel, for advice. */
	readonly resource: string;
	/** Which of the ids is its own, and what the panel calls it. */
	readonly member: keyof Ids;
	readonly label: string;
	readonly list: SuList<OfProperty>;
}

export const PROPERTY: Thing = { what: 'property', resource: 'Property', member: 'hotelId', label: LABELS.hotelId, list: PROPERTIES };
export const ROOM_TYPE: Thing = { what: 'room type', resource: 'Room Type', member: 'roomId', label: LABELS.roomId, list: ROOM_TYPES };
export const RATE_PLAN: Thing = { what: 'rate plan', resource: 'Rate Plan', member: 'ratePlanId', label: LABELS.ratePlanId, list: RATE_PLANS };

/** The id of a thing, among ids. */
export function ownIdOf({ member }: Thing, ids: Ids): string {
	return ids[member] ?? '';
}

/** The ids of a thing, as the output names them. */
export function idsOut(thing: Thing, ids: Ids): IDataObject {
	return { hotelId: ids.hotelId, [thing.member]: ownIdOf(thing, ids) };
}

/** A thing in words, such as `room type SUP-DBL of HVIEW-1`. */
export function inWords(thing: Thing, ids: Ids): string {
	return thing === PROPERTY ? `${thing.what} ${ids.hotelId}` : `${thing.what} ${ownIdOf(thing, ids)} of ${ids.hotelId}`;
}

/** Codes that say that a property has no room types, or no rate plans (codes/error-codes). */
const NONE_THERE = ['938', '939'];

/** Whether a failure says that a list is empty. */
export function saysNone({ details }: Failure): boolean {
	return NONE_THERE.includes(details.partnerCode ?? '');
}

/**
 * The rows of a list by their ids. Su refuses to list what is empty, so that counts as no rows.
 *
 * @param fact what became of the read
 * @param isWhole whether each row must have an id: who concludes something from an absence needs that
 * @throws Failure where it was refused, or cannot be read
 */
export function rowsById<A>(list: SuList<A>, fact: Facts[string], isWhole = false): Map<string, IDataObject> {
	const rows = rowsOrNone(list, fact);
	const byId = new Map(rows.flatMap((row): Array<[string, IDataObject]> => {
		const id = namedIn(list, row)?.id;
		return id === undefined ? [] : [[id, row]];
	}));
	// "It has none" is not known of rows that cannot be read.
	const isUnread = isWhole ? rows.some((row) => textOf(row[list.id]) === undefined) : byId.size === 0 && rows.length > 0;
	if (isUnread && !isFailure(fact)) throw unusableAnswer(SU, fact, list.what, `rows with "${list.id}"`);
	return byId;
}

function rowsOrNone<A>(list: SuList<A>, fact: Facts[string]): IDataObject[] {
	const rows = isFailure(fact) ? explainRefusal(fact) : readOrFailure(() => listedRows(list, fact));
	if (!isFailure(rows)) return rows;
	if (saysNone(rows)) return [];
	throw rows;
}

/** Most ids that a message lists. */
const MOST_LISTED = 20;

/** The fault of an id that is not there. @param otherwise what to do where it is meant, without a full stop */
export function notThere({ field, what, id, hotelId, otherwise }: { field: string; what: string; id: string; hotelId: string; otherwise: string }, known: readonly string[]): Fault {
	const list = known.length === 0 ? 'it has none' : `it has ${known.slice(0, MOST_LISTED).join(', ')}${known.length > MOST_LISTED ? ', ...' : ''}`;
	return { field, expected: `must be a ${what} of ${hotelId}, not ${id}: ${list}. ${otherwise}` };
}

/** The same for a thing that is to be changed or deleted. */
export function thingNotThere(thing: Thing, ids: Ids, known: readonly string[]): Fault {
	const { label: field, what, resource } = thing;
	const otherwise = `To make it, use ${resource}: Create`;
	if (thing !== PROPERTY) return notThere({ field, what, id: ownIdOf(thing, ids), hotelId: ids.hotelId, otherwise }, known);
	return { field, expected: `there is no such property at Su: ${ids.hotelId}. ${otherwise}` };
}
