import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { EXPRESSION_ENGINES, useExpressionEngine } from '../support/n8nEngine/expressionEngines';
import { readings, type FieldReading } from '../support/n8nEngine/readingNode';

/** Names that a person's data may have, those that JavaScript, n8n or its engines treat as something of their own, and no names at all. */
const NAMES = [
	'a', 'b', 'order', 'order ID', 'größe', 'ключ', '0', '1', '01', '-1', '1.5', '', ' ', '.', 'a.b', 'a[0]', 'it\'s', '"', '\\', '{{', '}}', '$', '$json', '$now',
	'class', 'default', 'null', 'this', 'new', 'window', 'global', 'globalThis', 'process', 'length', 'name', 'json', 'value', 'map', 'first', 'isEmpty', 'size',
	'toString', 'valueOf', 'hasOwnProperty', 'toJSON', 'then', 'constructor', 'constructors', 'my constructor', 'a.constructor', 'prototype', '__proto__', '__defineGetter__',
	'__isError', '__isObject', '__keys', '__isArray', '__isDate', '__n8nType', '__n8nEscaped', '__value', '__rl', 'mainModule', 'binding', 'arguments', 'callee', 'caller',
	'getOwnPropertyDescriptor', '_load', 'a.isEmpty()', '$if(', '\u2028', '\u200b', '👍', '\ud83d', '\0', 'a\nb', 'a\tb',
] as const;

const name = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...NAMES.slice(0, 12)) }, { weight: 3, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) });

/** A name as an own member, also `__proto__`, which an assignment would take for something else. */
function withMembers(members: ReadonlyArray<readonly [string, unknown]>): Record<string, unknown> {
	const made: Record<string, unknown> = {};
	for (const [member, value] of members) Object.defineProperty(made, member, { value, writable: true, enumerable: true, configurable: true });
	return made;
}

const leaf = fc.oneof(
	fc.constantFrom(null, true, false, 0, 1, -1, 0.1, 1e21, 'text', '', ' ', '={{ $json.a }}', '0', '2026-01-31T00:00:00.000Z'),
	fc.string({ unit: 'binary', maxLength: 5 }), fc.double(), fc.integer(),
);
/** What is no JSON, and that items hold nevertheless: of code nodes, or of nodes that are careless. */
const oddLeaf = fc.constantFrom<() => unknown>(
	() => undefined, () => NaN, () => Infinity, () => -0, () => new Date(0), () => Buffer.from('text'), () => [1, , 2], () => Object.create(null) as object,
	() => new (class Order { a = 1; })(), () => /x/, () => new Map([['a', 1]]), () => Symbol.iterator, () => 10n, () => (): number => 1,
	() => Object.assign([1], { a: 1 }),
).map((make) => make());

const data = fc.letrec<{ json: unknown; record: Record<string, unknown> }>((tie) => ({
	record: fc.array(fc.tuple(name, tie('json')), { maxLength: 5 }).map(withMembers),
	json: fc.oneof({ maxDepth: 4, withCrossShrink: true }, { weight: 5, arbitrary: leaf }, { weight: 1, arbitrary: oddLeaf }, { weight: 5, arbitrary: tie('record') }, { weight: 2, arbitrary: fc.array(tie('json'), { maxLength: 3 }) }),
}));
/** Also data that is no object; n8n itself does not run a node with an item that has none. */
const item = fc.oneof({ weight: 9, arbitrary: data.record }, { weight: 1, arbitrary: data.json.filter((json) => json !== null && json !== undefined) });

/** A member of a path, in each way of writing it, also wrong ones. */
const member = fc.tuple(name, fc.constantFrom<(text: string) => string>(
	(text) => `.${text}`, (text) => `["${text}"]`, (text) => `['${text}']`, (text) => `[${text}]`, (text) => `[${JSON.stringify(text)}]`,
)).map(([text, write]) => write(text));
const around = fc.constantFrom<(path: string) => string>(
	(path) => `={{ ${path} }}`, (path) => `={{${path}}}`, (path) => `={{\n\t${path}\r\n}}`,
);
const aroundOdd = fc.constantFrom<(path: string) => string>(
	(path) => `= {{ ${path} }}`, (path) => `={{ ${path} }} `, (path) => `={{ ${path} }}${path}`, (path) => `={{ ${path} }}{{ ${path} }}`, (path) => `=${path}`, (path) => `{{ ${path} }}`,
	(path) => `={{ ${path}; }}`, (path) => `={{ (${path}) }}`, (path) => `={{ ${path}?.a }}`, (path) => `={{ ${path}.length }}`, (path) => `={{ ${path}() }}`, (path) => `={{ ${path}.toString() }}`,
	(path) => `={{ ${path} + 1 }}`, (path) => `={{ !${path} }}`, (path) => `={{ ${path}`, (path) => `={{ \u00a0${path}\ufeff }}`, (path) => `={{ ${path} // }}`, (path) => `={{ ${path}.isEmpty() }}`,
	(path) => `={{ $input.item.json${path.replace('$json', '')} }}`, (path) => `={{ $data${path.replace('$json', '')} }}`, (path) => `={{ ${path.replace('$json', '$Json')} }}`,
);
const text = fc.tuple(fc.array(member, { maxLength: 4 }), fc.oneof({ weight: 4, arbitrary: around }, { weight: 1, arbitrary: aroundOdd })).map(([members, write]) => write(`$json${members.join('')}`));

/** A field: a text alone, in what a person chose from a list, or in the rows of a table. */
const field = fc.oneof(
	{ weight: 3, arbitrary: text },
	{ weight: 1, arbitrary: text.map((value) => ({ __rl: true, mode: 'id', value, cachedResultName: 'Name' })) },
	{ weight: 1, arbitrary: fc.array(fc.record({ productId: text, quantity: fc.constantFrom('', '1', '={{ 1 + 1 }}', '={{ DateTime.fromISO("2026-01-31") }}'), option: text })).map((line) => ({ line })) },
) as fc.Arbitrary<INodeParameters[string]>;

/** What is read without n8n: the field's text, the item, and the value. */
const READ: ReadonlyArray<[text: string, item: unknown, value: unknown]> = [
	['={{ $json.a }}', { a: 1 }, 1],
	['={{$json.a}}', { a: 'text' }, 'text'],
	['={{\n\t$json.a\r\n}}', { a: false }, false],
	['={{ $json["a b"][0].c }}', { 'a b': [{ c: 'deep' }] }, 'deep'],
	['={{ $json[\'größe "xl" (m²)\'] }}', { 'größe "xl" (m²)': 3 }, 3],
	['={{ $json["it\'s"] }}', { 'it\'s': 4 }, 4],
	['={{ $json[""] }}', { '': 5 }, 5],
	['={{ $json.a["1"] }}', { a: ['x', 'y'] }, 'y'],
	['={{ $json["0"] }}', { 0: 'zero' }, 'zero'],
	['={{ $json[0] }}', { 0: 'zero' }, 'zero'],
	['={{ $json.class.default.new }}', { class: { default: { new: 6 } } }, 6],
	['={{ $json.length }}', { length: 7 }, 7],
	['={{ $json.this }}', { this: 8 }, 8],
	['={{ $json.a }}', { a: '={{ $json.b }}', b: 1 }, '={{ $json.b }}'],
	['={{ $json.a }}', { a: '' }, ''],
	['={{ $json.a }}', { a: { b: [1, null, { c: [] }] } }, { b: [1, null, { c: [] }] }],
	['={{ $json }}', { a: 1 }, { a: 1 }],
	// Nothing there.
	['={{ $json.a }}', {}, undefined],
	['={{ $json.a }}', { a: null }, undefined],
	['={{ $json.a.b.c }}', {}, undefined],
	['={{ $json.a.b.c }}', { a: null }, undefined],
	['={{ $json.a[2] }}', { a: [1] }, undefined],
	['={{ $json.a[2].b }}', { a: [1] }, undefined],
	['={{ $json.a["01"] }}', { a: [1, 2] }, undefined],
	['={{ $json.a.name }}', { a: [{ name: 'of an entry' }] }, undefined],
];

/** What n8n is asked for: the field's text, and the item. */
const ASKED: ReadonlyArray<[text: string, item: unknown]> = [
	// Another text than a path alone.
	['={{ $json.a }} ', { a: 1 }],
	['= {{ $json.a }}', { a: 1 }],
	['={{ $json.a }}{{ $json.a }}', { a: 1 }],
	['={{ $json?.a }}', { a: 1 }],
	['={{ $json.a + 1 }}', { a: 1 }],
	['={{ $json.a.toUpperCase() }}', { a: 'a' }],
	['={{ $json["a\\"b"] }}', { 'a"b': 1 }],
	['={{ $json["a}}b"] }}', { 'a}}b': 1 }],
	['={{ $json[`a`] }}', { a: 1 }],
	['={{ $json[$json.b] }}', { a: 1, b: 'a' }],
	['={{ $json.größe }}', { größe: 1 }],
	['={{ $json.\\u0061 }}', { a: 1 }],
	['={{ $json.01 }}', { a: 1 }],
	['={{ $json.a-b }}', { 'a-b': 1, a: 1 }],
	['={{ $json[01] }}', { 1: 1 }],
	['={{ $json.a', { a: 1 }],
	['={{ $json.$ }}', { $: 1 }],
	['={{ $input.item.json.a }}', { a: 1 }],
	['={{ $itemIndex }}', {}],
	// Names that n8n refuses, or that JavaScript has a meaning for.
	['={{ $json.__proto__ }}', {}],
	['={{ $json["__proto__"] }}', JSON.parse('{ "__proto__": 1 }')],
	['={{ $json.constructor }}', { constructor: 1 }],
	['={{ $json["my.constructor"] }}', { 'my.constructor': 1 }],
	['={{ $json.prototype }}', { prototype: 1 }],
	['={{ $json.binding }}', { binding: 1 }],
	['={{ $json.arguments }}', { arguments: 1 }],
	['={{ $json.globalThis }}', { globalThis: 1 }],
	['={{ $json.toString }}', {}],
	['={{ $json.toString }}', { toString: 'own' }],
	['={{ $json.a.length }}', { a: [1, 2] }],
	['={{ $json.a.length }}', { a: 'text' }],
	['={{ $json.a[0] }}', { a: 'text' }],
	['={{ $json.a.map }}', { a: [1] }],
	['={{ $json.a.b }}', { a: 5 }],
	['={{ $json.a.b }}', { a: Object.assign([1], { b: 2 }) }],
	// What is no JSON.
	['={{ $json.a }}', [{ a: 1 }]],
	['={{ $json.a }}', 'text'],
	['={{ $json.a }}', { a: NaN }],
	['={{ $json.a }}', { a: Infinity }],
	['={{ $json.a }}', { a: -0 }],
	['={{ $json.a }}', { a: 10n }],
	['={{ $json.a }}', { a: '\ud83d' }],
	['={{ $json.a }}', { a: 'a\0b' }],
	['={{ $json.a }}', { a: new Date(0) }],
	['={{ $json.a }}', { a: () => 1 }],
	['={{ $json.a }}', { a: [1, , 2] }],
	['={{ $json.a }}', { a: { b: undefined } }],
	['={{ $json.a }}', { a: { b: { toString: 'own' } } }],
	// Names that JSON writes with a backslash.
	['={{ $json.a }}', { a: { b: 1, '"': 2 } }],
	['={{ $json.a }}', { a: { b: 1, '\\': 2 } }],
	['={{ $json }}', { b: 1, '\n': 2 }],
	['={{ $json.a }}', { a: JSON.parse('{ "__proto__": { "b": 1 } }') }],
	['={{ $json.a }}', { a: { __isError: true, message: 'data' } }],
	['={{ $json.a }}', { get a() { return 1; } }],
];
const ROWS = [...READ, ...ASKED];

describe.each(EXPRESSION_ENGINES)('fields that name a place in the item, where n8n\'s expression engine is "%s"', (engine) => {
	beforeAll(async () => await useExpressionEngine(engine));
	afterAll(async () => await useExpressionEngine('legacy'));

	it('have the value that n8n gives, whatever the item, and however it is written', async () => {
		let unasked = 0;
		let all = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 8 }), fc.array(field, { minLength: 1, maxLength: 12 }), async (items, fields) => {
				const parameters = Object.fromEntries(fields.map((value, at) => [`field${at}`, value]));
				for (const [name, ofItems] of Object.entries(await readings(items, parameters))) {
					ofItems.forEach(({ ours, hosts }, index) => expect({ name, index, ...ours }).toEqual({ name, index, ...hosts }));
					all += ofItems.length;
					unasked += ofItems.filter(({ asked }) => asked.length === 0).length;
				}
			}),
			{ numRuns: engine === 'legacy' ? 200 : 50 },
		);
		// Else it would prove nothing.
		expect(unasked).toBeGreaterThan(all / 10);
		expect(unasked).toBeLessThan(all * 0.9);
	}, 120_000);

	describe('one by one', () => {
		let read: Record<string, FieldReading[]>;

		// All texts with all items in one run: an isolate takes longer to begin than to read them.
		beforeAll(async () => {
			read = await readings(ROWS.map(([, data]) => data), Object.fromEntries(ROWS.map(([text], at) => [`row${at}`, text])));
		}, 60_000);

		it.each(READ.map((row, at) => [...row, at] as const))('read without n8n: %s of %j is %j', (_text, _data, value, at) => {
			expect(read[`row${at}`]?.[at]).toEqual({ ours: { value }, hosts: { value }, asked: [] });
		});

		it.each(ASKED.map(([text, data], at) => [text, data, READ.length + at] as const))('asked of n8n: %s', (_text, _data, at) => {
			const { ours, hosts, asked } = read[`row${at}`]![at]!;
			expect(asked).toEqual([`row${at}`]);
			expect(ours).toEqual(hosts);
		});

		it('each text has the value that n8n gives with each item', () => {
			for (const ofItems of Object.values(read)) for (const { ours, hosts } of ofItems) expect(ours).toEqual(hosts);
		});
	});

	it('are asked of n8n as an agent\'s tool, whose fields n8n fills in', async () => {
		const parameters = { path: '={{ $json.a }}', model: '={{ $fromAI("a") }}' };
		const { path, model } = await readings([{ a: 1 }], parameters, { rewireOutputLogTo: NodeConnectionTypes.AiTool });
		expect(path).toEqual([{ ours: { value: 1 }, hosts: { value: 1 }, asked: ['path'] }]);
		expect(model![0]!.asked).toEqual(['model']);
		expect(model![0]!.ours).toEqual(model![0]!.hosts);
	});

	it('are read by themselves in what a person chose from a list, in rows and in collections', async () => {
		const items = [{ id: 'A', n: 1, list: [1] }, { id: 'B', list: null }];
		const parameters: INodeParameters = {
			branch: { __rl: true, mode: 'id', value: '={{ $json.id }}', cachedResultName: 'Denver' },
			lines: { line: [{ id: '={{ $json.id }}', quantity: '={{ $json.n }}', fixed: 'x' }, { id: 'y', quantity: 2, list: '={{ $json.list }}' }] },
		};
		const { branch, lines } = await readings(items, parameters);
		const rows = (id: string, n: unknown, list: unknown) => ({ line: [{ id, quantity: n, fixed: 'x' }, { id: 'y', quantity: 2, list }] });
		expect(branch!.map(({ ours, asked }) => [ours, asked])).toEqual([[{ value: 'A' }, []], [{ value: 'B' }, []]]);
		expect(lines!.map(({ ours, asked }) => [ours, asked])).toEqual([[{ value: rows('A', 1, [1]) }, []], [{ value: rows('B', undefined, null) }, []]]);
		for (const { ours, hosts } of [...branch!, ...lines!]) expect(ours).toStrictEqual(hosts);
	});

	it('leave other expressions of the same rows to n8n, each asked for once, and all where a part would come out another way', async () => {
		const row = { id: '={{ $json.id }}', quantity: '={{ $json.n * 2 }}' };
		const items = [{ id: 'A', n: 1 }, { id: 'B', n: 2 }];
		const { lines, dated, beside } = await readings(items, {
			lines: { line: [row, { ...row, quantity: 1 }] },
			dated: { line: [{ ...row, day: '={{ DateTime.fromISO("2026-01-31") }}' }] },
			beside: { line: [{ ...row, same: '={{ $parameter["&id"] }}' }] },
		});
		for (const { ours, hosts } of [...lines!, ...dated!, ...beside!]) expect(ours).toStrictEqual(hosts);
		expect(lines!.map(({ asked }) => asked)).toEqual([['lines.line[0].quantity'], ['lines.line[0].quantity']]);
		// Once is enough to see that. An isolate hands over a date that n8n does not know again in the tests' world.
		if (engine !== 'vm') expect(dated!.map(({ asked }) => asked)).toEqual([['dated.line[0].quantity', 'dated.line[0].day', 'dated'], ['dated']]);
		expect(beside!.map(({ asked }) => asked)).toEqual([['beside'], ['beside']]);
	});

	it('are asked of n8n where it would take an object for a date of its own, and write that into the item', async () => {
		const { field: [reading] = [] } = await readings([{ a: { b: { isLuxonDateTime: true } } }], { field: '={{ $json.a }}' });
		expect(reading).toEqual({ ours: { value: { b: '[object Object]' } }, hosts: { value: { b: '[object Object]' } }, asked: ['field'] });
	});

	it('are copies: whoever changes what was read leaves the item alone', async () => {
		const item = { list: [{ a: 1 }] };
		const { field } = await readings([item], { field: '={{ $json.list }}' });
		const { value } = field![0]!.ours as { value: Array<{ a: number }> };
		expect(value).toEqual(item.list);
		value[0]!.a = 2;
		expect(item).toEqual({ list: [{ a: 1 }] });
	});
});
