import type { HostRequest } from '../../../../engine/token/apiUrl';
import { fillIn } from '../../../../engine/token/fillIn';

describe('a value that an address asks for', () => {
	it.each<[Partial<HostRequest>, Partial<HostRequest>]>([
		[{ url: '/a/{code}/b' }, { url: '/a/A%2FB/b' }],
		[{ uri: 'https://x.test/{code}/{code}' }, { uri: 'https://x.test/A%2FB/A%2FB' }],
		[{ url: '/{code}', uri: '/{code}' }, { url: '/A%2FB', uri: '/{code}' }],
	])('is put into %j, encoded', (request, filled) => {
		fillIn(request as HostRequest, '{code}', () => 'A/B');
		expect(request).toEqual(filled);
	});

	it.each([[{ url: '/a' }], [{ uri: '/a' }], [{}]])('is not asked for by %j', (request) => {
		const value = jest.fn(() => 'never');
		fillIn(request as HostRequest, '{code}', value);
		expect(value).not.toHaveBeenCalled();
	});
});
