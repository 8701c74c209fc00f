import { Failure } from '../failure';
import type { Effect } from './request';

/** Faults that come before a single byte of the request has left: it was surely not carried out. */
const NEVER_SENT = new Set([
	'ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ERR_INVALID_URL',
	'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);
/** These come at connecting, and then nothing has left; but on an open connection as well. */
const MAYBE_SENT = new Set(['EHOSTUNREACH', 'ENETUNREACH']);
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/**
 * Sorts what the host throws when a request that was sent, or was about to be, got no answer. Nothing of the host's
 * message is shown: it may hold the request.
 *
 * @param effect a `once` write that may have arrived has an unknown outcome
 * @param missed what had not happened yet when the connection broke
 */
export function connectionFailure(partner: string, error: unknown, effect: Effect, timeoutMs: number, missed = 'an answer came'): Failure {
	const timedOut = hasTimedOut(error);
	const neverSent = isNeverSent(error);
	const what = timedOut
		? `${partner} did not answer within ${Math.round(timeoutMs / 100) / 10} s`
		: neverSent
			? `${partner} could not be reached`
			: `The connection to ${partner} broke before ${missed}`;

	if (effect === 'once' && !neverSent) {
		return new Failure('unknownOutcome', `${what}, so it may or may not have been carried out`, {
			advice: 'Do not send it again before you have looked it up at the partner.',
		});
	}
	return new Failure('outage', what, {
		...(neverSent ? {} : { mayArriveLate: true }),
		advice: neverSent
			? 'Check the environment or base URL of the credential, and whether this n8n can reach that host (DNS, proxy, firewall, certificate).'
			: `Try again. If it stays so, raise the time-out under Options or ask ${partner}.`,
	});
}

/** Whether what the host threw says that nothing came for as long as one waits, other than for a connection that was asked for in vain. */
export function hasTimedOut(error: unknown): boolean {
	const { code, atConnecting } = systemFault(error);
	return TIMED_OUT.has(code) && !atConnecting;
}

/** Whether what the host threw says that not a byte of the request has left. */
export function isNeverSent(error: unknown): boolean {
	const { code, atConnecting } = systemFault(error);
	return NEVER_SENT.has(code) || (atConnecting && (MAYBE_SENT.has(code) || TIMED_OUT.has(code)));
}

/**
 * The system's code for a fault, out of n8n's error. n8n 2.41 keeps the original error as `cause`; 2.8 drops it, and
 * leaves the code in `httpCode` and the original words in `messages`.
 */
function systemFault(error: unknown): { code: string; atConnecting: boolean } {
	const links = causes(error);
	const code = textIn(links, 'code') ?? textIn(links, 'httpCode') ?? '';
	const words = links.flatMap(({ message, messages }) => [message, ...(Array.isArray(messages) ? (messages as unknown[]) : [])]);
	const atConnecting =
		textIn(links, 'syscall') === 'connect' || words.some((text) => typeof text === 'string' && text.startsWith('connect '));
	return { code, atConnecting };
}

function causes(error: unknown): Array<Record<string, unknown>> {
	const chain: Array<Record<string, unknown>> = [];
	let link: unknown = error;
	while (typeof link === 'object' && link !== null && chain.length < 8) {
		const record = link as Record<string, unknown>;
		if (chain.includes(record)) break;
		chain.push(record);
		link = record.cause;
	}
	return chain;
}

function textIn(links: ReadonlyArray<Record<string, unknown>>, property: string): string | undefined {
	return links.map((link) => link[property]).find((value): value is string => typeof value === 'string');
}
