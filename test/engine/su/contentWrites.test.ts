import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../../sandbox/core/faults';
import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { countOf, json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine } from '../../support/n8nEngine/suEngine';
import { EXAMPLES } from '../../support/services/Su.examples';
import { inFreshSandbox } from '../../support/partner/freshSandbox';

/** What is created or deleted, by which call, and in which list it is then. */
interface Written {
	resource: string;
	call: string;
	listCall: string;
	id: string;
	idField: string;
}

const PROPERTY = { resource: 'property', call: 'savePropertyContent', listCall: 'listProperties', id: 'PORT-4', idField: 'propertyid' };
const ROOM = { resource: 'roomType', call: 'changeRoomTypes', listCall: 'listRoomTypes', id: 'GDN-TWN', idField: 'roomid' };
const PLAN = { resource: 'ratePlan', call: 'changeRatePlans', listCall: 'listRatePlans', id: 'EARLY', idField: 'rateplanid' };

/** Faults after which it stands at Su. */
const CARRIED_OUT: Array<Omit<Fault, 'operationId'>> = [
	{ kind: 'status', status: 500, when: 'after' },
	{ kind: 'cut', when: 'after' },
	{ kind: 'silence', when: 'after' },
	{ kind: 'answer', status: 200, body: { Status: 'Queued', Message: 'Later' }, when: 'after' },
	{ kind: 'html', status: 200, when: 'after' },
];

/** Faults after which it does not, and nobody can know. */
const LOST: Array<Omit<Fault, 'operationId'>> = [
	{ kind: 'status', status: 500 },
	{ kind: 'cut' },
	{ kind: 'silence' },
	{ kind: 'answer', status: 200, body: {} },
	{ kind: 'answer', status: 200, body: { Status: 'Queued', Message: 'Later' } },
	{ kind: 'answer', status: 200, body: { success: false } },
];

describe('Su on the engine: content that is created, updated and deleted', () => {
	let sandbox: SuSandbox;
	let engine: Engine;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	const run = async (resource: string, operation: string, parameters: INodeParameters = {}, { items = [{}], executionId = '1' }: { items?: IDataObject[]; executionId?: string } = {}) => {
		const { options = {}, ...rest } = parameters;
		return await engine.run({
			items,
			executionId,
			parameters: { resource, operation, ...EXAMPLES[`${resource}.${operation}`], ...rest, options: { lookUpSeconds: 0, timeoutMs: 300, ...(options as INodeParameters) } },
		});
	};
	const listed = async (resource: string, hotelId = 'HVIEW-1') => json((await engine.run({ items: [{}], parameters: { resource, operation: 'getAll', hotelId, returnAll: true, options: {} } })).items);
	const idsIn = async ({ resource, idField }: Written) => (await listed(resource)).map((row) => row[idField]);

	describe.each<Written>([PROPERTY, ROOM, PLAN])('a new $resource', (written) => {
		const { resource, call, id, listCall } = written;
		const create = async (parameters: INodeParameters = {}, more: Parameters<typeof run>[3] = {}) => await run(resource, 'create', parameters, more);

		it('is made once, and is listed', async () => {
			const { items, error } = await create({}, { items: [{}, {}] });
			expect([error?.message, json(items).map(({ created, alreadySubmitted, outcomeFrom }) => [created, alreadySubmitted, outcomeFrom])]).toEqual([undefined, [[true, false, 'answer'], [true, true, 'lookUp']]]);
			expect([received(sandbox, call), (await idsIn(written)).filter((each) => each === id)]).toEqual([1, [id]]);
		});

		it('is not asked for where its ID is listed', async () => {
			await create();
			const { error } = await create({}, { executionId: '2' });
			expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringMatching(new RegExp(`is at Su already: .*${id}.* and what Su shows of it is as asked for here.*: Update.*Nothing was sent`))]);
			expect(received(sandbox, call)).toBe(1);
		});

		it.each(CARRIED_OUT)('is found where its answer was lost: %j', async (fault) => {
			sandbox.control.fault({ operationId: call, ...fault });
			const { items, error } = await create();
			expect([error?.message, json(items)[0]?.created, json(items)[0]?.outcomeFrom, received(sandbox, call)]).toEqual([undefined, true, 'lookUp', 1]);
		});

		it.each(LOST)('is never told as made where it was not: %j', async (fault) => {
			sandbox.control.fault({ operationId: call, ...fault });
			const { items, error } = await create();
			expect([kindOf(error), items.length, received(sandbox, call)]).toEqual(['unknownOutcome', 0, 1]);
			// The same execution once more, as by Retry On Fail.
			const again = await create();
			expect([kindOf(again.error), received(sandbox, call), wordsOf(again.error)]).toEqual(['unknownOutcome', 1, expect.stringMatching(/start the workflow anew/)]);
			const anew = await create({}, { executionId: '2' });
			expect([anew.error?.message, json(anew.items)[0]?.created, received(sandbox, call)]).toEqual([undefined, true, 2]);
		});

		it('that is refused with status 200 was not made, and may be asked for again', async () => {
			sandbox.control.fault({ operationId: call, kind: 'answer', status: 200, body: { Status: 'Fail', Errors: [{ Code: '895', ShortText: 'A field is missing' }] } });
			const { error } = await create();
			expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringContaining('A field is missing')]);
			expect([(await create()).error?.message, received(sandbox, call)]).toEqual([undefined, 2]);
		});

		it('waits where Su asks for fewer requests, and is made once', async () => {
			sandbox.control.fault({ operationId: call, kind: 'status', status: 429 });
			const { items, error } = await create();
			expect([error?.message, items.length, (await idsIn(written)).filter((each) => each === id).length]).toEqual([undefined, 1, 1]);
		});

		it('is not sent where the list cannot be read', async () => {
			sandbox.control.fault({ operationId: listCall, kind: 'answer', status: 200, body: { Status: 'Success' }, times: 0 });
			const { error } = await create();
			expect([kindOf(error), wordsOf(error), received(sandbox, call)]).toEqual(['brokenAnswer', expect.stringMatching(/could not be checked.*Nothing was sent/), 0]);
		});
	});

	it('what is listed under the ID with something else than was asked for is not told as made', async () => {
		sandbox.control.fault({ operationId: 'changeRoomTypes', kind: 'cut' });
		// After the look before and the check: another one has taken the ID.
		sandbox.control.fault({ operationId: 'listRoomTypes', kind: 'answer', status: 200, body: { rooms: [{ roomid: 'GDN-TWN', roomname: 'Other', status: 'Active' }] }, skip: 2, times: 0 });
		const { error } = await run('roomType', 'create');
		expect([kindOf(error), wordsOf(error)]).toEqual(['unknownOutcome', expect.stringMatching(/GDN-TWN \(with Room Type Name "Other"/)]);
	});

	it("Su's own words for an ID that is there are a conflict, with advice", async () => {
		const refusals: Array<[string, string, object]> = [
			['property', 'savePropertyContent', { Status: 'Fail', Errors: { ShortText: 'Property already exists' } }],
			['roomType', 'changeRoomTypes', { Status: 'Fail', Errors: { Type: '10', Code: 'GDN-TWN', ShortText: 'Room Already Exists' } }],
			['ratePlan', 'changeRatePlans', { Status: 'Fail', Errors: [{ Code: '896', ShortText: 'Rate with id EARLY already exists' }] }],
		];
		for (const [resource, operationId, body] of refusals) {
			sandbox.control.fault({ operationId, kind: 'answer', status: 400, body });
			const { error } = await run(resource, 'create');
			expect([resource, kindOf(error), wordsOf(error)]).toEqual([resource, 'conflict', expect.stringMatching(/already exists.*use Update/i)]);
		}
	});

	it('two items with one ID that ask for different things: the second is told, and not sent', async () => {
		const { error } = await run('roomType', 'create', { roomName: '={{ $json.name }}' }, { items: [{ name: 'One' }, { name: 'Two' }] });
		expect([kindOf(error), wordsOf(error), received(sandbox, 'changeRoomTypes')]).toEqual(['conflict', expect.stringMatching(/name the same room type and ask for different things/), 1]);
	});

	describe.each<Written & { parameters: INodeParameters }>([
		{ ...PROPERTY, call: 'removeProperty', id: 'NEW-3', parameters: {} },
		{ ...ROOM, id: 'FAM-STE', parameters: {} },
	])('a deleted $resource', (written) => {
		const { resource, call, id } = written;
		const remove = async (parameters: INodeParameters = {}, more: Parameters<typeof run>[3] = {}) => await run(resource, 'delete', parameters, more);

		it('is gone', async () => {
			const { items, error } = await remove();
			expect([error?.message, json(items)]).toEqual([undefined, [expect.objectContaining({ deleted: true, alreadySubmitted: false, outcomeFrom: 'answer' })]]);
			expect(await idsIn(written)).not.toContain(id);
			const again = await remove({}, { executionId: '2' });
			expect([kindOf(again.error), wordsOf(again.error), received(sandbox, call)]).toEqual(['validation', expect.stringMatching(/Property ID: there is no such property|must be a room type of HVIEW-1/), 1]);
		});

		it.each(CARRIED_OUT)('is told as that where its answer was lost: %j', async (fault) => {
			sandbox.control.fault({ operationId: call, ...fault });
			const { items, error } = await remove();
			expect([error?.message, json(items)[0]?.deleted, json(items)[0]?.outcomeFrom, received(sandbox, call)]).toEqual([undefined, true, 'lookUp', 1]);
		});

		it.each(LOST)('is never told as that where it is there: %j', async (fault) => {
			sandbox.control.fault({ operationId: call, ...fault });
			const { error } = await remove();
			expect([kindOf(error), wordsOf(error)]).toEqual(['unknownOutcome', expect.stringContaining('not deleted so far')]);
			expect([kindOf((await remove()).error), received(sandbox, call)]).toEqual(['unknownOutcome', 1]);
			expect(await idsIn(written)).toContain(id);
			expect([(await remove({}, { executionId: '2' })).error?.message, received(sandbox, call)]).toEqual([undefined, 2]);
		});

		it('is not, where a list that cannot be read does not show it', async () => {
			sandbox.control.fault({ operationId: call, kind: 'cut' });
			sandbox.control.fault({ operationId: written.listCall, kind: 'patch', merge: { [resource === 'property' ? 'properties' : 'rooms']: [{ name: 'no ID' }] }, skip: 2, times: 0 });
			expect(kindOf((await remove()).error)).toBe('unknownOutcome');
		});

		it('is named twice', async () => {
			const { error } = await remove({ confirmHotelId: 'PINE-2', confirmRoomId: 'SUP-DBL' });
			expect([kindOf(error), wordsOf(error), received(sandbox, call)]).toEqual(['validation', expect.stringMatching(/ID Once More: must be the same as .*Nothing was sent/), 0]);
		});
	});

	describe('made, deleted and made again in one execution, as by a loop', () => {
		const GARDEN = { hotelId: 'HVIEW-1', roomId: 'GDN-TWN', confirmRoomId: 'GDN-TWN' };
		const create = async () => await run('roomType', 'create');
		const remove = async () => await run('roomType', 'delete', GARDEN);
		const toldNow = async ({ items, error }: Awaited<ReturnType<typeof create>>) => [error?.message, json(items)[0]?.alreadySubmitted, (await idsIn(ROOM)).includes('GDN-TWN')];

		it('a room type is each time what it is told to be', async () => {
			for (let round = 0; round < 3; round += 1) {
				expect(await toldNow(await create())).toEqual([undefined, false, true]);
				expect(await toldNow(await remove())).toEqual([undefined, false, false]);
			}
			expect(received(sandbox, 'changeRoomTypes')).toBe(6);
		});

		it('a room type that somebody else deleted since is not told as created, and one that somebody else made since is not told as deleted', async () => {
			await create();
			await run('roomType', 'delete', GARDEN, { executionId: 'of somebody else' });
			const again = await create();
			expect([again.items, kindOf(again.error), wordsOf(again.error)]).toEqual([[], 'unknownOutcome', expect.stringMatching(/carried out, and what the partner lists now shows that it is not so.*start the workflow anew/)]);
			await run('roomType', 'create', {}, { executionId: 'of somebody else' });
			await remove();
			await run('roomType', 'create', {}, { executionId: 'of a third one' });
			const gone = await remove();
			expect([gone.items, kindOf(gone.error)]).toEqual([[], 'unknownOutcome']);
			expect(await idsIn(ROOM)).toContain('GDN-TWN');
		});
	});

	it.each<[string, string, string, IDataObject]>([
		['roomType', 'changeRoomTypes', 'listRoomTypes', { rooms: [] }],
		['property', 'removeProperty', 'listProperties', { properties: [] }],
		['roomType', 'changeRoomTypes', 'listRoomTypes', { Status: 'Fail', Errors: { Code: '938', ShortText: 'No rooms' } }],
	])('a %s is not told as deleted (%s) where the list (%s) holds none all of a sudden: %j', async (resource, operationId, list, body) => {
		sandbox.control.fault({ operationId, kind: 'cut' });
		sandbox.control.fault({ operationId: list, kind: 'answer', status: 'Errors' in body ? 400 : 200, body, skip: 2, times: 0 });
		const { items, error } = await run(resource, 'delete');
		expect([json(items), kindOf(error)]).toEqual([[], 'unknownOutcome']);
		// The same execution once more, as by Retry On Fail.
		expect(kindOf((await run(resource, 'delete')).error)).toBe('unknownOutcome');
	});

	it('the last room type is deleted where its answer was lost and Su says that there are none', async () => {
		sandbox.control.fault({ operationId: 'changeRoomTypes', kind: 'cut', when: 'after' });
		const { items, error } = await run('roomType', 'delete', { hotelId: 'PINE-2', roomId: 'STD-TWN', confirmRoomId: 'STD-TWN' });
		expect([error?.message, json(items)[0]]).toEqual([undefined, { deleted: true, hotelId: 'PINE-2', roomId: 'STD-TWN', alreadySubmitted: false, outcomeFrom: 'lookUp' }]);
	});

	it('a property that is mapped to a channel is not deleted, and the advice says why', async () => {
		const { error } = await run('property', 'delete', { hotelId: 'HVIEW-1', confirmHotelId: 'HVIEW-1', options: { forceDeletion: true } });
		expect([kindOf(error), wordsOf(error)]).toEqual(['conflict', expect.stringMatching(/Mapping With Channels.*mapped to a channel/)]);
	});

	describe('an update', () => {
		it('keeps what Su lists and the panel leaves empty, and says so', async () => {
			const { items, error } = await run('roomType', 'update', { roomRate: '150.50' });
			const kept = ['Room Type Name', 'Kind of Room', 'Max Occupancy', 'Quantity', 'Size', 'Size Unit'];
			expect([error?.message, json(items)]).toEqual([undefined, [{ updated: true, hotelId: 'HVIEW-1', roomId: 'SUP-DBL', keptFromSu: kept }]]);
			expect((await listed('roomType'))[0]).toEqual({
				roomid: 'SUP-DBL', roomname: 'Superior Double', roomtype: 'Double', maximumoccupancy: '3', status: 'Active', quantity: '8', sizemeasurement: '28', sizemeasurementunit: 'sqm', rate: '150.5',
			});
			expect(json((await run('ratePlan', 'update')).items)).toMatchObject([{ keptFromSu: ['Meal Plan ID', 'Rate Plan Description'] }]);
			expect((await listed('ratePlan'))[1]).toMatchObject({ rateplanname: 'No Refund', mealplanid: '15', description: 'No refund' });
			expect(json((await run('property', 'update')).items)).toEqual([{ updated: true, hotelId: 'HVIEW-1', keptFromSu: ['Property Name'] }]);
			expect((await listed('property'))[0]).toMatchObject({ propertyname: 'Harbour View', roomcount: '12' });
		});

		it('of one thing by several items happens in their order, each on top of the one before', async () => {
			const items = [{ name: 'One' }, { rate: '160' }, { rate: '170' }, { name: 'Two' }];
			const { error } = await run('roomType', 'update', { roomName: '={{ $json.name ?? "" }}', roomRate: '={{ $json.rate ?? "" }}' }, { items });
			expect([error?.message, countOf(sandbox, 'changeRoomTypes')]).toMatchObject([undefined, { received: 4, maxInFlight: 1 }]);
			expect((await listed('roomType'))[0]).toMatchObject({ roomname: 'Two', rate: '170' });
		});

		it.each([
			['property', { hotelId: 'NOWHERE' }, 'savePropertyContent', /Property ID: there is no such property at Su: NOWHERE.*Property: Create/],
			['roomType', { roomId: 'NO-SUCH' }, 'changeRoomTypes', /Room Type ID: must be a room type of HVIEW-1, not NO-SUCH: it has SUP-DBL, FAM-STE.*Room Type: Create/],
			['ratePlan', { hotelId: 'NEW-3' }, 'changeRatePlans', /Rate Plan ID: must be a rate plan of NEW-3, not NONREF: it has none/],
		])('of a %s that is not there stops before anything is sent', async (resource, parameters, call, words) => {
			const { error } = await run(resource, 'update', parameters);
			expect([kindOf(error), wordsOf(error), received(sandbox, call)]).toEqual(['validation', expect.stringMatching(words), 0]);
		});

		it('that does not fit what Su has stops, too', async () => {
			const { error } = await run('roomType', 'update', { maxChildOccupancy: 3 });
			expect([wordsOf(error), received(sandbox, 'changeRoomTypes')]).toEqual([expect.stringMatching(/Max Child Occupancy: 3 must be below Max Occupancy \(3\)/), 0]);
			// One that Availability: Update has made: Su lists its name alone.
			sandbox.control.fault({ operationId: 'listRoomTypes', kind: 'answer', status: 200, body: { rooms: [{ roomid: 'SUP-DBL', roomname: 'SUP-DBL', status: 'Active' }] } });
			expect(wordsOf((await run('roomType', 'update', { roomRate: '' })).error)).toMatch(/Kind of Room: must be filled in: Su has none.*Max Occupancy: .*Room Rate: /);
		});

		it('is sent again where its answer was lost: once is as good as twice', async () => {
			sandbox.control.fault({ operationId: 'changeRatePlans', kind: 'status', status: 503, when: 'after' });
			const { error } = await run('ratePlan', 'update');
			expect([error?.message, received(sandbox, 'changeRatePlans')]).toEqual([undefined, 2]);
		});

		it('that Su refuses with status 200 is an error', async () => {
			sandbox.control.fault({ operationId: 'changeRatePlans', kind: 'answer', status: 200, body: { Status: 'Fail', Errors: [{ Code: '283', ShortText: 'Name' }] } });
			expect(wordsOf((await run('ratePlan', 'update')).error)).toMatch(/Correct Rate Plan Name/);
		});
	});

	it.each([['switchesOff', ['Active', 'Deactivated']], ['deletes', ['Active']]] as const)('a rate plan is removed, whatever that is at Su (%s)', async (ratePlanRemoval, states) => {
		sandbox.control.change({ ratePlanRemoval });
		const { items } = await run('ratePlan', 'remove', { hotelId: 'HVIEW-1', ratePlanId: 'NONREF', confirmRatePlanId: 'NONREF' });
		expect(json(items)).toEqual([{ removed: true, hotelId: 'HVIEW-1', ratePlanId: 'NONREF' }]);
		expect((await listed('ratePlan')).map(({ status }) => status)).toEqual(states);
		const { error } = await run('ratePlan', 'remove', { hotelId: 'HVIEW-1', ratePlanId: 'NONREF', confirmRatePlanId: 'FLEX' });
		expect([wordsOf(error), received(sandbox, 'changeRatePlans')]).toEqual([expect.stringMatching(/Rate Plan ID Once More: must be the same/), 1]);
	});
});
