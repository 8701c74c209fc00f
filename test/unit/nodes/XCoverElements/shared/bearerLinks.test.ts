import { sensitiveLinks, withoutLinks } from '../../../../../nodes/XCoverElements/shared/bearerLinks';
import { XCoverElements } from '../../../../../nodes/XCoverElements/XCoverElements.node';

const LINKS = ['coi', 'account_url', 'security_token', 'sign_up_url', 'fnol_link', 'cancel_link'];

describe('links that open personal data', () => {
	it.each(LINKS)('%s is taken out at any depth, and in any capitals', (name) => {
		const link = { [name]: 'x', [name.toUpperCase()]: { url: 'x' } };
		expect(withoutLinks({ id: 'a', ...link, quotes: [{ id: 'b', ...link, inner: { ...link } }] })).toEqual({ id: 'a', quotes: [{ id: 'b', inner: {} }] });
	});

	it('are all that is taken out', () => {
		const booking = { id: 'a', pds_url: 'x', empty: null, list: [1, 'b', null, [{}]], no: false };
		expect(withoutLinks(booking)).toEqual(booking);
	});

	it('are named to n8n, which shows them to nobody', () => {
		expect(sensitiveLinks()).toEqual({ sensitiveOutputFields: LINKS });
		expect(sensitiveLinks('payload', 'a.b')).toEqual({ sensitiveOutputFields: [...LINKS.map((name) => `payload.${name}`), ...LINKS.map((name) => `a.b.${name}`)] });
		expect(new XCoverElements().description).toMatchObject({ sensitiveOutputFields: LINKS });
	});
});
