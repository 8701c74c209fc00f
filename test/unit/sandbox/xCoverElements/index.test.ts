import { CONTROL_PREFIX } from '../../../../sandbox/core/control';
import { startXCoverElementsSandbox, type XCoverElementsSandbox } from '../../../../sandbox/xCoverElements';
import type { Booking, Quote, TokenAnswer, TokenClaims } from '../../../../sandbox/xCoverElements/types';
import { call, inSandbox } from '../support';

const QUOTE = '3f0b7c52-9c1d-4a86-8e55-71d7f0f6c0aa';

describe('the XCover Elements sandbox', () => {
	let sandbox: XCoverElementsSandbox;
	let tokenUrl: string;
	let at: (path: string) => string;

	inSandbox(startXCoverElementsSandbox, (started) => {
		sandbox = started;
		tokenUrl = `${sandbox.url}/api/oauth/token`;
		at = (path) => `${sandbox.url}/api/partners/${sandbox.client.partnerId}/${path}`;
	});

	const tokenRequest = () => ({
		grant_type: 'client_credentials',
		client_id: sandbox.client.clientId,
		client_secret: sandbox.client.clientSecret,
	});
	const getToken = async () => (await call<TokenAnswer>(tokenUrl, { body: tokenRequest() })).body;
	const signIn = async () => ({ authorization: `Bearer ${(await getToken()).access_token}` });
	const claimsOf = (token: string) =>
		JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as TokenClaims;

	describe('the token call', () => {
		it('answers a JWT that says who the client is and how long it lives', async () => {
			const before = Date.now() / 1000;
			const answer = await getToken();
			expect(answer).toEqual({ token_type: 'Bearer', expires_in: 3600, access_token: expect.stringMatching(/^eyJ[^.]+\.[^.]+\.[^.]+$/) });
			const claims = claimsOf(answer.access_token);
			expect(claims).toMatchObject({
				aud: sandbox.client.clientId,
				partner_id: sandbox.client.partnerId,
				is_test: true,
				scopes: expect.arrayContaining(['bookings:view']),
			});
			expect(claims.exp).toBeGreaterThanOrEqual(before + 3600);
			expect(claims.exp).toBeLessThan(Date.now() / 1000 + 3601);
		});

		it('writes tokens with the life and the scopes that are set', async () => {
			sandbox.control.change({ tokenLifeSeconds: 60, scopes: ['bookings:view'] });
			const { expires_in, access_token } = await getToken();
			const claims = claimsOf(access_token);
			expect([expires_in, claims.scopes]).toEqual([60, ['bookings:view']]);
			expect(Math.round(claims.exp - claims.iat)).toBe(60);
		});

		it('tells the live client of the same partner by the claim is_test', async () => {
			const { clientId, clientSecret, partnerId } = sandbox.liveClient;
			const live = { ...tokenRequest(), client_id: clientId, client_secret: clientSecret };
			const { access_token } = (await call<TokenAnswer>(tokenUrl, { body: live })).body;
			expect(claimsOf(access_token)).toMatchObject({ aud: clientId, partner_id: partnerId, is_test: false });
			const { status } = await call(at('bookings'), { headers: { authorization: `Bearer ${access_token}` } });
			expect(status).toBe(200);
		});

		it.each(['client_id', 'client_secret'])('answers 401 to a wrong %s', async (field) => {
			const { status, body } = await call(tokenUrl, { body: { ...tokenRequest(), [field]: 'no' } });
			expect([status, body.error]).toEqual([401, 'invalid_client']);
			expect(sandbox.control.counts().tokens).toEqual({ issued: 0, refused: 1 });
		});

		it('answers 400 to a body that lacks a field', async () => {
			const { status, body } = await call(tokenUrl, { body: { ...tokenRequest(), grant_type: undefined } });
			expect([status, body.error]).toEqual([400, 'invalid_request']);
		});

		it('takes JSON only', async () => {
			const form = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(tokenRequest()) });
			expect(form.status).toBe(415);
		});

		it('keeps to the case of its path, which no public page writes otherwise', async () => {
			expect((await call(`${sandbox.url}/API/oauth/token`, { body: tokenRequest() })).status).toBe(404);
		});

		it('never shows the secret', async () => {
			await getToken();
			const { body } = await call<unknown[]>(`${sandbox.url}${CONTROL_PREFIX}/requests`);
			expect(body).toMatchObject([{ operationId: 'getToken', body: { client_secret: '(hidden)' } }]);
		});
	});

	describe('List Bookings', () => {
		it('gives all bookings', async () => {
			const { status, body } = await call<{ data: Booking[] }>(at('bookings'), { headers: await signIn() });
			expect([status, body.data.map((booking) => booking.status)]).toEqual([200, ['Active', 'Cancelled', 'Active']]);
		});

		it('answers 401 without a token, and with one that was revoked or is over', async () => {
			expect((await call(at('bookings'))).body).toEqual({ message: 'Unauthenticated.' });
			const revoked = await signIn();
			sandbox.control.revokeTokens();
			expect((await call(at('bookings'), { headers: revoked })).status).toBe(401);
			sandbox.control.change({ tokenLifeSeconds: 0 });
			expect((await call(at('bookings'), { headers: await signIn() })).status).toBe(401);
		});

		it('believes in no token but its own, whatever that one claims', async () => {
			const { access_token } = await getToken();
			const forged = access_token.replace(/[^.]+$/, 'forged');
			expect((await call(at('bookings'), { headers: { authorization: `Bearer ${forged}` } })).status).toBe(401);
		});

		it('answers 403 to another partner, and without the scope', async () => {
			const headers = await signIn();
			expect((await call(`${sandbox.url}/api/partners/another/bookings`, { headers })).status).toBe(403);
			sandbox.control.change({ scopes: [] });
			expect((await call(at('bookings'), { headers })).status).toBe(403);
		});

		it('answers 422 to a query field that is not documented', async () => {
			const { status, body } = await call(`${at('bookings')}?colour=2`, { headers: await signIn() });
			expect([status, body.errors]).toEqual([422, { colour: ['colour: is not known'] }]);
		});
	});

	describe('Opt Out', () => {
		const customer = { first_name: 'Mira', last_name: 'Okafor', email: 'mira.okafor@example.com', country: 'AU' };

		it('notes when the customer declined, once', async () => {
			const headers = await signIn();
			const optOut = () => call<{ data: Quote }>(at(`quotes/${QUOTE}/opt-out`), { headers, body: { customer } });
			const [first, again] = [await optOut(), await optOut()];
			expect([first.status, first.body.data.id]).toEqual([200, QUOTE]);
			expect(first.body.data.opted_out_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
			expect(again.body).toEqual(first.body);
		});

		it('took effect although its answer was lost', async () => {
			sandbox.control.fault({ operationId: 'optOutOfQuote', kind: 'status', status: 500, when: 'after' });
			const lost = await call(at(`quotes/${QUOTE}/opt-out`), { headers: await signIn(), body: { customer } });
			expect(lost.status).toBe(500);
			const { body } = await call<Quote[]>(`${sandbox.url}${CONTROL_PREFIX}/quotes`);
			expect(body.map(({ opted_out_at }) => opted_out_at !== null)).toEqual([true, false, false]);
		});

		it('answers 404 to an unknown quote and 422 to an unknown field', async () => {
			const headers = await signIn();
			expect((await call(at('quotes/none/opt-out'), { headers, body: { customer } })).status).toBe(404);
			const odd = await call(at(`quotes/${QUOTE}/opt-out`), { headers, body: { customer: { name: 'Mira' } } });
			expect([odd.status, odd.body.errors]).toEqual([422, { 'customer.name': ['customer.name: is not known'] }]);
		});
	});

	it('answers all of it as the document says', async () => {
		const { checkAnswer } = sandbox.contract;
		const headers = await signIn();
		const answers = await Promise.all([
			call(tokenUrl, { body: tokenRequest() }).then(({ status, body }) => checkAnswer('getToken', status, body)),
			call(tokenUrl, { body: {} }).then(({ status, body }) => checkAnswer('getToken', status, body)),
			call(at('bookings'), { headers }).then(({ status, body }) => checkAnswer('listBookings', status, body)),
			call(at('bookings')).then(({ status, body }) => checkAnswer('listBookings', status, body)),
			call(at(`quotes/${QUOTE}/opt-out`), { headers, body: { customer: {} } }).then(({ status, body }) =>
				checkAnswer('optOutOfQuote', status, body),
			),
		]);
		expect(answers.flat()).toEqual([]);
	});
});
