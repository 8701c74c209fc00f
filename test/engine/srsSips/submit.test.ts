import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../../../sandbox/core/faults';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { detailsOf, errorWordsOf, kindOf, received, until, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, orderLine, submitParameters } from './support';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;

describe('SRS SIPS on the engine: an order is placed once', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
		engine = engineFor(sandbox);
	});
	afterEach(() => sandbox.close());

	describe('where nothing says what became of it', () => {
		const faults: Array<[string, Omit<Fault, 'operationId'>, number]> = [
			['500 before the order was taken', { kind: 'status', status: 500 }, 0],
			['500 after it was taken', { kind: 'status', status: 500, when: 'after' }, 1],
			['502 from a gateway', { kind: 'html', status: 502, when: 'after' }, 1],
			['503 with Retry-After', { kind: 'status', status: 503, retryAfterSeconds: 0 }, 0],
			['408', { kind: 'status', status: 408, when: 'after' }, 1],
			['a cut before it was taken', { kind: 'cut' }, 0],
			['a cut after it was taken', { kind: 'cut', when: 'after' }, 1],
			['a cut in the middle of the answer', { kind: 'cutBody' }, 1],
			['silence, though it was taken', { kind: 'silence', when: 'after' }, 1],
			['half a JSON answer', { kind: 'truncatedJson' }, 1],
			['an HTML page with status 200', { kind: 'answer', body: '<html>Welcome</html>', contentType: 'text/html', when: 'after' }, 1],
			['an empty answer', { kind: 'answer', body: '', when: 'after' }, 1],
			['null', { kind: 'answer', body: 'null', contentType: 'application/json', when: 'after' }, 1],
			['a list', { kind: 'answer', body: [], when: 'after' }, 1],
			['an answer without any id', { kind: 'patch', remove: ['orderID', 'queueID'] }, 1],
			['empty ids', { kind: 'patch', merge: { orderID: '', queueID: '' } }, 1],
		];

		beforeEach(() => sandbox.control.change({ listCarriesTransactionId: true }));

		const taken = faults.filter(([, , count]) => count === 1);
		const notTaken = faults.filter(([, , count]) => count === 0);
		// A queued order is not listed, so it cannot be found.
		const neverListed = { orderMode: 'queuedDropped' } as const;

		it.each(taken)('%s: one POST, and the order is found', async (_name, fault) => {
			sandbox.control.fault({ operationId: 'submitOrder', times: 0, ...fault });
			const { error, items } = await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { timeoutMs: 250, lookUpSeconds: 1 } }) });
			expect(error).toBeUndefined();
			expect(received(sandbox, 'submitOrder')).toBe(1);
			const [held] = sandbox.orders();
			expect(items[0]?.json).toMatchObject({
				state: 'accepted', orderId: String(held?.orderId), transactionId: held?.transactionID, outcomeFrom: 'lookUp', alreadySubmitted: false, matchedBy: 'transactionId',
			});
		});

		it('a cut after it was taken, and rows without a transaction id: it is left to a person, who is told what is listed', async () => {
			sandbox.control.change({ listCarriesTransactionId: false, lastOrderState: 'Order Received' });
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'cut', when: 'after' });
			const { error } = await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { lookUpSeconds: 1 } }) });
			expect(kindOf(error)).toBe('unknownOutcome');
			expect(error?.description).toContain(`lists ${sandbox.orders()[0]?.orderId}, which may be it, or another one`);
			expect(received(sandbox, 'submitOrder')).toBe(1);
		});

		it.each([...notTaken.map(([name, fault]) => [name, fault, {}] as const), ...taken.map(([name, fault]) => [`${name}, and queued`, fault, neverListed] as const)])(
			'%s: one POST, and the error says so with PO number and transaction id',
			async (_name, fault, settings) => {
				sandbox.control.change(settings);
				sandbox.control.fault({ operationId: 'submitOrder', times: 0, ...fault });
				const { error, items } = await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { timeoutMs: 250, lookUpSeconds: 0 } }) });
				expect(items).toEqual([]);
				expect(received(sandbox, 'submitOrder')).toBe(1);
				expect(kindOf(error)).toBe('unknownOutcome');
				expect(error?.message).toContain('It is not known whether the order was placed');
				expect(error?.message).toContain('PO PO-7731');
				expect(error?.message).toMatch(UUID);
				expect(error?.description).toMatch(/Do not send it again before.*A look-up did not find it so far.*Order: Find with PO Number PO-7731/);
				expect(error?.context.data?.subject).toEqual({ transactionId: expect.stringMatching(UUID), poNumber: 'PO-7731' });
			},
		);

		it('is looked for until it is listed, within the time that is set', async () => {
			// The sandbox goes through an order's life in seconds, and what is invoiced already would be in doubt.
			sandbox.control.change({ listDelayMs: 700, lastOrderState: 'Order Received' });
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'cut', when: 'after' });
			const { items } = await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { lookUpSeconds: 5 } }) });
			expect(items[0]?.json).toMatchObject({ state: 'accepted', outcomeFrom: 'lookUp' });
			expect(sandbox.orders()).toHaveLength(1);
		});

		it('arrives as it was entered, in whatever letters, with whatever whole quantity', async () => {
			const notes = 'Zufahrt über den Höfeweg, 屋根, крыша, 🏠 "Tür" \\ links';
			const { error } = await engine.run({
				items: [orderItem({ lines: [orderLine({ quantity: 1_000_000_000 })] })], parameters: submitParameters({ shipToName: 'Åse Ñúñez', options: { notes } }),
			});
			expect(error).toBeUndefined();
			const body = sandbox.control.requests('submitOrder')[0]?.body as IDataObject;
			expect([body.notes, (body.shipTo as IDataObject).name, (body.orderLineItemDetails as IDataObject[])[0]?.quantity]).toEqual([notes, 'Åse Ñúñez', 1_000_000_000]);
		});

		it('is not confused with another order under the same PO number', async () => {
			await engine.run({ items: [orderItem()], parameters: submitParameters() });
			const second = orderItem({ lines: [orderLine({ quantity: 31 })] });
			const options = { whenPoNumberListed: 'send', lookUpSeconds: 0 };
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 500 });
			const lost = await engine.run({ items: [second], parameters: submitParameters({ options }) });
			expect(kindOf(lost.error)).toBe('unknownOutcome');
			expect(sandbox.orders()).toHaveLength(1);
		});

		it('is no matter for Continue On Fail: one POST, an error item, and the next order', async () => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 500 });
			const { items } = await engine.run({
				items: [orderItem({ poNumber: 'PO-1' }), orderItem({ poNumber: 'PO-2' })],
				parameters: submitParameters({ options: { lookUpSeconds: 0 } }),
				settings: { onError: 'continueRegularOutput' },
			});
			expect(errorWordsOf(items[0])).toContain('It is not known whether the order was placed');
			expect(detailsOf(items[0])).toMatchObject({ kind: 'unknownOutcome' });
			expect(items[1]?.json).toMatchObject({ state: 'accepted' });
			expect(sandbox.orders().map(({ poNumber }) => poNumber)).toEqual(['PO-2']);
		});

		it.each([
			['stops', undefined],
			['puts out an error item', 'continueRegularOutput'],
		] as const)('is not sent again by Retry On Fail, whether the node %s', async (_name, onError) => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 500, when: 'after' });
			await engine.run({
				items: [orderItem()],
				parameters: submitParameters(),
				settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1, onError },
			});
			expect(sandbox.orders()).toHaveLength(1);
			expect(received(sandbox, 'submitOrder')).toBe(1);
		});
	});

	describe('where it surely was not sent', () => {
		it('is no unknown outcome: the address refuses connections', async () => {
			const server = createServer().listen(0, '127.0.0.1');
			await new Promise((resolve) => server.once('listening', resolve));
			const { port } = server.address() as AddressInfo;
			await new Promise((resolve) => server.close(resolve));
			const { error } = await engineFor({ ...sandbox, url: `http://127.0.0.1:${port}` }).run({
				items: [orderItem()], parameters: submitParameters({ options: { checkFirst: false } }),
			});
			expect(kindOf(error)).toBe('outage');
			expect(wordsOf(error)).toMatch(/could not be reached.*base URL/);
		});

		it('is no unknown outcome: there is no token', async () => {
			const { error } = await engineFor(sandbox, { clientSecret: 'wrong' }).run({
				items: [orderItem()], parameters: submitParameters({ options: { checkFirst: false } }),
			});
			expect(kindOf(error)).toBe('authentication');
			expect(received(sandbox, 'submitOrder')).toBe(0);
		});

		it('is no unknown outcome: what has to be checked before cannot be read', async () => {
			sandbox.control.fault({ operationId: 'getActiveBranchProducts', kind: 'status', status: 403, times: 0 });
			const { error } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
			expect(kindOf(error)).toBe('permission');
			expect(received(sandbox, 'submitOrder')).toBe(0);
			expect(wordsOf(error)).toMatch(/PO PO-7731|not (sent|placed)|no order|Nothing was sent/i);
		});
	});

	describe('that SIPS refuses', () => {
		it.each([
			[400, 'validation'],
			[404, 'notFound'],
			[409, 'conflict'],
		])('with %i, it says so, that no order was placed, and keeps the words of SIPS', async (status, kind) => {
			sandbox.control.fault({
				operationId: 'submitOrder', kind: 'status', status, body: { code: 'OrderRefused', message: 'The customer is on credit hold' },
				headers: { 'x-request-id': 'req-4711' },
			});
			const { error } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
			expect(kindOf(error)).toBe(kind);
			expect(error?.message).toMatch(/^SIPS refused the order \(PO PO-7731, transaction .*\): The customer is on credit hold$/);
			expect(error?.description).toContain('No order was placed');
			expect(error?.context.data).toMatchObject({
				status, partnerCode: 'OrderRefused', partnerMessage: 'The customer is on credit hold', requestId: 'req-4711', subject: { poNumber: 'PO-7731' },
			});
			expect(received(sandbox, 'submitOrder')).toBe(1);
		});

		it.each([403, 422])('with %i, it names the order and says that none was placed', async (status) => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status, body: { message: 'Not now' } });
			const { error } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
			expect(received(sandbox, 'submitOrder')).toBe(1);
			expect(wordsOf(error)).toContain('PO-7731');
			expect(wordsOf(error)).toContain('No order was placed');
		});

		it.each([
			['a number of seconds', { retryAfterSeconds: 1 }],
			['a date', { retryAfterSeconds: 1, retryAfterAs: 'date' as const }],
			['nothing', {}],
		])('for now, with 429 and %s in Retry-After, it is sent again when that is over: it was not taken', async (_what, header) => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 429, ...header });
			const { items } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
			expect(items[0]?.json).toMatchObject({ state: 'accepted', outcomeFrom: 'answer' });
			expect([received(sandbox, 'submitOrder'), sandbox.orders().length]).toEqual([2, 1]);
		});

		it('with 429 again and again, it names the order and says that none was placed', async () => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 429, times: 0, body: { message: 'Not now' } });
			const { error } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
			expect(kindOf(error)).toBe('rateLimit');
			expect(wordsOf(error)).toContain('PO-7731');
			expect(wordsOf(error)).toContain('No order was placed');
			expect(sandbox.orders()).toHaveLength(0);
		});

		it('while another one is refused, an order of unknown outcome is what is told first', async () => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 400, times: 1 });
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 500, when: 'after', times: 1 });
			sandbox.control.change({ orderMode: 'queuedDropped' });
			const items = [orderItem({ poNumber: 'PO-1' }), orderItem({ poNumber: 'PO-2' })];
			const { error } = await engine.run({ items, parameters: submitParameters({ options: { lookUpSeconds: 0, concurrency: 2 } }) });
			expect(kindOf(error)).toBe('unknownOutcome');
			expect(error?.message).toMatch(/^It is not known whether the order was placed \(PO PO-[12], /);
			expect(wordsOf(error)).toMatch(/Item [12] failed, too: SIPS refused the order \(PO PO-[12]/);
		});

		it('after another one was placed, it tells which, since the output is lost when the node stops', async () => {
			const items = [orderItem({ poNumber: 'PO-1' }), orderItem({ poNumber: 'PO-2' })];
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 400, skip: 1 });
			const { error } = await engine.run({ items, parameters: submitParameters() });
			expect(error?.context.itemIndex).toBe(1);
			const [first] = sandbox.orders();
			expect(wordsOf(error)).toMatch(/Done before this item stopped the node: PO PO-1, transaction /);
			expect(wordsOf(error)).toContain(first?.transactionID);
		});

		it('goes no further: orders after it are not sent', async () => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 400 });
			await engine.run({ items: ['1', '2', '3'].map((poNumber) => orderItem({ poNumber })), parameters: submitParameters() });
			expect(received(sandbox, 'submitOrder')).toBe(1);
		});

		it('by an answer with status 200 that has no order in it and says so, it is told in the words of SIPS', async () => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'answer', body: { code: 'GeneralError', message: 'Branch is closed' } });
			const { error } = await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { lookUpSeconds: 0 } }) });
			expect(wordsOf(error)).toContain('Branch is closed');
			expect(received(sandbox, 'submitOrder')).toBe(1);
		});
	});

	describe('that has faults', () => {
		it.each([
			['an unknown branch', { branchCode: 'NOWHERE' }, orderItem(), 'Branch Code'],
			['another branch than the customer has', { branchCode: 'SBSEA' }, orderItem(), 'Branch Code'],
			['an unknown customer', { customerCode: 'NOBODY' }, orderItem(), 'Customer Code'],
			['a job account of another branch', { jobAccountNumber: '51' }, orderItem(), 'Job Account Number'],
			['a product that the branch does not sell', {}, orderItem({ lines: [orderLine(), orderLine({ productId: 1 })] }), 'Lines 2: Product ID'],
			['a colour that it does not have', {}, orderItem({ lines: [orderLine({ option: 'Pink' })] }), 'Lines 1: Option'],
			['a unit that it does not sell by', {}, orderItem({ lines: [orderLine({ uom: 'TON' })] }), 'Lines 1: Unit of Measure'],
			['no PO number', {}, orderItem({ poNumber: '' }), 'PO Number'],
			['half a bundle', {}, orderItem({ lines: [orderLine({ quantity: 1.5 })] }), 'Lines 1: Quantity'],
			['no lines', {}, orderItem({ lines: [] }), 'Lines'],
		])('such as %s is not sent', async (_name, parameters, item, field) => {
			const { error } = await engine.run({ items: [item], parameters: submitParameters(parameters) });
			expect(kindOf(error)).toBe('validation');
			expect(error?.message).toContain(field);
			expect(error?.description).toContain('Nothing was sent');
			expect(error?.context.data?.faults).toContainEqual({ field, expected: expect.any(String) });
			expect(received(sandbox, 'submitOrder')).toBe(0);
		});

		it('names all of them at once, with what SIPS lists', async () => {
			const lines = [orderLine({ option: 'Pink' }), orderLine({ productId: 1 }), orderLine({ uom: 'TON' })];
			const { error } = await engine.run({ items: [orderItem({ lines })], parameters: submitParameters({ jobAccountNumber: '99' }) });
			expect(error?.message).toMatch(/Job Account Number: 99 .*43 \(MAIN\), 44 .*Lines 1: Option: .*Black Shadow.*Lines 2: Product ID: .*Lines 3: Unit of Measure: not sold by TON\. SIPS lists: BD, SQ/);
		});

		it('is sent all the same where the check is switched off', async () => {
			const { error } = await engine.run({
				items: [orderItem({ lines: [orderLine({ option: 'Pink' })] })], parameters: submitParameters({ options: { checkFirst: false } }),
			});
			expect(received(sandbox, 'getActiveBranchProducts')).toBe(0);
			expect(received(sandbox, 'submitOrder')).toBe(1);
			expect(error?.message).toContain('"Pink" is not an option of product 6000');
		});

		it('stops the node before the orders ahead of it are sent, if the fault shows in the panel alone', async () => {
			const items = [orderItem({ poNumber: 'PO-1' }), orderItem({ poNumber: 'PO-2', lines: [] })];
			const { error } = await engine.run({ items, parameters: submitParameters() });
			expect(error?.context.itemIndex).toBe(1);
			expect(received(sandbox, 'submitOrder')).toBe(0);
		});
	});

	it('reads what a branch sells once for 8 orders there', async () => {
		const items = Array.from({ length: 8 }, (_, at) => orderItem({ poNumber: `PO-${at}` }));
		const { items: out } = await engine.run({ items, parameters: submitParameters() });
		expect(out).toHaveLength(8);
		expect([received(sandbox, 'getActiveBranchProducts'), received(sandbox, 'getCustomerBranchLocations')]).toEqual([1, 1]);
	});

	it('sends orders one by one, in order', async () => {
		sandbox.control.change({ latencyMs: 5 });
		const items = ['3', '1', '2'].map((poNumber) => orderItem({ poNumber }));
		await engine.run({ items, parameters: submitParameters() });
		expect(sandbox.orders().map(({ poNumber }) => poNumber)).toEqual(['3', '1', '2']);
		expect(sandbox.control.counts().operations.submitOrder?.maxInFlight).toBe(1);
	});

	it('does not place the same order twice when it comes twice in one run', async () => {
		const { items } = await engine.run({ items: [orderItem(), orderItem()], parameters: submitParameters() });
		expect(items.map(({ json }) => json.alreadySubmitted)).toEqual([false, true]);
		expect(sandbox.orders()).toHaveLength(1);
	});

	it('does not place it twice either when both go out at once', async () => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'latency', ms: 60 });
		const { items } = await engine.run({
			items: [orderItem(), orderItem()], parameters: submitParameters({ options: { concurrency: 5 } }), settings: { onError: 'continueRegularOutput' },
		});
		expect(items).toHaveLength(2);
		expect(sandbox.orders()).toHaveLength(1);
	});

	describe('in a later execution', () => {
		const run = (changes = {}, item = orderItem()) => engine.run({ items: [item], parameters: submitParameters(changes) });

		it('is not sent again once it was placed: the order that exists comes out, marked as such', async () => {
			const first = await run();
			const second = await run();
			expect(first.items[0]?.json).toMatchObject({ state: 'accepted', alreadySubmitted: false });
			expect(second.error).toBeUndefined();
			expect(second.items[0]?.json).toMatchObject({ orderId: first.items[0]?.json.orderId, state: 'accepted', alreadySubmitted: true, outcomeFrom: 'answer' });
			expect(received(sandbox, 'submitOrder')).toBe(1);
		});

		it('is not sent again while nobody knows what came of it', async () => {
			sandbox.control.change({ orderMode: 'queuedDropped' });
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'cut', when: 'after' });
			const quick = { options: { lookUpSeconds: 0 } };
			await run(quick);
			const { error } = await run(quick);
			expect(kindOf(error)).toBe('unknownOutcome');
			expect(wordsOf(error)).toMatch(/^Not sent again \(PO PO-7731.*does not list it.*Send Even If Already Sent/);
			expect(received(sandbox, 'submitOrder')).toBe(1);
		});

		it.each([400, 401, 403, 404, 409, 429])('is sent again where SIPS had refused it with %i', async (status) => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status, times: status === 401 ? 2 : 1 });
			await run();
			sandbox.control.clearFaults();
			const { items } = await run();
			expect(items[0]?.json).toMatchObject({ state: 'accepted' });
			expect(sandbox.orders()).toHaveLength(1);
		});

		it('comes out as what it is by then, where SIPS lists it with its transaction id: a queued order that SIPS has taken is accepted', async () => {
			sandbox.control.change({ orderMode: 'queued', eventDelayMs: 5, listCarriesTransactionId: true });
			const first = await run();
			expect(first.items[0]?.json).toMatchObject({ state: 'queued', orderId: null });
			await until(() => sandbox.orders()[0]?.orderId !== null);
			const second = await run();
			expect(second.items[0]?.json).toMatchObject({ state: 'accepted', orderId: expect.stringMatching(/^\d+$/) as string, alreadySubmitted: true });
		});

		it('is sent where it is another order, by its PO number', async () => {
			await run();
			await run({}, orderItem({ poNumber: 'PO-7732' }));
			expect(sandbox.orders()).toHaveLength(2);
		});

		it.each([
			['other lines', {}, orderItem({ lines: [orderLine({ quantity: 31 })] })],
			['a transaction id of its own', { transactionId: 'second-one' }, orderItem()],
		])('is stopped where SIPS lists the PO number already, unless that is allowed: %s', async (_what, options, item) => {
			await run();
			const stopped = await run({ options }, item);
			expect(kindOf(stopped.error)).toBe('conflict');
			expect(wordsOf(stopped.error)).toMatch(/already lists 412\d{5}.*Nothing was sent/);
			const { items } = await run({ options: { ...options, whenPoNumberListed: 'send' } }, item);
			expect(items[0]?.json).toMatchObject({ state: 'accepted', alreadySubmitted: false });
			expect(sandbox.orders()).toHaveLength(2);
		});

		it('is sent again where a person says so: as another order, and once however often Retry On Fail runs', async () => {
			const first = await run();
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 500 });
			const again = await engine.run({
				items: [orderItem()],
				parameters: submitParameters({ options: { sendAgain: true, lookUpSeconds: 0 } }),
				settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			});
			expect(kindOf(again.error)).toBe('unknownOutcome');
			expect(received(sandbox, 'submitOrder')).toBe(2);
			expect(first.items[0]?.json.transactionId).toBe(sandbox.orders()[0]?.transactionID);
		});
	});

	it('goes on with Retry On Fail where an order after it was refused: each is placed once', async () => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 429, skip: 1 });
		const { items } = await engine.run({
			items: [orderItem({ poNumber: 'PO-1' }), orderItem({ poNumber: 'PO-2' })],
			parameters: submitParameters(),
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
		expect(sandbox.orders().map(({ poNumber }) => poNumber)).toEqual(['PO-1', 'PO-2']);
		expect(items.map(({ json }) => json.poNumber)).toEqual(['PO-1', 'PO-2']);
	});

	describe('when the execution is cancelled', () => {
		it('lets the order under way arrive, and begins no other', async () => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'latency', ms: 150, times: 0 });
			const running = engine.start({ items: ['1', '2', '3'].map((poNumber) => orderItem({ poNumber })), parameters: submitParameters() });
			await until(() => received(sandbox, 'submitOrder') === 1);
			running.cancel();
			await until(() => sandbox.control.counts().operations.submitOrder?.inFlight === 0);
			await new Promise((resolve) => setTimeout(resolve, 50));
			expect(sandbox.orders().map(({ poNumber }) => poNumber)).toEqual(['1']);
			expect(sandbox.control.counts().operations.submitOrder?.answered).toEqual({ 200: 1 });
			expect(received(sandbox, 'submitOrder')).toBe(1);
			const { run } = await running.result;
			expect(run.status).toBe('canceled');
		});

		it('sends nothing if it comes while the order is being checked', async () => {
			sandbox.control.fault({ operationId: 'getActiveBranchProducts', kind: 'latency', ms: 150 });
			const running = engine.start({ items: [orderItem()], parameters: submitParameters() });
			await until(() => received(sandbox, 'getActiveBranchProducts') === 1);
			running.cancel();
			await until(() => sandbox.control.counts().operations.getActiveBranchProducts?.inFlight === 0);
			await running.result;
			expect(received(sandbox, 'submitOrder')).toBe(0);
		});
	});
});
