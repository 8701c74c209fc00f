import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import type { ListSearch } from '../../../engine/listSearch/listSearch';
import { Su } from '../../../nodes/Su/Su.node';
import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import { json, received } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { dayFromNow } from '../../support/services/exampleDays';

const listSearch: Record<string, ListSearch> = new Su().methods.listSearch;
const located = (value: string) => ({ __rl: true, mode: 'list', value, cachedResultName: `Shown ${value}` });
const RATE_PLANS: INodeParameters = { resource: 'channel', operation: 'getRatePlans', hotelId: located('HVIEW-1'), channelId: located('189') };
const UPDATE: INodeParameters = { resource: 'availability', operation: 'update', hotelId: located('HVIEW-1') };

describe('Su on the engine: lists in the panel', () => {
	let sandbox: SuSandbox;

	beforeEach(async () => {
		sandbox = await startSuSandbox();
	});
	afterEach(() => sandbox.close());

	const ask = async (list: string, field: string, parameters: INodeParameters, filter?: string): Promise<INodeListSearchResult> =>
		await listSearch[list]!.call(suEngine(sandbox).loadOptions(parameters, `parameters.${field}`), filter);

	it.each([
		['searchProperties', 'hotelId', 'pine', [{ name: 'Pine Lodge (PINE-2)', value: 'PINE-2' }]],
		['searchRoomTypes', 'roomId', undefined, [{ name: 'Family Suite (FAM-STE)', value: 'FAM-STE' }, { name: 'Superior Double (SUP-DBL)', value: 'SUP-DBL' }]],
		['searchRatePlans', 'ratePlanId', 'flex', [{ name: 'Flexible (FLEX)', value: 'FLEX' }]],
	])('%s offers names and IDs', async (list, field, filter, expected) => {
		expect((await ask(list, field, UPDATE, filter)).results).toEqual(expected);
	});

	it('that stand among the filters of a read know the property as well', async () => {
		const parameters = { resource: 'availability', operation: 'get', hotelId: located('HVIEW-1'), filters: { roomId: located('') } };
		expect((await ask('searchRoomTypes', 'filters.roomId', parameters)).results.map(({ value }) => value)).toEqual(['FAM-STE', 'SUP-DBL']);
	});

	it('of channels and their hotels are made from what is mapped for the property', async () => {
		expect((await ask('searchChannels', 'channelId', RATE_PLANS)).results).toEqual([{ name: 'Agoda (189)', value: '189' }, { name: 'Booking.com (19)', value: '19' }]);
		expect((await ask('searchChannelHotels', 'channelHotelId', RATE_PLANS)).results.map(({ value }) => value)).toEqual(['55010', '55011']);
		expect(received(sandbox, 'listMappings')).toBe(1);
	});

	it('of channels to connect come from the documents, and ask nobody', async () => {
		const connect = { resource: 'channel', operation: 'connect', hotelId: located('HVIEW-1') };
		expect((await ask('searchChannelCodes', 'channelId', connect, 'agoda')).results).toEqual([{ name: 'Agoda (189)', value: '189' }]);
		expect((await ask('searchChannelCodes', 'channelId', connect, '395')).results).toEqual([{ name: 'TravelEssence (395)', value: '395' }]);
		expect(received(sandbox, 'listMappings')).toBe(0);
	});

	it('of channels and their hotels say which field comes first, and what is not connected', async () => {
		const failed = async (list: string, parameters: INodeParameters) => await ask(list, 'channelHotelId', parameters).then(() => undefined, (error: { message: string }) => error.message);
		expect(await failed('searchChannels', { ...RATE_PLANS, hotelId: located('') })).toBe('Choose Property ID first');
		expect(await failed('searchChannelHotels', { ...RATE_PLANS, hotelId: located('') })).toBe('Choose Property ID first');
		expect(await failed('searchChannelHotels', { ...RATE_PLANS, channelId: located('') })).toBe('Choose Channel ID first');
		expect(await failed('searchChannelHotels', { ...RATE_PLANS, channelId: located('9') })).toBe('Property HVIEW-1 is not connected to channel 9');
		expect(await failed('searchChannels', { ...RATE_PLANS, hotelId: located('NOWHERE') })).toMatch(/^No channels of property NOWHERE/);
	});

	it('are found by every name under which a field asks for one', () => {
		const lists = new Su().description.properties.flatMap(({ modes = [] }) => modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []));
		expect([...new Set(lists)].sort()).toEqual(Object.keys(listSearch).sort());
	});

	it('say which field comes first, and what a property lacks', async () => {
		const failed = async (parameters: INodeParameters) => await ask('searchRoomTypes', 'roomId', parameters).then(() => undefined, (error: { message: string; description: string }) => [error.message, error.description]);
		expect(await failed({ ...UPDATE, hotelId: located('') })).toEqual(['Choose Property ID first', expect.any(String)]);
		expect(await failed({ ...UPDATE, hotelId: located('NEW-3') })).toEqual([expect.stringMatching(/^No room types of property NEW-3/), expect.stringContaining('Check Property ID')]);
		expect(received(sandbox, 'updateAvailability')).toBe(0);
	});

	it('give what the node then works with', async () => {
		const parameters = { ...UPDATE, roomId: located('SUP-DBL'), ratePlanId: located('FLEX'), from: dayFromNow(1), to: dayFromNow(2), updateFields: { closed: true }, options: {} };
		const { items, error } = await suEngine(sandbox).run({ items: [{}], parameters });
		expect(error).toBeUndefined();
		expect(json(items)).toMatchObject([{ hotelId: 'HVIEW-1', roomId: 'SUP-DBL', ratePlanId: 'FLEX' }]);
		expect(sandbox.updates()).toMatchObject([{ room: [{ roomid: 'SUP-DBL', date: [{ rate: [{ rateplanid: 'FLEX' }], closed: '1' }] }] }]);
	});
});
