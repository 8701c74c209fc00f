import { parseYaml } from '@redocly/openapi-core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { ICredentialType } from 'n8n-workflow';

import type { TokenFlow } from '../../engine/token/flow';
import { partners, type Partner } from '../../sandbox/cliOptions';
import { unfinished } from '../../scripts/new/unfinished.cjs';
import { registered, servicesOf, type Service } from '../../scripts/services.cjs';
import { PARTNERS } from '../support/tokens/partnerUnderTest';

const PROJECT = resolve(__dirname, '../..');
const load = createRequire(__filename);
const there = (path: string): boolean => existsSync(join(PROJECT, path));
const text = (path: string): string => (there(path) ? readFileSync(join(PROJECT, path), 'utf8') : '');
const { n8n } = JSON.parse(text('package.json')) as { n8n: { nodes: string[]; credentials: string[] } };
const services = servicesOf(PROJECT);

/** Each file that a service must have, and why. */
function filesOf({ service, package: name, nodes, credentials, openapi, sandbox, document }: Service): Array<[path: string, why: string]> {
	const ofOperations: Array<[path: string, why: string]> = [
		[`nodes/${service}/resources.ts`, 'the table of resources and operations'],
		[`test/support/services/${service}.examples.ts`, 'each operation filled in, so that it works in the sandbox'],
		[`test/support/services/${service}.runs.ts`, 'how the sandbox comes to where the examples work'],
	];
	const ofNodes: Array<[path: string, why: string]> = [
		...nodes.map((node): [string, string] => [`nodes/${service}/${node}.node.ts`, 'a node that service.json names']),
		...nodes.map((node): [string, string] => [`nodes/${service}/${node}.node.json`, 'the codex of a node: categories and search words']),
		...(nodes.includes(service) ? ofOperations : []),
		[`packages/${name}/README.md`, 'the README of its package, after that of another one'],
		[document ?? `docs/${openapi[0]}.md`, 'the page for who builds workflows; service.json names it as document'],
	];
	return [
		...credentials.map((credential): [string, string] => [`credentials/${credential}.credentials.ts`, 'a credential that service.json names']),
		...openapi.map((name): [string, string] => [`openapi/${name}.yaml`, 'what is known of the partner']),
		[`${sandbox.folder}/start.ts`, 'how npm run sandbox starts the partner'],
		...(nodes.length === 0 ? [] : ofNodes),
	];
}

/** Class, files and words of a service that are to agree with its service.json: whether they do, and what to do otherwise. */
function checksOf(service: Service): Array<[isSo: boolean, otherwise: string]> {
	const { displayName, nodes, credentials, openapi, sandbox, keywords } = service;
	const paths = registered([service]);
	return [
		[nodes.every((node) => node.endsWith('Trigger')) || nodes.includes(service.service), `service.json names no node ${service.service}: the node with the operations is called as the folder`],
		[paths.nodes.every((path) => n8n.nodes.includes(path)), 'package.json lacks a node under n8n.nodes: npm run packages writes them'],
		[paths.credentials.every((path) => n8n.credentials.includes(path)), 'package.json lacks a credential under n8n.credentials: npm run packages writes them'],
		...openapi.map((name): [boolean, string] => [text('redocly.yaml').includes(`./openapi/${name}.yaml`), `redocly.yaml has no entry for openapi/${name}.yaml: npm run types makes no types of it`]),
		[text('sandbox/README.md').includes(`| \`${sandbox.name}\` | ${sandbox.port} |`), `sandbox/README.md has no row for ${sandbox.name} with port ${sandbox.port}`],
		[text('README.md').includes(displayName), `README.md does not name ${displayName}`],
		...nodes.map((node): [boolean, string] => {
			const missing = keywords.filter((keyword) => !searchWords(`nodes/${service.service}/${node}.node.json`).includes(plain(keyword)));
			return [missing.length === 0, `nodes/${service.service}/${node}.node.json lacks ${missing.join(', ')} among its alias: people search in n8n for what they search on npm`];
		}),
		...credentials.filter(hasTokens).map((credential): [boolean, string] => [
			PARTNERS.some(({ credentialType }) => plain(credentialType) === plain(credential)),
			`test/support/tokens/furtherPartners.ts has no entry for ${credential}: with one, all tests of tokens are run for it`,
		]),
	];
}

/** What is missing elsewhere of what a service says of itself, each with what to do. */
function missingOf(service: Service): string[] {
	const files = filesOf(service).map(([path, why]): [boolean, string] => [there(path), `${path} is missing: ${why}`]);
	return [...files, ...checksOf(service)].flatMap(([isSo, otherwise]) => (isSo ? [] : [otherwise]));
}

function plain(words: string): string {
	return words.toLowerCase().replace(/[ -]/g, '');
}

function searchWords(codex: string): string[] {
	return there(codex) ? (JSON.parse(text(codex)) as { alias: string[] }).alias.map(plain) : [];
}

/** Whether a credential gets tokens from the partner, and is not only a secret. One that is missing is told as a file. */
function hasTokens(credential: string): boolean {
	return text(`credentials/${credential}.credentials.ts`).includes(': TokenFlow = {');
}

/** The addresses that a credential can be set to without typing one. */
function hostsOf(name: string): string[] {
	const exported = load(`../../credentials/${name}.credentials`) as Record<string, unknown>;
	const flow = Object.entries(exported).find(([key]) => key.endsWith('TokenFlow'))?.[1] as TokenFlow;
	const { properties } = new (exported[name] as new () => ICredentialType)();
	const defaults = Object.fromEntries(properties.map((property) => [property.name, property.default as string]));
	const environments = properties.find((property) => property.name === 'environment')?.options ?? [];
	const chosen = environments.flatMap((option) => ('value' in option && option.value !== 'custom' ? [{ ...defaults, environment: String(option.value) }] : []));
	return (chosen.length === 0 ? [defaults] : chosen).map((credentials) => flow.apiBaseUrl(credentials));
}

describe('a service', () => {
	it.each(services.map((service) => [service.service, service] as const))('%s is everywhere what its service.json says', (_name, service) => {
		expect(missingOf(service)).toEqual([]);
	});

	it.each(services.map((service) => [service.service, service] as const))('%s is called with tokens at the hosts that its document of the token call names', (_name, { credentials, openapi }) => {
		const documents = openapi.map((name) => text(`openapi/${name}.yaml`)).filter((document) => document.includes('operationId: getToken\n'));
		const servers = documents.flatMap((document) => (parseYaml(document) as { servers: Array<{ url: string }> }).servers);
		expect(credentials.filter(hasTokens).flatMap(hostsOf).sort()).toEqual(servers.map(({ url }) => url).sort());
	});

	it('is behind every node and credential of the package (else: npm run packages)', () => {
		expect(n8n).toMatchObject(registered(services));
		const written = readdirSync(join(PROJECT, 'credentials')).filter((file) => file.endsWith('.credentials.ts'));
		expect(written.map((file) => `dist/credentials/${file.replace(/\.ts$/, '.js')}`).sort()).toEqual([...registered(services).credentials].sort());
	});

	it('has a package, a document and a sandbox of its own', () => {
		const kinds: ReadonlyArray<(service: Service) => unknown> = [({ package: name }) => name, ({ displayName }) => displayName, ({ sandbox }) => sandbox.name, ({ sandbox }) => sandbox.port];
		for (const kind of kinds) expect(new Set(services.map(kind)).size).toBe(services.length);
		const documents = readdirSync(join(PROJECT, 'openapi')).filter((file) => file.endsWith('.yaml'));
		expect(services.flatMap(({ openapi }) => openapi.map((name) => `${name}.yaml`)).sort()).toEqual(documents.sort());
		const folders = readdirSync(join(PROJECT, 'sandbox'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'core');
		expect(folders.map(({ name }) => `sandbox/${name}`).sort()).toEqual(partners.map(({ folder }: Partner) => folder).sort());
	});

	it('has no skeleton of npm run new that nobody has written', () => {
		expect(unfinished(PROJECT)).toEqual([]);
	});

	it('that is new is told what is missing, each with its place', () => {
		const missing = missingOf({
			service: 'New', displayName: 'Never Heard Of', package: 'n8n-nodes-new', description: '', keywords: ['new'], nodes: ['New'], credentials: ['NewApi'], openapi: ['new'],
			sandbox: { folder: 'sandbox/new', name: 'new', port: 4019, sendsEvents: false }, document: 'docs/new.md',
		});
		const places = [
			'credentials/NewApi.credentials.ts', 'openapi/new.yaml', 'sandbox/new/start.ts', 'nodes/New/New.node.ts', 'nodes/New/New.node.json', 'nodes/New/resources.ts', 'services/New.examples.ts', 'services/New.runs.ts',
			'packages/n8n-nodes-new/README.md', 'docs/new.md', 'n8n.nodes', 'n8n.credentials', 'redocly.yaml', 'sandbox/README.md', 'README.md does not name', 'among its alias',
		];
		expect(missing.map((line, at) => [line, line.includes(places[at] ?? 'nothing')])).toEqual(missing.map((line) => [line, true]));
		expect(missing).toHaveLength(places.length);
	});
});
