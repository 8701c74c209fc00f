import { Failure } from '../failure';
import type { TokenAnswer } from './flow';

/** Longest token taken, in characters. Header blocks of common servers end at 8 to 16 KiB. */
const LONGEST_TOKEN = 12_000;
/** A life longer than this is a mistake, not a promise: one year, in seconds. */
const LONGEST_LIFE_SECONDS = 365 * 24 * 60 * 60;

/** Visible ASCII only: anything else, a line break above all, would break or forge a header. */
const HEADER_SAFE = /^[\x21-\x7e]+$/;

/**
 * Reads the usual OAuth 2 answer: `access_token`, `expires_in` in seconds (RFC 6749, 5.1).
 *
 * @throws Failure of kind `brokenAnswer`; its message never quotes the answer, which may hold a token
 */
export function readOAuthAnswer(body: unknown): TokenAnswer {
	const record = objectIn(body);
	return checkedAnswer(record.access_token, record.expires_in);
}

/**
 * A token and its life, checked.
 *
 * @param life seconds as a number or a numeral, 0 or less for a token that has ended; anything absurd counts as not given
 * @throws Failure of kind `brokenAnswer`
 */
export function checkedAnswer(token: unknown, life: unknown): TokenAnswer {
	if (typeof token !== 'string' || token === '') throw broken('holds no token');
	if (token.length > LONGEST_TOKEN) throw broken(`holds a token of more than ${LONGEST_TOKEN} characters`);
	if (!HEADER_SAFE.test(token)) throw broken('holds a token with characters that cannot stand in a header');
	return { token, lifeSeconds: believableLife(life) };
}

/** The answer as an object. @throws Failure of kind `brokenAnswer` where it is none */
export function objectIn(body: unknown): Record<string, unknown> {
	if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
	throw broken('is not a JSON object');
}

/** @returns 0 for a token that the partner says has ended: it is no promise of an hour */
function believableLife(life: unknown): number | undefined {
	const seconds = typeof life === 'string' && life.trim() !== '' ? Number(life) : life;
	if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return undefined;
	return seconds <= LONGEST_LIFE_SECONDS ? Math.max(0, seconds) : undefined;
}

function broken(how: string): Failure {
	return new Failure('brokenAnswer', `The answer to the token request ${how}`, {
		advice: 'Check the environment or base URL of the credential. If it is right, the partner is answering wrongly: try later.',
	});
}
