import type { IDataObject } from 'n8n-workflow';

import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import type { Candidate } from '../../../engine/operation/candidate';
import type { LookUpCalls } from '../../../engine/operation/operation';
import { textOf } from '../../../engine/values';
import { pageIn } from './answers';
import { madeItem, stateIn } from './creation';
import type { Keyed } from './externalId';
import type { Thing } from './things';

/** Rows of one read. The documents name a default of 20 and no most (api-reference/entities). */
export const PAGE_SIZE = 100;

/** How far back a list that has the newest first is read for something that was sent, in milliseconds: clocks differ, and an answer may be lost over a night. */
const LOOKS_BACK_MS = 3 * 24 * 60 * 60 * 1000;

/** Members of the content that a row shows, by what the panel calls them: what has the same External ID and other data is another one. */
type Compared<C> = (content: C) => ReadonlyArray<readonly [label: string, member: string, wanted: string]>;

/**
 * Finds something by its External ID in a list with the newest first.
 *
 * @param list its path, with the cursor of a page; undefined for the first
 */
export function byExternalId<C extends Keyed>(thing: Thing, list: (parameters: C, cursor: string | undefined) => PartnerRequest, compared: Compared<C>): Omit<LookUpCalls<C>, 'ids' | 'forMs'> {
	return {
		isOnlyForSent: true,
		request: (parameters) => list(parameters, undefined),
		match: (answer, parameters) => pageIn(answer, thing.what).rows.flatMap((row): Candidate[] => (textOf(row.externalId) === parameters.externalId ? [candidateOf(thing, row, parameters, compared(parameters))] : [])),
		next(answer, parameters) {
			const { rows, next } = pageIn(answer, thing.what);
			const oldest = Date.parse(textOf(rows.at(-1)?.createdOn) ?? '');
			return next === undefined || oldest < Date.now() - LOOKS_BACK_MS ? undefined : list(parameters, next);
		},
	};
}

function candidateOf<C extends Keyed>(thing: Thing, row: IDataObject, parameters: C, compared: ReturnType<Compared<C>>): Candidate {
	const others = compared.flatMap(([label, member, wanted]) => {
		const there = textOf(row[member])?.trim();
		return there === undefined || there === wanted ? [] : [`${label} "${there}"`];
	});
	const { isWaiting, isRefused } = stateIn(thing, row);
	const found = { id: textOf(row[thing.id]) ?? null, isWaiting, isRefused, items: [madeItem(thing, row, parameters)] };
	return others.length === 0 ? { ...found, likeness: 'same' } : { ...found, likeness: 'maybe', doubt: `with ${others.join(', ')}` };
}

/**
 * What of a list may be something that carries no key: it is told, and never adopted, since somebody else may have made it.
 *
 * @param isLike whether a row may be it
 */
export function alikeIn<C extends Keyed>(thing: Thing, list: (parameters: C) => PartnerRequest, isLike: (row: IDataObject, parameters: C) => boolean): Omit<LookUpCalls<C>, 'ids' | 'forMs'> {
	return {
		request: list,
		match: (answer: PartnerAnswer, parameters: C) =>
			pageIn(answer, thing.what).rows.flatMap((row): Candidate[] => {
				const { isWaiting, isRefused } = stateIn(thing, row);
				if (isRefused || !isLike(row, parameters)) return [];
				return [{ id: textOf(row[thing.id]) ?? null, likeness: 'maybe', isWaiting, items: [madeItem(thing, row, parameters)] }];
			}),
	};
}
