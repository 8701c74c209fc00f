import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, orderLine, submitParameters } from './support';

/** When PO Number Is Listed: Stop With an Error, which is what is set, in one process. */
describe('two executions at once, with different orders of one PO number', () => {
	let sandbox: SrsSipsSandbox;
	beforeEach(async () => (sandbox = await startSrsSipsSandbox({ webhookMode: 'none' })));
	afterEach(async () => await sandbox.close());

	it('place one order, and the other is stopped', async () => {
		const engine = engineFor(sandbox);
		const run = async (quantity: number) => await engine.run({ items: [orderItem({ lines: [orderLine({ quantity })] })], parameters: submitParameters() });
		await Promise.all([run(30), run(31)]);
		expect(received(sandbox, 'submitOrder')).toBe(1);
	});

	it('place one order while SIPS lists none of them, and the error names it', async () => {
		sandbox.control.change({ orderMode: 'queuedDropped' });
		const engine = engineFor(sandbox);
		const run = async (quantity: number) => await engine.run({ items: [orderItem({ lines: [orderLine({ quantity })] })], parameters: submitParameters() });
		const first = await run(30);
		const { error } = await run(31);
		expect(wordsOf(error)).toContain(`this n8n has sent another one of the same number, which the partner does not list so far: PO PO-7731, transaction ${String(first.items[0]?.json.transactionId)}`);
		expect(received(sandbox, 'submitOrder')).toBe(1);
	});

	it('place both where the first was refused, or where a person allows it', async () => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 400, body: { message: 'Not today' }, times: 1 });
		const engine = engineFor(sandbox);
		const run = async (quantity: number, options = {}) => await engine.run({ items: [orderItem({ lines: [orderLine({ quantity })] })], parameters: submitParameters({ options }) });
		expect((await run(30)).error).toBeDefined();
		expect((await run(31)).error).toBeUndefined();
		expect((await run(32, { whenPoNumberListed: 'send' })).error).toBeUndefined();
		expect(sandbox.orders()).toHaveLength(2);
	});
});

/** When PO Number Is Listed: Stop, which is what is set. */
describe('two orders of one PO number in one run', () => {
	let sandbox: SrsSipsSandbox;
	afterEach(async () => await sandbox.close());

	it.each([['accepted', 1], ['accepted', 2], ['queuedDropped', 1]] as const)('are not both placed: %s, Concurrency %d', async (orderMode, concurrency) => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none', orderMode });
		await engineFor(sandbox).run({
			items: [orderItem(), orderItem({ lines: [orderLine({ quantity: 31 })] })], parameters: submitParameters({ options: { concurrency } }), settings: { onError: 'continueRegularOutput' },
		});
		expect(received(sandbox, 'submitOrder')).toBe(1);
	});
});

/** The sandbox queues all orders and lists none. The look-up, Find and the watch take both spellings for one PO number (`isSameCode`). */
describe('an order whose PO number is written in other capitals', () => {
	let sandbox: SrsSipsSandbox;
	beforeEach(async () => (sandbox = await startSrsSipsSandbox({ webhookMode: 'none', orderMode: 'queuedDropped' })));
	afterEach(async () => await sandbox.close());

	it.each([['PO-7731', 'po-7731'], ['7731a', '7731A']])('is sent once: %s, %s', async (first, second) => {
		const engine = engineFor(sandbox);
		const parameters = submitParameters({ options: { lookUpSeconds: 0 } });
		await engine.run({ items: [orderItem({ poNumber: first })], parameters });
		await engine.run({ items: [orderItem({ poNumber: second })], parameters });
		expect(received(sandbox, 'submitOrder')).toBe(1);
	});
});
