import { DAY_MS } from '../../../../../engine/calendar';
import { compared } from '../../../../../nodes/Su/polling/comparison';
import { askedFrom, bookingKeys, emptyState, MOST_SEEN, readState, storedState, tidy, type WatchedProperty, type WatchState } from '../../../../../nodes/Su/polling/watchState';

const TODAY = 20_700;

function state(changes: Partial<WatchState> = {}): WatchState {
	return { ...emptyState('account'), ...changes };
}

function property(changes: Partial<WatchedProperty> = {}): WatchedProperty {
	return { since: 1_796_000_000_000, comparedOn: null, openFrom: null, forgottenTo: null, ...changes };
}

/** The text of a day. */
function textOfDay(day: number): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

const ON = { days: 2, isOn: true };

describe('the state of Su Reservation Watch', () => {
	it('is read as it was stored, through JSON, whatever ids look like', () => {
		const full = state({
			seen: new Map([['hview-1/1.2_hview-1', TODAY], ['pine-2/__proto__', TODAY - 1]]),
			open: new Map([['hview-1/3.3_hview-1', TODAY]]),
			properties: new Map([['HVIEW-1', property({ comparedOn: '2026-11-29', openFrom: TODAY - 3, forgottenTo: TODAY - 9 })], ['PINE-2', property()]]),
			reads: new Map([['hview-1/7.7', 3]]),
			listedAt: 1_796_000_000_000,
		});
		expect(readState(JSON.parse(JSON.stringify(storedState(full))))).toEqual(full);
		expect(readState(undefined)).toBeUndefined();
	});

	it.each([[1], ['text'], [{}], [{ ...storedState(state()), version: 3 }], [{ ...storedState(state()), seen: [7] }], [{ ...storedState(state()), seen: ['none'] }], [{ ...storedState(state()), properties: [{ hotelId: 'A' }] }]])('is damaged as %j', (stored) => {
		expect(readState(stored)).toBe('damaged');
	});

	it('is read as it was stored before properties had what was forgotten of their own', () => {
		const old = { version: 1, account: 'account', seen: [], reads: [], forgottenTo: TODAY - 9, properties: [{ hotelId: 'A', since: 1, comparedOn: textOfDay(TODAY - 1), days: 2 }, { hotelId: 'B', since: 1, comparedOn: null, days: 2 }] };
		const read = readState(old) as WatchState;
		expect([...read.properties.values()].map(({ forgottenTo }) => forgottenTo)).toEqual([TODAY - 4, TODAY - 9]);
	});

	it.each<[string, Partial<WatchedProperty>, number]>([
		['the days that are wanted', {}, TODAY - 2],
		['them also where the last comparison was yesterday', { comparedOn: textOfDay(TODAY - 1) }, TODAY - 2],
		['the day before the last comparison', { comparedOn: textOfDay(TODAY - 5) }, TODAY - 6],
		['what was missing then', { comparedOn: textOfDay(TODAY - 1), openFrom: TODAY - 9 }, TODAY - 9],
	])('asks back for %s', (_what, changes, day) => {
		expect(askedFrom(property(changes), TODAY, 2)).toBe(day);
	});

	it('forgets what no comparison asks for any more, and notes up to which day', () => {
		const kept = state({ seen: new Map([['h/a', TODAY - 5], ['h/b', TODAY - 4], ['h/c', TODAY]]), reads: new Map([['h/c', 1], ['h/d', 2]]), properties: new Map([['H', property()]]) });
		tidy(kept, TODAY, ON);
		expect([[...kept.seen.keys()], [...kept.reads.keys()], kept.properties.get('H')?.forgottenTo]).toEqual([['h/b', 'h/c'], ['h/d'], TODAY - 5]);
	});

	it('keeps what came since the last comparison, unless nothing is compared any more', () => {
		const kept = () => state({ seen: new Map([['h/a', TODAY - 5]]), open: new Map([['h/b', TODAY - 5]]), properties: new Map([['H', property({ comparedOn: textOfDay(TODAY - 5) })]]) });
		const [on, off] = [kept(), kept()];
		tidy(on, TODAY, ON);
		tidy(off, TODAY, { days: 2, isOn: false });
		expect([on, off].map(({ seen, open }) => [seen.size, open.size])).toEqual([[1, 1], [0, 0]]);
	});

	it('keeps so many bookings, the newest, and notes up to which day some may be forgotten', () => {
		const full = state({ seen: new Map(Array.from({ length: MOST_SEEN + 2 }, (_, at) => [`h/${at}_hotel-with-a-name-1`, at < 2 ? TODAY - 1 : TODAY])), properties: new Map([['H', property()]]) });
		tidy(full, TODAY, ON);
		expect([full.seen.size, full.seen.has('h/0_hotel-with-a-name-1'), full.properties.get('H')?.forgottenTo]).toEqual([MOST_SEEN, false, TODAY - 1]);
		expect(JSON.stringify(storedState(full)).length).toBeLessThan(512 * 1024);
	});

	it('finds a missed booking of a small property on a day with very many bookings of others', () => {
		const now = Date.UTC(2027, 0, 12, 12, 0);
		const today = Math.floor(now / DAY_MS);
		const full = state({ properties: new Map([['LARGE-1', property()], ['SMALL-1', property({ since: now - 30 * DAY_MS, comparedOn: '2027-01-11' })]]) });
		full.seen.set('small-1/0_small-1', today - 1);
		for (let at = 0; at <= MOST_SEEN; at += 1) full.seen.set(`large-1/${at}_large-1`, today);
		tidy(full, today, ON);
		expect([full.seen.size, full.seen.has('small-1/0_small-1'), full.properties.get('LARGE-1')?.forgottenTo]).toEqual([MOST_SEEN, true, today]);
		const rows = [{ booking_id: '1_SMALL-1', Booking_date: '2027-01-11 09:00:00' }, { booking_id: '2_SMALL-1', Booking_date: '2027-01-12 08:00:00' }];
		const { missing } = compared(rows, 'SMALL-1', full.properties.get('SMALL-1')!, full, { now, timezone: 'UTC', hour: 3, days: 2 }, new Set());
		expect(missing.map(({ id }) => id)).toEqual(['1_SMALL-1', '2_SMALL-1']);
	});

	it("knows a booking by Su's id, and by the channel's number, in capitals or not", () => {
		expect(bookingKeys('HVIEW-1', { id: 'AB1_HVIEW-1', channel_booking_id: 'AB1' })).toEqual(['hview-1/ab1_hview-1']);
		expect(bookingKeys('HVIEW-1', { id: 'another', channel_booking_id: 'AB1' })).toEqual(['hview-1/another', 'hview-1/ab1_hview-1']);
		expect(bookingKeys('HVIEW-1', {})).toEqual([]);
	});
});
