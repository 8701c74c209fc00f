import { sleep } from 'n8n-workflow';

import { timeOutError } from './idleTimeout';

/** How often to look whether there is still something to wait for, in milliseconds. */
const STEP_MS = 500;

/**
 * Waits for a call, but no longer than this. The host's own time-out does not see everything: n8n 2.8 (axios 1.12) never
 * learns what became of an answer that claims to be gzip and is not, and no silence is long where a partner sends a byte now
 * and then. It would wait for ever, and everybody for whom the same token is meant would, too.
 *
 * Counted in steps and not by the clock, which somebody may set.
 *
 * @param giveUp what ends the call, once nobody waits for it any more
 * @throws Error with the system's code for a time-out, or what the call throws
 */
export async function withTimeout<T>(call: Promise<T>, limitMs: number, giveUp: () => void = () => undefined): Promise<T> {
	let isOver = false;
	const over = () => {
		isOver = true;
	};
	call.then(over, over);
	const watch = async (): Promise<T> => {
		for (let leftMs = limitMs; leftMs > 0 && !isOver; leftMs -= STEP_MS) await sleep(Math.min(STEP_MS, leftMs));
		if (isOver) return await call;
		giveUp();
		throw timeOutError(`No answer within ${limitMs} ms`);
	};
	return await Promise.race([call, watch()]);
}
