import { timeOutError } from './idleTimeout';
import { Ticks } from './ticks';

/**
 * Waits for a call, but no longer than this, and a step. The host's own time-out does not see everything: n8n 2.8 (axios 1.12) never
 * learns what became of an answer that claims to be gzip and is not, and no silence is long where a partner sends a byte now
 * and then. It would wait for ever, and everybody for whom the same token is meant would, too.
 *
 * @param giveUp what ends the call, once nobody waits for it any more
 * @param ticks the timer of who has many calls under way
 * @throws Error with the system's code for a time-out, or what the call throws
 */
export async function withTimeout<T>(call: Promise<T>, limitMs: number, giveUp: () => void = () => undefined, ticks = new Ticks(limitMs)): Promise<T> {
	return await new Promise<T>((resolve, reject) => {
		// The first tick may come at once, so it does not count.
		let leftMs = limitMs + ticks.stepMs;
		const end = ticks.watch(() => {
			leftMs -= ticks.stepMs;
			if (leftMs > 0) return;
			end();
			// First: whoever waits hears of it, also where giving up fails.
			reject(timeOutError(`No answer within ${limitMs} ms`));
			giveUp();
		});
		call.then(
			(value) => {
				end();
				resolve(value);
			},
			(error: unknown) => {
				end();
				reject(error as Error);
			},
		);
	});
}
