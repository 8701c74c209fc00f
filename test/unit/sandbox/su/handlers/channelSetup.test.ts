import type { Connection } from '../../../../../sandbox/su/types';
import { inSuSandbox, type SuCaller } from '../support';

describe('the Su sandbox: connecting and mapping channels', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	const setup = (changes: object = {}) => ({ hotelid: 'HVIEW-1', action: 'setup', channelid: '9', status: 'Active', channelhotelid: '88002', defaultmultiplier: 1, defaultsurcharge: 0, ...changes });
	const map = (changes: object = {}) => ({ hotelid: 'HVIEW-1', action: 'setup', channelid: '19', status: 'Active', roomid: 'FAM-STE', rateid: 'NONREF', pricing: [{ applicablenoofguest: '2', multiplier: '1.1', surcharge: '5' }], ...changes });
	const mapped = async (channel: string) => (await su.ask<Record<string, Connection[]>>('mappings', { hotelid: 'HVIEW-1' })).body[channel] ?? [];

	it('adds a connection, changes it, and takes it away', async () => {
		expect((await su.ask('OTA_Setup', setup())).body).toEqual({ Status: 'Success', channelmapping: [] });
		expect(await mapped('9')).toMatchObject([{ ChannelHotelID: '88002', Status: 'Active' }]);
		await su.ask('OTA_Setup', setup({ channelid: 9, status: 'Inactive' }));
		expect(await mapped('9')).toMatchObject([{ ChannelHotelID: '88002', Status: 'Inactive' }]);
		expect((await su.ask('OTA_Setup', setup({ action: 'remove' }))).body).toEqual({ Status: 'Success' });
		expect(await mapped('9')).toEqual([]);
	});

	it('gives a number where none is named', async () => {
		expect((await su.ask('OTA_Setup', setup({ channelhotelid: undefined }))).body).toMatchObject({ Status: 'Success', channelhotelid: expect.any(Number) as number });
	});

	it('maps a rate plan with its pricing, and takes it away', async () => {
		expect((await su.ask('OTA_RatePlanMap', map())).body).toMatchObject({ Status: 'Success', Data: { roomname: 'Family Suite', ratename: 'Non-refundable' } });
		const planOf = async () => (await mapped('19'))[0]?.Rateplans.find(({ PMSRoomID, PMSRateID }) => PMSRoomID === 'FAM-STE' && PMSRateID === 'NONREF');
		expect(await planOf()).toMatchObject({ MappingStatus: 'Active', Pricing: { ApplicableNoOfGuest: '2', Multiplier: '1.1', Surcharge: '5' } });
		await su.ask('OTA_RatePlanMap', map({ action: 'remove', pricing: undefined }));
		expect(await planOf()).toBeUndefined();
	});

	it.each<[what: string, name: string, body: object, code: string]>([
		['an unknown property', 'OTA_Setup', setup({ hotelid: 'NOWHERE' }), '400'],
		['an unknown property', 'OTA_RatePlanMap', map({ hotelid: 'NOWHERE' }), '400'],
		['a connection that is not there', 'OTA_Setup', setup({ action: 'remove' }), '573'],
		['a connection that is not there', 'OTA_RatePlanMap', map({ channelid: '9' }), '573'],
		['a mapping that is not there', 'OTA_RatePlanMap', map({ action: 'remove' }), '573'],
		['a rate plan that is not there', 'OTA_RatePlanMap', map({ rateid: 'NO-SUCH' }), '996'],
		['a room type that is not there', 'OTA_RatePlanMap', map({ roomid: 'NO-SUCH' }), '996'],
	])('refuses %s: %s', async (_what, name, body, code) => {
		expect(await su.ask(name, body)).toMatchObject({ status: 400, body: { Status: 'Failed', Errors: { Code: code } } });
	});

	it('answers as the document says, and forgets with a reset', async () => {
		const problems = [
			await su.problems('setUpChannel', 'OTA_Setup', setup()),
			await su.problems('setUpChannel', 'OTA_Setup', setup({ channelhotelid: undefined, channelid: '353' })),
			await su.problems('setUpChannel', 'OTA_Setup', setup({ hotelid: 'NOWHERE' })),
			await su.problems('mapChannelRatePlan', 'OTA_RatePlanMap', map()),
			await su.problems('mapChannelRatePlan', 'OTA_RatePlanMap', map({ action: 'remove' })),
			await su.problems('mapChannelRatePlan', 'OTA_RatePlanMap', map({ rateid: 'NO-SUCH' })),
		];
		expect(problems.flat()).toEqual([]);
		await su.sandbox.control.reset();
		expect(await mapped('9')).toEqual([]);
	});
});
