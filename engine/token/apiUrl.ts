import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { withoutSlashes } from '../address';
import { Failure } from '../failure';
import type { ApiAccess } from './apiAccess';

/** The HTTP Request node's older request shape says `uri` where the newer one says `url`, and has words of its own for redirects. */
export type HostRequest = IHttpRequestOptions & { uri?: string; followRedirect?: boolean; followAllRedirects?: boolean; maxRedirects?: number };

/**
 * No redirect is followed, in the words of either shape. n8n 2.8 takes a token along to a subdomain of the host, and
 * nothing that a credential can set keeps it from that and yet lets a redirect within the host pass.
 */
const NO_REDIRECTS = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
	sendCredentialsOnCrossOriginRedirect: false,
} as const;

/**
 * Completes a relative address with the API's own, and refuses to send a token anywhere else: not to another host,
 * nor after a redirect.
 *
 * @param base address of the API
 * @param proof what shows who sends the request, for the message
 * @throws Failure of kind `configuration` for an address of another origin, or one that parsers could read differently
 */
export function resolveApiUrl(partner: string, base: string, request: HostRequest, proof: 'token' | 'signature' = 'token'): void {
	// Where both are set the host takes `url`.
	const given = request.url ?? request.uri ?? '';
	const isAbsolute = /^https?:\/\//i.test(given);
	Object.assign(request, NO_REDIRECTS);
	if (!isAbsolute && !request.baseURL) request.baseURL = base;
	// The way of all our own requests, thousands in a run: nothing to parse.
	if (!isAbsolute && request.baseURL === base && isPlain(given, false)) return;

	const { origin, host } = new URL(base);
	const named = [isAbsolute ? given : undefined, request.baseURL].flatMap((address) => (address ? [address] : []));
	const staysHere = named.every((address) => URL.canParse(address) && new URL(address).origin === origin);
	const isClear = isPlain(given, isAbsolute) && (!request.baseURL || isPlain(request.baseURL, true));
	if (isClear && staysHere) return;
	throw new Failure('configuration', `This credential is for ${partner} at ${host}, and its ${proof} is sent nowhere else`, {
		advice: 'Correct the URL of the request, or the environment of the credential.',
	});
}

/** Thousands of requests in a row go to one address, which need not be parsed for each. */
let lastGoodBase: string | undefined;

/** @throws Failure of kind `configuration` where the credential names no address to ask */
export function apiBase(access: Pick<ApiAccess, 'apiBaseUrl'>, credentials: ICredentialDataDecryptedObject): string {
	const base = access.apiBaseUrl(credentials);
	if (base === lastGoodBase) return base;
	if (URL.canParse(base) && /^https?:$/.test(new URL(base).protocol)) {
		lastGoodBase = base;
		return base;
	}
	throw new Failure('configuration', 'The credential has no valid base URL', {
		advice: 'Choose an environment, or enter a base URL such as https://api.example.com.',
	});
}

/** Where a request goes that has its base address, as the host joins the two. */
export function addressOf({ url, uri, baseURL }: HostRequest): URL {
	const given = url ?? uri ?? '';
	return URL.canParse(given) ? new URL(given) : new URL(`${withoutSlashes(baseURL ?? '')}/${given.replace(/^\/+/, '')}`);
}

/** The host joins base and path as text, and parsers differ on what is odd: only what cannot be misread is plain. */
function isPlain(address: string, isAbsolute: boolean): boolean {
	if (/[\u0000-\u001f\\]|^\s|\s$/.test(address)) return false;
	return isAbsolute || !/^(?:\/\/|[a-z][a-z\d+.-]*:)/i.test(address);
}
