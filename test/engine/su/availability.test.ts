import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { countOf, detailsOf, json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { dayFromNow } from '../../support/services/exampleDays';
import { inFreshSandbox } from '../../support/partner/freshSandbox';

/** Rooms to sell from the item, for one day. */
function parameters(changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'availability',
		operation: 'update',
		hotelId: '={{ $json.hotelId ?? "HVIEW-1" }}',
		roomId: '={{ $json.roomId ?? "SUP-DBL" }}',
		ratePlanId: '={{ $json.ratePlanId ?? "" }}',
		from: '={{ $json.day }}',
		to: '={{ $json.day }}',
		updateFields: { roomsToSell: '={{ $json.rooms }}' },
		options: {},
		...changes,
	};
}

const tomorrow = dayFromNow(1);
/** A day that the node sends, and that a Su refuses which takes 500 days: code 921. */
const FAR = dayFromNow(600);
const item = (changes: IDataObject = {}): IDataObject => ({ day: tomorrow, rooms: 3, ...changes });

describe('Su on the engine: rates and availability', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	it('sets 1,000 days in ten requests and two lists, in the order of the items, with one token call', async () => {
		const items = Array.from({ length: 1_000 }, (_, at) => item({ day: dayFromNow(1 + (at % 700)), rooms: at }));
		const result = await engine.run({ items, parameters: parameters({ options: { concurrency: 50 } }) });
		expect(result.error).toBeUndefined();
		expect(json(result.items).map(({ from }) => from)).toEqual(items.map(({ day }) => day));
		const sent = sandbox.updates().flatMap(({ room }) => room.flatMap(({ date }) => date.map(({ roomstosell }) => roomstosell)));
		expect(sent).toEqual(items.map(({ rooms }) => String(rooms)));
		expect(countOf(sandbox, 'updateAvailability')).toMatchObject({ received: 10, maxInFlight: 1 });
		expect([received(sandbox, 'listRoomTypes'), received(sandbox, 'listRatePlans'), received(sandbox, 'getToken')]).toEqual([1, 0, 1]);
	});

	it('hands on all digits of a ticket, whether Su writes it as a number or as text', async () => {
		for (const ticketForm of ['number', 'text'] as const) {
			await sandbox.control.reset();
			sandbox.control.change({ ticketForm });
			const { items } = await suEngine(sandbox).run({ items: [item()], parameters: parameters() });
			const [update] = sandbox.updates();
			expect(update?.TicketId).toMatch(/^\d{21}$/);
			expect(json(items)).toEqual([{ ticketId: update?.TicketId, hotelId: 'HVIEW-1', roomId: 'SUP-DBL', ratePlanId: null, from: tomorrow, to: tomorrow }]);
		}
	});

	it('tells no rate plan where nothing was set for one: it was neither looked up nor sent', async () => {
		const entered = item({ ratePlanId: 'NO-SUCH-PLAN' });
		const { items, error } = await engine.run({ items: [entered], parameters: parameters() });
		expect([error?.message, json(items)]).toEqual([undefined, [expect.objectContaining({ roomId: 'SUP-DBL', ratePlanId: null })]]);
		expect(JSON.stringify(sandbox.updates())).not.toContain('NO-SUCH-PLAN');
	});

	it('sends a request for each property, side by side', async () => {
		sandbox.control.change({ latencyMs: 30 });
		const items = [item(), item({ hotelId: 'PINE-2', roomId: 'STD-TWN' }), item()];
		const result = await engine.run({ items, parameters: parameters() });
		expect(result.error).toBeUndefined();
		expect(sandbox.updates().map(({ hotelid, room }) => [hotelid, room[0]?.date.length]).sort()).toEqual([['HVIEW-1', 2], ['PINE-2', 1]]);
		expect(countOf(sandbox, 'updateAvailability').maxInFlight).toBe(2);
	});

	describe('an ID that Su does not know', () => {
		const misspelt = item({ roomId: 'SUPDBL' });

		it('stops the run before anything is sent, with the IDs that are there', async () => {
			const { error } = await engine.run({ items: [item(), misspelt], parameters: parameters() });
			expect([kindOf(error), error?.context.itemIndex]).toEqual(['validation', 1]);
			expect(wordsOf(error)).toMatch(/Room Type ID: must be a room type of HVIEW-1, not SUPDBL: it has SUP-DBL, FAM-STE.*Create Unknown IDs.*Nothing was sent/);
			expect(sandbox.updates()).toEqual([]);
		});

		it('but for capitals and blanks is sent as Su spells it, also where items spell it in several ways', async () => {
			const spellings = [{ roomId: 'sup-dbl', ratePlanId: 'Flex' }, { roomId: 'SUP - DBL', ratePlanId: ' flex' }, { roomId: 'SUP-DBL', ratePlanId: 'FLEX' }];
			const result = await engine.run({ items: spellings.map(item), parameters: parameters({ updateFields: { closed: true } }) });
			expect(result.error).toBeUndefined();
			expect(json(result.items).map(({ roomId, ratePlanId }) => [roomId, ratePlanId])).toEqual(spellings.map(() => ['SUP-DBL', 'FLEX']));
			expect(sandbox.updates()).toMatchObject([{ room: [{ roomid: 'SUP-DBL', date: spellings.map(() => ({ rate: [{ rateplanid: 'FLEX' }] })) }] }]);
		});

		it('fails its item alone where the node goes on', async () => {
			const result = await engine.run({ items: [misspelt, item()], parameters: parameters(), settings: { onError: 'continueRegularOutput' } });
			expect(result.items.map((each) => detailsOf(each)?.kind)).toEqual(['validation', undefined]);
			expect(sandbox.updates()).toHaveLength(1);
		});

		it('is found in rate plans, and where a property has none', async () => {
			const closed = parameters({ updateFields: { closed: true } });
			const unknown = await engine.run({ items: [item({ ratePlanId: 'FLEXX' })], parameters: closed });
			expect(wordsOf(unknown.error)).toMatch(/Rate Plan ID: must be a rate plan of HVIEW-1, not FLEXX: it has FLEX, NONREF/);
			const empty = await engine.run({ items: [item({ hotelId: 'NEW-3', ratePlanId: 'FLEX' })], parameters: closed });
			expect(wordsOf(empty.error)).toMatch(/not SUP-DBL: it has none.*not FLEX: it has none/);
		});

		it('is made where that is wanted, and then no list is read', async () => {
			const result = await engine.run({ items: [misspelt], parameters: parameters({ options: { createUnknown: true } }) });
			expect(result.error).toBeUndefined();
			expect(sandbox.updates()).toMatchObject([{ room: [{ roomid: 'SUPDBL' }] }]);
			expect([received(sandbox, 'listRoomTypes'), received(sandbox, 'listRatePlans')]).toEqual([0, 0]);
		});

		it('is a property: said so, once', async () => {
			const { error } = await engine.run({ items: [item({ hotelId: 'NOWHERE' })], parameters: parameters() });
			expect([kindOf(error), wordsOf(error)]).toEqual(['notFound', expect.stringMatching(/Invalid HotelCode \(NOWHERE\).*Check Property ID/)]);
			expect(received(sandbox, 'updateAvailability')).toBe(0);
		});
	});

	describe.each([200, 400] as const)('a refusal with status %i', (refusalStatus) => {
		beforeEach(() => {
			sandbox.control.change({ refusalStatus, updateHorizonDays: 500 });
		});

		it('is an error in Su\'s own words', async () => {
			const { error, items } = await engine.run({ items: [item({ day: FAR })], parameters: parameters() });
			expect(items).toEqual([]);
			expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringMatching(/The date .* is beyond \d+ days/)]);
		});

		it('of one day leaves the other days alone', async () => {
			const items = Array.from({ length: 20 }, (_, at) => item({ day: at === 7 ? FAR : dayFromNow(1 + at), rooms: at }));
			const result = await engine.run({ items, parameters: parameters(), settings: { onError: 'continueRegularOutput' } });
			expect(result.items.map((each) => detailsOf(each)?.kind)).toEqual(items.map((_, at) => (at === 7 ? 'validation' : undefined)));
			const sent = sandbox.updates().flatMap(({ room }) => room.flatMap(({ date }) => date.map(({ roomstosell }) => Number(roomstosell))));
			expect(sent).toEqual(items.flatMap((_, at) => (at === 7 ? [] : [at])));
		});

		it('because of the hourly limit asks to wait, and is not tried again', async () => {
			sandbox.control.change({ updateLimit: 0 });
			const { error } = await engine.run({ items: [item(), item()], parameters: parameters() });
			expect([kindOf(error), wordsOf(error)]).toEqual(['rateLimit', expect.stringMatching(/Limit has been reached.*Wait until the hour is over/)]);
			expect(received(sandbox, 'updateAvailability')).toBe(1);
		});
	});

	it('is sent again where Su was down: it sets values, and so does no harm', async () => {
		sandbox.control.fault({ operationId: 'updateAvailability', kind: 'status', status: 503, when: 'after' });
		const { error, items } = await engine.run({ items: [item()], parameters: parameters() });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(sandbox.updates()).toHaveLength(2);
	});

	describe('a try that was given up, and that Su may carry out after what was sent later', () => {
		const slow = { operationId: 'updateAvailability', kind: 'latency', ms: 2_500, when: 'before', times: 1 } as const;
		const oneByOne = (items: IDataObject[], onError?: 'continueRegularOutput', options: INodeParameters = {}) => ({
			items, parameters: parameters({ options: { timeoutMs: 1_000, batchSize: 1, ...options } }), settings: onError ? { onError } : {},
		});

		it('makes a later word on the same day an unknown outcome, once all is sent', async () => {
			sandbox.control.fault(slow);
			const { error } = await engine.run(oneByOne([item({ rooms: 5 }), item({ rooms: 0 }), item({ day: dayFromNow(2), rooms: 7 })]));
			expect([kindOf(error), error?.context.itemIndex, wordsOf(error)]).toEqual(['unknownOutcome', 1, expect.stringMatching(/item 1.*may still carry it out after this.*run this item alone once more/)]);
			expect(sandbox.updates().flatMap(({ room }) => room.flatMap(({ date }) => date.map(({ roomstosell }) => roomstosell)))).toEqual(['5', '0', '7']);
		});

		it('is told before what stops the node after it, with all that it concerns', async () => {
			sandbox.control.change({ updateHorizonDays: 500 });
			sandbox.control.fault(slow);
			const { error } = await engine.run(oneByOne([item({ rooms: 5 }), item({ rooms: 0 }), item({ rooms: 1 }), item({ day: FAR }), item({ day: dayFromNow(3) })]));
			expect([kindOf(error), error?.context.itemIndex]).toEqual(['unknownOutcome', 1]);
			expect(wordsOf(error)).toMatch(/The same holds for item 3\. Item 4 failed, too: Su .*beyond/);
			expect(sandbox.updates()).toHaveLength(3);
		});

		it('fails that item alone where the node goes on', async () => {
			sandbox.control.fault(slow);
			const { items } = await engine.run(oneByOne([item({ rooms: 5 }), item({ rooms: 0 }), item({ roomId: 'FAM-STE' })], 'continueRegularOutput'));
			expect(items.map((each) => detailsOf(each)?.kind)).toEqual([undefined, 'unknownOutcome', undefined]);
		});

		it.each<[what: string, items: IDataObject[], options: INodeParameters]>([
			['other days, another room type and the same value', [item({ rooms: 5 }), item({ day: dayFromNow(2), rooms: 0 }), item({ roomId: 'FAM-STE', rooms: 0 }), item({ rooms: 5 })], {}],
			['what went out in the same request', [item({ rooms: 5 }), item({ rooms: 0 })], { batchSize: 100 }],
		])('says nothing against %s', async (_what, items, options) => {
			sandbox.control.fault(slow);
			const { error, items: out } = await engine.run(oneByOne(items, undefined, options));
			expect([error?.message, out.length]).toEqual([undefined, items.length]);
		});

		it('is none that Su has answered, be it with a 503', async () => {
			sandbox.control.fault({ operationId: 'updateAvailability', kind: 'status', status: 503, when: 'before' });
			const { error } = await engine.run(oneByOne([item({ rooms: 5 }), item({ rooms: 0 })]));
			expect(error?.message).toBeUndefined();
		});
	});

	it('gets a new token where the old one was revoked', async () => {
		await engine.run({ items: [item()], parameters: parameters() });
		sandbox.control.revokeTokens();
		const { error } = await engine.run({ items: [item()], parameters: parameters() });
		expect(error).toBeUndefined();
		expect(received(sandbox, 'getToken')).toBe(2);
	});
});
