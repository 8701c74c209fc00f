import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { detailsOf, json } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { inFreshSandbox } from '../../support/partner/freshSandbox';
import { EXAMPLES } from '../../support/services/Su.examples';

describe('Su on the engine: of several items about one thing the last one counts', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	const run = async (name: string, items: IDataObject[], changes: INodeParameters = {}, onError?: 'continueRegularOutput') => {
		const [resource, operation] = name.split('.');
		return await engine.run({ items, parameters: { resource, operation, options: {}, ...EXAMPLES[name], ...changes } as INodeParameters, settings: onError ? { onError } : {} });
	};
	/** The first request takes longer than the second one. */
	const slowFirst = (operationId: string) => sandbox.control.fault({ operationId, kind: 'latency', ms: 1_000 } as Parameters<typeof sandbox.control.fault>[0]);
	const STATES = [{ status: 'Active' }, { status: 'Inactive' }];

	it('a user is as the last item has it', async () => {
		slowFirst('saveUser');
		const { items, error } = await run('user.upsert', STATES, { status: '={{ $json.status }}' });
		expect([error?.message, json(items).map(({ status }) => status)]).toEqual([undefined, ['Active', 'Inactive']]);
		expect(JSON.stringify(sandbox.users())).toContain('Inactive');
	});

	it('a channel is connected as the last item has it', async () => {
		slowFirst('setUpChannel');
		const { items, error } = await run('channel.connect', STATES, { channelId: '189', channelHotelId: '55010', status: '={{ $json.status }}', hotelId: 'HVIEW-1', defaultMultiplier: 1, defaultSurcharge: 0 });
		expect([error?.message, json(items).map(({ status }) => status)]).toEqual([undefined, ['Active', 'Inactive']]);
		const shown = json((await run('channel.getMappings', [{}], { hotelId: 'HVIEW-1', channelId: '189' })).items);
		expect(shown.find(({ ChannelHotelID }) => ChannelHotelID === '55010')?.Status).toBe('Inactive');
	});

	it('a rate plan is mapped as the last item has it', async () => {
		slowFirst('mapChannelRatePlan');
		const { items, error } = await run('channel.mapRatePlan', [{ by: 1.1 }, { by: 1.2 }], { pricing: { price: [{ numberOfGuests: 2, multiplier: '={{ $json.by }}', surcharge: 0 }] } });
		expect([error?.message, json(items)[1]?.verified]).toEqual([undefined, true]);
	});

	it('a room type whose update may be undone by a try that was given up is told as not known', async () => {
		sandbox.control.fault({ operationId: 'changeRoomTypes', kind: 'silence', times: 1 });
		const { items, error } = await run('roomType.update', [{ rate: '160' }, { rate: '170' }], { roomRate: '={{ $json.rate }}', options: { timeoutMs: 300 } }, 'continueRegularOutput');
		expect([error?.message, items.map((item) => detailsOf(item)?.kind)]).toEqual([undefined, [undefined, 'unknownOutcome']]);
	});
});
