import fc from 'fast-check';

import { isSharedSecret } from '../../../../engine/webhook/sharedSecret';

describe('a shared secret', () => {
	it('is one of the secrets, and nothing else', () => {
		fc.assert(
			fc.property(fc.string(), fc.array(fc.string(), { maxLength: 3 }), (given, secrets) => {
				expect(isSharedSecret(given, secrets)).toBe(given !== '' && secrets.includes(given));
				expect(isSharedSecret(given, [...secrets, given])).toBe(given !== '');
			}),
		);
	});

	it.each([undefined, null, 7, true, ['secret'], { secret: 'secret' }, ''])('is not %j', (given) => {
		expect(isSharedSecret(given, ['secret', '', 'undefined', 'null', '7', 'true', '[object Object]'])).toBe(false);
	});

	it('is not a longer, shorter or otherwise spelt one', () => {
		expect(['secre', 'secret ', ' secret', 'SECRET', 'secrét', 'secret\0'].some((given) => isSharedSecret(given, ['secret', 'other']))).toBe(false);
	});
});
