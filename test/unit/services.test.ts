import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { partnerNames } from '../../sandbox/cliOptions';
import { servicesOf, type Service } from '../../scripts/services.cjs';
import { SERVICES as TESTED } from '../support/services';

const PROJECT = resolve(__dirname, '../..');
const text = (path: string): string => (existsSync(join(PROJECT, path)) ? readFileSync(join(PROJECT, path), 'utf8') : '');
const { n8n } = JSON.parse(text('package.json')) as { n8n: { nodes: string[]; credentials: string[] } };
const services = servicesOf(PROJECT);

/** What is missing elsewhere of what a service says of itself, each with what to do. */
function missingOf({ service, displayName, package: name, nodes, credentials, openapi, sandbox, document }: Service): string[] {
	const files: Array<[path: string, why: string]> = [
		...nodes.map((node): [string, string] => [`nodes/${service}/${node}.node.ts`, 'a node that service.json names']),
		...nodes.map((node): [string, string] => [`nodes/${service}/${node}.node.json`, 'the codex of a node: categories and search words']),
		...credentials.map((credential): [string, string] => [`credentials/${credential}.credentials.ts`, 'a credential that service.json names']),
		[`openapi/${openapi}.yaml`, 'what is known of the partner'],
		...(document === null ? [] : [[document, 'the page for who builds workflows'] as [string, string]]),
		...(nodes.length === 0 ? [] : [[`packages/${name}/README.md`, 'the README of its package, after that of another one'] as [string, string]]),
	];
	const checks: Array<[isThere: boolean, otherwise: string]> = [
		...files.map(([path, why]): [boolean, string] => [existsSync(join(PROJECT, path)), `${path} is missing: ${why}`]),
		...nodes.map((node): [boolean, string] => [n8n.nodes.includes(`dist/nodes/${service}/${node}.node.js`), `package.json does not name dist/nodes/${service}/${node}.node.js under n8n.nodes`]),
		...credentials.map((credential): [boolean, string] => [n8n.credentials.includes(`dist/credentials/${credential}.credentials.js`), `package.json does not name dist/credentials/${credential}.credentials.js under n8n.credentials`]),
		[(partnerNames as readonly string[]).includes(sandbox), `sandbox/cliOptions.ts does not know ${sandbox}`],
		[text('sandbox/README.md').includes(`| \`${sandbox}\` |`), `sandbox/README.md has no row for ${sandbox}`],
		[text('README.md').includes(displayName), `README.md does not name ${displayName}`],
		[nodes.length === 0 || document !== null, 'service.json names nodes, and no document'],
		[nodes.length === 0 || TESTED.some((tested) => tested.folder === service && tested.document === document), `test/support/services.ts has no entry for ${service} with the document ${document}`],
	];
	return checks.flatMap(([isThere, otherwise]) => (isThere ? [] : [otherwise]));
}

describe('a service', () => {
	it.each(services.map((service) => [service.service, service] as const))('%s is everywhere what its service.json says', (_name, service) => {
		expect(missingOf(service)).toEqual([]);
	});

	it('is behind every node and credential of the package', () => {
		const named = {
			nodes: services.flatMap(({ service, nodes }) => nodes.map((node) => `dist/nodes/${service}/${node}.node.js`)),
			credentials: services.flatMap(({ credentials }) => credentials.map((credential) => `dist/credentials/${credential}.credentials.js`)),
		};
		expect([n8n.nodes, n8n.credentials].map((paths) => [...paths].sort())).toEqual([named.nodes.sort(), named.credentials.sort()]);
		const written = readdirSync(join(PROJECT, 'credentials')).filter((file) => file.endsWith('.credentials.ts'));
		expect(written.map((file) => `dist/credentials/${file.replace(/\.ts$/, '.js')}`).sort()).toEqual(named.credentials.sort());
	});

	it('has a package and a sandbox of its own', () => {
		for (const each of ['package', 'sandbox', 'openapi', 'displayName'] as const) expect(new Set(services.map((service) => service[each])).size).toBe(services.length);
		expect(services.map(({ sandbox }) => sandbox).sort()).toEqual([...partnerNames].sort());
	});

	it('that is new is told what is missing, each with its place', () => {
		const missing = missingOf({
			service: 'New', displayName: 'Never Heard Of', package: 'n8n-nodes-new', description: '', keywords: [], nodes: ['New'], credentials: ['NewApi'], openapi: 'new', sandbox: 'new', document: 'docs/new.md',
		});
		expect(missing).toHaveLength(12);
		for (const place of ['nodes/New/New.node.ts', 'New.node.json', 'NewApi.credentials.ts', 'openapi/new.yaml', 'docs/new.md', 'packages/n8n-nodes-new/README.md', 'n8n.nodes', 'n8n.credentials', 'cliOptions', 'sandbox/README.md', 'README.md does not name', 'test/support/services.ts']) {
			expect(missing.filter((line) => line.includes(place)).length).toBeGreaterThan(0);
		}
	});
});
