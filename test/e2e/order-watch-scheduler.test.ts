import { ensureHost, itemsOf, packPackage, startN8n, type N8nInstance, type Workflow } from '../../host';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../sandbox/srsSips';
import { WatchHost, type TimedEvent } from '../support/polling/watchHost';

/**
 * SRS SIPS Order Watch in a real n8n whose polls are planned in its database, with thirty schedules at once. n8n 2.8 knows nothing of
 * that and polls as ever: the same holds there, but for the time that a look may take.
 */
jest.setTimeout(240_000);

const SCHEDULER = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
	N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '1',
	// n8n then gives a poll five seconds.
	N8N_SCHEDULER_POLL_TIMEOUT: '10',
};

let n8n: N8nInstance;
let sandbox: SrsSipsSandbox;
let host: WatchHost;
let hasScheduler = false;

beforeAll(async () => {
	const version = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	hasScheduler = !version.version.startsWith('2.8.');
	n8n = await startN8n({ host: version, packages: [await packPackage()], env: SCHEDULER });
	sandbox = await startSrsSipsSandbox({ webhookMode: 'none', lastOrderState: 'Order Received' });
	lists([]);
	host = await WatchHost.begin(n8n, sandbox, { lostAfterMinutes: 1 });
}, 300_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

type Row = [orderId: number, orderStatus: string, PONumber: string];

/** From now on SIPS lists these orders. */
function lists(rows: readonly Row[], latencyMs = 0): void {
	sandbox.control.clearFaults();
	const orderList = rows.map(([orderId, orderStatus, PONumber]) => ({ orderId, orderStatus, PONumber, orderDate: new Date().toISOString() }));
	sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body: { orderList }, times: 0 });
	if (latencyMs > 0) sandbox.control.fault({ operationId: 'getOrderList', kind: 'latency', ms: latencyMs, times: 0 });
}

const words = (events: readonly TimedEvent[]) => events.map(({ statusText }) => statusText);
const has = (text: string) => (events: readonly TimedEvent[]) => words(events).includes(text);
const failures = async () => (await n8n.client.listExecutions(host.watchId)).filter(({ status }) => status === 'error').map(({ id }) => id);
const wait = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

it('is quiet about what was there as it was published', async () => {
	await host.looks(3);
	const executions = await n8n.client.listExecutions(host.watchId);
	const told = await Promise.all(executions.map(async ({ id }) => itemsOf(await n8n.client.getExecution(id), 'Watch')));
	expect(told.flat()).toEqual([]);
	// The first planned poll may begin before n8n has saved the one at publishing: it saves the same with an execution without items.
	expect(executions.length).toBeLessThanOrEqual(hasScheduler ? 1 : 0);
});

it('tells each change once, however many schedules there are', async () => {
	const poNumber = 'PLANNED-1';
	for (const state of ['Submitted', 'Confirmed', 'En Route']) {
		lists([[1, state, poNumber]]);
		await host.until(poNumber, has(state));
		await host.looks(4);
	}
	expect(words(await host.events(poNumber))).toEqual(['Submitted', 'Confirmed', 'En Route']);
});

it('skips nothing and repeats nothing over looks that fail', async () => {
	const poNumber = 'PLANNED-1';
	sandbox.control.clearFaults();
	sandbox.control.fault({ operationId: 'getOrderList', kind: 'status', status: 400, body: { message: 'No list today' }, times: 0 });
	const before = await failures();
	await host.looks(4);
	expect((await failures()).length).toBeGreaterThan(before.length);
	lists([[1, 'Delivered', poNumber]]);
	await host.until(poNumber, has('Delivered'));
	await host.looks(3);
	expect(words(await host.events(poNumber))).toEqual(['Submitted', 'Confirmed', 'En Route', 'Delivered']);
});

it('gives a slow list up before n8n gives up the poll, where n8n says how long it may take, and tells it when it is there', async () => {
	const poNumber = 'PLANNED-SLOW';
	const before = await failures();
	lists([[2, 'Submitted', poNumber]], 12_000);
	await wait(20_000);
	const since = (await failures()).filter((id) => !before.includes(id));
	const told = await Promise.all(since.map(async (id) => (await n8n.client.getExecution(id)).data.resultData.error?.message));
	if (hasScheduler) expect(told.length > 0 && told.every((message) => message === 'SIPS took longer than n8n gives a look')).toBe(true);
	else expect(told).toEqual([]);
	expect(n8n.logs()).not.toContain('Poll exceeded its timeout and was abandoned');
	lists([[2, 'Submitted', poNumber]]);
	await host.until(poNumber, (events) => events.length > 0);
	await host.looks(3);
	expect(words(await host.events(poNumber))).toEqual(['Submitted']);
});

it('skips nothing and repeats nothing where it is published anew between two polls', async () => {
	const poNumber = 'PLANNED-AGAIN';
	lists([[3, 'Submitted', poNumber]]);
	await host.until(poNumber, has('Submitted'));
	const workflow = await n8n.client.getWorkflow(host.watchId);
	await n8n.client.call('PATCH', `/rest/workflows/${host.watchId}`, { ...workflow, name: 'Order watch, renamed' });
	lists([[3, 'Confirmed', poNumber]]);
	await n8n.client.publish(host.watchId);
	await host.until(poNumber, has('Confirmed'));
	await host.looks(3);
	expect(words(await host.events(poNumber))).toEqual(['Submitted', 'Confirmed']);
});

it('tells an order lost that this n8n queued, once', async () => {
	const poNumber = 'PLANNED-LOST';
	sandbox.control.change({ orderMode: 'queuedDropped', eventDelayMs: 50 });
	lists([]);
	expect(await host.submit(poNumber)).toMatchObject({ state: 'queued' });
	await host.until(poNumber, (events) => events.some(({ event }) => event === 'orderLost'), 120_000);
	await host.looks(3);
	expect((await host.events(poNumber)).map(({ event }) => event)).toEqual(['orderQueued', 'orderLost']);
});

it('skips nothing where the workflow is imported over the running one and published again; what comes twice has the same key', async () => {
	const poNumber = 'PLANNED-IMPORT';
	lists([[4, 'Submitted', poNumber]]);
	await host.until(poNumber, has('Submitted'));
	await n8n.importWorkflows([(await n8n.client.getWorkflow(host.watchId)) as Workflow]);
	// n8n 2.41 takes the workflow off a moment later, and would take the new one off with it; n8n 2.8 does not know of the import at all.
	await wait(6_000);
	lists([[4, 'Confirmed', poNumber]]);
	await n8n.client.publish(host.watchId);
	// In n8n 2.41.1 no poll came after that until a restart, though it says that the workflow is published.
	const isLookedAt = await host.looks(1, 20_000).then(() => true, () => false);
	if (!isLookedAt) await n8n.restart();
	for (const state of ['Confirmed', 'Delivered']) {
		lists([[4, state, poNumber]]);
		await host.until(poNumber, has(state));
		await host.looks(4);
	}
	const events = await host.events(poNumber);
	const byKey = new Map(events.map(({ eventKey, statusText }) => [eventKey, statusText]));
	expect([...byKey.values()]).toEqual(['Submitted', 'Confirmed', 'Delivered']);

	// A restart ends the second poller.
	await n8n.restart();
	await host.looks(2);
	const count = (await host.events(poNumber)).length;
	lists([[4, 'Invoiced', poNumber]]);
	await host.until(poNumber, has('Invoiced'));
	await host.looks(3);
	expect(await host.events(poNumber)).toHaveLength(count + 1);
});
