import { getToken } from '../../../../../nodes/Su/widget/getToken';
import { answer, failureOf } from '../../../../support/panels/pure';

const DATA = { msg: 'ok', token_id: 'abc', user_name: 'u', pms_name: 'p', proppmsid: 'sealed' };

describe('the token of a widget', () => {
	if (!('items' in getToken)) throw new Error('It has another form now.');
	const { items, request } = getToken;

	it('is asked for with the property', () => {
		expect(request({ hotelId: 'HVIEW-1' })).toEqual({ method: 'POST', path: '/SUAPI/jservice/widget/getWidgetAccessToken', body: { hotelid: 'HVIEW-1' } });
	});

	it('comes out with all that Su says beside it', () => {
		expect(items(answer({ Status: 'Success', Data: DATA, Message: '' }), { hotelId: 'HVIEW-1' })).toEqual([DATA]);
	});

	it.each([{}, { Data: [] }, { Data: { ...DATA, token_id: '' } }, { Data: 'abc' }])('is not in %j', (said) => {
		expect(failureOf(() => items(answer({ Status: 'Success', ...said }), { hotelId: 'HVIEW-1' })).message).toContain('"token_id"');
	});
});
