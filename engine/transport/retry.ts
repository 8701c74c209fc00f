import type { Failure, FailureKind } from '../failure';

/** Tries of one request, the first included. */
export const MOST_TRIES = 4;
/** Time that waiting between tries may take in all, in milliseconds. */
export const WAIT_BUDGET_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

const MAY_PASS: ReadonlySet<FailureKind> = new Set(['rateLimit', 'outage']);

/**
 * How long to wait before a failed request is sent again, or undefined where it must not be. A wait longer than what is
 * left of the budget means stop, not wait a little.
 *
 * This holds for a write that must happen once, too: there a failure is of one of these kinds only if the write was surely
 * not taken, or if the partner says that it is still at it and keeps its key. With any other status or a broken connection its outcome is
 * unknown, and it is not repeated.
 *
 * @param tries how often it was sent so far
 * @param waitedMs how long was waited so far, in milliseconds
 * @param random 0 to 1, spreads the waits of many items
 * @returns milliseconds
 */
export function waitBeforeRetry(
	failure: Failure,
	tries: number,
	waitedMs: number,
	random: number,
): number | undefined {
	if ((!MAY_PASS.has(failure.kind) && failure.details.isUnderWay !== true) || tries >= MOST_TRIES) return undefined;
	const grown = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
	// Never sooner than asked, and spread out, so that many requests in flight do not come back together.
	const spreadMs = grown / 2 + (grown / 2) * random;
	const askedMs = failure.details.retryAfterMs ?? 0;
	return waitedMs + Math.max(askedMs, spreadMs) <= WAIT_BUDGET_MS ? askedMs + spreadMs : undefined;
}
