import { Failure, isFailure } from '../failure';
import type { Effect } from './request';

/** Faults that come before a single byte of the request has left: it was surely not carried out. */
const NEVER_SENT = new Set([
	'ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ERR_INVALID_URL',
	'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/**
 * Sorts what the host throws when a request got no answer. The host wraps causes in one another, so the chain of
 * causes is searched for a failure of ours (a refused token request, say) and then for the system's error code.
 * Nothing of the host's message is shown: it may hold the request.
 *
 * @param effect a `once` write that may have arrived has an unknown outcome
 */
export function connectionFailure(partner: string, error: unknown, effect: Effect, timeoutMs: number): Failure {
	const chain = causes(error);
	const ours = chain.find(isFailure);
	if (ours) return ours;

	const code = chain.map((link) => (link as { code?: unknown }).code).find((value) => typeof value === 'string') as
		| string
		| undefined;
	const timedOut = code !== undefined && TIMED_OUT.has(code);
	const neverSent = code !== undefined && NEVER_SENT.has(code);
	const what = timedOut
		? `${partner} did not answer within ${Math.round(timeoutMs / 1000)} s`
		: neverSent
			? `${partner} could not be reached`
			: `The connection to ${partner} broke before an answer came`;

	if (effect === 'once' && !neverSent) {
		return new Failure('unknownOutcome', `${what}, so it may or may not have been carried out`, {
			advice: 'Do not send it again before you have looked it up at the partner.',
		});
	}
	return new Failure('outage', what, {
		advice: neverSent
			? 'Check the environment or base URL of the credential, and whether this n8n can reach that host (DNS, proxy, firewall, certificate).'
			: `Try again. If it stays so, raise the time-out under Options or ask ${partner}.`,
	});
}

function causes(error: unknown): object[] {
	const chain: object[] = [];
	let link: unknown = error;
	while (typeof link === 'object' && link !== null && chain.length < 8 && !chain.includes(link)) {
		chain.push(link);
		link = (link as { cause?: unknown }).cause;
	}
	return chain;
}
