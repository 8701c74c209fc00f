import { readFile } from 'node:fs/promises';

import type { N8nInstance } from '../../../host';

const AT_ONCE = 16;
/** Calls from one look at the memory to the next. */
const LOOK_EVERY = 500;
/**
 * What n8n may hold more at the end than in the first half, in bytes. It fills its heap before it collects much: n8n 2.41 rose
 * from 0.8 to 1.3 GB over 5,500 bodies, by 60 MB over the next 8,000, and by 4 MB over the 10,000 after those.
 */
export const LEVEL_BYTES = 150 * 1024 * 1024;

/** What many calls at a trigger came to. */
export interface ManyCalls {
	/** What is wrong, at most some ten of it. */
	readonly wrong: string[];
	/** What n8n holds more at the end than in the first half, in bytes. */
	readonly growthBytes: number;
}

/**
 * Sends many calls, several at once, and looks at the memory of n8n in between.
 *
 * @param send one of them, by its number; gives what is wrong with its answer
 * @param good sends a good one after each few hundred; gives what is wrong with its answer
 */
export async function sendMany(n8n: N8nInstance, count: number, send: (at: number) => Promise<string | undefined>, good: (at: number) => Promise<string | undefined>): Promise<ManyCalls> {
	const wrong: string[] = [];
	const memory: number[] = [];
	let next = 0;
	const sender = async (): Promise<void> => {
		for (let at = next++; at < count && wrong.length < 10; at = next++) {
			const fault = await send(at).catch((error: Error) => `no answer: ${error.message}`);
			if (fault !== undefined) wrong.push(`${at}: ${fault}`);
			if (at % LOOK_EVERY !== LOOK_EVERY - 1) continue;
			const ofGood = await good(at);
			if (ofGood !== undefined) wrong.push(`${at}: the next good event: ${ofGood}`);
			memory.push(await residentBytes(n8n.pid));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, sender));
	return { wrong, growthBytes: Math.min(...memory.slice(-3)) - Math.max(...memory.slice(0, memory.length / 2)) };
}

async function residentBytes(pid: number | undefined): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
