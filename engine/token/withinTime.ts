import { sleep } from 'n8n-workflow';

/** How often to look whether there is still something to wait for, in milliseconds. */
const STEP_MS = 500;

/**
 * Waits for a call, but no longer than this. The host's own time-out does not see everything: n8n 2.8 (axios 1.12) never
 * learns what became of an answer that claims to be gzip and is not. It would wait for ever, and everybody for whom the
 * same token is meant would, too.
 *
 * @throws Error with the system's code for a time-out, or what the call throws
 */
export async function withinTime<T>(call: Promise<T>, limitMs: number): Promise<T> {
	const endMs = Date.now() + limitMs;
	let isOver = false;
	const over = () => {
		isOver = true;
	};
	call.then(over, over);
	const watch = async (): Promise<T> => {
		while (!isOver && Date.now() < endMs) await sleep(Math.min(STEP_MS, endMs - Date.now()));
		if (!isOver) throw Object.assign(new Error(`No answer within ${limitMs} ms`), { code: 'ETIMEDOUT' });
		return await call;
	};
	return await Promise.race([call, watch()]);
}
