import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { SrsSipsApi } from '../../../credentials/SrsSipsApi.credentials';
import { SuApi, suTokenFlow } from '../../../credentials/SuApi.credentials';
import { TradevestApi, tradevestTokenFlow } from '../../../credentials/TradevestApi.credentials';
import { XCoverElementsApi, xCoverElementsTokenFlow } from '../../../credentials/XCoverElementsApi.credentials';
import { XCoverSignatureApi } from '../../../credentials/XCoverSignatureApi.credentials';
import type { HostRequest } from '../../../engine/token/apiUrl';
import { claimsOf } from '../../../engine/token/jwt';
import { PARTNERS } from '../../support/tokens/partnerUnderTest';

function failureOf(step: () => unknown): { kind?: string; message: string } {
	try {
		step();
	} catch (error) {
		return error as { kind?: string; message: string };
	}
	throw new Error('It did not fail');
}

const names = (type: { properties: Array<{ name: string }> }) => type.properties.map(({ name }) => name);
const HIDDEN = ['accessTokenCheck', 'fieldsWithoutExpression'];

describe('every credential type', () => {
	const types = [new SuApi(), new TradevestApi(), new XCoverElementsApi(), new XCoverSignatureApi()];

	it('has the fields that workflows depend on, two hidden ones, and none in which a token could be kept', () => {
		const [su, tradevest, xCover] = types.map((type) => names(type).sort());
		expect(su).toEqual([...HIDDEN, 'baseUrl', 'clientSecret', 'domain', 'environment'].sort());
		expect(tradevest).toEqual(
			[...HIDDEN, 'authBaseUrl', 'authEndpoint', 'baseUrl', 'clientId', 'clientSecret', 'environment', 'requestorId', 'scope'].sort(),
		);
		expect(xCover).toEqual([...HIDDEN, 'accountType', 'baseUrl', 'clientId', 'clientSecret', 'partnerId'].sort());
	});

	it('names all fields that a person fills in where it asks which hold no expression', () => {
		for (const { properties } of [new SrsSipsApi(), ...types]) {
			const entered = properties.filter(({ type }) => type !== 'hidden').map(({ name }) => name);
			const asked = String(properties.find(({ name }) => name === 'fieldsWithoutExpression')?.default);
			expect(asked).toContain(JSON.stringify([...entered, 'allowedHttpRequestDomains', 'allowedDomains']));
		}
	});

	it('masks the secret, and describes every field a person sees', () => {
		for (const { properties } of types) {
			for (const { name, type, typeOptions, description } of properties) {
				if (/secret/i.test(name)) expect(typeOptions).toMatchObject({ password: true });
				if (type !== 'hidden') expect(description).toMatch(/\S/);
			}
		}
	});

	it('shows in the HTTP Request node, has a test, a documentation link and an icon for light and dark', () => {
		for (const type of types) {
			expect(type.httpRequestNode.name).toMatch(/\S/);
			expect(type.test.request.url).toMatch(/^\//);
			expect(type.documentationUrl).toMatch(/^https:\/\//);
			expect(type.icon).toMatchObject({ light: expect.stringMatching(/^file:/) as string, dark: expect.stringMatching(/dark\.svg$/) as string });
		}
	});
});

describe.each(PARTNERS.map((partner) => ({ credentialType: partner.credentialType, partner })))('the identity of $credentialType', ({ partner }) => {
	const { flow } = partner;
	const data = partner.credentialData({ url: 'https://api.partner.test', client: { clientId: 'Y2xpZW50', clientSecret: 'secret' } });

	it('is another one with every change that makes another token request, or sends it elsewhere', () => {
		const seen = Object.keys(data).filter((name) => {
			const changed = { ...data, [name]: OTHER[name] ?? `https://other-${name}.test` };
			const before = [flow.tokenRequests(data), flow.apiBaseUrl(data)];
			if (JSON.stringify([flow.tokenRequests(changed), flow.apiBaseUrl(changed)]) === JSON.stringify(before)) return false;
			expect(flow.identity(changed)).not.toEqual(flow.identity(data));
			return true;
		});
		expect(seen).toEqual(expect.arrayContaining(Object.values(partner.fields)));
	});
});

/** Values that a field offers, in the place of those of the sandbox. */
const OTHER: Readonly<Record<string, string>> = { environment: 'production', authRequestFormat: 'json', authEndpoint: 'connect', accountType: 'live' };

describe('the token flow of XCover Elements', () => {
	const data = { baseUrl: 'https://api.xone.xcover.com/', clientId: 'id', clientSecret: 'secret' };
	const jwt = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
	const filled = (request: Partial<HostRequest>, token: string, more: ICredentialDataDecryptedObject = {}) => {
		const whole = { ...request } as HostRequest;
		xCoverElementsTokenFlow.complete?.(whole, { ...data, ...more }, token);
		return whole.url ?? whole.uri;
	};

	it('asks with JSON', () => {
		expect(xCoverElementsTokenFlow.tokenRequests(data)).toEqual([
			{
				method: 'POST',
				url: 'https://api.xone.xcover.com/api/oauth/token',
				headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
				body: { grant_type: 'client_credentials', client_id: 'id', client_secret: 'secret' },
			},
		]);
	});

	it('fills the partner id into an address, from the credential or else from the token', () => {
		const url = '/api/partners/{partner_id}/bookings';
		expect(filled({ url }, jwt({ partner_id: 'p-1' }))).toBe('/api/partners/p-1/bookings');
		expect(filled({ uri: url }, jwt({ partner_id: 'p-1' }), { partnerId: 'mine/../x' })).toBe('/api/partners/mine%2F..%2Fx/bookings');
		expect(filled({ url: '/other' }, 'no JWT')).toBe('/other');
	});

	it.each([['no JWT'], ['a.b.c'], [jwt({})], [jwt([1])], [jwt({ partner_id: 7 })]])('says so where the token %p does not tell the partner id', (token) => {
		expect(failureOf(() => filled({ url: '/{partner_id}' }, token))).toMatchObject({ kind: 'configuration' });
	});

	describe('with the claim is_test', () => {
		const read = (claims: object, chosen: ICredentialDataDecryptedObject) =>
			xCoverElementsTokenFlow.readAnswer({ access_token: jwt(claims), expires_in: 3600 }, { ...data, ...chosen });

		it.each<[object, ICredentialDataDecryptedObject]>([
			[{ is_test: true }, { accountType: 'test' }],
			[{ is_test: true }, {}],
			[{ is_test: false }, { accountType: 'live' }],
			[{ is_test: false }, { accountType: ' live\n' }],
		])('takes a token that says %j where %j is chosen', (claims, chosen) => {
			expect(read(claims, chosen)).toEqual({ token: jwt(claims), lifeSeconds: 3600 });
		});

		it.each<[object, ICredentialDataDecryptedObject, string]>([
			[{ is_test: false }, { accountType: 'test' }, 'a live account (is_test false): bookings are real. Choose Live'],
			[{ is_test: false }, {}, 'a live account (is_test false): bookings are real. Choose Live'],
			[{ is_test: false }, { accountType: 'LIVE!' }, 'a live account (is_test false): bookings are real. Choose Live'],
			[{ is_test: true }, { accountType: 'live' }, 'a test account (is_test true): bookings are not real. Choose Test'],
		])('refuses a token that says %j where %j is chosen, without showing it', (claims, chosen, words) => {
			const failure = failureOf(() => read(claims, chosen));
			expect(failure.kind).toBe('configuration');
			expect(failure.message).toBe(`XCover says that this client id belongs to ${words} in the field Account if that is meant`);
			expect(JSON.stringify(failure)).not.toContain(jwt(claims));
		});

		it.each([[{}], [{ is_test: null }], [{ is_test: 'false' }], [{ is_test: 0 }]])('takes a token that says %j: nobody knows what that means', (claims) => {
			for (const accountType of ['test', 'live']) expect(read(claims, { accountType }).token).toBe(jwt(claims));
		});

		it('asks for a new token when another account is chosen', () => {
			const identity = (chosen: ICredentialDataDecryptedObject) => xCoverElementsTokenFlow.identity({ ...data, ...chosen });
			expect(identity({ accountType: 'test' })).toEqual(identity({}));
			expect(identity({ accountType: 'live' })).not.toEqual(identity({}));
		});
	});

	it('reads claims as they are, and none where there are none', () => {
		expect(claimsOf(jwt({ is_test: true }))).toEqual({ is_test: true });
		expect(claimsOf('')).toEqual({});
	});
});

describe('the token flow of Tradevest', () => {
	const data = { environment: 'test', clientId: 'id', clientSecret: 'a b&c', requestorId: 'person-1', authEndpoint: 'oauth2', scope: '' };
	const sent = (method: string, url: string, headers: Record<string, string> = {}) => {
		const request = { method, url, headers } as HostRequest;
		tradevestTokenFlow.complete?.(request, data, 'token');
		return request.headers;
	};

	it.each([
		['production', 'https://b2b.auth.platform-prod.tradevest.ai', 'https://tvda-api.platform-prod.tradevest.ai'],
		['pretest', 'https://b2b.auth.platform-pretest.tradevest.ai', 'https://tvda-api.platform-pretest.tradevest.ai'],
		['test', 'https://b2b.auth.platform-test.tradevest.ai', 'https://tvda-api.platform-test.tradevest.ai'],
	])('of %s has an auth host and an API host', (environment, auth, api) => {
		expect(tradevestTokenFlow.tokenRequests({ ...data, environment })[0]?.url).toBe(`${auth}/oauth2/token`);
		expect(tradevestTokenFlow.apiBaseUrl({ ...data, environment })).toBe(api);
	});

	it('asks with a form, at the path and with the scope that were chosen', () => {
		const [request] = tradevestTokenFlow.tokenRequests({ ...data, authEndpoint: 'connect', scope: 'tradevest.api' });
		expect(request).toMatchObject({
			method: 'POST',
			url: 'https://b2b.auth.platform-test.tradevest.ai/connect/token',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: 'grant_type=client_credentials&client_id=id&client_secret=a+b%26c&scope=tradevest.api',
		});
		expect(tradevestTokenFlow.tokenRequests(data)[0]?.body).not.toContain('scope');
	});

	it('says who acts with every command and read', () => {
		expect(sent('POST', '/roles/customers')).toEqual({ 'Requestor-ID': 'person-1' });
		expect(sent('PATCH', '/entities/natural-persons/7')).toEqual({ 'Requestor-ID': 'person-1' });
		expect(sent('GET', '/entities/natural-persons')).toEqual({ 'Requestor-ID': 'person-1' });
	});

	it.each([['/entities/natural-persons'], ['/natural-persons-wizard?x=1'], ['https://tvda-api.platform-test.tradevest.ai/entities/legal-entities/'], ['/customers/vendor/prepare/legal-entities/9']])(
		'does not where %s makes a person or legal entity',
		(url) => expect(sent('POST', url)).toEqual({}),
	);

	it('leaves a requestor alone that the request names itself', () => {
		expect(sent('POST', '/roles/customers', { 'requestor-id': 'another' })).toEqual({ 'requestor-id': 'another' });
	});
});

describe('the token flow of Su', () => {
	const data = { environment: 'sandbox', domain: 'pms.example.com', clientSecret: 'secret' };
	const answer = (token: string) => ({ success: true, data: { token_type: 'Bearer', token, expire_in: '3600' }, message: 'ok' });

	it('asks with the domain in Base64 and the secret as headers', () => {
		expect(suTokenFlow.tokenRequests(data)).toEqual([
			{
				method: 'GET',
				url: 'https://connect-sandbox.su-api.com/SUAPI/jservice/auth/generate-access-token',
				headers: { Accept: 'application/json', 'client-id': 'cG1zLmV4YW1wbGUuY29t', 'client-secret': 'secret' },
			},
		]);
	});

	it('reads the answer in either spelling, the life as text', () => {
		expect(suTokenFlow.readAnswer(answer('sandbox_abc'), data)).toEqual({ token: 'sandbox_abc', lifeSeconds: 3600 });
		const newer = { Status: 'Success', Data: { token: 'sandbox_abc', expire_in: '60' }, Message: 'ok' };
		expect(suTokenFlow.readAnswer(newer, data)).toEqual({ token: 'sandbox_abc', lifeSeconds: 60 });
	});

	it.each([
		['sandbox', 'live_secret-token', 'production'],
		['production', 'sandbox_secret-token', 'sandbox'],
	])('refuses in %s a token of the other environment, without showing it', (environment, token, other) => {
		const failure = failureOf(() => suTokenFlow.readAnswer(answer(token), { ...data, environment }));
		expect(failure).toMatchObject({ kind: 'configuration', message: `Su handed out a token for ${other}, not for this environment` });
		expect(JSON.stringify(failure)).not.toContain('secret-token');
	});

	it('takes any token at an address of one’s own', () => {
		expect(suTokenFlow.readAnswer(answer('live_x'), { ...data, environment: 'custom', baseUrl: 'http://127.0.0.1:4011' }).token).toBe('live_x');
	});

	it.each([[{}], [{ data: null }], [{ data: { token: '' } }], [[]], ['<html>'], [{ Status: 'Fail', Errors: [] }]])('does not take %p for an answer', (body) => {
		expect(failureOf(() => suTokenFlow.readAnswer(body, data))).toMatchObject({ kind: 'brokenAnswer' });
	});
});
