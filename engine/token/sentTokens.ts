import type { Failure } from '../failure';
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

export function noteFailure(credentials: object, failure: Failure): void {
	failureByCredentials.set(credentials, failure);
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

/** Whether the request got a token. One that did not was surely never sent. */
export function gotToken(request: object): boolean {
	return byRequest.has(request);
}

/** Why there was no token for requests with these credentials, the last time there was none. */
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
