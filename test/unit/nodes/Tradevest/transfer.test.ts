import { jsonText } from '../../../../engine/http/exactNumber';
import { keyOf, requestOf } from './support';

describe('Transfer: Create', () => {
	it('sends the numbers of its body digit by digit', () => {
		const { body } = requestOf('transfer.create', { body: '{ "amount": 25.00, "more": [12345678901234567.89, 7, -0.10], "note": "1.50, as \\"agreed\\"" }' });
		expect(jsonText(body)).toBe('{"amount":25.00,"more":[12345678901234567.89,7,-0.10],"note":"1.50, as \\"agreed\\""}');
	});

	it('is another one with another amount, however little they differ', () => {
		expect(keyOf('transfer.create', { body: '{ "amount": 12345678901234567.89 }' })).not.toBe(keyOf('transfer.create', { body: '{ "amount": 12345678901234567.88 }' }));
	});
});
