import type { IDataObject } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Fault } from '../../../sandbox/core/faults';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { countOf, json, kindOf, received, until, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { inFreshSandbox } from '../../support/partner/freshSandbox';
import { engineFor, orderItem, priceItem, priceParameters, submitParameters, validateParameters } from './support';

type Spoilt = Omit<Fault, 'operationId'>;

describe('SRS SIPS on the engine: what can go wrong', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	inFreshSandbox(startSrsSipsSandbox, (started) => {
		sandbox = started;
		engine = engineFor(sandbox);
	});

	const one = [{ customerCode: 'DEMO100' }];
	const products = { resource: 'branch', operation: 'getProducts', branchCode: 'SBDEN' };

	describe('a read', () => {
		it.each<[string, Spoilt]>([
			['500', { kind: 'status', status: 500 }],
			['503 with a page', { kind: 'html' }],
			['408', { kind: 'status', status: 408 }],
			['a cut connection', { kind: 'cut' }],
			['a cut answer', { kind: 'cutBody' }],
			['429 with Retry-After in seconds', { kind: 'status', status: 429, retryAfterSeconds: 0 }],
		])('is repeated after %s', async (_name, fault) => {
			sandbox.control.fault({ operationId: 'validateCustomer', ...fault });
			const { items, error } = await engine.run({ items: one, parameters: validateParameters() });
			expect(error).toBeUndefined();
			expect(json(items)).toMatchObject([{ valid: true }]);
			expect(received(sandbox, 'validateCustomer')).toBe(2);
		});

		it.each(['seconds', 'date'] as const)('waits as long as SIPS asks for in a Retry-After of %s', async (retryAfterAs) => {
			sandbox.control.fault({ operationId: 'validateCustomer', kind: 'status', status: 429, retryAfterSeconds: retryAfterAs === 'date' ? 2 : 1, retryAfterAs });
			const before = Date.now();
			await engine.run({ items: one, parameters: validateParameters() });
			// A date has whole seconds, so of two at least one is left.
			expect(Date.now() - before).toBeGreaterThanOrEqual(950);
			expect(received(sandbox, 'validateCustomer')).toBe(2);
		});

		it('is not held for an hour: the error says how long SIPS asks to wait', async () => {
			sandbox.control.fault({ operationId: 'validateCustomer', kind: 'status', status: 429, retryAfterSeconds: 3600 });
			const { error } = await engine.run({ items: one, parameters: validateParameters() });
			expect(kindOf(error)).toBe('rateLimit');
			expect(error?.context.data).toMatchObject({ retryAfterMs: 3_600_000, status: 429 });
			expect(received(sandbox, 'validateCustomer')).toBe(1);
		});

		it('is given up after four tries', async () => {
			sandbox.control.fault({ operationId: 'validateCustomer', kind: 'status', status: 500, times: 0 });
			const { error } = await engine.run({ items: one, parameters: validateParameters() });
			expect(kindOf(error)).toBe('outage');
			expect(wordsOf(error)).toContain('tried 4 times');
			expect(received(sandbox, 'validateCustomer')).toBe(4);
		});

		it('gives up waiting for an answer after the time-out, and says after how long', async () => {
			sandbox.control.fault({ operationId: 'validateCustomer', kind: 'silence', times: 0 });
			const { error } = await engine.run({ items: one, parameters: validateParameters({ options: { timeoutMs: 100 } }) });
			expect(kindOf(error)).toBe('outage');
			expect(error?.message).toMatch(/did not answer within (100 ms|0\.1 s)/);
		});
	});

	describe('a status', () => {
		it.each<[number, string, number]>([
			[400, 'validation', 1],
			[401, 'authentication', 2],
			[403, 'permission', 1],
			[404, 'notFound', 1],
			[409, 'conflict', 1],
			[422, 'validation', 1],
			[500, 'outage', 4],
		])('%i is its own kind of failure, in the words of SIPS', async (status, kind, calls) => {
			sandbox.control.fault({
				operationId: 'getOrderList', kind: 'status', status, times: 0, headers: { 'x-request-id': 'req-1' },
				body: { code: 'SomeCode', message: 'Words of the partner' },
			});
			const { error } = await engine.run({ items: [{}], parameters: { resource: 'order', operation: 'getAll' } });
			expect(error).toMatchObject({ name: 'NodeApiError', httpCode: String(status) });
			expect(error?.message).toContain('Words of the partner');
			expect(error?.context.data).toMatchObject({ kind, status, partnerMessage: 'Words of the partner', partnerCode: 'SomeCode', requestId: 'req-1' });
			expect(error?.description).not.toBe('');
			// After a 401 a new token may be worth another try, or not.
			expect(received(sandbox, 'getOrderList')).toBeLessThanOrEqual(calls);
			expect(received(sandbox, 'getOrderList')).toBeGreaterThanOrEqual(status === 401 ? 1 : calls);
		});

		it.each<[string, unknown, string | undefined]>([
			['text', 'Plain words', 'Plain words'],
			['an OAuth error', { error: 'bad', error_description: 'Described' }, 'Described'],
			['a list of errors', { errors: [{ field: 'a', message: 'First' }, { field: 'b', message: 'Second' }] }, 'First; Second'],
			['a page', '<html><head><style>b{}</style></head><body><h1>Bad Request</h1></body></html>', 'Bad Request'],
			['nothing', '', undefined],
			['null', 'null', undefined],
		])('is understood with %s as its body', async (_name, body, words) => {
			sandbox.control.fault({ operationId: 'getOrderList', kind: 'status', status: 400, body, ...(body === 'null' ? { contentType: 'application/json' } : {}) });
			const { error } = await engine.run({ items: [{}], parameters: { resource: 'order', operation: 'getAll' } });
			expect(error?.context.data?.partnerMessage).toBe(words);
			expect(kindOf(error)).toBe('validation');
		});

		it('that redirects is not followed: the token goes nowhere else', async () => {
			const other = await startSrsSipsSandbox();
			sandbox.control.fault({ operationId: 'validateCustomer', kind: 'status', status: 302, headers: { location: `${other.url}/customers/validate/?accountNumber=DEMO100` } });
			const { error } = await engine.run({ items: one, parameters: validateParameters() });
			await other.close();
			expect(kindOf(error)).toBe('configuration');
			expect(received(other, 'validateCustomer')).toBe(0);
		});
	});

	describe('an answer with status 200 that is not what SIPS documents', () => {
		const lists: Array<[string, string, IDataObject, IDataObject[]]> = [
			['Get Active Products', 'getActiveBranchProducts', products, [{}]],
			['Get Many for Customer', 'getCustomerBranchLocations', { resource: 'branch', operation: 'getAllForCustomer', customerCode: 'DEMO100' }, [{}]],
			['Get Prices', 'getPrices', priceParameters(), [priceItem()]],
			['Get Many orders', 'getOrderList', { resource: 'order', operation: 'getAll' }, [{}]],
			['Validate', 'validateCustomer', validateParameters(), one],
		];
		const bodies: Array<[string, Spoilt]> = [
			['a page', { kind: 'answer', body: '<html><body>Sign in</body></html>', contentType: 'text/html' }],
			['half a JSON', { kind: 'truncatedJson' }],
			['nothing', { kind: 'answer', body: '' }],
			['null', { kind: 'answer', body: 'null', contentType: 'application/json' }],
			['a number', { kind: 'answer', body: 7 }],
			['an error body', { kind: 'answer', body: { code: 'GeneralError', message: 'Words of the partner', errors: [{ field: 'x', message: 'y' }] } }],
			['an error without details', { kind: 'answer', body: { code: 'GeneralError', message: 'Words of the partner' } }],
		];

		describe.each(lists)('%s', (_name, operationId, parameters, items) => {
			it.each(bodies)('%s is a failure, and never data', async (_body, fault) => {
				sandbox.control.fault({ operationId, times: 0, ...fault });
				const result = await engine.run({ items, parameters: parameters as never });
				expect(result.items).toEqual([]);
				expect(kindOf(result.error)).toMatch(/^(brokenAnswer|businessRefusal|validation|outage)$/);
				expect(result.error?.description).not.toBe('');
			});
		});

		it('is told in the words of SIPS where it has any', async () => {
			sandbox.control.fault({ operationId: 'getPrices', kind: 'answer', body: { code: 'GeneralError', message: 'Words of the partner' } });
			const { error } = await engine.run({ items: [priceItem()], parameters: priceParameters() });
			expect(wordsOf(error)).toContain('Words of the partner');
		});

		it('is read all the same under another content type', async () => {
			sandbox.control.fault({ operationId: 'getActiveBranchProducts', kind: 'contentType', contentType: 'text/plain' });
			const { items } = await engine.run({ items: [{}], parameters: products });
			expect(items).toHaveLength(50);
		});

		it.each<[string, Spoilt]>([
			['is missing', { kind: 'patch', remove: ['validIndicator'] }],
			['is null', { kind: 'patch', merge: { validIndicator: null } }],
			['is another letter', { kind: 'patch', merge: { validIndicator: 'P' } }],
			['is a number', { kind: 'patch', merge: { validIndicator: 1 } }],
		])('never makes a customer valid: the indicator %s', async (_name, fault) => {
			sandbox.control.fault({ operationId: 'validateCustomer', ...fault });
			const result = await engine.run({ items: one, parameters: validateParameters({ options: { whenNotValid: 'output' } }) });
			expect(result.items).toEqual([]);
			expect(kindOf(result.error)).toBe('brokenAnswer');
		});

		it.each<[string, unknown]>([
			['a list of nothing', []],
			['lines of other products', [{ productId: 1, price: 5, priceUOM: 'BD', messageCode: 0 }]],
			['lines that are no objects, beside one', [null, 'x', 7, { productId: 1 }]],
			['a line without a price', [{ productId: 6000, productOptions: ['Black Shadow'], requestedUOM: 'BD', priceUOM: 'BD', messageCode: 0 }]],
			['a price of 0', [{ productId: 6000, productOptions: ['Black Shadow'], requestedUOM: 'BD', priceUOM: 'BD', price: 0, messageCode: 0 }]],
			['a negative price', [{ productId: 6000, productOptions: ['Black Shadow'], requestedUOM: 'BD', priceUOM: 'BD', price: -3, messageCode: 0 }]],
		])('never makes a price: %s', async (_name, body) => {
			sandbox.control.fault({ operationId: 'getPrices', kind: 'answer', body });
			const { items } = await engine.run({ items: [priceItem()], parameters: priceParameters() });
			expect(json(items)).toMatchObject([{ productId: 6000, price: null, priceAvailable: false, lineTotal: null }]);
			expect(items[0]?.json.priceMessage).toContain('Please call branch for product pricing');
		});

		it('has no prices where none of its lines is an object: that is no answer, and no price that the branch has to name', async () => {
			sandbox.control.fault({ operationId: 'getPrices', kind: 'answer', body: [null, 'x', 7] });
			const { items, error } = await engine.run({ items: [priceItem()], parameters: priceParameters() });
			expect([items, kindOf(error)]).toEqual([[], 'brokenAnswer']);
		});

		it.each<[string, unknown]>([
			['products without numbers', [{ id: 6000, name: 'Shingles' }]],
			['products without choices', [{ productId: 6000 }]],
		])('speaks against no order: %s', async (_name, body) => {
			sandbox.control.fault({ operationId: 'getActiveBranchProducts', kind: 'answer', body });
			const { items } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
			expect(json(items)).toMatchObject([{ state: 'accepted' }]);
		});

		it.each<[string, unknown]>([
			['branches without codes', [{ branch: 'SBDEN', jobAccounts: [] }]],
			['a branch without job accounts', [{ branchCode: 'SBDEN' }]],
			['job accounts without numbers', [{ branchCode: 'SBDEN', jobAccounts: [{ name: 'MAIN' }] }]],
		])('speaks against no order: %s', async (_name, body) => {
			sandbox.control.fault({ operationId: 'getCustomerBranchLocations', kind: 'answer', body });
			const { items } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
			expect(json(items)).toMatchObject([{ state: 'accepted' }]);
		});

		it('does not count as accepted where a queue id stands in the place of the order number', async () => {
			sandbox.control.fault({
				operationId: 'submitOrder', kind: 'patch', merge: { message: 'OK', orderID: '6a6e3c1e-0d0b-4a39-9a57-1c2f6d1f5a10', queueID: null },
			});
			const { items } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
			expect(json(items)).toMatchObject([{ state: 'queued', orderId: null, queueId: '6a6e3c1e-0d0b-4a39-9a57-1c2f6d1f5a10' }]);
		});

		it.each(['00000000-0000-0000-0000-000000000000', '00000000000000000000000000000000', '0', 0])('counts as accepted beside a queue id of zeros, which stand for none: %p', async (queueID) => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'patch', merge: { queueID } });
			const { items } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
			expect(json(items)).toMatchObject([{ state: 'accepted', orderId: String(sandbox.orders()[0]?.orderId), queueId: null, outcomeFrom: 'answer' }]);
		});

		it.each([null, '00000000-0000-0000-0000-000000000000', '6a6e3c1e-0d0b-4a39-9a57-1c2f6d1f5a10'])('with a word in the place of the order number is neither accepted nor queued, beside the queue id %p', async (queueID) => {
			sandbox.control.change({ orderMode: 'queuedDropped' });
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'patch', merge: { message: '', orderID: 'REJECTED', queueID } });
			const { items, error } = await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { lookUpSeconds: 0 } }) });
			expect([items, kindOf(error)]).toEqual([[], 'unknownOutcome']);
			expect(wordsOf(error)).toContain('REJECTED');
			expect(received(sandbox, 'submitOrder')).toBe(1);
		});
	});

	describe('when the execution is cancelled', () => {
		it('begins no further request, and ends as cancelled', async () => {
			sandbox.control.change({ latencyMs: 60 });
			const items = Array.from({ length: 100 }, () => ({ customerCode: 'DEMO100' }));
			const running = engine.start({ items, parameters: validateParameters({ options: { concurrency: 5, shareEqualReads: false } }) });
			await until(() => received(sandbox, 'validateCustomer') >= 10);
			running.cancel();
			const begun = received(sandbox, 'validateCustomer');
			const { run } = await running.result;
			await until(() => countOf(sandbox, 'validateCustomer').inFlight === 0);
			expect(received(sandbox, 'validateCustomer')).toBe(begun);
			expect(run.status).toBe('canceled');
		});

		it('does not wait to the end of a pause between two tries', async () => {
			sandbox.control.fault({ operationId: 'validateCustomer', kind: 'status', status: 429, retryAfterSeconds: 30 });
			const running = engine.start({ items: one, parameters: validateParameters() });
			await until(() => countOf(sandbox, 'validateCustomer').answered['429'] === 1);
			await new Promise((resolve) => setTimeout(resolve, 30));
			const before = Date.now();
			running.cancel();
			await running.result;
			expect(Date.now() - before).toBeLessThan(1_000);
			expect(received(sandbox, 'validateCustomer')).toBe(1);
		});

		it('stops the run as a whole, also with Continue On Fail', async () => {
			sandbox.control.change({ latencyMs: 60 });
			const items = Array.from({ length: 30 }, () => ({ customerCode: 'DEMO100' }));
			const running = engine.start({ items, parameters: validateParameters({ options: { concurrency: 2, shareEqualReads: false } }), settings: { onError: 'continueRegularOutput' } });
			await until(() => received(sandbox, 'validateCustomer') >= 2);
			running.cancel();
			await running.result;
			expect(received(sandbox, 'validateCustomer')).toBeLessThanOrEqual(4);
		});
	});
});
