import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NodeHelpers, type INodeParameters, type INodeProperties, type INodePropertyCollection, type INodePropertyOptions, type INodeTypeDescription } from 'n8n-workflow';

import type { AnyOperation } from '../../../engine/items/operation';
import { resources } from '../../../nodes/SrsSips/operations';
import { SrsSips } from '../../../nodes/SrsSips/SrsSips.node';
import { SrsSipsTrigger } from '../../../nodes/SrsSips/SrsSipsTrigger.node';

const FOLDER = resolve(__dirname, '../../../nodes/SrsSips');
const node = new SrsSips().description;
const trigger: INodeTypeDescription = new SrsSipsTrigger().description;

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation): [string, AnyOperation] => [`${resource.name}: ${operation.name}`, operation]),
);

/** A field and all fields inside it. */
function withInner(property: INodeProperties): INodeProperties[] {
	const inner = (property.options ?? []).flatMap((option) => {
		if ('values' in option) return (option as INodePropertyCollection).values;
		return 'type' in option ? [option as INodeProperties] : [];
	});
	return [property, ...inner.flatMap(withInner)];
}

const fields = node.properties.flatMap(withInner);

function choicesOf({ options = [] }: INodeProperties): INodePropertyOptions[] {
	return options.filter((option): option is INodePropertyOptions => 'value' in option);
}

describe('what the node can do', () => {
	it('is called what stored workflows call it', () => {
		expect(resources.map(({ name, operations: all }) => [name, all.map((operation) => operation.name).sort()])).toEqual([
			['branch', ['get', 'getAll', 'getAllForCustomer', 'getItems', 'getNearest', 'getProducts']],
			['customer', ['get', 'getShipToAddresses', 'validate']],
			['delivery', ['get', 'getAll', 'getCoordinates', 'getProof']],
			['invoice', ['download', 'get', 'getAll']],
			['order', ['find', 'get', 'getAll', 'getStatus', 'preview', 'submit', 'submitV1']],
			['orderTemplate', ['getAll', 'getAllV1']],
			['product', ['convertItems', 'convertUnits', 'getByItemCodes', 'getCatalog', 'getPrices', 'getPricesV1', 'recommendColors']],
		]);
	});

	it('uses the names of parameters that stored workflows use', () => {
		const used = new Set(fields.map(({ name }) => name));
		expect([...used].sort()).toEqual(expect.arrayContaining([
			'branchCode', 'concurrency', 'customerCode', 'jobAccountNumber', 'poNumber', 'productId', 'timeoutMs', 'batchSize', 'transactionId', 'returnAll', 'limit', 'options',
		].sort()));
	});

	it('changes things with Submit only, which happens once', () => {
		expect(operations.filter(([, { effect }]) => effect !== 'read').map(([name, { effect }]) => [name, effect])).toEqual([['order: submit', 'once'], ['order: submitV1', 'once']]);
	});

	it.each(operations)('%s has an action and a description in one sentence without a full stop', (_name, { action, description, displayName }) => {
		expect(action).toMatch(/^[A-Z][a-z]/);
		expect(action).not.toMatch(/\.$/);
		expect(description).toMatch(/^[A-Z].*[^.]$/);
		expect(displayName).toMatch(/^[A-Z]/);
	});

	it.each(operations)('%s lets a person set concurrency and time-out', (name, operation) => {
		const [resource, value] = name.split(': ');
		const options = node.properties.filter(
			({ name: field, displayOptions }) => field === 'options' && displayOptions?.show?.resource?.[0] === resource && displayOptions?.show?.operation?.[0] === value,
		);
		expect(options).toHaveLength(1);
		const byName = new Map((options[0]?.options as INodeProperties[]).map((field) => [field.name, field]));
		expect(byName.get('concurrency')).toMatchObject({ default: operation.effect === 'once' ? 1 : 10, typeOptions: { minValue: 1, maxValue: 50 } });
		expect(byName.get('timeoutMs')).toMatchObject({ default: operation.effect === 'once' ? 60_000 : 30_000 });
		expect(byName.has('batchSize')).toBe('batch' in operation);
	});

	it.each(operations.filter(([name]) => /getAll|getProducts/.test(name)))('%s has Return All and Limit in the words of n8n', (_name, { properties }) => {
		expect(properties).toEqual(expect.arrayContaining([
			expect.objectContaining({ displayName: 'Return All', name: 'returnAll', type: 'boolean', default: false, description: 'Whether to return all results or only up to a given limit' }),
			expect.objectContaining({ displayName: 'Limit', name: 'limit', type: 'number', default: 50, description: 'Max number of results to return', displayOptions: { show: { returnAll: [false] } } }),
		]));
	});
});

describe('the panel', () => {
	it('shows the fields of an operation for that operation alone', () => {
		const owned = node.properties.filter(({ name }) => name !== 'resource' && name !== 'operation');
		for (const { displayOptions } of owned) {
			expect(displayOptions?.show?.resource).toHaveLength(1);
			expect(displayOptions?.show?.operation).toHaveLength(1);
		}
	});

	it('has a description for every field but the two dropdowns', () => {
		const silent = fields.filter(({ name, description }) => name !== 'resource' && name !== 'operation' && name !== 'options' && !description?.trim());
		expect(silent.map(({ name, type }) => [name, type]).filter(([, type]) => type !== 'collection' && type !== 'notice')).toEqual([]);
	});

	it('has an example wherever one types, but for what is secret', () => {
		const typed = [...fields, ...trigger.properties.flatMap(withInner)].filter(({ type, typeOptions }) => ['string', 'json'].includes(type) && typeOptions?.password !== true);
		expect(typed.length).toBeGreaterThan(50);
		expect(typed.filter(({ placeholder = '' }) => !/^e\.g\. ./.test(placeholder)).map(({ name }) => name)).toEqual([]);
		const locators = fields.filter(({ type }) => type === 'resourceLocator').flatMap(({ name, modes = [] }) => modes.map((mode) => [name, mode] as const));
		expect(locators.filter(([, { type, placeholder = '' }]) => type === 'string' && !/^e\.g\. ./.test(placeholder)).map(([name]) => name)).toEqual([]);
	});

	it('has a sound default for every choice', () => {
		for (const field of fields.filter(({ type }) => type === 'options')) {
			expect(choicesOf(field).map(({ value }) => value)).toContain(field.default);
		}
	});

	it('sorts operations by name, and puts those of V1 last', () => {
		for (const { operations: all } of resources) {
			const isLegacy = ({ displayName }: AnyOperation) => displayName.endsWith('(Legacy V1)');
			const sorted = [...all].sort((a, b) => Number(isLegacy(a)) - Number(isLegacy(b)) || a.displayName.localeCompare(b.displayName));
			expect(all.map(({ displayName }) => displayName)).toEqual(sorted.map(({ displayName }) => displayName));
			for (const operation of all.filter(isLegacy)) expect(operation.description).toContain('SRS has dropped this call from its current documents');
		}
	});

	it('sorts long lists of choices by name', () => {
		for (const field of fields.filter(({ name, type, options = [] }) => name !== 'operation' && ['options', 'multiOptions', 'collection'].includes(type) && options.length >= 5)) {
			const names = (field.options ?? []).map((option) => ('displayName' in option ? option.displayName : option.name));
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		}
	});

	it('has no two fields of one name in one operation', () => {
		for (const [, { properties, options = [] }] of operations) {
			for (const list of [properties, options]) expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
		}
	});

	it('asks for days without a time: SIPS has no more in any of them', () => {
		const days = fields.filter(({ type }) => type === 'dateTime');
		expect(days.length).toBeGreaterThan(5);
		for (const { name, typeOptions } of days) expect([name, typeOptions]).toEqual([name, { dateOnly: true }]);
	});

	it('warns while an order would be sent again', () => {
		const notices = node.properties.filter(({ name }) => name === 'sendAgainNotice');
		expect(notices.map(({ displayOptions }) => displayOptions?.show?.operation)).toEqual([['submit'], ['submitV1']]);
		const shown = (parameters: INodeParameters) =>
			notices.filter((notice) => NodeHelpers.displayParameter({ resource: 'order', operation: 'submit', ...parameters }, notice, null, node));
		expect(shown({ options: { sendAgain: true } })).toHaveLength(1);
		for (const options of [{}, { sendAgain: false }]) expect(shown({ options })).toEqual([]);
	});

	it('hides what proves a customer', () => {
		expect(fields.find(({ name }) => name === 'integrationKey')?.typeOptions).toMatchObject({ password: true });
	});

	it('starts every description of a yes or no with Whether', () => {
		for (const { description } of fields.filter(({ type }) => type === 'boolean')) expect(description).toMatch(/^Whether /);
	});
});

describe('the node', () => {
	it('is called what stored workflows call it, needs its credential, and can be a tool', () => {
		expect(node).toMatchObject({ name: 'srsSips', version: 1, usableAsTool: true, credentials: [{ name: 'srsSipsApi', required: true }] });
	});
});

describe('the trigger', () => {
	it('is called what stored workflows call it, starts workflows, and is no tool', () => {
		expect(trigger).toMatchObject({ name: 'srsSipsTrigger', version: 1, group: ['trigger'], inputs: [], outputs: ['main'] });
		expect(trigger).not.toHaveProperty('usableAsTool');
	});

	it('asks for credentials only where they are used', () => {
		expect(trigger.credentials).toEqual([
			{ name: 'srsSipsWebHookApi', required: true, testedBy: 'sharedSecretTest', displayOptions: { show: { authentication: ['header', 'query'] } } },
			{ name: 'srsSipsApi', required: true, displayOptions: { show: { confirm: ['attach', 'drop'] } } },
		]);
		const defaults = new Map(trigger.properties.map(({ name, default: value }) => [name, value]));
		expect([defaults.get('authentication'), defaults.get('confirm')]).toEqual(['none', 'off']);
	});

	it('has one web hook, answered at once unless chosen otherwise, under a path of its own', () => {
		expect(trigger.webhooks).toEqual([expect.objectContaining({ name: 'default', httpMethod: 'POST', responseMode: '={{ $parameter["responseMode"] }}', path: 'srs-sips' })]);
		expect(trigger.properties.find(({ name }) => name === 'responseMode')).toMatchObject({ default: 'onReceived' });
		// With isFullPath the URL would lack the random id that keeps it from being guessed.
		expect(trigger.webhooks?.[0]).not.toHaveProperty('isFullPath', true);
	});

	it('offers the five kinds and Other', () => {
		const events = trigger.properties.find(({ name }) => name === 'events');
		expect(events && choicesOf(events).map(({ value }) => value).sort()).toEqual(['DU', 'IU', 'OA', 'OC', 'OU', 'other']);
		expect(events?.default).toEqual([]);
	});

	it('says that SRS signs nothing and enters the URL by hand', () => {
		expect(JSON.stringify(trigger)).toMatch(/signs nothing/);
		const notice = trigger.properties.find(({ name }) => name === 'unsignedNotice');
		expect(notice).toMatchObject({ type: 'notice', displayOptions: { show: { authentication: ['none'], allowedAddresses: [''] } } });
		expect(JSON.stringify(trigger.triggerPanel)).toMatch(/test URL.*production URL.*APISupportTeam@srsdistribution\.com/);
	});
});

describe('the files beside the nodes', () => {
	it.each([['SrsSips.node.json', 'n8n-nodes-partner-apis.srsSips'], ['SrsSipsTrigger.node.json', 'n8n-nodes-partner-apis.srsSipsTrigger']])('%s is the codex of %s', (file, name) => {
		const codex = JSON.parse(readFileSync(resolve(FOLDER, file), 'utf8')) as { node: string; categories: string[]; alias: string[]; resources: Record<string, Array<{ url: string }>> };
		expect(codex.node).toBe(name);
		expect(codex.categories.length).toBeGreaterThan(0);
		expect(codex.alias).toEqual(expect.arrayContaining(['Roof Hub', 'SRS Distribution']));
		for (const { url } of Object.values(codex.resources).flat()) expect(new URL(url).protocol).toBe('https:');
	});

	it('have two icons, for light and dark, that differ', () => {
		const files = [node.icon, trigger.icon].flatMap((icon) => (typeof icon === 'object' ? [icon.light, icon.dark] : []));
		expect(files).toEqual(['file:srsSips.svg', 'file:srsSips.dark.svg', 'file:srsSips.svg', 'file:srsSips.dark.svg']);
		const [light = '', dark = ''] = files.map((file) => resolve(FOLDER, file.replace('file:', '')));
		expect([existsSync(light), existsSync(dark)]).toEqual([true, true]);
		const [lightText, darkText] = [readFileSync(light, 'utf8'), readFileSync(dark, 'utf8')];
		expect(lightText).toMatch(/<svg[^>]*viewBox/);
		expect(darkText).toMatch(/<svg[^>]*viewBox/);
		expect(lightText).not.toBe(darkText);
	});
});
