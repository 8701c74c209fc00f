import { isoDay, type IsoDay } from '../calendar';
import { numberLooksLike, textLooksLike } from './cellDate';
import { shown, type Reading } from './reading';

const EXAMPLE = 'a date such as 2026-03-05';

/**
 * A day as `YYYY-MM-DD`, from all that n8n gives for a date. What is something else is told as what it looks like.
 *
 * A moment means the day that it falls on in the workflow's zone. Not so midnight: databases, spreadsheets and `new Date("2026-03-05")`
 * write a day without a time so, and in Denver it is still the day before. Where the two differ, neither is taken.
 *
 * @param timezone IANA name, for values that are a moment
 */
export function day(value: unknown, timezone: string): Reading<IsoDay> {
	const found = isoDay(value, timezone);
	if (found !== undefined) {
		const midnight = midnightOf(value);
		if (midnight === undefined || midnight.day === found) return { value: found };
		return { fault: `is midnight of ${midnight.day} in ${midnight.zone}, which is ${found} in the workflow's time zone (${timezone}). Give the day that is meant alone, such as ${midnight.day}` };
	}
	const moment = momentMs(value);
	if (moment !== undefined) return { fault: momentFault(moment) };
	if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return { fault: `must be ${EXAMPLE}` };
	const text = typeof value === 'string' ? value.trim() : '';
	const number = typeof value === 'number' ? value : /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
	const looks = number === undefined ? textLooksLike(text) : numberLooksLike(number);
	if (looks === undefined) return { fault: `must be ${EXAMPLE}, not ${shown(value)}` };
	return { fault: `${shown(number ?? value)} looks like ${looks}. Give the day as text, such as 2026-03-05` };
}

/** Where a day ends last on earth: twelve hours behind UTC. */
export const LAST_ON_EARTH = 'Etc/GMT+12';

/** Where a day begins first on earth: fourteen hours ahead of UTC. */
export const FIRST_ON_EARTH = 'Etc/GMT-14';

/**
 * A day that may still lie ahead where it is meant. That is not always where the workflow's clock is: it is still this evening in
 * Los Angeles when New York has tomorrow. So a day is past only where it is over in the workflow's zone and in the last one it can
 * be meant in; what is in between is the partner's to judge.
 *
 * @param now the present moment
 * @param timezone of the workflow, IANA name
 * @param lastZone where a day ends last, of all places that it may be meant for, IANA name
 */
export function dayAhead(value: unknown, { now, timezone }: { now: Date; timezone: string }, lastZone: string): Reading<IsoDay> {
	const read = day(value, timezone);
	const today = isoDay(now, timezone) ?? '';
	if ('fault' in read || read.value >= today || read.value >= (isoDay(now, lastZone) ?? '')) return read;
	return { fault: `${read.value} lies in the past. Give today (${today} in ${timezone}) or a later day` };
}

/** A day with no time of day but midnight, and its zone. */
const ISO_MIDNIGHT = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:[.,]0{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** The day that begins with a moment in the moment's own zone, which is UTC for what says none. Undefined for any other time of day. */
function midnightOf(value: unknown): { day: IsoDay; zone: string } | undefined {
	const [, day, zone = ''] = ISO_MIDNIGHT.exec(isoText(value)) ?? [];
	return day === undefined ? undefined : { day, zone: /^(?:Z|[+-]00:?00)$/i.test(zone) ? 'UTC' : `UTC${zone}` };
}

/** A moment as ISO text: with its own zone where it has one, as Luxon's dates do. */
function isoText(value: unknown): string {
	if (typeof value === 'object' && value !== null && 'toISO' in value && typeof value.toISO === 'function') return String(value.toISO());
	const text = typeof value === 'string' ? value.trim() : undefined;
	const ms = text === undefined ? (typeof value === 'number' ? value : momentMs(value)) : /^\d{12,}$/.test(text) ? Number(text) : undefined;
	return ms === undefined ? (text ?? '') : new Date(ms).toISOString();
}

function momentMs(value: unknown): number | undefined {
	if (value instanceof Date) return value.getTime();
	if (typeof value === 'object' && value !== null && 'toMillis' in value && typeof value.toMillis === 'function') {
		const millis: unknown = value.toMillis();
		return typeof millis === 'number' ? millis : undefined;
	}
	const parsed = typeof value === 'string' && /^(1970-01-01|1969-12-31)T/.test(value.trim()) ? Date.parse(value) : NaN;
	return Number.isNaN(parsed) ? undefined : parsed;
}

/** A moment of the first hours of 1970 is a number that something took for milliseconds. */
function momentFault(ms: number): string {
	if (Number.isNaN(ms)) return `must be ${EXAMPLE}, not a date that could not be read`;
	const looks = numberLooksLike(ms);
	const what = ms === 0 ? 'an empty cell that was taken for a date' : looks === undefined ? 'a number that was taken for a date' : `${ms} that was taken for milliseconds; ${ms} looks like ${looks}`;
	return `is a moment of 1970, which looks like ${what}. Give the day as text, such as 2026-03-05`;
}
