import { Failure, isFailure } from '../failure';

/** What is known of a write by its key. */
type Standing = 'underWay' | 'done' | 'unknown';

const MOST_KEYS = 10_000;

/**
 * The writes of this process that must not happen twice, by key. n8n's Retry On Fail runs a node again after any
 * error, and one run can hold the same order twice: both come through here.
 *
 * This lives as long as the process. It does not reach over a restart, or to another worker.
 */
export class SentBefore {
	private readonly standings = new Map<string, Standing>();

	/**
	 * Lets a write through if its key is new, and notes what became of it. A failure that says for certain that the write
	 * was not carried out frees the key.
	 *
	 * @param label how a person finds the write
	 * @throws Failure of kind `conflict` where it was carried out before or is under way; of kind `unknownOutcome` where
	 *   it was sent before and nobody knows what came of it
	 */
	async guard<T>(key: string, label: string, write: () => Promise<T>): Promise<T> {
		const standing = this.standings.get(key);
		if (standing !== undefined) throw already(standing, label);
		this.note(key, 'underWay');
		try {
			const result = await write();
			this.note(key, 'done');
			return result;
		} catch (error) {
			const isCertain = isFailure(error) && error.kind !== 'unknownOutcome' && error.kind !== 'brokenAnswer';
			if (isCertain) this.standings.delete(key);
			else this.note(key, 'unknown');
			throw error;
		}
	}

	private note(key: string, standing: Standing): void {
		this.standings.set(key, standing);
		if (this.standings.size <= MOST_KEYS) return;
		const oldest = this.standings.keys().next();
		if (!oldest.done) this.standings.delete(oldest.value);
	}
}

function already(standing: Standing, label: string): Failure {
	if (standing === 'unknown') {
		return new Failure('unknownOutcome', `Not sent again (${label}): it was sent before, and it is not known what came of it`, {
			advice: 'Look it up at the partner, or ask there. Once you know that it does not exist, send it under another transaction ID.',
		});
	}
	const what = standing === 'done' ? 'it was carried out before' : 'it is under way';
	return new Failure('conflict', `Not sent again (${label}): ${what} in this n8n`, {
		advice: 'Look it up at the partner. If a second one is really meant, give it another transaction ID.',
	});
}
