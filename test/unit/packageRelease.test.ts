import { parseYaml } from '@redocly/openapi-core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { HOSTS } from '../../host/versions';

const PROJECT = resolve(__dirname, '../..');
const GITHUB = join(PROJECT, '.github');
const SCRIPTS = (JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;

/** As much of a workflow as is looked at here. */
interface Workflow {
	on: Record<string, unknown>;
	permissions: Record<string, string>;
	jobs: Record<string, Job>;
}

interface Job {
	uses?: string;
	needs?: string;
	permissions?: Record<string, string>;
	'timeout-minutes'?: number;
	strategy?: { matrix: Record<string, unknown> };
	steps?: Step[];
}

interface Step {
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
}

const WORKFLOWS = readdirSync(join(GITHUB, 'workflows')).map((name) => `workflows/${name}`);

const read = (path: string) => readFileSync(join(GITHUB, path), 'utf8');
const parsed = (path: string) => parseYaml(read(path)) as Workflow;
const stepsIn = (workflow: Workflow) => Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps);
const commandsIn = (workflow: Workflow) => stepsIn(workflow).flatMap(({ run = [] }) => run);
const actionsIn = (workflow: Workflow) => stepsIn(workflow).flatMap(({ uses = [] }) => uses);

describe.each(WORKFLOWS)('%s', (file) => {
	const workflow = parsed(file);

	test('names every action by its full commit, with the version beside it', () => {
		expect(actionsIn(workflow).filter((action) => !/^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
		const lines = read(file).split('\n').filter((line) => /^\s*(?:- )?uses: (?!\.\/)/.test(line));
		expect(lines).toHaveLength(actionsIn(workflow).length);
		expect(lines.filter((line) => !/ # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
	});

	test('calls only workflows of this repository that there are', () => {
		const called = Object.values(workflow.jobs).flatMap(({ uses = [] }) => uses);
		expect(called.filter((path) => !path.startsWith('./.github/') || !existsSync(join(PROJECT, path)))).toEqual([]);
	});

	test('may read by default, and leaves no credentials with the checkout', () => {
		expect(workflow.permissions).toEqual({ contents: 'read' });
		const checkouts = stepsIn(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		for (const checkout of checkouts) expect(checkout.with).toEqual({ 'persist-credentials': false });
	});

	test('gives every job a time to end in', () => {
		const jobs = Object.values(workflow.jobs).filter(({ uses }) => uses === undefined);
		expect(jobs.map((job) => job['timeout-minutes'])).toEqual(jobs.map(() => expect.any(Number) as number));
	});

	test('runs only scripts that there are', () => {
		const commands = commandsIn(workflow).join('\n');
		const named = [...commands.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script);
		expect(named.filter((script) => !(script in SCRIPTS))).toEqual([]);
		const files = [...commands.matchAll(/node (scripts\/\S+)/g)].map(([, path = '']) => path);
		expect(files.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
	});

	test('hands nothing that a stranger may write to a shell', () => {
		expect(commandsIn(workflow).filter((command) => command.includes('${{'))).toEqual([]);
		expect(workflow.on).not.toHaveProperty('pull_request_target');
	});
});

test('the same action is the same commit everywhere', () => {
	// An action may lie in a folder of its repository, as `github/codeql-action/init` does.
	const pinned = WORKFLOWS.flatMap((file) => actionsIn(parsed(file))).map((action) => action.replace(/^([^/]+\/[^/@]+)[^@]*/, '$1'));
	const repositories = pinned.map((action) => action.split('@')[0]);
	expect(new Set(pinned).size).toBe(new Set(repositories).size);
});

test('what a tag releases was tested on Node 20, 22 and 24 and in every n8n that is supported', () => {
	const release = parsed('workflows/release.yml');
	expect(release.on).toEqual({ push: { tags: ['v*'] } });
	expect(release.jobs.test?.uses).toBe('./.github/workflows/test.yml');
	expect(release.jobs.publish?.needs).toBe('test');

	const { quick, 'end-to-end': endToEnd } = parsed('workflows/test.yml').jobs;
	expect(quick?.strategy?.matrix.node).toEqual([20, 22, 24]);
	const hosts = endToEnd?.strategy?.matrix.include as Array<{ n8n: string }>;
	expect([...new Set(hosts.map(({ n8n }) => n8n))]).toEqual(HOSTS.map(({ n8n }) => n8n));
});

test('only the job that publishes may ask for an identity, and none holds a token of a registry', () => {
	const jobs = WORKFLOWS.flatMap((file) => Object.entries(parsed(file).jobs));
	expect(jobs.filter(([, { permissions }]) => permissions?.['id-token']).map(([name]) => name)).toEqual(['publish']);
	for (const text of ['dependabot.yml', ...WORKFLOWS].map(read)) expect(text).not.toMatch(/registry[.-]|npmjs|_authToken|NPM_TOKEN|NODE_AUTH_TOKEN/i);
});

test('a release comes with a bill of materials, which stays with it', () => {
	const { publish, 'release-page': page } = parsed('workflows/release.yml').jobs;
	expect(publish?.steps?.map(({ run }) => run)).toContain('npm sbom --package-lock-only --sbom-format cyclonedx > "$RUNNER_TEMP/release/sbom.cdx.json"');
	expect(page?.needs).toBe('publish');
	expect(page?.steps?.at(-1)?.run).toContain('release/sbom.cdx.json');
});

test('dependencies and actions are kept up to date', () => {
	const { updates } = parseYaml(read('dependabot.yml')) as { updates: Array<{ 'package-ecosystem': string; directory: string }> };
	expect(updates.map((update) => [update['package-ecosystem'], update.directory])).toEqual([['npm', '/'], ['github-actions', '/']]);
});

test('the lock file names versions and checksums, and no place they came from', () => {
	const lock = readFileSync(join(PROJECT, 'package-lock.json'), 'utf8');
	expect(lock).not.toContain('"resolved"');
	expect(lock).not.toMatch(/registry\.|npmjs/);
	expect(lock).toContain('"integrity": "sha512-');
});
