import { linkFrom } from '../../../../engine/transport/link';
import { failureOf } from '../../../support/panels/pure';

const API = new URL('https://api.partner.com/v1/files/1');
const INNER_API = new URL('http://127.0.0.1:4010/files/1');
const link = (text: string, api = API) => linkFrom('Partner', text, api, api);

describe('a link in an answer', () => {
	it.each([
		['of another host, without the token', 'https://cdn.example.com/x.pdf?sig=1', { url: 'https://cdn.example.com/x.pdf?sig=1', isApi: false }],
		['of the API, with it', 'https://api.partner.com/x.pdf', { url: 'https://api.partner.com/x.pdf', isApi: true }],
		['of the API in another spelling, with it', 'HTTPS://API.partner.com:443/x.pdf', { url: 'https://api.partner.com/x.pdf', isApi: true }],
		['without a host, which is that of the API', '/x.pdf', { url: 'https://api.partner.com/x.pdf', isApi: true }],
		['beside the answer', '2', { url: 'https://api.partner.com/v1/files/2', isApi: true }],
		['of another port, which is somebody else', 'https://api.partner.com:8443/x.pdf', { url: 'https://api.partner.com:8443/x.pdf', isApi: false }],
		['of the same host without encryption, which may be somebody else', 'http://api.partner.com/x.pdf', { url: 'http://api.partner.com/x.pdf', isApi: false }],
		['to a host whose name begins like that of the API', 'https://api.partner.com.evil.example.com/x', { url: 'https://api.partner.com.evil.example.com/x', isApi: false }],
		['without scheme to another host', '//cdn.example.com/x', { url: 'https://cdn.example.com/x', isApi: false }],
	])('is followed: one %s', (_name, text, expected) => {
		expect(link(text)).toEqual(expected);
	});

	it.each([
		['http://127.0.0.1:5678/rest/credentials', 'private network'],
		['http://localhost/', 'private network'],
		['http://169.254.169.254/latest/meta-data', 'private network'],
		['http://[::ffff:10.0.0.1]/', 'private network'],
		['http://redis:6379/', 'private network'],
		['//192.168.0.1/', 'private network'],
		['file:///etc/passwd', 'neither http nor https'],
		['ftp://example.com/x', 'neither http nor https'],
		['javascript:alert(1)', 'neither http nor https'],
		['data:text/plain,x', 'neither http nor https'],
		['https://user:pass@example.com/x', 'name or password'],
		['https://', 'no address'],
		['http://[::zz]/', 'no address'],
	])('is refused: %s', (text, why) => {
		const failure = failureOf(() => link(text));
		expect(failure.kind).toBe('brokenAnswer');
		expect(failure.message).toContain(why);
		expect(failure.message).not.toContain('pass@');
	});

	it('may lead into a private network where the API is in one', () => {
		expect(link('http://127.0.0.1:9000/x.pdf', INNER_API)).toEqual({ url: 'http://127.0.0.1:9000/x.pdf', isApi: false });
		expect(link('http://127.0.0.1:4010/x.pdf', INNER_API)).toEqual({ url: 'http://127.0.0.1:4010/x.pdf', isApi: true });
	});
});
