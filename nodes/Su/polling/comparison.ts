import type { IDataObject } from 'n8n-workflow';

import { DAY_MS, localDateTime, momentOf } from '../../../engine/calendar';
import { textOf } from '../../../engine/values';
import { bookingKey, type DayNumber, type WatchedProperty, type WatchState } from './watchState';

/** Su hands out one booking five times at most (booking-repull/refetch-booking). */
const MOST_READS = 5;

/** A booking made less than this ago may still wait in the queue, or be on its way there: twice the hour for which messages wait. */
const YOUNG_MS = 2 * 60 * 60_000;

/** When something is compared: by the clock of the workflow, from an hour of the day on. */
export interface Night {
	/** In milliseconds since 1970. */
	now: number;
	/** IANA name. */
	timezone: string;
	hour: number;
	days: number;
}

/** A booking of Su's list that never came. */
export interface MissingBooking {
	id: string;
	key: string;
	/** On which it was made, in GMT; null where Su does not say. */
	day: DayNumber | null;
}

/** Today by the clock of the workflow. */
export function dayOf({ now, timezone }: Night): string {
	return localDateTime(new Date(now), timezone).slice(0, 10);
}

/** Whether a property is to be compared now: once a day, from the hour on. */
export function isDue({ comparedOn }: WatchedProperty, night: Night): boolean {
	const hour = Number(localDateTime(new Date(night.now), night.timezone).slice(11, 13));
	return hour >= night.hour && comparedOn !== dayOf(night);
}

/** What a comparison finds. */
export interface Compared {
	/** Those first that were read by themselves the least. */
	missing: MissingBooking[];
	/** Rows that name no booking. */
	unnamed: number;
}

/**
 * The bookings of Su's list that never came, or of which it is not known that the workflow has them. What was made before the property was watched, or
 * may have been forgotten, is noted as seen instead.
 *
 * @param running keys of bookings with which the workflow is under way
 */
export function compared(rows: readonly IDataObject[], hotelId: string, property: WatchedProperty, state: WatchState, night: Night, running: ReadonlySet<string>): Compared {
	const today = Math.floor(night.now / DAY_MS);
	const missing: MissingBooking[] = [];
	let unnamed = 0;
	for (const row of rows) {
		const id = textOf(row.booking_id)?.trim();
		if (id === undefined) {
			unnamed += 1;
			continue;
		}
		const key = bookingKey(hotelId, id);
		const made = madeAt(row);
		if (state.seen.has(key) || running.has(key) || (made !== undefined && made > night.now - YOUNG_MS)) continue;
		if (!state.open.has(key) && isNoNews(made, property)) state.seen.set(key, today);
		else if ((state.reads.get(key) ?? 0) < MOST_READS) missing.push({ id, key, day: made === undefined ? null : Math.floor(made / DAY_MS) });
	}
	missing.sort((a, b) => (state.reads.get(a.key) ?? 0) - (state.reads.get(b.key) ?? 0));
	return { missing, unnamed };
}

function isNoNews(made: number | undefined, { since, comparedOn, forgottenTo }: WatchedProperty): boolean {
	if (made === undefined) return comparedOn === null;
	return made < since || (forgottenTo !== null && Math.floor(made / DAY_MS) <= forgottenTo);
}

/** `YYYY-MM-DD HH:MM:SS` in GMT (booking-repull/list-of-bookings). */
function madeAt({ Booking_date: date }: IDataObject): number | undefined {
	return momentOf(`${textOf(date)?.trim() ?? ''}Z`);
}
