import { isFailure, type Failure } from '../failure';
import { noteToken } from './tokenHistory';
import type { TokenStore } from './store';

/** The token that a request really carried. */
export interface Sent {
	store: TokenStore;
	identity: string;
	token: string;
	/** Sent on the path of the HTTP Request node, where the host asks for a new token after any error. */
	isLegacyPath: boolean;
}

/** Requests that were signed: no answer makes another token of a signature. */
const signed = new WeakSet<object>();
/** By request object. Our own transport reads statuses itself, and asks here which token a refused request carried. */
const byRequest = new WeakMap<object, Sent>();
/** By credentials object: why there was no token. The host wraps errors, and n8n 2.8 drops what it wraps. */
const failureByCredentials = new WeakMap<object, Failure>();

/** Requests that nobody waits for any more. */
const givenUp = new WeakSet<object>();

export function noteSent(request: object, credentials: object, sent: Sent): void {
	byRequest.set(request, sent);
	noteToken(credentials, sent.identity, sent.token);
	failureByCredentials.delete(credentials);
}

/** Signatures remembered for an identity: twice as many as requests can be under way, each of which may have one of its own. */
const MOST_SIGNATURES = 100;

/** Notes that a request was signed, and the signature among what must not be shown. */
export function noteSigned(request: object, credentials: object, identity: string, signature: string): void {
	signed.add(request);
	noteToken(credentials, identity, signature, MOST_SIGNATURES);
	failureByCredentials.delete(credentials);
}

export function noteFailure(credentials: object, failure: Failure): void {
	failureByCredentials.set(credentials, failure);
}

/** Lets a failure pass, and notes it for who only gets to see the host's error. */
export function noted<T>(credentials: object, step: () => T): T {
	try {
		return step();
	} catch (error) {
		if (isFailure(error)) noteFailure(credentials, error);
		throw error;
	}
}

/**
 * Notes that nobody waits for a request any more: it was told to have failed. The host may still be busy with it; what it
 * then would send, it must not.
 */
export function giveUp(request: object): void {
	givenUp.add(request);
}

export function isGivenUp(request: object): boolean {
	return givenUp.has(request);
}

/** Whether the request got a token, or was signed. One that did not was surely never sent. */
export function gotToken(request: object): boolean {
	return byRequest.has(request) || signed.has(request);
}

/** Why there was no token, or no signature, for requests with these credentials, the last time there was none. */
export function whyNoToken(credentials: object): Failure | undefined {
	return failureByCredentials.get(credentials);
}

/**
 * Tells the token engine how a request was answered: after a 401 the token it carried, and no newer one, is refused.
 *
 * @returns whether the token was refused and another may help
 */
export function noteAnswer(request: object, status: number): boolean {
	const sent = byRequest.get(request);
	if (!sent) return false;
	if (status === 401) return sent.store.refuse(sent.identity, sent.token, true);
	sent.store.accept(sent.identity, sent.token);
	return false;
}
