import type { INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { inFreshSandbox } from '../../support/partner/freshSandbox';

describe('Su on the engine: states', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	const run = async (resource: string, operation: string, parameters: INodeParameters) => await engine.run({ items: [{}], parameters: { resource, operation, options: {}, ...parameters } });
	const statesOf = async (resource: string, parameters: INodeParameters = {}) => json((await run(resource, 'getAll', { ...parameters, returnAll: true })).items).map(({ status }) => status);

	it.each(['is_active', 'is_activate'] as const)('of a property change, whether Su reads %s or the other name', async (propertyStateName) => {
		sandbox.control.change({ propertyStateName });
		const off = await run('property', 'deactivate', { hotelId: 'NEW-3', confirmHotelId: 'NEW-3' });
		expect([off.error?.message, json(off.items)]).toEqual([undefined, [{ deactivated: true, hotelId: 'NEW-3' }]]);
		expect(await statesOf('property')).toEqual(['Active', 'Active', 'Deactivated']);
		const on = await run('property', 'activate', { hotelId: 'NEW-3' });
		expect(json(on.items)).toEqual([{ activated: true, hotelId: 'NEW-3' }]);
		expect(await statesOf('property')).toEqual(['Active', 'Active', 'Active']);
	});

	it('of a property with channels change by force alone, and the advice says what that does', async () => {
		const off = async (options: INodeParameters) => await run('property', 'deactivate', { hotelId: 'HVIEW-1', confirmHotelId: 'HVIEW-1', options });
		const { error } = await off({});
		expect([kindOf(error), wordsOf(error)]).toEqual(['conflict', expect.stringMatching(/Channels.*Force Deactivation under Options: it switches off every channel password/)]);
		expect(await statesOf('property')).toEqual(['Active', 'Active', 'Active']);
		expect((await off({ forceDeactivation: true })).error).toBeUndefined();
		expect(await statesOf('property')).toEqual(['Deactivated', 'Active', 'Active']);
	});

	it('are left alone where the property is not named twice', async () => {
		const { error } = await run('property', 'deactivate', { hotelId: 'NEW-3', confirmHotelId: 'PINE-2' });
		expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringMatching(/Property ID Once More: must be the same as Property ID \(NEW-3\).*Nothing was sent/)]);
		expect(received(sandbox, 'togglePropertyStatus')).toBe(0);
	});

	it('of room types and rate plans change', async () => {
		expect(json((await run('roomType', 'deactivate', { hotelId: 'HVIEW-1', roomId: 'FAM-STE' })).items)).toEqual([{ deactivated: true, hotelId: 'HVIEW-1', roomId: 'FAM-STE' }]);
		expect(await statesOf('roomType', { hotelId: 'HVIEW-1' })).toEqual(['Active', 'Deactivated']);
		await run('roomType', 'activate', { hotelId: 'HVIEW-1', roomId: 'FAM-STE' });
		expect(await statesOf('roomType', { hotelId: 'HVIEW-1' })).toEqual(['Active', 'Active']);
		expect(json((await run('ratePlan', 'activate', { hotelId: 'PINE-2', ratePlanId: 'WEEKLY' })).items)).toEqual([{ activated: true, hotelId: 'PINE-2', ratePlanId: 'WEEKLY' }]);
		expect(await statesOf('ratePlan', { hotelId: 'PINE-2' })).toEqual(['Active', 'Active']);
	});

	it.each<[resource: string, parameters: INodeParameters, words: RegExp]>([
		['roomType', { hotelId: 'HVIEW-1', roomId: 'NO-SUCH' }, /Room does not Exists.*Check Room Type ID/],
		['ratePlan', { hotelId: 'PINE-2', ratePlanId: 'NO-SUCH' }, /Rate with id NO-SUCH not exists.*Check Rate Plan ID/],
		['roomType', { hotelId: 'NOWHERE', roomId: 'SUP-DBL' }, /Invalid HotelCode \(NOWHERE\).*Check Property ID/],
		['property', { hotelId: 'NOWHERE' }, /Invalid HotelCode \(NOWHERE\).*Check Property ID/],
	])('of what Su does not know are a notFound: %s %j', async (resource, parameters, words) => {
		const { error } = await run(resource, 'activate', parameters);
		expect([kindOf(error), wordsOf(error)]).toEqual(['notFound', expect.stringMatching(words)]);
	});

	it('are sent again where Su was down: once is as good as twice', async () => {
		sandbox.control.fault({ operationId: 'changeRoomTypes', kind: 'status', status: 503, when: 'after' });
		const { error, items } = await run('roomType', 'deactivate', { hotelId: 'HVIEW-1', roomId: 'SUP-DBL' });
		expect([error?.message, items.length, received(sandbox, 'changeRoomTypes')]).toEqual([undefined, 1, 2]);
	});
});
