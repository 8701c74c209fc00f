import type { INodeParameters } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, orderLine, submitParameters } from './support';

const LINES_V1 = '={{ $json.lines.map((line) => ({ itemCode: "RIDSHI000BLAC", option: line.option, quantity: line.quantity, uom: line.uom })) }}';

/** Both editions of Submit, with what an order needs in each. */
const EDITIONS = [
	{ operation: 'submit', submitOrder: 'submitOrder', edition: {} },
	{ operation: 'submitV1', submitOrder: 'submitOrderV1', edition: { operation: 'submitV1', branchId: '301', shipToSequenceNumber: '1', linesV1Json: LINES_V1 } },
] as const;

/** Rows of Order List without a transaction id, as SIPS may well have them. */
describe.each(EDITIONS)('SRS SIPS on the engine: another order of the PO number is not taken for this one, by $operation', ({ submitOrder, edition }) => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none', listCarriesTransactionId: false });
		engine = engineFor(sandbox);
	});
	afterEach(() => sandbox.close());

	const SEND = { whenPoNumberListed: 'send', lookUpSeconds: 0 };
	const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
	const second = () => orderItem({ lines: [orderLine({ quantity: 31 })] });
	const run = async (options: INodeParameters = {}, item = orderItem(), settings = {}) =>
		await engine.run({ items: [item], parameters: submitParameters({ ...edition, options }), settings });
	/** Another program places an order of the same PO number: to this n8n it is nobody's. */
	const placedElsewhere = async (quantity: number) =>
		await engineFor({ ...sandbox, url: sandbox.url.replace('127.0.0.1', 'localhost') }).run({
			items: [orderItem({ lines: [orderLine({ quantity })] })], parameters: submitParameters({ ...edition, options: { ...SEND, transactionId: `elsewhere-${quantity}` } }),
		});

	it('is not, however often it is run again, where the order was cut off and not taken', async () => {
		await run();
		sandbox.control.fault({ operationId: submitOrder, kind: 'cut' });
		const first = await run(SEND, second(), RETRY);
		expect(kindOf(first.error)).toBe('unknownOutcome');
		const later = await run(SEND, second());
		expect(kindOf(later.error)).toBe('unknownOutcome');
		expect([received(sandbox, submitOrder), sandbox.orders().length]).toEqual([2, 1]);
	});

	it('is not where the order is queued: it stays queued, with its queue ID', async () => {
		sandbox.control.change({ orderMode: 'queuedDropped' });
		const first = await run();
		expect(first.items[0]?.json).toMatchObject({ state: 'queued' });
		sandbox.control.change({ orderMode: 'accepted' });
		await placedElsewhere(41);
		for (let again = 0; again < 2; again += 1) {
			const { items } = await run();
			expect(items[0]?.json).toMatchObject({ state: 'queued', queueId: first.items[0]?.json.queueId, orderId: null, alreadySubmitted: true, outcomeFrom: 'answer' });
		}
		expect(received(sandbox, submitOrder)).toBe(2);
	});

	it.each<[string, Record<string, unknown>]>([
		['is refused', { kind: 'status', status: 403 }],
		['is a web page', { kind: 'html', status: 200 }],
		['is empty', { kind: 'answer', status: 204, body: '' }],
		['is not found by a gateway', { kind: 'html', status: 404 }],
	])('is not where the list %s before sending: nothing is sent, unless a person allows it, and then nothing without its id is taken for it', async (_what, fault) => {
		await placedElsewhere(42);
		sandbox.control.fault({ operationId: 'getOrderList', ...fault } as Parameters<SrsSipsSandbox['control']['fault']>[0]);
		const stopped = await run({ lookUpSeconds: 0 }, second());
		expect(wordsOf(stopped.error)).toMatch(/Not sent \(PO PO-7731.*could not be looked up.*Nothing was sent by this run.*allow that under Options/);
		expect([received(sandbox, submitOrder), sandbox.orders().length]).toEqual([1, 1]);

		sandbox.control.fault({ operationId: 'getOrderList', ...fault } as Parameters<SrsSipsSandbox['control']['fault']>[0]);
		sandbox.control.fault({ operationId: submitOrder, kind: 'cut' });
		const allowed = await run(SEND, second(), RETRY);
		expect(kindOf(allowed.error)).toBe('unknownOutcome');
		expect(wordsOf(allowed.error)).toMatch(/lists 412\d{5}/);
		expect(sandbox.orders()).toHaveLength(1);
	});

	it('is not where both go out at once: each is told what became of it, or that nobody knows', async () => {
		sandbox.control.fault({ operationId: submitOrder, kind: 'latency', ms: 200, times: 0 });
		sandbox.control.fault({ operationId: submitOrder, kind: 'cut', times: 1 });
		const { items } = await engine.run({
			items: [orderItem(), second()], parameters: submitParameters({ ...edition, options: { ...SEND, concurrency: 2 } }), settings: { onError: 'continueRegularOutput' },
		});
		const held = sandbox.orders().map(({ orderId, transactionID }) => [String(orderId), transactionID]);
		const told = items.filter(({ json }) => json.state === 'accepted').map(({ json }) => [json.orderId, json.transactionId]);
		expect(held).toEqual(expect.arrayContaining(told));
	});

	it('is found all the same where it carries its transaction id, in whichever letters', async () => {
		sandbox.control.change({ listCarriesTransactionId: true });
		await placedElsewhere(43);
		sandbox.control.fault({ operationId: submitOrder, kind: 'cut', when: 'after' });
		const { items } = await run({ ...SEND, transactionId: 'Own-Id-1' }, second());
		expect(items[0]?.json).toMatchObject({ state: 'accepted', matchedBy: 'transactionId', outcomeFrom: 'lookUp' });
		const again = await run({ ...SEND, transactionId: 'OWN-ID-1' }, second());
		expect(again.items[0]?.json).toMatchObject({ orderId: items[0]?.json.orderId, alreadySubmitted: true });
		expect(sandbox.orders()).toHaveLength(2);
	});

	it.each([
		[{ customerNumber: '000017' }], [{ accountNumber: 'A-9' }], [{ orderHeader: { customerNumber: 17 } }],
	])('is found by its transaction id where its row holds a number of another kind for the customer: %j', async (customer) => {
		const row = { orderId: 41_299_999, PONumber: 'PO-7731', orderStatus: 'Confirmed', transactionID: 'OWN-ID-2', ...customer };
		sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body: { orderList: [row] }, skip: 1, times: 0 });
		sandbox.control.fault({ operationId: submitOrder, kind: 'cut', when: 'after' });
		const { items, error } = await run({ ...SEND, transactionId: 'Own-Id-2' });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ state: 'accepted', orderId: '41299999', matchedBy: 'transactionId', outcomeFrom: 'lookUp', alreadySubmitted: false });
		const again = await run({ ...SEND, transactionId: 'Own-Id-2' });
		expect(again.items[0]?.json).toMatchObject({ orderId: '41299999', alreadySubmitted: true });
		expect(received(sandbox, submitOrder)).toBe(1);
	});

	it('is not with Send Even If Already Sent either, under an id of the person', async () => {
		sandbox.control.change({ listCarriesTransactionId: true });
		await run({ transactionId: 'mine' });
		sandbox.control.fault({ operationId: submitOrder, kind: 'cut' });
		const { error } = await run({ transactionId: 'mine', sendAgain: true, lookUpSeconds: 0 }, orderItem(), RETRY);
		expect(kindOf(error)).toBe('unknownOutcome');
		expect(sandbox.orders()).toHaveLength(1);
	});
});
