import { exactDecimal } from '../../../../engine/fieldKinds/exactDecimal';

describe('a decimal number with the digits that it was given', () => {
	it.each([
		['25.00', '25.00'],
		[' 25.00 ', '25.00'],
		['+007.50', '7.50'],
		['0.10', '0.10'],
		[25, '25'],
		[0.1 + 0.2, '0.3'],
		['0.30000000000000004', '0.3'],
		['10', '10'],
	])('%j is %s', (given, text) => {
		expect(exactDecimal(given, { decimals: 2 })).toEqual({ value: text });
	});

	it.each([
		[0.1 + 0.2, '0.3'],
		[1.1 * 3, '3.3'],
		[0.000001, '0.000001'],
		[1e-7, '0.0000001'],
		['0.30000000000000004', '0.30000000000000004'],
		['0.123456789012345678', '0.123456789012345678'],
		[123456.789012, '123456.789012'],
	])('with 18 digits %j is %s', (given, text) => {
		expect(exactDecimal(given, { decimals: 18 })).toEqual({ value: text });
	});

	it('a number with more digits than it holds for certain is to be given as text', () => {
		expect(exactDecimal(0.12345678901234567, { decimals: 18 })).toEqual({ fault: expect.stringContaining('Give it as text') as string });
	});

	it.each([['1.234'], ['1,50'], ['abc'], [-1], ['']])('%j is none', (given) => {
		expect(exactDecimal(given, { decimals: 2 })).toEqual({ fault: expect.any(String) as string });
	});
});
