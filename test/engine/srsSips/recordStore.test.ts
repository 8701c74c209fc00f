import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { useRecordStore } from '../../support/n8nEngine/n8nEngine';
import { kindOf, received, until, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { FaultyStore } from '../../support/orders/recordStore';
import { engineOfNewProcess, orderItem, submitParameters } from './support';

/** n8n's database in which the node records an order before it sends it, as it fails and as others write over it. */
describe('SRS SIPS on the engine: the record of orders in a database that fails', () => {
	let sandbox: SrsSipsSandbox;
	let store: FaultyStore;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
		store = new FaultyStore();
		useRecordStore(store);
	});
	afterEach(async () => {
		useRecordStore();
		await sandbox.close();
	});

	const run = (poNumber = 'PO-7731', engine = engineOfNewProcess(sandbox), options = {}) =>
		engine.run({ items: [orderItem({ poNumber })], parameters: submitParameters({ options: { lookUpSeconds: 0, ...options } }) });

	describe('of an order of which nobody knows what became', () => {
		beforeEach(() => {
			// It is neither placed nor listed.
			sandbox.control.change({ orderMode: 'queuedDropped' });
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'silence', when: 'after', times: 1 });
		});

		it('is there again where another write undid it while the order was under way, and another process does not send it', async () => {
			const running = run(undefined, undefined, { timeoutMs: 700 });
			await until(() => received(sandbox, 'submitOrder') === 1);
			expect(store.row.values.length).toBeGreaterThan(0);
			store.row.values = [];
			expect(kindOf((await running).error)).toBe('unknownOutcome');
			expect(store.row.values.length).toBeGreaterThan(0);

			const { error, items } = await run();
			expect([kindOf(error), items]).toEqual(['unknownOutcome', []]);
			expect(wordsOf(error)).toContain('Not sent again (PO PO-7731');
			expect(received(sandbox, 'submitOrder')).toBe(1);
		});

		it('is all that another process knows: without it the order would be sent, and without one of its rows it is not', async () => {
			expect(kindOf((await run(undefined, undefined, { timeoutMs: 700 })).error)).toBe('unknownOutcome');
			// In either of its two rows.
			store.row.values = [];
			await run();
			store.row.nodeValues = [];
			await run();
			expect(received(sandbox, 'submitOrder')).toBe(1);
			[store.row.values, store.row.nodeValues] = [[], []];
			await run();
			expect(received(sandbox, 'submitOrder')).toBe(2);
		});
	});

	it('hangs for ever: its order is not sent, and another one goes out as soon as the limit is over', async () => {
		const engine = engineOfNewProcess(sandbox);
		store.next('hang');
		const from = Date.now();
		const [stuck, other] = await Promise.all([
			run('PO-1', engine),
			until(() => received(sandbox, 'getOrderList') === 1).then(async () => await run('PO-2', engine)),
		]);
		// The limit is ten seconds; a claim takes half of one.
		expect(Date.now() - from).toBeLessThan(14_000);
		expect(kindOf(stuck.error)).toBe('configuration');
		expect(wordsOf(stuck.error)).toMatch(/n8n could not record it first: n8n's database did not answer within 10 seconds.*Nothing was sent/);
		expect(other.items[0]?.json).toMatchObject({ state: 'accepted', poNumber: 'PO-2' });
		expect(sandbox.orders().map(({ poNumber }) => poNumber)).toEqual(['PO-2']);
		// And what was stuck goes out when it is run again.
		expect((await run('PO-1', engine)).items[0]?.json).toMatchObject({ state: 'accepted', alreadySubmitted: false });
		expect(received(sandbox, 'submitOrder')).toBe(2);
	});

	it.each([
		['once', ['lostAnswer']],
		['twice, the second time as it was looked at again', ['lostAnswer', undefined, 'lostAnswer']],
	] as const)('is written and its answer lost, %s: the order is sent once, also where it is run again, here and by another process', async (_times, faults) => {
		store.next(...faults);
		const engine = engineOfNewProcess(sandbox);
		const first = await run(undefined, engine);
		expect(first.error).toBeUndefined();
		expect(first.items[0]?.json).toMatchObject({ state: 'accepted', alreadySubmitted: false });
		expect((await run(undefined, engine)).items[0]?.json).toMatchObject({ alreadySubmitted: true });
		await run();
		expect([received(sandbox, 'submitOrder'), sandbox.orders().length]).toEqual([1, 1]);
	});

	it('is written and all its answers lost: the order is not sent, and goes out once when it is run again', async () => {
		store.next('lostAnswer', 'lostAnswer', 'lostAnswer', 'lostAnswer');
		const engine = engineOfNewProcess(sandbox);
		const lost = await run(undefined, engine);
		expect(wordsOf(lost.error)).toMatch(/n8n could not record it first.*Nothing was sent/);
		expect(received(sandbox, 'submitOrder')).toBe(0);
		for (let again = 0; again < 2; again += 1) expect((await run(undefined, engine)).items[0]?.json).toMatchObject({ state: 'accepted' });
		expect([received(sandbox, 'submitOrder'), sandbox.orders().length]).toEqual([1, 1]);
	});
});
