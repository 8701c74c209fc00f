import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { runOrThrow } from './command';
import type { Host } from './install';
import { npm, npmEnv } from './npm';
import { reportElapsed, silent, type Report } from './report';

const PROJECT = resolve(__dirname, '..');
const BUILD = join(PROJECT, '.build');
const REGISTER = join(__dirname, 'register-package.cjs');
const STEP_TIMEOUT_MS = 5 * 60_000;

/** The arguments of n8n's own installer (`community-packages.service` in n8n), without the registry: nothing is to be fetched. */
const N8N_INSTALL_ARGS = ['--bin-links=false', '--install-strategy=shallow', '--ignore-scripts=true', '--package-lock=false'];

/** An installed community package. */
export interface InstalledPackage {
	readonly name: string;
	readonly version: string;
	readonly folder: string;
}

/**
 * Builds this project and packs it as it would be published; returns the path of the `.tgz`.
 * With `HOST_PACKAGE_IS_BUILT` set (`npm test` builds once, ahead of all tests) it only packs, and not again what was packed since.
 */
export async function packPackage({ report = silent }: { report?: Report } = {}): Promise<string> {
	const call = { cwd: PROJECT, node: process.execPath };
	if (process.env.HOST_PACKAGE_IS_BUILT) {
		const packed = await packedSinceBuild();
		if (packed) return packed;
	} else {
		await reportElapsed('Building the package', report, async () => await npm({ ...call, args: ['run', 'build'] }));
	}
	await mkdir(BUILD, { recursive: true });
	const folder = await mkdtemp(join(BUILD, 'pack-'));
	try {
		const args = ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder];
		const { stdout } = await npm({ ...call, args });
		const [packed] = JSON.parse(stdout) as Array<{ filename: string }>;
		if (!packed) throw new Error('npm pack made no file.');
		const tgz = join(BUILD, packed.filename);
		// Moved when whole: another test may be reading the last one.
		await rename(join(folder, packed.filename), tgz);
		return tgz;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** The `.tgz` of this version, where nothing that goes into it was written after it. */
async function packedSinceBuild(): Promise<string | undefined> {
	const { name, version, files } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as Manifest & { files: string[] };
	const tgz = join(BUILD, `${name}-${version}.tgz`);
	const writtenAt = (await stat(tgz).catch(() => undefined))?.mtimeMs ?? 0;
	// npm adds these to what `files` names.
	const changedAt = await Promise.all(['package.json', 'README.md', 'LICENSE.md', ...files].map(async (path) => await newestChange(join(PROJECT, path))));
	return Math.max(...changedAt) < writtenAt ? tgz : undefined;
}

/** When a file, or the newest in a folder and those in it, was written last; milliseconds. */
async function newestChange(path: string): Promise<number> {
	const found = await stat(path);
	if (!found.isDirectory()) return found.mtimeMs;
	const times = await Promise.all((await readdir(path)).map(async (name) => await newestChange(join(path, name))));
	// Its own time tells of what was taken away.
	return Math.max(found.mtimeMs, ...times);
}

/**
 * Puts a packed package into the folder of an instance, step by step as n8n's own installer does. n8n loads it when it
 * starts; a running one has to be restarted.
 */
export async function installPackage(tgz: string, userFolder: string): Promise<InstalledPackage> {
	const nodesFolder = join(userFolder, '.n8n', 'nodes');
	const manifest = await packedManifest(tgz);
	const folder = join(nodesFolder, 'node_modules', manifest.name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await tar(['-xzf', tgz, '-C', folder, '--strip-components=1']);
	// n8n brings what a package may use of it; what else it names as peer or development dependency is not installed.
	const { devDependencies, peerDependencies, optionalDependencies, ...kept } = manifest;
	void [devDependencies, peerDependencies, optionalDependencies];
	await writeFile(join(folder, 'package.json'), JSON.stringify(kept, null, 2));
	await npm({ args: ['install', ...N8N_INSTALL_ARGS], cwd: folder, node: process.execPath });
	await addDependency(join(nodesFolder, 'package.json'), kept.name, kept.version);
	return { name: kept.name, version: kept.version, folder };
}

/**
 * Enters an installed package into n8n's database, so that it is listed under *Community nodes*. n8n must have been
 * started once in that folder, for the database to exist; it need not be stopped.
 */
export async function registerPackage(host: Host, userFolder: string, installed: InstalledPackage): Promise<void> {
	await runOrThrow({
		program: host.node.program,
		args: [REGISTER, host.program, join(userFolder, '.n8n', 'database.sqlite'), installed.folder],
		cwd: host.folder,
		// Nodes find `n8n-workflow` in the n8n they are loaded by; n8n sets the same when it loads them.
		env: { ...npmEnv({ node: host.node.program }), NODE_PATH: join(host.folder, 'node_modules') },
		timeoutMs: STEP_TIMEOUT_MS,
	});
}

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly [field: string]: unknown;
}

async function packedManifest(tgz: string): Promise<Manifest> {
	return JSON.parse(await tar(['-xzOf', tgz, 'package/package.json'])) as Manifest;
}

async function tar(args: readonly string[]): Promise<string> {
	const { stdout } = await runOrThrow({ program: 'tar', args, cwd: tmpdir(), env: process.env, timeoutMs: STEP_TIMEOUT_MS });
	return stdout;
}

async function addDependency(path: string, name: string, version: string): Promise<void> {
	const existing = existsSync(path) ? await readFile(path, 'utf8') : '{"name":"installed-nodes","private":true}';
	const manifest = JSON.parse(existing) as { dependencies?: Record<string, string> };
	const dependencies = { ...manifest.dependencies, [name]: version };
	await writeFile(path, JSON.stringify({ ...manifest, dependencies }, null, 2));
}
