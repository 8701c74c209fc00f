/** A day as `YYYY-MM-DD`, the form in which partners take dates. */
export type IsoDay = string;

/** A day, or a day with a time, with or without a zone. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * The day that a date field means. A date that says no zone is taken as it stands: `2026-03-05T00:00:00` is the
 * fifth wherever the server runs. One with a zone is turned into the workflow's zone first.
 *
 * A moment of the first hour of 1970 is none: that is what a spreadsheet's day number, a count or an empty cell becomes
 * where something takes it for milliseconds. A number is one of milliseconds from 2000 on, and else no date.
 *
 * @param value an ISO date or date-time, a `Date`, a Luxon date as n8n's expressions give it, or milliseconds
 * @param timezone IANA name
 * @returns undefined where the value is no date
 */
export function isoDay(value: unknown, timezone: string): IsoDay | undefined {
	if (typeof value === 'string' && !/^\s*\d{12,}\s*$/.test(value)) {
		const [text = '', day = '', zone] = ISO.exec(value.trim()) ?? [];
		if (!isRealDay(day)) return undefined;
		return zone === undefined ? day : momentDay(new Date(text.replace(',', '.')), timezone);
	}
	const number = typeof value === 'string' ? Number(value) : value;
	if (typeof number === 'number' && number < FIRST_MS) return undefined;
	const date = asDate(number);
	return date ? momentDay(date, timezone) : undefined;
}

/** 2000-01-01. Numbers below are more likely something else than milliseconds. */
const FIRST_MS = Date.UTC(2000, 0, 1);

/** Spreadsheets count less than this many days, and one hour has more milliseconds. */
const HOUR_MS = 60 * 60 * 1000;

function momentDay(date: Date, timezone: string): IsoDay | undefined {
	return Math.abs(date.getTime()) < HOUR_MS ? undefined : dayIn(date, timezone);
}

/** A day with a time and its zone. */
const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * The moment that a date field means, in milliseconds since 1970. Text without a zone means another moment on each
 * server, and is none.
 *
 * @param value an ISO date-time with its zone, a `Date`, a Luxon date, or milliseconds
 * @returns undefined where the value is no moment
 */
export function momentOf(value: unknown): number | undefined {
	const text = typeof value === 'string' ? value.trim() : undefined;
	const date = asDate(text === undefined ? value : ISO_WITH_ZONE.test(text) ? Date.parse(text.replace(' ', 'T').replace(',', '.')) : undefined);
	return date === undefined || Number.isNaN(date.getTime()) ? undefined : date.getTime();
}

/**
 * A moment as local date-time with milliseconds and no zone, `2026-03-02T08:15:27.120`, in the given zone.
 *
 * @param timezone IANA name
 */
export function localDateTime(moment: Date, timezone: string): string {
	const { day, time } = partsIn(moment, timezone);
	return `${day}T${time}.${String(moment.getUTCMilliseconds()).padStart(3, '0')}`;
}

function asDate(value: unknown): Date | undefined {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value;
	if (typeof value === 'number') return Number.isFinite(value) ? new Date(value) : undefined;
	if (typeof value === 'object' && value !== null && 'toMillis' in value && typeof value.toMillis === 'function') {
		const millis: unknown = value.toMillis();
		return typeof millis === 'number' && Number.isFinite(millis) ? new Date(millis) : undefined;
	}
	return undefined;
}

function dayIn(date: Date, timezone: string): IsoDay | undefined {
	if (Number.isNaN(date.getTime())) return undefined;
	const { day } = partsIn(date, timezone);
	return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}

/** One for each time zone: to make one takes longer than to read a day with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known) return known;
	const made = new Intl.DateTimeFormat('en-US', {
		timeZone, hourCycle: 'h23',
		year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
	});
	formats.set(timeZone, made);
	return made;
}

function partsIn(date: Date, timeZone: string): { day: IsoDay; time: string } {
	const parts = Object.fromEntries(formatIn(timeZone).formatToParts(date).map(({ type, value }) => [type, value]));
	return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}:${parts.second}` };
}

/** A day in milliseconds. */
export const DAY_MS = 24 * HOUR_MS;

/** The day that comes so many days after another. */
export function daysAfter(day: IsoDay, count: number): IsoDay {
	return new Date(startOf(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days a range has, its first and its last included. */
export function daysIn(first: IsoDay, last: IsoDay): number {
	return Math.round((startOf(last) - startOf(first)) / DAY_MS) + 1;
}

function startOf(day: IsoDay): number {
	return Date.parse(`${day}T00:00:00Z`);
}

/** Date parsing turns 30 February into 2 March. */
export function isRealDay(day: string): boolean {
	const parsed = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
