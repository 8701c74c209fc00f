import { delimiterOf } from '../../../../engine/lists/delimiter';
import { jsonRows, textRows } from '../../../../engine/lists/listRows';
import { writtenDecimal } from '../../../../engine/lists/writtenDecimal';

const NAMES = { text: ['text', 'description', 'item'], quantity: ['qty', 'quantity'], unit: ['unit', 'um'] } as const;
const GUESS = { rest: 'text', large: 'quantity', looksLike: [['unit', (cell: string) => /^(?:bd|sq|pc)$/i.test(cell)], ['quantity', (cell: string) => /^\d+$/.test(cell)]] } as const;
const rows = (text: string) => textRows(text, NAMES, GUESS).rows;

describe('text with cells', () => {
	it.each<[string, string, Array<[number, Record<string, string>]>]>([
		['of a spreadsheet', 'Description,Qty,U/M\nfelt,3,RL', [[2, { text: 'felt', quantity: '3', unit: 'RL' }]]],
		['with a byte order mark and line ends of Windows', '\ufeffItem;QTY\r\nfelt;3\r\n', [[2, { text: 'felt', quantity: '3' }]]],
		['with line ends of old Macs', 'item\tqty\rfelt\t3\rnails\t4', [[2, { text: 'felt', quantity: '3' }], [3, { text: 'nails', quantity: '4' }]]],
		['with commas, quotes and line breaks in quotes', 'item,qty\n"felt, #15",3\n"boot 2"" black",4\n"ridge\nvent",5\nnails,6', [[2, { text: 'felt, #15', quantity: '3' }], [3, { text: 'boot 2" black', quantity: '4' }], [4, { text: 'ridge\nvent', quantity: '5' }], [6, { text: 'nails', quantity: '6' }]]],
		['with quotes that mean inches', 'item,qty\nboot 2" black,4\n"boot 3" black",5', [[2, { text: 'boot 2" black', quantity: '4' }], [3, { text: 'boot 3" black', quantity: '5' }]]],
		['with blank lines, which count for the numbers', 'item,qty\n\n , \nfelt,3\n\n', [[4, { text: 'felt', quantity: '3' }]]],
		['with a title above the header', 'Estimate 7731\n12 Ridge Rd\n\nitem,qty\nfelt,3', [[5, { text: 'felt', quantity: '3' }]]],
		['with columns that nobody wants, and two of one kind', 'item,price,description,qty\nfelt,9.99,#15,3', [[2, { text: 'felt #15', quantity: '3' }]]],
		['with numbers of positions', 'item,description,qty\n1,felt,3\n2,nails,4', [[2, { text: 'felt', quantity: '3' }], [3, { text: 'nails', quantity: '4' }]]],
		['with fewer cells than the header', 'item,qty,unit\nfelt', [[2, { text: 'felt' }]]],
		['without a header', 'felt #15,3,BD\nnails,4,PC', [[1, { text: 'felt #15', quantity: '3', unit: 'BD' }], [2, { text: 'nails', quantity: '4', unit: 'PC' }]]],
		['without a header, with a column that nothing tells', '3;nails;black\n4;boots;gray', [[1, { text: 'nails black', quantity: '3' }], [2, { text: 'boots gray', quantity: '4' }]]],
		['of one column', 'felt #15\nnails', [[1, { text: 'felt #15' }], [2, { text: 'nails' }]]],
		['of one column with its name', 'item\nfelt', [[2, { text: 'felt' }]]],
		['without a header, whose first column counts its lines', '1,felt,30,RL\n2,nails,6,BX', [[1, { text: 'felt RL', quantity: '30' }], [2, { text: 'nails BX', quantity: '6' }]]],
		['with lines and a title above the header', 'Estimate 7731\nfelt,3,BD\nitem,qty\nnails,4', [[2, { text: 'felt', quantity: '3', unit: 'BD' }], [4, { text: 'nails', quantity: '4' }]]],
		['with a second header, which counts from there on', 'item,qty\nfelt,3\nqty,item\n4,nails', [[2, { text: 'felt', quantity: '3' }], [4, { text: 'nails', quantity: '4' }]]],
		['of nothing', ' \n\n', []],
	])('%s', (_what, text, expected) => {
		expect(rows(text).map(({ line, cells, fault }) => [line, cells, fault])).toEqual(expected.map(([line, cells]) => [line, cells, undefined]));
	});

	it('never joins what several columns of one kind say, but for the text', () => {
		expect(rows('item,qty,quantity\nfelt,3,250\nnails,4,4')).toEqual([{ line: 2, cells: { text: 'felt', quantity: '3' }, others: { quantity: ['250'] } }, { line: 3, cells: { text: 'nails', quantity: '4' } }]);
		expect(rows('felt,3,9,BD')).toEqual([{ line: 1, cells: { text: 'felt', quantity: '3', unit: 'BD' }, others: { quantity: ['9'] } }]);
	});

	it.each<[string, string, Array<[string, string | undefined]>]>([
		['a number behind it stands where there are words', 'item,qty,notes\nfelt,1,250\nnails,4,north side\nvents,2,', [['1', '1250'], ['4', undefined], ['2', undefined]]],
		['the cells behind it have moved', 'item,qty,price,notes\nfelt,1,250,19.90\nnails,4,19.90,\nvents,2,105,left', [['1', '1250'], ['4', undefined], ['2', undefined]]],
		['a line stands alone', 'item,qty,notes\nfelt,12,500.5', [['12', '12500.5']]],
		['the next column is known', 'item,qty,unit\nfelt,1,250\nnails,4,PC', [['1', '1250'], ['4', undefined]]],
		['the next column is one of numbers', 'item,qty,price\nfelt,1,250\nnails,4,19.90\nvents,2,105', [['1', undefined], ['4', undefined], ['2', undefined]]],
		['it cannot be one of thousands', 'item,qty,notes\nfelt,1,25\nnails,1000,250\nvents,0,250\nboots,4,left', [['1', undefined], ['1000', undefined], ['0', undefined], ['4', undefined]]],
		['no comma stands between cells', 'item;qty;notes\nfelt;1;250\nnails;4;north side', [['1', undefined], ['4', undefined]]],
	])('tells both numbers that a comma may have cut, where %s', (_where, text, expected) => {
		expect(rows(text).map(({ cells, uncut }) => [cells.quantity, uncut?.quantity])).toEqual(expected);
	});

	it('names a bad line by its number, and goes on', () => {
		const read = rows('item,qty\nfelt, #15,3\nnails,4\n"boots,5\nvents,6');
		expect(read.map(({ line, fault }) => [line, fault?.slice(0, 24)])).toEqual([[2, 'This line has 3 cells, a'], [3, undefined], [4, 'A quote is opened in thi'], [5, undefined]]);
	});

	it.each([['a;b;c\n1,5;x;y', ';'], ['a\tb\n1, 2, 3\tc', '\t'], ['a|b\nc|d', '|'], ['felt, #15\nnails', ','], ['"a;b",c\n"d;e",f', ','], ['', ',']])('finds what stands between the cells: %j', (text, delimiter) => {
		expect(delimiterOf(text)).toBe(delimiter);
	});

	it('takes no longer for a line among many quotes that nobody closes', () => {
		const text = ['item,qty', ...Array.from({ length: 10_000 }, (_, at) => `"felt ${at},3`)].join('\n');
		// Each quote is followed for 5,000 characters at most: 50 million steps at the worst, and a fraction of that time for all others.
		const read = rows(text);
		expect(read).toHaveLength(10_000);
		expect(read.every(({ fault }) => fault !== undefined)).toBe(true);
	});

	it('grows with the number of lines, and not faster', () => {
		const timeOf = (count: number): number => {
			const text = ['item,qty', ...Array.from({ length: count }, (_, at) => `"felt ""${at}"", #15",3`)].join('\n');
			const begun = performance.now();
			expect(rows(text)).toHaveLength(count);
			return performance.now() - begun;
		};
		timeOf(2_000);
		// Ten times the lines in ten times the time; a hundred times would be quadratic. Between them is room for a busy machine.
		expect(timeOf(40_000) / Math.max(1, timeOf(4_000))).toBeLessThan(50);
	});
});

describe('JSON', () => {
	it.each<[string, unknown, unknown]>([
		['a list', [{ Item: 'felt', QTY: 3 }], [{ line: 1, cells: { text: 'felt', quantity: '3' } }]],
		['text of it, with the digits of its numbers', '[{"item":"felt","qty":3.50}]', [{ line: 1, cells: { text: 'felt', quantity: '3.50' } }]],
		['a list in an object', { lines: [{ item: 'felt' }], job: 'x' }, [{ line: 1, cells: { text: 'felt' } }]],
		['one object', { item: 'felt', qty: 3 }, [{ line: 1, cells: { text: 'felt', quantity: '3' } }]],
		['texts', ['felt', 'nails'], [{ line: 1, cells: { text: 'felt' } }, { line: 2, cells: { text: 'nails' } }]],
		['null for none', [{ item: 'felt', qty: null }], [{ line: 1, cells: { text: 'felt' } }]],
		['entries that are none', [7, null, { item: { a: 1 } }], [{ line: 1, cells: { text: '7' } }, { line: 2, cells: {}, fault: 'This entry is no object and no text' }, { line: 3, cells: {}, fault: 'item is neither text nor a number' }]],
	])('%s', (_what, given, expected) => {
		expect(jsonRows(given, NAMES, 'text')?.rows).toEqual(expected);
	});

	it.each([['text that is none', '[{"item":'], ['a number', 7], ['nothing', undefined], ['an empty object', {}]])('%s is no list', (_what, given) => {
		expect(jsonRows(given, NAMES, 'text')).toBeUndefined();
	});
});

describe('a number in a list', () => {
	it.each([
		['30', '30'], ['030', '30'], ['3.50', '3.50'], ['3,5', '3.5'], ['0,125', '0.125'], ['1,250.5', '1250.5'], ['1.250,5', '1250.5'], ['1,250,000', '1250000'], ["1'250", '1250'], ['1 250', '1250'], ['2 1/2', '2.5'], ['3/4', '0.75'], ['1250,5', '1250.5'], ['12,3456', '12.3456'],
	])('%s is %s', (written, value) => {
		expect(writtenDecimal(written)).toEqual({ value });
	});

	it('that can mean two is a fault that says both', () => {
		expect(writtenDecimal('1,250')).toEqual({ fault: '"1,250" can mean 1250 or 1.250. Write one of them' });
		expect(writtenDecimal('1.250')).toEqual({ value: '1.250' });
		expect(writtenDecimal('1.250', true)).toEqual({ fault: '"1.250" can mean 1250 or 1.250. Write one of them' });
	});

	it.each(['', 'a few', '-3', '1e3', '0x10', '1,25,0', '1..2', 'NaN', '3/0'])('%j is none', (written) => {
		expect(writtenDecimal(written)).toHaveProperty('fault');
	});
});
