import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import { everythingStored, type Engine } from '../../support/n8nEngine/n8nEngine';
import { detailsOf, json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { EXAMPLE_MESSAGE } from '../../support/services/Su.examples';
import { inFreshSandbox } from '../../support/partner/freshSandbox';
import { suBooking } from '../../support/webhook/suBodies';

function parameters(operation: string, changes: INodeParameters = {}): INodeParameters {
	return { resource: 'reservation', operation, hotelId: 'HVIEW-1', options: {}, ...changes };
}

describe('Su on the engine: reservations', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	const getNew = async (changes: INodeParameters = {}) => await engine.run({ items: [{}], parameters: parameters('getNew', changes) });
	const acknowledge = async (ids: readonly unknown[], onError?: 'continueRegularOutput', hotelId = 'HVIEW-1') =>
		await engine.run({
			items: ids.map((id) => ({ id }) as never),
			parameters: parameters('acknowledge', { hotelId, reservationNotifId: '={{ $json.id }}' }),
			settings: onError ? { onError } : {},
		});

	it('come one item each, and come again until they are acknowledged', async () => {
		const first = json((await getNew()).items);
		expect(first.map(({ id, status }) => [id, status])).toEqual([
			['5544330001_HVIEW-1', 'new'], ['5544330001_HVIEW-1', 'modified'], ['5544330002_HVIEW-1', 'new'], ['5544330002_HVIEW-1', 'cancelled'],
		]);
		expect(json((await getNew()).items)).toEqual(first);
		const { items } = await acknowledge(first.map((row) => row.reservation_notif_id));
		expect(json(items)).toEqual(first.map((row) => ({ acknowledged: true, reservationNotifId: row.reservation_notif_id, hotelId: 'HVIEW-1' })));
		expect(received(sandbox, 'acknowledgeReservations')).toBe(1);
		const empty = await getNew();
		expect([empty.error, empty.items]).toEqual([undefined, []]);
	});

	it('are ten at a time: reading, storing and acknowledging goes on until none is left', async () => {
		const seen: unknown[] = [];
		for (let round = 0; round < 3; round += 1) {
			const ids = json((await getNew({ hotelId: 'PINE-2' })).items).map((row) => row.reservation_notif_id);
			seen.push(...ids);
			if (ids.length > 0) await acknowledge(ids, undefined, 'PINE-2');
		}
		expect([seen.length, new Set(seen).size]).toEqual([11, 11]);
		expect(received(sandbox, 'acknowledgeReservations')).toBe(2);
	});

	it('that are not in the queue are named, and the others acknowledged', async () => {
		const result = await acknowledge([EXAMPLE_MESSAGE, '1', '177251666900249000943'], 'continueRegularOutput');
		expect(result.items.map((item) => detailsOf(item)?.kind)).toEqual([undefined, 'notFound', undefined]);
		expect(sandbox.waiting()).not.toContain(EXAMPLE_MESSAGE);
		const { error } = await acknowledge([EXAMPLE_MESSAGE]);
		expect([kindOf(error), wordsOf(error)]).toEqual(['notFound', expect.stringMatching(/Reservation Not Found.*acknowledged before.*Reservation: Get Many/)]);
	});

	it.each(['getNew', 'get'])('leave nothing of the card in what %s stores, unless it is asked for', async (operation) => {
		const run = async (options: INodeParameters, simplify: boolean) => {
			const result = await engine.run({ items: [{}], parameters: parameters(operation, { bookingId: '5544330001_HVIEW-1', simplify, options }) });
			expect(result.error).toBeUndefined();
			return everythingStored(result.run);
		};
		for (const stored of [await run({}, false), await run({}, true), await run({ includeCardData: true }, true)]) {
			expect(stored).toContain('5544330001');
			expect(stored).not.toMatch(/4111111111111111|cc_/);
		}
		expect(await run({ includeCardData: true }, false)).toContain('4111111111111111');
	});

	it('can be read again five times', async () => {
		const get = async () => await engine.run({ items: [{}], parameters: parameters('get', { bookingId: '5544330001_HVIEW-1' }) });
		for (let time = 0; time < 5; time += 1) expect(json((await get()).items)).toMatchObject([{ status: 'modified', arrival_date: '2027-02-11', departure_date: '2027-02-15', guest_name: 'Mai Nguyen' }]);
		const { error } = await get();
		expect([kindOf(error), wordsOf(error)]).toEqual(['notFound', expect.stringMatching(/five times at most, and 5544330001_HVIEW-1/)]);
	});

	it.each<[string, IDataObject, boolean]>([
		['another number', { channel_booking_id: '999', hotel_id: 'PINE-2' }, false],
		['the number that was asked for', { channel_booking_id: '5544330001' }, true],
	])('without an id are handed out as the one asked for by the number of the channel alone: %s', async (_what, changes, isHandedOut) => {
		sandbox.control.fault({ operationId: 'getReservation', kind: 'answer', body: { reservations: [suBooking({ id: '', ...changes })] } });
		const { items, error } = await engine.run({ items: [{}], parameters: parameters('get', { bookingId: '5544330001_HVIEW-1' }) });
		expect([items.length, error === undefined]).toEqual([isHandedOut ? 1 : 0, isHandedOut]);
	});

	it('are listed by the day on which they were made', async () => {
		const list = async (dateFrom: string, changes: INodeParameters = {}) => await engine.run({ items: [{}], parameters: parameters('getAll', { dateFrom, dateTo: '2026-11-30', ...changes }) });
		expect(json((await list('2026-11-01')).items).map((row) => row.booking_id)).toEqual(['5544330001_HVIEW-1', '5544330002_HVIEW-1']);
		expect((await list('2026-11-01', { limit: 1 })).items).toHaveLength(1);
		expect((await list('2026-11-03')).items).toEqual([]);
		const unknown = await list('2026-11-01', { hotelId: 'NOWHERE' });
		expect([kindOf(unknown.error), wordsOf(unknown.error)]).toEqual(['notFound', expect.stringContaining('Check Property ID')]);
	});

	it('keep no secret and no token in an execution, whatever Su echoes', async () => {
		await getNew();
		const secrets = ['sandbox-secret-not-real', ...engine.credential.tokens];
		expect(secrets).toHaveLength(2);
		sandbox.control.fault({ operationId: 'getNewReservations', kind: 'answer', body: { Status: 'Fail', Errors: { Code: '367', ShortText: `bad ${secrets.join(' ')}` } } });
		const { run, error } = await getNew();
		expect(kindOf(error)).toBe('validation');
		for (const secret of secrets) expect(everythingStored(run)).not.toContain(secret);
	});
});
