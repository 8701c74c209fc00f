import type { IDataObject } from 'n8n-workflow';

import { XCoverElementsApi } from '../../../credentials/XCoverElementsApi.credentials';
import { XCoverElements } from '../../../nodes/XCoverElements/XCoverElements.node';
import { Engine } from '../../support/n8nEngine/n8nEngine';
import { wordsOf } from '../../support/n8nEngine/nodeRuns';
import { BytePartner, type WireRequest } from '../../support/partner/bytePartner';

/**
 * With a token a preview and a cancellation are the same DELETE, and only the body tells them apart: a preview without it cancels. So the bytes are looked at that n8n
 * really writes, at a socket that knows no HTTP.
 */

const BOOKING = 'c2f1a9de-0b7e-4e0b-9a53-2f6a8e7d1c44';
const POLICY = '0c8f4b5e-5a0f-4b7d-8a1f-9f2f6f7b3e10';
const PREVIEW = { data: { id: BOOKING, provider_reference: 'QF7TR-2KMPA-INS', status: 'Active', currency: 'AUD', price: 12.4, policies: [], cancellations: [{ id: 'a-1' }] } };
const DELETE = `DELETE /api/partners/partner-1/bookings/${BOOKING} HTTP/1.1`;

let partner: BytePartner;
/** What the calls to come are answered with; a good preview once they are used up. */
let statuses: number[];
let tokens: number;

beforeEach(async () => {
	statuses = [];
	tokens = 0;
	partner = await BytePartner.start(({ line }) => {
		if (line.startsWith('POST /api/oauth/token ')) return { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: `token-${(tokens += 1)}` } };
		// The list is read before, for the cancellations that the booking has already.
		if (line.startsWith('GET ')) return { status: 200, body: { data: [] } };
		const status = statuses.shift() ?? 200;
		return status === 200 ? { status, body: PREVIEW } : { status, body: { message: 'Not now' }, headers: { 'retry-after': '0' } };
	});
});

afterEach(async () => {
	await partner.close();
});

async function preview(fields: IDataObject = {}, settings: object = {}) {
	const credential = { baseUrl: partner.url, clientId: `client of ${partner.url}`, clientSecret: 'secret-not-real', accountType: 'test', partnerId: 'partner-1', accessTokenCheck: '' };
	const engine = new Engine({ nodeType: new XCoverElements(), credentialType: new XCoverElementsApi(), credential });
	const parameters = { authentication: 'elements', resource: 'booking', operation: 'previewCancellation', bookingId: BOOKING, ...fields } as never;
	return await engine.run({ items: [{}], parameters, settings });
}

/** The calls that preview, as they came. Each is looked at: nothing of it may be missing. */
function previews(): WireRequest[] {
	const calls = partner.requests.filter(({ line }) => !line.includes('/oauth/token') && !line.startsWith('GET /api/partners/partner-1/bookings HTTP'));
	for (const { line, headers, body } of calls) {
		expect(line).toBe(DELETE);
		expect(headers.get('content-type')).toMatch(/^application\/json/);
		expect(headers.get('content-length')).toBe(String(body.length));
		expect(headers.get('transfer-encoding')).toBeUndefined();
		expect(body.toString()).toMatch(/^\{"preview":true[,}]/);
		expect(JSON.parse(body.toString())).toMatchObject({ preview: true });
	}
	return calls;
}

describe('the preview of a cancellation with a token', () => {
	it('goes out with its body, of the length that its head names', async () => {
		const { items, error } = await preview();
		expect(wordsOf(error).trim()).toBe('');
		expect(previews().map(({ body }) => body.toString())).toEqual(['{"preview":true}']);
		expect(items[0]?.json).toMatchObject({ cancellation_id: 'a-1', previewed_status: 'Active' });
	});

	it('counts bytes, and not characters', async () => {
		await preview({ reason: 'Größe – 測試 🎫', policies: { policy: [{ id: POLICY, reason: 'Doppelt ü' }] } });
		expect(previews().map(({ body }) => body.toString())).toEqual([`{"preview":true,"reason":"Größe – 測試 🎫","policies":[{"id":"${POLICY}","reason":"Doppelt ü"}]}`]);
	});

	it('has its body again after a 401, with a new token', async () => {
		statuses = [401];
		const { error } = await preview({ reason: 'Moved' });
		expect(wordsOf(error).trim()).toBe('');
		const [first, second, ...more] = previews();
		expect(second?.body).toEqual(first?.body);
		expect([first?.headers.get('authorization'), second?.headers.get('authorization'), more.length]).toEqual(['Bearer token-1', 'Bearer token-2', 0]);
	});

	it.each([429, 500, 503])('has its body again when it is repeated after a %d', async (status) => {
		statuses = [status, status];
		const { error } = await preview({ reason: 'Moved' });
		expect(wordsOf(error).trim()).toBe('');
		expect(previews().map(({ body }) => body.toString())).toEqual(Array.from({ length: 3 }, () => '{"preview":true,"reason":"Moved"}'));
	});

	it('is not sent after a redirect, which a client may follow without a body', async () => {
		for (const status of [301, 302, 303, 307, 308]) {
			statuses = [status];
			expect(wordsOf((await preview()).error)).toMatch(/redirect/);
		}
		expect(previews()).toHaveLength(5);
	});

	it('has its body with each try of Retry On Fail', async () => {
		statuses = [400, 400];
		await preview({}, { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 });
		expect(previews()).toHaveLength(3);
	});
});
