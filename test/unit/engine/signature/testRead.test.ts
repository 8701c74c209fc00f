import type { ICredentialDataDecryptedObject, IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';

import { xCoverSignatureFlow } from '../../../../credentials/XCoverSignatureApi.credentials';
import { isFailure, type Failure, type FailureKind } from '../../../../engine/failure';
import { signatureHooks } from '../../../../engine/signature/hooks';
import { testRequest } from '../../../../engine/signature/testRead';
import { Clock } from '../../../support/partner/partner';
import { authenticateOf } from '../../../support/tokens/hookHost';
import { streamOf } from '../../../support/partner/openAnswers';

const NOW = '2026-03-03T08:30:00.000Z';
const KEY = 'key-that-is-not-shown';
const SECRET = 'secret-that-is-not-shown';
const AUTH_ERROR = { type: 'auth_error', message: 'Signature is not valid' };

interface Answer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
}

/** n8n, as it tests a credential: it sends the request of the test, asks the credential once after a 401, and sends it again. */
class Test {
	readonly sent: IHttpRequestOptions[] = [];
	readonly clock = new Clock(Date.parse(NOW));
	readonly credentials: ICredentialDataDecryptedObject;

	constructor(
		private readonly answer: (request: IHttpRequestOptions) => Answer,
		change: ICredentialDataDecryptedObject = {},
	) {
		this.credentials = { environment: 'staging', apiKey: KEY, apiSecret: SECRET, partnerCode: 'ABCDE', algorithm: 'sha512', signedParts: 'date', ...change };
	}

	async run(): Promise<'OK' | Failure> {
		const hooks = signatureHooks(xCoverSignatureFlow, this.clock.now);
		const helpers = {
			httpRequest: async (request: IHttpRequestOptions) => {
				this.sent.push(request);
				const { status, body = '', headers = {} } = await Promise.resolve(request).then(this.answer);
				return { statusCode: status, headers: { date: new Date(NOW).toUTCString(), ...headers }, body };
			},
		} as unknown as IHttpRequestHelper['helpers'];
		const request = structuredClone(testRequest(xCoverSignatureFlow).request) as IHttpRequestOptions;
		try {
			await hooks.preAuthentication.call({ helpers }, this.credentials);
			const first: unknown = await authenticateOf(hooks)(this.credentials, request).catch((error: unknown) => error);
			expect(first).toMatchObject({ response: { status: 401 } });
			expect(this.sent).toEqual([]);
			await hooks.preAuthentication.call({ helpers }, this.credentials);
			await helpers.httpRequest(await authenticateOf(hooks)(this.credentials, request));
			return 'OK';
		} catch (error) {
			if (!isFailure(error)) throw error;
			for (const words of [error.message, JSON.stringify(error), error.stack]) expect(words).not.toMatch(/not-shown|[\w%+/]{60}/);
			return error;
		}
	}
}

async function told(answer: Answer | Error, change?: ICredentialDataDecryptedObject): Promise<{ kind: FailureKind; message: string }> {
	const outcome = await new Test(() => {
		if (answer instanceof Error) throw answer;
		return answer;
	}, change).run();
	if (outcome === 'OK') throw new Error('The test succeeded');
	return { kind: outcome.kind, message: outcome.message };
}

const LIST = { count: 0, next: null, previous: null, results: [] };
const ahead = (seconds: number) => ({ date: new Date(Date.parse(NOW) + seconds * 1000).toUTCString() });

describe('the test of a credential that signs', () => {
	it.each<[string, unknown]>([
		['a list', LIST],
		['a list that is on its way', streamOf(JSON.stringify(LIST))],
		['a list in another form', [LIST]],
		['a list that is too long to be read', streamOf(`[${'"booking",'.repeat(200_000)}`)],
	])('succeeds with %s, read once by the credential and once by n8n, both signed', async (_name, body) => {
		const test = new Test(() => ({ status: 200, body }));
		expect(await test.run()).toBe('OK');
		expect(test.sent.map(({ method, url, baseURL, qs, headers }) => ({ method, url, baseURL, qs, names: Object.keys(headers ?? {}) }))).toEqual(
			[['Accept'], []].map((own) => ({ method: 'GET', url: '/partners/ABCDE/bookings/', baseURL: 'https://api.xcover-staging.com/xcover', qs: { limit: 1 }, names: [...own, 'X-Api-Key', 'Date', 'Authorization'] })),
		);
	});

	it('does not fail because the second read came too soon', async () => {
		let call = 0;
		const test = new Test(() => ((call += 1) === 1 ? { status: 200, body: LIST } : { status: 429 }));
		expect(await test.run()).toBe('OK');
		expect(test.sent.map(({ ignoreHttpStatusErrors }) => ignoreHttpStatusErrors)).toEqual([true, true]);
	});

	it.each<[string, Answer]>([
		['403 and auth_error', { status: 403, body: AUTH_ERROR }],
		['403 and auth_error, on its way', { status: 403, body: streamOf(JSON.stringify(AUTH_ERROR)) }],
		['401', { status: 401, body: AUTH_ERROR }],
	])('tells key or secret that are wrong by %s, and that it is not the clock', async (_name, answer) => {
		expect(await told(answer)).toEqual({
			kind: 'authentication',
			message:
				`API call: XCover did not accept the key or the signature of the request (${answer.status}): Signature is not valid. Check API Key and API Secret, and that they belong to this environment and partner code. ` +
				'If they are right, try another Algorithm, or the other choice of Signed Parts, in the credential; else ask Cover Genius. The clock of this n8n agrees with that of XCover.',
		});
	});

	it.each<[number, string]>([
		[-31, '31 seconds ahead of'],
		[45, '45 seconds behind'],
		[-600, '10 minutes ahead of'],
		[600, '10 minutes behind'],
		[-2 * 3600, '2 hours ahead of'],
		[365 * 24 * 3600, '365 days behind'],
	])('tells a clock that is off: that of the partner is ahead by %d seconds', async (seconds, off) => {
		const { kind, message } = await told({ status: 403, body: AUTH_ERROR, headers: ahead(seconds) });
		expect(kind).toBe('authentication');
		expect(message).toContain(`(403): Signature is not valid. The clock of this n8n is ${off} that of XCover. Set the clock of the machine that this n8n runs on: the time is a part of the signature. If it is refused after that, too: Check API Key`);
	});

	it.each([[ahead(-29)], [ahead(29)]])('blames no clock for less than half a minute: %j', async (headers) => {
		expect((await told({ status: 403, body: AUTH_ERROR, headers })).message).toMatch(/else ask Cover Genius\. The clock of this n8n agrees with that of XCover\.$/);
	});

	it.each([[{ date: '' }], [{ date: 'soon' }]])('says nothing of the clock where the answer does not tell the time: %j', async (headers) => {
		expect((await told({ status: 403, body: AUTH_ERROR, headers })).message).toMatch(/else ask Cover Genius\.$/);
	});

	it.each([-20, 0, 60, 80])('reckons the time that the answer took to nobody: it came after a minute, and is dated %d seconds after the request', async (seconds) => {
		const test = new Test(() => {
			test.clock.passSeconds(60);
			return { status: 403, body: AUTH_ERROR, headers: ahead(seconds) };
		});
		expect(await test.run()).toMatchObject({ message: expect.stringContaining('The clock of this n8n agrees') as string });
	});

	it.each<[string, Error]>([
		['n8n waited in vain', Object.assign(new Error(`timeout of 15000ms exceeded ${SECRET}`), { code: 'ECONNABORTED' })],
		['the machine waited in vain', Object.assign(new Error('read ETIMEDOUT'), { code: 'ETIMEDOUT', syscall: 'read' })],
	])('tells a host that did not refuse the connection and then stayed silent, and what to ask for: %s', async (_name, error) => {
		expect(await told(error)).toEqual({
			kind: 'outage',
			message:
				'API call: XCover at api.xcover-staging.com did not answer within 15 s. The connection was not refused, and then nothing came. Staging of XCover does so with addresses that it does not know: ' +
				'ask Cover Genius to allow the address from which this n8n goes out. If it is allowed, look for a firewall or proxy on the way.',
		});
	});

	it('tells a connection that broke, and what to ask for', async () => {
		expect((await told(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }))).message).toMatch(
			/^API call: The connection to XCover at api\.xcover-staging\.com broke before an answer came\. Staging of XCover does so/,
		);
	});

	it.each<[string, object]>([
		['no such name', { code: 'ENOTFOUND' }],
		['nobody there', { code: 'ECONNREFUSED' }],
		['no way there', { code: 'ETIMEDOUT', syscall: 'connect' }],
		['a certificate of somebody else', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
	])('tells a host that was not reached, and asks nobody to be allowed: %s', async (_name, fault) => {
		expect(await told(Object.assign(new Error(`no ${KEY}`), fault), { environment: 'custom', baseUrl: 'https://xcover.example:8443/x' })).toEqual({
			kind: 'outage',
			message:
				'API call: XCover at xcover.example:8443 could not be reached. Check the environment or base URL of the credential, and whether this n8n can reach that host (DNS, proxy, firewall, certificate).',
		});
	});

	it.each<[Answer, FailureKind, string]>([
		[{ status: 403, body: { type: 'permission_error', message: 'Not yours' } }, 'permission', 'XCover does not allow this (403): Not yours. Ask Cover Genius whether this API key may use this call for this partner code.'],
		[{ status: 404, body: { type: 'api_error', message: 'Partner does not exist' } }, 'notFound', 'XCover does not know what was asked for (404): Partner does not exist. Check Partner Code, and Environment or Base URL.'],
		[{ status: 404, body: '<html>Not Found</html>' }, 'notFound', 'XCover or something before it knows no such address (404): Not Found. Check Partner Code, and Environment or Base URL.'],
		[{ status: 422, body: { message: 'An API error occurred.' } }, 'validation', 'XCover refused the request (422): An API error occurred. Check Partner Code, and Environment or Base URL.'],
		[{ status: 429, body: { message: 'Request was throttled.' } }, 'rateLimit', 'XCover asks for fewer requests (429): Request was throttled. This says nothing of the credential. Test it again in a minute.'],
		[{ status: 302 }, 'configuration', 'XCover answered with a redirect (302). The base URL of the credential is not the address of the API. Enter the address that the partner documents.'],
		[{ status: 503 }, 'outage', 'XCover could not handle the request (503). The trouble is on the side of XCover. Try again in a few minutes.'],
		[{ status: 200, body: '<html>Welcome</html>' }, 'configuration', 'The address answered, but not as the API of XCover does: what came is no JSON. Check Environment or Base URL of the credential.'],
		[{ status: 200, body: { message: 'Welcome' } }, 'configuration', 'The address answered, but not as the API of XCover does: what came is no list of bookings. Check Environment or Base URL of the credential.'],
		[{ status: 200, body: { ...AUTH_ERROR } }, 'configuration', 'The address answered, but not as the API of XCover does: what came is no list of bookings. Check Environment or Base URL of the credential.'],
		[{ status: 204 }, 'configuration', 'The address answered, but not as the API of XCover does: what came is no JSON. Check Environment or Base URL of the credential.'],
	])('tells %j as what it is', async (answer, kind, message) => {
		expect(await told(answer)).toEqual({ kind, message: `API call: ${message}` });
	});

	it.each<[ICredentialDataDecryptedObject, string]>([
		[{ apiSecret: '' }, 'API Secret of the credential is empty. Enter API Secret.'],
		[{ partnerCode: '' }, 'Partner Code of the credential is empty. Enter Partner Code.'],
		[{ environment: 'custom', baseUrl: '' }, 'The credential has no valid base URL. Choose an environment'],
	])('sends nothing with %j, and says what is missing', async (change, words) => {
		const test = new Test(() => ({ status: 200, body: LIST }), change);
		expect(await test.run()).toMatchObject({ kind: 'configuration', message: expect.stringContaining(`API call: ${words}`) as string });
		expect(test.sent).toEqual([]);
	});

	it('shows nothing of key, secret and signature that the partner echoes', async () => {
		const outcome = await new Test(({ headers }) => ({ status: 403, body: { type: 'auth_error', message: `${SECRET} ${JSON.stringify(headers)} ${decodeURIComponent(String(headers?.Authorization))}` } })).run();
		expect(outcome).toMatchObject({ kind: 'authentication', message: expect.stringContaining('[hidden]') as string });
	});

	it('never says yes where n8n does not let the credential send its own read', async () => {
		const hooks = signatureHooks(xCoverSignatureFlow);
		const request = structuredClone(testRequest(xCoverSignatureFlow).request) as IHttpRequestOptions;
		const { credentials } = new Test(() => ({ status: 200 }));
		for (let at = 0; at < 3; at += 1) await expect(authenticateOf(hooks)(credentials, request)).rejects.toThrow('The credential was not tested');
	});
});
