import { get } from '../../../../../nodes/Su/availability/get';
import { getUpdateLog } from '../../../../../nodes/Su/availability/getUpdateLog';
import { panelOf } from '../../../../support/panels/panelOf';
import { answer, failureOf, fieldsOf, RUN } from '../../../../support/panels/pure';

const PLAN = { stopsell: false, closedonarrival: true, closedondeparture: false, minimumstay: '1', maximumstay: '14', rate: [{ guest: '2', rate: '1200000' }] };

describe('what Su holds', () => {
	const VALUES = { hotelId: 'HVIEW-1', period: 'days', from: '2026-12-01', to: '2027-02-28' };
	const read = (values: Record<string, unknown> = {}) => get.parameters(panelOf({ ...VALUES, ...values }), RUN);
	const rows = (body: unknown, values: Record<string, unknown> = {}) => ('items' in get ? get.items(answer(body), read({ simplify: false, ...values })) : []).map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'daysNotShown')));
	const missing = (body: unknown, values: Record<string, unknown> = {}) => ('items' in get ? get.items(answer(body), read({ to: '2026-12-05', ...values })) : []).map(({ daysNotShown }) => daysNotShown);
	const bodyOf = (values: Record<string, unknown>) => ('request' in get ? get.request(read(values)).body : undefined);

	it('is asked for 90 days, or for the full year', () => {
		expect(bodyOf({})).toEqual({ hotelid: 'HVIEW-1', date: { from: '2026-12-01', to: '2027-02-28' } });
		expect(bodyOf({ period: 'fullYear', from: '', to: '' })).toEqual({ hotelid: 'HVIEW-1', fullyear: '1' });
	});

	it.each([
		['91 days', { to: '2027-03-01' }, ['Last Day'], /2027-03-01 is day 91 from First Day \(2026-12-01\) on, and Su answers at most 90 days/],
		['days in the wrong order', { to: '2026-11-30' }, ['Last Day'], /must not be before First Day/],
		['no days', { from: '', to: '' }, ['First Day', 'Last Day'], /a date such as/],
		['another period', { period: 'month' }, ['Period'], /must be one of days, fullYear/],
	])('is not asked for %s', (_what, values, fields, words) => {
		const failure = failureOf(() => read(values));
		expect([fieldsOf(failure), failure.message]).toEqual([fields, expect.stringMatching(words)]);
	});

	it('is an item for each day, room type and rate plan, with all that Su says', () => {
		const body = { '2026-12-24': { 'SUP-DBL': { inventory: '4', more: 'x', rateplan: { FLEX: PLAN, NONREF: { stopsell: true } } } }, '2026-12-25': { 'SUP-DBL': { inventory: '3', rateplan: { FLEX: PLAN } } } };
		const row = (date: string, ratePlanId: string) => ({ hotelId: 'HVIEW-1', date, roomId: 'SUP-DBL', ratePlanId });
		expect(rows(body)).toEqual([
			{ ...row('2026-12-24', 'FLEX'), inventory: '4', more: 'x', ...PLAN },
			{ ...row('2026-12-24', 'NONREF'), inventory: '4', more: 'x', stopsell: true },
			{ ...row('2026-12-25', 'FLEX'), inventory: '3', ...PLAN },
		]);
		expect(rows(body, { simplify: true })[0]).toEqual({ ...row('2026-12-24', 'FLEX'), inventory: '4', stopsell: false, minimumstay: '1', maximumstay: '14', rate: PLAN.rate });
	});

	it('names the days that Su leaves out, in each item', () => {
		const day = { A: { inventory: '4', rateplan: { FLEX: PLAN } }, B: { inventory: '1' } };
		expect(missing({ '2026-12-02': { A: {} }, '2026-12-05': { A: {} } })).toEqual(['2026-12-01, 2026-12-03 to 2026-12-04', '2026-12-01, 2026-12-03 to 2026-12-04']);
		expect(missing(Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`2026-12-0${at}`, { A: {} }])))).toEqual(Array.from({ length: 5 }, () => undefined));
		expect(missing({ '2026-12-01': day, '2026-12-02': { A: {} } }, { to: '2026-12-02', filters: { roomId: 'B' } })).toEqual(['2026-12-02']);
		expect(missing({ '2026-12-01': day }, { period: 'fullYear' })).toEqual([undefined, undefined]);
	});

	it('does not lose what it is about to a field of the same name', () => {
		expect(rows({ '2026-12-24': { A: { date: 'x', rateplan: { B: { roomId: 'y', hotelId: 'z' } } } } })).toEqual([{ hotelId: 'HVIEW-1', date: '2026-12-24', roomId: 'A', ratePlanId: 'B' }]);
	});

	it.each([[{ inventory: '4' }], [{ inventory: '4', rateplan: {} }], [{ inventory: '4', rateplan: [] }], [{ inventory: '4', rateplan: null }]])('tells the rooms of a room type without rate plans, as of %j', (room) => {
		expect(rows({ '2026-12-24': { 'SUP-DBL': room } })).toEqual([{ hotelId: 'HVIEW-1', date: '2026-12-24', roomId: 'SUP-DBL', ratePlanId: null, inventory: '4' }]);
	});

	it.each([[{}], [[]], [{ '2026-12-24': {} }], [{ '2026-12-24': [], Status: 'Success' }]])('is nothing where Su answers %j', (body) => {
		expect(rows(body)).toEqual([]);
	});

	it.each([
		[{ Status: 'Success' }], [{ '24-12-2026': {} }], [{ '2026-12-24': 'x' }], [{ '2026-12-24': { A: 'x' } }], [{ '2026-12-24': { A: { rateplan: [{ FLEX: PLAN }] } } }], [{ '2026-12-24': { A: { rateplan: { FLEX: 1 } } } }],
		[{ '2026-12-23': { A: { inventory: '4' } }, '2026-12-24': 'x' }],
	])('is not told in part, or as nothing, where Su answers %j', (body) => {
		const { kind, message } = failureOf(() => rows(body));
		expect([kind, message]).toEqual(['brokenAnswer', expect.stringContaining('days with room types and rate plans')]);
	});

	it.each([[{ Status: 'Success', Data: [] }, 'brokenAnswer'], [{ Status: 'Success', Message: 'The file will be mailed' }, 'businessRefusal']])('for the full year says what to do where Su answers in another form, as %j', (body, kind) => {
		const failure = failureOf(() => rows(body, { period: 'fullYear' }));
		expect([failure.kind, failure.details.advice]).toEqual([kind, expect.stringMatching(/full year is not documented.*Set Period to Days, and ask for at most 90 days at a time/)]);
	});

	describe('narrowed', () => {
		const body = { '2026-12-24': { 'SUP-DBL': { inventory: '4', rateplan: { FLEX: PLAN, NONREF: PLAN } }, 'FAM-STE': { inventory: '2' } }, '2026-12-25': { 'SUP-DBL': { rateplan: { FLEX: PLAN } } } };
		const found = (filters: Record<string, unknown>) => rows(body, { filters }).map(({ date, roomId, ratePlanId }) => [date, roomId, ratePlanId]);

		it.each([
			['a room type', { roomId: 'sup-dbl' }, [['2026-12-24', 'SUP-DBL', 'FLEX'], ['2026-12-24', 'SUP-DBL', 'NONREF'], ['2026-12-25', 'SUP-DBL', 'FLEX']]],
			['a rate plan', { ratePlanId: 'NONREF' }, [['2026-12-24', 'SUP-DBL', 'NONREF']]],
			['a room type without rate plans', { roomId: 'FAM-STE' }, [['2026-12-24', 'FAM-STE', null]]],
			['both', { roomId: 'SUP-DBL', ratePlanId: 'FLEX' }, [['2026-12-24', 'SUP-DBL', 'FLEX'], ['2026-12-25', 'SUP-DBL', 'FLEX']]],
		])('to %s is that alone', (_what, filters, expected) => {
			expect(found(filters)).toEqual(expected);
		});

		it('to what is not there says so, and what is there', () => {
			const { kind, message, details } = failureOf(() => found({ roomId: 'NO-ROOM' }));
			expect([kind, message, details.advice]).toEqual(['notFound', 'Su holds nothing for Room Type ID NO-ROOM on these days', 'Check Room Type ID under Filters: Su lists: SUP-DBL, FAM-STE.']);
			expect(failureOf(() => found({ roomId: 'FAM-STE', ratePlanId: 'FLEX' })).details.advice).toBe('Check Rate Plan ID under Filters: Su lists none.');
			expect(rows({}, { filters: { roomId: 'NO-ROOM' } })).toEqual([]);
		});
	});

	it('for the full year is read in the form of days, and a refusal stays one', () => {
		expect(rows({ '2026-12-24': { A: { inventory: '4' } } }, { period: 'fullYear' })).toHaveLength(1);
		const { kind, details } = failureOf(() => rows({ Status: 'Fail', Errors: { Code: '400', ShortText: 'Invalid HotelCode (X)' } }, { period: 'fullYear' }));
		expect([kind, details.advice]).toEqual(['notFound', expect.stringContaining('Check Property ID')]);
	});
});

describe('the log of updates', () => {
	// For RUN it is still the evening of the first in New York, and the second on Kiritimati.
	const read = (date: string) => getUpdateLog.parameters(panelOf({ hotelId: 'HVIEW-1', date }), RUN);

	it.each(['2026-03-01', '2026-03-02', '2020-01-01'])('is asked for %s', (date) => {
		expect('request' in getUpdateLog && getUpdateLog.request(read(date)).body).toEqual({ hotelid: 'HVIEW-1', date });
	});

	it('is not asked for a day that has begun nowhere', () => {
		const failure = failureOf(() => read('2026-03-03'));
		expect([fieldsOf(failure), failure.message]).toEqual([['Day'], expect.stringContaining('2026-03-03 lies ahead. Give today or a day before')]);
	});

	it('is put out as Su has it', () => {
		const row = { hotelid: 'HVIEW-1', date: '2026-03-01', log: 'https://logs.example.com/a.txt?signature=x%2By' };
		expect('items' in getUpdateLog && getUpdateLog.items(answer({ Updatelogs: [row] }), read('2026-03-01'))).toEqual([row]);
	});
});
