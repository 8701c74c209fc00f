import { createHmac } from 'node:crypto';

import fc from 'fast-check';

import { hookBodies } from './hookBodies';

/** What XCover and the trigger share. */
export interface SharedKey {
	readonly key: string;
	readonly secret: string;
}

/** What may differ in a signed call, from the documents alone (xc/webhooks). */
export interface Signing extends SharedKey {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** As `Authorization` names it. */
	readonly algorithm?: string;
	/** As it is really made. */
	readonly hash?: string;
	/** The header Date. */
	readonly date?: string;
	/** Names of what is signed; left out, the date, and it is not said. */
	readonly signed?: readonly string[];
	/** Path and query that are called. */
	readonly path?: string;
	readonly isEncoded?: boolean;
}

/** The headers of a call as XCover signs it. */
export function signedHeaders({ key, secret, now, algorithm = 'hmac-sha256', hash = 'sha256', date = new Date(now).toUTCString(), signed, path = '/', isEncoded = true }: Signing): Record<string, string> {
	const lines: Record<string, string> = { '(request-target)': `post ${path.split('?')[0]}`, date, 'x-api-key': key, 'content-type': 'application/json' };
	const text = (signed ?? ['date']).map((name) => `${name}: ${lines[name] ?? ''}`).join('\n');
	const made = createHmac(hash, secret).update(text, 'latin1').digest('base64');
	const named = signed === undefined ? '' : `,headers="${signed.join(' ')}"`;
	return {
		'x-api-key': key,
		date,
		'content-type': 'application/json',
		authorization: `Signature keyId="${key}",algorithm="${algorithm}",signature="${isEncoded ? encodeURIComponent(made) : made}"${named}`,
	};
}

/** An event as XCover sends it (xc/webhooks). */
export function xCoverBody(changes: object = {}, event = 'BOOKING_CREATED'): string {
	// By hand: of an amount every digit counts.
	const { total_price: price = '31.20', ...more } = changes as { total_price?: string };
	const payload = { id: 'QF7TR-2KMPA-INS', status: 'CONFIRMED', currency: 'AUD', total_price: 'PRICE', total_price_formatted: 'A$31.20', partner_transaction_id: null, ...more };
	return JSON.stringify({ event, payload }).replace('"PRICE"', price);
}

/** A call as somebody may send it. */
export interface XCoverCall {
	readonly what: string;
	/** Made when it is sent, as it bears a date. */
	headers(shared: SharedKey, now: number, path: string): Record<string, string>;
	readonly body: Buffer;
	/** 401: it is not let in. 400: it is, but its body is no event. 200: it is taken. */
	readonly status: 200 | 400 | 401;
}

type Headers = XCoverCall['headers'];
type HeaderKind = fc.Arbitrary<{ what: string; headers: Headers; isLetIn: boolean }>;

const MINUTE = 60_000;
const HASHES = ['sha256', 'sha384', 'sha512'];
/** What a header may hold. */
const headerText = (maxLength: number) => fc.string({ unit: fc.integer({ min: 0x21, max: 0xff }).filter((code) => code < 0x7f || code > 0xa0).map((code) => String.fromCharCode(code)), maxLength });
const absurd = fc.constantFrom('x'.repeat(9_000), 'keyId="'.repeat(900), `keyId="${'k'.repeat(9_000)}"`, 'a="",'.repeat(1_500), '%'.repeat(5_000), '",'.repeat(3_000), `${' '.repeat(3_000)}x`);

/** The parameters of a signature in another order, with blanks, with the scheme in other letters. */
const respelt = fc.tuple(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.constantFrom('', ' ', '  ', '\t'), fc.constantFrom('Signature', 'signature', 'SIGNATURE')).map(
	([order, blank, scheme]) =>
		(headers: Record<string, string>): Record<string, string> => {
			const parts = (headers.authorization ?? '').replace('Signature ', '').split(/,(?=\w+=")/);
			const shuffled = order.flatMap((at) => parts[at] ?? []).map((part) => part.replace('=', `${blank}=${blank}`));
			return { ...headers, authorization: `${scheme} ${shuffled.join(`${blank},${blank}`)}` };
		},
);

const letIn: HeaderKind = fc
	.tuple(
		fc.constantFrom(...HASHES),
		fc.constantFrom(undefined, ['date'], ['(request-target)', 'date'], ['date', 'x-api-key'], ['x-api-key', '(request-target)', 'date']),
		fc.boolean(),
		fc.integer({ min: -4 * MINUTE, max: 4 * MINUTE }),
		respelt,
	)
	.map(([hash, signed, isEncoded, off, spell]) => ({
		what: `signed by ${hash}`,
		headers: (shared, now, path) => spell(signedHeaders({ ...shared, now: now + off, path, hash, algorithm: `hmac-${hash}`, isEncoded, ...(signed ? { signed } : {}) })),
		isLetIn: true,
	}));

function stranger(what: string, made: fc.Arbitrary<Headers>): HeaderKind {
	return made.map((headers) => ({ what, headers, isLetIn: false }));
}

/** A good call, with something changed. */
function spoilt(what: string, change: fc.Arbitrary<(headers: Record<string, string>) => Record<string, string>>): HeaderKind {
	return stranger(what, change.map((spoil) => (shared, now, path) => spoil(signedHeaders({ ...shared, now, path }))));
}

function without(name: string): (headers: Record<string, string>) => Record<string, string> {
	return (headers) => Object.fromEntries(Object.entries(headers).filter(([own]) => own !== name));
}

function withSignature(change: (signature: string) => string): (headers: Record<string, string>) => Record<string, string> {
	return (headers) => ({ ...headers, authorization: (headers.authorization ?? '').replace(/signature="([^"]*)"/, (_, own: string) => `signature="${change(own)}"`) });
}

const plain = (encoded: string) => decodeURIComponent(encoded);

const strangers = fc.oneof(
	stranger('nothing', fc.constant(() => ({}))),
	spoilt('a header missing', fc.constantFrom('authorization', 'x-api-key', 'date').map(without)),
	stranger('another key', headerText(40).filter((key) => !/["%]/.test(key)).map((key) => (shared, now) => signedHeaders({ ...shared, key: `${key}x`, now }))),
	spoilt('another key in one of both places', fc.boolean().map((isHeader) => (headers) => (isHeader ? { ...headers, 'x-api-key': `${headers['x-api-key']}x` } : { ...headers, authorization: (headers.authorization ?? '').replace('keyId="', 'keyId="x') }))),
	stranger('another secret', fc.tuple(fc.string(), fc.constantFrom(...HASHES)).map(([secret, hash]) => (shared, now) => signedHeaders({ ...shared, secret: `${secret}x`, now, hash, algorithm: `hmac-${hash}` }))),
	stranger('an algorithm that is not taken', fc.constantFrom('sha1', 'md5', 'sha224', 'sha512-256').map((hash) => (shared, now) => signedHeaders({ ...shared, now, hash, algorithm: `hmac-${hash}` }))),
	stranger('a name for an algorithm that is none', headerText(30).filter((name) => !name.includes('"') && !/^hmac-sha(?:256|384|512)$/i.test(name)).map((algorithm) => (shared, now) => signedHeaders({ ...shared, now, algorithm }))),
	stranger('another algorithm than named', fc.constantFrom('hmac-sha384', 'hmac-sha512').map((algorithm) => (shared, now) => signedHeaders({ ...shared, now, algorithm }))),
	stranger('a date too far away', fc.tuple(fc.integer({ min: 6 * MINUTE, max: 4_000 * 86_400_000 }), fc.boolean()).map(([off, isAhead]) => (shared, now) => signedHeaders({ ...shared, now: now + (isAhead ? off : -off) }))),
	stranger('a date that is none, signed', fc.oneof(headerText(60), fc.constantFrom('9'.repeat(8_000), 'x', 'GMT', '2026-03-03T08:30:00Z', '1772526600', '0')).map((date) => (shared, now) => signedHeaders({ ...shared, now, date: `${date}.` }))),
	stranger('a date in local time, signed', fc.constant((shared, now) => signedHeaders({ ...shared, now, date: new Date(now).toUTCString().replace(' GMT', '') }))),
	stranger('the date not signed', fc.constantFrom(['x-api-key'], ['(request-target)'], []).map((signed) => (shared, now, path) => signedHeaders({ ...shared, now, path, signed }))),
	stranger('a header signed that did not come', fc.constantFrom('digest', '__proto__', 'constructor', '(created)', 'x'.repeat(2_000)).map((name) => (shared, now) => signedHeaders({ ...shared, now, signed: ['date', name] }))),
	stranger('many headers signed', fc.integer({ min: 17, max: 400 }).map((count) => (shared, now) => signedHeaders({ ...shared, now, signed: Array.from({ length: count }, () => 'date') }))),
	spoilt(
		'another spelling of the signature',
		fc.constantFrom<Array<(signature: string) => string>>(
			(own) => own.slice(0, -2),
			(own) => `${own}A`,
			(own) => own + own,
			() => '',
			(own) => encodeURIComponent(own),
			(own) => `${own}%`,
			() => '%ff%fe%00',
			(own) => plain(own).replace(/=+$/, ''),
			(own) => Buffer.from(plain(own), 'base64').toString('hex'),
			(own) => (plain(own)[0] === 'A' ? 'B' : 'A') + plain(own).slice(1),
			(own) => ` ${own}`,
		).map(withSignature),
	),
	spoilt('random words for a signature', headerText(200).filter((words) => !words.includes('"')).map((words) => withSignature(() => words))),
	spoilt('random words for Authorization', fc.tuple(fc.constantFrom('', 'Signature ', 'Basic ', 'Bearer '), headerText(300)).map(([scheme, words]) => (headers) => ({ ...headers, authorization: `${scheme}${words}.` }))),
	spoilt('Authorization of absurd length', absurd.map((words) => (headers) => ({ ...headers, authorization: `Signature ${words}` }))),
	spoilt('a key of absurd length', fc.constantFrom('x'.repeat(9_000), 'é'.repeat(4_000)).map((words) => (headers) => ({ ...headers, 'x-api-key': words }))),
	spoilt('something said twice', fc.constantFrom('keyId', 'algorithm', 'signature').map((name) => (headers) => ({ ...headers, authorization: `${headers.authorization},${name}="x"` }))),
	spoilt('without quotes', fc.constant((headers) => ({ ...headers, authorization: (headers.authorization ?? '').replaceAll('"', '') }))),
);

/** Names of events, and what is none of the list. */
const eventName = fc.oneof(fc.constantFrom('BOOKING_CREATED', 'BOOKING_UPDATED', 'BOOKING_CANCELLED', 'RENEWAL_CREATED', 'RENEWAL_NOTIFICATION', 'RENEWAL_DUE', 'RENEWAL_EXPIRED', '={{ $env }}'), fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((name) => name.trim() !== ''));
const eventBody = fc.tuple(eventName, fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 8 }), fc.uuid()).map(([event, more, id]) => Buffer.from(xCoverBody({ ...more, id }, event)));

/**
 * Calls to send to the trigger: of ten, six that are not let in, two with a body that is no event, and two that are taken.
 *
 * @param seed gives the same calls again
 */
export function xCoverCalls(count: number, seed: number): XCoverCall[] {
	const wrongBodies = hookBodies(count, seed);
	const kinds = fc.oneof(
		{ weight: 6, arbitrary: fc.tuple(strangers, fc.constantFrom<'wrong' | 'event'>('wrong', 'event'), eventBody) },
		{ weight: 2, arbitrary: fc.tuple(letIn, fc.constant<'wrong' | 'event'>('wrong'), eventBody) },
		{ weight: 2, arbitrary: fc.tuple(letIn, fc.constant<'wrong' | 'event'>('event'), eventBody) },
	);
	return fc.sample(kinds, { numRuns: count, seed }).map(([{ what, headers, isLetIn }, kind, event], at): XCoverCall => {
		const wrong = wrongBodies[at];
		if (kind === 'event' || wrong === undefined) return { what, headers, body: event, status: isLetIn ? 200 : 401 };
		return { what: `${what}; ${wrong.what}`, headers: (...given) => ({ ...headers(...given), ...wrong.headers }), body: wrong.bytes, status: isLetIn ? 400 : 401 };
	});
}
