// `npm test`: every check there is, from a bare checkout. With `unit`, `engine` or `e2e` only those tests, and with words
// after that only the test files whose paths hold one of them.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { e2eVersions, Hosts } from './n8n-hosts.mjs';
import { setUp } from './setup.mjs';
import { duration, project, runAsProgram, stream, StepError, tool } from './steps.mjs';
import counts from './test-counts.cjs';

const types = { name: 'types', run: () => check(['npm', 'run', 'check']) };
const lint = { name: 'lint', run: () => check(['npm', 'run', 'lint']) };
const build = { name: 'build', run: () => check(['npm', 'run', 'build']) };
const dist = { name: 'dist', run: () => check(['npm', 'run', 'lint:dist']) };
const unit = { name: 'unit', run: ({ words }) => jest('unit', ['unit', 'property'], words, ['--maxWorkers=2']) };
// n8n's engine keeps timers running that nothing can stop.
const engine = { name: 'engine', run: ({ words }) => jest('engine', ['engine'], words, ['--maxWorkers=2', '--forceExit']) };
/** Stands for one step for each n8n. */
const e2e = { name: 'e2e' };

const PLANS = {
	all: [types, lint, build, dist, unit, engine, e2e],
	unit: [unit],
	engine: [engine],
	e2e: [build, e2e],
};

await runAsProgram(import.meta.url, async ([plan = 'all', ...words]) => {
	if (!PLANS[plan]) throw new StepError(`There is no "${plan}"; say one of ${Object.keys(PLANS).join(', ')}, or nothing.`);
	const results = [];
	try {
		await setUp();
	} catch (error) {
		console.error(error instanceof StepError ? error.message : error);
		results.push({ name: 'setup', passed: 0, failed: 1, notes: [], tookMs: 0 });
	}
	if (results.length === 0) {
		for (const { name, run } of await stepsOf(PLANS[plan])) {
			console.log(`\n--- ${name} ---`);
			const startedAt = Date.now();
			results.push({ name, ...(await run({ results, words })), tookMs: Date.now() - startedAt });
		}
	}
	printTable(results);
	console.log(counts.summaryLine(results));
	if (results.some(({ failed }) => failed > 0)) process.exitCode = 1;
});

/** With a step for each n8n in the place of the end-to-end tests. */
async function stepsOf(plan) {
	if (!plan.includes(e2e)) return plan;
	const hosts = new Hosts(await e2eVersions());
	// Begun once there is a package to test in them, so that nobody waits for n8n after a build that failed.
	const buildAndInstall = async () => {
		const result = await build.run();
		if (result.failed === 0) hosts.installBeside();
		return result;
	};
	const steps = new Map([
		[build, [{ name: build.name, run: buildAndInstall }]],
		[e2e, hosts.versions.map((version) => ({ name: `e2e ${version}`, run: (given) => endToEnd(hosts, version, given) }))],
	]);
	return plan.flatMap((step) => steps.get(step) ?? [step]);
}

/** A check that passes or fails as a whole. */
async function check(command) {
	const exitCode = await stream(command);
	return exitCode === 0 ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: [] };
}

async function endToEnd(hosts, version, { results, words }) {
	const notRun = (why) => ({ passed: 0, failed: 1, notes: [`not run: ${why}`] });
	if (results.some(({ name, failed }) => name === build.name && failed > 0)) return notRun('the build failed');
	if (!(await hosts.isReady(version))) return notRun(`n8n ${version} could not be installed`);
	// Every file starts an n8n of its own, and waits most of its time: two at once take two thirds of the time that one after the
	// other does, three would starve each other. What a failed test has left open must not keep the run from its end.
	return await jest('e2e', ['e2e'], words, ['--maxWorkers=2', '--testTimeout=120000', '--forceExit'], { HOST_PACKAGE_IS_BUILT: '1', E2E_N8N_VERSION: version });
}

/** A project of jest.config.js, its tests counted one by one. */
async function jest(name, folders, words, more = [], env = {}) {
	if (testFiles(folders).length === 0) return { passed: 0, failed: 0, notes: ['there are no tests'] };
	const folder = mkdtempSync(join(tmpdir(), 'jest-result-'));
	const outputFile = join(folder, 'result.json');
	try {
		const only = words.map((word) => `--testPathPatterns=${word}`);
		const args = ['--selectProjects', name, '--json', `--outputFile=${outputFile}`, ...more, ...only];
		const exitCode = await stream(tool('jest', ...args), env);
		const report = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : undefined;
		return counts.countJest(report, exitCode);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function testFiles(folders) {
	return folders.flatMap((folder) => {
		const path = join(project, 'test', folder);
		if (!existsSync(path)) return [];
		return readdirSync(path, { recursive: true }).filter((file) => file.endsWith('.test.ts'));
	});
}

function printTable(results) {
	const width = Math.max(...results.map(({ name }) => name.length), 8);
	console.log(`\n${'step'.padEnd(width)}  passed  failed  time`);
	for (const { name, passed, failed, notes, tookMs } of results) {
		console.log(`${name.padEnd(width)}${String(passed).padStart(8)}${String(failed).padStart(8)}  ${duration(tookMs)}`);
		for (const note of notes) console.log(`${' '.repeat(width)}  ${note}`);
	}
	console.log('');
}
