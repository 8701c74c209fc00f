import { daysAfter, daysIn, type IsoDay } from '../../../engine/calendar';
import { RUN } from '../panels/pure';

/**
 * Fields of examples that hold a day counted from today. They are known by name, not by their value: a day that is the
 * same on every run, in another field, is one of these days by chance, when the calendar comes to it.
 */
const COUNTED_FROM_TODAY: ReadonlySet<string> = new Set(['from', 'to', 'identificationDate']);

/** A day that is still to come, or is over: partners refuse one that lies too far ahead or back. Its field is one of the above. */
export function dayFromNow(days: number): IsoDay {
	return daysAfter(utcDay(new Date()), days);
}

/** An example as it is at the time of `RUN`, for tests of operations without n8n. */
export function atTimeOfRun<T extends object>(example: T): T {
	const later = daysIn(dayFromNow(0), utcDay(RUN.now)) - 1;
	const moved = (name: string, value: unknown): unknown => (COUNTED_FROM_TODAY.has(name) && typeof value === 'string' ? daysAfter(value, later) : value);
	return JSON.parse(JSON.stringify(example), moved) as T;
}

function utcDay(now: Date): IsoDay {
	return now.toISOString().slice(0, 10);
}
