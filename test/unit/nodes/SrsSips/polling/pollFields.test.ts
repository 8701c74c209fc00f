import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { SrsSipsOrderWatch } from '../../../../../nodes/SrsSips/SrsSipsOrderWatch.node';
import { EVENT_NAMES } from '../../../../../nodes/SrsSips/polling/pollEvents';

const FOLDER = resolve(__dirname, '../../../../../nodes/SrsSips');
const node: INodeTypeDescription = new SrsSipsOrderWatch().description;
const fields = node.properties.flatMap((field): INodeProperties[] => (field.type === 'collection' ? [field, ...(field.options as INodeProperties[])] : [field]));

describe('SRS SIPS Order Watch', () => {
	it('is called what stored workflows call it, polls, and is no tool', () => {
		expect(node).toMatchObject({ name: 'srsSipsOrderWatch', version: 1, group: ['trigger'], polling: true, inputs: [], outputs: ['main'], credentials: [{ name: 'srsSipsApi', required: true }] });
		expect(node).not.toHaveProperty('usableAsTool');
	});

	it('is listed in the package', () => {
		const { n8n } = JSON.parse(readFileSync(resolve(FOLDER, '../../package.json'), 'utf8')) as { n8n: { nodes: string[] } };
		expect(n8n.nodes).toContain('dist/nodes/SrsSips/SrsSipsOrderWatch.node.js');
	});

	it('uses the names of parameters that stored workflows use', () => {
		expect(fields.filter(({ type }) => type !== 'notice').map(({ name }) => name)).toEqual([
			'events', 'lostAfterMinutes', 'includeExisting', 'filters', 'branchCode', 'customerCode', 'poNumberPrefix',
			'options', 'alsoWaitFor', 'lookBackDays', 'openOrderDays', 'rowLimit', 'timeoutMs',
		]);
	});

	it('offers every event there is, sorted by name', () => {
		const options = (fields[0]?.options ?? []) as INodePropertyOptions[];
		expect(options.map(({ value }) => value).sort()).toEqual([...EVENT_NAMES].sort());
		expect(options.map(({ name }) => name)).toEqual(options.map(({ name }) => name).sort());
	});

	it('has a description for every field, and a placeholder where one types text', () => {
		for (const { displayName, type, description, placeholder } of fields) {
			if (type !== 'collection' && type !== 'notice') expect([displayName, description]).toEqual([displayName, expect.stringMatching(/^[A-Z].{15,}\.?$/)]);
			if (type === 'string' || type === 'json') expect([displayName, placeholder]).toEqual([displayName, expect.stringMatching(/^e\.g\. /)]);
		}
	});

	it('says in the panel what it cannot see in queue mode', () => {
		expect(fields.find(({ type }) => type === 'notice')?.displayName).toMatch(/queue mode.*Also Wait For/);
		expect(fields.find(({ name }) => name === 'alsoWaitFor')?.description).toMatch(/queue mode/);
	});

	it('has the icons of the other SRS nodes, and a codex file with their aliases', () => {
		expect(node.icon).toEqual({ light: 'file:srsSips.svg', dark: 'file:srsSips.dark.svg' });
		expect(existsSync(resolve(FOLDER, 'srsSips.svg'))).toBe(true);
		const codex = (file: string) => JSON.parse(readFileSync(resolve(FOLDER, file), 'utf8')) as Record<string, unknown>;
		const { resources, ...watch } = codex('SrsSipsOrderWatch.node.json');
		const { resources: ofNode, ...other } = codex('SrsSips.node.json');
		expect(watch).toEqual({ ...other, node: 'n8n-nodes-partner-apis.srsSipsOrderWatch' });
		expect(resources).toMatchObject({ credentialDocumentation: (ofNode as { credentialDocumentation: unknown }).credentialDocumentation });
	});
});
