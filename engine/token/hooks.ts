import type { ICredentialDataDecryptedObject, ICredentialType, IHttpRequestOptions } from 'n8n-workflow';

import { Failure } from '../failure';
import { fetchToken } from './fetchToken';
import type { TokenFlow } from './flow';
import { identityKey } from './identity';
import { TokenStore } from './store';
import { fromStored, toStored } from './storedToken';

/** What was last sent with one credentials object. */
interface Sent {
	identity: string;
	token: string;
	isWrite: boolean;
	/** Sent on the path of the HTTP Request node, where the host repeats a request after any error. */
	isLegacyPath: boolean;
}

/** The HTTP Request node's older request shape says `uri` where the newer one says `url`. */
type HostRequest = IHttpRequestOptions & { uri?: string };

/** The two hooks through which n8n drives a credential. */
export type CredentialHooks = Required<Pick<ICredentialType, 'preAuthentication' | 'authenticate'>>;

/**
 * A stand-in for a 401, thrown before anything is sent. n8n refreshes a token only after a refused request; this
 * makes it refresh one that is missing, about to end or of another identity, without a request that is known to fail.
 * The host runs `preAuthentication`, stores what that returns, and sends once.
 */
class TokenNotUsable extends Error {
	readonly response = { status: 401 };

	constructor() {
		super('The stored token cannot be used any more');
	}
}

/** Shared by all credentials of this package in this process. */
const tokens = new TokenStore();
/** By credentials object, which the host hands to both hooks. Lets `preAuthentication` know what just failed. */
const lastSent = new WeakMap<object, Sent>();
/** By request object, so that our own transport can name the token that a refused request carried. */
const carried = new WeakMap<object, Sent>();

/**
 * The hooks of a credential type that gets its tokens by this flow.
 *
 * n8n's own handling fetches a token for each parallel request, learns of an expiry by being refused, and keeps the
 * old token when the secret is edited. That is why the time and the owner of a token are kept here, though n8n's
 * newer credentials leave both to the 401.
 *
 * @param store tests bring their own
 */
export function credentialHooks(flow: TokenFlow, store: TokenStore = tokens, now: () => number = Date.now): CredentialHooks {
	return {
		async authenticate(credentials, requestOptions) {
			const identity = identityOf(flow, credentials);
			const stored = store.usable(identity) ? undefined : fromStored(credentials, identity);
			if (stored) store.adopt(identity, stored);
			const held = store.usable(identity);
			if (!held) throw new TokenNotUsable();

			const request = requestOptions as HostRequest;
			aimAtApi(flow, credentials, request);
			// In place, not on a copy: the host hands the same object in again when it sends a second time.
			request.headers = { ...request.headers, Authorization: `Bearer ${held.token}` };
			const sent: Sent = {
				identity,
				token: held.token,
				isWrite: !['GET', 'HEAD', 'OPTIONS'].includes((request.method ?? 'GET').toUpperCase()),
				isLegacyPath: request.uri !== undefined,
			};
			lastSent.set(credentials, sent);
			carried.set(request, sent);
			return request;
		},

		async preAuthentication(credentials) {
			const identity = identityOf(flow, credentials);
			const failed = lastSent.get(credentials);
			lastSent.delete(credentials);
			if (failed?.identity === identity && !mayTryAgain(store, failed)) {
				// Without the token field the host takes this as "no new token" and hands the error on.
				return {};
			}
			const stored = fromStored(credentials, identity);
			if (stored) store.adopt(identity, stored);
			const held = await store.obtain(identity, async () => await fetchToken(this.helpers, flow, credentials, identity, now));
			return toStored(held, identity);
		},
	};
}

/**
 * Judges a failed request by what is known of it, and counts its token as refused where that follows.
 * On the HTTP Request node's path the host asks after any error and repeats the request if it gets a token. We
 * cannot see the status there, so a write is never repeated, and its token is doubted at most once a minute.
 *
 * @returns whether the request may be sent again
 */
function mayTryAgain(store: TokenStore, failed: Sent): boolean {
	if (!failed.isLegacyPath) {
		store.refuse(failed.identity, failed.token);
		return true;
	}
	const newest = store.usable(failed.identity);
	if (newest !== undefined && newest.token !== failed.token) return !failed.isWrite;
	const isDoubted = store.doubt(failed.identity, failed.token);
	return isDoubted && !failed.isWrite;
}

/** Tells the token engine that a request was answered with 401: the token it carried counts as refused. */
export function refuseTokenOf(request: object, store: TokenStore = tokens): void {
	const sent = carried.get(request);
	if (sent) store.refuse(sent.identity, sent.token);
}

/** Tells the token engine that a request was answered, and not with 401. */
export function acceptTokenOf(request: object, store: TokenStore = tokens): void {
	const sent = carried.get(request);
	if (sent) store.accept(sent.identity, sent.token);
}

/** @throws Failure of kind `configuration` where the credential names no address to ask */
function identityOf(flow: TokenFlow, credentials: ICredentialDataDecryptedObject): string {
	if (!/^https?:$/.test(URL.canParse(flow.apiBaseUrl(credentials)) ? new URL(flow.apiBaseUrl(credentials)).protocol : '')) {
		throw new Failure('configuration', 'The credential has no valid base URL', {
			advice: 'Choose an environment, or enter a base URL such as https://api.example.com.',
		});
	}
	return identityKey(flow.identity(credentials));
}

/** Completes a relative address, and refuses to send a token anywhere but to the partner's API. */
function aimAtApi(flow: TokenFlow, credentials: ICredentialDataDecryptedObject, request: HostRequest): void {
	const base = flow.apiBaseUrl(credentials);
	const given = request.uri ?? request.url;
	const address = URL.canParse(given) ? given : request.baseURL;
	if (!address) {
		request.baseURL = base;
		return;
	}
	if (URL.canParse(address) && new URL(address).origin === new URL(base).origin) return;
	throw new Failure('configuration', `This credential is for ${new URL(base).host}, and its token is sent nowhere else`, {
		advice: 'Correct the URL of the request, or the environment of the credential.',
	});
}
