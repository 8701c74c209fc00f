import { createHash, timingSafeEqual } from 'crypto';

/**
 * Whether what a caller sent is one of the secrets. How long that takes tells nothing of a secret, nor which of them it
 * was: hashes of equal length are compared, and always all of them.
 *
 * @param given a header or query value; anything but text is none
 * @param secrets two during a change of secret; empty ones count for nothing
 */
export function isSharedSecret(given: unknown, secrets: readonly string[]): boolean {
	const sent = digest(typeof given === 'string' ? given : '');
	const matches = secrets.map((secret) => timingSafeEqual(sent, digest(secret)) && secret !== '');
	return matches.includes(true);
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text, 'utf8').digest();
}
