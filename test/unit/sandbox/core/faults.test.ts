import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../sandbox/srsSips';
import { call, inSandbox, order, signIn, tokenRequest } from '../support';

describe('faults', () => {
	let sandbox: SrsSipsSandbox;
	let client: Awaited<ReturnType<typeof signIn>>;

	inSandbox(() => startSrsSipsSandbox({ eventDelayMs: 1 }), async (started) => {
		sandbox = started;
		client = await signIn(sandbox);
	});

	const submit = () => client.post('/orders/v2/submit', order());
	const branches = () => client.get('/branches/v2/branchLocations');
	const rawBranches = () =>
		fetch(`${sandbox.url}/branches/v2/branchLocations`, { headers: { authorization: `Bearer ${client.token}` } });

	it('hit as many calls as they are told to, of the call they name', async () => {
		sandbox.control.fault({ operationId: 'getBranchLocations', kind: 'status', status: 503, times: 2 });
		expect((await client.get('/branches/v2/customerBranchLocations/DEMO100')).status).toBe(200);
		expect([(await branches()).status, (await branches()).status, (await branches()).status]).toEqual([503, 503, 200]);
	});

	it('can let some calls pass first, hit all calls, and stay until they are cleared', async () => {
		sandbox.control.fault({ operationId: '*', kind: 'status', skip: 1, times: 0 });
		expect([(await branches()).status, (await branches()).status, (await submit()).status]).toEqual([200, 500, 500]);
		expect(sandbox.control.faults()).toMatchObject([{ left: 'always' }]);
		sandbox.control.clearFaults();
		expect((await branches()).status).toBe(200);
	});

	it.each([401, 404, 429, 500, 503])('status %i comes in the error shape', async (status) => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status });
		const answer = await submit();
		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject({ code: expect.any(String), message: expect.any(String) });
	});

	it('carry Retry-After in seconds or as a date', async () => {
		const fault = { operationId: 'getBranchLocations', kind: 'status', status: 429, retryAfterSeconds: 30 } as const;
		sandbox.control.fault(fault);
		sandbox.control.fault({ ...fault, retryAfterAs: 'date' });
		expect((await branches()).headers.get('retry-after')).toBe('30');
		const date = Date.parse((await branches()).headers.get('retry-after') ?? '');
		expect(Math.abs(date - Date.now() - 30_000)).toBeLessThan(5_000);
	});

	it('come before an order is taken, or after it', async () => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status' });
		expect((await submit()).status).toBe(500);
		expect(sandbox.orders()).toHaveLength(0);
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', when: 'after' });
		expect((await submit()).status).toBe(500);
		expect(sandbox.orders()).toHaveLength(1);
	});

	it('cut the connection, before or after', async () => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'cut' });
		await expect(submit()).rejects.toThrow('fetch failed');
		expect(sandbox.orders()).toHaveLength(0);
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'cut', when: 'after' });
		await expect(submit()).rejects.toThrow('fetch failed');
		expect(sandbox.orders()).toHaveLength(1);
		expect(sandbox.control.counts().operations.submitOrder).toMatchObject({ received: 2, answered: { cut: 2 }, inFlight: 0 });
	});

	it.each([
		['before', 0],
		['after', 1],
	] as const)('keep silent %s an order is taken', async (when, taken) => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'silence', when });
		const patience = AbortSignal.timeout(100);
		const headers = { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' };
		const waiting = fetch(`${sandbox.url}/orders/v2/submit`, { method: 'POST', headers, body: JSON.stringify(order()), signal: patience });
		await expect(waiting).rejects.toThrow(/timeout/);
		expect(sandbox.orders()).toHaveLength(taken);
		expect(sandbox.control.counts().operations.submitOrder?.answered).toEqual({ silent: 1 });
	});

	it('take their time', async () => {
		sandbox.control.fault({ operationId: 'getBranchLocations', kind: 'latency', ms: 40 });
		const started = performance.now();
		expect((await branches()).status).toBe(200);
		expect(performance.now() - started).toBeGreaterThanOrEqual(38);
	});

	it('can be a delay and something else at once', async () => {
		sandbox.control.fault({ operationId: 'getBranchLocations', kind: 'latency', ms: 5 });
		sandbox.control.fault({ operationId: 'getBranchLocations', kind: 'status', status: 503 });
		expect((await branches()).status).toBe(503);
		expect(sandbox.control.faults()).toEqual([]);
	});

	it('spoil the answer: another content type, HTML, half the JSON, a cut in the middle', async () => {
		for (const kind of ['contentType', 'html', 'truncatedJson', 'cutBody'] as const) {
			sandbox.control.fault({ operationId: 'getBranchLocations', kind });
		}
		const odd = await rawBranches();
		expect([odd.status, odd.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
		const html = await rawBranches();
		expect([html.status, html.headers.get('content-type'), await html.text()]).toEqual([
			503,
			'text/html; charset=utf-8',
			expect.stringContaining('<html>'),
		]);
		await expect(rawBranches().then((answer) => answer.json())).rejects.toThrow(/JSON/);
		await expect(rawBranches().then((answer) => answer.text())).rejects.toThrow('terminated');
	});

	it('change single fields in each entry of a list', async () => {
		sandbox.control.fault({ operationId: 'getBranchLocations', kind: 'patch', merge: { phone: null }, remove: ['fax'] });
		const { body } = await client.get<object[]>('/branches/v2/branchLocations');
		expect(body).toHaveLength(6);
		for (const branch of body) {
			expect(branch).toMatchObject({ phone: null, branchCode: expect.any(String) });
			expect(branch).not.toHaveProperty('fax');
		}
	});

	describe('of the token call', () => {
		const ask = () => call(`${sandbox.url}/Authentication/token`, { body: tokenRequest(sandbox) });

		it('change single fields of a good answer', async () => {
			sandbox.control.fault({ operationId: 'getToken', kind: 'patch', merge: { expires_in: '3600' }, remove: ['token_type'] });
			const { body } = await ask();
			expect(body).toEqual({ expires_in: '3600', ext_expires_in: 86_400, access_token: expect.any(String) });
		});

		it('answer anything', async () => {
			sandbox.control.fault({ operationId: 'getToken', kind: 'answer', body: 'not a token', contentType: 'text/html' });
			const answer = await fetch(`${sandbox.url}/Authentication/token`, {
				method: 'POST',
				body: new URLSearchParams(tokenRequest(sandbox)),
			});
			expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'text/html', 'not a token']);
		});

		it('come in the shape of that call', async () => {
			sandbox.control.fault({ operationId: 'getToken', kind: 'status', status: 503 });
			expect(await ask()).toMatchObject({ status: 503, body: { error: 'server_error' } });
		});
	});
});
