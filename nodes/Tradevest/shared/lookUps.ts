import type { IDataObject } from 'n8n-workflow';

import { ExactNumber } from '../../../engine/http/exactNumber';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import type { Candidate } from '../../../engine/operation/candidate';
import type { LookUpCalls } from '../../../engine/operation/operation';
import { isObject, textOf } from '../../../engine/values';
import { pageIn } from './answers';
import { madeItem, stateIn, type ReadAgain } from './creation';
import type { Keyed } from './externalId';
import { holds } from '../../../engine/items/holds';
import { isOver } from './states';
import type { Kind } from './things';

/** How far back a list that has the newest first is read for something that was sent, in milliseconds: clocks differ, and an answer may be lost over a night. */
const LOOKS_BACK_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * What of the content a row shows, by what the panel calls it: what has the same External ID and other data is another one. A member may stand inside
 * another (`marketOrderData.symbol`); an exact number is the same whatever zeros it ends in, and words are in whatever capitals.
 */
export type Compared<C> = (content: C) => ReadonlyArray<readonly [label: string, member: string, wanted: string | ExactNumber]>;

/**
 * Finds something by its External ID in a list with the newest first.
 *
 * @param list its path, with the cursor of a page; undefined for the first
 */
export function byExternalId<C extends Keyed>(thing: Kind, list: (parameters: C, cursor: string | undefined) => PartnerRequest, compared: Compared<C>): Omit<LookUpCalls<C>, 'ids' | 'forMs'> {
	return {
		isOnlyForSent: true,
		request: (parameters) => list(parameters, undefined),
		match: (answer, parameters) => pageIn(answer, thing.what).rows.flatMap((row): Candidate[] => (textOf(row.externalId) === parameters.externalId ? [candidateOf(thing, row, parameters, compared(parameters))] : [])),
		next(answer, parameters) {
			const next = recentNext(answer, thing);
			return next === undefined ? undefined : list(parameters, next);
		},
	};
}

/** The cursor of the next page of a list with the newest first, as far as that is looked back. */
function recentNext(answer: PartnerAnswer, { what }: Kind): string | undefined {
	const { rows, next } = pageIn(answer, what);
	const oldest = Date.parse(textOf(rows.at(-1)?.createdOn) ?? '');
	return oldest < Date.now() - LOOKS_BACK_MS ? undefined : next;
}

function candidateOf<C extends Keyed>(thing: Kind, row: IDataObject, parameters: C, compared: ReturnType<Compared<C>>): Candidate {
	const others = compared.flatMap(([label, member, wanted]) => {
		const there = textOf(memberOf(row, member))?.trim();
		return there === undefined || isAlike(there, wanted) ? [] : [`${label} "${there}"`];
	});
	const { isWaiting, isRefused } = stateIn(thing, row);
	const found = { id: textOf(row[thing.id]) ?? null, isWaiting, isRefused, items: [madeItem(thing, row, parameters)] };
	return others.length === 0 ? { ...found, likeness: 'same' } : { ...found, likeness: 'maybe', doubt: `with ${others.join(', ')}` };
}

function memberOf(row: IDataObject, member: string): unknown {
	return member.split('.').reduce<unknown>((inside, name) => (isObject(inside) ? inside[name] : undefined), row);
}

function isAlike(there: string, wanted: string | ExactNumber): boolean {
	return wanted instanceof ExactNumber ? holds({ there }, { there: wanted }) : there.toLowerCase() === wanted.toLowerCase();
}

/**
 * What of a list may be something that carries no key: it is told, and never adopted, since somebody else may have made it.
 *
 * @param isLike whether a row may be it
 * @param pages of a list that comes in pages: `recent` of one with the newest first that is long, else `all`
 */
export function alikeIn<C extends Keyed>(
	thing: Kind,
	list: (parameters: C, cursor: string | undefined) => PartnerRequest,
	isLike: (row: IDataObject, parameters: C) => boolean,
	pages: 'first' | 'recent' | 'all' = 'first',
): Omit<LookUpCalls<C>, 'ids' | 'forMs'> {
	return {
		request: (parameters) => list(parameters, undefined),
		next(answer, parameters) {
			if (pages === 'first') return undefined;
			const next = pages === 'recent' ? recentNext(answer, thing) : pageIn(answer, thing.what).next;
			return next === undefined ? undefined : list(parameters, next);
		},
		match: (answer: PartnerAnswer, parameters: C) =>
			pageIn(answer, thing.what).rows.flatMap((row): Candidate[] => {
				const { isWaiting, isRefused } = stateIn(thing, row);
				if (isRefused || !isLike(row, parameters)) return [];
				return [{ id: textOf(row[thing.id]) ?? null, likeness: 'maybe', isWaiting, items: [madeItem(thing, row, parameters)] }];
			}),
	};
}

/**
 * Finds something of which another thing has one at most, such as the customer role of a person: what is listed of that thing is it. One that
 * came to nothing, or is over, is not, unless it was sent since.
 *
 * @param list those of that thing, as one page
 * @param othersIn what of a row is not as the content asks for, in words
 */
export function onlyOneIn<C extends Keyed>(
	thing: Kind,
	list: (parameters: C) => PartnerRequest,
	isIt: (row: IDataObject, parameters: C) => boolean,
	othersIn: (row: IDataObject, parameters: C) => string[],
): Omit<LookUpCalls<C>, 'ids' | 'forMs'> {
	return {
		comparesWithBefore: true,
		request: list,

		match(answer, parameters, wasSent, before) {
			const known = before && new Set(pageIn(before, thing.what).rows.map((row) => textOf(row[thing.id])));
			return pageIn(answer, thing.what).rows.flatMap((row): Candidate[] => {
				const id = textOf(row[thing.id]) ?? null;
				if (!isIt(row, parameters)) return [];
				const { isWaiting, isRefused } = stateIn(thing, row);
				const isPast = isRefused || isOver(textOf(row[thing.status]));
				if (isPast && (!wasSent || known?.has(id ?? ''))) return [];
				const found = { id, isWaiting, isRefused, items: [madeItem(thing, row, parameters)] };
				// Whether it was over before this one was sent is not known.
				if (isPast && !known) return [{ ...found, likeness: 'maybe', doubt: `in status ${textOf(row[thing.status]) ?? 'unknown'}` }];
				const others = othersIn(row, parameters);
				return [others.length === 0 ? { ...found, likeness: 'same' } : { ...found, likeness: 'maybe', doubt: `with other ${others.join(' and ')}` }];
			});
		},
	};
}

/** Reads something that was made in the list where it stands: it has no call of its own that is documented. The newest stand first. */
export function inList<C extends object>(thing: Kind, list: (parameters: C, cursor: string | undefined) => PartnerRequest): ReadAgain<C> {
	return {
		request: (_id, parameters) => list(parameters, undefined),
		row: (answer, id) => pageIn(answer, thing.what).rows.find((row) => textOf(row[thing.id])?.toLowerCase() === id.toLowerCase()),
	};
}
