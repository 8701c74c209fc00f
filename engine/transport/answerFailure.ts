import { Failure, type FailureKind } from '../failure';
import { quotable } from '../redact';
import { isPartnersOwn } from './notFound';
import { partnerWords } from '../http/partnerWords';
import type { Effect, PartnerAnswer } from '../http/request';
import { retryAfterMs } from '../http/retryAfter';

interface Reading {
	kind: FailureKind;
	says: string;
	advice: string;
}

const BY_STATUS: Record<number, Reading> = {
	400: {
		kind: 'validation',
		says: 'did not accept the request',
		advice: 'Correct the field that the partner names and run the item again.',
	},
	401: {
		kind: 'authentication',
		says: 'did not accept a token that it has just handed out',
		advice: 'Check client id, secret and environment of the credential, and that the partner has activated the API for them.',
	},
	403: {
		kind: 'permission',
		says: 'does not allow this',
		advice: 'Ask the partner whether this client id may use this call for this customer.',
	},
	404: {
		kind: 'notFound',
		says: 'does not know what was asked for',
		advice: 'Check the codes and numbers of the item, and that they belong to this environment.',
	},
	409: {
		kind: 'conflict',
		says: 'reports a conflict with something that exists',
		advice: 'Look at what exists there before sending anything again.',
	},
	429: {
		kind: 'rateLimit',
		says: 'asks for fewer requests',
		advice: 'Lower Concurrency under Options, or run fewer items at a time.',
	},
};

/** Who stands before the partner waited no longer for it, or lost it: the partner may still be at it. 524 is Cloudflare's. */
const GIVEN_UP_ON_THE_WAY: ReadonlySet<number> = new Set([408, 502, 504, 524]);

/** A 404 that anybody on the way may have sent. */
const NOT_ITS_OWN: Reading = {
	kind: 'notFound',
	says: 'or something before it knows no such address',
	advice: 'This does not show that there is no such thing. Check the base URL of the credential and the path; if they are right, try again in a few minutes.',
};

/**
 * Sorts an answer that is no success. The partner's words and request id are kept.
 *
 * @param effect a write that must happen once and was answered with 5xx may have been carried out
 * @param secrets values that must not appear in what is shown
 * @param now milliseconds since 1970, to read a `Retry-After` date
 */
export function answerFailure(
	partner: string,
	answer: PartnerAnswer,
	effect: Effect,
	secrets: readonly string[],
	now: number,
): Failure {
	const { kind, says, advice } = reading(partner, answer, effect);
	const words = partnerWords(answer.body, secrets);
	return new Failure(kind, `${partner} ${says} (${answer.status})${words.message ? `: ${words.message}` : ''}`, {
		advice,
		status: answer.status,
		partnerMessage: words.message,
		partnerCode: words.code,
		requestId: requestId(answer.headers, secrets),
		...(answer.status >= 400 && answer.status < 500 ? { isPartnersOwn: isPartnersOwn(answer) } : {}),
		...(GIVEN_UP_ON_THE_WAY.has(answer.status) ? { mayArriveLate: true } : {}),
		retryAfterMs: retryAfterMs(answer.headers['retry-after'], now),
	});
}

/** An answer that says that the partner is still at a request with the same key. Waiting helps, and what becomes of that one nobody knows yet. */
export function underWay(partner: string, failure: Failure): Failure {
	const { status, partnerMessage } = failure.details;
	return failure.retold({
		kind: 'unknownOutcome',
		message: `${partner} is still at it (${status})${partnerMessage ? `: ${partnerMessage}` : ''}`,
		advice: 'It is not decided yet: wait a minute before anything else is done about it.',
		isUnderWay: true,
	});
}

function reading(partner: string, answer: PartnerAnswer, effect: Effect): Reading {
	const { status } = answer;
	const known = BY_STATUS[status];
	if (status === 404 && !isPartnersOwn(answer)) return NOT_ITS_OWN;
	if (known) return known;
	if (effect === 'once' && status >= 300 && status < 400) {
		return {
			kind: 'unknownOutcome',
			says: 'answered with a redirect, so it may or may not have been carried out',
			advice: 'Check the base URL of the credential. Do not send it again before you have looked it up at the partner.',
		};
	}
	if (status >= 300 && status < 400) {
		return {
			kind: 'configuration',
			says: 'answered with a redirect',
			advice: 'The base URL of the credential is not the address of the API. Enter the address that the partner documents.',
		};
	}
	if (effect === 'once' && (status >= 500 || status === 408)) {
		return {
			kind: 'unknownOutcome',
			says: 'failed while handling it, so it may or may not have been carried out',
			advice: 'Do not send it again before you have looked it up at the partner.',
		};
	}
	if (status >= 500 || status === 408) {
		return {
			kind: 'outage',
			says: 'could not handle the request',
			advice: `The trouble is on the side of ${partner}. Try again in a few minutes.`,
		};
	}
	return { kind: 'validation', says: 'refused the request', advice: 'Check the fields of the item.' };
}

const REQUEST_ID_HEADERS = ['x-request-id', 'request-id', 'x-correlation-id', 'x-ms-request-id', 'traceparent'];

/** Characters of a request id. */
const LONGEST_REQUEST_ID = 120;

/** Secrets are hidden before it is cut: what is left of one would not be known for it any more. */
function requestId(headers: Record<string, unknown>, secrets: readonly string[]): string | undefined {
	for (const name of REQUEST_ID_HEADERS) {
		const value = headers[name];
		const id = typeof value === 'string' ? quotable(value, secrets).slice(0, LONGEST_REQUEST_ID) : '';
		if (id !== '') return id;
	}
	return undefined;
}
