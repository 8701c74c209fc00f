import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../host';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../sandbox/srsSips';
import { WatchHost, type TimedEvent } from '../support/polling/watchHost';
import { TOKEN_WORDS } from '../support/tokens/tokenWords';

/** SRS SIPS Order Watch in a real n8n that looks every two seconds, over restarts and power cuts. */
jest.setTimeout(240_000);

/** Longer than two looks, so that each state is seen. */
const STEP_MS = 6_000;

let n8n: N8nInstance;
let sandbox: SrsSipsSandbox;
let host: WatchHost;

beforeAll(async () => {
	const version = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	n8n = await startN8n({ host: version, packages: [await packPackage()] });
	sandbox = await startSrsSipsSandbox({ webhookMode: 'none', lastOrderState: 'Order Received' });
	host = await WatchHost.begin(n8n, sandbox, { lostAfterMinutes: 1 });
}, 300_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

const brief = (events: readonly TimedEvent[]) => events.map(({ event, previousStatus, statusText }) => [event, previousStatus, statusText]);
const hasEvent = (name: string) => (events: readonly TimedEvent[]) => events.some(({ event }) => event === name);

it('is installed as a polling trigger', async () => {
	expect(await n8n.client.nodeTypes()).toContain('n8n-nodes-partner-apis.srsSipsOrderWatch');
});

it('is quiet about what was there as it was published', async () => {
	await host.looks(2);
	// The sandbox has invoices of earlier orders.
	expect(await n8n.client.listExecutions(host.watchId)).toEqual([]);
});

it('starts the workflow once for each state of an order, and for its invoice', async () => {
	const poNumber = 'WATCH-LIFE';
	sandbox.control.change({ lastOrderState: 'Invoiced', eventDelayMs: STEP_MS });
	await host.submit(poNumber);
	sandbox.control.change({ lastOrderState: 'Order Received' });
	await host.until(poNumber, hasEvent('newInvoice'));
	await host.looks(2);

	const events = await host.events(poNumber);
	const states = events.filter(({ event }) => event === 'statusChanged');
	expect(brief(states)).toEqual([
		['statusChanged', null, 'Order Received'],
		['statusChanged', 'submitted', 'En Route'],
		['statusChanged', 'shipped', 'Arrived'],
		['statusChanged', 'shipped', 'Completed'],
		['statusChanged', 'delivered', 'Invoiced'],
	]);
	expect(events.filter(({ event }) => event === 'newInvoice')).toMatchObject([{ invoiceNumber: expect.stringMatching(/^\d{10}-001$/) as string }]);
	expect(new Set(events.map(({ eventKey }) => eventKey)).size).toBe(6);
	// Each state came in an execution of its own.
	expect(new Set(states.map(({ executionId }) => executionId)).size).toBe(5);
});

it('neither repeats nor skips a change where n8n is killed right after it was told, or stopped, or changes come while it is down', async () => {
	const poNumber = 'WATCH-KILLED';
	const lists = (orderStatus: string) => {
		sandbox.control.clearFaults();
		const orderList = [{ orderId: 41999999, orderStatus, PONumber: poNumber, orderDate: new Date().toISOString() }];
		sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body: { orderList }, times: 0 });
	};
	const until = async (words: string) => await host.until(poNumber, (events) => events.some(({ statusText }) => statusText === words));
	lists('Order Received');
	await until('Order Received');
	await n8n.kill();
	await n8n.start();
	await host.looks(2);
	lists('En Route');
	await until('En Route');
	await n8n.restart();
	await host.looks(2);
	await n8n.kill();
	lists('Arrived');
	await n8n.start();
	await until('Arrived');
	lists('Completed');
	await until('Completed');
	await host.looks(2);
	sandbox.control.clearFaults();
	expect(brief(await host.events(poNumber))).toEqual([
		['statusChanged', null, 'Order Received'],
		['statusChanged', 'submitted', 'En Route'],
		['statusChanged', 'shipped', 'Arrived'],
		['statusChanged', 'shipped', 'Completed'],
	]);
});

it('goes on by itself where SIPS was down as n8n started', async () => {
	const poNumber = 'WATCH-OUTAGE';
	await host.submit(poNumber);
	await host.until(poNumber, (events) => events.length === 1);
	sandbox.control.fault({ operationId: 'getOrderList', kind: 'status', status: 400, body: { message: 'No list today' }, times: 0 });
	await n8n.restart();
	await host.looks(2);
	expect((await n8n.client.getWorkflow(host.watchId)).active).toBe(true);
	sandbox.control.clearFaults();
	await host.submit(`${poNumber}-2`);
	await host.until(`${poNumber}-2`, (events) => events.length === 1, 20_000);
	const failed = (await n8n.client.listExecutions(host.watchId)).filter(({ status }) => status === 'error');
	expect(failed.length).toBeGreaterThan(0);
});

it('tells an order that this n8n queued, that it is lost, once each, though n8n is killed in between', async () => {
	const poNumber = 'WATCH-LOST';
	sandbox.control.change({ orderMode: 'queuedDropped', eventDelayMs: 50 });
	expect(await host.submit(poNumber)).toMatchObject({ state: 'queued', orderId: null });
	sandbox.control.change({ orderMode: 'perCustomer' });
	await host.until(poNumber, hasEvent('orderQueued'));
	await n8n.kill();
	await n8n.start();
	await host.until(poNumber, hasEvent('orderLost'), 120_000);
	await host.looks(3);
	expect(brief(await host.events(poNumber))).toEqual([['orderQueued', null, 'Order Queued'], ['orderLost', 'queued', null]]);
});

it('tells what becomes of a queued order that SIPS takes, by its transaction ID', async () => {
	const poNumber = 'WATCH-QUEUED';
	sandbox.control.change({ orderMode: 'queued', eventDelayMs: STEP_MS, listCarriesTransactionId: true });
	await host.submit(poNumber);
	sandbox.control.change({ orderMode: 'perCustomer' });
	await host.until(poNumber, hasEvent('statusChanged'));
	await host.looks(2);
	sandbox.control.change({ listCarriesTransactionId: false });
	expect(brief(await host.events(poNumber))).toEqual([['orderQueued', null, 'Order Queued'], ['statusChanged', 'queued', 'Order Received']]);
});

it('begins where it left off when it is published again', async () => {
	const poNumber = 'WATCH-AGAIN';
	await n8n.client.deactivate(host.watchId);
	const before = (await n8n.client.listExecutions(host.watchId)).length;
	sandbox.control.change({ eventDelayMs: 50 });
	await host.submit(poNumber);
	await n8n.client.publish(host.watchId);
	await host.until(poNumber, (events) => events.length > 0);
	await host.looks(2);
	expect(brief(await host.events(poNumber))).toEqual([['statusChanged', null, 'Order Received']]);
	expect((await n8n.client.listExecutions(host.watchId)).length).toBe(before + 1);
});

it('shows what is there when it is run by hand, and tells nothing of that', async () => {
	const execution = await n8n.client.waitForExecution({ executionId: await n8n.client.run(host.watchId, 'Watch') });
	expect(execution.status).toBe('success');
	const items = execution.data.resultData.runData.Watch?.[0]?.data?.main?.[0] ?? [];
	expect(items.some(({ json }) => json.event === 'newInvoice')).toBe(true);
	expect(items.length).toBeLessThanOrEqual(20);
	await host.looks(2);
	expect(await host.events('WATCH-AGAIN')).toHaveLength(2);
});

it('leaves no secret in logs and executions', async () => {
	const { clientSecret } = sandbox.client;
	expect(n8n.logs()).not.toContain(clientSecret);
	for (const { id } of await n8n.client.listExecutions(host.watchId)) {
		const text = JSON.stringify(await n8n.client.getExecution(id));
		expect(text).not.toContain(clientSecret);
		expect(text).not.toMatch(TOKEN_WORDS);
	}
});
