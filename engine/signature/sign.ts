import { createHmac } from 'crypto';

/** Hash functions with which a request can be signed. */
export const ALGORITHMS = ['sha512', 'sha384', 'sha256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** What requests are signed with, out of a credential. */
export interface SigningKey {
	readonly apiKey: string;
	readonly apiSecret: string;
	readonly algorithm: Algorithm;
	/** Whether method and path are signed beside the date. */
	readonly signsTarget: boolean;
}

/** What a request is aimed at. */
export interface Target {
	/** Such as `GET`. */
	readonly method: string;
	/** With the base path, without the query. */
	readonly path: string;
}

/** A moment as HTTP writes it (RFC 9110, 5.6.7): `Tue, 03 Mar 2026 08:30:00 GMT`, the day always in two digits. */
export function httpDate(ms: number): string {
	return new Date(ms).toUTCString();
}

/**
 * Signs a request: a line for each thing that is signed, HMAC, Base64, percent-encoded fully. What is signed is named in the header
 * unless it is the date alone, which is what a header without names means.
 *
 * @param date as the header Date has it, see `httpDate`
 * @param target is asked for only where it is signed
 * @returns the header Authorization, and the signature in it as it was before it was percent-encoded
 */
export function signatureOf({ apiKey, apiSecret, algorithm, signsTarget }: SigningKey, date: string, target: () => Target): { authorization: string; signature: string } {
	const lines = signsTarget ? [targetLine(target()), `date: ${date}`] : [`date: ${date}`];
	const signature = createHmac(algorithm, apiSecret).update(lines.join('\n'), 'utf8').digest('base64');
	const names = signsTarget ? ',headers="(request-target) date"' : '';
	return { authorization: `Signature keyId="${apiKey}",algorithm="hmac-${algorithm}"${names},signature="${encodeURIComponent(signature)}"`, signature };
}

function targetLine({ method, path }: Target): string {
	return `(request-target): ${method.toLowerCase()} ${path}`;
}
