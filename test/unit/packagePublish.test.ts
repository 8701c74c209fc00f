import { createServer, type Server } from 'node:http';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { run, type CommandResult } from '../../host/command';
import { packFolder } from '../support/packages/packages';

const PROJECT = resolve(__dirname, '../..');
const MINUTE_MS = 60_000;

let folder: string;

beforeEach(async () => {
	folder = await realpath(await mkdtemp(join(tmpdir(), 'release-')));
});

afterEach(async () => await rm(folder, { recursive: true, force: true }));

describe('release.mjs check', () => {
	const CHANGELOG = '# Changelog\n\n## 1.3.0 - not released\n\n- Later.\n\n## 1.2.0 - 2026-11-23\n\n- A thing.\n- Another.\n\n## 1.1.0 - 2026-10-01\n\n- Old.\n';

	test.each([
		{ given: 'the tag of a released version', version: '1.2.0', tag: 'v1.2.0', exitCode: 0, output: '- A thing.\n- Another.\n' },
		{ given: 'the tag of another version', version: '1.2.0', tag: 'v1.3.0', exitCode: 1, output: 'The tag is v1.3.0, and package.json has version 1.2.0: tag v1.2.0, or change the version.\n' },
		{ given: 'a version without a date', version: '1.3.0', tag: 'v1.3.0', exitCode: 1, output: 'CHANGELOG.md says "## 1.3.0 - not released": put the date of the release there.\n' },
		{ given: 'a version that the changelog does not have', version: '1.2', tag: 'v1.2', exitCode: 1, output: 'CHANGELOG.md has no section "## 1.2 - <date>".\n' },
	])('$given: exit code $exitCode', async ({ version, tag, exitCode, output }) => {
		await cp(join(PROJECT, 'scripts'), join(folder, 'scripts'), { recursive: true });
		await writeFile(join(folder, 'package.json'), JSON.stringify({ version }));
		await writeFile(join(folder, 'CHANGELOG.md'), CHANGELOG);
		expect(await release(folder, ['check', tag])).toMatchObject({ exitCode, output });
	});
});

describe('release.mjs publish', () => {
	let registry: Registry;

	beforeEach(async () => {
		registry = await Registry.open();
		for (const name of ['n8n-nodes-a', 'n8n-nodes-b']) {
			const source = join(folder, name);
			await mkdir(source);
			await writeFile(join(source, 'package.json'), JSON.stringify({ name, version: '1.2.0' }));
			await packFolder(source, join(folder, 'packed'));
		}
	});

	afterEach(async () => await registry.close());

	const publish = async () => await release(PROJECT, ['publish', 'packed'], registry.settings);

	test('passes over what is there already', async () => {
		registry.versions = { 'n8n-nodes-a': ['1.1.0', '1.2.0'], 'n8n-nodes-b': ['1.2.0'] };
		expect(await publish()).toMatchObject({ exitCode: 0, output: 'n8n-nodes-a-1.2.0.tgz: is there already\nn8n-nodes-b-1.2.0.tgz: is there already\n' });
		expect(registry.published).toEqual([]);
	}, MINUTE_MS);

	test('publishes nothing without provenance, and stops at the first that fails', async () => {
		registry.versions = { 'n8n-nodes-a': ['1.1.0'] };
		const { exitCode, output } = await publish();
		expect(exitCode).toBe(1);
		expect(output).toContain('Automatic provenance generation not supported for provider');
		expect(output).toContain('n8n-nodes-a-1.2.0.tgz: was not published, and none after it.');
		expect(registry.published).toEqual([]);
	}, MINUTE_MS);

	test('an empty folder is no release', async () => {
		await rm(join(folder, 'packed'), { recursive: true });
		await mkdir(join(folder, 'packed'));
		expect(await publish()).toMatchObject({ exitCode: 1, output: 'There is no .tgz in packed.\n' });
	});
});

/** Runs the script of a project in the folder of the test, with nothing in the environment that says where. */
async function release(project: string, args: string[], env: Record<string, string> = {}): Promise<CommandResult> {
	return await run({
		program: process.execPath,
		args: [join(project, 'scripts/release.mjs'), ...args],
		cwd: folder,
		env: { PATH: process.env.PATH, HOME: folder, ...env },
		timeoutMs: MINUTE_MS,
	});
}

/** As much of a package registry as npm asks before it publishes. */
class Registry {
	/** Those that are there, by package. */
	versions: Record<string, string[]> = {};
	/** What was sent to it. */
	readonly published: string[] = [];

	private constructor(private readonly server: Server) {}

	static async open(): Promise<Registry> {
		const server = createServer((request, response) => {
			const name = decodeURIComponent(request.url ?? '').slice(1);
			const versions = registry.versions[name];
			if (request.method === 'PUT') registry.published.push(name);
			response.writeHead(versions ? 200 : 404, { 'Content-Type': 'application/json' });
			const documents = Object.fromEntries((versions ?? []).map((version) => [version, { name, version, dist: {} }]));
			response.end(JSON.stringify(versions ? { name, 'dist-tags': { latest: versions.at(-1) }, versions: documents } : { error: 'not found' }));
		});
		const registry = new Registry(server);
		await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
		return registry;
	}

	/** npm's settings for it, with a token, since npm asks for one first. */
	get settings(): Record<string, string> {
		const host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
		return { npm_config_registry: `http://${host}/`, [`npm_config_//${host}/:_authToken`]: 'token-of-a-test', npm_config_update_notifier: 'false' };
	}

	async close(): Promise<void> {
		await new Promise((closed) => this.server.close(closed));
	}
}
