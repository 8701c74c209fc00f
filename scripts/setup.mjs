// Brings a checkout from nothing to ready: `node scripts/setup.mjs`. Nothing needs to be installed before.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { project, runAsProgram, step, StepError } from './steps.mjs';

const FIRST_NODE = [20, 19];

/** Checks Node, installs the development dependencies if need be, generates the types. Safe to run at any time. */
export async function setUp() {
	checkNode(process.versions.node);
	await installDependencies();
	await step('Generating types from openapi/', ['npm', 'run', 'types']);
}

/** Fails with a plain message when Node is too old. */
export function checkNode(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [firstMajor, firstMinor] = FIRST_NODE;
	if (major > firstMajor || (major === firstMajor && minor >= firstMinor)) return;
	throw new StepError(`This needs Node ${FIRST_NODE.join('.')} or newer; this is Node ${version}.`);
}

/** `npm ci`, unless what is installed is what package-lock.json asks for. */
export async function installDependencies() {
	if (isInstalled()) return;
	await step('Installing development dependencies', ['npm', 'ci', '--no-audit', '--no-fund']);
}

/**
 * npm notes what it installed in node_modules/.package-lock.json. The contents are compared, not the times of the
 * files: git gives a new time to a lock file that has not changed.
 */
function isInstalled() {
	const installed = lockedPackages(join(project, 'node_modules', '.package-lock.json'));
	const wanted = lockedPackages(join(project, 'package-lock.json'));
	if (!installed || !wanted) return false;
	return Object.entries(wanted).every(([path, { version, optional, integrity }]) => {
		if (path === '') return true;
		const found = installed[path];
		// Optional packages for other systems are left out.
		if (!found) return optional === true;
		return found.version === version && found.integrity === integrity;
	});
}

function lockedPackages(path) {
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

await runAsProgram(import.meta.url, setUp);
