// The n8n that engine and end-to-end tests run in: which, and how they come to be there. It is installed ahead of the tests, where the
// progress can be seen.
import { totalmem } from 'node:os';

import { beside, stream, tool } from './steps.mjs';

/** Installing n8n 2.41 takes up to 4.4 GB, and n8n in queue mode with its tests takes as much. */
const ROOM_FOR_BOTH_BYTES = 10 * 2 ** 30;

/** Whose n8n-core and n8n-workflow are the development dependencies: engine tests need no installation for it. */
export const ENGINE_AT_HAND = '2.8.4';

/** The one of E2E_N8N_VERSION, else all that host/versions.ts knows. */
export async function e2eVersions() {
	if (process.env.E2E_N8N_VERSION) return [process.env.E2E_N8N_VERSION];
	// Not before: it comes with the development dependencies, and this script is what installs them.
	const { tsImport } = await import('tsx/esm/api');
	const { HOSTS } = await tsImport('../host/versions.ts', import.meta.url);
	return HOSTS.map(({ n8n }) => n8n);
}

/** The n8n versions of one run. */
export class Hosts {
	#seenWhile = (work) => work();

	/** @param {string[]} versions */
	constructor(versions) {
		this.versions = versions;
	}

	/**
	 * Begins to install them one after another, beside the tests that come before the ones that need them. Where memory
	 * is short nothing is begun: then each is installed when its turn comes.
	 */
	installBeside() {
		if (totalmem() >= ROOM_FOR_BOTH_BYTES) this.#seenWhile = beside(prepare(this.versions));
	}

	/** Waits for an install that is under way, or makes it: a lock in the cache folder keeps the two apart. */
	async isReady(version) {
		return (await this.#seenWhile(() => stream(prepare([version])))) === 0;
	}

	/** Where one lies that is ready, and the Node it runs on. @returns {Promise<{ folder: string, node: { program: string } }>} */
	async installed(version) {
		const { tsImport } = await import('tsx/esm/api');
		const { ensureHost } = await tsImport('../host/install.ts', import.meta.url);
		return await ensureHost({ version });
	}
}

function prepare(versions) {
	return tool('tsx', 'host/prepare.ts', ...versions);
}
