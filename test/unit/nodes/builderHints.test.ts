import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { N8N_NODES, type NodeHint, type NodeHints, type PropertyHint } from '../../../engine/builderHint/builderHint';
import { distinctOperations } from '../../../engine/items/resources';
import { servicesOf } from '../../../scripts/services.cjs';
import { SERVICES } from '../../support/services';

const PROJECT = resolve(__dirname, '../../..');
const load = createRequire(__filename);
const { name: PACKAGE } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { name: string };

/** A node, and what is written down for it. */
interface Hinted {
	readonly service: string;
	readonly node: string;
	readonly description: INodeTypeDescription & { builderHint: NodeHint };
	readonly hints: NodeHints;
}

const NODES: readonly Hinted[] = servicesOf(PROJECT).flatMap(({ service, nodes }) => {
	const written = Object.values(load(`../../../nodes/${service}/builderHints`) as Record<string, NodeHints>);
	return nodes.map((node) => {
		const { [node]: Node } = load(`../../../nodes/${service}/${node}.node`) as Record<string, new () => INodeType>;
		const description = new Node!().description as Hinted['description'];
		const hints = written.find(({ builderHint }) => builderHint === description.builderHint);
		if (!hints) throw new Error(`${node} has no hints of nodes/${service}/builderHints.ts`);
		return { service, node, description, hints };
	});
});

/** Every field with its path, also within collections and tables. */
function fieldsOf(properties: readonly INodeProperties[], within = ''): Array<[path: string, field: INodeProperties & Partial<PropertyHint>]> {
	return properties.flatMap((field) => {
		const path = `${within}${field.name}`;
		const parts =
			field.type === 'collection' ? fieldsOf((field.options ?? []) as INodeProperties[], `${path}.`)
			: field.type === 'fixedCollection' ? ((field.options ?? []) as INodePropertyCollection[]).flatMap(({ name, values }) => fieldsOf(values, `${path}.${name}.`))
			: [];
		return [[path, field] as [string, INodeProperties], ...parts];
	});
}

/** Every hint of a node, as n8n gets it. */
function wordsOf({ description }: Hinted): string[] {
	const { builderHint, properties } = description;
	const ofFields = fieldsOf(properties).flatMap(([, field]) => field.builderHint?.propertyHint ?? []);
	const ofOperations = properties.filter(({ name }) => name === 'operation').flatMap(({ options }) => (options as Array<INodePropertyOptions & Partial<PropertyHint>>).flatMap((option) => option.builderHint?.propertyHint ?? []));
	return [builderHint.searchHint, ...builderHint.relatedNodes.map(({ relationHint }) => relationHint), ...ofFields, ...ofOperations];
}

/** Names of fields, of their values and modes, and of what comes out, of all nodes of a service. */
function knownIn(service: string): Set<string> {
	const fields = NODES.filter((each) => each.service === service).flatMap(({ description }) => fieldsOf(description.properties));
	const values = fields.flatMap(([, { type, options }]) => (type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]).map(({ value }) => String(value)) : []));
	const modes = fields.flatMap(([, { modes: ways }]) => (ways ?? []).map(({ name }) => name));
	const schemas = join(PROJECT, 'nodes', service, '__schema__');
	const files = readdirSync(schemas, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const output = files.flatMap((entry) => [...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(/"([\w$]+)":\s*\{/g)].map(([, name = '']) => name));
	// What a trigger puts beside an event once it has asked the partner.
	return new Set([...fields.map(([, { name }]) => name), ...values, ...modes, ...output, 'confirmation']);
}

/** What a hint says of operations, such as `Order: Preview`, that are not there. */
function unknownOperations(service: string, words: string): string[] {
	const resources = SERVICES.find(({ folder }) => folder === service)?.resources ?? [];
	return [...words.matchAll(/\b([A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)*): (?=[A-Z])([^.,;`]*)/g)].flatMap(([, name = '', rest = '']) => {
		// A sentence may begin with a verb before the resource: "Put Order: Preview".
		const resource = resources.find(({ displayName }) => name === displayName || name.endsWith(` ${displayName}`));
		return resource && distinctOperations(resource).some(({ displayName }) => rest.startsWith(displayName)) ? [] : [`${name}: ${rest}`];
	});
}

describe.each(NODES.map((hinted) => [hinted.node, hinted] as const))("what n8n's workflow builder is told of %s", (_name, hinted) => {
	const { service, description, hints } = hinted;
	const paths = new Map(fieldsOf(description.properties));

	it('begins with what to know first, in no more words than anybody reads', () => {
		expect(description.builderHint.searchHint.length).toBeGreaterThan(50);
		expect(description.builderHint.searchHint.length).toBeLessThanOrEqual(1_000);
		for (const words of wordsOf(hinted)) expect(words.length).toBeLessThanOrEqual(1_000);
	});

	it('names other nodes that exist: those of the service, and some of n8n', () => {
		const own = NODES.filter((each) => each.service === service && each !== hinted).map((each) => `${PACKAGE}.${each.description.name}`);
		const related = description.builderHint.relatedNodes.map(({ nodeType }) => nodeType);
		const ofN8n: readonly string[] = Object.values(N8N_NODES);
		expect(related.filter((nodeType) => !own.includes(nodeType) && !ofN8n.includes(nodeType))).toEqual([]);
		expect(own.filter((nodeType) => !related.includes(nodeType))).toEqual([]);
		expect(new Set(related).size).toBe(related.length);
	});

	it('is about fields that exist', () => {
		const { parameters = {} } = hints;
		expect(Object.keys(parameters).filter((path) => !paths.has(path))).toEqual([]);
		for (const [path, { builderHint }] of Object.entries(parameters)) expect(paths.get(path)?.builderHint?.propertyHint).toContain(builderHint.propertyHint);
	});

	it('is about operations that exist', () => {
		const table = SERVICES.find(({ folder }) => folder === service)?.resources ?? [];
		const written = Object.entries(hints.operations ?? {}).flatMap(([resource, operations]) => Object.keys(operations).map((operation) => [resource, operation] as const));
		expect(written.filter(([resource, operation]) => !table.find(({ name }) => name === resource)?.operations.some(({ name }) => name === operation))).toEqual([]);
		const dropdowns = description.properties.filter(({ name }) => name === 'operation').flatMap(({ options }) => options as Array<INodePropertyOptions & Partial<PropertyHint>>);
		expect(dropdowns.filter(({ builderHint }) => builderHint).length).toBe(written.length);
	});

	it('names fields, values, outputs and operations that exist', () => {
		const known = knownIn(service);
		const words = wordsOf(hinted);
		expect(words.flatMap((text) => [...text.matchAll(/`([^`]*)`/g)].map(([, name = '']) => name)).filter((name) => !known.has(name))).toEqual([]);
		expect(words.flatMap((text) => unknownOperations(service, text))).toEqual([]);
	});

	it('has nothing of the forms in which n8n stores expressions and connections', () => {
		expect(wordsOf(hinted).filter((text) => text.includes('={{') || /\bai_[a-z]/i.test(text))).toEqual([]);
	});

	it('says of each resource locator which modes it has, of each day and JSON how it is written', () => {
		const untold = [...paths].filter(([, { type, modes = [], typeOptions, builderHint }]) => {
			const told = builderHint?.propertyHint ?? '';
			if (type === 'resourceLocator') return !modes.every(({ name }) => told.includes(`\`${name}\``));
			if (type === 'json') return !told.startsWith('JSON');
			return type === 'dateTime' && typeOptions?.dateOnly === true && !told.includes('YYYY-MM-DD');
		});
		expect(untold.map(([path]) => path)).toEqual([]);
	});

	it('leaves all else of a field as it is', () => {
		for (const [, field] of paths) expect(Object.keys(field.builderHint ?? { propertyHint: '' })).toEqual(['propertyHint']);
	});
});

it('Node types of n8n are named with their package', () => {
	for (const nodeType of Object.values(N8N_NODES)) expect(nodeType).toMatch(/^(n8n-nodes-base|@n8n\/n8n-nodes-langchain)\.\w+$/);
});
