import type { IDataObject } from 'n8n-workflow';

import { DAY_MS } from '../../../engine/calendar';
import { Failure, orInstead } from '../../../engine/failure';
import { isObject, textOf } from '../../../engine/values';

/** A day as a number: days since 1970-01-01, in GMT. */
export type DayNumber = number;

/** What the watch knows between two polls. n8n keeps it with the workflow, as the node's static data. */
export interface WatchState {
	/** Whose bookings these are: a hash of the credential's account. */
	account: string;
	/** Bookings that came, or were there before the watch, by `bookingKeys`: the day on which that was noted. */
	seen: Map<string, DayNumber>;
	/**
	 * Bookings that are news, and of which it is not known that the workflow has them: it was started with them and has not ended well yet, or Su handed
	 * them out without an id. None of them is among `seen`.
	 */
	open: Map<string, DayNumber>;
	/** By property. */
	properties: Map<string, WatchedProperty>;
	/** Bookings that were read from Su by themselves, by key: how often, of the five times that Su allows. */
	reads: Map<string, number>;
	/** When the list of all properties was read last, in milliseconds since 1970: a property that is not in it came later. Null where they are chosen. */
	listedAt: number | null;
}

/** How far the bookings of a property are known. */
export interface WatchedProperty {
	/** When it was first watched, in milliseconds since 1970: bookings made before are no news. */
	since: number;
	/** The day, by the clock of the workflow, on which it was last compared with Su's list. Null until then. */
	comparedOn: string | null;
	/** The day on which the oldest booking was made that was missing then, and may still be found. */
	openFrom: DayNumber | null;
	/** Bookings made on this day or before may have been forgotten, so that they are not told as missed. */
	forgottenTo: DayNumber | null;
}

const VERSION = 2;

/** Before, a property had the days of its last comparison in the place of what was forgotten, and what was forgotten for lack of room counted for all. */
const OLD_VERSION = 1;

/** Bookings that are kept: about 400 KB of JSON. */
export const MOST_SEEN = 10_000;

/** Days beyond the comparison for which a booking is kept: Su's days are in GMT, those of the workflow are not. */
const MARGIN_DAYS = 2;

export function emptyState(account: string): WatchState {
	return { account, seen: new Map(), open: new Map(), properties: new Map(), reads: new Map(), listedAt: null };
}

/** The state as plain data, in lists of short texts. */
export function storedState({ account, seen, open, properties, reads, listedAt }: WatchState): IDataObject {
	return {
		version: VERSION,
		account,
		seen: [...seen].map(([key, day]) => `${day.toString(36)}.${key}`),
		open: [...open].map(([key, day]) => `${day.toString(36)}.${key}`),
		properties: [...properties].map(([hotelId, property]) => ({ hotelId, ...property })),
		reads: [...reads].map(([key, count]) => `${count}.${key}`),
		listedAt,
	};
}

/** The state from plain data. @returns undefined where there is none yet; `damaged` where something else stands in its place */
export function readState(stored: unknown): WatchState | 'damaged' | undefined {
	if (stored === undefined || stored === null) return undefined;
	return orInstead<WatchState | 'damaged'>(() => parsed(stored), 'damaged');
}

/** What a comparison asks for. */
export interface Comparing {
	/** Days back. */
	days: number;
	/** Whether anything is compared at the moment. */
	isOn: boolean;
}

/** The first day whose bookings a comparison asks for: so many days back, and back to the last one with what was too young or could not be read then. */
export function askedFrom({ comparedOn, openFrom }: WatchedProperty, today: DayNumber, days: number): DayNumber {
	const last = comparedOn === null ? today : dayNumber(comparedOn) - 1;
	return Math.min(today - days, last, openFrom ?? today);
}

/** Forgets what no comparison asks for any more, and the oldest of what there is no room for, of the property that has the most. */
export function tidy(state: WatchState, today: DayNumber, { days, isOn }: Comparing): void {
	const byProperty = new Map([...state.properties].map(([hotelId, property]) => [hotelId.toLowerCase(), property]));
	const keptFrom = (key: string): DayNumber => {
		const property = isOn ? byProperty.get(propertyOf(key)) : undefined;
		return (property ? askedFrom(property, today, days) : today - days) - MARGIN_DAYS;
	};
	const old = [...state.seen].filter(([key, day]) => day < keptFrom(key));
	for (const [key] of old) state.seen.delete(key);
	const surplus = surplusOf(state.seen);
	for (const [key] of surplus) state.seen.delete(key);
	for (const [key, day] of [...old, ...surplus]) {
		const property = byProperty.get(propertyOf(key));
		if (property) property.forgottenTo = Math.max(property.forgottenTo ?? day, day);
	}
	state.open = new Map([...state.open].filter(([key, day]) => day >= keptFrom(key)).slice(-MOST_SEEN));
	// What came in the end, or is too old, is read no more.
	const reads = [...state.reads].filter(([key]) => !state.seen.has(key)).slice(-MOST_SEEN);
	state.reads = new Map(reads);
}

/** What there is no room for: large properties have to make room before small ones. */
function surplusOf(seen: ReadonlyMap<string, DayNumber>): Array<[string, DayNumber]> {
	const count = seen.size - MOST_SEEN;
	if (count <= 0) return [];
	const newer = new Map<string, number>();
	const ranked = [...seen].sort(([, a], [, b]) => b - a).map(([key, day]) => {
		const rank = newer.get(propertyOf(key)) ?? 0;
		newer.set(propertyOf(key), rank + 1);
		return { key, day, rank };
	});
	return ranked.sort((a, b) => b.rank - a.rank).slice(0, count).map(({ key, day }) => [key, day]);
}

/** The property of a key, in small letters. */
function propertyOf(key: string): string {
	return key.slice(0, key.indexOf('/'));
}

/** @param day as `YYYY-MM-DD` */
function dayNumber(day: string): DayNumber {
	return Math.floor(Date.parse(day) / DAY_MS);
}

/** What a booking may be known by: Su's own id, and the channel's number with the property, of which Su makes it. An integrator saw the first one change. */
export function bookingKeys(hotelId: string, booking: IDataObject): string[] {
	const number = textOf(booking.channel_booking_id)?.trim();
	const ids = [textOf(booking.id), number === undefined ? undefined : `${number}_${hotelId}`];
	return [...new Set(ids.flatMap((id) => (id === undefined ? [] : [bookingKey(hotelId, id)])))];
}

/** The same for an id as a list names it. */
export function bookingKey(hotelId: string, bookingId: string): string {
	return `${hotelId}/${bookingId.trim()}`.toLowerCase();
}

function parsed(stored: unknown): WatchState {
	if (!isObject(stored)) throw damaged();
	const isOld = stored.version === OLD_VERSION;
	if (stored.version !== VERSION && !isOld) throw damaged();
	const { account, seen, open, properties, reads } = stored;
	const forgottenTo = numberOrNull(isOld ? stored.forgottenTo : null);
	if (typeof account !== 'string') throw damaged();
	return {
		account,
		seen: new Map(texts(seen).map((entry) => keyed(entry, 36))),
		open: new Map(texts(isOld ? [] : open).map((entry) => keyed(entry, 36))),
		properties: new Map(list(properties).map((entry) => (isOld ? oldPropertyEntry(entry, forgottenTo) : propertyEntry(entry)))),
		reads: new Map(texts(reads).map((entry) => keyed(entry, 10))),
		listedAt: numberOrNull(isOld ? null : stored.listedAt),
	};
}

function keyed(entry: string, radix: number): [string, number] {
	const point = entry.indexOf('.');
	const number = parseInt(entry.slice(0, point), radix);
	if (point < 1 || !Number.isSafeInteger(number)) throw damaged();
	return [entry.slice(point + 1), number];
}

function propertyEntry(entry: unknown): [string, WatchedProperty] {
	if (!isObject(entry)) throw damaged();
	const { hotelId, since, comparedOn, openFrom, forgottenTo } = entry;
	if (typeof hotelId !== 'string' || typeof since !== 'number' || !(comparedOn === null || (typeof comparedOn === 'string' && Number.isFinite(dayNumber(comparedOn))))) throw damaged();
	return [hotelId, { since, comparedOn, openFrom: numberOrNull(openFrom), forgottenTo: numberOrNull(forgottenTo) }];
}

/** What lies before the days of its last comparison is not known any more. */
function oldPropertyEntry(entry: unknown, forgottenTo: DayNumber | null): [string, WatchedProperty] {
	if (!isObject(entry) || typeof entry.days !== 'number') throw damaged();
	const [hotelId, property] = propertyEntry({ ...entry, openFrom: null, forgottenTo });
	const before = property.comparedOn === null ? null : dayNumber(property.comparedOn) - entry.days - 1;
	return [hotelId, { ...property, forgottenTo: before === null ? forgottenTo : Math.max(before, forgottenTo ?? before) }];
}

function numberOrNull(value: unknown): number | null {
	if (value === null || typeof value === 'number') return value;
	throw damaged();
}

function list(value: unknown): unknown[] {
	if (!Array.isArray(value)) throw damaged();
	return value as unknown[];
}

function texts(value: unknown): string[] {
	const entries = list(value);
	if (!entries.every((entry) => typeof entry === 'string')) throw damaged();
	return entries;
}

/** Never shown: `readState` turns it into a word. */
function damaged(): Failure {
	return new Failure('configuration', 'The state of the watch is damaged', { advice: '' });
}
