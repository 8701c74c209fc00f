import { isInSteps, negative, product, quotient, rounded, sign, sum } from '../../../../sandbox/core/decimals';

describe('exact decimals', () => {
	it.each([
		['0.1', '0.2', '0.3'],
		['1250.40', '0.1', '1250.50'],
		['10', '-10.00', '0.00'],
		['1e3', '1e-2', '1000.01'],
		['-0.05', '-0.05', '-0.10'],
		['9007199254740993', '1', '9007199254740994'],
	])('%s and %s make %s', (a, b, expected) => expect(sum(a, b)).toBe(expected));

	it.each([
		['0.1', '0.2', '0.02'],
		['3', '100.25', '300.75'],
		['-1.5', '2', '-3.0'],
	])('%s times %s is %s', (a, b, expected) => expect(product(a, b)).toBe(expected));

	it.each([
		['50', '2450.37', 8, '0.02040508'],
		['1', '3', 2, '0.33'],
		['-1', '8', 3, '-0.125'],
	])('%s by %s to %i places is %s', (a, b, places, expected) => expect(quotient(a, b, places)).toBe(expected));

	it.each([
		['1.005', 2, '1.01'],
		['1.004', 2, '1.00'],
		['-1.005', 2, '-1.01'],
		['1.5', 2, '1.5'],
	])('%s to %i places is %s', (a, places, expected) => expect(rounded(a, places)).toBe(expected));

	it.each<[string, number, boolean]>([
		['0.07', 2, true],
		['0.070', 2, true],
		['0.075', 2, false],
		['100.125', 3, true],
		['1e-3', 2, false],
		['5e2', 0, true],
	])('%s goes in steps of %i places: %s', (a, places, expected) => expect(isInSteps(a, places)).toBe(expected));

	it('have a sign, and an opposite', () => {
		expect([sign('-0.01'), sign('0.00'), sign('1e-9')]).toEqual([-1, 0, 1]);
		expect([negative('1.50'), negative('-1.50')]).toEqual(['-1.50', '1.50']);
	});

	it.each(['', 'ten', '1,5', '0x1', '1e5000'])('are none: %j', (text) => expect(() => sum(text, '1')).toThrow(/No decimal/));

	it('are not divided by 0', () => expect(() => quotient('1', '0', 2)).toThrow(RangeError));
});
