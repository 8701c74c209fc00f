import type { IHttpRequestOptions } from 'n8n-workflow';

import { Failure } from '../failure';

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
 * @throws Failure of kind `configuration` for an address of another origin, or one that parsers could read differently
 */
export function resolveApiUrl(partner: string, base: string, request: HostRequest): void {
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
	throw new Failure('configuration', `This credential is for ${partner} at ${host}, and its token is sent nowhere else`, {
		advice: 'Correct the URL of the request, or the environment of the credential.',
	});
}

/** The host joins base and path as text, and parsers differ on what is odd: only what cannot be misread is plain. */
function isPlain(address: string, isAbsolute: boolean): boolean {
	if (/[\u0000-\u001f\\]|^\s|\s$/.test(address)) return false;
	return isAbsolute || !/^(?:\/\/|[a-z][a-z\d+.-]*:)/i.test(address);
}
