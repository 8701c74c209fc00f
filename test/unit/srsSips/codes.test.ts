import { isSameCode } from '../../../nodes/SrsSips/codes';

describe('codes, units and numbers of SIPS', () => {
	it.each<[unknown, string]>([['SBDEN', 'sbden'], [' bd ', 'BD'], ['T-1', 't-1 '], [43, '43']])('%p is the same as %p', (one, other) => {
		expect(isSameCode(one, other)).toBe(true);
	});

	it.each<[unknown, string]>([['SBDEN', 'SBDAL'], [undefined, 'BD'], [null, 'BD'], [{}, 'BD'], ['', ''], [null, 'null'], [true, 'true']])('%p is not the same as %p', (one, other) => {
		expect(isSameCode(one, other)).toBe(false);
	});
});
