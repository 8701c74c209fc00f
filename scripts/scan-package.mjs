// `npm run scan -- <folder or .tgz> ...`: judges packages by the rules of n8n's own scanner, warnings included, which the
// scanner lets pass. A folder is judged as source, a .tgz as what is published. Ends with 1 if there is a finding.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { runAsProgram, StepError } from './steps.mjs';

/** What the scanner judges of an unpacked .tgz; of a source folder it names the files itself. */
const PUBLISHED_FILE_PATTERNS = ['**/*.js', 'package.json'];

await runAsProgram(import.meta.url, async (targets) => {
	if (targets.length === 0) throw new StepError('Say which folder or .tgz to scan.');
	const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'scan-')));
	// The scanner makes a folder for itself when it is loaded, and leaves it.
	process.env.TMPDIR = scratch;
	// With `test`, which jest hands to what it starts, some rules take every file for one of their own tests.
	delete process.env.NODE_ENV;
	try {
		const scanner = await import('@n8n/scan-community-package/scanner/scanner.mjs');
		for (const target of targets) report(target, await scan(scanner, target, scratch));
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
});

/** @returns {Promise<{ files: number, findings: string[] }>} */
async function scan(scanner, target, scratch) {
	const isPacked = target.endsWith('.tgz');
	const folder = isPacked ? unpacked(target, scratch) : realpathSync(target);
	const patterns = isPacked ? PUBLISHED_FILE_PATTERNS : scanner.SOURCE_FILE_PATTERNS;
	const verdict = await scanner.analyzePackage(folder, patterns);
	const { files, findings } = await findingsIn(scanner, folder, patterns);
	if (!verdict.passed && findings.length === 0) findings.push(verdict.details ?? verdict.message);
	return { files, findings };
}

/** The scanner tells only of errors, so its rules are run once more for the warnings. */
async function findingsIn({ buildScanConfig }, cwd, patterns) {
	const { ESLint } = await import('eslint');
	const eslint = new ESLint({
		cwd,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
		errorOnUnmatchedPattern: false,
	});
	const results = await eslint.lintFiles(patterns);
	const findings = results.flatMap(({ filePath, messages }) =>
		messages.map(({ line, message, ruleId }) => `${filePath.slice(cwd.length + 1)}:${line} ${message} (${ruleId})`),
	);
	return { files: results.length, findings };
}

function unpacked(tgz, scratch) {
	const folder = mkdtempSync(join(scratch, 'package-'));
	const { status, stderr } = spawnSync('tar', ['-xzf', resolve(tgz), '-C', folder, '--strip-components=1']);
	if (status !== 0) throw new StepError(`${tgz} could not be unpacked: ${stderr}`);
	return folder;
}

function report(target, { files, findings }) {
	if (files === 0) findings.push('nothing to scan');
	if (findings.length === 0) {
		console.log(`${target}: ${files} files, no findings`);
		return;
	}
	console.log(`${target}: ${files} files, ${findings.length} findings\n${findings.join('\n')}`);
	process.exitCode = 1;
}
