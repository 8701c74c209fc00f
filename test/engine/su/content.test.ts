import type { INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { inFreshSandbox } from '../../support/partner/freshSandbox';

describe('Su on the engine: images, users, widgets and cancellations', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	const run = async (resource: string, operation: string, parameters: INodeParameters, items: object[] = [{}]) =>
		await engine.run({ items: items as never, parameters: { resource, operation, hotelId: 'HVIEW-1', options: {}, ...parameters } });
	const images = async () => json((await run('image', 'getAll', { returnAll: true })).items);

	describe('images', () => {
		const POOL = { url: 'https://example.com/pool.jpg', name: 'Pool', pmsImageId: 'pool-2' };

		it('are added, one an item, and assigned', async () => {
			const fields = { url: '={{ "https://example.com/" + $json.id + ".jpg" }}', name: '={{ $json.id }}', pmsImageId: '={{ $json.id }}' };
			const { items, error } = await run('image', 'add', fields, [{ id: 'pool-2' }, { id: 'bar-3' }]);
			expect([error?.message, json(items).map(({ pms_imageid: id, image_url: url }) => [id, url])]).toEqual([undefined, [['pool-2', 'https://example.com/pool-2.jpg'], ['bar-3', 'https://example.com/bar-3.jpg']]]);
			const assigned = await run('image', 'assign', { imageIds: 'pool-2, bar-3', roomId: 'SUP-DBL' });
			expect(json(assigned.items)).toEqual([{ assigned: true, hotelId: 'HVIEW-1', roomId: 'SUP-DBL', imageIds: ['pool-2', 'bar-3'] }]);
			expect((await images()).map(({ is_associate: is }) => is)).toEqual([true, true, true]);
		});

		it('are there once where the answer was lost and the request went out again', async () => {
			sandbox.control.fault({ operationId: 'createImages', kind: 'status', status: 503, when: 'after' });
			const { error } = await run('image', 'add', POOL);
			expect([error?.message, received(sandbox, 'createImages')]).toEqual([undefined, 2]);
			expect((await images()).map(({ image_name: name }) => name)).toEqual(['Lobby', 'Pool']);
		});

		it('are not added without an ID and an address', async () => {
			const { error } = await run('image', 'add', { ...POOL, url: 'pool.jpg', pmsImageId: '={{ "" }}' });
			expect(wordsOf(error)).toMatch(/Image URL: "pool\.jpg" is no web address.*Own Image ID: must not be empty.*Nothing was sent/);
			expect(received(sandbox, 'createImages')).toBe(0);
		});
	});

	describe('a user', () => {
		const MAI = { name: 'Mai', email: 'mai@example.com', countryCode: '+84', phoneNumber: '242 123', status: 'Active', type: 'Global', propertyIds: 'HVIEW-1' };

		it('is created, and changed under the same address', async () => {
			expect(json((await run('user', 'upsert', MAI)).items)).toEqual([{ saved: true, email: 'mai@example.com', status: 'Active', type: 'Global' }]);
			await run('user', 'upsert', { ...MAI, status: 'Inactive' });
			expect(sandbox.users()).toMatchObject([{ Email: 'mai@example.com', Status: 'Inactive', Phone: { PhoneNumber: '242123' }, Properties: ['HVIEW-1'] }]);
		});

		it('is not created for a property that is not there: the advice names the field', async () => {
			const { error } = await run('user', 'upsert', { ...MAI, propertyIds: 'NOWHERE' });
			expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringMatching(/Correct Property IDs/)]);
		});
	});

	it('a token of a widget comes for the property', async () => {
		const { items, error } = await run('widget', 'getToken', {});
		expect(error).toBeUndefined();
		expect(json(items)).toEqual([expect.objectContaining({ token_id: expect.any(String) as string, proppmsid: expect.any(String) as string })]);
		const unknown = await run('widget', 'getToken', { hotelId: 'NOWHERE' });
		expect([kindOf(unknown.error), wordsOf(unknown.error)]).toEqual(['notFound', expect.stringMatching(/Check Property ID/)]);
	});

	describe('the options of a cancellation', () => {
		const read = async (channelBookingId: string, items?: object[]) => await run('reservation', 'getCancellationOptions', { channelBookingId }, items);

		it('are read for items that ask for the same in one request', async () => {
			expect(json((await read('HMABC12345', [{}, {}])).items)).toEqual([{ status: 'accept', options: [], panelty: '' }, { status: 'accept', options: [], panelty: '' }]);
			expect(received(sandbox, 'getCancellationOptions')).toBe(1);
			expect(json((await read('HMXYZ67890')).items)).toEqual([{ status: 'cancelled_by_host', message: 'Already cancelled by host' }]);
		});

		it('of a booking that cannot be cancelled are a failure in the words of Su', async () => {
			const { error } = await read('HM1');
			expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringMatching(/Reservation is not active/)]);
		});
	});
});
