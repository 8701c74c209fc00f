import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Failure } from '../../../../engine/failure';
import { giveUp } from '../../../../engine/token/sentTokens';
import { authenticateOf, everyWordOf, failureIn, HookHost, LINES } from '../../../support/tokens/hookHost';
import { API, entered, SECRET, testFlow } from '../../../support/partner/partner';

const GET = (): IHttpRequestOptions => ({ method: 'GET', url: '/things' });

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
	return failureIn(await errorOf(promise));
}

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
	return await promise.then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error,
	);
}

/** A process that has fetched `token-1`, which lives an hour, so long ago. */
async function hostWithToken(ageSeconds: number): Promise<HookHost> {
	const host = new HookHost(entered());
	await host.httpRequestWithAuthentication(GET());
	host.clock.passSeconds(ageSeconds);
	host.partner.requests.length = 0;
	host.partner.tokenCalls.length = 0;
	host.partner.onToken = (call) => host.partner.newToken(`token-${call + 1}`);
	return host;
}

const tokensSentBy = ({ partner }: HookHost): string[] => [...new Set(partner.requests.map(({ token }) => String(token)))];

const times = <T>(count: number, work: () => T): T[] => Array.from({ length: count }, work);

describe('a request of a node of ours, as the host drives the hooks', () => {
	it('costs one token call for 100 parallel items that have no token', async () => {
		const host = new HookHost(entered());
		await Promise.all(times(100, () => host.httpRequestWithAuthentication(GET())));
		expect(host.partner.tokenCalls).toHaveLength(1);
		expect(host.partner.requests.map(({ token }) => token)).toEqual(times(100, () => 'token-1'));
	});

	it('costs no token call where a good token of the same identity is at hand', async () => {
		const host = await hostWithToken(60);
		await Promise.all(times(20, () => host.httpRequestWithAuthentication(GET())));
		expect(host.partner.tokenCalls).toHaveLength(0);
		expect(tokensSentBy(host)).toEqual(['token-1']);
	});

	it('renews a token past its margin with one call and sends nothing with the old one', async () => {
		const host = await hostWithToken(3400);
		await Promise.all(times(100, () => host.httpRequestWithAuthentication(GET())));
		expect(host.partner.tokenCalls).toHaveLength(1);
		expect(tokensSentBy(host)).toEqual(['token-2']);
	});

	it('recovers from a revoked token with one call, however many requests were refused', async () => {
		const host = await hostWithToken(600);
		host.partner.revokeAll();
		await Promise.all(times(50, () => host.httpRequestWithAuthentication(GET())));
		expect(host.partner.tokenCalls).toHaveLength(1);
		expect(host.partner.requests.filter(({ token }) => token === 'token-2')).toHaveLength(50);
	});

	it('never sends the old token after the secret was edited', async () => {
		const host = new HookHost(entered());
		await host.httpRequestWithAuthentication(GET());
		host.stored = { ...host.stored, clientSecret: 'another-secret' };
		await host.httpRequestWithAuthentication(GET());
		expect(host.partner.requests.map(({ token }) => token)).toEqual(['token-1', 'token-2']);
	});

	it('sends nothing after the secret was edited to a wrong one', async () => {
		const host = new HookHost(entered());
		await host.httpRequestWithAuthentication(GET());
		host.stored = { ...host.stored, clientSecret: 'wrong-secret' };
		host.partner.onToken = () => ({ status: 401, body: { error: 'invalid_client' } });
		const failure = await failureOf(host.httpRequestWithAuthentication(GET()));
		expect(failure.kind).toBe('authentication');
		expect(host.partner.requests).toHaveLength(1);
	});

	it('costs one token call for 100 items with a wrong secret, and shows it to none', async () => {
		const host = new HookHost(entered());
		host.partner.onToken = () => ({ status: 401, body: { message: `client secret ${SECRET} is wrong` } });
		const errors = await Promise.all(times(100, () => errorOf(host.httpRequestWithAuthentication(GET()))));
		expect(host.partner.tokenCalls).toHaveLength(1);
		expect(host.partner.requests).toHaveLength(0);
		for (const error of errors) {
			expect(failureIn(error).kind).toBe('authentication');
			expect(everyWordOf(error)).not.toContain(SECRET);
		}
	});

	it('costs one token call for 100 items one after the other with a wrong secret', async () => {
		const host = new HookHost(entered());
		host.partner.onToken = () => ({ status: 401, body: { error: 'invalid_client' } });
		for (const item of times(100, GET)) {
			expect((await failureOf(host.httpRequestWithAuthentication(item))).kind).toBe('authentication');
		}
		expect(host.partner.tokenCalls).toHaveLength(1);
	});

	it('goes on with a token past its margin while the partner cannot renew it', async () => {
		const host = new HookHost(entered());
		await host.httpRequestWithAuthentication(GET());
		host.clock.passSeconds(3400);
		host.partner.onToken = () => ({ status: 503 });
		await Promise.all(times(10, () => host.httpRequestWithAuthentication(GET())));
		expect(host.partner.tokenCalls).toHaveLength(2);
		expect(host.partner.requests).toHaveLength(11);
	});

	it('goes on with that token also where all requests share one credentials object', async () => {
		const host = new HookHost(entered());
		const shared = host.getCredentials();
		await host.httpRequestWithAuthentication(GET(), shared);
		host.clock.passSeconds(3400);
		host.partner.onToken = () => ({ status: 503 });
		await host.httpRequestWithAuthentication(GET(), shared);
		expect(host.partner.requests.map(({ token }) => token)).toEqual(['token-1', 'token-1']);
	});

	it('costs one token call in each process, whose tokens are good side by side', async () => {
		const host = new HookHost(entered());
		const processes = [host, host.otherProcess()];
		for (const each of [...processes, ...processes]) await each.httpRequestWithAuthentication(GET());
		expect(host.partner.tokenCalls).toHaveLength(2);
		expect(host.partner.requests.map(({ token }) => token)).toEqual(['token-1', 'token-2', 'token-1', 'token-2']);
	});

	it('stops asking where the API refuses every token that it was given', async () => {
		const host = new HookHost(entered());
		host.partner.onToken = (call) => ({ status: 200, body: { access_token: `useless-${call}`, expires_in: 3600 } });
		for (const item of times(20, GET)) await errorOf(host.httpRequestWithAuthentication(item));
		expect(host.partner.tokenCalls.length).toBeLessThanOrEqual(3);
		expect((await failureOf(host.httpRequestWithAuthentication(GET()))).message).toMatch(/its API does not accept it$/);
	});

	it('stops asking where it is given the very token again that the API refused', async () => {
		const host = new HookHost(entered());
		host.partner.onToken = () => ({ status: 200, body: { access_token: 'always-the-same', expires_in: 3600 } });
		for (const item of times(20, GET)) await errorOf(host.httpRequestWithAuthentication(item));
		expect(host.partner.tokenCalls.length).toBeLessThanOrEqual(3);
		expect((await failureOf(host.httpRequestWithAuthentication(GET()))).kind).toBe('authentication');
	});

	it('says with a failure of its own why a token that ended on its way cannot be used', async () => {
		const host = new HookHost(entered());
		host.partner.onToken = (call) => {
			host.clock.passSeconds(2);
			return host.partner.newToken(`short-${call}`, 1);
		};
		const failure = await failureOf(host.httpRequestWithAuthentication(GET()));
		expect(failure.description).not.toBe('');
		expect(host.partner.requests).toHaveLength(0);
	});
});

describe('a request of the HTTP Request node', () => {
	const toThings = (method: 'GET' | 'POST') => ({ method, uri: `${API}/things` });

	it.each([400, 403, 404, 409, 429, 500, 503])('that writes and is answered with %i is sent once, without a token call', async (status) => {
		const host = await hostWithToken(60);
		host.partner.onRequest = () => ({ status });
		await errorOf(host.requestWithAuthentication(toThings('POST')));
		expect(host.partner.requests).toHaveLength(1);
		expect(host.partner.tokenCalls).toHaveLength(0);
	});

	it('that writes is not sent again after a cut connection', async () => {
		const host = new HookHost(entered());
		host.partner.onRequest = () => {
			throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
		};
		await errorOf(host.requestWithAuthentication(toThings('POST')));
		expect(host.partner.requests).toHaveLength(1);
	});

	it('that writes with a revoked token fails once; the next one has a new token', async () => {
		const host = new HookHost(entered());
		await host.requestWithAuthentication(toThings('POST'));
		host.partner.revokeAll();
		await errorOf(host.requestWithAuthentication(toThings('POST')));
		await host.requestWithAuthentication(toThings('POST'));
		expect(host.partner.requests.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-2']);
	});

	it('that reads with a revoked token fails once as well, with all that are under way: the next 100 succeed with one call', async () => {
		const host = await hostWithToken(60);
		host.partner.revokeAll();
		const outcomes = await Promise.allSettled(times(100, () => host.requestWithAuthentication(toThings('GET'))));
		expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(100);
		// Each was sent once, and nobody asked for a token that none of them could use.
		expect(host.partner.requests.map(({ token }) => token)).toEqual(times(100, () => 'token-1'));
		expect(host.partner.tokenCalls).toHaveLength(0);
		await Promise.all(times(100, () => host.requestWithAuthentication(toThings('GET'))));
		expect(host.partner.tokenCalls).toHaveLength(1);
		expect(host.partner.requests.slice(100).map(({ token }) => token)).toEqual(times(100, () => 'token-2'));
	});

	it('costs at most one further token call for 100 reads in a row that are answered with 404', async () => {
		const host = new HookHost(entered());
		host.partner.onRequest = () => ({ status: 404 });
		for (const item of times(100, () => toThings('GET'))) {
			await errorOf(host.requestWithAuthentication(item));
			host.clock.passSeconds(0.3);
		}
		expect(host.partner.tokenCalls.length).toBeLessThanOrEqual(2);
	});

	it('goes on after a read answered with 404 where the partner hands out the same token until it ends', async () => {
		const host = new HookHost(entered());
		host.partner.onToken = () => host.partner.newToken('same-until-it-ends');
		host.partner.onRequest = () => ({ status: 404 });
		await errorOf(host.requestWithAuthentication(toThings('GET')));
		host.partner.onRequest = () => ({ status: 200, body: { ok: true } });
		await Promise.all(times(5, () => host.requestWithAuthentication(toThings('GET'))));
		expect(host.partner.tokenCalls.length).toBeLessThanOrEqual(2);
	});

	it('keeps the token where 100 items have none', async () => {
		const host = new HookHost(entered());
		await Promise.all(times(100, () => host.requestWithAuthentication(toThings('POST'))));
		expect(host.partner.tokenCalls).toHaveLength(1);
		expect(host.partner.requests).toHaveLength(100);
	});

	it('costs one token call for 100 items with a wrong secret', async () => {
		const host = new HookHost(entered());
		host.partner.onToken = () => ({ status: 401, body: { error: 'invalid_client' } });
		await Promise.all(times(100, () => errorOf(host.requestWithAuthentication(toThings('POST')))));
		expect(host.partner.tokenCalls).toHaveLength(1);
		expect(host.partner.requests).toHaveLength(0);
	});

	it('does not take its token along any redirect, whatever the node is set to', async () => {
		const host = new HookHost(entered());
		const request = { ...toThings('GET'), followRedirect: true, followAllRedirects: true, maxRedirects: 21 };
		await host.requestWithAuthentication(request);
		expect(request).toMatchObject({ disableFollowRedirect: true, followRedirect: false, followAllRedirects: false, maxRedirects: 0 });
		expect(request).toMatchObject({ sendCredentialsOnCrossOriginRedirect: false });
	});

	it('sends nothing that nobody waits for any more', async () => {
		const host = new HookHost(entered());
		const request = toThings('POST');
		giveUp(request);
		await errorOf(host.httpRequestWithAuthentication(request as never));
		expect(host.partner.requests).toHaveLength(0);
	});
});

describe('the address of a request', () => {
	it('is completed where it is relative', async () => {
		const host = new HookHost(entered());
		await host.httpRequestWithAuthentication({ method: 'GET', url: '/branches/v2?code=A' });
		expect(host.partner.requests[0]?.url).toBe(`${API}/branches/v2?code=A`);
	});

	it('may be absolute at the same host, in any spelling of it', async () => {
		const host = new HookHost(entered());
		for (const url of [`${API}/a`, 'https://API.partner.test/b', 'https://api.partner.test:443/c']) {
			await host.httpRequestWithAuthentication({ method: 'GET', url });
		}
		expect(host.partner.requests).toHaveLength(3);
	});

	it.each([
		['another host', { url: 'https://evil.test/x' }],
		['a host in front of which the right one stands as a user', { url: 'https://api.partner.test@evil.test/x' }],
		['the same with a password', { url: 'https://api.partner.test:443@evil.test/x' }],
		['a host that begins like the right one', { url: 'https://api.partner.test.evil.test/x' }],
		['another protocol', { url: 'http://api.partner.test/x' }],
		['another port', { url: 'https://api.partner.test:8443/x' }],
		['a trailing dot', { url: 'https://api.partner.test./x' }],
		['no protocol', { url: '//evil.test/x' }],
		['no protocol, with backslashes', { url: '\\\\evil.test/x' }],
		['no protocol, with a slash and a backslash', { url: '/\\evil.test/x' }],
		['backslashes after the protocol', { url: 'https:\\\\evil.test/x' }],
		['one slash after the protocol', { url: 'https:/evil.test/x' }],
		['leading white space', { url: ' https://evil.test/x' }],
		['a line break in the protocol', { url: 'ht\ntps://evil.test/x' }],
		['a file', { url: 'file:///etc/passwd' }],
		['a relative path and the base of another host', { url: '/x', baseURL: 'https://evil.test' }],
		['the right host without slashes and the base of another host', { url: 'https:api.partner.test/x', baseURL: 'https://evil.test' }],
		['the right host in full and the base of another host', { url: `${API}/x`, baseURL: 'https://evil.test' }],
		['no address and the base of another host', { url: '', baseURL: 'https://evil.test' }],
		['two addresses of which the one that counts is foreign', { url: 'https://evil.test/x', uri: `${API}/x` }],
	])('is refused before anything is sent: %s', async (_case, address) => {
		const host = await hostWithToken(60);
		const request = { method: 'GET' as const, ...address };
		const error = await errorOf(authenticateOf(host.hooks)(host.getCredentials(), request));
		expect(failureIn(error)).toMatchObject({ kind: 'configuration', message: expect.stringContaining('api.partner.test') });
		expect(request).not.toHaveProperty('headers');
	});

	it('is refused on the path of the HTTP Request node as well', async () => {
		const host = new HookHost(entered());
		const failure = await failureOf(host.requestWithAuthentication({ method: 'GET', uri: 'https://evil.test/x' }));
		expect(failure.kind).toBe('configuration');
		expect(host.partner.requests).toHaveLength(0);
	});

	it.each(['', 'api.partner.test', 'ftp://api.partner.test', 'javascript:alert(1)', 'https://', '/v1'])(
		'cannot be made of the base URL "%s"',
		async (baseUrl) => {
			const host = new HookHost(entered({ baseUrl }));
			expect(await failureOf(host.httpRequestWithAuthentication(GET()))).toMatchObject({
				kind: 'configuration',
				message: 'The credential has no valid base URL',
			});
			expect(host.partner.tokenCalls).toHaveLength(0);
		},
	);
});

describe('the request after authenticating', () => {
	it('is the object that was handed in, with its other headers kept', async () => {
		const host = await hostWithToken(60);
		const request: IHttpRequestOptions = { url: '/x', headers: { Accept: 'application/json' } };
		const answered = await authenticateOf(host.hooks)(host.getCredentials(), request);
		expect(answered).toBe(request);
		expect(request.headers).toEqual({ Accept: 'application/json', Authorization: 'Bearer token-1' });
	});
});

describe.each(LINES)('what n8n %s keeps', (line) => {
	const ways = [
		['a node of ours', async (host: HookHost, credentials?: ReturnType<HookHost['getCredentials']>) => await host.httpRequestWithAuthentication(GET(), credentials)],
		['the HTTP Request node', async (host: HookHost) => await host.requestWithAuthentication({ method: 'GET', uri: `${API}/things` })],
	] as const;

	it('of a credential that was edited while a run of a node held it, is the edit', async () => {
		const host = HookHost.of(line, entered());
		const held = host.getCredentials();
		await host.httpRequestWithAuthentication(GET(), held);
		host.stored = { ...host.stored, clientSecret: 'another-secret', baseUrl: 'https://production.partner.test' };
		host.clock.passSeconds(3500);
		await host.httpRequestWithAuthentication(GET(), held);
		expect(host.partner.tokenCalls).toHaveLength(2);
		expect(host.stored).toMatchObject({ clientSecret: 'another-secret', baseUrl: 'https://production.partner.test' });
	});

	it.each(ways)('of a credential that was edited during the token call for %s, is the edit', async (_way, send) => {
		const host = HookHost.of(line, entered());
		host.partner.onToken = (call) => {
			host.stored = { ...host.stored, clientSecret: 'another-secret' };
			return host.partner.newToken(`token-${call}`);
		};
		await send(host);
		expect(host.partner.requests).toHaveLength(1);
		expect(host.stored.clientSecret).toBe('another-secret');
	});

	it.each(ways)('of an expression is the expression, after a run of %s', async (_way, send) => {
		const host = HookHost.of(line, entered({ clientSecret: "={{ 'from the vault' }}" }));
		await send(host);
		expect(host.partner.tokenCalls[0]?.body).toMatchObject({ client_secret: 'from the vault' });
		expect(host.stored.clientSecret).toBe("={{ 'from the vault' }}");
	});

	it.each(ways)('costs one token call for 100 requests of %s, and a second once that token has ended', async (_way, send) => {
		const host = HookHost.of(line, entered());
		await Promise.all(times(50, () => send(host)));
		for (const again of times(50, () => send)) await again(host);
		expect(host.partner.tokenCalls).toHaveLength(1);
		host.clock.passSeconds(7200);
		await Promise.all(times(100, () => send(host)));
		expect(host.partner.tokenCalls).toHaveLength(2);
		expect(tokensSentBy(host)).toEqual(['token-1', 'token-2']);
	});

	it.each(ways)('is never written by requests of %s, whatever becomes of their tokens', async (_way, send) => {
		const host = HookHost.of(line, entered());
		const before = { ...host.stored };
		const settle = async () => await send(host).catch(() => undefined);
		await settle();
		host.clock.passSeconds(3400);
		await settle();
		host.partner.revokeAll();
		await settle();
		await settle();
		for (const status of [400, 403, 500]) {
			host.clock.passSeconds(61);
			host.partner.onRequest = () => ({ status });
			await settle();
		}
		host.clock.passSeconds(7200);
		host.partner.onToken = () => ({ status: 401, body: { error: 'invalid_client' } });
		await settle();
		expect(host.partner.tokenCalls.length).toBeGreaterThanOrEqual(4);
		expect(host.writes).toBe(0);
		expect(host.stored).toEqual(before);
	});

	it.each(ways)('of an earlier build, a token in fields that are no more, is nothing that %s sends or changes', async (_way, send) => {
		const host = HookHost.of(line, entered());
		const span = [0, 3600].map((seconds) => new Date(host.clock.nowMs + seconds * 1000).toISOString()).join('/');
		const leftOver = { accessToken: 'left-over-token', accessTokenExpiresAt: span, accessTokenIdentity: 'left-over-seal' };
		Object.assign(host.stored, leftOver);
		host.partner.live.add('left-over-token');
		await Promise.all(times(10, () => send(host)));
		expect(tokensSentBy(host)).toEqual(['token-1']);
		expect(JSON.stringify([host.partner.tokenCalls, host.partner.requests])).not.toContain('left-over');
		expect(host.stored).toMatchObject(leftOver);
		expect(host.writes).toBe(0);
	});

	it('a revoked token costs no more than the read of the HTTP Request node that was refused', async () => {
		const host = HookHost.of(line, entered());
		const [, send] = ways[1];
		await send(host);
		host.partner.revokeAll();
		expect(await send(host).then(() => 'answered', () => 'refused')).toBe('refused');
		await send(host);
		expect(host.partner.requests.at(-1)?.token).toBe('token-2');
		expect(host.partner.tokenCalls).toHaveLength(2);
	});
});

describe('a partner with a quota of tokens', () => {
	const quotaFlow = { ...testFlow, quota: { perHour: 30, forDoubts: 10 } };
	const toThings = { method: 'GET' as const, uri: `${API}/things` };

	it.each(LINES)('is asked a dozen times an hour at most on n8n %s, where every call of the HTTP Request node fails', async (line) => {
		const host = HookHost.of(line, entered(), quotaFlow);
		host.partner.onRequest = () => ({ status: 400 });
		for (let second = 0; second < 3600; second += 30) {
			await errorOf(host.requestWithAuthentication({ ...toThings }));
			host.clock.passSeconds(30);
		}
		expect(host.partner.tokenCalls.length).toBeLessThanOrEqual(12);
	});

	it('is asked no more than it allows, whatever it answers, and less than that while it is down', async () => {
		const host = HookHost.of('2.41', entered(), quotaFlow);
		host.partner.onToken = () => ({ status: 503 });
		for (let second = 0; second < 3600; second += 5) {
			await errorOf(host.httpRequestWithAuthentication(GET()));
			host.clock.passSeconds(5);
		}
		expect(host.partner.tokenCalls.length).toBeGreaterThan(10);
		expect(host.partner.tokenCalls.length).toBeLessThanOrEqual(20);
		host.partner.onToken = (call) => host.partner.newToken(`token-${call}`);
		host.clock.passSeconds(180);
		await host.httpRequestWithAuthentication(GET());
	});

	it('is not asked beyond it, and that is said before anything is sent', async () => {
		const host = HookHost.of('2.41', entered(), quotaFlow);
		// Tokens of a minute: nothing fails, and yet one is needed each minute.
		host.partner.onToken = (call) => host.partner.newToken(`token-${call}`, 60);
		for (const request of times(30, GET)) {
			await host.httpRequestWithAuthentication(request);
			host.clock.passSeconds(60);
		}
		const sent = host.partner.requests.length;
		const failure = await failureOf(host.httpRequestWithAuthentication(GET()));
		expect(failure).toMatchObject({ kind: 'rateLimit', message: expect.stringContaining('asked Partner for 30 tokens within an hour') as string });
		expect(failure.description).toContain('This request was not sent. Run again in 30 minutes.');
		expect(host.partner.requests).toHaveLength(sent);
		expect(host.partner.tokenCalls).toHaveLength(30);
		host.clock.passSeconds(30 * 60);
		await host.httpRequestWithAuthentication(GET());
	});
});

describe('a token that its partner says has ended', () => {
	it('is not used for an hour: the partner is asked once more, and has a new one by then', async () => {
		const host = new HookHost(entered());
		host.partner.onToken = (call) => (call === 1 ? { status: 200, body: { access_token: 'its-last-second', expires_in: 0 } } : host.partner.newToken('the-next'));
		await host.httpRequestWithAuthentication(GET());
		expect(host.partner.requests.map(({ token }) => token)).toEqual(['the-next']);
		// That one is good for its hour, but for the margin of five minutes.
		host.clock.passSeconds(3299);
		await host.httpRequestWithAuthentication(GET());
		expect(host.partner.tokenCalls).toHaveLength(2);
		host.clock.passSeconds(1);
		await host.httpRequestWithAuthentication(GET());
		expect(host.partner.tokenCalls).toHaveLength(3);
	});

	it('and that it hands out again serves the requests of a moment', async () => {
		const host = new HookHost(entered());
		host.partner.onToken = () => host.partner.newToken('always-at-its-end', -1);
		await Promise.all(times(10, () => host.httpRequestWithAuthentication(GET())));
		expect(host.partner.tokenCalls).toHaveLength(2);
		host.clock.passSeconds(31);
		await host.httpRequestWithAuthentication(GET());
		expect(host.partner.tokenCalls).toHaveLength(3);
	});

	it('each time, from one that always says so, costs no quota of tokens that work', async () => {
		const host = new HookHost(entered());
		host.partner.onToken = (call) => host.partner.newToken(`t${call}`, 0);
		for (let minute = 0; minute < 60; minute += 1) {
			await host.httpRequestWithAuthentication(GET());
			host.clock.passSeconds(60);
		}
		expect(host.partner.tokenCalls.length).toBeLessThanOrEqual(4);
	});

	it('each time, is used until the API refuses it', async () => {
		const host = new HookHost(entered());
		host.partner.onToken = (call) => host.partner.newToken(`t${call}`, 0);
		await host.httpRequestWithAuthentication(GET());
		const used = host.partner.tokenCalls.length;
		host.clock.passSeconds(120);
		host.partner.revokeAll();
		await host.httpRequestWithAuthentication(GET());
		expect(host.partner.tokenCalls).toHaveLength(used + 1);
	});
});
