import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { TestEnvironment } from 'jest-environment-node';

import { CREDENTIAL } from '../../../demo/scene';
import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../../host';

/** What all test files that one of jest's workers runs have in common. */
export class OfWorker {
	/** Where partners have listened: n8n remembers tokens and refusals by address, and the system hands out ports again. */
	readonly addresses = new Set<string>();

	/** The only folder in which the shared n8n reads and writes files. */
	readonly filesFolder = join(tmpdir(), `n8n-shared-files-${process.env.JEST_WORKER_ID ?? '0'}`);

	private started?: Promise<N8nInstance>;

	/** The n8n that test files share: the packed package, regular mode, the credential of the scene. It ends with the worker. */
	async n8n(): Promise<N8nInstance> {
		this.started ??= this.start();
		try {
			return await this.started;
		} catch (error) {
			this.started = undefined;
			throw error;
		}
	}

	private async start(): Promise<N8nInstance> {
		mkdirSync(this.filesFolder, { recursive: true });
		const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
		const n8n = await startN8n({ host, packages: [await packPackage()], env: { N8N_RESTRICT_FILE_ACCESS_TO: this.filesFolder } });
		await n8n.importCredentials([{ ...CREDENTIAL, data: {} }]);
		return n8n;
	}
}

const ofWorker = new OfWorker();

/**
 * jest's environment of end-to-end tests. Test files know nothing of each other: each loads all modules anew. This one is loaded once for
 * each worker, and so can hold what is to outlive a file.
 */
export default class extends TestEnvironment {
	override async setup(): Promise<void> {
		await super.setup();
		Object.assign(this.global, { ofWorker });
	}
}
