import type { IHttpRequestHelper } from 'n8n-workflow';

import { isFailure, type Failure } from '../../../../engine/failure';
import type { HeldToken } from '../../../../engine/token/heldToken';
import { credentialHooks } from '../../../../engine/token/hooks';
import { identityKey } from '../../../../engine/token/identity';
import { TokenStore } from '../../../../engine/token/store';
import { everyWordOf } from '../../../support/tokens/hookHost';
import { API, type Answer, Clock, entered, FakePartner, SECRET, testFlow } from '../../../support/partner/partner';

describe('a token call', () => {
	let clock: Clock;
	let partner: FakePartner;
	let credentials: Record<string, string>;

	beforeEach(() => {
		clock = new Clock();
		partner = new FakePartner();
		credentials = entered();
	});

	/** Asks for a token as the host does, with a store that remembers nothing of earlier calls. @returns what that store has then */
	const ask = async (flow = testFlow): Promise<HeldToken | undefined> => {
		const helpers = { httpRequest: partner.httpRequest } as unknown as IHttpRequestHelper['helpers'];
		const store = new TokenStore(clock.now);
		expect(await credentialHooks(flow, store, clock.now).preAuthentication.call({ helpers }, credentials)).toEqual({});
		return store.usable(identityKey(flow.identity(credentials)));
	};
	const at = (time: string): number => Date.parse(`2026-03-02T${time}.000Z`);
	const failureOf = async (flow = testFlow): Promise<Failure> => {
		const error: unknown = await ask(flow).catch((caught: unknown) => caught);
		if (!isFailure(error)) throw new Error('It did not fail with a failure of ours');
		expect(everyWordOf(error)).not.toContain(SECRET);
		expect(JSON.stringify(error)).not.toContain(SECRET);
		expect(error.message).toMatch(/^Token request: /);
		expect(error.description).toMatch(/\.$/);
		return error;
	};
	const formats = () => partner.tokenCalls.map(({ headers }) => headers?.['Content-Type']);
	const JSON_BODY = 'application/json';
	const FORM_BODY = 'application/x-www-form-urlencoded';

	it('counts the life of a token on our clock, from before the call', async () => {
		partner.onToken = () => {
			clock.passSeconds(7);
			return partner.newToken('t1', 3600);
		};
		expect(await ask()).toMatchObject({ issuedAtMs: at('08:00:00'), expiresAtMs: at('09:00:00') });
	});

	it('gives a token without a believable life the usual one of the flow', async () => {
		partner.onToken = () => partner.newToken('t1', 'soon');
		expect(await ask()).toMatchObject({ issuedAtMs: at('08:00:00'), expiresAtMs: at('08:30:00') });
	});

	it('waits 30 seconds at most and follows no redirect: that would carry the secret away', async () => {
		await ask();
		expect(partner.tokenCalls[0]).toMatchObject({
			timeout: 30_000,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		});
	});

	describe('in two forms', () => {
		it('is made in the preferred one', async () => {
			await ask();
			expect(formats()).toEqual([JSON_BODY]);
		});

		it.each([400, 415])('is made in the other one after %i, and from then on', async (status) => {
			partner.onToken = (call) => (call === 1 ? { status } : partner.newToken(`t${call}`));
			expect((await ask())?.token).toBe('t2');
			expect((await ask())?.token).toBe('t3');
			expect(formats()).toEqual([JSON_BODY, FORM_BODY, FORM_BODY]);
		});

		it('is made in the preferred one again where the partner has changed its mind', async () => {
			partner.onToken = (call) => (call === 1 || call === 3 ? { status: 415 } : partner.newToken(`t${call}`));
			await ask();
			await ask();
			await ask();
			expect(formats()).toEqual([JSON_BODY, FORM_BODY, FORM_BODY, JSON_BODY, JSON_BODY]);
		});

		it('tells the first refusal where both are refused', async () => {
			partner.onToken = (call) => ({ status: 400, body: { message: `refusal ${call}` } });
			expect((await failureOf()).message).toContain('refusal 1');
			expect(formats()).toEqual([JSON_BODY, FORM_BODY]);
		});

		it.each([
			['error', { error: 'invalid_client' }],
			['error with a description', { error: 'invalid_client', error_description: 'No such client' }],
			['code', { code: 'unauthorized_client', message: 'no' }],
			['words', { message: 'invalid_scope: ALL' }],
			['JSON in text', JSON.stringify({ error: 'invalid_grant' })],
		])('is not made in the other one where the client is the trouble, told by %s', async (_case, body) => {
			partner.onToken = () => ({ status: 400, body });
			expect((await failureOf()).kind).toBe('authentication');
			expect(formats()).toEqual([JSON_BODY]);
		});
	});

	it.each<[number, Failure['kind']]>([
		[301, 'configuration'],
		[302, 'configuration'],
		[307, 'configuration'],
		[401, 'authentication'],
		[403, 'authentication'],
		[404, 'configuration'],
		[405, 'configuration'],
		[408, 'outage'],
		[422, 'authentication'],
		[429, 'rateLimit'],
		[500, 'outage'],
		[502, 'outage'],
		[503, 'outage'],
		[504, 'outage'],
	])('that is answered with %i is made once and fails as %s', async (status, kind) => {
		partner.onToken = () => ({ status, headers: { location: 'https://elsewhere.test' }, body: { message: 'their words' } });
		expect(await failureOf()).toMatchObject({ kind, details: { status, partnerMessage: 'their words' } });
		expect(partner.tokenCalls).toHaveLength(1);
	});

	it.each([
		['seconds', '120'],
		['a date', 'Mon, 02 Mar 2026 08:02:00 GMT'],
	])('that is answered with 429 keeps the wait, given as %s', async (_case, value) => {
		partner.onToken = () => ({ status: 429, headers: { 'retry-after': value } });
		expect((await failureOf()).details.retryAfterMs).toBe(120_000);
	});

	it('that is answered with 503 keeps the wait as well', async () => {
		partner.onToken = () => ({ status: 503, headers: { 'retry-after': '30' } });
		expect((await failureOf()).details.retryAfterMs).toBe(30_000);
	});

	it('that finds no partner shows nothing of the error, which holds the secret', async () => {
		partner.onToken = () => {
			throw Object.assign(new Error(`connect ECONNREFUSED ${SECRET}`), {
				config: { data: SECRET },
				cause: new Error(SECRET),
				code: 'ECONNREFUSED',
			});
		};
		const failure = await failureOf();
		expect(failure).toMatchObject({ kind: 'outage', message: `Token request: ${new URL(API).host} could not be reached`, details: { isNeverSent: true } });
		expect(failure.cause).toBeUndefined();
	});

	it.each([
		['ECONNRESET', 'The connection to api.partner.test broke before an answer came'],
		['ERR_BAD_RESPONSE', 'The connection to api.partner.test broke before an answer came'],
		['ETIMEDOUT', 'api.partner.test did not answer within 30 s'],
	])('that ends with %s says so', async (code, message) => {
		partner.onToken = () => {
			throw Object.assign(new Error(SECRET), { code });
		};
		expect(await failureOf()).toMatchObject({ kind: 'outage', message: `Token request: ${message}`, details: { isNeverSent: false } });
	});

	it('does not show a user name or password that stands in the address', async () => {
		credentials = entered({ baseUrl: 'https://user:pass-in-address@api.partner.test' });
		partner.onToken = () => {
			throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
		};
		expect((await failureOf()).message).toBe('Token request: api.partner.test could not be reached');
	});

	it.each<[string, Answer]>([
		['in a message', { status: 401, body: { message: `wrong secret ${SECRET}!` } }],
		['in JSON that it echoes', { status: 400, body: { message: JSON.stringify({ client_secret: SECRET }) } }],
		['in the form that it echoes', { status: 400, body: `cannot read ${new URLSearchParams({ client_secret: SECRET })}` }],
		['in an address that it echoes', { status: 404, body: `no ${encodeURIComponent(SECRET)} here` }],
		['in an error page', { status: 500, body: `<html><body>${SECRET}</body></html>` }],
		['in a code', { status: 401, body: { code: SECRET, message: 'no' } }],
		['in a success that is none', { status: 200, body: { error: SECRET } }],
	])('hides the secret where the partner shows it %s', async (_case, answer) => {
		partner.onToken = () => answer;
		const failure = await failureOf();
		expect(`${failure.message} ${JSON.stringify(failure.details)}`).not.toContain(encodeURIComponent(SECRET));
	});

	it('hides a secret with every character that an encoding changes', async () => {
		const secret = `p!'()*~ +"\\/%&=?#ü`;
		credentials = entered({ clientSecret: secret });
		const forms = [
			secret,
			encodeURIComponent(secret),
			new URLSearchParams({ v: secret }).toString().slice(2),
			JSON.stringify(secret).slice(1, -1),
		];
		partner.onToken = () => ({ status: 401, body: { message: forms.join(' | ') } });
		const { message } = await failureOf();
		for (const form of forms) expect(message).not.toContain(form);
	});

	it.each([200, 201, 204])('that is answered with %i and no token is a broken answer', async (status) => {
		partner.onToken = () => ({ status, body: { hello: 'world' } });
		expect((await failureOf()).kind).toBe('brokenAnswer');
	});

	it.each([200, 201])('that is answered with %i and the refusal of the client is a refusal', async (status) => {
		partner.onToken = () => ({ status, body: { error: 'invalid_client', error_description: 'no' } });
		expect((await failureOf()).kind).toBe('authentication');
		expect(partner.tokenCalls).toHaveLength(1);
	});

	it('whose answer a flow cannot read, whatever it throws, is a broken answer', async () => {
		const readAnswer = () => {
			throw new TypeError(`cannot read ${SECRET}`);
		};
		expect((await failureOf({ ...testFlow, readAnswer })).kind).toBe('brokenAnswer');
	});

	it('that no flow defines is a fault of the package', async () => {
		const error: unknown = await ask({ ...testFlow, tokenRequests: () => [] }).catch((caught: unknown) => caught);
		expect(error).toMatchObject({ kind: 'configuration', message: 'No token request is defined' });
	});
});
