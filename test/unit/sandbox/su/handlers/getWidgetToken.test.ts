import { inSuSandbox, type SuCaller } from '../support';

describe('the Su sandbox: the token of widgets', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	it('is another one each time, for a property that is there', async () => {
		const token = async () => (await su.ask<{ Data: { token_id: string } }>('widget/getWidgetAccessToken', { hotelid: 'HVIEW-1' })).body.Data.token_id;
		expect(await token()).not.toBe(await token());
		expect(await su.ask('widget/getWidgetAccessToken', { hotelid: 'NOWHERE' })).toMatchObject({ status: 400, body: { Errors: { Code: '400' } } });
	});

	it('is answered as the document says', async () => {
		for (const hotelid of ['HVIEW-1', 'NOWHERE']) expect(await su.problems('getWidgetToken', 'widget/getWidgetAccessToken', { hotelid })).toEqual([]);
	});
});
