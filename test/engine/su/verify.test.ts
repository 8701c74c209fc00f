import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { detailsOf, json, received } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { inFreshSandbox } from '../../support/partner/freshSandbox';
import { dayFromNow } from '../../support/services/exampleDays';

const DAY = dayFromNow(5);
const TRUE = { verified: true, differences: [], differenceCount: 0, verifyNote: null };

describe('Su on the engine: updates that are read back', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	const run = async (items: IDataObject[], updateFields: INodeParameters = { roomsToSell: '={{ $json.rooms }}' }, options: INodeParameters = {}, onError?: 'continueRegularOutput') =>
		await engine.run({
			items,
			parameters: {
				resource: 'availability', operation: 'update', hotelId: '={{ $json.hotelId ?? "HVIEW-1" }}', roomId: '={{ $json.roomId ?? "SUP-DBL" }}', ratePlanId: 'FLEX',
				from: `={{ $json.from ?? "${DAY}" }}`, to: `={{ $json.to ?? $json.from ?? "${DAY}" }}`, updateFields, options: { verify: true, ...options },
			},
			settings: onError ? { onError } : {},
		});

	it('of 1,000 items of a property cost ten requests to send and at most twenty to read back', async () => {
		// Twenty room types with 50 ranges of days each, of 14 days: they reach nearly as far ahead as Su takes.
		const rooms = Array.from({ length: 20 }, (_, at) => `ROOM-${at}`);
		const items = Array.from({ length: 1_000 }, (_, at) => ({ roomId: rooms[at % 20], from: dayFromNow(1 + 14 * Math.floor(at / 20)), to: dayFromNow(14 + 14 * Math.floor(at / 20)), rooms: at % 7 }));
		const { items: out, error } = await run(items, { roomsToSell: '={{ $json.rooms }}', closed: false }, { createUnknown: true });
		expect([error?.message, out.length]).toEqual([undefined, 1_000]);
		expect(json(out).filter(({ verified }) => verified !== true)).toEqual([]);
		expect(received(sandbox, 'updateAvailability')).toBe(10);
		const looks = received(sandbox, 'getHeldAvailability');
		expect(looks).toBeGreaterThan(0);
		expect(looks).toBeLessThanOrEqual(20);
	});

	it('are true where Su holds all of it, whatever it writes for it', async () => {
		const { items, error } = await run([{ to: dayFromNow(8), rooms: 4 }], {
			roomsToSell: '={{ $json.rooms }}', closed: true, closedOnArrival: false, minimumStay: 2, maximumStay: 9, prices: { price: [{ numberOfGuests: 2, value: '145.50' }, { numberOfGuests: 3, value: 160 }] },
		});
		expect(error).toBeUndefined();
		expect(json(items)).toMatchObject([{ ticketId: expect.any(String) as string, ...TRUE }]);
	});

	it('are measured by the last word of the run, not by what a later item has overwritten', async () => {
		const { items } = await run([{ to: dayFromNow(7), rooms: 5 }, { rooms: 2 }, { from: dayFromNow(6), rooms: 9 }]);
		expect(json(items)).toMatchObject([TRUE, TRUE, TRUE]);
	});

	const held = (inventory: string, plan: IDataObject = {}) => ({ [DAY]: { 'SUP-DBL': { inventory, rateplan: { FLEX: { stopsell: false, closedonarrival: false, closedondeparture: false, minimumstay: '1', maximumstay: '', rate: [], ...plan } } } } });
	const answers = (body: IDataObject, status = 200) => sandbox.control.fault({ operationId: 'getHeldAvailability', kind: 'answer', status, body, times: 20 });

	it('are false where Su holds something else, and say what', async () => {
		answers(held('3'));
		const { items } = await run([{ rooms: 4 }], { roomsToSell: '={{ $json.rooms }}', closed: true });
		const about = { roomId: 'SUP-DBL', date: DAY };
		expect(json(items)).toMatchObject([{
			verified: false, differenceCount: 2, verifyNote: null,
			differences: [{ ...about, ratePlanId: null, field: 'roomsToSell', sent: '4', held: '3' }, { ...about, ratePlanId: 'FLEX', field: 'closed', sent: 'true', held: 'false' }],
		}]);
	});

	it('name 20 differences at most, and count all', async () => {
		const days = Array.from({ length: 60 }, (_, at) => [dayFromNow(5 + at), { 'SUP-DBL': { inventory: '0', rateplan: {} } }]);
		answers(Object.fromEntries(days) as IDataObject);
		const [told] = json((await run([{ to: dayFromNow(54), rooms: 4 }])).items);
		expect([told?.verified, told?.differenceCount, (told?.differences as unknown[]).length]).toEqual([false, 50, 20]);
	});

	it('are null for what Su does not show, and say which', async () => {
		const { items } = await run([{ rooms: 4 }], { roomsToSell: '={{ $json.rooms }}', extraAdultRate: 20, minimumStayThrough: 2 });
		expect(json(items)).toMatchObject([{ verified: null, differences: [], verifyNote: expect.stringMatching(/does not show.*minimumStayThrough, extraAdultRate/) as string }]);
	});

	it.each<[what: string, body: IDataObject]>([['an empty answer', {}], ['another day', { [dayFromNow(99)]: {} }], ['no such room type', { [DAY]: {} }], ['nothing of it', held('', {})]])('are null after %s', async (_what, body) => {
		answers(body);
		expect(json((await run([{ rooms: 4 }])).items)).toMatchObject([{ ticketId: expect.any(String) as string, verified: null, verifyNote: 'Su does not show, at least on some days: roomsToSell.' }]);
	});

	it.each<[what: string, fail: () => void, why: RegExp]>([
		['was refused with status 200', () => answers({ Status: 'Fail', Errors: { Code: '15', ShortText: 'Invalid date' } }), /Invalid date/],
		['was refused with status 400', () => answers({ Status: 'Fail', Errors: { Code: '400', ShortText: 'Invalid HotelCode (HVIEW-1)' } }, 400), /Invalid HotelCode/],
		['met an outage', () => sandbox.control.fault({ operationId: 'getHeldAvailability', kind: 'status', status: 503, times: 20 }), /503/],
		['was not to be read', () => answers({ Days: 'none' }), /days with room types and rate plans was expected/],
		['was to be read in part', () => answers({ [DAY]: 'closed' }), /nothing could be read back/],
	])('stay sent, with null and the reason, where reading back %s', async (_what, fail, why) => {
		fail();
		const { items, error } = await run([{ rooms: 4 }, { rooms: 6 }]);
		expect([error?.message, items.length]).toEqual([undefined, 2]);
		for (const told of json(items)) expect(told).toMatchObject({ ticketId: expect.any(String) as string, verified: null, differences: [], verifyNote: expect.stringMatching(why) as string });
		expect(sandbox.updates()).toHaveLength(1);
	});

	it('are false where Su holds something else, though a later item was refused: that was not carried out', async () => {
		sandbox.control.change({ updateHorizonDays: 100 });
		answers(held('3'));
		const { items } = await run([{ rooms: 4 }, { to: dayFromNow(200), rooms: 7 }], undefined, {}, 'continueRegularOutput');
		expect(detailsOf(items[1])?.kind).toBe('validation');
		expect(json(items)[0]).toMatchObject({ verified: false, differenceCount: 1, verifyNote: null });
	});

	it('are told apart from items that failed, which may have been carried out', async () => {
		sandbox.control.fault({ operationId: 'updateAvailability', kind: 'answer', status: 403, body: { message: 'Forbidden' }, skip: 1, times: 20 });
		answers(held('7'));
		const { items } = await run([{ rooms: 4 }, { rooms: 7 }], undefined, { batchSize: 1 }, 'continueRegularOutput');
		expect(detailsOf(items[1])?.kind).toBe('permission');
		expect(json(items)[0]).toMatchObject({ verified: null, verifyNote: expect.stringMatching(/An item of this run that failed sets the same.*roomsToSell/) as string });
	});

	it('are read only where that is wanted', async () => {
		const { items } = await run([{ rooms: 4 }], undefined, { verify: false });
		expect([received(sandbox, 'getHeldAvailability'), 'verified' in (json(items)[0] ?? {})]).toEqual([0, false]);
	});
});
