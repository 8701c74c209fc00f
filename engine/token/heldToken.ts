/** A token with the span in which it holds, on our own clock. */
export interface HeldToken {
	readonly token: string;
	/** When it was asked for, in milliseconds since 1970. Counted from before the call, so never too late. */
	readonly issuedAtMs: number;
	/** When it ends, in milliseconds since 1970. */
	readonly expiresAtMs: number;
}

const LONGEST_MARGIN_MS = 5 * 60 * 1000;
const MARGIN_SHARE_OF_LIFE = 0.1;

/** How long before its end a token is no longer used: five minutes, or a tenth of its life if that is less. */
function marginMs(held: HeldToken): number {
	return Math.min(LONGEST_MARGIN_MS, (held.expiresAtMs - held.issuedAtMs) * MARGIN_SHARE_OF_LIFE);
}

/** Whether a request may still be sent with it. A token from the future is not trusted: the clock was moved. */
export function isFresh(held: HeldToken, now: number): boolean {
	return now >= held.issuedAtMs - LONGEST_MARGIN_MS && now < held.expiresAtMs - marginMs(held);
}

/** Whether it has not ended yet, though it may be past its margin. */
export function isAlive(held: HeldToken, now: number): boolean {
	return now >= held.issuedAtMs - LONGEST_MARGIN_MS && now < held.expiresAtMs;
}
