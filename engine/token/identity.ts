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
