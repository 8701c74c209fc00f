import { isFailure } from '../../../../engine/failure';
import { path } from '../../../../engine/transport/path';

describe('a path', () => {
	it('keeps its fixed parts and takes numbers', () => {
		expect(path`/customers/${'ABC001'}/orders/${42}`).toBe('/customers/ABC001/orders/42');
		expect(path`/branches`).toBe('/branches');
	});

	it.each([
		['../admin', '..%2Fadmin'],
		['..\\admin', '..%5Cadmin'],
		['%2e%2e', '%252e%252e'],
		['%2e%2e%2fadmin', '%252e%252e%252fadmin'],
		['...', '...'],
		['a?b=c', 'a%3Fb%3Dc'],
		['a#b', 'a%23b'],
		['a;b', 'a%3Bb'],
		['//evil.test', '%2F%2Fevil.test'],
		['https://evil.test', 'https%3A%2F%2Fevil.test'],
		['user@host', 'user%40host'],
		['a\r\nHost: evil', 'a%0D%0AHost%3A%20evil'],
		['a\u0000b', 'a%00b'],
		['. ', '.%20'],
		['Müller Straße', 'M%C3%BCller%20Stra%C3%9Fe'],
		['．．', '%EF%BC%8E%EF%BC%8E'],
		['😀', '%F0%9F%98%80'],
	])('takes %p as one segment', (value, segment) => {
		expect(path`/a/${value}/b`).toBe(`/a/${segment}/b`);
		expect(new URL(path`/a/${value}/b`, 'https://api.partner.test').pathname).toBe(`/a/${segment}/b`);
	});

	it.each(['', '.', '..', '\ud83d', 'cut \ude00'])('refuses %p with a failure that a person can act on', (value) => {
		let thrown: unknown;
		try {
			thrown = path`/a/${value}`;
		} catch (error) {
			thrown = error;
		}
		expect(isFailure(thrown) && thrown.kind).toBe('validation');
	});
});
