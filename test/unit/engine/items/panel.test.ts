import type { INode } from 'n8n-workflow';

import { panelReader } from '../../../../engine/items/panel';

/** A node with these parameters, on a host that resolves expressions to the item's number and counts what it is asked. */
function nodeWith(parameters: Record<string, unknown>) {
	const asked: string[] = [];
	const get = (name: string) => name.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], parameters);
	const read = panelReader({
		getNode: () => ({ parameters }) as unknown as INode,
		getNodeParameter: ((name: string, index: number, fallback: unknown) => {
			asked.push(name);
			const value = get(name) ?? fallback;
			return JSON.parse(JSON.stringify(value).replace(/"=[^"]*"/g, String(index))) as unknown;
		}) as never,
	});
	return { asked, values: (name: string, fallback?: unknown) => [0, 1, 2].map((index) => read(index)(name, fallback)) };
}

describe('the panel of a node', () => {
	it.each<[string, unknown, unknown]>([
		['text', 'DEMO100', 'DEMO100'],
		['a number', 7, 7],
		['a switch that is off', false, false],
		['a table without expressions', { line: [{ productId: 1 }] }, { line: [{ productId: 1 }] }],
		['what a person chose from a list', { __rl: true, mode: 'list', value: 'SBDEN' }, 'SBDEN'],
	])('is asked once for %s, which is the same for all items', (_what, given, expected) => {
		const { asked, values } = nodeWith({ field: given });
		expect(values('field')).toEqual([expected, expected, expected]);
		expect(asked).toEqual(['field']);
	});

	it.each<[string, unknown, unknown[]]>([
		['an expression', '={{ $json.n }}', [0, 1, 2]],
		['an expression in a locator', { __rl: true, mode: 'id', value: '={{ $json.n }}' }, [0, 1, 2]],
		['a table with an expression deep inside', { line: [{ productId: '={{ 1 }}' }] }, [0, 1, 2].map((productId) => ({ line: [{ productId }] }))],
	])('is asked for each item for %s', (_what, given, expected) => {
		expect(nodeWith({ field: given }).values('field')).toEqual(expected);
	});

	it('asks for each item where the whole collection is an expression', () => {
		const { asked, values } = nodeWith({ options: '={{ $json.options }}' });
		values('options.notes', '');
		expect(asked).toHaveLength(3);
	});

	it('gives the fallback where a field is not there, whatever it is', () => {
		const { asked, values } = nodeWith({ options: {} });
		expect(values('options.notes', 'none')).toEqual(['none', 'none', 'none']);
		expect(values('options.notes')).toEqual([undefined, undefined, undefined]);
		expect(asked).toEqual(['options.notes']);
	});
});
