import { createHash, createHmac, timingSafeEqual } from 'crypto';

/**
 * One key for all that decides which token one gets. Hashed, so that a secret is not held as a map key.
 * Lengths go in as well, so that no two lists of values run together.
 */
export function identityKey(parts: readonly string[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(`${part.length}:${part};`);
	return hash.digest('hex');
}

/**
 * What is stored beside a token to tell whose it is. Keyed with the token itself, so that somebody who reads the
 * stored value alone cannot try out secrets against it.
 */
export function sealIdentity(identity: string, token: string): string {
	return createHmac('sha256', token).update(identity).digest('hex');
}

/** Whether a seal was made of this identity and token. */
export function sealMatches(seal: string, identity: string, token: string): boolean {
	const expected = Buffer.from(sealIdentity(identity, token));
	const given = Buffer.from(seal);
	return expected.length === given.length && timingSafeEqual(expected, given);
}
