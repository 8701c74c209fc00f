import { daysAfter } from '../../../../../engine/calendar';
import { channelRateOf, readChannelChange, undoesAtChannel, type ChannelChange } from '../../../../../nodes/Su/availability/channelChange';
import { panelOf } from '../../../../support/panels/panelOf';
import { failureOf, fieldsOf, RUN } from '../../../../support/panels/pure';

/** For RUN it is this day on Kiritimati, where it has come furthest. */
const TODAY = '2026-03-02';
const WHERE = { hotelId: 'HVIEW-1', roomId: 'SUP-DBL', ratePlanId: 'FLEX', channelId: '19', from: '2026-12-24', to: '2026-12-24', roomsToSell: 2 };

function read(changes: Record<string, unknown> = {}): ChannelChange {
	return readChannelChange(panelOf({ ...WHERE, ...changes }), RUN);
}

function failed(changes: Record<string, unknown>) {
	return failureOf(() => read(changes));
}

describe('an update for a channel', () => {
	it('says numbers as numbers, and nothing that was not set', () => {
		expect(channelRateOf(read())).toEqual({ value: '2026-12-24', rate_id: 'FLEX', channel_id: 19, roomstosell: 2 });
		const updateFields = {
			closed: true, closedOnArrival: false, closedOnDeparture: '1', extraAdultRate: '20.50', extraChildRate: 0.1 + 0.2, minimumStay: 2, maximumStay: 14,
			prices: { price: [{ numberOfGuests: 2, value: '145.50' }] },
		};
		expect(channelRateOf(read({ updateFields, roomsToSell: 0, options: { channelConnectionId: '523654' } }))).toEqual({
			value: '2026-12-24', rate_id: 'FLEX', channel_id: 19, channel_connection_id: '523654', roomstosell: 0, closed: 1, closedonarrival: 0, closedondeparture: 1, extraadultrate: 20.5,
			extrachildrate: 0.3, minimumstay: 2, maximumstay: 14, prices: [{ number_of_guest: 2, value: 145.5 }],
		});
	});

	it.each([
		['a single day goes out as itself', {}, { value: '2026-12-24' }],
		['and stays so where Su counts the last day', { options: { lastDayCounted: true } }, { value: '2026-12-24' }],
		['the day after the last one ends a range, as Su does not count it', { to: '2026-12-31' }, { from: '2026-12-24', to: '2027-01-01' }],
		['a range ends with its last day where Su counts it', { to: '2026-12-31', options: { lastDayCounted: true } }, { from: '2026-12-24', to: '2026-12-31' }],
		['a single day that is too far ahead for itself goes out as a range', { from: daysAfter(TODAY, 501), to: daysAfter(TODAY, 501) }, { from: daysAfter(TODAY, 501), to: daysAfter(TODAY, 502) }],
		['a day 500 days ahead is not', { from: daysAfter(TODAY, 500), to: daysAfter(TODAY, 500) }, { value: daysAfter(TODAY, 500) }],
		['a range may reach 730 days ahead', { to: daysAfter(TODAY, 729) }, { from: '2026-12-24', to: daysAfter(TODAY, 730) }],
	])('%s', (_what, changes, days) => {
		expect(read(changes).days).toEqual(days);
	});

	it.each([
		['nothing', { hotelId: '', roomId: '', ratePlanId: '', channelId: '', from: '', to: '', roomsToSell: '' }, ['Property ID', 'Room Type ID', 'Rate Plan ID', 'Channel ID', 'First Day', 'Last Day', 'Rooms to Sell']],
		['a channel by its name', { channelId: 'Booking.com' }, ['Channel ID']],
		['days in the wrong order', { to: '2026-12-23' }, ['Last Day']],
		['days that are over', { from: '2026-02-28' }, ['First Day']],
		['a price that is none', { updateFields: { prices: { price: [{ numberOfGuests: 2, value: 'x' }] } } }, ['Prices 1: Price']],
		['a price of 0', { updateFields: { extraAdultRate: 0 } }, ['Extra Adult Rate']],
		['switches that are neither on nor off', { options: { lastDayCounted: 'maybe', checkIds: 'maybe', allowZeroPrice: 'maybe' } }, ['Su Counts the Last Day', 'Allow Price 0', 'Check IDs First']],
	])('is refused for %s', (_what, changes, fields) => {
		expect(fieldsOf(failed(changes))).toEqual(fields);
	});

	it('is refused for days that Su does not take, with the last one that it does', () => {
		expect(failed({ to: daysAfter(TODAY, 730) }).message).toContain(`Last Day: must be at most ${daysAfter(TODAY, 729)}: Su takes 730 days ahead`);
		expect(failed({ to: daysAfter(TODAY, 731), options: { lastDayCounted: true } }).message).toContain(`must be at most ${daysAfter(TODAY, 730)}`);
	});

	it.each<[what: string, isUndone: boolean, earlier: Record<string, unknown>]>([
		['other rooms', true, { roomsToSell: 5 }],
		['the same', false, {}],
		['another value of a field', true, { updateFields: { closed: false } }],
		['what the later one leaves out', false, { updateFields: { closed: true, minimumStay: 3 } }],
		['other rooms on other days', false, { roomsToSell: 5, from: '2026-12-23', to: '2026-12-23' }],
		['other rooms at another channel', false, { roomsToSell: 5, channelId: 189 }],
		['other rooms at another connection', false, { roomsToSell: 5, options: { channelConnectionId: '1' } }],
		['other rooms of another rate plan', false, { roomsToSell: 5, ratePlanId: 'NONREF' }],
	])('that is carried out late and sets %s, undoes a later one: %s', (_what, isUndone, earlier) => {
		expect(undoesAtChannel(read(earlier), read({ updateFields: { closed: true } }))).toBe(isUndone);
	});
});
