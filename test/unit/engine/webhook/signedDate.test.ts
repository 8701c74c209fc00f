import type { IWebhookFunctions } from 'n8n-workflow';

import { signedDate } from '../../../../engine/webhook/signedDate';

/** Made with openssl, for example: `printf 'date: %s' "$DATE" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64`. */
const KEY = 'n8n-test';
const SECRET = 'a-secret-of-the-test';
const PREVIOUS = 'the-previous-secret-of-it';
const DATE = 'Tue, 03 Mar 2026 08:30:00 GMT';
const URL_CALLED = '/webhook/7f3c/xcover';
const SHA256 = 'qWYG14P1KhWu7gJyjOT9bv6yFRrtekeKc/oWisRL2EA=';
const SHA384 = 'WqKaNmTdn3F2QdyfIj8+VGGDPrJRxo4FttHiQAdejUuhonG8of2nY5jIDyYoGxpc';
const SHA512 = 'ROAqtDAotTnC2s/3Br/eBa/DcQ18+TQZ3/RQImZ9mEl2pi63KLgUQilgQztF06NdPPxam2YRX3s+MciL3DkOpg==';
const BY_PREVIOUS = 'PGkmWDZiY0wibcGRIGGPhkrXBj48Lkb74hy9P1lt2tM=';

const WRONG = 'The key or the signature is missing or wrong.';
const UNREADABLE = 'The header Authorization is missing, or holds no signature that can be read.';
const ALGORITHM = 'The algorithm of the signature is not taken. Expected one of hmac-sha256, hmac-sha384, hmac-sha512.';
const NO_DATE = 'The signature does not cover the header Date.';
const NOT_THERE = 'The signature covers a header that did not come, or too many of them.';

interface Sent {
	keyId?: string;
	algorithm?: string;
	signature?: string;
	signed?: string;
	headers?: Record<string, string | string[] | undefined>;
	originalUrl?: string;
	method?: string;
	credential?: Record<string, unknown>;
	minutes?: unknown;
	now?: number;
}

function judged({ keyId = KEY, algorithm = 'hmac-sha256', signature = SHA256, signed, headers = {}, originalUrl = URL_CALLED, method = 'POST', credential, minutes = 5, now = Date.parse(DATE) }: Sent = {}) {
	const warnings: string[] = [];
	const context = { getNodeParameter: () => minutes, getNode: () => ({ name: 'Trigger' }), logger: { warn: (words: string) => warnings.push(words) } } as unknown as IWebhookFunctions;
	const authorization = `Signature keyId="${keyId}",algorithm="${algorithm}",signature="${signature}"${signed === undefined ? '' : `,headers="${signed}"`}`;
	jest.spyOn(Date, 'now').mockReturnValue(now);
	const caller = { headers: { authorization, 'x-api-key': KEY, date: DATE, ...headers }, originalUrl, method };
	const fault = signedDate('x-api-key').fault(context, caller, (credential ?? { key: KEY, secret: SECRET, previousSecret: PREVIOUS }) as never);
	return { fault, warnings };
}

afterEach(() => jest.restoreAllMocks());

describe('a caller that signs the date', () => {
	it.each<[string, Sent]>([
		['by HMAC with SHA-256', {}],
		['by HMAC with SHA-384', { algorithm: 'hmac-sha384', signature: SHA384 }],
		['by HMAC with SHA-512', { algorithm: 'hmac-sha512', signature: SHA512 }],
		['by the previous secret', { signature: BY_PREVIOUS }],
		['with the signature percent-encoded', { signature: encodeURIComponent(SHA256) }],
		['with a longer one percent-encoded', { algorithm: 'hmac-sha512', signature: encodeURIComponent(SHA512) }],
		['with it percent-encoded in small letters', { signature: encodeURIComponent(SHA256).replace(/%../g, (code) => code.toLowerCase()) }],
		['with the signed headers named', { signed: 'date' }],
		['with method and path', { signed: '(request-target) date', signature: 'zWBIO0nAAsOd89KHoClG0QiypQjBiSrNh6HKqsggz8E=' }],
		['with method and path, called with a query', { signed: '(request-target) date', signature: 'zWBIO0nAAsOd89KHoClG0QiypQjBiSrNh6HKqsggz8E=', originalUrl: `${URL_CALLED}?x=1` }],
		['with method, path and key', { signed: '(request-target) date x-api-key', algorithm: 'hmac-sha512', signature: 'AqA6UjpKQJolYQLaxg/Yr/8HOLunUWnVU8x1+DqD6Bqsx8TNdhgkcd/fEEVoNcJr4SmePoTiE7/zBOWAID2V9Q==' }],
		['behind the key', { signed: 'X-Api-Key Date', algorithm: 'hmac-sha384', signature: 'X8pgFW3BiIQo75holxHGX+N1FBZt82oIvzTCze5AJ3iVnLSL9YH7TwmfnLhOkr9c' }],
		['in another zone', { headers: { date: 'Tue, 03 Mar 2026 09:30:00 +0100' }, signature: 'AaeQCGPgS+v9fDBEg18kRLvgx5NDcwoxUCnBouS84Wk=' }],
	])('is let in %s', (_how, sent) => {
		expect(judged(sent)).toEqual({ fault: undefined, warnings: [] });
	});

	it.each<[string, Sent, string]>([
		['with another key in Authorization', { keyId: 'n8n-tesT' }, WRONG],
		['with another key in the header', { headers: { 'x-api-key': 'n8n-tes' } }, WRONG],
		['without the key in the header', { headers: { 'x-api-key': undefined } }, WRONG],
		['with the key in the header twice', { headers: { 'x-api-key': `${KEY}, ${KEY}` } }, WRONG],
		['with a list of keys', { headers: { 'x-api-key': [KEY] } }, WRONG],
		['with the secret for a key', { keyId: SECRET, headers: { 'x-api-key': SECRET } }, WRONG],
		['with no key where the credential has none', { keyId: '', headers: { 'x-api-key': '' }, credential: { key: '', secret: SECRET } }, WRONG],
		['with the credential empty', { credential: {} }, WRONG],
		['with an empty secret in the credential', { credential: { key: KEY, secret: '' }, signature: '' }, WRONG],
		['by another secret', { signature: SHA256.replace('q', 'r') }, WRONG],
		['without a signature', { signature: '' }, WRONG],
		['with the signature cut', { signature: SHA256.slice(0, -1) }, WRONG],
		['with two signatures', { signature: SHA256 + SHA256 }, WRONG],
		['with the signature encoded twice', { signature: encodeURIComponent(encodeURIComponent(SHA256)) }, WRONG],
		['with a percent sign that encodes nothing', { signature: `${SHA256}%` }, WRONG],
		['with percent signs that are no UTF-8', { signature: '%ff%fe' }, WRONG],
		['with the signature in the letters of URLs', { signature: SHA256.replaceAll('/', '_').replaceAll('+', '-') }, WRONG],
		['with the signature in hexadecimal', { signature: Buffer.from(SHA256, 'base64').toString('hex') }, WRONG],
		['by another algorithm than it names', { algorithm: 'hmac-sha512' }, WRONG],
		['by SHA-1', { algorithm: 'hmac-sha1', signature: 'Te9uIrgZeFynnBYnX0kXTOhkFgI=' }, ALGORITHM],
		['by SHA-224', { algorithm: 'hmac-sha224', signature: 'fpVAGf8fky6cR0VNjCRD3r1z7JJALdxBCdCGWg==' }, ALGORITHM],
		['by an algorithm of another kind', { algorithm: 'rsa-sha256' }, ALGORITHM],
		['by no algorithm', { algorithm: '' }, ALGORITHM],
		['by the name of a built-in property', { algorithm: 'constructor' }, ALGORITHM],
		['without the date among what is signed', { signed: 'x-api-key', signature: 'ZQcjNv0v/GHauOc2MLG35NeEwuGSYMIlAZJJmcUop3Q=' }, NO_DATE],
		['with nothing signed', { signed: '' }, NO_DATE],
		['with a header that did not come', { signed: 'date digest' }, NOT_THERE],
		['with the name of a built-in property', { signed: 'date constructor' }, NOT_THERE],
		['with a header that came as a list', { signed: 'date set-cookie', headers: { 'set-cookie': ['a'] } }, NOT_THERE],
		['with too many headers', { signed: `date ${'x-api-key '.repeat(20)}` }, NOT_THERE],
		['with method and path of another URL', { signed: '(request-target) date', signature: 'zWBIO0nAAsOd89KHoClG0QiypQjBiSrNh6HKqsggz8E=', originalUrl: '/webhook/other/xcover' }, WRONG],
		['with the query in the path', { signed: '(request-target) date', signature: 'kXi8Z8XqEWq0NC9vSuWDXhNB9i/UIV/EYZYnPKDIqss=', originalUrl: `${URL_CALLED}?x=1` }, WRONG],
		['with the method in capitals', { signed: '(request-target) date', signature: 'I9EHkrSD0W3+Y9S22+R0VGRDW4M7e8hlaMItWgm7V50=' }, WRONG],
		['with names in another order than signed', { signed: 'date (request-target)', signature: 'zWBIO0nAAsOd89KHoClG0QiypQjBiSrNh6HKqsggz8E=' }, WRONG],
		['of another name of the date', { signature: '9F2lfFm+W1KbJTwoBslJHMYYvEPwvwAY5aXVcugJEA4=' }, WRONG],
		['with a line feed at the end', { signature: 'FPb2ssVDpk/P9Yw4NaQnk9vQnsPOqTil/i2oD51GjGc=' }, WRONG],
		['of the date alone, without its name', { signature: 'aYCf9GD9ZHqsfyryFRb1m1EfEcVtnZn0UOu+cptQAt8=' }, WRONG],
		['of another date', { headers: { date: 'Tue, 03 Mar 2026 08:30:01 GMT' } }, WRONG],
		['without a date', { headers: { date: undefined } }, NOT_THERE],
		['with another scheme', { headers: { authorization: 'Bearer abc' } }, UNREADABLE],
		['without Authorization', { headers: { authorization: undefined } }, UNREADABLE],
		['with Authorization of absurd length', { headers: { authorization: `Signature ${'keyId="k",'.repeat(5_000)}` } }, UNREADABLE],
	])('is not let in %s', (_how, sent, words) => {
		expect(judged(sent)).toEqual({ fault: words, warnings: [] });
	});

	it.each<[string, string, RegExp]>([
		['Tue, 03 Mar 2026 08:30:00', 'RqJcny7Uby1Rq9HqkAzaCYe6hhrrwRAi+9OCq8q0jdg=', /is no date/],
		['2026-03-03T08:30:00Z', '1m+BObCss/y0M97c3ymf7iB5J5wouOdmccjBSH7uJts=', /is no date/],
		['Tue, 03 Mar 2026 08:30:00 CET', 'huAMC0G+a0qHDNUUx7Q3J7KDG/BjyaL8NIpMl8R0pQQ=', /is no date/],
		['Tue, 03 Mar 2026 08:30:00 GMT, Tue, 03 Mar 2026 08:30:00 GMT', 'N0ybQPxPWfNrOuhU536mzan0HfU7KYzRfPmo/SjLVTo=', /is no date/],
	])('is not let in with a date that names no moment, be it signed: %s', (date, signature, words) => {
		expect(judged({ headers: { date }, signature }).fault).toMatch(words);
	});

	it('is not let in with a date that is too far away, and n8n\'s log says what to do', () => {
		const { fault, warnings } = judged({ now: Date.parse(DATE) + 12 * 60_000 });
		expect(fault).toBe('The header Date is 12 minutes old. At most 5 minutes may lie between it and now.');
		expect(warnings).toEqual([expect.stringMatching(/right signature was refused.*12 minutes old.*clock of n8n, or set Age of Date \(Minutes\)/)]);
		expect(judged({ now: Date.parse(DATE) - 12 * 60_000 }).fault).toContain('lies 12 minutes ahead');
		expect(judged({ now: Date.parse(DATE) + 12 * 60_000, minutes: 12 }).fault).toBeUndefined();
	});

	it('learns nothing of a date while the signature is wrong, and the log says nothing', () => {
		expect(judged({ signature: 'c2ln', now: 0 })).toEqual({ fault: WRONG, warnings: [] });
	});

	it('is told nothing of key, secret and signature', () => {
		const words = [judged({ keyId: 'x' }), judged({ signature: 'c2ln' }), judged({ now: 0 })].map((one) => JSON.stringify(one)).join();
		for (const secret of [KEY, SECRET, PREVIOUS, SHA256, 'c2ln']) expect(words).not.toContain(secret);
	});
});
