import { isMet, misses, round, rowAsText, wanted, type Row } from '../../bench/row';

const row = (changes: Partial<Row> = {}): Row => ({ what: 'Prices', figure: '41', bounds: [{ value: 41, least: 40 }, { of: 'requests', value: 10, most: 10 }], ...changes });

describe('what is wanted of a figure', () => {
	it.each([
		['at least', { value: 4, least: 4 }, true],
		['too little', { value: 3.99, least: 4 }, false],
		['at most', { value: 10, most: 10 }, true],
		['too much', { value: 11, most: 10 }, false],
		['no number', { value: NaN, least: 0 }, false],
	])('%s', (_name, bound, is) => {
		expect(isMet(bound)).toBe(is);
	});

	it('is told in words', () => {
		expect(wanted(row())).toBe('at least 40, requests at most 10');
		expect(wanted(row({ bounds: [] }))).toBe('');
	});

	it('is missed by name, with what was found', () => {
		const table = { name: 'speed', rows: [row(), row({ what: 'Reads', bounds: [{ value: 2.41, least: 2.5 }, { of: 'at once', value: 1000, most: 50 }] })] };
		expect(misses(table)).toEqual(['Reads: figure 2.41, wanted at least 2.5', 'Reads: at once 1000, wanted at most 50']);
	});

	it('is marked in the terminal', () => {
		expect(rowAsText(row())).not.toContain('MISSED');
		expect(rowAsText(row({ bounds: [{ value: 39, least: 40 }] }))).toContain('MISSED');
	});
});

test.each([[0.954, '0.95'], [2.567, '2.57'], [4.04, '4.0'], [162.4, '162']])('a ratio of %d is shown as %s', (value, text) => {
	expect(round(value)).toBe(text);
});
