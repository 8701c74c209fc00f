import type { IDataObject } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { dayFromNow } from '../../support/services/exampleDays';

describe('Su on the engine: fields of an update as people fill them', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	beforeEach(async () => {
		sandbox = await startSuSandbox();
		engine = suEngine(sandbox);
	});
	afterEach(() => sandbox.close());

	const run = async (cell: unknown, updateFields: IDataObject, changes: IDataObject = {}) =>
		await engine.run({
			items: [{ cell } as IDataObject],
			parameters: {
				resource: 'availability', operation: 'update', hotelId: 'HVIEW-1', roomId: 'SUP-DBL', ratePlanId: 'FLEX',
				from: dayFromNow(3), to: dayFromNow(3), updateFields, options: {}, ...changes,
			} as never,
		});
	const price = { prices: { price: [{ numberOfGuests: 2, value: '={{ $json.cell }}' }] } };
	const pricesSent = () => sandbox.updates().flatMap(({ room }) => room.flatMap(({ date }) => date.flatMap((each) => each.price?.map(({ value }) => value) ?? [])));

	it.each<[unknown]>([[null], [undefined], [''], ['  ']])('stops where rooms to sell come as %p beside another field, and names it', async (cell) => {
		const { error } = await run(cell, { roomsToSell: '={{ $json.cell }}', minimumStay: 2 });
		expect(kindOf(error)).toBe('validation');
		expect(wordsOf(error)).toContain('1 field needs attention. Rooms to Sell: was added and comes to nothing');
		expect(wordsOf(error)).toContain('remove the field to leave it as it is');
		expect(received(sandbox, 'updateAvailability')).toBe(0);
	});

	it('tells the empty field, and not that nothing is set, where it is the only one', async () => {
		const { error } = await run(null, { roomsToSell: '={{ $json.cell }}' });
		expect(wordsOf(error)).toContain('1 field needs attention. Rooms to Sell: ');
	});

	it.each([['={{ 0.1 + 0.2 }}', '0.3'], ['={{ 100 * 1.1 }}', '110'], ['={{ 145.5 }}', '145.5'], ['145.50', '145.5']])('sends the price %s as %s', async (value, sent) => {
		const { error } = await run(1, { prices: { price: [{ numberOfGuests: 2, value }] }, extraAdultRate: value });
		expect(error).toBeUndefined();
		expect(pricesSent()).toEqual([sent]);
	});

	it.each<[unknown, string]>([
		['145,50', 'Prices 1: Price: "145,50" looks like a decimal comma. Write 145.50, with a point'],
		[145.504, 'Prices 1: Price: 145.504 has more digits after the point'],
		[1e-7, 'more digits after the point'],
		[0, 'Prices 1: Price: must not be 0: add the option Allow Price 0 if it is meant'],
		[-1, 'Prices 1: Price: -1 is below 0'],
		['1,450.00', 'separators between its thousands'],
	])('refuses the price %p, once', async (cell, words) => {
		const { error } = await run(cell, price);
		expect(wordsOf(error)).toContain('1 field needs attention. ');
		expect(wordsOf(error)).toContain(words);
		expect(received(sandbox, 'updateAvailability')).toBe(0);
	});

	it('sends a price of 0 where a person has switched that on', async () => {
		const { error } = await run(0, price, { options: { allowZeroPrice: true } });
		expect(error).toBeUndefined();
		expect(pricesSent()).toEqual(['0']);
	});

	it.each<[string, unknown, string]>([
		['from', 46_086, "First Day: 46086 looks like a spreadsheet's day number: 2026-03-05"],
		['from', '2020-01-01', 'First Day: 2020-01-01 lies in the past'],
		['to', dayFromNow(2), `Last Day: ${dayFromNow(2)} must not be before First Day`],
	])('refuses %s %p', async (name, cell, words) => {
		const { error } = await run(cell, { roomsToSell: 1 }, { [name]: '={{ $json.cell }}' });
		expect(wordsOf(error)).toContain('1 field needs attention');
		expect(wordsOf(error)).toContain(words);
		expect(received(sandbox, 'updateAvailability')).toBe(0);
	});
});
