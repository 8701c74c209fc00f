import { Failure, isFailure } from '../failure';
import { isAlive, isFresh, type HeldToken } from './heldToken';
import { callLimits, HOUR_MS, quotaSpent, type CallLimits } from './limits';
import { SlidingWindow } from './slidingWindow';

/** How long a failed token call is remembered, in milliseconds, so that 1,000 items cost one call and not 1,000. */
const COOL_DOWN_MS = { refused: 60_000, outage: 10_000 };
/** No longer than this, whatever a `Retry-After` says: an absurd one must not lock a credential until a restart. */
const LONGEST_COOL_DOWN_MS = 15 * 60_000;
/** Tokens that may be given up for a refused request, in how long. A call that always answers 401 must not eat tokens. */
const REFUSALS = { most: 3, withinMs: 10 * 60_000 };
/** A token counts as new for this long, in milliseconds. */
const NEW_TOKEN_MS = 60_000;
/** Pause before a further token is doubted, in milliseconds. */
const DOUBT_PAUSE_MS = 60_000;
const MOST_IDENTITIES = 200;
const NO_QUOTA = callLimits('The partner');

interface Entry {
	newest?: HeldToken;
	inFlight?: Promise<HeldToken>;
	failure?: { failure: Failure; notedAtMs: number; untilMs: number };
	/** The token that the API refused before its time, if any. It is never used again. */
	refusedToken?: string;
	/** When tokens were given up for a refused request. */
	readonly refusals: SlidingWindow;
	/** The token that the API is known to have taken. */
	acceptedToken?: string;
	/** A token that may have been refused. It is not used before the partner has been asked for another. */
	doubtedToken?: string;
	readonly doubts: SlidingWindow;
	/** Token calls, for the partner's quota. */
	readonly calls: SlidingWindow;
}

/**
 * Makes a token call.
 *
 * @param mayCallAgain whether the partner's quota allows a further call, which is counted then
 */
export type FetchToken = (mayCallAgain: () => boolean) => Promise<HeldToken>;

/**
 * The tokens of this process, one entry an identity. n8n runs many requests at once, each with its own copy of the
 * credential; this is the one place where they meet.
 *
 * Holds to three rules: never two calls in flight for one identity, never an older token after a newer one, never
 * the token of another identity.
 */
export class TokenStore {
	private readonly entries = new Map<string, Entry>();

	/** @param now the clock, in milliseconds since 1970; tests bring their own */
	constructor(private readonly now: () => number = () => Date.now()) {}

	/** A token that may be sent now, or undefined. */
	usable(identity: string): HeldToken | undefined {
		if (!this.entries.has(identity)) return undefined;
		const entry = this.entry(identity);
		return entry.newest && this.mayBeSent(entry, entry.newest) ? entry.newest : undefined;
	}

	/**
	 * Notes that the API refused a request that carried this token. Says nothing about a newer token.
	 *
	 * A new token that never worked is not given up: then tokens are not the trouble, and another would not help. Once a
	 * minute it may be all the same: with a partner that keeps one token alive, another process may have fetched a newer.
	 *
	 * @param maySupersede whether that other process is to be reckoned with
	 * @returns whether sending again, with the newest token or a new one, may help
	 */
	refuse(identity: string, token: string, maySupersede = false): boolean {
		const entry = this.entry(identity);
		const isOldNews = token === entry.refusedToken || (entry.newest !== undefined && entry.newest.token !== token);
		if (isOldNews) return true;
		const isNew = entry.newest !== undefined && this.now() - entry.newest.issuedAtMs < NEW_TOKEN_MS;
		const mayBeSuperseded = maySupersede && entry.refusals.sinceLastMs(this.now()) >= NEW_TOKEN_MS;
		if (isNew && entry.acceptedToken !== token && !mayBeSuperseded) return false;
		if (entry.refusals.count(this.now()) >= REFUSALS.most) return false;
		entry.refusals.note(this.now());
		entry.refusedToken = token;
		return true;
	}

	/** Notes that the API took this token. */
	accept(identity: string, token: string): void {
		const entry = this.entries.get(identity);
		if (entry?.newest?.token === token) entry.acceptedToken = token;
	}

	/**
	 * Lays a token aside where a request failed and we could not see why. Once a minute at most, and so many times an hour: a
	 * failure that has nothing to do with the token must not cost a token call each time. Says nothing about a newer token.
	 */
	doubt(identity: string, token: string, { forDoubts }: Pick<CallLimits, 'forDoubts'> = NO_QUOTA): void {
		const entry = this.entry(identity);
		if (entry.newest?.token !== token || token === entry.refusedToken || token === entry.doubtedToken) return;
		if (entry.doubts.sinceLastMs(this.now()) < DOUBT_PAUSE_MS || entry.doubts.count(this.now()) >= forDoubts) return;
		entry.doubts.note(this.now());
		entry.doubtedToken = token;
	}

	/**
	 * A token that may be sent: the newest, or a new one. Who asks while a call is under way waits for that call.
	 *
	 * @param limits how many calls the partner allows; beyond them no call is made
	 * @throws Failure that also the following callers get until the cool-down is over
	 */
	async obtain(identity: string, fetch: FetchToken, limits: CallLimits = NO_QUOTA): Promise<HeldToken> {
		const entry = this.entry(identity);
		if (entry.newest && this.mayBeSent(entry, entry.newest)) return entry.newest;
		if (entry.inFlight) return await entry.inFlight;
		if (entry.failure && this.isCoolingDown(entry)) return this.stillAlive(entry, entry.failure.failure);

		entry.inFlight = this.refresh(entry, fetch, limits).finally(() => {
			entry.inFlight = undefined;
		});
		return await entry.inFlight;
	}

	private async refresh(entry: Entry, fetch: FetchToken, limits: CallLimits): Promise<HeldToken> {
		const mayCall = (): boolean => {
			if (entry.calls.count(this.now()) >= limits.perHour) return false;
			entry.calls.note(this.now());
			return true;
		};
		try {
			if (!mayCall()) throw quotaSpent(limits, entry.calls.untilFewerMs(this.now()));
			const fetched = await fetch(mayCall);
			// Some partners hand out the same token until it ends. Then a doubt was unfounded, and a refusal is final.
			if (fetched.token === entry.refusedToken) throw sameTokenAgain();
			if (!isFresh(fetched, this.now())) throw deadOnArrival();
			entry.doubtedToken = undefined;
			entry.failure = undefined;
			entry.newest = fetched;
			return fetched;
		} catch (error) {
			return this.remember(entry, error, limits);
		}
	}

	private remember(entry: Entry, error: unknown, { pauseMs }: CallLimits): HeldToken {
		const failure = isFailure(error)
			? error
			: new Failure('outage', 'The token could not be fetched', { advice: 'Try again in a minute.' });
		const coolDown = failure.kind === 'outage' ? COOL_DOWN_MS.outage : COOL_DOWN_MS.refused;
		// What never left costs nothing of the quota: a name that is not found for a moment must not stop minutes of work.
		const isFree = failure.details.isNeverSent === true;
		if (isFree) entry.calls.takeBack();
		const waitMs = Math.min(LONGEST_COOL_DOWN_MS, Math.max(coolDown, isFree ? 0 : pauseMs, failure.details.retryAfterMs ?? 0));
		entry.failure = { failure, notedAtMs: this.now(), untilMs: this.now() + waitMs };
		return this.stillAlive(entry, failure);
	}

	/** Refreshing early leaves time: while the old token has not ended, a failed refresh stops nobody. */
	private stillAlive(entry: Entry, failure: Failure): HeldToken {
		const { newest } = entry;
		const mayGoOn = newest && failure.kind !== 'authentication' && newest.token !== entry.refusedToken;
		if (!mayGoOn || !isAlive(newest, this.now())) throw failure;
		entry.doubtedToken = undefined;
		return newest;
	}

	private mayBeSent(entry: Entry, held: HeldToken): boolean {
		if (held.token === entry.refusedToken || held.token === entry.doubtedToken) return false;
		if (isFresh(held, this.now())) return true;
		return this.isCoolingDown(entry) && entry.failure?.failure.kind !== 'authentication' && isAlive(held, this.now());
	}

	/** A failure of a time that is yet to come was noted before the clock was set back, and holds nobody up. */
	private isCoolingDown({ failure }: Entry): boolean {
		return failure !== undefined && failure.notedAtMs <= this.now() && this.now() < failure.untilMs;
	}

	private entry(identity: string): Entry {
		const known = this.entries.get(identity);
		if (known) {
			// Re-inserted, so that the map stays in order of use and the least used goes first.
			this.entries.delete(identity);
			this.entries.set(identity, known);
			return known;
		}
		const fresh: Entry = { refusals: new SlidingWindow(REFUSALS.withinMs), doubts: new SlidingWindow(HOUR_MS), calls: new SlidingWindow(HOUR_MS) };
		this.entries.set(identity, fresh);
		if (this.entries.size > MOST_IDENTITIES) this.dropLeastUsed(identity);
		return fresh;
	}

	private dropLeastUsed(except: string): void {
		for (const [identity, entry] of this.entries) {
			if (entry.inFlight || identity === except) continue;
			this.entries.delete(identity);
			return;
		}
	}
}

function deadOnArrival(): Failure {
	return new Failure('outage', 'Token request: the token that the partner handed out had ended before it arrived', {
		advice: 'Try again in a minute. If it stays so, the partner hands out tokens that live too short a time.',
	});
}

function sameTokenAgain(): Failure {
	return new Failure('authentication', 'The API refused the token, and the token request hands out the same one again', {
		advice: 'Ask the partner whether the API is activated for this client id.',
	});
}
