import { Failure, isFailure } from '../failure';

/** What is known of a write by its key. What it came to is kept, to be handed out again. */
type Standing<T> = { fingerprint: string } & ({ is: 'underWay' } | { is: 'unknown' } | { is: 'done'; result: T });

/** Writes that are remembered as done. Those under way or of unknown outcome are kept however many there are. */
const MOST_DONE = 5_000;

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
	 * @param fingerprint of what is sent: the same key with other content is another write under a used key
	 * @param label how a person finds the write
	 * @returns what the write came to, now or when it was carried out before
	 * @throws Failure of kind `conflict` where it is under way, or the key was used for something else; of kind `unknownOutcome` where it was sent before and
	 *   nobody knows what came of it
	 */
	async guard(key: string, fingerprint: string, label: string, write: () => Promise<T>): Promise<{ result: T; wasDoneBefore: boolean }> {
		const standing = this.standings.get(key);
		if (standing && standing.is !== 'unknown' && standing.fingerprint !== fingerprint) throw keyUsed(label);
		if (standing?.is === 'done') return { result: standing.result, wasDoneBefore: true };
		if (standing !== undefined) throw already(standing.is, label);
		this.standings.set(key, { is: 'underWay', fingerprint });
		try {
			const result = await write();
			this.standings.delete(key);
			this.standings.set(key, { is: 'done', fingerprint, result });
			this.forgetOldest();
			return { result, wasDoneBefore: false };
		} catch (error) {
			const isCertain = isFailure(error) && error.kind !== 'unknownOutcome' && error.kind !== 'brokenAnswer';
			if (isCertain) this.standings.delete(key);
			else this.standings.set(key, { is: 'unknown', fingerprint });
			throw error;
		}
	}

	private forgetOldest(): void {
		if (this.standings.size <= MOST_DONE) return;
		for (const [key, { is }] of this.standings) {
			if (is !== 'done') continue;
			this.standings.delete(key);
			return;
		}
	}
}

function keyUsed(label: string): Failure {
	return new Failure('conflict', `Not sent (${label}): something else was sent under the same key before`, {
		advice: 'If this is another one, give it a transaction ID of its own. If it is a change, ask the partner to change what was sent.',
	});
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
