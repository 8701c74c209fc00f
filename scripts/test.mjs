// `npm test`: every check there is, from a bare checkout. With `unit`, `engine` or `e2e` only those tests.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { setUp } from './setup.mjs';
import { duration, project, runAsProgram, stream, StepError, tool } from './steps.mjs';
import counts from './test-counts.cjs';

/**
 * The n8n that the end-to-end tests run in; installed ahead of them, where the progress can be seen. Without the
 * variable it is the newest for the Node at hand.
 */
const E2E_HOSTS = process.env.E2E_N8N_VERSION ? [process.env.E2E_N8N_VERSION] : [];

const types = { name: 'types', run: () => check(['npm', 'run', 'check']) };
const lint = { name: 'lint', run: () => check(['npm', 'run', 'lint']) };
const build = { name: 'build', run: () => check(['npm', 'run', 'build']) };
const dist = { name: 'dist', run: () => check(['npm', 'run', 'lint:dist']) };
const unit = { name: 'unit', run: () => jest('unit', ['unit', 'property']) };
// n8n's engine keeps timers running that nothing can stop.
const engine = { name: 'engine', run: () => jest('engine', ['engine'], ['--forceExit']) };
const e2e = { name: 'e2e', run: endToEnd };

const PLANS = {
	all: [types, lint, build, dist, unit, engine, e2e],
	unit: [unit],
	engine: [engine],
	e2e: [build, e2e],
};

await runAsProgram(import.meta.url, async ([plan = 'all']) => {
	const steps = PLANS[plan];
	if (!steps) throw new StepError(`There is no "${plan}"; say one of ${Object.keys(PLANS).join(', ')}, or nothing.`);
	const results = [];
	try {
		await setUp();
	} catch (error) {
		console.error(error instanceof StepError ? error.message : error);
		results.push({ name: 'setup', passed: 0, failed: 1, notes: [], tookMs: 0 });
	}
	if (results.length === 0) {
		for (const { name, run } of steps) {
			console.log(`\n--- ${name} ---`);
			const startedAt = Date.now();
			results.push({ name, ...(await run(results)), tookMs: Date.now() - startedAt });
		}
	}
	printTable(results);
	console.log(counts.summaryLine(results));
	if (results.some(({ failed }) => failed > 0)) process.exitCode = 1;
});

/** A check that passes or fails as a whole. */
async function check(command) {
	const exitCode = await stream(command);
	return exitCode === 0 ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: [] };
}

async function endToEnd(results) {
	const notRun = (why) => ({ passed: 0, failed: 1, notes: [`not run: ${why}`] });
	if (results.some(({ name, failed }) => name === 'build' && failed > 0)) return notRun('the build failed');
	if (testFiles(['e2e']).length === 0) return await jest('e2e', ['e2e']);
	const exitCode = await stream(tool('tsx', 'host/prepare.ts', ...E2E_HOSTS));
	if (exitCode !== 0) return notRun('n8n could not be installed');
	// Every file starts an n8n of its own; side by side they would starve each other.
	return await jest('e2e', ['e2e'], ['--runInBand', '--testTimeout=120000'], { HOST_PACKAGE_IS_BUILT: '1' });
}

/** A project of jest.config.js, its tests counted one by one. */
async function jest(name, folders, more = [], env = {}) {
	if (testFiles(folders).length === 0) return { passed: 0, failed: 0, notes: ['there are no tests'] };
	const folder = mkdtempSync(join(tmpdir(), 'jest-result-'));
	const outputFile = join(folder, 'result.json');
	try {
		const args = ['--selectProjects', name, '--json', `--outputFile=${outputFile}`, ...more];
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
	console.log('\nstep      passed  failed  time');
	for (const { name, passed, failed, notes, tookMs } of results) {
		console.log(`${name.padEnd(8)}${String(passed).padStart(8)}${String(failed).padStart(8)}  ${duration(tookMs)}`);
		for (const note of notes) console.log(`          ${note}`);
	}
	console.log('');
}
