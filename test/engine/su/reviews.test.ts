import type { INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { inFreshSandbox } from '../../support/partner/freshSandbox';

describe('Su on the engine: reviews', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	const read = async (parameters: INodeParameters, items = [{}]) => await engine.run({ items, parameters: { resource: 'review', operation: 'getAll', hotelId: 'HVIEW-1', options: {}, ...parameters } });

	it('are read to the last page, and no further than the limit', async () => {
		sandbox.control.change({ reviewPageLimit: 1 });
		const all = await read({ returnAll: true });
		expect([all.error?.message, json(all.items).map(({ guest_name }) => guest_name)]).toEqual([undefined, ['Aiko Tanaka', 'Jonas Weber', 'Mai Nguyen']]);
		expect(received(sandbox, 'listReviews')).toBe(3);
		expect((await read({ limit: 2 })).items).toHaveLength(2);
		expect(received(sandbox, 'listReviews')).toBe(5);
	});

	it('that several items ask for are read once, and each item has its own', async () => {
		sandbox.control.change({ reviewPageLimit: 2 });
		const { items } = await read({ returnAll: true, simplify: false }, [{}, {}]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 0, 1, 1, 1].map((item) => ({ item })));
		expect(items[0]?.json.guest_info).not.toBe(items[3]?.json.guest_info);
		expect(received(sandbox, 'listReviews')).toBe(2);
	});

	it('of a page that fails once are read again', async () => {
		sandbox.control.fault({ operationId: 'listReviews', kind: 'status', status: 503, when: 'before', times: 1 });
		expect(json((await read({ returnAll: true })).items)).toHaveLength(3);
	});

	it.each([
		[{ Status: 'Success', Data: { reviews: [], Status: 'Error', Message: 'Database timeout' } }, 'brokenAnswer', /empty list.*Database timeout/],
		[{ Status: 'Success', Data: {} }, 'brokenAnswer', /a list under "Data\.reviews"/],
		[{ Status: 'Success', Data: { reviews: [{}], next_page: 'again' } }, 'brokenAnswer', /page "again" twice/],
		[{ Status: 'Fail', Errors: { Code: '947', ShortText: 'Property is inactive' } }, 'conflict', /Property: Activate/],
	])('are a failure where Su answers %j', async (body, kind, words) => {
		sandbox.control.fault({ operationId: 'listReviews', kind: 'answer', body, times: 0 });
		const { error, items } = await read({ returnAll: true });
		expect([items, kindOf(error), wordsOf(error)]).toEqual([[], kind, expect.stringMatching(words)]);
	});

	it('of a property that is not there are a notFound', async () => {
		const { error } = await read({ hotelId: 'NOWHERE' });
		expect([kindOf(error), wordsOf(error)]).toEqual(['notFound', expect.stringMatching(/Check Property ID/)]);
	});
});
