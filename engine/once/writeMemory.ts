/** What this process knows of a write: it was carried out and came to `result`, or nobody knows. */
export type Standing<T> = { fingerprint: string } & ({ is: 'unknown' } | { is: 'done'; result: T });

/** Writes that are remembered as done. Those of unknown outcome are kept however many there are. */
const MOST_DONE = 5_000;

/**
 * The writes of this process that must not happen twice, by key. n8n's Retry On Fail runs a node again after any
 * error, one run can hold the same order twice, and two executions can bring it at once: all come through here. It is
 * the lock that n8n's own store lacks, and it remembers results, which that store cannot.
 *
 * It lives as long as the process. What reaches over a restart, or to another worker, is `LastingRecord`.
 */
export class WriteMemory<T> {
	private readonly standings = new Map<string, Standing<T>>();
	private readonly turns = new Map<string, Promise<unknown>>();

	/** Runs `work` when all earlier work with the same key has ended, well or not. */
	async inTurn<R>(key: string, work: () => Promise<R>): Promise<R> {
		const earlier = this.turns.get(key) ?? Promise.resolve();
		const mine = earlier.then(work, work);
		// The next one waits for this one; what became of it is not theirs.
		const ended = mine.then(nothing, nothing);
		this.turns.set(key, ended);
		try {
			return await mine;
		} finally {
			if (this.turns.get(key) === ended) this.turns.delete(key);
		}
	}

	standingOf(key: string): Standing<T> | undefined {
		return this.standings.get(key);
	}

	note(key: string, standing: Standing<T>): void {
		// Deleted first, so that it is the newest.
		this.standings.delete(key);
		this.standings.set(key, standing);
		if (this.standings.size > MOST_DONE) this.forgetOldest();
	}

	forget(key: string): void {
		this.standings.delete(key);
	}

	private forgetOldest(): void {
		for (const [key, { is }] of this.standings) {
			if (is !== 'done') continue;
			this.standings.delete(key);
			return;
		}
	}
}

function nothing(): void {}
