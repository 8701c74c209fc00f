import { quotable, REDACTED } from '../../../engine/redact';

describe('words of a partner that are shown', () => {
	const secret = `p!'()*~ +"\\/%&=?#ü`;

	it.each([
		['as it is', secret],
		['in JSON', JSON.stringify(secret).slice(1, -1)],
		['in an address', encodeURIComponent(secret)],
		['in a form', new URLSearchParams({ v: secret }).toString().slice(2)],
	])('hide a secret written %s', (_case, written) => {
		expect(quotable(`before ${written} after ${written}`, [secret])).toBe('before [hidden] after [hidden]');
	});

	it('hide a secret in an address whose encoding is written in small letters', () => {
		const written = encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
		expect(quotable(`before ${written} after`, [secret])).toBe('before [hidden] after');
	});

	it('hide the longer of two secrets of which one begins with the other', () => {
		for (const secrets of [['acme', 'acme-9f3c'], ['acme-9f3c', 'acme']]) {
			expect(quotable('id acme, secret acme-9f3c', secrets)).toBe('id [hidden], secret [hidden]');
		}
	});

	it('hide a secret that stands at the end of what is looked at', () => {
		for (let at = 1980; at <= 2000; at += 1) {
			expect(quotable(`${' '.repeat(at)}0123456789abcdefghij`, ['0123456789abcdefghij'])).not.toMatch(/0123/);
		}
	});

	it.each([
		['a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'],
		['the beginning of one', 'eyJhbGciOiJIUzI1NiJ9'],
		['an encrypted one of five parts', 'eyJhbGciOiJS.a-b_c.d.e.f'],
		['a bearer header', 'Bearer abcdefgh12345678'],
		['a bearer header in other letters', 'BEARER  abc.def~ghi+j/k=='],
		['a key of a live account', 'live_0123456789abcdef'],
		['a key of a sandbox', 'sandbox_0123456789ab+/=='],
	])('hide %s, though nobody said that it is a secret', (_case, token) => {
		expect(quotable(`got ${token}, sorry`)).toBe('got [hidden], sorry');
	});

	it.each(['live_music', 'the bearer of bad news', 'eyJ', 'sandbox_short', 'PO 7731-2'])('keep ordinary words: %s', (words) => {
		expect(quotable(words)).toBe(words);
	});

	it('hide a short secret where it is a word, and keep it as part of others', () => {
		expect(quotable('PIN 739 is wrong (739), not 7391', ['739'])).toBe('PIN [hidden] is wrong ([hidden]), not 7391');
		expect(quotable('other a+b', ['the', 'a+b'])).toBe('other [hidden]');
	});

	it('keep a single character, though it is said to be a secret: nothing could be read without it', () => {
		expect(quotable('1 is a number', ['1', 'a', ''])).toBe('1 is a number');
	});

	it('stand on one line', () => {
		expect(quotable('\n a \r\n\t b\u2028c ')).toBe('a b c');
	});

	it('are cut after 500 characters', () => {
		expect(quotable('x'.repeat(500))).toBe('x'.repeat(500));
		expect(quotable('x'.repeat(501))).toBe(`${'x'.repeat(500)} ...`);
	});

	it('do not break where a secret holds half a character', () => {
		expect(quotable('words', ['\ud83d-half-a-character'])).toBe('words');
		expect(REDACTED).toBe('[hidden]');
	});
});
