import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ensureBuildTools } from './build-tools';
import { cacheRoot, cachedFolder } from './cache';
import { ensureNode, type NodeRuntime } from './node-runtime';
import { npm } from './npm';
import { reportElapsed, silent, type Report } from './report';
import { hostFor, hostPackageJson, type HostRecipe } from './versions';

/** An installed n8n and the Node it runs on. */
export interface Host {
	readonly version: string;
	readonly node: NodeRuntime;
	readonly folder: string;
	/** The script to hand to Node: `node <program> start`. */
	readonly program: string;
	/** Environment that this version needs. */
	readonly environment: Readonly<Record<string, string>>;
}

/** What `ensureHost` can be asked for. */
export interface HostOptions {
	/** An n8n version of `versions.ts`; without it the newest that runs on the Node at hand. */
	readonly version?: string;
	readonly report?: Report;
}

/** The n8n to test with: from the cache, or installed there (about five minutes, 2.4 GB and more). */
export async function ensureHost({ version, report = silent }: HostOptions = {}): Promise<Host> {
	const recipe = hostFor(version);
	const node = await ensureNode(recipe, report);
	const folder = await cachedFolder({
		folder: hostFolder(recipe, node),
		ingredients: hostPackageJson(recipe),
		report,
		make: async (partial) => await install(recipe, node, partial, report),
	});
	const program = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	return { version: recipe.n8n, node, folder, program, environment: recipe.environment };
}

/** What is compiled fits one major version of Node only, so that is part of the name. */
function hostFolder(recipe: HostRecipe, node: NodeRuntime): string {
	const nodeMajor = node.version.split('.')[0] ?? '';
	return join(cacheRoot(), `n8n-${recipe.n8n}-node-${nodeMajor}`);
}

async function install(recipe: HostRecipe, node: NodeRuntime, folder: string, report: Report): Promise<void> {
	await ensureBuildTools(report);
	await writeFile(join(folder, 'package.json'), JSON.stringify(hostPackageJson(recipe), null, 2));
	// Beside the folder: it has to be there after a failure, when the folder is about to be cleared.
	const logFile = `${folder}.log`;
	await rm(logFile, { force: true });
	const call = { cwd: folder, node: node.program, logFile };
	// Scripts run in the second step and only for what needs compiling: some of n8n's optional
	// parts fetch from elsewhere in theirs, and one that fails would fail the whole install.
	await reportElapsed(
		`Installing n8n ${recipe.n8n} (step 1 of 2: packages)`,
		report,
		async () => await npm({ ...call, args: ['install', '--ignore-scripts', '--no-package-lock'] }),
	);
	const settings: Record<string, string> = { ignore_scripts: 'false', build_from_source: 'true' };
	if (node.headers) settings.nodedir = node.headers;
	await reportElapsed(
		`Installing n8n ${recipe.n8n} (step 2 of 2: compiling ${recipe.compiled.join(', ')})`,
		report,
		async () => await npm({ ...call, args: ['rebuild', ...recipe.compiled], settings }),
	);
	await rm(logFile, { force: true });
}
