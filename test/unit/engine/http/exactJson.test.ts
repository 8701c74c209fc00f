import { parseExactly } from '../../../../engine/http/exactJson';
import { ExactNumber, jsonText } from '../../../../engine/http/exactNumber';

describe('JSON whose numbers keep their digits', () => {
	it.each([
		'{"amount":25.00}',
		'{"id":12345678901234567890}',
		'{"rows":[0.10,-1.50,1e5,0]}',
		'{"text":"25.00 and \\"1.50\\"","1.50":true,"none":null}',
		'"25.00"',
		'25.00',
	])('%s is written again as it was', (json) => {
		expect(jsonText(parseExactly(json))).toBe(json);
	});

	it('leaves a number as it is where JavaScript writes it the same', () => {
		expect(parseExactly('{"a":7,"b":12.5,"c":25.0}')).toEqual({ a: 7, b: 12.5, c: new ExactNumber('25.0') });
	});

	it.each(['', 'abc', '{"amount":25.00', '{"a":01}', '{"a":+1}', "{'a':1}"])('%p is no JSON', (json) => {
		expect(() => parseExactly(json)).toThrow(SyntaxError);
	});
});
