/** What the header Authorization of a signed call says, of which nothing is proved yet. */
export interface SignatureHeader {
	readonly keyId: string;
	/** In small letters. */
	readonly algorithm: string;
	/** In Base64, which may be percent-encoded. */
	readonly signature: string;
	/** What was signed, in this order and in small letters: names of headers, or `(request-target)`. */
	readonly signed: readonly string[];
}

/** Characters of a header that is read: with a signature of 512 bits, every one percent-encoded, some 700. */
const LONGEST = 4_096;

/** One parameter. No part of it can take what the next could take, so it is read in one go. */
const PARAMETER = /[ \t]*([a-z]+)[ \t]*=[ \t]*"([^"]*)"[ \t]*(?:,|$)/giy;

/**
 * Reads `Signature keyId="..",algorithm="..",signature="..",headers=".."` (draft-cavage-http-signatures, 3.1), in any order, with or
 * without blanks between. What else it holds is passed over. Without `headers` the date is signed.
 *
 * @returns undefined where it cannot be read, or says something twice
 */
export function readSignature(authorization: unknown): SignatureHeader | undefined {
	const text = typeof authorization === 'string' && authorization.length <= LONGEST ? authorization : '';
	const [scheme] = /^signature[ \t]+/i.exec(text) ?? [];
	if (scheme === undefined) return undefined;
	const rest = text.slice(scheme.length);
	const parts = [...rest.matchAll(PARAMETER)];
	if (parts.reduce((length, [part]) => length + part.length, 0) < rest.length) return undefined;
	const given = new Map(parts.map(([, name = '', value = '']) => [name.toLowerCase(), value]));
	const [keyId, algorithm, signature] = [given.get('keyid'), given.get('algorithm'), given.get('signature')];
	if (given.size < parts.length || keyId === undefined || algorithm === undefined || signature === undefined) return undefined;
	const signed = (given.get('headers') ?? 'date').toLowerCase().split(' ').filter((name) => name !== '');
	return { keyId, algorithm: algorithm.toLowerCase(), signature, signed };
}
