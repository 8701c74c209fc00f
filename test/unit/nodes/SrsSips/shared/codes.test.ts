import { isSameCode, orderIdKey } from '../../../../../nodes/SrsSips/shared/codes';

describe('codes, units and numbers of SIPS', () => {
	it.each<[unknown, string]>([['SBDEN', 'sbden'], [' bd ', 'BD'], ['T-1', 't-1 '], [43, '43']])('%p is the same as %p', (one, other) => {
		expect(isSameCode(one, other)).toBe(true);
	});

	it.each<[unknown, string]>([['SBDEN', 'SBDAL'], [undefined, 'BD'], [null, 'BD'], [{}, 'BD'], ['', ''], [null, 'null'], [true, 'true']])('%p is not the same as %p', (one, other) => {
		expect(isSameCode(one, other)).toBe(false);
	});

	it.each([['0041200987', '41200987'], [' 41200987 ', '41200987'], ['000', '0'], ['00A1', '00a1'], ['', '']])('%p is compared as %p', (id, key) => {
		expect(orderIdKey(id)).toBe(key);
	});

	// Of what takes time by the square, a megabyte takes an hour.
	it('are compared at once, however long somebody makes them', () => {
		const zeros = '0'.repeat(1_000_000);
		expect(orderIdKey(`${zeros}x`)).toBe(`${zeros}x`);
		expect(orderIdKey(zeros)).toBe('0');
	});
});
