import type { IHttpRequestOptions } from 'n8n-workflow';

import { Failure } from '../failure';

/** The HTTP Request node's older request shape says `uri` where the newer one says `url`. */
export type HostRequest = IHttpRequestOptions & { uri?: string };

/**
 * Completes a relative address with the API's own, and refuses to send a token anywhere else: not to another host,
 * nor after a redirect to one.
 *
 * @param base address of the API
 * @throws Failure of kind `configuration` for an address of another origin, or one that parsers could read differently
 */
export function aimAtApi(partner: string, base: string, request: HostRequest): void {
	// Where both are set the host takes `url`.
	const given = request.url ?? request.uri ?? '';
	const isAbsolute = /^https?:\/\//i.test(given);
	request.sendCredentialsOnCrossOriginRedirect = false;
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
