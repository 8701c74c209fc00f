import { Failure, isFailure } from '../failure';

/** What is known of a write by its key. What it came to is kept, to be handed out again. */
type Standing<T> = { is: 'underWay' } | { is: 'unknown' } | { is: 'done'; result: T };

const MOST_KEYS = 10_000;

/**
 * The writes of this process that must not happen twice, by key. n8n's Retry On Fail runs a node again after any
 * error, and one run can hold the same order twice: both come through here.
 *
 * This lives as long as the process. It does not reach over a restart, or to another worker.
 */
export class SentBefore<T> {
	private readonly standings = new Map<string, Standing<T>>();

	/**
	 * Lets a write through if its key is new, and notes what became of it. A failure that says for certain that the write
	 * was not carried out frees the key.
	 *
	 * @param label how a person finds the write
	 * @returns what the write came to, now or when it was carried out before
	 * @throws Failure of kind `conflict` where it is under way; of kind `unknownOutcome` where it was sent before and
	 *   nobody knows what came of it
	 */
	async guard(key: string, label: string, write: () => Promise<T>): Promise<{ result: T; wasDoneBefore: boolean }> {
		const standing = this.standings.get(key);
		if (standing?.is === 'done') return { result: standing.result, wasDoneBefore: true };
		if (standing !== undefined) throw already(standing.is, label);
		this.note(key, { is: 'underWay' });
		try {
			const result = await write();
			this.note(key, { is: 'done', result });
			return { result, wasDoneBefore: false };
		} catch (error) {
			const isCertain = isFailure(error) && error.kind !== 'unknownOutcome' && error.kind !== 'brokenAnswer';
			if (isCertain) this.standings.delete(key);
			else this.note(key, { is: 'unknown' });
			throw error;
		}
	}

	private note(key: string, standing: Standing<T>): void {
		this.standings.set(key, standing);
		if (this.standings.size <= MOST_KEYS) return;
		const oldest = this.standings.keys().next();
		if (!oldest.done) this.standings.delete(oldest.value);
	}
}

function already(standing: 'underWay' | 'unknown', label: string): Failure {
	if (standing === 'unknown') {
		return new Failure('unknownOutcome', `Not sent again (${label}): it was sent before, and it is not known what came of it`, {
			advice: 'Look it up at the partner, or ask there. Once you know that it does not exist, send it under another transaction ID.',
		});
	}
	return new Failure('conflict', `Not sent again (${label}): it is under way in this n8n`, {
		advice: 'Wait for the other one. If a second one is really meant, give it another transaction ID.',
	});
}
