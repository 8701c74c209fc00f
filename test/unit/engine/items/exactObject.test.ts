import { jsonText } from '../../../../engine/http/exactNumber';
import { exactObject } from '../../../../engine/items/exactObject';

const sent = (value: unknown): string => {
	const read = exactObject(value);
	return 'fault' in read ? read.fault : jsonText(read.value);
};

describe('a JSON object whose numbers go out digit by digit', () => {
	it.each([
		'{"a":150.00,"b":[0.10,-3,12345678901234567890.50,1e3],"c":{"d":2.0}}',
		'{"a":"150.00","b":"x \\"1.50\\" \\\\","12.0":true,"c":null,"d":"\\u0041"}',
		'{}',
	])('is %s', (json) => {
		expect(sent(json)).toBe(json.replace('\\u0041', 'A'));
	});

	it('may be what an expression gives, without what a calculation left behind', () => {
		expect(sent({ a: 0.1 + 0.2, b: 25, c: 9007199254740991, d: [1.005], e: 'x', f: null, g: 1e-7 })).toBe('{"a":0.3,"b":25,"c":9007199254740991,"d":[1.005],"e":"x","f":null,"g":1e-7}');
		expect(sent({ at: new Date('2026-09-04T00:00:00Z') })).toBe('{"at":"2026-09-04T00:00:00.000Z"}');
	});

	it.each<[string, unknown, RegExp]>([
		['a list', '[1]', /must be a JSON object/],
		['a number', '1.50', /must be a JSON object/],
		['no JSON', '{"a": 1.}', /must be a JSON object/],
		['a list of an expression', [{ a: 1 }], /not a list/],
		['a number that has lost digits', { a: [2 ** 53] }, /has lost digits/],
		['what an expression made of an object', '{"a":"[object Object]"}', /\[object Object\]/],
		['a member that would become a prototype', '{"a":{"__proto__":{"b":1}}}', /__proto__/],
		['deeper than any partner takes', `{"a":${'['.repeat(40)}${']'.repeat(40)}}`, /deeper than 30 levels/],
	])('is not %s', (_what, value, fault) => {
		expect(sent(value)).toMatch(fault);
	});

	it('takes long texts', () => {
		const json = JSON.stringify({ a: 'x\\"1'.repeat(300_000) });
		expect(sent(json)).toBe(json);
	});
});
