import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import type { ServerProcess } from './server-process';

const POLL_MS = 200;

/** A server that is coming up. */
export interface Starting {
	/** As error messages name it. */
	readonly name: string;
	readonly server: ServerProcess;
	readonly isReady: () => Promise<boolean>;
	readonly timeoutMs: number;
}

/** Waits until a server is ready. @throws Error with the end of its log, if it ends or takes too long */
export async function waitUntilReady({ name, server, isReady, timeoutMs }: Starting): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (Date.now() < deadline) {
		if (server.hasEnded) throw new Error(`${name} ended while starting. The end of its log:\n${server.logTail()}`);
		if (await isReady()) return;
		await sleep(POLL_MS);
	}
	throw new Error(`${name} did not come up within ${timeoutMs / 1000} s. The end of its log:\n${server.logTail()}`);
}

/** `healthz` turns green before the REST routes exist; until then they answer with the editor's page. */
export async function hasRestRoutes(url: string): Promise<boolean> {
	const answer = await look(`${url}/rest/settings`);
	return answer?.status === 200 && typeof answer.data === 'object';
}

/** Whether a process without an editor, for webhooks or a worker, has its database and its queue. */
export async function isHealthy(url: string): Promise<boolean> {
	const answer = await look(`${url}/healthz/readiness`);
	return answer?.status === 200;
}

async function look(url: string) {
	return await axios.get<unknown>(url, { timeout: 5_000, proxy: false, validateStatus: () => true }).catch(() => undefined);
}
