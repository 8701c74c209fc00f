import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../sandbox/srsSips';
import { call, inSandbox, signIn, tokenRequest } from '../support';

describe('the token call', () => {
	let sandbox: SrsSipsSandbox;
	let url: string;

	inSandbox(startSrsSipsSandbox, (started) => {
		sandbox = started;
		url = `${sandbox.url}/Authentication/token`;
	});

	const read = (token: string) =>
		call(`${sandbox.url}/branches/v2/branchLocations`, { headers: { authorization: `Bearer ${token}` } });

	it('takes JSON', async () => {
		const { status, body } = await call(url, { body: tokenRequest(sandbox) });
		expect(status).toBe(200);
		expect(body).toEqual({
			token_type: 'Bearer',
			expires_in: 86_400,
			ext_expires_in: 86_400,
			access_token: expect.stringMatching(/^eyJ/),
		});
	});

	it('takes a form', async () => {
		const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(tokenRequest(sandbox)) });
		expect(answer.status).toBe(200);
	});

	it('takes only a form where it is told to refuse JSON', async () => {
		sandbox.control.change({ tokenRefusesJson: true });
		const { status, body } = await call(url, { body: tokenRequest(sandbox) });
		expect([status, body]).toEqual([400, { error: 'invalid_request', error_description: 'client_id is required' }]);
		expect((await fetch(url, { method: 'POST', body: new URLSearchParams(tokenRequest(sandbox)) })).status).toBe(200);
	});

	it('does not mind the case of its path', async () => {
		const { status } = await call(`${sandbox.url}/authentication/TOKEN`, { body: tokenRequest(sandbox) });
		expect(status).toBe(200);
	});

	it('answers 401 to a wrong secret and 400 to an unknown client', async () => {
		const wrongSecret = await call(url, { body: { ...tokenRequest(sandbox), client_secret: 'no' } });
		const unknown = await call(url, { body: { ...tokenRequest(sandbox), client_id: 'no' } });
		expect([wrongSecret.status, wrongSecret.body.error]).toEqual([401, 'invalid_client']);
		expect([unknown.status, unknown.body.error]).toEqual([400, 'unauthorized_client']);
		expect(sandbox.control.counts().tokens).toEqual({ issued: 0, refused: 2 });
	});

	it('answers 400 to a body that lacks a field', async () => {
		const { status, body } = await call(url, { body: { ...tokenRequest(sandbox), grant_type: undefined } });
		expect(status).toBe(400);
		expect(body).toEqual({ error: 'invalid_request', error_description: expect.stringContaining('grant_type') });
	});

	it('issues a new token each time, and all of them are good', async () => {
		const [one, two] = [await signIn(sandbox), await signIn(sandbox)];
		expect(one.token).not.toBe(two.token);
		expect((await read(one.token)).status).toBe(200);
		expect((await read(two.token)).status).toBe(200);
		expect(sandbox.control.counts().tokens.issued).toBe(2);
	});

	it('issues tokens with the life that is set', async () => {
		sandbox.control.change({ tokenLifeSeconds: 0 });
		const { body } = await call<{ access_token: string; expires_in: number }>(url, { body: tokenRequest(sandbox) });
		expect(body.expires_in).toBe(0);
		const refused = await read(body.access_token);
		expect([refused.status, refused.body.message]).toEqual([401, 'The token is expired']);
	});

	it('believes in no token but its own', async () => {
		expect((await read('eyJ.made.up')).status).toBe(401);
		expect((await call(`${sandbox.url}/branches/v2/branchLocations`)).status).toBe(401);
	});

	it('forgets tokens that are revoked', async () => {
		const { token } = await signIn(sandbox);
		expect(sandbox.control.revokeTokens()).toBe(1);
		const refused = await read(token);
		expect([refused.status, refused.body.code]).toEqual([401, 'NotAuthenticated']);
	});

	it('can revoke one token and leave the others', async () => {
		const one = await signIn(sandbox);
		await read(one.token);
		const two = await signIn(sandbox);
		const [logged] = sandbox.control.requests('getBranchLocations');
		sandbox.control.revokeTokens(logged?.tokenFingerprint ?? '');
		expect([(await read(one.token)).status, (await read(two.token)).status]).toEqual([401, 200]);
	});
});
