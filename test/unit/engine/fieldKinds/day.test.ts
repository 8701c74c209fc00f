import fc from 'fast-check';

import { dayOfSerial } from '../../../../engine/fieldKinds/cellDate';
import { day, dayAhead, LAST_ON_EARTH } from '../../../../engine/fieldKinds/day';

const CHICAGO = 'America/Chicago';
const DAY_MS = 24 * 60 * 60 * 1000;

function faultOf(value: unknown, timezone = CHICAGO): string {
	const read = day(value, timezone);
	return 'fault' in read ? read.fault : `no fault, but ${read.value}`;
}

describe('the number of a day in a spreadsheet', () => {
	it.each([[1, '1900-01-01'], [59, '1900-02-28'], [61, '1900-03-01'], [46_086, '2026-03-05'], [46_086.75, '2026-03-05'], [2_958_465, '9999-12-31']])('%p is %s', (serial, shown) => {
		expect(dayOfSerial(serial)).toBe(shown);
	});

	it.each([[0], [60], [60.5], [-1], [2_958_466], [Number.NaN], [Infinity]])('is not %p: no such day', (serial) => {
		expect(dayOfSerial(serial)).toBeUndefined();
	});
});

describe('a cell that is no date', () => {
	it.each<[unknown, string]>([
		[46_086, "46086 looks like a spreadsheet's day number: 2026-03-05. Give the day as text, such as 2026-03-05"],
		['46086', "46086 looks like a spreadsheet's day number: 2026-03-05. Give the day as text, such as 2026-03-05"],
		[46_086.5, "46086.5 looks like a spreadsheet's day number: 2026-03-05. Give the day as text, such as 2026-03-05"],
		[2026, '2026 looks like a year alone. Give the day as text, such as 2026-03-05'],
		[20_260_305, '20260305 looks like the day 2026-03-05. Give the day as text, such as 2026-03-05'],
		[1_772_668_800, '1772668800 looks like seconds since 1970: 2026-03-05. Give the day as text, such as 2026-03-05'],
		['03/05/2026', '"03/05/2026" looks like 2026-03-05 (month first) or 2026-05-03 (day first). Give the day as text, such as 2026-03-05'],
		['5.3.2026', '"5.3.2026" looks like 2026-05-03 (month first) or 2026-03-05 (day first). Give the day as text, such as 2026-03-05'],
		['03/25/2026', '"03/25/2026" looks like 2026-03-25. Give the day as text, such as 2026-03-05'],
		['2026/3/5', '"2026/3/5" looks like 2026-03-05. Give the day as text, such as 2026-03-05'],
		['2026-02-30', 'must be a date such as 2026-03-05, not "2026-02-30"'],
		['13/13/2026', 'must be a date such as 2026-03-05, not "13/13/2026"'],
		['soon', 'must be a date such as 2026-03-05, not "soon"'],
		[0, 'must be a date such as 2026-03-05, not 0'],
		[null, 'must be a date such as 2026-03-05'],
		[{ a: 1 }, 'must be a date such as 2026-03-05, not an object'],
		[new Date(46_086), "is a moment of 1970, which looks like 46086 that was taken for milliseconds; 46086 looks like a spreadsheet's day number: 2026-03-05. Give the day as text, such as 2026-03-05"],
		[{ toMillis: () => 46_086 }, "is a moment of 1970, which looks like 46086 that was taken for milliseconds; 46086 looks like a spreadsheet's day number: 2026-03-05. Give the day as text, such as 2026-03-05"],
		['1970-01-01T00:00:46.086Z', "is a moment of 1970, which looks like 46086 that was taken for milliseconds; 46086 looks like a spreadsheet's day number: 2026-03-05. Give the day as text, such as 2026-03-05"],
		[new Date(0), 'is a moment of 1970, which looks like an empty cell that was taken for a date. Give the day as text, such as 2026-03-05'],
		[new Date(Number.NaN), 'must be a date such as 2026-03-05, not a date that could not be read'],
	])('is told as what it looks like: %p', (given, words) => {
		expect(faultOf(given)).toBe(words);
	});

	it('never becomes an instant of 1970, whatever number or text of digits it is', () => {
		fc.assert(fc.property(fc.oneof(fc.integer({ min: -10_000_000, max: 100_000_000_000 }), fc.double({ min: 0, max: 3_000_000, noNaN: true })), (number) => {
			for (const value of [number, String(number)]) expect(day(value, 'UTC')).toHaveProperty('fault');
		}));
	});

	it('is the same when read again', () => {
		fc.assert(fc.property(fc.date({ min: new Date('2000-01-02'), max: new Date('2999-12-30'), noInvalidDate: true }), (moment) => {
			// Midnight in UTC is told, and not taken.
			fc.pre(moment.getTime() % DAY_MS !== 0);
			const read = day(moment, CHICAGO);
			expect(day('value' in read ? read.value : '', 'Pacific/Kiritimati')).toEqual(read);
			expect(day(moment.toISOString(), CHICAGO)).toEqual(read);
			expect(day(moment.getTime(), CHICAGO)).toEqual(read);
			expect(day({ toMillis: () => moment.getTime() }, CHICAGO)).toEqual(read);
		}));
	});
});

describe('midnight in a zone of its own', () => {
	const MS = Date.parse('2026-03-05T00:00:00Z');
	const luxon = (iso: string) => ({ toMillis: () => Date.parse(iso), toISO: () => iso });

	it.each<[unknown, string]>([
		['2026-03-05T00:00:00.000Z', 'UTC'], [' 2026-03-05 00:00z ', 'UTC'], ['2026-03-05T00:00:00,000+00:00', 'UTC'], ['2026-03-05T00:00:00+0100', 'UTC+0100'],
		[new Date(MS), 'UTC'], [MS, 'UTC'], [String(MS), 'UTC'], [{ toMillis: () => MS }, 'UTC'], [luxon('2026-03-05T00:00:00.000Z'), 'UTC'], [luxon('2026-03-05T00:00:00.000+01:00'), 'UTC+01:00'],
	])('is told with both days where it is the day before in the zone of the workflow: %p', (given, zone) => {
		expect(faultOf(given)).toBe(`is midnight of 2026-03-05 in ${zone}, which is 2026-03-04 in the workflow's time zone (America/Chicago). Give the day that is meant alone, such as 2026-03-05`);
		const run = { now: new Date('2026-03-02T03:15:27Z'), timezone: CHICAGO };
		expect(dayAhead(given, run, CHICAGO)).toHaveProperty('fault');
	});

	it.each<[unknown, string]>([
		['2026-03-05T00:00:00.000Z', 'Europe/Berlin'], [new Date(MS), 'UTC'], [MS, 'Asia/Tokyo'], [luxon('2026-03-05T00:00:00.000-06:00'), CHICAGO],
		['2026-03-05T00:00:00-06:00', CHICAGO], ['2026-03-05T00:00:00', CHICAGO], ['2026-03-05', CHICAGO],
	])('is that day where it is the same one: %p in %s', (given, zone) => {
		expect(day(given, zone)).toEqual({ value: '2026-03-05' });
	});

	it.each<[unknown]>([['2026-03-05T00:00:01Z'], ['2026-03-05T00:00:00.001Z'], ['2026-03-05T03:00:00+01:00'], [new Date(MS + 1)], [MS + 60_000], [luxon('2026-03-05T00:30:00.000+01:00')]])('is not %p: a moment means the day of the workflow', (given) => {
		expect(day(given, CHICAGO)).toEqual({ value: '2026-03-04' });
	});

	it('may also be a day later there', () => {
		expect(faultOf('2026-03-05T00:00:00-12:00', 'Pacific/Kiritimati')).toContain('is midnight of 2026-03-05 in UTC-12:00, which is 2026-03-06 in');
	});
});

describe('a day that lies ahead', () => {
	// Still the evening of the first in New York.
	const run = { now: new Date('2026-03-02T03:15:27Z'), timezone: 'America/New_York' };

	it.each(['2026-03-01', '2026-03-02', '2999-01-01'])('is %s, today included', (given) => {
		expect(dayAhead(given, run, CHICAGO)).toEqual({ value: given });
	});

	it.each(['2026-02-28', '2020-01-01'])('is not %s', (given) => {
		expect(dayAhead(given, run, CHICAGO)).toEqual({ fault: `${given} lies in the past. Give today (2026-03-01 in America/New_York) or a later day` });
	});

	it('is today by the clock of the workflow', () => {
		expect(dayAhead('2026-03-01', { ...run, timezone: 'Asia/Tokyo' }, 'Asia/Tokyo')).toHaveProperty('fault');
	});

	it.each<[string, string, string, boolean]>([
		// 00:30 on the 29th in New York, 21:30 on the 28th in Los Angeles, 19:30 in Hawaii.
		['2026-11-28', '2026-11-29T05:30:00Z', LAST_ON_EARTH, true],
		['2026-11-28', '2026-11-29T05:30:00Z', 'Pacific/Honolulu', true],
		['2026-11-27', '2026-11-29T05:30:00Z', LAST_ON_EARTH, false],
		['2026-11-28', '2026-11-29T09:59:00Z', 'Pacific/Honolulu', true],
		['2026-11-28', '2026-11-29T10:00:00Z', 'Pacific/Honolulu', false],
		['2026-11-28', '2026-11-29T11:59:00Z', LAST_ON_EARTH, true],
		['2026-11-28', '2026-11-29T12:00:00Z', LAST_ON_EARTH, false],
	])('%s at %s is not over in the last zone, %s: %p', (given, now, lastZone, isAhead) => {
		const read = dayAhead(given, { now: new Date(now), timezone: 'America/New_York' }, lastZone);
		expect('value' in read).toBe(isAhead);
	});
});
