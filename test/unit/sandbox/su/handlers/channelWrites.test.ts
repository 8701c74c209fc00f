import { dayFromNow } from '../../../../support/services/exampleDays';
import { inSuSandbox, type SuCaller } from '../support';

describe('the Su sandbox: writes for channels', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	const rates = (changes: object = {}, hotelid = 'HVIEW-1') => ({ hotelid, rooms: [{ room_id: 'SUP-DBL', rates: [{ value: dayFromNow(3), rate_id: 'FLEX', channel_id: 19, roomstosell: 2, ...changes }] }] });
	const rules = (changes: object = {}, hotelid = 'HVIEW-1') => ({
		hotelid, ratecontrol: [{ roomid: 'SUP-DBL', rateid: 'FLEX', date: [{ from: dayFromNow(3), to: dayFromNow(4), OTARule: [{ OTACode: [19], rule: { type: 'Multiply', value: '1.10' } }], ...changes }] }],
	});

	it('are kept, those for IDs that are not there as well', async () => {
		su.sandbox.control.change({ ticketForm: 'text' });
		const unknown = { hotelid: 'HVIEW-1', inventorycontrol: [{ roomid: 'NO-SUCH', date: [{ from: dayFromNow(3), to: dayFromNow(4), OTARule: [] }] }] };
		expect((await su.ask('channel-rates', rates())).body).toEqual({ Status: 'Success', TicketId: expect.stringMatching(/^\d{21}$/) as string });
		expect((await su.ask('invratecontrol', unknown)).body).toEqual({ Success: 'Success', TicketId: expect.stringMatching(/^\d{21}$/) as string });
		expect(su.sandbox.channelUpdates()).toEqual([rates(), unknown]);
		await su.sandbox.control.reset();
		expect(su.sandbox.channelUpdates()).toEqual([]);
	});

	it('are refused for days that are over, or too far ahead, each in its words', async () => {
		expect(await su.ask('channel-rates', rates({ value: '2020-01-01' }))).toMatchObject({ status: 200, body: { Status: 'Fail', Errors: [{ Code: '925' }] } });
		su.sandbox.control.change({ refusalStatus: 400 });
		expect(await su.ask('channel-rates', rates({ value: dayFromNow(800) }))).toMatchObject({ status: 400, body: { Status: 'Fail', Errors: [{ Code: '921' }] } });
		expect(await su.ask('invratecontrol', rules({ from: '2020-01-01', to: dayFromNow(501) }))).toMatchObject({ status: 400, body: { Status: 'NotProcessed', Errors: [{ Code: '925' }, { Code: '921' }] } });
		expect(su.sandbox.channelUpdates()).toEqual([]);
	});

	it('are refused for text where numbers are documented', async () => {
		expect(await su.ask('channel-rates', rates({ channel_id: '19' }))).toMatchObject({ status: 400, body: { Errors: { Code: '367' } } });
	});

	it('are answered as the document says', async () => {
		su.sandbox.control.change({ ticketForm: 'text' });
		const problems = [
			await su.problems('updateChannelRates', 'channel-rates', rates()),
			await su.problems('updateChannelRates', 'channel-rates', rates({ value: '2020-01-01' })),
			await su.problems('updateChannelRates', 'channel-rates', rates({}, 'NOWHERE')),
			await su.problems('setChannelRules', 'invratecontrol', rules()),
			await su.problems('setChannelRules', 'invratecontrol', rules({ from: '2020-01-01' })),
			await su.problems('setChannelRules', 'invratecontrol', rules({}, 'NOWHERE')),
		];
		expect(problems.flat()).toEqual([]);
	});
});
