import type { ICredentialType } from 'n8n-workflow';

import { Failure, isFailure } from '../failure';
import { apiBase, resolveApiUrl, type HostRequest } from './apiUrl';
import { CHECK_FIELD } from './checkField';
import { fetchToken } from './fetchToken';
import type { TokenFlow } from './flow';
import { identityKeyOf } from './identity';
import { callLimits } from './limits';
import { isGivenUp, noted, noteFailure, noteSent, type Sent } from './sentTokens';
import { TokenStore } from './store';

/** The two hooks through which n8n drives a credential. */
export type CredentialHooks = Required<Pick<ICredentialType, 'preAuthentication' | 'authenticate'>>;

/**
 * A stand-in for a 401, thrown before anything is sent. n8n asks for a token with the first request of a credentials object,
 * and then only after a refused one; this makes it ask where the token is about to end, without a request that is known to
 * fail. The host runs `preAuthentication` and sends once.
 */
class TokenNotUsable extends Error {
	readonly response = { status: 401 };

	constructor() {
		super('The token ended while this request was about to be sent. Nothing was sent: run it again.');
	}
}

/** Shared by all credentials of this package in this process. */
const tokens = new TokenStore();
/**
 * What was last sent with a credentials object, which the host hands to both hooks: it tells `preAuthentication` what
 * has just failed.
 */
const lastSent = new WeakMap<object, Sent>();

/**
 * The hooks of a credential type that gets its tokens by this flow.
 *
 * n8n's own handling fetches a token for each parallel request, learns of an expiry by being refused, and keeps the
 * old token when the secret is edited. That is why the time and the owner of a token are kept here, though n8n's
 * newer credentials leave both to the 401.
 *
 * The field by which n8n tells whether there is a token is always read as empty, so that it asks with each credentials object
 * that it reads: see `checkFieldProperty`. It is answered `{}`, which says that there is nothing to store. The token stays in
 * this process, and `authenticate` finds it there.
 *
 * @param store tests bring their own
 */
export function credentialHooks(flow: TokenFlow, store: TokenStore = tokens, now: () => number = () => Date.now()): CredentialHooks {
	const limits = callLimits(flow.partner, flow.quota);
	return {
		async authenticate(credentials, requestOptions) {
			const request = requestOptions as HostRequest;
			// Told as failed already: sent now, it would be there a second time once somebody runs the item again.
			if (isGivenUp(request)) throw new Error('The request was given up');
			const identity = noted(credentials, () => {
				resolveApiUrl(flow.partner, apiBase(flow, credentials), request);
				return identityKeyOf(credentials, flow.identity(credentials));
			});
			const held = store.usable(identity);
			if (!held) {
				// What was sent before with this object has nothing to do with the refresh that follows.
				lastSent.delete(credentials);
				throw new TokenNotUsable();
			}
			// Only in this object, which is never stored: what follows with it asks after a failure alone.
			credentials[CHECK_FIELD] = 'done';
			// In place, not on a copy: the host hands the same object in again when it sends a second time.
			request.headers = { ...request.headers, Authorization: `Bearer ${held.token}` };
			flow.complete?.(request, credentials, held.token);
			const sent: Sent = { store, identity, token: held.token, isLegacyPath: request.uri !== undefined };
			noteSent(request, credentials, sent);
			// Who reads statuses, as our own transport does, says itself what was refused: the host sees no failure of such
			// a request. Its credentials object is shared by many requests, so "last sent" would mean nothing.
			if (!request.ignoreHttpStatusErrors) lastSent.set(credentials, sent);
			return request;
		},

		async preAuthentication(credentials) {
			try {
				apiBase(flow, credentials);
				const identity = identityKeyOf(credentials, flow.identity(credentials));
				const failed = lastSent.get(credentials);
				lastSent.delete(credentials);
				if (failed?.identity === identity) {
					if (failed.isLegacyPath) {
						// The host asks after any error there, and we cannot see which. It sends again only with a token that it has
						// stored: so it hands the error on, and a token call would be for nothing now.
						store.doubt(identity, failed.token, limits);
						return {};
					}
					if (!store.refuse(identity, failed.token)) throw notAccepted(flow.partner);
				}
				await store.obtain(identity, async (more) => await fetchToken(this.helpers, flow, credentials, identity, now, more), limits);
				return {};
			} catch (error) {
				if (isFailure(error)) noteFailure(credentials, error);
				throw error;
			}
		},
	};
}

function notAccepted(partner: string): Failure {
	return new Failure('authentication', `API call: ${partner} handed out a token, but its API does not accept it`, {
		advice: `Check that environment and base URL of the credential belong together, and ask ${partner} whether the API is activated for this client id.`,
	});
}
