import { createHash } from 'crypto';

/**
 * One key for all that decides which token one gets. Hashed, so that a secret is not held as a map key.
 * Lengths go in as well, so that no two lists of values run together.
 */
export function identityKey(parts: readonly string[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(`${part.length}:${part};`);
	return hash.digest('hex');
}

/** By credentials object: what its key was last made of, and the key. */
const lastKeys = new WeakMap<object, { parts: readonly string[]; key: string }>();

/** The same for a credentials object, of which it is asked with each of a thousand requests: it is hashed anew when a part has changed. */
export function identityKeyOf(credentials: object, parts: readonly string[]): string {
	const last = lastKeys.get(credentials);
	if (last && last.parts.length === parts.length && last.parts.every((part, at) => part === parts[at])) return last.key;
	const key = identityKey(parts);
	lastKeys.set(credentials, { parts, key });
	return key;
}
