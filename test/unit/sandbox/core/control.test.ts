import { CONTROL_PREFIX } from '../../../../sandbox/core/control';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../sandbox/srsSips';
import { call, inSandbox, order, signIn, tokenRequest } from '../support';

describe('the control paths', () => {
	let sandbox: SrsSipsSandbox;
	let at: (path: string) => string;

	inSandbox(() => startSrsSipsSandbox({ eventDelayMs: 1 }), (started) => {
		sandbox = started;
		at = (path) => `${sandbox.url}${CONTROL_PREFIX}/${path}`;
	});

	it('listen on the loopback address only', () => {
		expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	});

	it('count calls and their answers', async () => {
		const client = await signIn(sandbox);
		await Promise.all([1, 2, 3].map(() => client.get('/branches/v2/branchLocations')));
		await client.post('/orders/v2/submit', {});
		const { body } = await call(at('counts'));
		expect(body).toMatchObject({
			operations: {
				getToken: { received: 1, answered: { 200: 1 } },
				getBranchLocations: { received: 3, answered: { 200: 3 }, inFlight: 0 },
				submitOrder: { received: 1, answered: { 400: 1 } },
				getPrices: { received: 0, answered: {} },
			},
			tokens: { issued: 1, refused: 0 },
			unmatched: 0,
		});
	});

	it('count how many calls were in flight at once', async () => {
		const client = await signIn(sandbox);
		sandbox.control.change({ latencyMs: 300 });
		await Promise.all([1, 2, 3, 4].map(() => client.get('/branches/v2/branchLocations')));
		expect(sandbox.control.counts().operations.getBranchLocations?.maxInFlight).toBe(4);
	});

	it('count calls with a body that is no JSON, and calls to no path at all', async () => {
		const headers = { 'content-type': 'application/json' };
		const broken = await fetch(`${sandbox.url}/orders/v2/submit`, { method: 'POST', headers, body: '{"half":' });
		expect(broken.status).toBe(400);
		expect((await call(`${sandbox.url}/orders/v2/cancel/1`)).status).toBe(404);
		const { operations, unmatched } = sandbox.control.counts();
		expect(operations.submitOrder).toMatchObject({ received: 1, answered: { 400: 1 } });
		expect(unmatched).toBe(1);
	});

	it('show the last calls, never a secret or a token', async () => {
		const client = await signIn(sandbox);
		await client.get('/customers/validate/?accountNumber=DEMO100&integrationKey=RDG100');
		const { body } = await call<Array<Record<string, unknown>>>(at('requests'));
		expect(body).toMatchObject([
			{ operationId: 'getToken', method: 'POST', status: 200, tokenFingerprint: null },
			{ operationId: 'validateCustomer', path: '/customers/validate/', tokenFingerprint: expect.stringMatching(/^[0-9a-f]{12}$/) },
		]);
		const text = JSON.stringify(body);
		for (const secret of [client.token, sandbox.client.clientSecret, 'RDG100']) expect(text).not.toContain(secret);
		const { body: some } = await call<unknown[]>(at('requests?operationId=getToken'));
		expect(some).toHaveLength(1);
	});

	it('show the orders held', async () => {
		const client = await signIn(sandbox);
		await client.post('/orders/v2/submit', order());
		await call(at('settled'));
		const { body } = await call(at('orders'));
		expect(body).toMatchObject([
			{ transactionID: 'test-transaction-1', poNumber: 'PO-1', state: 'Invoiced', total: 977.1, lines: [{ productId: 6000, quantity: 30 }] },
		]);
	});

	it('change settings, and refuse those that do not exist', async () => {
		const changed = await call(at('settings'), { method: 'PATCH', body: { orderMode: 'queued', eventDelayMs: 5 } });
		expect(changed.body).toMatchObject({ orderMode: 'queued', eventDelayMs: 5, webhookMode: 'normal' });
		expect((await call(at('settings'), { method: 'PATCH', body: { orderMod: 'queued' } })).status).toBe(400);
		expect((await call(at('settings'), { method: 'PATCH', body: { orderMode: 'perhaps' } })).status).toBe(400);
	});

	it('switch faults on and off, and refuse kinds that do not exist', async () => {
		const fault = { operationId: 'getToken', kind: 'status', status: 503 };
		expect(await call(at('faults'), { body: fault })).toMatchObject({ status: 201, body: [{ ...fault, left: 1 }] });
		expect((await call(`${sandbox.url}/Authentication/token`, { body: tokenRequest(sandbox) })).status).toBe(503);
		await call(at('faults'), { body: fault });
		expect((await call(at('faults'), { method: 'DELETE' })).body).toEqual([]);
		expect((await call(at('faults'), { body: { ...fault, kind: 'gremlins' } })).status).toBe(400);
	});

	it('revoke tokens', async () => {
		const client = await signIn(sandbox);
		expect((await call(at('tokens/revoke'), { method: 'POST' })).body).toEqual({ revoked: 1 });
		expect((await client.get('/branches/v2/branchLocations')).status).toBe(401);
	});

	it('say so when an event has no address to go to', async () => {
		expect((await call(at('events'), { body: { eventType: 'OU' } })).status).toBe(409);
		expect((await call(at('deliveries'))).body).toEqual([]);
	});

	it('reset everything', async () => {
		const client = await signIn(sandbox);
		await client.post('/orders/v2/submit', order());
		await call(at('settings'), { method: 'PATCH', body: { orderMode: 'refused' } });
		await call(at('reset'), { method: 'POST' });
		expect(sandbox.control.settings()).toMatchObject({ orderMode: 'perCustomer', eventDelayMs: 1 });
		expect(sandbox.orders()).toEqual([]);
		expect(sandbox.control.counts().operations.submitOrder?.received).toBe(0);
		expect((await client.get('/branches/v2/branchLocations')).status).toBe(401);
		const again = await signIn(sandbox);
		expect((await again.post('/orders/v2/submit', order())).body.orderID).toBe('41200001');
	});
});
