import { createHmac, timingSafeEqual } from 'node:crypto';

/** How signatures are made. SHA-1 is refused; it is here so that a receiver can be tried with it. */
export const algorithms = ['hmac-sha1', 'hmac-sha256', 'hmac-sha384', 'hmac-sha512'] as const;

export type Algorithm = (typeof algorithms)[number];

/** What is signed of a request. */
export interface SignedRequest {
	method: string;
	/** Without the query. */
	path: string;
	/** By names in small letters. */
	headers: Readonly<Record<string, string | undefined>>;
}

/** What stands in an Authorization header with a signature. */
export interface Signature {
	keyId: string;
	algorithm: string;
	/** Names of what was signed, in their order. */
	names: string[];
	/** As it stands there. */
	signature: string;
}

/**
 * The string that is signed: a line for each name, joined by line feeds.
 *
 * @returns null where a header that is named is not there
 */
export function stringToSign(names: readonly string[], { method, path, headers }: SignedRequest): string | null {
	const lines = names.map((name) => {
		const value = name === '(request-target)' ? `${method.toLowerCase()} ${path}` : headers[name];
		return value === undefined ? null : `${name}: ${value}`;
	});
	return lines.includes(null) ? null : lines.join('\n');
}

/** In Base64. */
export function sign(algorithm: Algorithm, secret: string, text: string): string {
	return createHmac(algorithm.slice('hmac-'.length), secret).update(text).digest('base64');
}

/** Null for a header that holds no signature. Parameters come in any order; the scheme in any case. */
export function readSignature(header: string | undefined): Signature | null {
	const [, written] = /^signature\s+(.+)$/i.exec(header ?? '') ?? [];
	if (written === undefined) return null;
	const found = new Map([...written.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
	const [keyId, algorithm, signature] = ['keyId', 'algorithm', 'signature'].map((name) => found.get(name));
	if (keyId === undefined || algorithm === undefined || signature === undefined) return null;
	const names = (found.get('headers') ?? 'date').toLowerCase().split(' ').filter((name) => name !== '');
	return { keyId, algorithm, names, signature };
}

/** Whether a signature is the one expected. It must be percent-encoded. @param expected in Base64 */
export function isSame(signature: string, expected: string): boolean {
	const decoded = /[+/=]/.test(signature) ? null : unescaped(signature);
	if (decoded === null || decoded.length !== expected.length) return false;
	return timingSafeEqual(Buffer.from(decoded), Buffer.from(expected));
}

function unescaped(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}
