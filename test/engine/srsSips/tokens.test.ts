import type { Fault } from '../../../sandbox/core/faults';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { countOf, detailsOf, errorWordsOf, json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { inFreshSandbox } from '../../support/partner/freshSandbox';
import { engineFor, orderItem, submitParameters, validateParameters } from './support';

describe('SRS SIPS on the engine: tokens', () => {
	let sandbox: SrsSipsSandbox;

	inFreshSandbox(startSrsSipsSandbox, (started) => (sandbox = started));

	const hundred = Array.from({ length: 100 }, () => ({ customerCode: 'DEMO100' }));
	const manyAtOnce = validateParameters({ options: { concurrency: 20, shareEqualReads: false } });

	it('asks for one token for 100 items at once, and has nothing of it stored', async () => {
		const engine = engineFor(sandbox);
		const { items } = await engine.run({ items: hundred, parameters: manyAtOnce });
		expect(items).toHaveLength(100);
		expect(sandbox.control.counts().tokens).toMatchObject({ issued: 1, refused: 0 });
		expect(countOf(sandbox, 'validateCustomer').answered).toEqual({ 200: 100 });
		expect([...engine.credential.tokens]).toEqual([expect.stringMatching(/^eyJ/)]);
		expect(JSON.stringify(engine.credential.stored)).not.toContain('eyJ');
		expect(engine.credential.updates).toBe(0);
	});

	it('uses it again in the next run and in another workflow', async () => {
		await engineFor(sandbox).run({ items: hundred, parameters: manyAtOnce });
		await engineFor(sandbox).run({ items: hundred, parameters: manyAtOnce });
		expect(received(sandbox, 'getToken')).toBe(1);
	});

	it('renews a token that was revoked in the middle of a run once, and all items succeed', async () => {
		const engine = engineFor(sandbox);
		sandbox.control.change({ latencyMs: 20 });
		const running = engine.start({ items: hundred, parameters: manyAtOnce });
		while (received(sandbox, 'validateCustomer') < 30) await new Promise((resolve) => setTimeout(resolve, 2));
		sandbox.control.revokeTokens();
		const { items, error } = await running.result;
		expect(error).toBeUndefined();
		expect(json(items).filter(({ valid }) => valid !== true)).toEqual([]);
		expect(received(sandbox, 'getToken')).toBe(2);
		expect(countOf(sandbox, 'validateCustomer').answered['401']).toBeLessThanOrEqual(20);
	});

	it('sends an order again after a 401, since it was refused, and with a new token', async () => {
		const engine = engineFor(sandbox);
		await engine.run({ items: hundred.slice(0, 1), parameters: validateParameters() });
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 401 });
		const { items } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
		expect(json(items)).toMatchObject([{ state: 'accepted' }]);
		expect(sandbox.orders()).toHaveLength(1);
		expect(received(sandbox, 'getToken')).toBe(2);
	});

	it('does not send again and again what is refused with every token', async () => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 401, times: 0 });
		const { error } = await engineFor(sandbox).run({ items: [orderItem()], parameters: submitParameters() });
		expect(kindOf(error)).toBe('authentication');
		expect(received(sandbox, 'submitOrder')).toBeLessThanOrEqual(2);
	});

	it('refreshes before the token ends, without a request that is refused', async () => {
		sandbox.control.change({ tokenLifeSeconds: 1 });
		const engine = engineFor(sandbox);
		await engine.run({ items: hundred.slice(0, 1), parameters: validateParameters() });
		await new Promise((resolve) => setTimeout(resolve, 950));
		await engine.run({ items: hundred.slice(0, 1), parameters: validateParameters() });
		expect(received(sandbox, 'getToken')).toBe(2);
		expect(countOf(sandbox, 'validateCustomer').answered).toEqual({ 200: 2 });
	});

	describe('with a wrong secret', () => {
		const wrong = { clientSecret: 'not-the-secret' };

		it('makes one token call for 100 items, and every item says why', async () => {
			const { items } = await engineFor(sandbox, wrong).run({ items: hundred, parameters: manyAtOnce, settings: { onError: 'continueRegularOutput' } });
			expect(sandbox.control.counts().tokens).toMatchObject({ issued: 0, refused: 1 });
			expect(received(sandbox, 'getToken')).toBe(1);
			expect(received(sandbox, 'validateCustomer')).toBe(0);
			expect(items).toHaveLength(100);
			expect(errorWordsOf(items[99])).toBe('Token request: SIPS refused the client id or secret (401): The client secret is wrong');
		});

		it('tells what to check in the error item', async () => {
			const { items } = await engineFor(sandbox, wrong).run({ items: hundred.slice(0, 1), parameters: manyAtOnce, settings: { onError: 'continueRegularOutput' } });
			expect(detailsOf(items[0])).toMatchObject({ kind: 'authentication', advice: expect.stringContaining('Check client id, client secret and environment') });
		});

		it('stops the node with the same words', async () => {
			const { error } = await engineFor(sandbox, wrong).run({ items: hundred, parameters: manyAtOnce });
			expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '401' });
			expect(wordsOf(error)).toMatch(/SIPS refused the client id or secret .* APISupportTeam@srsdistribution\.com/);
			expect(received(sandbox, 'getToken')).toBe(1);
		});

		it('works at once when the secret is corrected', async () => {
			const engine = engineFor(sandbox, wrong);
			await engine.run({ items: hundred, parameters: manyAtOnce });
			engine.credential.edit({ clientSecret: sandbox.client.clientSecret });
			const { error } = await engine.run({ items: hundred, parameters: manyAtOnce });
			expect(error).toBeUndefined();
		});

		it('does not go on with the token of the former secret', async () => {
			const engine = engineFor(sandbox);
			await engine.run({ items: hundred.slice(0, 1), parameters: validateParameters() });
			engine.credential.edit(wrong);
			const { error } = await engine.run({ items: hundred.slice(0, 1), parameters: validateParameters() });
			expect(kindOf(error)).toBe('authentication');
			expect(received(sandbox, 'validateCustomer')).toBe(1);
		});
	});

	it('makes one token call with a client that is not known, though it is answered with 400', async () => {
		const { error } = await engineFor(sandbox, { clientId: 'nobody' }).run({ items: hundred, parameters: manyAtOnce });
		expect(kindOf(error)).toBe('authentication');
		expect(received(sandbox, 'getToken')).toBe(1);
	});

	const FORM = 'application/x-www-form-urlencoded';
	const JSON_TYPE = 'application/json';
	const formsSeen = () => sandbox.control.requests('getToken').map(({ contentType, status }) => [contentType?.split(';')[0], status]);

	it('asks by form', async () => {
		sandbox.control.change({ tokenRefusesJson: true });
		const { error } = await engineFor(sandbox).run({ items: hundred, parameters: manyAtOnce });
		expect(error).toBeUndefined();
		expect(formsSeen()).toEqual([[FORM, 200]]);
	});

	it('asks by form where JSON is chosen and SIPS misses the client id in it, and remembers that', async () => {
		sandbox.control.change({ tokenRefusesJson: true });
		const engine = engineFor(sandbox, { authRequestFormat: 'json' });
		await engine.run({ items: hundred, parameters: manyAtOnce });
		sandbox.control.revokeTokens();
		const { error } = await engine.run({ items: hundred, parameters: manyAtOnce });
		expect(error).toBeUndefined();
		expect(formsSeen()).toEqual([[JSON_TYPE, 400], [FORM, 200], [FORM, 200]]);
	});

	it('asks in JSON if SIPS cannot read a form', async () => {
		sandbox.control.fault({ operationId: 'getToken', kind: 'status', status: 415, body: 'Unsupported Media Type' });
		const { error } = await engineFor(sandbox).run({ items: hundred, parameters: manyAtOnce });
		expect(error).toBeUndefined();
		expect(formsSeen()).toEqual([[FORM, 415], [JSON_TYPE, 200]]);
	});

	it('tries another form at once where a person chooses it after a refusal', async () => {
		sandbox.control.fault({ operationId: 'getToken', kind: 'status', status: 401, body: { message: 'not in this form' } });
		const engine = engineFor(sandbox, { authRequestFormat: 'json' });
		expect(kindOf((await engine.run({ items: hundred, parameters: manyAtOnce })).error)).toBe('authentication');
		engine.credential.edit({ authRequestFormat: 'form' });
		expect((await engine.run({ items: hundred, parameters: manyAtOnce })).error).toBeUndefined();
		expect(formsSeen()).toEqual([[JSON_TYPE, 401], [FORM, 200]]);
	});

	it('says with a refusal that the Integration Key of Roof Hub is no client secret', async () => {
		const { error } = await engineFor(sandbox, { clientSecret: 'RDG100' }).run({ items: hundred, parameters: manyAtOnce });
		expect(wordsOf(error)).toContain('The Integration Key from Roof Hub is neither of them');
	});

	describe.each(['2.8', '2.41'] as const)('on n8n %s', (line) => {
		it('an edit made during a run of many items is still there after it, and nothing of a token stands in the database', async () => {
			const engine = engineFor(sandbox);
			engine.credential.line = line;
			sandbox.control.change({ latencyMs: 20 });
			const running = engine.start({ items: hundred, parameters: manyAtOnce });
			while (received(sandbox, 'validateCustomer') < 30) await new Promise((resolve) => setTimeout(resolve, 2));
			const edit = { clientSecret: 'a-new-secret', environment: 'production' };
			const edited = { ...engine.credential.stored, ...edit };
			engine.credential.edit(edit);
			sandbox.control.revokeTokens();
			expect((await running.result).error).toBeUndefined();
			expect(received(sandbox, 'getToken')).toBe(2);
			expect(engine.credential.stored).toEqual(edited);
			expect(engine.credential.updates).toBe(0);
		});

		it('an expression stays one, and its value is what is sent', async () => {
			const engine = engineFor(sandbox, { clientSecret: `={{ '${sandbox.client.clientSecret}' }}` });
			engine.credential.line = line;
			expect((await engine.run({ items: hundred, parameters: manyAtOnce })).error).toBeUndefined();
			expect(engine.credential.stored.clientSecret).toBe(`={{ '${sandbox.client.clientSecret}' }}`);
		});

		it('what an earlier build kept of a token in the credential is sent nowhere, and costs no reads of the credential', async () => {
			const leftOver = { accessToken: 'left-over-token', accessTokenExpiresAt: '2026-01-01T00:00:00.000Z/2099-01-01T00:00:00.000Z', accessTokenIdentity: 'left-over-seal' };
			const engine = engineFor(sandbox, leftOver);
			engine.credential.line = line;
			const { items } = await engine.run({ items: hundred, parameters: manyAtOnce });
			expect(json(items).filter(({ valid }) => valid === true)).toHaveLength(100);
			expect(engine.credential.reads).toBe(1);
			expect(received(sandbox, 'getToken')).toBe(1);
			expect([...engine.credential.tokens]).toEqual([expect.stringMatching(/^eyJ/)]);
			expect(JSON.stringify(sandbox.control.requests())).not.toContain('left-over');
			expect(engine.credential.stored).toMatchObject(leftOver);
		});
	});

	it.each<[string, Omit<Fault, 'operationId'>, string]>([
		['is down', { kind: 'status', status: 503 }, 'outage'],
		['is cut off', { kind: 'cut' }, 'outage'],
		['answers with a page', { kind: 'answer', body: '<html>Sign in</html>', contentType: 'text/html' }, 'brokenAnswer'],
		['answers without a token', { kind: 'patch', remove: ['access_token'] }, 'brokenAnswer'],
		['is at another address', { kind: 'status', status: 404 }, 'configuration'],
		['asks to wait', { kind: 'status', status: 429, retryAfterSeconds: 600 }, 'rateLimit'],
	])('says so where the token call %s', async (_name, fault, kind) => {
		sandbox.control.fault({ operationId: 'getToken', times: 0, ...fault });
		const { error } = await engineFor(sandbox).run({ items: hundred, parameters: manyAtOnce });
		expect(kindOf(error)).toBe(kind);
		expect(wordsOf(error)).toMatch(/^Token request: |^The answer to the token request/);
		expect(received(sandbox, 'getToken')).toBe(1);
		expect(received(sandbox, 'validateCustomer')).toBe(0);
	});
});
