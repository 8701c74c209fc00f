import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import type { ListSearch } from '../../../engine/listSearch/listSearch';
import { Su } from '../../../nodes/Su/Su.node';
import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import { json, received } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { dayFromNow } from '../../support/services/Su.examples';

const listSearch: Record<string, ListSearch> = new Su().methods.listSearch;
const located = (value: string) => ({ __rl: true, mode: 'list', value, cachedResultName: `Shown ${value}` });
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
