import { asWritten, digitsOf, ExactNumber, exactNumber, readJson } from '../../../../sandbox/core/exactNumber';
import { toWire } from '../../../../sandbox/core/wireAnswer';

describe('numbers of a body', () => {
	it.each(['50.00', '0.1', '-1250.40', '12345678901234567890.123456789', '1e-7', '2.50E+3', '0'])('keep their digits on the way through: %s', (digits) => {
		const body = readJson(`{"amount":${digits},"list":[{"price":${digits}}]}`) as object;
		expect(toWire({ status: 200, body: asWritten(body) }).text).toBe(`{"amount":${digits},"list":[{"price":${digits}}]}`);
	});

	it.each(['n12.30', 's1', '12.30', '', '"12.30"', '\\', 'a\n1', '{"x":1}'])('are told from texts and names, whatever those look like: %j', (text) => {
		const body = { [text]: text, more: [true, null, 1] };
		const read = asWritten(readJson(JSON.stringify(body)) as object);
		expect(read).toEqual({ [text]: text, more: [true, null, new ExactNumber('1')] });
	});

	it('are plain ones for who only shows them', () => {
		expect(JSON.stringify({ amount: exactNumber('50.00') })).toBe('{"amount":50}');
	});

	it('have their digits read, of either kind', () => {
		expect([digitsOf(exactNumber('50.00')), digitsOf(50)]).toEqual(['50.00', '50']);
	});

	it('that nobody wrote are written as JavaScript has them', () => {
		expect(toWire({ status: 200, body: asWritten({ amount: 0.5 }) }).text).toBe('{"amount":0.5}');
	});
});
