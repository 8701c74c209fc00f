import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSuSandbox, type SuSandbox } from '../../../sandbox/su';
import { everythingStored, type Engine } from '../../support/n8nEngine/n8nEngine';
import { json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { suEngine, suEngineOfNewProcess } from '../../support/n8nEngine/suEngine';
import { inFreshSandbox } from '../../support/partner/freshSandbox';

const HOTEL = { hotelId: 'HVIEW-1' };

describe('Su on the engine: connecting and mapping channels', () => {
	let sandbox: SuSandbox;
	let engine: Engine;
	let executions = 0;

	inFreshSandbox(startSuSandbox, (started) => {
		sandbox = started;
		engine = suEngine(sandbox);
	});

	/** Each run is an execution of its own, unless it says which it is. */
	const run = async (operation: string, parameters: INodeParameters, executionId = `run ${(executions += 1)}`) =>
		await engine.run({ items: [{}], parameters: { resource: 'channel', operation, ...HOTEL, options: {}, ...parameters }, executionId });
	const mappings = async () => json((await run('getMappings', { simplify: false })).items);
	const hotelsAt = async (channel: string) => (await mappings()).filter(({ ChannelID }) => ChannelID === channel).map(({ ChannelHotelID }) => ChannelHotelID);
	const plansAt = async (channel: string) => (await mappings()).filter(({ ChannelID }) => ChannelID === channel).flatMap(({ Rateplans }) => (Rateplans as IDataObject[]).map(({ PMSRoomID, PMSRateID }) => `${String(PMSRoomID)} ${String(PMSRateID)}`));

	describe('connect', () => {
		const connect = async (changes: INodeParameters = {}) => await run('connect', { channelId: '9', channelHotelId: '88002', status: 'Active', defaultMultiplier: 1.1, defaultSurcharge: '5.50', ...changes });
		const sent = () => sandbox.control.requests('setUpChannel').at(-1)?.body as IDataObject;

		it('sends what is set, numbers as numbers, and nothing else', async () => {
			const { items, error } = await connect({ channelFields: { currency: 'eur', infantAge: 2, overridePmsAuth: true } });
			expect([error?.message, json(items)]).toEqual([undefined, [{ saved: true, hotelId: 'HVIEW-1', channelId: '9', channelHotelId: '88002', status: 'Active', ratePlans: [] }]]);
			expect(sent()).toEqual({ hotelid: 'HVIEW-1', action: 'setup', channelid: '9', status: 'Active', channelhotelid: '88002', defaultmultiplier: 1.1, defaultsurcharge: 5.5, currency: 'EUR', infantage: '2', override_pms_auth: '1' });
			expect(await hotelsAt('9')).toEqual(['88002']);
		});

		it('hands on the number that Su gives, and the rate plans that the channel has', async () => {
			expect(json((await connect({ channelHotelId: '' })).items)).toMatchObject([{ channelHotelId: expect.stringMatching(/^\d+$/) as string }]);
			const { items } = await connect({ channelId: '19', channelHotelId: '1234567' });
			expect((json(items)[0]?.ratePlans as IDataObject[])[0]).toEqual({ type: 'manageable', rateplan: 'FLEX', channelroomname: 'Superior Double', channelroomid: '123456701', channelratename: 'Flexible', channelrateid: '987001', mappingstring: '123456701####987001' });
		});

		it('sends the code as a number where that is wanted', async () => {
			await connect({ options: { channelIdAsNumber: true } });
			expect(sent()?.channelid).toBe(9);
		});

		it('is sent again where Su was down', async () => {
			sandbox.control.fault({ operationId: 'setUpChannel', kind: 'status', status: 503, when: 'after' });
			const { error } = await connect();
			expect([error?.message, received(sandbox, 'setUpChannel'), await hotelsAt('9')]).toEqual([undefined, 2, ['88002']]);
		});

		it.each([200, 400])('is refused in Su\'s words, with status %i', async (status) => {
			sandbox.control.fault({ operationId: 'setUpChannel', kind: 'answer', status, body: { Errors: { Code: '400', ShortText: 'hotelid: Invalid HotelCode (HVIEW-1)' }, Status: 'Failed' } });
			const { error } = await connect();
			expect([kindOf(error), wordsOf(error)]).toEqual(['notFound', expect.stringMatching(/Invalid HotelCode \(HVIEW-1\).*Check Property ID/)]);
		});

		it('names all faulty fields, and sends nothing', async () => {
			const { error } = await connect({ channelId: 'nine', defaultMultiplier: 0, channelFields: { currency: 'euros' }, furtherFields: { field: [{ name: 'HotelID', value: 'x' }, { name: 'user', value: '' }] } });
			expect(wordsOf(error)).toMatch(/5 fields need attention.*Further Fields 1: Name: must not be HotelID.*Further Fields 2: Value.*Channel ID.*Default Multiplier.*Currency/s);
			expect(received(sandbox, 'setUpChannel')).toBe(0);
		});

		describe('with a password', () => {
			const PASSWORD = 'pass word/&"7731"';
			const withPassword = async (value: string, onError: 'stopWorkflow' | 'continueRegularOutput' = 'stopWorkflow') =>
				await engine.run({
					items: [{}],
					parameters: {
						resource: 'channel', operation: 'connect', ...HOTEL, channelId: '9', channelHotelId: '88002', status: 'Active', defaultMultiplier: 1, defaultSurcharge: 0, options: {},
						// As people should: n8n stores the parameters with the workflow, so the value comes from elsewhere.
						furtherFields: { field: [{ name: 'password', value }] },
					},
					settings: { onError },
				});
			const inExpression = `={{ ${JSON.stringify(Buffer.from(PASSWORD).toString('base64'))}.base64Decode() }}`;

			it('sends it', async () => {
				expect((await withPassword(inExpression)).error?.message).toBeUndefined();
				expect(sent()?.password).toBe(PASSWORD);
			});

			it.each([200, 400, 403, 500])('keeps nothing of it where Su echoes it, with status %i, whether the node stops or goes on', async (status) => {
				const echo = { Errors: { Code: '1', ShortText: `Wrong password ${PASSWORD}` }, Status: 'Failed' };
				sandbox.control.fault({ operationId: 'setUpChannel', kind: 'answer', status, body: echo, times: 20 });
				for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
					const kept = everythingStored((await withPassword(inExpression, onError)).run);
					expect(kept).not.toMatch(/pass word|7731/);
				}
			});

			it('nor a short one that stands as a word', async () => {
				sandbox.control.fault({ operationId: 'setUpChannel', kind: 'answer', status: 400, body: { Status: 'Failed', Errors: { Code: '400', ShortText: 'PIN 739 is wrong' } } });
				const { error } = await connect({ furtherFields: { field: [{ name: 'pin', value: '739' }] } });
				expect(wordsOf(error)).toMatch(/PIN \[hidden\] is wrong/);
			});

			it('and one with blanks at its ends is sent with them', async () => {
				await connect({ furtherFields: { field: [{ name: 'password', value: ' s3cret word ' }] } });
				expect(sent().password).toBe(' s3cret word ');
			});

			it('nor in what it puts out', async () => {
				const body = { Status: 'Success', channelmapping: [{ type: 'manageable', rateplan: PASSWORD, channelroomname: `Room of ${PASSWORD}` }] };
				sandbox.control.fault({ operationId: 'setUpChannel', kind: 'answer', body });
				const { run: stored, items } = await withPassword(inExpression);
				expect(json(items)).toMatchObject([{ ratePlans: [{ channelroomname: 'Room of [hidden]' }] }]);
				expect(everythingStored(stored)).not.toMatch(/pass word|7731/);
			});

			it('nor in a message about the field', async () => {
				const { run: stored, error } = await withPassword(`={{ ${JSON.stringify(Buffer.from(`${PASSWORD.repeat(30)}`).toString('base64'))}.base64Decode() }}`);
				expect(wordsOf(error)).toMatch(/Further Fields 1: Value: must have at most/);
				expect(everythingStored(stored)).not.toMatch(/pass word|7731/);
			});
		});
	});

	describe('map a rate plan', () => {
		const WANTED = { channelId: '189', channelHotelId: '55010', roomId: 'SUP-DBL', ratePlanId: 'NONREF', status: 'Active' };
		const map = async (price: IDataObject[], changes: INodeParameters = {}) => await run('mapRatePlan', { ...WANTED, pricing: { price: price as INodeParameters[] }, ...changes });

		it('and tell what the mappings hold of it', async () => {
			const { items, error } = await map([{ numberOfGuests: 2, multiplier: '1.10', surcharge: 5 }], { mappingFields: { defaultMinimumNight: 2, extraRatesType: 'eac', defaultAdultRate: 12.5, derivedRateIds: '8, 9' } });
			expect(error).toBeUndefined();
			expect(json(items)).toEqual([{
				mapped: true, hotelId: 'HVIEW-1', channelId: '189', channelHotelId: '55010', roomId: 'SUP-DBL', ratePlanId: 'NONREF',
				verified: null, pricing: [{ numberOfGuests: '2', multiplier: '1.1', surcharge: '5' }], differences: [], verifyNote: 'The mappings do not show: defaultMinimumNight, derivedRateIds.',
			}]);
			expect(sandbox.control.requests('mapChannelRatePlan')[0]?.body).toEqual({
				hotelid: 'HVIEW-1', action: 'setup', channelid: '189', status: 'Active', roomid: 'SUP-DBL', rateid: 'NONREF', channelhotelid: '55010',
				pricing: [{ applicablenoofguest: '2', multiplier: '1.1', surcharge: '5' }], defaultminimumnight: '2', derivedrateids: ['8', '9'], extrarates: { type: 'eac', defaultadultrate: '12.5', defaultchildrate: '' },
			});
			expect(await plansAt('189')).toEqual(['SUP-DBL FLEX', 'SUP-DBL NONREF', 'FAM-STE FLEX']);
		});

		it('and say true where they hold all that was sent', async () => {
			const { items } = await map([{ numberOfGuests: 2, multiplier: 1.1, surcharge: 0 }], { channelRoomId: '550101', channelRateId: '7', mappingFields: { extraRatesType: 'eb', defaultChildRate: 5, fixedMinimumStay: 3 } });
			expect(json(items)).toMatchObject([{ verified: true, differences: [], verifyNote: null }]);
		});

		it('and say null for numbers of guests that the mappings do not show', async () => {
			const { items } = await map([{ numberOfGuests: 2, multiplier: 1, surcharge: 0 }, { numberOfGuests: 3, multiplier: 1.2, surcharge: 0 }]);
			expect(json(items)).toMatchObject([{ verified: null, differences: [], verifyNote: 'The mappings do not show: pricing.3.multiplier, pricing.3.surcharge.' }]);
		});

		const held = (changes: IDataObject) => ({ 189: [{ ChannelID: '189', ChannelHotelID: '55010', Status: 'Active', RoomIDs: [], Rateplans: [{ PMSRoomID: 'SUP-DBL', PMSRateID: 'NONREF', ChannelRoomID: '1', ChannelRateID: '1', MappingStatus: 'Active', Pricing: { ApplicableNoOfGuest: '2', Multiplier: '1', Surcharge: '0' }, ...changes }] }] });

		it.each<[what: string, body: IDataObject, expected: IDataObject, changes?: INodeParameters]>([
			['false where they hold something else', held({ Pricing: { ApplicableNoOfGuest: '2', Multiplier: '1.5', Surcharge: '0' } }), { verified: false, differences: [{ field: 'pricing.2.multiplier', sent: '1', held: '1.5' }] }],
			['false where they hold another room and rate of the channel', held({}), { verified: false, differences: [{ field: 'channelRoomId', sent: '550102', held: '1' }, { field: 'channelRateId', sent: '8', held: '1' }] }, { channelRoomId: '550102', channelRateId: '8' }],
			['false where they hold other rates for more guests, and no fixed stay', held({ ExtraRates: { Type: 'none', DefaultAdultRate: '', DefaultChildRate: '' }, FixedMinStay: { Fixed: false, MinStay: '' } }), {
				verified: false,
				differences: [
					{ field: 'extraRatesType', sent: 'eac', held: 'none' }, { field: 'defaultAdultRate', sent: '12.5', held: '' },
					{ field: 'fixedMinimumStay.fixed', sent: 'true', held: 'false' }, { field: 'fixedMinimumStay', sent: '3', held: '' },
				],
			}, { mappingFields: { extraRatesType: 'eac', defaultAdultRate: 12.5, fixedMinimumStay: 3 } }],
			['null where they show neither of them', held({}), { verified: null, verifyNote: 'The mappings do not show: extraRatesType, fixedMinimumStay.fixed, fixedMinimumStay.' }, { mappingFields: { extraRatesType: 'eac', fixedMinimumStay: 3 } }],
			['true where they hold a list of it', held({ Pricing: [{ ApplicableNoOfGuest: '1', Multiplier: '9', Surcharge: '0' }, { ApplicableNoOfGuest: '2', Multiplier: '1.00', Surcharge: '0.0' }] }), { verified: true }],
			['null where they do not list it', {}, { verified: null, verifyNote: 'The mappings list no such mapping.' }],
			['null where they are refused', { Status: 'Fail', Errors: { Code: '400', ShortText: 'Invalid HotelCode (HVIEW-1)' } }, { verified: null, verifyNote: expect.stringMatching(/Invalid HotelCode/) as unknown as string }],
			['null where they cannot be read', { 189: 'none' }, { verified: null }],
		])('and say %s', async (_what, body, expected, changes = {}) => {
			sandbox.control.fault({ operationId: 'listMappings', kind: 'answer', body });
			const { items, error } = await map([{ numberOfGuests: 2, multiplier: 1, surcharge: 0 }], changes);
			expect([error?.message, json(items)]).toMatchObject([undefined, [{ mapped: true, ...expected }]]);
		});

		it('and say what is wrong with the rate plan', async () => {
			const { error } = await map([{ numberOfGuests: 2, multiplier: 1, surcharge: 0 }], { ratePlanId: 'NO-SUCH' });
			expect([kindOf(error), wordsOf(error)]).toEqual(['notFound', expect.stringMatching(/does not exist or is inactive.*Check Room Type ID and Rate Plan ID/)]);
		});

		it('and name faulty rows', async () => {
			const { error } = await map([{ numberOfGuests: 2, multiplier: 0 }, { numberOfGuests: 2, multiplier: 1, surcharge: -1 }], { mappingFields: { defaultAdultRate: 5 } });
			expect(wordsOf(error)).toMatch(/4 fields need attention.*Pricing 1: Multiplier.*Pricing 2: Number of Guests: must not be there twice.*Pricing 2: Surcharge.*Extra Rates: must say/s);
			expect(wordsOf((await map([])).error)).toMatch(/Pricing: must have at least one row/);
			expect(received(sandbox, 'mapChannelRatePlan')).toBe(0);
		});
	});

	describe('mappings that do not show that a rate plan is unmapped', () => {
		const UNMAP = { channelId: '19', roomId: 'FAM-STE', ratePlanId: 'FLEX', confirmRatePlanId: 'FLEX', options: { timeoutMs: 500 } };
		const connection = (ChannelID: string, ChannelHotelID: string, Rateplans: unknown) => ({ ChannelID, ChannelHotelID, Status: 'Active', RoomIDs: [], Rateplans });
		const FAMILY = { PMSRoomID: 'FAM-STE', PMSRateID: 'FLEX', ChannelRoomID: '550101', ChannelRateID: '7', MappingStatus: 'Active' };
		const SUPERIOR = { ...FAMILY, PMSRoomID: 'SUP-DBL' };

		it.each<[string, IDataObject]>([
			['the connection without a list', { 19: [connection('19', '1234567', undefined)] } as unknown as IDataObject],
			['the connection with null for a list', { 19: [connection('19', '1234567', null)] } as unknown as IDataObject],
			['the connection with an object for a list', { 19: [connection('19', '1234567', { 0: SUPERIOR })] } as unknown as IDataObject],
			['the connection with rows that name no rate plan', { 19: [connection('19', '1234567', [{ PMSRoomID: 'FAM-STE' }])] } as unknown as IDataObject],
			['the connection with an empty list, where others were in it', { 19: [connection('19', '1234567', [])] } as unknown as IDataObject],
			['another connection of the channel alone', { 19: [connection('19', '7654321', [SUPERIOR])] } as unknown as IDataObject],
			['another channel alone', { 189: [connection('189', '55010', [SUPERIOR])] } as unknown as IDataObject],
		])('leave it open: %s', async (_what, body) => {
			sandbox.control.fault({ operationId: 'mapChannelRatePlan', kind: 'cut' });
			sandbox.control.fault({ operationId: 'listMappings', kind: 'answer', body: { 19: [connection('19', '1234567', [FAMILY, SUPERIOR])] } as unknown as IDataObject, times: 2 });
			sandbox.control.fault({ operationId: 'listMappings', kind: 'answer', body, times: 0 });
			const { items, error } = await run('unmapRatePlan', UNMAP, 'one execution');
			expect([items, kindOf(error)]).toEqual([[], 'unknownOutcome']);
		});

		it('that was the only one of its connection, and that is in an empty list now, is unmapped', async () => {
			sandbox.control.fault({ operationId: 'mapChannelRatePlan', kind: 'cut' });
			sandbox.control.fault({ operationId: 'listMappings', kind: 'answer', body: { 19: [connection('19', '1234567', [FAMILY])] } as unknown as IDataObject, times: 2 });
			sandbox.control.fault({ operationId: 'listMappings', kind: 'answer', body: { 19: [connection('19', '1234567', [])] } as unknown as IDataObject, times: 0 });
			expect(json((await run('unmapRatePlan', UNMAP)).items)).toMatchObject([{ unmapped: true, outcomeFrom: 'lookUp' }]);
		});
	});

	/** Both writes that take something away. */
	describe.each([
		{
			operation: 'disconnect', call: 'setUpChannel', done: 'disconnected', ids: { channelId: '189', channelHotelId: '55011' }, confirm: 'confirmChannelHotelId', id: '55011', label: /Channel Hotel ID Once More: must be the same as Channel Hotel ID \(55011\)/,
			other: { channelHotelId: '55019', confirmChannelHotelId: '55019' }, notThere: /Channel Hotel ID: must be a connection of HVIEW-1 to channel 189, not 55019: the property is connected to 19 \(1234567\), 189 \(55010\), 189 \(55011\)/,
			isThere: async () => (await hotelsAt('189')).includes('55011'), again: async () => await run('connect', { channelId: '189', channelHotelId: '55011', status: 'Active', defaultMultiplier: 1, defaultSurcharge: 0 }),
			body: { hotelid: 'HVIEW-1', action: 'remove', channelid: '189', status: 'Inactive', channelhotelid: '55011' },
		},
		{
			operation: 'unmapRatePlan', call: 'mapChannelRatePlan', done: 'unmapped', ids: { channelId: '19', channelHotelId: '', roomId: 'FAM-STE', ratePlanId: 'FLEX' }, confirm: 'confirmRatePlanId', id: 'FLEX', label: /Rate Plan ID Once More: must be the same as Rate Plan ID \(FLEX\)/,
			other: { ratePlanId: 'WEEKLY', confirmRatePlanId: 'WEEKLY' }, notThere: /Rate Plan ID: must be mapped at channel 19 together with FAM-STE, and WEEKLY is not/,
			isThere: async () => (await plansAt('19')).includes('FAM-STE FLEX'), again: async () => await run('mapRatePlan', { channelId: '19', roomId: 'FAM-STE', ratePlanId: 'FLEX', status: 'Active', pricing: { price: [{ numberOfGuests: 2, multiplier: 1, surcharge: 0 }] } }),
			body: { hotelid: 'HVIEW-1', action: 'remove', channelid: '19', status: 'Inactive', roomid: 'FAM-STE', rateid: 'FLEX' },
		},
	])('$operation', ({ operation, call, done, ids, confirm, id, label, other, notThere, isThere, again, body }) => {
		const QUICK = { timeoutMs: 500 };
		const remove = async (changes: INodeParameters = {}, executionId?: string) => await run(operation, { ...ids, [confirm]: id, options: QUICK, ...changes }, executionId);
		const sent = () => sandbox.control.requests(call).filter(({ body: each }) => (each as IDataObject).action === 'remove');

		it('is sent, once', async () => {
			const { items, error } = await remove();
			expect([error?.message, json(items)]).toMatchObject([undefined, [{ [done]: true, hotelId: 'HVIEW-1', alreadySubmitted: false, outcomeFrom: 'answer' }]]);
			expect(sent().map(({ body: each }) => each)).toEqual([body]);
			expect(await isThere()).toBe(false);
		});

		it('is not sent unless its ID is typed in twice', async () => {
			const { error } = await remove({ [confirm]: 'other' });
			expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringMatching(label)]);
			expect(sent()).toEqual([]);
		});

		it('is not sent for what is not there, and says what is', async () => {
			const { error } = await remove(other);
			expect([kindOf(error), wordsOf(error)]).toEqual(['validation', expect.stringMatching(notThere)]);
			expect(sent()).toEqual([]);
		});

		it('is not sent where the mappings cannot be read', async () => {
			sandbox.control.fault({ operationId: 'listMappings', kind: 'answer', body: { 19: 'none' }, times: 20 });
			expect((await remove()).error).toBeDefined();
			expect(sent()).toEqual([]);
		});

		it.each([200, 400])('is refused in Su\'s words, with status %i, and sent when it is run again', async (status) => {
			sandbox.control.fault({ operationId: call, kind: 'answer', status, body: { Status: 'Fail', Errors: { Code: '573', ShortText: 'No channel mapping found' } } });
			const { error, items } = await remove();
			expect([items, kindOf(error), wordsOf(error)]).toEqual([[], 'notFound', expect.stringMatching(/No channel mapping found/)]);
			expect(await isThere()).toBe(true);
			expect((await remove()).error).toBeUndefined();
			expect(await isThere()).toBe(false);
		});

		it.each<[what: string, fault: IDataObject]>([
			['a 500 after it was carried out', { kind: 'status', status: 500, when: 'after' }],
			['a cut after it was carried out', { kind: 'cut', when: 'after' }],
			['silence after it was carried out', { kind: 'silence', when: 'after' }],
			['an answer that is no success', { kind: 'patch', merge: { Status: 'Queued' } }],
		])('after %s is told by what the mappings show, and not sent again', async (_what, fault) => {
			sandbox.control.fault({ operationId: call, ...fault } as Parameters<typeof sandbox.control.fault>[0]);
			const { error, items } = await remove({}, 'one execution');
			expect([error?.message, json(items)]).toMatchObject([undefined, [{ [done]: true, outcomeFrom: 'lookUp' }]]);
			const second = await remove({}, 'one execution');
			expect(json(second.items)).toMatchObject([{ [done]: true, alreadySubmitted: true }]);
			expect(sent()).toHaveLength(1);
		});

		it.each<[what: string, fault: IDataObject]>([
			['a 500 before it was carried out', { kind: 'status', status: 500 }],
			['a cut before it was carried out', { kind: 'cut' }],
			['silence before it was carried out', { kind: 'silence' }],
		])('after %s is not told as done, nor sent by a second run, but where a person wants it', async (_what, fault) => {
			sandbox.control.fault({ operationId: call, ...fault } as Parameters<typeof sandbox.control.fault>[0]);
			const { error, items } = await remove();
			expect([items, kindOf(error)]).toEqual([[], 'unknownOutcome']);
			const second = await remove();
			expect([second.items, wordsOf(second.error)]).toEqual([[], expect.stringMatching(/^Not sent \(HVIEW-1, channel.*has sent the same before.*Send Even If Already Sent under Options/)]);
			expect(sent()).toHaveLength(1);
			const third = await remove({ options: { ...QUICK, sendAgain: true } });
			expect([third.error?.message, json(third.items)]).toMatchObject([undefined, [{ [done]: true }]]);
			expect(sent()).toHaveLength(2);
			expect(await isThere()).toBe(false);
		});

		it('after a 429 goes out when Su lets it, once', async () => {
			sandbox.control.fault({ operationId: call, kind: 'status', status: 429, retryAfterSeconds: 0 });
			const { error } = await remove();
			expect([error?.message, await isThere()]).toEqual([undefined, false]);
		});

		it('of which nobody knows is not sent by another process, until a person has sent it again', async () => {
			sandbox.control.fault({ operationId: call, kind: 'cut' });
			expect(kindOf((await remove()).error)).toBe('unknownOutcome');
			const elsewhere = suEngineOfNewProcess(sandbox);
			const there = async (options: INodeParameters = QUICK) => await elsewhere.run({ items: [{}], executionId: `elsewhere ${(executions += 1)}`, parameters: { resource: 'channel', operation, hotelId: 'HVIEW-1', ...ids, [confirm]: id, options } });
			const second = await there();
			expect([second.items, kindOf(second.error), wordsOf(second.error)]).toEqual([[], 'conflict', expect.stringMatching(/has sent the same before.*Send Even If Already Sent under Options/)]);
			expect(sent()).toHaveLength(1);
			expect((await there({ ...QUICK, sendAgain: true })).error).toBeUndefined();
			expect(await isThere()).toBe(false);
			await again();
			expect([(await there()).error?.message, await isThere()]).toEqual([undefined, false]);
			expect(sent()).toHaveLength(3);
		});

		it('of which nobody knew is sent by later executions as ever, once a person has sent it again', async () => {
			sandbox.control.fault({ operationId: call, kind: 'cut' });
			expect(kindOf((await remove({}, 'one execution')).error)).toBe('unknownOutcome');
			expect((await remove({ options: { ...QUICK, sendAgain: true } })).error).toBeUndefined();
			await again();
			expect([(await remove()).error?.message, await isThere()]).toEqual([undefined, false]);
			expect(sent()).toHaveLength(3);
			await again();
			// The first execution once more, as by Retry On Fail.
			expect(kindOf((await remove({}, 'one execution')).error)).toBe('unknownOutcome');
			expect(sent()).toHaveLength(3);
		});

		it('that was refused, or found to be done, does not keep another process from it', async () => {
			const elsewhere = suEngineOfNewProcess(sandbox);
			sandbox.control.fault({ operationId: call, kind: 'answer', status: 400, body: { Status: 'Fail', Errors: { Code: '573', ShortText: 'No channel mapping found' } } });
			expect(kindOf((await remove()).error)).toBe('notFound');
			sandbox.control.fault({ operationId: call, kind: 'cut', when: 'after' });
			expect((await remove()).error).toBeUndefined();
			await again();
			const { error } = await elsewhere.run({ items: [{}], executionId: `elsewhere ${(executions += 1)}`, parameters: { resource: 'channel', operation, hotelId: 'HVIEW-1', ...ids, [confirm]: id, options: QUICK } });
			expect([error?.message, await isThere()]).toEqual([undefined, false]);
		});

		it('is not told as done once more in the same execution where it was put back since', async () => {
			expect((await remove({}, 'one execution')).error).toBeUndefined();
			await again();
			const { items, error } = await remove({}, 'one execution');
			expect([items, kindOf(error), wordsOf(error)]).toEqual([[], 'unknownOutcome', expect.stringMatching(/carried out, and what the partner lists now shows that it is not so.*Send Even If Already Sent/)]);
			expect([sent().length, await isThere()]).toEqual([1, true]);
			expect((await remove({ options: { ...QUICK, sendAgain: true } }, 'one execution')).error).toBeUndefined();
			expect(await isThere()).toBe(false);
		});

		it('in another execution is meant anew: what was connected again in between is taken away again', async () => {
			await remove();
			await again();
			expect(await isThere()).toBe(true);
			const { items, error } = await remove();
			expect([error?.message, json(items)]).toMatchObject([undefined, [{ [done]: true, alreadySubmitted: false }]]);
			expect(await isThere()).toBe(false);
		});

		it('in another execution says that it is not there any more, and is not sent', async () => {
			await remove();
			const { error, items } = await remove();
			expect([items, kindOf(error)]).toEqual([[], 'validation']);
			expect(sent()).toHaveLength(1);
		});
	});
});
