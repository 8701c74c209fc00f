import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NodeHelpers, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';

import type { AnyOperation } from '../../../../engine/operation/operation';
import { resources } from '../../../../nodes/SrsSips/resources';
import { SrsSips } from '../../../../nodes/SrsSips/SrsSips.node';
import { SrsSipsTrigger } from '../../../../nodes/SrsSips/SrsSipsTrigger.node';
import { choicesOf, withInner, withoutExample } from '../../../support/panels/nodeFields';

const FOLDER = resolve(__dirname, '../../../../nodes/SrsSips');
const node = new SrsSips().description;
const trigger: INodeTypeDescription = new SrsSipsTrigger().description;

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation): [string, AnyOperation] => [`${resource.name}: ${operation.name}`, operation]),
);

const fields = node.properties.flatMap(withInner);

describe('what the node can do', () => {
	it('is called what stored workflows call it', () => {
		expect(resources.map(({ name, operations: all }) => [name, all.map((operation) => operation.name).sort()])).toEqual([
			['branch', ['get', 'getAll', 'getAllForCustomer', 'getItems', 'getNearest', 'getProducts']],
			['customer', ['get', 'getShipToAddresses', 'validate']],
			['delivery', ['get', 'getAll', 'getCoordinates', 'getProof']],
			['invoice', ['download', 'get', 'getAll']],
			['order', ['find', 'get', 'getAll', 'getStatus', 'preview', 'reconcile', 'submit', 'submitV1']],
			['orderTemplate', ['getAll', 'getAllV1']],
			['product', ['convertItems', 'convertUnits', 'getByItemCodes', 'getCatalog', 'getPrices', 'getPricesV1', 'match', 'recommendColors']],
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
});

describe('the panel', () => {
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
});

describe('the node', () => {
	it('is called what stored workflows call it, needs its credential, and can be a tool', () => {
		expect(node).toMatchObject({ name: 'srsSips', version: 1, usableAsTool: true, credentials: [{ name: 'srsSipsApi', required: true }] });
	});
});

describe('the trigger', () => {
	it('has an example wherever one types, but for what is secret', () => {
		expect(withoutExample(trigger.properties.flatMap(withInner))).toEqual([]);
	});

	it('is called what stored workflows call it, starts workflows, and is no tool', () => {
		expect(trigger).toMatchObject({ name: 'srsSipsTrigger', version: 1, group: ['trigger'], inputs: [], outputs: ['main'] });
		expect(trigger).not.toHaveProperty('usableAsTool');
	});

	it('asks for credentials only where they are used', () => {
		expect(trigger.credentials).toEqual([
			{ name: 'srsSipsWebhookApi', required: true, testedBy: 'sharedSecretTest', displayOptions: { show: { authentication: ['header', 'query'] } } },
			{ name: 'srsSipsApi', required: true, displayOptions: { show: { confirm: ['attach', 'drop'] } } },
		]);
		const defaults = new Map(trigger.properties.map(({ name, default: value }) => [name, value]));
		expect([defaults.get('authentication'), defaults.get('confirm')]).toEqual(['none', 'off']);
	});

	it('has one webhook, answered at once unless chosen otherwise, under a path of its own', () => {
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
