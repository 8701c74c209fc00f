import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { addressOf, apiBase, resolveApiUrl, type HostRequest } from '../token/apiUrl';
import type { CredentialHooks } from '../token/hooks';
import { identityKeyOf } from '../token/identity';
import { isGivenUp, noted, noteSigned } from '../token/sentTokens';
import type { SignatureFlow } from './flow';
import { httpDate, signatureOf } from './sign';
import { isTestRead, readForTest, TEST_MARK } from './testRead';

/** Headers that are written here, in small letters, or are meant for us. What a request brings of them would be sent beside ours. */
const OURS = new Set(['x-api-key', 'date', 'authorization', TEST_MARK]);

/**
 * A stand-in for a 401, thrown before anything is sent. n8n answers a 401 with a call of `preAuthentication`, the one place where a
 * credential can send a request of its own and look at all of its answer; then it goes on with what it was about to send.
 */
class NotTestedYet extends Error {
	readonly response = { status: 401 };

	constructor() {
		super('The credential was not tested: this n8n did not let it send its own request. Nothing was sent.');
	}
}

/**
 * The hooks of a credential type whose requests are signed, each at the moment it is sent. A request that is sent again is handed to
 * `authenticate` again, and so signed anew.
 *
 * The test of a credential is read here and not by n8n, which sees no more of an answer than its status: not the partner's code, not the
 * date of its answer, and a host that stays silent is an error code to it.
 *
 * @param now milliseconds since 1970
 */
export function signatureHooks(flow: SignatureFlow, now: () => number = () => Date.now()): CredentialHooks {
	/** How far the test of a credentials object has come. */
	const tests = new WeakMap<object, 'asked for' | 'passed'>();

	const sign = (credentials: ICredentialDataDecryptedObject, request: HostRequest): void =>
		noted(credentials, () => {
			const base = apiBase(flow, credentials);
			resolveApiUrl(flow.partner, base, request, 'signature');
			const key = flow.signingKey(credentials);
			flow.complete?.(request, credentials);
			const date = httpDate(now());
			const { authorization, signature } = signatureOf(key, date, () => ({ method: request.method ?? 'GET', path: addressOf(request).pathname }));
			request.headers = { ...withoutOurs(request.headers), 'X-Api-Key': key.apiKey, Date: date, Authorization: authorization };
			noteSigned(request, credentials, identityKeyOf(credentials, [base, key.apiKey, key.apiSecret]), signature);
		});

	return {
		async authenticate(credentials, requestOptions) {
			const request = requestOptions as HostRequest;
			// Told as failed already: sent now, it would be there a second time once somebody runs the item again.
			if (isGivenUp(request)) throw new Error('The request was given up');
			if (isTestRead(request) && tests.get(credentials) !== 'passed') {
				tests.set(credentials, 'asked for');
				throw new NotTestedYet();
			}
			sign(credentials, request);
			return await Promise.resolve(request);
		},

		async preAuthentication(credentials) {
			// n8n asks with each credential that it reads, and after failures. There is nothing to get ready.
			if (tests.get(credentials) !== 'asked for') return {};
			tests.delete(credentials);
			await readForTest(this.helpers, flow, credentials, (request) => sign(credentials, request), now);
			tests.set(credentials, 'passed');
			return {};
		},
	};
}

function withoutOurs(headers: HostRequest['headers'] = {}): NonNullable<HostRequest['headers']> {
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !OURS.has(name.toLowerCase())));
}
