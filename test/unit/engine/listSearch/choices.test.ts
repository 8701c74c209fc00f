import { PAGE_SIZE, pageOf, type Choice } from '../../../../engine/listSearch/choices';

const FRUIT: Choice[] = [
	{ name: 'Red Apple (67061)', value: '67061', also: 'orchard' },
	{ name: 'Green Apple (106706)', value: '106706' },
	{ name: 'Pear (6706)', value: '6706' },
];

const many = (count: number): Choice[] => Array.from({ length: count }, (_, at) => ({ name: `Thing ${at}`, value: String(at) }));
const values = (page: { results: Array<{ value: unknown }> }) => page.results.map(({ value }) => value);

describe('what a person sees of a list', () => {
	it.each([
		['nothing typed', '', ['67061', '106706', '6706']],
		['blanks', '  ', ['67061', '106706', '6706']],
		['a word, in any case', 'APPLE', ['67061', '106706']],
		['two words, in any order', 'apple green', ['106706']],
		['words that are not shown', 'orchard', ['67061']],
		['part of a number; that very number first', '6706', ['6706', '67061', '106706']],
		['what there is not', 'plum', []],
		['signs that mean something elsewhere', '(6706)', ['6706']],
		['half an expression', '.*[', []],
	])('with %s', (_what, typed, expected) => {
		expect(values(pageOf(FRUIT, typed))).toEqual(expected);
	});

	it('is name and value, and no more', () => {
		expect(pageOf(FRUIT, 'red')).toEqual({ results: [{ name: 'Red Apple (67061)', value: '67061' }] });
	});

	it('holds each value once', () => {
		expect(pageOf([{ name: 'First', value: '1' }, { name: 'Second', value: '1' }]).results).toEqual([{ name: 'First', value: '1' }]);
	});

	it('comes in pages, and the last one says that it is the last', () => {
		const choices = many(2 * PAGE_SIZE + 5);
		const seen: unknown[] = [];
		let token: unknown = '';
		let pages = 0;
		while (token !== undefined) {
			const page = pageOf(choices, '', String(token));
			seen.push(...values(page));
			token = page.paginationToken;
			pages += 1;
		}
		expect(pages).toBe(3);
		expect(seen).toEqual(choices.map(({ value }) => value));
	});

	it('has no second page where one is just full', () => {
		expect(pageOf(many(PAGE_SIZE))).not.toHaveProperty('paginationToken');
	});

	it('counts the pages of what was searched for, not of all', () => {
		expect(pageOf(many(1000), 'thing 99')).not.toHaveProperty('paginationToken');
	});

	it.each(['-1', '1e3', 'x', '99999999999', '5.5'])('begins at the first page for the token %s', (token) => {
		expect(values(pageOf(many(3), '', token))).toEqual(['0', '1', '2']);
	});

	it('is empty beyond the end', () => {
		expect(pageOf(many(3), '', '300')).toEqual({ results: [] });
	});
});
