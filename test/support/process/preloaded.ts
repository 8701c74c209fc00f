import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { N8nInstance } from '../../../host';

const LONGEST_MS = 60_000;
const STEP_MS = 50;

/** A script inside n8n's process that answers when it is asked: see `preload.cjs`. */
export class Preloaded {
	private constructor(
		private readonly script: string,
		private readonly folder: string,
	) {}

	/** @param script path of what n8n is to load */
	static async make(script: string): Promise<Preloaded> {
		return new Preloaded(script, await mkdtemp(join(tmpdir(), 'n8n-preloaded-')));
	}

	/** What n8n has to be started with. */
	get env(): Record<string, string> {
		return { NODE_OPTIONS: `--require ${this.script}`, PRELOAD_ANSWER: this.file };
	}

	/** Asks, and waits for the answer. */
	async ask<T>({ pid }: Pick<N8nInstance, 'pid'>): Promise<T> {
		if (pid === undefined) throw new Error('n8n is not running.');
		process.kill(pid, 'SIGUSR2');
		for (const deadline = Date.now() + LONGEST_MS; Date.now() < deadline; await sleep(STEP_MS)) {
			const text = await readFile(this.file, 'utf8').catch(() => undefined);
			if (text === undefined) continue;
			await rm(this.file);
			return JSON.parse(text) as T;
		}
		throw new Error(`n8n's process gave no answer to ${this.script}.`);
	}

	async close(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}

	private get file(): string {
		return join(this.folder, 'answer.json');
	}
}
