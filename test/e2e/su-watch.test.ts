import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../host';
import { startSuSandbox, type SuSandbox } from '../../sandbox/su';
import { Receiver } from '../support/e2e/receiver';
import { su } from '../support/tokens/furtherPartners';
import { suBooking } from '../support/webhook/suBodies';

/**
 * Su Reservation Watch in a real n8n that polls every two seconds, and is killed while messages are under way. n8n 2.41 can plan polls in its
 * database, too, and keep what they know apart; 2.8 knows nothing of that.
 */
jest.setTimeout(240_000);

type Message = Parameters<SuSandbox['queue']>[0];

const HOTELS = ['HVIEW-1', 'PINE-2', 'NEW-3'];
const WATCH = 'Watch';
/** Where the workflow tells of each message that has started it. */
const TOLD = '/told';
/** Seconds of a minute at which n8n polls: it takes no schedule within a minute, but several that each come once a minute. */
const SECONDS = Array.from({ length: 30 }, (_, n) => n * 2);

/** Planned in the database. */
const SCHEDULER = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
	N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '1',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	// n8n then gives a poll five seconds.
	N8N_SCHEDULER_POLL_TIMEOUT: '10',
};

const PLANS: Array<[string, Record<string, string>]> = [
	['in memory', {}],
	...(process.env.E2E_N8N_VERSION?.startsWith('2.8.') ? [] : [['in its database', SCHEDULER] satisfies [string, Record<string, string>]]),
];

let n8n: N8nInstance;
let sandbox: SuSandbox;
let receiver: Receiver;
let credential: { id: string; name: string };

const workflows: string[] = [];

let last = 0n;
/** So many messages of each property, in its queue from now on. */
function queued(each: number): string[] {
	const messages = Array.from({ length: each * HOTELS.length }, (_, at) => {
		last += 1n;
		const hotel = HOTELS[at % HOTELS.length]!;
		return suBooking({ reservation_notif_id: String(188_251_666_900_249_000_000n + last), channel_booking_id: String(last), id: `${last}_${hotel}`, hotel_id: hotel }) as unknown as Message;
	});
	sandbox.queue(...messages);
	return messages.map(({ reservation_notif_id: id }) => id);
}

/** How often each message has started a workflow that got as far as its second node. */
function told(ids: readonly string[]): number[] {
	const all = receiver.at(TOLD).map(({ id }) => id);
	return ids.map((id) => all.filter((one) => one === id).length);
}

/** A published workflow: the watch, a node that tells of each message, and one that takes a while. */
async function publish(seconds: number, parameters: Record<string, unknown> = {}): Promise<string> {
	const nodes = [
		{
			name: WATCH, type: 'n8n-nodes-partner-apis.suReservationWatch', typeVersion: 1, credentials: { suApi: credential },
			parameters: { pollTimes: { item: SECONDS.map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` })) }, ...parameters },
		},
		{
			name: 'Tell', type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2,
			parameters: { method: 'POST', url: `${receiver.url}${TOLD}`, sendBody: true, specifyBody: 'json', jsonBody: '={{ JSON.stringify({ id: $json.reservation_notif_id }) }}', options: {} },
		},
		{ name: 'Work', type: 'n8n-nodes-base.wait', typeVersion: 1.1, webhookId: 'su-watch', parameters: { amount: seconds, unit: 'seconds' } },
	].map((node) => ({ ...node, id: node.name, position: [0, 0] as [number, number] }));
	const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	const { id } = await n8n.client.createWorkflow({ name: 'Su watch', nodes, connections: { [WATCH]: to('Tell'), Tell: to('Work') } as never, settings: { executionOrder: 'v1' } });
	await n8n.client.publish(id);
	workflows.push(id);
	return id;
}

async function until(isSo: () => boolean, what: string, timeoutMs = 60_000): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (!isSo()) {
		if (Date.now() > deadline) throw new Error(`It did not happen in time: ${what}. Still waiting: ${sandbox.waiting().join(', ')}. n8n's log ends so:\n${n8n.logs().slice(-3_000)}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

describe.each(PLANS)('in an n8n that plans polls %s', (_where, env) => {
	beforeAll(async () => {
		workflows.length = 0;
		const version = await ensureHost({ version: process.env.E2E_N8N_VERSION });
		n8n = await startN8n({ host: version, packages: [await packPackage()], env });
		sandbox = await startSuSandbox();
		receiver = await Receiver.start();
		credential = await n8n.client.createCredential({ name: 'Su sandbox', type: 'suApi', data: su.credentialData(sandbox) });
	}, 300_000);

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
		await receiver?.stop();
	});

	afterEach(async () => {
		for (const id of workflows) if ((await n8n.client.getWorkflow(id)).active) await n8n.client.deactivate(id);
	});

	it('starts the workflow once with each message of all properties, and empties the queues', async () => {
		sandbox.dropQueues();
		const before = queued(12);
		const workflow = await publish(0);
		await until(() => sandbox.waiting().length === 0, 'the queues are empty');
		const after = queued(2);
		await until(() => sandbox.waiting().length === 0, 'the queues are empty again');
		expect(told([...before, ...after])).toEqual(Array(42).fill(1));
		expect((await n8n.client.listExecutions(workflow)).every(({ status }) => status === 'success')).toBe(true);
	});

	it('repeats a message once at most, and loses none, where n8n is killed while their workflows run', async () => {
		await publish(3);
		const before = receiver.received.length;
		const ids = queued(12);
		// Ten of each queue are under way, and nothing is acknowledged.
		await until(() => receiver.received.length >= before + 30, 'the first messages have started the workflow');
		await n8n.kill();
		const waiting = sandbox.waiting().length;
		await n8n.start();
		await until(() => sandbox.waiting().length === 0, 'the queues are empty', 120_000);
		const counts = told(ids);
		expect([Math.min(...counts), Math.max(...counts), waiting]).toEqual([1, 2, 36]);
	});

	it('acknowledges only what succeeded, where that is chosen', async () => {
		const [first = ''] = queued(1);
		const workflow = await publish(0, { acknowledgeWhen: 'succeeded' });
		await until(() => sandbox.waiting().length === 0, 'the queues are empty');
		expect(told([first])).toEqual([1]);
		// One execution for each message.
		expect(await n8n.client.listExecutions(workflow)).toHaveLength(3);
	});

	it('shows what stands in the queues when it is run by hand, and acknowledges nothing', async () => {
		const ids = queued(1);
		const { id } = await n8n.client.createWorkflow({
			name: 'Su watch by hand',
			nodes: [{ id: WATCH, name: WATCH, type: 'n8n-nodes-partner-apis.suReservationWatch', typeVersion: 1, position: [0, 0], credentials: { suApi: credential }, parameters: { pollTimes: { item: [{ mode: 'everyMinute' }] } } }],
			connections: {},
			settings: { executionOrder: 'v1' },
		});
		const execution = await n8n.client.waitForExecution({ executionId: await n8n.client.run(id, WATCH) });
		const items = execution.data.resultData.runData[WATCH]?.[0]?.data?.main?.[0] ?? [];
		expect(items.map(({ json }) => json.reservation_notif_id).sort()).toEqual([...ids].sort());
		expect([...sandbox.waiting()].sort()).toEqual([...ids].sort());
	});

	it('leaves no secret and no card in executions and logs', async () => {
		expect(n8n.logs()).not.toContain(sandbox.client.clientSecret);
		const executions = (await Promise.all(workflows.map(async (id) => await n8n.client.listExecutions(id)))).flat();
		expect(executions.length).toBeGreaterThan(0);
		for (const { id } of executions) {
			const text = JSON.stringify(await n8n.client.getExecution(id));
			expect(text).not.toContain(sandbox.client.clientSecret);
			expect(text).not.toContain('4111111111111111');
		}
	});
});
