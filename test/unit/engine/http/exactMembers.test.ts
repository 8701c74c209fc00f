import { exactMembers, withExactMembers } from '../../../../engine/http/exactMembers';

const MEMBERS = exactMembers(['amount', 'price']);
const read = (json: string): unknown => JSON.parse(withExactMembers(json, MEMBERS));

describe('amounts of an answer', () => {
	it.each([
		['{"amount":25.00}', { amount: '25.00' }],
		['{"amount" : 0.30000000000000000001 }', { amount: '0.30000000000000000001' }],
		['{"a":[{"price":12},{"price":-1.5e3}]}', { a: [{ price: '12' }, { price: '-1.5e3' }] }],
		['{"amount":null,"price":"7.10"}', { amount: null, price: '7.10' }],
		['{"other":25.00}', { other: 25 }],
		['{"amount":[1,2]}', { amount: [1, 2] }],
	])('%s is read as %j', (json, value) => {
		expect(read(json)).toEqual(value);
	});

	it.each(['{"note":"\\"amount\\": 25.00"}', '{"note":"say \\\\\\"price\\\\\\":3"}'])('a text that speaks of one stays as it is: %s', (json) => {
		expect(read(json)).toEqual(JSON.parse(json));
	});
});
