import type { OnceOperation } from '../../../../../engine/operation/operation';
import { disconnect } from '../../../../../nodes/Su/channel/disconnect';
import { getMappings } from '../../../../../nodes/Su/channel/getMappings';
import { getRatePlans } from '../../../../../nodes/Su/channel/getRatePlans';
import { unmapRatePlan } from '../../../../../nodes/Su/channel/unmapRatePlan';
import { panelOf } from '../../../../support/panels/panelOf';
import { answer, failureOf, fieldsOf, RUN } from '../../../../support/panels/pure';

const PLAN = { PMSRoomID: 'SUP-DBL', PMSRateID: 'FLEX', ChannelRoomID: '1', ChannelRateID: '2', MappingStatus: 'Active' };
const WHOLE_PLAN = { ...PLAN, PricingModel: 'RBP', Pricing: { Multiplier: '1' } };
const CONNECTION = { ChannelID: '19', ChannelHotelID: '1234567', Status: 'Active', RoomIDs: ['SUP-DBL'], Rateplans: [WHOLE_PLAN] };

describe('what takes something of a channel away', () => {
	const IDS = { hotelId: 'HVIEW-1', channelId: '19', channelHotelId: '1234567', confirmChannelHotelId: '1234567', roomId: 'SUP-DBL', ratePlanId: 'FLEX', confirmRatePlanId: 'FLEX' };

	it.each([['disconnect', disconnect], ['unmapRatePlan', unmapRatePlan]])('is the same whatever capitals the property has: %s', (_name, of) => {
		const operation = of as unknown as OnceOperation<unknown>;
		const [one, other] = ['HVIEW-1', 'hview-1'].map((hotelId) => operation.parameters(panelOf({ ...IDS, hotelId }), RUN));
		expect([operation.key(one), operation.purpose!(one), operation.content(one)]).toEqual([operation.key(other), operation.purpose!(other), operation.content(other)]);
	});
});

describe('the mappings of a property', () => {
	const read = (values: Record<string, unknown>) => getMappings.parameters(panelOf({ hotelId: 'HVIEW-1', ...values }), RUN);
	const rows = (body: unknown, simplify = false) => ('items' in getMappings ? getMappings.items(answer(body), read({ simplify })) : []);
	const failed = (body: unknown) => failureOf(() => rows(body));

	it('are asked for all channels, or for one', () => {
		if (!('request' in getMappings)) throw new Error('It has one request');
		expect(getMappings.request(read({})).body).toEqual({ hotelid: 'HVIEW-1' });
		expect(getMappings.request(read({ channelId: 19 })).body).toEqual({ hotelid: 'HVIEW-1', channelid: '19' });
	});

	it('are one item for each connection, as Su has them', () => {
		expect(rows({ 19: [CONNECTION], 189: [{ ChannelHotelID: '55010' }, { ChannelHotelID: '55011' }], Status: 'Success' })).toEqual([
			CONNECTION, { ChannelID: '189', ChannelHotelID: '55010' }, { ChannelID: '189', ChannelHotelID: '55011' },
		]);
	});

	it('simplified have what tells which rate plan is which', () => {
		expect(rows({ 19: [{ ...CONNECTION, ChannelExtraInfo: {} }] }, true)).toEqual([{ ...CONNECTION, Rateplans: [PLAN] }]);
		expect(rows({ 19: [{ Rateplans: 'none' }] }, true)).toEqual([{ ChannelID: '19', Rateplans: 'none' }]);
	});

	it.each([[{}], [[]], [{ 19: [] }]])('are none where Su answers %j', (body) => {
		expect(rows(body)).toEqual([]);
	});

	it.each([
		[{ Status: 'Success' }, 'brokenAnswer', /connections under the codes of channels/],
		[{ 19: { ChannelID: '19' } }, 'brokenAnswer', /a list of connections under "19"/],
		[{ 19: ['19'] }, 'brokenAnswer', /a list of connections under "19"/],
		[{ 19: [CONNECTION], Status: 'Fail', Errors: { Code: '400', ShortText: 'Invalid HotelCode (X)' } }, 'notFound', /Invalid HotelCode/],
	])('are not told as none where Su answers %j', (body, kind, words) => {
		const { kind: found, message } = failed(body);
		expect([found, message]).toEqual([kind, expect.stringMatching(words)]);
	});
});

describe('the rate plans of a channel', () => {
	const VALUES = { hotelId: 'HVIEW-1', channelId: '19', channelHotelId: '1234567' };
	const read = (values: Record<string, unknown> = {}) => getRatePlans.parameters(panelOf({ ...VALUES, ...values }), RUN);
	const rows = (body: unknown, simplify: boolean) => ('items' in getRatePlans ? getRatePlans.items(answer(body), read({ simplify })) : []);
	const ROW = { type: 'manageable', roomtype_id: '1', rateplan_id: '2', rateplan_code: '2', is_child: '0' };

	it('are asked with the channel and its number of the hotel, as text', () => {
		if (!('request' in getRatePlans)) throw new Error('It has one request');
		expect(getRatePlans.request(read({ channelId: 19, channelHotelId: 1234567 })).body).toEqual({ hotelid: 'HVIEW-1', channelid: '19', channelhotelid: '1234567' });
		expect(fieldsOf(failureOf(() => read({ channelId: '', channelHotelId: '' })))).toEqual(['Channel ID', 'Channel Hotel ID']);
	});

	it('come as Su has them, or without what one seldom needs', () => {
		expect(rows({ status: 'Success', data: [ROW] }, false)).toEqual([ROW]);
		expect(rows({ status: 'Success', data: [ROW] }, true)).toEqual([{ type: 'manageable', roomtype_id: '1', rateplan_id: '2' }]);
	});

	it('that are refused are a failure, with a small status as well', () => {
		const refused = (body: unknown) => failureOf(() => rows(body, false));
		expect(refused({ status: 'Fail', response: 'No mapping' }).kind).toBe('validation');
		expect(refused({ Status: 'Fail', Errors: { Code: '573', ShortText: 'No channel mapping' } })).toMatchObject({ kind: 'notFound', details: { advice: expect.stringContaining('Channel: Get Mappings') as string } });
	});
});
