import type { ICredentialDataDecryptedObject, IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';

import { xCoverSignatureFlow } from '../../../../credentials/XCoverSignatureApi.credentials';
import type { Failure } from '../../../../engine/failure';
import { signatureHooks } from '../../../../engine/signature/hooks';
import type { HostRequest } from '../../../../engine/token/apiUrl';
import { giveUp, gotToken, noteAnswer, whyNoToken } from '../../../../engine/token/sentTokens';
import { tokensSent } from '../../../../engine/token/tokenHistory';
import { Clock } from '../../../support/partner/partner';
import { authenticateOf } from '../../../support/tokens/hookHost';

const BASE = 'https://api.partner.test/x';
const SECRET = 's3cret/of the+test=';
const DATE = 'Tue, 03 Mar 2026 08:30:00 GMT';
/** Made with openssl, as in the test of signatures. */
const OF_DATE = 'ZKUdmBKaYyd8woakstBeVi5vq9wf4TlTCYLtX3YSLNNoDywo6DaTIPKufTm4xea1p0poeE634FL2UWjpeim37g%3D%3D';
const OF_TARGET = 'k2lAQlFOxmfUEAW0JYbUDGJlDpugs2fw8tMxoXYfa9XlLxMSD%2BNFAiC6z5d5R%2BiyRrOg8nqVgJ3Mhku2RXbgAg%3D%3D';

function entered(change: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
	return { environment: 'custom', baseUrl: `${BASE}/`, apiKey: 'key-1', apiSecret: `${SECRET}\n`, partnerCode: 'ABCDE', algorithm: 'sha512', signedParts: 'date', ...change };
}

function hooksAt(clock = new Clock(Date.parse('2026-03-03T08:30:00.000Z'))) {
	return signatureHooks(xCoverSignatureFlow, clock.now);
}

async function signed(request: Partial<HostRequest>, credentials = entered(), hooks = hooksAt()): Promise<HostRequest> {
	return (await authenticateOf(hooks)(credentials, request as IHttpRequestOptions)) as HostRequest;
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
	return await promise.then(
		() => {
			throw new Error('It did not fail');
		},
		(error: Failure) => error,
	);
}

describe('a request that is signed', () => {
	it('carries key, date and signature, and goes to the API', async () => {
		expect(await signed({ method: 'GET', url: '/partners/{partner_code}/bookings/', headers: { Accept: 'application/json' } })).toMatchObject({
			baseURL: BASE,
			url: '/partners/ABCDE/bookings/',
			headers: { Accept: 'application/json', 'X-Api-Key': 'key-1', Date: DATE, Authorization: `Signature keyId="key-1",algorithm="hmac-sha512",signature="${OF_DATE}"` },
		});
	});

	it.each<[string, Partial<HostRequest>]>([
		['a relative url', { method: 'POST', url: '/partners/{partner_code}/offers/' }],
		['a relative url without a slash', { method: 'POST', url: 'partners/{partner_code}/offers/' }],
		['an absolute url', { method: 'POST', url: `${BASE}/partners/{partner_code}/offers/` }],
		['an absolute uri, as the HTTP Request node has it', { method: 'POST', uri: `${BASE}/partners/{partner_code}/offers/` }],
		['a query in the address, which is not signed', { method: 'POST', url: '/partners/ABCDE/offers/?active_only=true' }],
		['a query of its own, which is not signed', { method: 'POST', url: '/partners/ABCDE/offers/', qs: { active_only: true } }],
	])('is signed with method and path, base path included, where that is chosen: %s', async (_name, request) => {
		expect((await signed(request, entered({ signedParts: 'target' }))).headers?.Authorization).toBe(
			`Signature keyId="key-1",algorithm="hmac-sha512",headers="(request-target) date",signature="${OF_TARGET}"`,
		);
	});

	it('is signed anew, with the time of then, each time it is handed over', async () => {
		const clock = new Clock(Date.parse('2026-03-03T08:30:00.000Z'));
		const hooks = hooksAt(clock);
		const request: Partial<HostRequest> = { method: 'GET', url: '/a' };
		const first = { ...(await signed(request, entered(), hooks)).headers };
		clock.passSeconds(61);
		const second = (await signed(request, entered(), hooks)).headers;
		expect([first.Date, second?.Date]).toEqual([DATE, 'Tue, 03 Mar 2026 08:31:01 GMT']);
		expect(second?.Authorization).not.toBe(first.Authorization);
		expect(Object.keys(second ?? {})).toEqual(['X-Api-Key', 'Date', 'Authorization']);
	});

	it('carries none of these headers twice, however the request spells its own', async () => {
		const { headers } = await signed({ url: '/a', headers: { authorization: 'mine', DATE: 'yesterday', 'x-API-key': 'other', 'X-Idempotency-Key': 'k' } });
		expect(Object.keys(headers ?? {})).toEqual(['X-Idempotency-Key', 'X-Api-Key', 'Date', 'Authorization']);
		expect(headers?.Date).toBe(DATE);
	});

	it.each<[string, Partial<HostRequest>]>([
		['another host', { url: 'https://api.partner.test.evil.example/x/partners/' }],
		['another host in the older shape', { uri: 'https://evil.example/x' }],
		['another port', { url: 'https://api.partner.test:8443/x' }],
		['another scheme', { url: 'http://api.partner.test/x' }],
		['another base', { url: '/a', baseURL: 'https://evil.example' }],
		['an address that parsers read differently', { url: '//evil.example/x' }],
		['a name before the host', { url: 'https://api.partner.test@evil.example/x' }],
	])('is not signed and not sent to %s', async (_name, request) => {
		const credentials = entered();
		const failure = await failureOf(signed(request, credentials));
		expect(failure).toMatchObject({ kind: 'configuration', message: 'This credential is for XCover at api.partner.test, and its signature is sent nowhere else' });
		expect(request.headers).toBeUndefined();
		expect(whyNoToken(credentials)).toBe(failure);
	});

	it('follows no redirect, in the words of either shape', async () => {
		expect(await signed({ url: '/a' })).toMatchObject({ disableFollowRedirect: true, followRedirect: false, followAllRedirects: false, maxRedirects: 0, sendCredentialsOnCrossOriginRedirect: false });
	});

	it.each<[string, ICredentialDataDecryptedObject, Partial<HostRequest>, string]>([
		['the key', { apiKey: ' ' }, {}, 'API Key of the credential is empty'],
		['the secret', { apiSecret: '' }, {}, 'API Secret of the credential is empty'],
		['the partner code that the address asks for', { partnerCode: '' }, { url: '/partners/{partner_code}/bookings/' }, 'Partner Code of the credential is empty'],
		['the address', { baseUrl: 'api.partner.test' }, {}, 'The credential has no valid base URL'],
		['an environment that is known', { environment: 'moon' }, {}, 'The credential has no valid base URL'],
		['a key that a header can carry', { apiKey: 'a"b' }, {}, 'API Key of the credential has a character that no header can carry, such as a blank, a quotation mark or a letter beyond ASCII'],
	])('is not sent where the credential lacks %s', async (_name, change, request, message) => {
		const failure = await failureOf(signed({ url: '/a', ...request }, entered(change)));
		expect(failure).toMatchObject({ kind: 'configuration', message });
		expect(JSON.stringify(failure)).not.toContain(SECRET);
	});

	it('needs no partner code where the address does not ask for it, and encodes it where it does', async () => {
		expect((await signed({ url: '/a' }, entered({ partnerCode: '' }))).url).toBe('/a');
		expect((await signed({ uri: `${BASE}/{partner_code}/b` }, entered({ partnerCode: 'A/../B' }))).uri).toBe(`${BASE}/A%2F..%2FB/b`);
	});

	it.each([['sha999'], [''], [undefined]])('is signed with SHA-512 where %p is entered as algorithm', async (algorithm) => {
		expect((await signed({ url: '/a' }, entered({ algorithm: algorithm as string }))).headers?.Authorization).toContain(OF_DATE);
	});

	it('is known to have been signed, and its signature for a secret; no answer asks for another one', async () => {
		const credentials = entered();
		const request = await signed({ url: '/a' }, credentials);
		expect(gotToken(request)).toBe(true);
		expect(noteAnswer(request, 401)).toBe(false);
		expect(tokensSent(credentials)).toContain(decodeURIComponent(OF_DATE));
	});

	it('is not signed once nobody waits for it any more', async () => {
		const request = { url: '/a' } as IHttpRequestOptions;
		giveUp(request);
		await expect(signed(request)).rejects.toThrow('The request was given up');
		expect(request.headers).toBeUndefined();
	});

	it('costs n8n nothing before it is sent', async () => {
		const httpRequest = jest.fn();
		const helpers = { httpRequest } as unknown as IHttpRequestHelper['helpers'];
		expect(await hooksAt().preAuthentication.call({ helpers }, entered())).toEqual({});
		expect(httpRequest).not.toHaveBeenCalled();
	});
});
