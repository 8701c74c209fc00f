import { Failure } from '../failure';

/** How many token calls a partner allows. */
export interface TokenQuota {
	/** Calls in any hour, for one client. */
	readonly perHour: number;
	/** How many of them may go for tokens that are only doubted, see `TokenStore.doubt`. */
	readonly forDoubts: number;
}

/** What the token store must know of a partner. */
export interface CallLimits extends TokenQuota {
	/** The partner as people call it, for messages. */
	readonly partner: string;
	/** Least pause after a failed call that may have arrived, in milliseconds. */
	readonly pauseMs: number;
}

export const HOUR_MS = 60 * 60_000;
/** Doubts are guesses: this many an hour are enough, also where a partner states no quota. */
const USUAL_DOUBTS = 10;

/** @param quota left out where the partner documents none: then only doubts are counted */
export function callLimits(partner: string, quota: TokenQuota = { perHour: Infinity, forDoubts: USUAL_DOUBTS }): CallLimits {
	// An outage of an hour must leave something of the quota, so that all is well again when it ends.
	return { ...quota, partner, pauseMs: HOUR_MS / (quota.perHour - quota.forDoubts) };
}

/** Nothing was asked: the partner would refuse, or count it against the client. */
export function quotaSpent({ partner, perHour }: CallLimits, waitMs: number): Failure {
	const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
	return new Failure('rateLimit', `Token request: not made, since this n8n has asked ${partner} for ${perHour} tokens within an hour, as many as ${partner} allows`, {
		retryAfterMs: waitMs,
		advice: `This request was not sent. Run again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. Look for requests that ${partner} refuses again and again: each may have cost a token.`,
	});
}
