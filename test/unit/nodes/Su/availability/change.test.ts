import { daysOf, readChange, undoes, type Change } from '../../../../../nodes/Su/availability/change';
import { panelOf } from '../../../../support/panels/panelOf';
import { failureOf, fieldsOf, RUN } from '../../../../support/panels/pure';

const WHERE = { hotelId: 'HVIEW-1', roomId: 'SUP-DBL', ratePlanId: 'FLEX', from: '2026-12-01', to: '2026-12-31' };

function read(changes: Record<string, unknown> = {}): Change {
	return readChange(panelOf({ ...WHERE, updateFields: { roomsToSell: 4 }, ...changes }), RUN);
}

function days(updateFields: Record<string, unknown>) {
	return daysOf(read({ updateFields }));
}

const RANGE = { from: '2026-12-01', to: '2026-12-31' };
const RATE = { ...RANGE, rate: [{ rateplanid: 'FLEX' }] };

describe('an update of rates and availability', () => {
	it.each([
		['rooms to sell, which need no rate plan', { roomsToSell: 0 }, [{ ...RANGE, roomstosell: '0' }]],
		['prices', { prices: { price: [{ numberOfGuests: 1, value: 100 }, { numberOfGuests: '2', value: '145.50' }] } }, [{ ...RATE, price: [{ NumberOfGuests: '1', value: '100' }, { NumberOfGuests: '2', value: '145.5' }] }]],
		['a stop sell', { closed: true }, [{ ...RATE, closed: '1' }]],
		['the end of one, as a spreadsheet writes it', { closed: 'FALSE' }, [{ ...RATE, closed: '0' }]],
		['stays and days of arrival', { minimumStay: 2, maximumStay: 14, closedOnArrival: true, closedOnDeparture: 0 }, [{ ...RATE, minimumstay: '2', maximumstay: '14', closedonarrival: '1', closedondeparture: '0' }]],
		['all else', { minimumStayThrough: 1, maximumStayThrough: 3, extraAdultRate: 20.5, extraChildRate: 0.1 + 0.2, minimumAdvanceReservation: 0, maximumAdvanceReservation: 8640 }, [{ ...RATE, minimumstaythrough: '1', maximumstaythrough: '3', extraadultrate: '20.5', extrachildrate: '0.3', minimumadvancereservation: '0', maximumadvancereservation: '8640' }]],
		['rooms and prices in an entry each', { roomsToSell: 4, closed: false }, [{ ...RANGE, roomstosell: '4' }, { ...RATE, closed: '0' }]],
	])('sets %s', (_what, updateFields, expected) => {
		expect(days(updateFields)).toEqual(expected);
	});

	it('needs no rate plan for rooms to sell', () => {
		expect(daysOf(read({ ratePlanId: '' }))).toEqual([{ ...RANGE, roomstosell: '4' }]);
	});

	it.each([
		['nothing to set', { updateFields: {} }, ['Update Fields']],
		['prices that are an empty table', { updateFields: { prices: { price: [] } } }, ['Update Fields']],
		['a price without a rate plan', { ratePlanId: '', updateFields: { prices: { price: [{ numberOfGuests: 2, value: 1 }] } } }, ['Rate Plan ID']],
		['a stop sell without a rate plan', { ratePlanId: '', updateFields: { closed: true } }, ['Rate Plan ID']],
		['days in the wrong order', { from: '2026-12-31', to: '2026-12-01' }, ['Last Day']],
		['no days', { from: '', to: '' }, ['First Day', 'Last Day']],
		['rooms that are no number', { updateFields: { roomsToSell: 'four' } }, ['Rooms to Sell']],
		['fewer rooms than none', { updateFields: { roomsToSell: -1 } }, ['Rooms to Sell']],
		['half a room', { updateFields: { roomsToSell: 1.5 } }, ['Rooms to Sell']],
		['a yes or no that is neither', { updateFields: { closed: 'maybe' } }, ['Closed']],
		['a longest stay below the shortest', { updateFields: { minimumStay: 3, maximumStay: 2 } }, ['Maximum Stay']],
		['too many hours', { updateFields: { minimumAdvanceReservation: 8641 } }, ['Minimum Advance Reservation']],
		['a price of nothing', { updateFields: { prices: { price: [{ numberOfGuests: 2, value: '' }] } } }, ['Prices 1: Price']],
		['a price below nothing', { updateFields: { prices: { price: [{ numberOfGuests: 2, value: 1 }, { numberOfGuests: 3, value: -1 }] } } }, ['Prices 2: Price']],
		['prices for 31 guests', { updateFields: { prices: { price: [{ numberOfGuests: 31, value: 1 }] } } }, ['Prices 1: Number of Guests']],
		['two prices for as many guests', { updateFields: { prices: { price: [{ numberOfGuests: 2, value: 1 }, { numberOfGuests: 2, value: 3 }] } } }, ['Prices 2: Number of Guests']],
	])('is refused for %s', (_what, changes, fields) => {
		expect(new Set(fieldsOf(failureOf(() => read(changes))))).toEqual(new Set(fields));
	});

	it('reaches 730 days ahead, and no further', () => {
		// Where today begins first it is the second of March.
		const run = { timezone: 'UTC', now: new Date('2026-03-01T12:00:00Z') };
		const until = (to: string) => readChange(panelOf({ ...WHERE, from: '2026-03-05', to, updateFields: { roomsToSell: 0 } }), run);
		expect(until('2028-03-01').to).toBe('2028-03-01');
		expect(failureOf(() => until('2028-03-02')).message).toContain('Last Day: must be at most 2028-03-01: Su takes 730 days ahead');
	});

	it('closes tonight in Los Angeles, where it is tomorrow already for the clock of the workflow', () => {
		const run = { timezone: 'America/New_York', now: new Date('2026-11-29T06:30:00Z') };
		const closing = (day: string) => readChange(panelOf({ ...WHERE, from: day, to: day, updateFields: { roomsToSell: 0 } }), run);
		expect(closing('2026-11-28')).toMatchObject({ from: '2026-11-28', to: '2026-11-28', roomsToSell: '0' });
		expect(fieldsOf(failureOf(() => closing('2026-11-27')))).toEqual(['First Day', 'Last Day']);
	});

	it('names all that is wrong at once', () => {
		const failure = failureOf(() => read({ hotelId: '', roomId: '', from: 'soon', updateFields: { closed: 'x', roomsToSell: 'y' } }));
		expect(fieldsOf(failure)).toEqual(['Property ID', 'Room Type ID', 'First Day', 'Rooms to Sell', 'Closed']);
		expect(failure.details.advice).toContain('Nothing was sent');
	});
});

describe('an earlier update that is carried out after a later one', () => {
	const later = { updateFields: { roomsToSell: 0, closed: true, minimumStay: 2 } };

	it.each<[what: string, earlier: Record<string, unknown>, isUndone: boolean]>([
		['other rooms to sell', { updateFields: { roomsToSell: 5 } }, true],
		['other rooms to sell of the last day', { from: '2026-11-01', to: '2026-12-01', updateFields: { roomsToSell: 5 } }, true],
		['a room that is open', { updateFields: { closed: false } }, true],
		['the same', later, false],
		['what the later one leaves as it is', { updateFields: { maximumStay: 7 } }, false],
		['days before it', { from: '2026-11-01', to: '2026-11-30', updateFields: { roomsToSell: 5 } }, false],
		['another room type', { roomId: 'FAM-STE', updateFields: { roomsToSell: 5 } }, false],
		['another property', { hotelId: 'PINE-2', updateFields: { roomsToSell: 5 } }, false],
		['another rate plan', { ratePlanId: 'NONREF', updateFields: { closed: false } }, false],
	])('that sets %s: undoes it, %s', (_what, earlier, isUndone) => {
		expect(undoes(read(earlier), read(later))).toBe(isUndone);
	});
});
