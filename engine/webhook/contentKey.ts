import { createHash, type Hash } from 'crypto';

/** Names that say by themselves that they tell of the sending, and not of what happened, such as `sentAt` or `retryCount`. Not attempts: a truck makes some, too. */
const OF_SENDING = /^(?:(?:sent|send|sending|transmission|notification)_?(?:at|on|date|time|date_?time|time_?stamp)|(?:date|time)_?sent|(?:retry|retries)(?:_?(?:count|number|no))?)$/i;

/**
 * What tells one event from all others: everything it says, but for the time of its sending. The same event sent again has the same
 * key, however its members are ordered; one that differs in anything else is another. Nothing of it is kept but the hash.
 *
 * @param body as it came
 * @returns 32 hexadecimal digits
 */
export function contentKey(body: object): string {
	const told = Object.entries(body).filter(([name]) => !OF_SENDING.test(name));
	const hash = createHash('sha256');
	feed(hash, Object.fromEntries(told));
	return hash.digest('hex').slice(0, 32);
}

/** Piece by piece: a copy of a large body would cost several times its size. The members of objects come in order of their names. */
function feed(hash: Hash, value: unknown): void {
	if (typeof value !== 'object' || value === null) {
		hash.update(JSON.stringify(value) ?? 'null', 'utf8');
	} else if (Array.isArray(value)) {
		hash.update('[');
		for (const entry of value as unknown[]) {
			feed(hash, entry);
			hash.update(',');
		}
		hash.update(']');
	} else {
		hash.update('{');
		for (const [name, entry] of Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) {
			hash.update(`${JSON.stringify(name)}:`, 'utf8');
			feed(hash, entry);
			hash.update(',');
		}
		hash.update('}');
	}
}
