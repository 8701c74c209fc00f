import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { panelReader } from '../../../../engine/items/panel';

/** What a host does otherwise than the usual one. */
interface OddHost {
	/** Of the items; usually `n` and their number. */
	data?: unknown[];
	/** What expressions call `$json`; usually the item's data. */
	json?: (index: number) => unknown;
	/** What it resolves an expression to; usually the item's number. */
	resolved?: (index: number) => unknown;
	node?: Partial<INode>;
}

/** A node with these parameters, and what its host was asked for. */
function nodeWith(parameters: Record<string, unknown>, { data = [0, 1, 2].map((n) => ({ n })), json, resolved = (index) => index, node = {} }: OddHost = {}) {
	const asked: string[] = [];
	const items = data.map((each) => ({ json: each }) as INodeExecutionData);
	const resolve = (value: unknown, index: number): unknown => {
		if (typeof value === 'string' && value.startsWith('=')) return resolved(index);
		if (Array.isArray(value)) return value.map((each) => resolve(each, index));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolve(each, index)]));
	};
	const context = {
		getNode: () => ({ parameters, ...node }),
		getInputData: () => items,
		getWorkflowDataProxy: (index: number) => ({ $json: json ? json(index) : items[index]?.json }),
		getNodeParameter: (name: string, index: number, fallback: unknown) => {
			asked.push(name);
			const value = name.split(/[.[\]]+/).reduce<unknown>((each, part) => (part === '' ? each : (each as Record<string, unknown> | undefined)?.[part]), parameters);
			return resolve(value ?? fallback, index);
		},
	};
	const reader = panelReader(context as unknown as IExecuteFunctions);
	return { asked, read: reader, values: (name: string, fallback?: unknown) => items.map((_, index) => reader(index)(name, fallback)) };
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
		['an expression', '={{ $json.n }}', [10, 11, 12]],
		['an expression in a locator', { __rl: true, mode: 'id', value: '={{ $json.n }}' }, [10, 11, 12]],
		['a table with one deep inside', { line: [{ productId: '={{ $json.n }}', quantity: 1 }] }, [10, 11, 12].map((productId) => ({ line: [{ productId, quantity: 1 }] }))],
	])('is not asked for %s that names a place in the item', (_what, given, expected) => {
		const { asked, values } = nodeWith({ field: given }, { data: [{ n: 10 }, { n: 11 }, { n: 12 }] });
		expect(values('field')).toEqual(expected);
		expect(asked).toEqual([]);
	});

	it.each<[string, unknown, unknown[], string]>([
		['another expression', '={{ $json.n + 1 }}', [0, 1, 2], 'field'],
		['one in a locator', { __rl: true, mode: 'id', value: '={{ $json.n + 1 }}' }, [0, 1, 2], 'field.value'],
		['a table with one deep inside', { line: [{ id: '={{ $json.n }}', productId: '={{ 1 }}' }] }, [0, 1, 2].map((productId) => ({ line: [{ id: productId, productId }] })), 'field.line[0].productId'],
	])('is asked once for each item, and no more, for %s', (_what, given, expected, name) => {
		const { asked, read } = nodeWith({ field: given });
		expect([0, 1, 2].map((index) => [1, 2].map(() => read(index)('field'))[1])).toEqual(expected);
		expect(asked).toEqual([name, name, name]);
	});

	it('is asked once for an added field that is read with its collection and by itself', () => {
		const { asked, read } = nodeWith({ options: { notes: '={{ $json.n + 1 }}', rooms: '={{ $json.n }}' } });
		expect(read(1)('options')).toEqual({ notes: 1, rooms: 1 });
		expect(read(1)('options.notes')).toBe(1);
		expect(read(1)('options.rooms')).toBe(1);
		expect(asked).toEqual(['options.notes']);
	});

	it('asks for each item where the whole collection is an expression', () => {
		const { asked, values } = nodeWith({ options: '={{ $json.options }}' });
		values('options.notes', '');
		expect(asked).toEqual(['options.notes', 'options.notes', 'options.notes']);
	});

	it('is asked for those items alone whose data leave it unsure', () => {
		const { asked, values } = nodeWith({ field: '={{ $json.n }}' }, { data: [{ n: 10 }, { n: new Date(0) }, { n: 12 }] });
		expect(values('field')).toEqual([10, 1, 12]);
		expect(asked).toEqual(['field']);
	});

	it('keeps nothing of an item once another one is read', () => {
		const { asked, read } = nodeWith({ field: '={{ $json.n + 1 }}' });
		expect([0, 1, 0].map((index) => read(index)('field'))).toEqual([0, 1, 0]);
		expect(asked).toHaveLength(3);
	});

	it('asks again for what n8n could not resolve', () => {
		let fails = true;
		const resolved = () => {
			if (fails) throw new Error('invalid syntax');
			return 'value';
		};
		const { read } = nodeWith({ field: '={{ $json.n + }}' }, { resolved });
		expect(() => read(0)('field')).toThrow('invalid syntax');
		fails = false;
		expect(read(0)('field')).toBe('value');
	});

	it('asks for the whole from then on where a part is a date of n8n\'s own, which is text in the whole', () => {
		const { asked, values } = nodeWith({ field: { day: '={{ $now }}' } }, { resolved: () => ({ isLuxonDateTime: true }) });
		values('field');
		expect(asked).toEqual(['field.day', 'field', 'field', 'field']);
	});

	it.each<[string, OddHost]>([
		['expressions have other data', { json: () => ({ n: 10 }) }],
		['the last item has other data', { json: (index) => (index === 2 ? {} : undefined) }],
		['n8n finds no data', { json: () => { throw new Error('No execution data available'); } }],
		['a model calls the node', { node: { rewireOutputLogTo: NodeConnectionTypes.AiTool } }],
	])('is asked for everything where %s', (_what, host) => {
		const { asked, values } = nodeWith({ field: '={{ $json.n }}' }, host);
		expect(values('field')).toEqual([0, 1, 2]);
		expect(asked).toEqual(['field', 'field', 'field']);
	});

	it('gives the fallback where a field is not there, or comes to nothing', () => {
		const { asked, values } = nodeWith({ options: {}, field: '={{ $json.missing }}' });
		expect(values('options.notes', 'none')).toEqual(['none', 'none', 'none']);
		expect(values('options.notes')).toEqual([undefined, undefined, undefined]);
		expect(values('field', 'none')).toEqual(['none', 'none', 'none']);
		expect(asked).toEqual(['options.notes']);
	});
});
