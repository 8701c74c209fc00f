import type { IDataObject } from 'n8n-workflow';

import { daysAfter, daysIn, type IsoDay } from '../../../engine/calendar';
import { isFailure, type Failure } from '../../../engine/failure';
import type { PartnerAnswer } from '../../../engine/http/request';
import { runPool } from '../../../engine/items/pool';
import { hintAbout } from '../../../engine/operation/hintAbout';
import type { Outcome } from '../../../engine/operation/operation';
import type { RunHint } from '../../../engine/operation/runHint';
import type { Ask } from '../../../engine/operation/reads';
import { explainRefusal } from '../shared/refusal';
import { isSame } from '../shared/sameValue';
import type { Change } from './change';
import { heldRequest, heldRows, MOST_HELD_DAYS } from './held';
import { HeldDays } from './heldMembers';
import { daysFrom, LastWords, partsOf } from './lastWords';
import { membersNotShown } from './setMembers';

/** Most differences that an item names; how many there are is counted beside them. */
const MOST_DIFFERENCES = 20;

/** Properties that are read back at a time. */
const SIDE_BY_SIDE = 4;

/** What Su holds for a property, and why some days could not be read. */
interface Seen {
	held: HeldDays;
	unread: Array<{ days: DayWindow; why: string }>;
}

/** Days that one request asks for, both included. */
interface DayWindow {
	from: IsoDay;
	to: IsoDay;
}

/**
 * The output items with what reading back came to, where that is wanted: `verified`, `differences`, `differenceCount` and `verifyNote`. `verified` is true where Su holds all of it, false where it holds something else, and null where that cannot be said.
 *
 * What a later item of the run sets, too, is compared with what that one sent: the last word counts at Su.
 */
export async function verified(outcomes: ReadonlyArray<Outcome<Change>>, ask: Ask): Promise<IDataObject[][]> {
	const wanted = outcomes.filter(({ parameters, items }) => parameters.verifies && items !== undefined).map(({ parameters }) => parameters);
	const seen = await readBack(wanted, ask);
	const words = new LastWords(wanted.length === 0 ? [] : outcomes);
	return outcomes.map(({ parameters, items = [] }) => {
		const ofProperty = seen.get(parameters.hotelId);
		if (!parameters.verifies || !ofProperty) return items;
		const told = compared(parameters, words, ofProperty);
		return items.map((item) => ({ ...item, ...told }));
	});
}

/** What a person should know of what reading back came to. */
export function verifiedHints(outcomes: ReadonlyArray<Outcome<unknown>>): RunHint[] {
	return [
		...hintAbout(outcomes, (item) => item.verified === false, (howMany) => ({ message: `Su holds something else than was sent (verified): ${howMany}. "differences" names days and values.`, type: 'warning' })),
		...hintAbout(outcomes, (item) => item.verified === null, (howMany) => ({ message: `Whether Su holds what was sent could not be seen for all of it (verified): ${howMany}. verifyNote says why.`, type: 'warning' })),
	];
}

/** Reads the days of these changes, in as few requests as may be. What fails is told, and stops nothing. */
async function readBack(changes: readonly Change[], ask: Ask): Promise<Map<string, Seen>> {
	const hotels = [...new Set(changes.map(({ hotelId }) => hotelId))];
	const seen = new Map<string, Seen>(hotels.map((hotel) => [hotel, { held: new HeldDays(), unread: [] }]));
	await runPool(hotels.length, SIDE_BY_SIDE, async (at) => {
		const hotel = hotels[at]!;
		const { held, unread } = seen.get(hotel)!;
		let down: string | undefined;
		for (const days of windowsOf(changes.filter(({ hotelId }) => hotelId === hotel))) {
			try {
				// Further calls to a Su that is down would each wait for all their tries.
				if (down === undefined) held.add(heldRows(answered(await ask(heldRequest(hotel, days))), hotel));
				else unread.push({ days, why: down });
			} catch (error) {
				// An answer so odd that it breaks our reading says no more than one that never came: the items were sent.
				const why = isFailure(error) ? explainRefusal(error).message : 'The answer could not be read';
				unread.push({ days, why });
				if (isFailure(error) && !isOfTheseDays(error)) down = why;
			}
		}
	});
	return seen;
}

function answered(fact: PartnerAnswer | Failure): PartnerAnswer {
	if (isFailure(fact)) throw fact;
	return fact;
}

/** Whether other days may be answered all the same. */
function isOfTheseDays({ kind }: Failure): boolean {
	return ['validation', 'businessRefusal', 'brokenAnswer'].includes(kind);
}

/**
 * The days of changes in windows of as many as Su answers. Whether it includes the last day of a window is not certain, so each asks for one
 * day more than is needed.
 */
function windowsOf(changes: readonly Change[]): DayWindow[] {
	const windows: DayWindow[] = [];
	for (const day of [...new Set(changes.flatMap(daysFrom))].sort()) {
		const last = windows.at(-1);
		if (last && daysIn(last.from, day) < MOST_HELD_DAYS) last.to = daysAfter(day, 1);
		else windows.push({ from: day, to: daysAfter(day, 1) });
	}
	return windows;
}

function compared(change: Change, words: LastWords, { held, unread }: Seen): IDataObject {
	const differences: IDataObject[] = [];
	const notShown = new Set(membersNotShown(change));
	const inDoubt = new Set<string>();
	const missed = unread.filter(({ days }) => days.from <= change.to && change.from < days.to);
	let count = 0;
	for (const { ratePlanId, members } of partsOf(change)) {
		for (const date of daysFrom(change)) {
			if (missed.some(({ days }) => days.from <= date && date < days.to)) continue;
			for (const field of Object.keys(members)) {
				const word = words.on(change, ratePlanId, date, field);
				const value = held.valueOf(date, change.roomId, ratePlanId, field);
				if (word?.sent === undefined || value === undefined) notShown.add(field);
				else if (isSame(word.sent, value)) continue;
				else if (word.isInDoubt) inDoubt.add(field);
				else {
					count += 1;
					if (differences.length < MOST_DIFFERENCES) differences.push({ roomId: change.roomId, ratePlanId: ratePlanId === '' ? null : ratePlanId, date, field, sent: word.sent, held: value });
				}
			}
		}
	}
	const notes = [
		...missed.map(({ days, why }) => `From ${days.from} to ${daysAfter(days.to, -1)} nothing could be read back: ${why}`),
		...(notShown.size > 0 ? [`Su does not show, at least on some days: ${[...notShown].join(', ')}`] : []),
		...(inDoubt.size > 0 ? [`An item of this run that failed sets the same, and Su may have carried it out: ${[...inDoubt].join(', ')}`] : []),
	];
	return {
		verified: count > 0 ? false : notes.length > 0 ? null : true,
		differences,
		differenceCount: count,
		verifyNote: notes.length > 0 ? `${notes.join('. ')}.` : null,
	};
}
