import { daysAfter, daysIn, isoDay, localDateTime } from '../../../engine/calendar';

const CHICAGO = 'America/Chicago';

describe('the day that a date field means', () => {
	it.each([
		['2026-03-05', '2026-03-05'],
		[' 2026-03-05 ', '2026-03-05'],
		['2026-03-05T00:00:00', '2026-03-05'],
		['2026-03-05T23:59:59.999', '2026-03-05'],
		['2026-03-05 10:00', '2026-03-05'],
		['2024-02-29', '2024-02-29'],
		['0999-12-31', '0999-12-31'],
	])('is the one that stands there, without a zone: %s', (value, day) => {
		for (const zone of ['UTC', CHICAGO, 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) expect(isoDay(value, zone)).toBe(day);
	});

	it.each([
		['2026-03-05T00:00:00Z', 'UTC', '2026-03-05'],
		['2026-03-05T00:00:00Z', CHICAGO, '2026-03-04'],
		['2026-03-05T00:00:00.000z', CHICAGO, '2026-03-04'],
		['2026-03-05T00:00:00.000-06:00', CHICAGO, '2026-03-05'],
		['2026-03-05T00:00:00-0600', CHICAGO, '2026-03-05'],
		['2026-03-05T23:30:00+05:30', CHICAGO, '2026-03-05'],
		['2026-03-05T12:00:00Z', 'Pacific/Kiritimati', '2026-03-06'],
		['2026-12-31T23:30:00-06:00', 'UTC', '2027-01-01'],
		// The clocks change on 8 March and on 1 November.
		['2026-03-08T05:59:59Z', CHICAGO, '2026-03-07'],
		['2026-03-08T06:00:00Z', CHICAGO, '2026-03-08'],
		['2026-03-09T04:59:59Z', CHICAGO, '2026-03-08'],
		['2026-03-09T05:00:00Z', CHICAGO, '2026-03-09'],
		['2026-11-01T05:00:00Z', CHICAGO, '2026-11-01'],
		['2026-11-02T05:59:59Z', CHICAGO, '2026-11-01'],
		['2026-11-02T06:00:00Z', CHICAGO, '2026-11-02'],
	])('is that of the moment in the zone of the workflow: %s in %s', (value, zone, day) => {
		expect(isoDay(value, zone)).toBe(day);
	});

	it.each<[string, unknown]>([
		['a Date', new Date('2026-03-05T03:00:00Z')],
		['milliseconds', Date.parse('2026-03-05T03:00:00Z')],
		['a Luxon date', { toMillis: () => Date.parse('2026-03-05T03:00:00Z') }],
	])('is taken from %s', (_case, value) => {
		expect(isoDay(value, CHICAGO)).toBe('2026-03-04');
		expect(isoDay(value, 'UTC')).toBe('2026-03-05');
	});

	it.each<[unknown]>([
		[''], ['tomorrow'], ['03/05/2026'], ['20260305'], ['2026-3-5'], ['2026-02-30'], ['2026-13-01'], ['2026-00-10'], ['2026-04-31'],
		['2023-02-29'], ['2026-02-30T00:00:00'], ['2026-02-30T10:00:00Z'], ['2026-13-01T10:00:00Z'], ['2026-03-05T99:00:00Z'],
		['2026-03-05 and so on'], ['2026-03-05T'], ['2026-03-051'], ['x2026-03-05'],
		[null], [undefined], [true], [Number.NaN], [Infinity], [9e15], [new Date(Number.NaN)], [{}], [[]], [['2026-03-05']],
		[{ toMillis: 5 }], [{ toMillis: () => Number.NaN }], [{ toMillis: () => 'soon' }],
	])('is not to be found in %p', (value) => {
		expect(isoDay(value, CHICAGO)).toBeUndefined();
	});
});

describe('a local date-time', () => {
	it.each([
		['2026-03-02T14:15:27.120Z', CHICAGO, '2026-03-02T08:15:27.120'],
		['2026-07-02T14:15:27.005Z', CHICAGO, '2026-07-02T09:15:27.005'],
		['2026-03-02T06:00:00.000Z', CHICAGO, '2026-03-02T00:00:00.000'],
		['2026-03-02T14:15:27.120Z', 'Asia/Kolkata', '2026-03-02T19:45:27.120'],
		['2026-12-31T23:59:59.999Z', 'UTC', '2026-12-31T23:59:59.999'],
	])('of %s in %s is %s', (moment, zone, local) => {
		expect(localDateTime(new Date(moment), zone)).toBe(local);
	});
});

describe('days that are counted', () => {
	it.each([
		['2026-03-05', 0, '2026-03-05'],
		['2026-02-28', 1, '2026-03-01'],
		['2024-02-28', 1, '2024-02-29'],
		['2026-12-31', 1, '2027-01-01'],
		// The clocks change on 8 March in Chicago.
		['2026-03-07', 2, '2026-03-09'],
		['2026-03-01', -1, '2026-02-28'],
	])('from %s %i on come to %s', (day, count, found) => {
		expect(daysAfter(day, count)).toBe(found);
		expect(daysIn(day, found)).toBe(count + 1);
	});
});
