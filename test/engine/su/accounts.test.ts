import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import { errorWordsOf, json, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { dayFromNow } from '../../support/services/exampleDays';

/** A credential whose fields come from the item: each item names the account it goes out with. */
describe('Su on the engine: a credential with expressions that depend on the item', () => {
	let first: SuSandbox;
	let second: SuSandbox;

	beforeEach(async () => {
		[first, second] = [await startSuSandbox(), await startSuSandbox()];
	});
	afterEach(async () => {
		await first.close();
		await second.close();
	});

	const engine = () => suEngine(first, { baseUrl: '={{ $json.at }}' });
	const at = ({ url }: SuSandbox, changes: IDataObject = {}): IDataObject => ({ at: url, ...changes });
	const update: INodeParameters = {
		resource: 'availability', operation: 'update', hotelId: 'HVIEW-1', roomId: 'SUP-DBL', from: dayFromNow(1), to: dayFromNow(1), updateFields: { roomsToSell: '={{ $json.rooms }}' }, options: {},
	};

	it('sends each read with the credential of its item, and puts the results out in the order of the items', async () => {
		const items = [first, second, first, second].map((sandbox) => at(sandbox));
		const { items: out, error } = await engine().run({ items, parameters: { resource: 'roomType', operation: 'getAll', hotelId: 'HVIEW-1', limit: 1, options: {} } });
		expect(error).toBeUndefined();
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 3 }]);
		// Items of one account share what they ask for, and those of two never do.
		expect([first, second].map((sandbox) => [received(sandbox, 'listRoomTypes'), received(sandbox, 'getToken')])).toEqual([[1, 1], [1, 1]]);
	});

	it('mixes no accounts in a request for many items', async () => {
		const items = [at(first, { rooms: 1 }), at(second, { rooms: 2 }), at(first, { rooms: 3 }), at(second, { rooms: 4 })];
		const { error } = await engine().run({ items, parameters: update });
		expect(error).toBeUndefined();
		const rooms = (sandbox: SuSandbox) => sandbox.updates().flatMap(({ room }) => room.flatMap(({ date }) => date.map(({ roomstosell }) => Number(roomstosell))));
		expect([rooms(first), rooms(second)]).toEqual([[1, 3], [2, 4]]);
	});

	it('does not say that nothing was sent where it stops at the second credential, and the rooms of the first are set', async () => {
		const items = [at(first, { rooms: 0 }), at(second, { rooms: 0, roomId: 'NO-SUCH' })];
		const { error } = await engine().run({ items, parameters: { ...update, roomId: '={{ $json.roomId ?? "SUP-DBL" }}' } });
		expect([error?.context.itemIndex, first.updates().length, second.updates().length]).toEqual([1, 1, 0]);
		expect(wordsOf(error)).toMatch(/Nothing was sent for this item\. Done before with other credentials: item 1\./);
	});

	it('tells of an item whose credential cannot be resolved, and sends the others', async () => {
		const { items: out } = await engine().run({ items: [at(first, { rooms: 1 }), { rooms: 2 }], parameters: update, settings: { onError: 'continueRegularOutput' } });
		expect(json(out)[0]).toMatchObject({ hotelId: 'HVIEW-1', roomId: 'SUP-DBL' });
		expect(errorWordsOf(out[1])).toContain('The credential has no valid base URL');
		expect([first.updates().length, second.updates().length]).toEqual([1, 0]);
	});
});
