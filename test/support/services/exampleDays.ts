import { RUN } from '../panels/pure';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Fields of examples that hold a day counted from today. They are known by name, not by their value: a day that is the
 * same on every run, in another field, is one of these days by chance, when the calendar comes to it.
 */
const COUNTED_FROM_TODAY: ReadonlySet<string> = new Set(['from', 'to', 'identificationDate']);

/** A day that is still to come, or is over: partners refuse one that lies too far ahead or back. Its field is one of the above. */
export function dayFromNow(days: number): string {
	return isoDay(Date.now() + days * DAY_MS);
}

/** An example as it is at the time of `RUN`, for tests of operations without n8n. */
export function atTimeOfRun<T extends object>(example: T): T {
	const later = dayNumber(RUN.now.toISOString()) - dayNumber(dayFromNow(0));
	const moved = (name: string, value: unknown): unknown => (COUNTED_FROM_TODAY.has(name) && typeof value === 'string' ? isoDay((dayNumber(value) + later) * DAY_MS) : value);
	return JSON.parse(JSON.stringify(example), moved) as T;
}

function isoDay(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}

function dayNumber(time: string): number {
	return Math.floor(Date.parse(time) / DAY_MS);
}
