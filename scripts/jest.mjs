// jest's command lines, in one home: each kind of test, and on which n8n.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { project, StepError, stream } from './steps.mjs';
import counts from './test-counts.cjs';

const JEST = join(project, 'node_modules', 'jest', 'bin', 'jest.js');

/**
 * Runs a kind of test, its tests counted one by one.
 * @param {{ name: 'unit' | 'engine' | 'e2e', words?: string[], args?: string[], env?: Record<string, string>, node?: string }} run
 * words: only files whose paths hold one of them; node: the Node to run on, else the one at hand
 */
export async function jest({ name, words = [], args = [], env = {}, node = process.execPath }) {
	const folder = mkdtempSync(join(tmpdir(), 'jest-result-'));
	const outputFile = join(folder, 'result.json');
	try {
		const only = words.map((word) => `--testPathPatterns=${word}`);
		const exitCode = await stream([node, JEST, '--selectProjects', name, '--json', `--outputFile=${outputFile}`, ...args, ...only], env);
		const report = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : undefined;
		return counts.countJest(report, exitCode);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Pure functions, and what needs no n8n. */
export async function unitTests(words) {
	// A few files wait nearly all of their time, for looks that come again: one of 86 seconds works for 6. A third worker does not let a core wait for them.
	return await jest({ name: 'unit', words, args: ['--maxWorkers=3'] });
}

/**
 * Nodes on n8n's engine: the one of the development dependencies, else that of an n8n which was installed.
 * @param {string[]} words
 * @param {{ folder: string, node: { program: string } }} [host] an installed n8n (`host/install.ts`)
 */
export async function engineTests(words, host) {
	// These tests wait most of their time, for looks and tries that come again: 600 seconds of work on two cores, in 2,400 of waiting. Eight at once
	// come near to what the cores can do. n8n's engine keeps timers running that nothing can stop.
	const run = { name: 'engine', words, args: ['--maxWorkers=8', '--forceExit'] };
	if (!host) return await jest(run);
	// Newer versions import() the expression engine that is chosen, which jest's world allows with this alone.
	const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules`.trim();
	return await jest({ ...run, env: { ENGINE_N8N_FOLDER: host.folder, NODE_OPTIONS }, node: host.node.program });
}

/**
 * The built package in a real n8n.
 * @param {string} version of n8n
 * @param {{ words?: string[], isWhole?: boolean, env?: Record<string, string> }} [options]
 * isWhole: with what does not differ from one n8n to the next (`test/e2e/plan.ts`), which is run in the last n8n of a run
 */
export async function endToEndTests(version, { words = [], isWhole = true, env = {} } = {}) {
	const files = await endToEndFiles(words, isWhole);
	if (files.length === 0) return { passed: 0, failed: 0, notes: ['none of these files is run in this n8n: see test/e2e/plan.ts'] };
	// A file waits half of its time: 1,800 seconds of work on two cores, in 3,100 of waiting. Three at once use four fifths of the cores; four would starve
	// each other. What a failed test has left open must not keep the run from its end.
	const args = ['--maxWorkers=3', '--testTimeout=120000', '--forceExit', '--runTestsByPath', ...files];
	const part = isWhole ? {} : { E2E_ONLY_WHAT_DIFFERS: '1' };
	return await jest({ name: 'e2e', args, env: { HOST_PACKAGE_IS_BUILT: '1', E2E_N8N_VERSION: version, ...part, ...env } });
}

async function endToEndFiles(words, isWhole) {
	// Not before: it comes with the development dependencies, and these scripts are what installs them.
	const { tsImport } = await import('tsx/esm/api');
	const { E2E_FILES } = await tsImport('../test/e2e/plan.ts', import.meta.url);
	const folder = join(project, 'test', 'e2e');
	const paths = readdirSync(folder).filter((file) => file.endsWith('.test.ts')).map((file) => join(folder, file));
	const asked = words.length === 0 ? paths : paths.filter((path) => words.some((word) => new RegExp(word, 'i').test(path)));
	if (asked.length === 0) throw new StepError(`No end-to-end test has one of these in its path: ${words.join(', ')}`);
	return asked.filter((path) => isWhole || E2E_FILES[path.slice(folder.length + 1, -'.test.ts'.length)]?.on !== 'newest');
}
