import { identityKey } from '../../../../engine/token/identity';

describe('an identity', () => {
	it('is the same for the same values', () => {
		expect(identityKey(['a', 'b'])).toBe(identityKey(['a', 'b']));
	});

	it.each([
		[['ab', ''], ['a', 'b']],
		[['a', 'b'], ['b', 'a']],
		[['a', 'b'], ['a', 'b', '']],
		[['1:a;1:b'], ['a', 'b']],
		[['a;1:b'], ['a', 'b']],
	])('differs between %j and %j', (one, other) => {
		expect(identityKey(one)).not.toBe(identityKey(other));
	});

	it('tells nothing of what it was made of', () => {
		expect(identityKey(['https://api.partner.test', 'client', 'secret'])).toMatch(/^[0-9a-f]{64}$/);
	});
});
