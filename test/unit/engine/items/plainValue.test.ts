import { plainValue, UNSURE } from '../../../../engine/items/plainValue';

/** So many levels of lists in each other. */
function nested(levels: number): unknown {
	return levels === 0 ? 1 : [nested(levels - 1)];
}

describe('what stands at a path', () => {
	it.each<[unknown, string[], unknown]>([
		[{ a: { b: [{ c: 1 }] } }, ['a', 'b', '0', 'c'], 1],
		[{ a: null }, ['a'], null],
		[{ a: null }, ['a', 'b', 'c'], undefined],
		[{}, ['a', 'b', 'c'], undefined],
		[{ a: [1] }, ['a', '1'], undefined],
		[{ a: [1] }, ['a', 'name'], undefined],
		[{ length: 3 }, ['length'], 3],
		[{ a: [{ b: 'text' }, null, []] }, ['a'], [{ b: 'text' }, null, []]],
		[{ a: Array.from({ length: 4_000 }, () => 1) }, ['a'], Array.from({ length: 4_000 }, () => 1)],
		[{ a: nested(20) }, ['a'], nested(20)],
	])('in %j at %j is read', (json, path, value) => {
		expect(plainValue(json, path)).toStrictEqual(value);
	});

	const endless: Record<string, unknown> = {};
	endless.self = endless;

	it.each<[what: string, json: unknown, path: string[]]>([
		['an item without data', undefined, ['a']],
		['an item that is null', null, []],
		['an item that is a list', [1], ['0']],
		['an item that is text', 'text', []],
		['an item of a class', new (class { a = 1; })(), ['a']],
		['a member of text', { a: 'text' }, ['a', '0']],
		['a member of a number', { a: 1 }, ['a', 'b']],
		['how long a list is', { a: [1] }, ['a', 'length']],
		['what a list can do', { a: [1] }, ['a', 'map']],
		['what every object can do', {}, ['toString']],
		['an own member of such a name', { toString: 1 }, ['toString']],
		['one deeper in an object', { a: { valueOf: 1 } }, ['a']],
		['a member that a list was given', { a: Object.assign([1], { b: 2 }) }, ['a', 'b']],
		['a list with one', { a: Object.assign([1], { b: 2 }) }, ['a']],
		['a list with a gap', { a: [1, , 2] }, ['a']],
		['a list of a class', { a: new (class Lines extends Array {})() }, ['a']],
		['a member that is calculated', { get a() { return 1; } }, ['a']],
		['a member that is not there, in an object', { a: { b: undefined } }, ['a']],
		['an own member "__proto__"', { a: JSON.parse('{ "__proto__": 1 }') }, ['a']],
		['a mark of n8n', { a: [{ __isError: true }] }, ['a']],
		['what n8n knows a date by', { a: { b: { isLuxonDateTime: true } } }, ['a']],
		['a member that has no name', { a: { [Symbol.iterator]: 1 } }, ['a']],
		['a date', { a: new Date(0) }, ['a']],
		['a file', { a: Buffer.from('text') }, ['a']],
		['a function', { a: () => 1 }, ['a']],
		['a large whole number', { a: 1n }, ['a']],
		['no number', { a: NaN }, ['a']],
		['infinity', { a: -Infinity }, ['a']],
		['a zero below zero', { a: [-0] }, ['a']],
		['half of a character', { a: '\ud83d' }, ['a']],
		['text with an end in it', { a: 'a\0b' }, ['a']],
		['what holds itself', endless, []],
		['what is too deep', { a: nested(40) }, ['a']],
		['what is too large', { a: Array.from({ length: 6_000 }, () => 1) }, ['a']],
		['what is too large in parts', { a: Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 1)) }, ['a']],
	])('is left to n8n for %s', (_what, json, path) => {
		expect(plainValue(json, path)).toBe(UNSURE);
	});

	it('is a copy', () => {
		const json = { a: [{ b: 1 }] };
		const read = plainValue(json, ['a']) as typeof json.a;
		read[0]!.b = 2;
		read.push({ b: 3 });
		expect(json).toEqual({ a: [{ b: 1 }] });
	});
});
