import { ExactNumber, jsonText } from '../../../../engine/http/exactNumber';

describe('a number that goes out digit by digit', () => {
	it.each(['25.00', '0.1', '0.30000000000000000001', '123456789012345678901234567890', '-12.50', '0'])('%s goes out as it is', (text) => {
		expect(jsonText({ amount: new ExactNumber(text), rows: [{ quantity: new ExactNumber(text) }] })).toBe(`{"amount":${text},"rows":[{"quantity":${text}}]}`);
	});

	it('leaves a text that looks like one alone', () => {
		expect(jsonText({ note: '25.00', amount: new ExactNumber('25.00') })).toBe('{"note":"25.00","amount":25.00}');
	});

	it('is its text where a request is compared', () => {
		expect(JSON.stringify({ amount: new ExactNumber('25.00') })).toBe('{"amount":"25.00"}');
	});

	it('costs a body without any nothing: it is the text that JSON makes', () => {
		const body = { name: 'a "quoted" name', rows: [1, 2.5, null, true] };
		expect(jsonText(body)).toBe(JSON.stringify(body));
	});
});
