import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { CHECK_FIELD } from '../token/checkField';
import { identityKey } from '../token/identity';

/** How long a list is remembered, in milliseconds: as long as a person types and scrolls in it. */
const LIFE_MS = 60_000;

/**
 * Lists that were read a moment ago. The editor asks again for every pause in typing and every page, and partners hand
 * out whole lists: a branch's 20,000 products would be read ten times to find one. What has run out goes when the next
 * list is asked for: published code may not set timers.
 */
export class ListMemory<T> {
	private readonly lists = new Map<string, { rows: Promise<readonly T[]>; untilMs: number }>();

	/**
	 * @param most lists to keep, the newest ones
	 * @param now the clock, in milliseconds since 1970; tests bring their own
	 */
	constructor(
		private readonly most: number,
		private readonly now: () => number = Date.now,
	) {}

	/**
	 * The rows of a list. Who asks while they are being read gets the same.
	 *
	 * @param key tells this list from all others, and one account's from another's: see `ownerOf`
	 * @throws what `read` throws; that is not remembered
	 */
	async rows(key: string, read: () => Promise<readonly T[]>): Promise<readonly T[]> {
		this.forgetOld();
		const known = this.lists.get(key);
		if (known) return await known.rows;
		const list = { rows: read(), untilMs: this.now() + LIFE_MS };
		this.lists.set(key, list);
		this.forgetOld();
		try {
			return await list.rows;
		} catch (error) {
			if (this.lists.get(key) === list) this.lists.delete(key);
			throw error;
		}
	}

	private forgetOld(): void {
		const nowMs = this.now();
		let surplus = this.lists.size - this.most;
		for (const [key, { untilMs }] of this.lists) {
			// One that was read later than now was read by a clock that has been set back since.
			const isOfNow = untilMs > nowMs && untilMs - LIFE_MS <= nowMs;
			if (isOfNow && surplus <= 0) continue;
			this.lists.delete(key);
			surplus -= 1;
		}
	}
}

/**
 * Whose lists these are, without naming them: a hash over all that a person entered in the credential, the secret
 * included, so that nobody gets another's list by its client id alone. The field by which n8n asks for a token is left out: it changes.
 */
export function ownerOf(credentials: Readonly<ICredentialDataDecryptedObject>): string {
	const entered = Object.entries(credentials).filter(([name]) => name !== CHECK_FIELD);
	return identityKey(entered.sort(([one], [other]) => (one < other ? -1 : 1)).map((field) => JSON.stringify(field)));
}
