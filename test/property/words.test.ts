import fc from 'fast-check';

import { isFailure } from '../../engine/failure';
import { quotable } from '../../engine/redact';
import { partnerWords } from '../../engine/http/partnerWords';
import { path } from '../../engine/transport/path';
import { retryAfterMs } from '../../engine/http/retryAfter';

const secret = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 60 }).filter((text) => /\S{6}/.test(text) && !'[hidden]'.includes(text));

describe('what is shown of a partner\'s words', () => {
	it('never holds a secret, however it is written', () => {
		const written = fc.constantFrom<(text: string) => string>(
			(text) => text,
			encodeURIComponent,
			(text) => new URLSearchParams({ v: text }).toString().slice(2),
			(text) => JSON.stringify(text).slice(1, -1),
		);
		fc.assert(
			fc.property(secret, written, fc.string(), fc.string(), (hidden, write, before, after) => {
				const shown = quotable(`${before}|${write(hidden)}|${after}`, [hidden]);
				fc.pre(!`${before}${after}[hidden]`.includes(hidden));
				expect(shown).not.toContain(write(hidden));
			}),
			{ numRuns: 1000 },
		);
	});

	it('is one line of limited length, made of anything', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.jsonValue(), fc.json(), fc.string({ unit: 'binary', maxLength: 3000 })), (body) => {
				const { message = '', code = '' } = partnerWords(body, ['a secret']);
				expect(message).not.toMatch(/[\r\n\t]/);
				expect(message.length).toBeLessThanOrEqual(504);
				expect(code.length).toBeLessThanOrEqual(80);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('a value in a path', () => {
	it('stays one segment of the partner\'s own address, or is refused', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('.', '..', '../x', '//x', '%2e%2e', '\\')), (value) => {
				let made: string;
				try {
					made = path`/a/${value}/b`;
				} catch (error) {
					expect(isFailure(error) && error.kind).toBe('validation');
					return;
				}
				const { origin, pathname, search, hash } = new URL(made, 'https://api.partner.test');
				expect([origin, search, hash]).toEqual(['https://api.partner.test', '', '']);
				expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'a', value, 'b']);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('a wait that a partner asks for', () => {
	it('is never negative and never no number', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.string(), fc.integer().map(String), fc.date({ noInvalidDate: true }).map((date) => date.toUTCString())), (header) => {
				const wait = retryAfterMs(header, 1_772_438_400_000);
				if (wait !== undefined) expect(wait).toBeGreaterThanOrEqual(0);
			}),
		);
	});
});
