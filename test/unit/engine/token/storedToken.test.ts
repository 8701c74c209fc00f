import { identityKey, sealIdentity, sealMatches } from '../../../../engine/token/identity';
import { fromStored, storedTokenProperties, toStored } from '../../../../engine/token/storedToken';

const identity = identityKey(['https://api.partner.test', 'client', 'secret']);
const held = {
	token: 'the-token',
	issuedAtMs: Date.parse('2026-03-02T08:00:00.123Z'),
	expiresAtMs: Date.parse('2026-03-02T09:00:00.123Z'),
};

describe('a token in the hidden fields of a credential', () => {
	it('comes back as it was', () => {
		expect(fromStored(toStored(held, identity), identity)).toEqual(held);
	});

	it('has fields that n8n keeps, hides and renews', () => {
		expect(storedTokenProperties.map(({ name, type, typeOptions }) => [name, type, typeOptions?.password, typeOptions?.expirable])).toEqual([
			['accessTokenCheck', 'hidden', undefined, true],
			['accessToken', 'hidden', true, undefined],
			['accessTokenExpiresAt', 'hidden', true, undefined],
			['accessTokenIdentity', 'hidden', true, undefined],
		]);
		expect(storedTokenProperties.map(({ name }) => name)).toEqual(Object.keys(toStored(held, identity)));
	});

	it('holds nothing of the secret but a seal that only the token opens', () => {
		const { accessTokenIdentity } = toStored(held, identity);
		expect(accessTokenIdentity).not.toContain(identity);
		expect(sealMatches(accessTokenIdentity, identity, 'the-token')).toBe(true);
		expect(sealMatches(accessTokenIdentity, identity, 'another-token')).toBe(false);
	});

	it('is not taken for another identity, such as after an edited secret', () => {
		const edited = identityKey(['https://api.partner.test', 'client', 'other secret']);
		expect(fromStored(toStored(held, identity), edited)).toBeUndefined();
	});

	it.each([
		['no token', { accessToken: '' }],
		['a token that is no text', { accessToken: 5 }],
		['another token', { accessToken: 'other' }],
		['no seal', { accessTokenIdentity: '' }],
		['a seal that is no text', { accessTokenIdentity: true }],
		['a cut seal', { accessTokenIdentity: sealIdentity(identity, 'the-token').slice(1) }],
		['a changed seal', { accessTokenIdentity: sealIdentity(identity, 'the-token').replace(/^./, (c) => (c === '0' ? '1' : '0')) }],
		['a seal of as many bytes', { accessTokenIdentity: 'ü'.repeat(32) }],
		['no span', { accessTokenExpiresAt: '' }],
		['a span that is no text', { accessTokenExpiresAt: 1_772_438_400_000 }],
		['one end of a span', { accessTokenExpiresAt: '2026-03-02T09:00:00Z' }],
		['a span of words', { accessTokenExpiresAt: 'now/then' }],
		['a span without an end', { accessTokenExpiresAt: '2026-03-02T09:00:00Z/' }],
		['a span backwards', { accessTokenExpiresAt: '2026-03-02T09:00:00Z/2026-03-02T08:00:00Z' }],
		['a span of no length', { accessTokenExpiresAt: '2026-03-02T09:00:00Z/2026-03-02T09:00:00Z' }],
	])('is not taken with %s', (_case, change) => {
		expect(fromStored({ ...toStored(held, identity), ...change }, identity)).toBeUndefined();
	});

	it.each(['accessToken', 'accessTokenExpiresAt', 'accessTokenIdentity'])('is not taken where %s is missing', (name) => {
		const rest = Object.entries(toStored(held, identity)).filter(([key]) => key !== name);
		expect(rest).toHaveLength(3);
		expect(fromStored(Object.fromEntries(rest), identity)).toBeUndefined();
	});
});

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
});
