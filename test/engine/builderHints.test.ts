import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { INode, INodeParameters, INodeProperties, INodePropertyCollection, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { N8N_NODES, type NodeHint, type PropertyHint } from '../../engine/builderHint/builderHint';
import { servicesOf } from '../../scripts/services.cjs';

const load = createRequire(__filename);

const NODES: ReadonlyArray<[node: string, description: INodeTypeDescription & { builderHint: NodeHint }]> = servicesOf(resolve(__dirname, '../..')).flatMap(({ service, nodes }) =>
	nodes.map((node): [string, INodeTypeDescription & { builderHint: NodeHint }] => {
		const { [node]: Node } = load(`../../nodes/${service}/${node}.node`) as Record<string, new () => INodeType>;
		return [node, new Node!().description as INodeTypeDescription & { builderHint: NodeHint }];
	}),
);

/** The installed n8n whose engine this runs on; undefined for the one at hand, which is an engine and nothing else. */
const { ENGINE_N8N_FOLDER: FOLDER } = process.env;

/** What of n8n makes the types from which its workflow builder writes, where this n8n has it. */
interface TypeMaker {
	generateSingleVersionTypeFile(description: INodeTypeDescription, version: number): string;
}

function typeMaker(): TypeMaker | undefined {
	if (FOLDER === undefined) return undefined;
	const path = join(FOLDER, 'node_modules/@n8n/workflow-sdk/dist/generate-types/generate-types.js');
	if (!existsSync(path) || !readFileSync(path, 'utf8').includes('builderHint')) return undefined;
	return createRequire(path)(path) as TypeMaker;
}

/** The same fields as a node had before there were hints. */
function withoutHints(properties: readonly INodeProperties[]): INodeProperties[] {
	return JSON.parse(JSON.stringify(properties, (key, value: unknown) => (key === 'builderHint' ? undefined : value))) as INodeProperties[];
}

/** The hints of fields that stand for themselves, not in a dropdown. */
function hintsIn(properties: readonly INodeProperties[]): string[] {
	return properties.flatMap((field) => {
		const own = (field as Partial<PropertyHint>).builderHint?.propertyHint ?? [];
		const options = (field.options ?? []) as Array<INodeProperties & INodePropertyCollection>;
		const within = field.type === 'collection' ? hintsIn(options) : field.type === 'fixedCollection' ? options.flatMap(({ values }) => hintsIn(values)) : [];
		return [own, within].flat();
	});
}

describe.each(NODES)("hints for n8n's workflow builder on %s", (_name, description) => {
	it('change nothing of what n8n makes of its fields', () => {
		const node: INode = { id: '1', name: 'Node', type: description.name, typeVersion: 1, position: [0, 0], parameters: {} };
		const parametersOf = (properties: INodeProperties[], values: INodeParameters) => NodeHelpers.getNodeParameters(properties, values, true, false, node, { ...description, properties });
		const chosen = description.properties.filter(({ name }) => name === 'operation').flatMap(({ displayOptions, options }) => (options as Array<{ value: string }>).map(({ value }): INodeParameters => ({ resource: String(displayOptions?.show?.resource?.[0]), operation: value })));
		const plain = withoutHints(description.properties);
		for (const values of chosen.length > 0 ? chosen : [{}]) expect(parametersOf(description.properties, values)).toEqual(parametersOf(plain, values));
	});

	it('say nothing that JSON cannot hold: n8n keeps descriptions as JSON', () => {
		expect(JSON.parse(JSON.stringify(description.properties))).toEqual(description.properties);
		expect(JSON.parse(JSON.stringify(description.builderHint))).toEqual(description.builderHint);
	});

	const maker = typeMaker();
	if (maker) {
		it("stand in the types that n8n's workflow builder writes from", () => {
			const types = maker.generateSingleVersionTypeFile({ ...description, name: `n8n-nodes-partner-apis.${description.name}` }, 1);
			const hints = hintsIn(description.properties);
			expect(hints.length).toBeGreaterThan(0);
			expect(hints.filter((hint) => !types.includes(`@builderHint ${hint.replace(/</g, '&lt;').replace(/>/g, '&gt;')}`))).toEqual([]);
		});
	}
});

if (FOLDER !== undefined) {
	it('n8n has the nodes of its own that go with ours', () => {
		const namesIn = (folder: string) => (JSON.parse(readFileSync(join(FOLDER, 'node_modules', folder, 'dist/types/nodes.json'), 'utf8')) as Array<{ name: string }>).map(({ name }) => `${folder}.${name}`);
		const there = [...namesIn('n8n-nodes-base'), ...namesIn('@n8n/n8n-nodes-langchain')];
		expect(Object.values(N8N_NODES).filter((nodeType) => !there.includes(nodeType))).toEqual([]);
	});
}
