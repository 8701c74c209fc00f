import type { ChannelRatePlan, Connection } from '../../../../../sandbox/su/types';
import { inSuSandbox, type SuCaller } from '../support';

describe('the Su sandbox: channels', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	const mappings = async (body: object) => (await su.ask<Record<string, Connection[]>>('mappings', body)).body;
	const ratePlans = async (channelhotelid: string) => await su.ask<{ status: string; data: ChannelRatePlan[] }>('OTARateplanPull', { hotelid: 'HVIEW-1', channelid: '19', channelhotelid });

	it('are listed under their codes, all of them or one', async () => {
		const all = await mappings({ hotelid: 'HVIEW-1' });
		expect(Object.entries(all).map(([code, list]) => [code, list.map(({ ChannelHotelID }) => ChannelHotelID)])).toEqual([['19', ['1234567']], ['189', ['55010', '55011']]]);
		expect(await mappings({ hotelid: 'HVIEW-1', channelid: '' })).toEqual(all);
		expect(Object.keys(await mappings({ hotelid: 'HVIEW-1', channelid: '189' }))).toEqual(['189']);
		expect(await mappings({ hotelid: 'NEW-3' })).toEqual({});
	});

	it('have rate plans of their own, one of which is not mapped', async () => {
		const { body } = await ratePlans('1234567');
		expect([body.status, body.data.map(({ type, mapping_rateplan }) => [type, mapping_rateplan])]).toEqual(['Success', [['manageable', 'FLEX'], ['manageable', 'NONREF'], ['manageable', 'FLEX'], ['nonmanageable', '']]]);
		expect(await ratePlans('55010')).toMatchObject({ status: 400, body: { Errors: { Code: '573' } } });
	});

	it('are answered as the document says', async () => {
		const problems = [
			await su.problems('listMappings', 'mappings', { hotelid: 'HVIEW-1' }),
			await su.problems('listMappings', 'mappings', { hotelid: 'NEW-3' }),
			await su.problems('listMappings', 'mappings', { hotelid: 'NOWHERE' }),
			await su.problems('listChannelRatePlans', 'OTARateplanPull', { hotelid: 'HVIEW-1', channelid: '189', channelhotelid: '55011' }),
			await su.problems('listChannelRatePlans', 'OTARateplanPull', { hotelid: 'NEW-3', channelid: '19', channelhotelid: '1' }),
			await su.problems('listChannelRatePlans', 'OTARateplanPull', { hotelid: 'NOWHERE', channelid: '19', channelhotelid: '1' }),
		];
		expect(problems.flat()).toEqual([]);
	});
});
