import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { CREDENTIAL, setScene, type Scene } from '../../demo/scene';
import { itemsOf } from '../../host';
import { EventTrial, type TrialOptions } from '../support/webhook/eventTrial';
import { orderParameters, runSrsSips } from '../support/e2e/singleNode';
import { sipsEvent } from '../support/webhook/sipsEvent';

/** The trigger in a real n8n: who may send, what starts a workflow, and that nothing is lost over restarts. */
jest.setTimeout(120_000);

let scene: Scene;

beforeAll(async () => {
	scene = await setScene({ n8nVersion: process.env.E2E_N8N_VERSION, eventDelayMs: 20, n8nEnv: { N8N_METRICS: 'true' } });
}, 300_000);

afterAll(async () => {
	await scene?.close();
});

/** What the n8n of the scene holds in memory. */
async function residentMiB(): Promise<number> {
	const status = await readFile(`/proc/${scene.n8n.pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

/** Expressions that n8n's engine has evaluated since it started. An n8n before 2.41 does not count them. */
async function evaluations(): Promise<number> {
	const metrics = await (await fetch(`${scene.n8n.url}/metrics`)).text();
	return [...metrics.matchAll(/^n8n_expression_evaluation_duration_seconds_count\S* (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Sends most of a packed body, and hangs up. */
async function breakOff(url: string, packed: Buffer): Promise<void> {
	const sending = request(url, { method: 'POST', headers: { 'Content-Encoding': 'gzip', 'Content-Length': packed.length } });
	sending.on('error', () => undefined);
	sending.write(packed.subarray(0, -20));
	await sleep(300);
	sending.destroy();
}

async function begin(options: TrialOptions = {}): Promise<EventTrial> {
	return await EventTrial.begin(scene.n8n, options);
}

describe('what the trigger answers', () => {
	let trial: EventTrial;
	beforeAll(async () => {
		trial = await begin({ parameters: { settings: { duplicateHours: 0 } } });
	});

	it.each([
		['no JSON', '{"eventType":', 400, /not JSON/],
		['nothing', '', 400, /empty/],
		['an empty array', '[]', 400, /empty JSON array/],
		['an array with a number in it', JSON.stringify([sipsEvent(), 7]), 400, /Entry 2 .* a number/],
		['a number', '42', 400, /no object/],
		['null', 'null', 400, /no object/],
		['deep nesting', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400, /nested deeper/],
		['more than a mebibyte', JSON.stringify(sipsEvent({ notes: 'x'.repeat(1024 * 1024) })), 413, /1048576 bytes/],
	])('answers %s with a reason, and starts nothing', async (_what, body, status, reason) => {
		const before = await trial.started();
		expect(await trial.send(body)).toMatchObject({ status, data: { error: expect.stringMatching(reason) as string } });
		expect(await trial.started()).toBe(before);
	});

	it.each([
		['a mebibyte', 1, /1048576 bytes/],
		// Here n8n's own limit ends the reading.
		['twenty', 20, /1048576 bytes/],
	])('answers more than %s sent in chunks, without a length, with 413, and starts nothing', async (_what, mebibytes, reason) => {
		const before = await trial.started();
		const chunk = new TextEncoder().encode('x'.repeat(64 * 1024));
		async function* body(): AsyncGenerator<Uint8Array> {
			yield new TextEncoder().encode('{"notes":"');
			for (let sent = 0; sent <= mebibytes * 1024 * 1024; sent += chunk.length) yield chunk;
			yield new TextEncoder().encode('"}');
		}
		const answer = await fetch(trial.url, { method: 'POST', body: ReadableStream.from(body()), duplex: 'half' } as RequestInit);
		expect(answer.status).toBe(413);
		expect(await answer.json()).toEqual({ error: expect.stringMatching(reason) as string });
		expect(await trial.started()).toBe(before);
	});

	it('answers what is not packed as it says with 400, and starts nothing', async () => {
		const before = await trial.started();
		expect(await trial.send('no gzip', { headers: { 'Content-Encoding': 'gzip' } })).toMatchObject({ status: 400, data: { error: expect.stringMatching(/Content-Encoding/) as string } });
		expect(await trial.started()).toBe(before);
	});

	it('unpacks gzip, and holds nothing of what is broken off', async () => {
		expect(await trial.send(gzipSync(JSON.stringify(sipsEvent())), { headers: { 'Content-Encoding': 'gzip' } })).toMatchObject({ status: 200 });
		const large = gzipSync(Buffer.alloc(15 * 1024 * 1024, 'x'));
		const before = await residentMiB();
		for (let round = 0; round < 10; round += 1) await Promise.all(Array.from({ length: 10 }, async () => await breakOff(trial.url, large)));
		// 1,500 MiB were unpacked. Ten at a time are 150, of which the process keeps some room for later.
		expect((await residentMiB()) - before).toBeLessThan(500);
		expect((await trial.send(sipsEvent())).status).toBe(200);
	});

	it('answers an event with 200 and a word, under any content type', async () => {
		for (const type of ['application/json', 'text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'nonsense']) {
			expect(await trial.send(sipsEvent(), { headers: { 'Content-Type': type } })).toMatchObject({ status: 200, data: { message: 'Workflow was started' } });
		}
	});

	it('takes an array as several items of one execution', async () => {
		const other = await begin();
		expect((await other.send([sipsEvent(), sipsEvent({ eventType: 'DU' })])).status).toBe(200);
		const items = await other.items(1);
		expect(items.map(({ code }) => code)).toEqual(['OU', 'DU']);
		expect(await other.started()).toBe(1);
	});

	it('passes an unknown kind through', async () => {
		const other = await begin();
		expect((await other.send({ eventType: 'order.updated', eventId: 77 })).status).toBe(200);
		expect(await other.items(1)).toMatchObject([{ code: 'order.updated', kind: 'Unknown Event (order.updated)', orderId: null, raw: { eventId: 77 } }]);
	});

	it('makes n8n evaluate no expression, but for the one by which n8n asks whether to leave the body unread', async () => {
		const other = await begin();
		const before = await evaluations();
		for (let event = 0; event < 20; event += 1) expect((await other.send(sipsEvent({ eventId: event }))).status).toBe(200);
		expect(await other.started()).toBe(20);
		expect((await evaluations()) - before).toBeLessThanOrEqual(20);
	});

	it('hands on what looks like an expression, a page or a path as the text it is', async () => {
		const other = await begin({
			nodes: [{ name: 'Copy', type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters: { assignments: { assignments: [{ id: 'a', name: 'copy', type: 'string', value: '={{ $json.status }}' }] }, options: {} } }],
		});
		const nasty = '={{ $env.N8N_ENCRYPTION_KEY }}<script>alert(1)</script>../../etc/passwd';
		await other.send(sipsEvent({ eventStatus: nasty, subscriberReferenceNum: nasty }));
		expect(await other.items(1)).toMatchObject([{ status: nasty, poNumber: nasty }]);
	});
});

describe('who may send', () => {
	const SECRETS = { secret: 'fresh-secret-fresh-secret', previousSecret: 'older-secret-older-secret' };
	let credentialId: string;
	beforeAll(async () => {
		credentialId = (await scene.n8n.client.createCredential({ name: 'Hook secret', type: 'srsSipsWebhookApi', data: SECRETS })).id;
	});

	it('is who sends the secret in the header, the new one or the previous one', async () => {
		const trial = await begin({ parameters: { authentication: 'header', headerName: 'X-SRS-Key' }, credentials: { srsSipsWebhookApi: credentialId } });
		let events = 0;
		const attempt = async (key?: string) => (await trial.send(sipsEvent({ eventId: (events += 1) }), { headers: key === undefined ? {} : { 'x-srs-key': key } })).status;
		expect([await attempt(), await attempt(''), await attempt('wrong-secret-4711'), await attempt(`${SECRETS.secret}x`)]).toEqual([401, 401, 401, 401]);
		expect(await trial.started()).toBe(0);
		expect([await attempt(SECRETS.secret), await attempt(SECRETS.previousSecret)]).toEqual([200, 200]);
		expect(await trial.started()).toBe(2);
		expect(scene.n8n.logs()).not.toMatch(/wrong-secret-4711|older-secret|fresh-secret/);
		for (const { id } of await trial.executions()) expect(JSON.stringify(await scene.n8n.client.getExecution(id))).not.toMatch(/older-secret|fresh-secret/);
	});

	it('is who sends the secret in the URL', async () => {
		const trial = await begin({ parameters: { authentication: 'query', queryName: 'key' }, credentials: { srsSipsWebhookApi: credentialId } });
		const attempt = async (query: string) => (await trial.send(sipsEvent(), { url: `${trial.url}${query}` })).status;
		expect([await attempt(''), await attempt('?key='), await attempt('?key=no'), await attempt(`?key=${SECRETS.secret}&key=${SECRETS.secret}`), await attempt(`?KEY=${SECRETS.secret}`)]).toEqual([401, 401, 401, 401, 401]);
		expect(await trial.started()).toBe(0);
		expect(await attempt(`?key=${SECRETS.secret}`)).toBe(200);
		expect(await trial.started()).toBe(1);
	});

	it('is who sends from an allowed address', async () => {
		const near = await begin({ parameters: { allowedAddresses: '10.0.0.0/8, 127.0.0.0/8, ::1' } });
		const far = await begin({ parameters: { allowedAddresses: '203.0.113.0/24' } });
		expect((await near.send(sipsEvent())).status).toBe(200);
		expect(await far.send(sipsEvent(), { headers: { 'X-Forwarded-For': '203.0.113.7' } })).toMatchObject({ status: 403, data: { error: 'This address may not send events here.' } });
		expect([await near.started(), await far.started()]).toEqual([1, 0]);
	});

	it('is looked at when the workflow is published', async () => {
		await expect(begin({ parameters: { allowedAddresses: '10.0.0.0/8, 999.1.1.1' } })).rejects.toThrow();
	});

	it('can be tried out with the button of the credential', async () => {
		expect(await scene.n8n.client.testCredential(credentialId)).toEqual({ status: 'OK', message: 'The secret can be used' });
		const { id } = await scene.n8n.client.createCredential({ name: 'Short secret', type: 'srsSipsWebhookApi', data: { secret: 'short' } });
		expect(await scene.n8n.client.testCredential(id)).toEqual({ status: 'Error', message: 'Secret must have at least 16 characters' });
	});
});

describe('filters', () => {
	it('answer what is filtered out with a quick 200 that starts nothing', async () => {
		const trial = await begin({ parameters: { events: ['OU'], filters: { poNumberPrefix: 'job-', transactionIdPrefix: 'WF', statusWords: 'cancel, CONFIRM' } } });
		const event = (changes: Record<string, unknown>) => sipsEvent({ subscriberReferenceNum: 'JOB-1', ...changes });
		const out = [event({ eventType: 'DU' }), event({ subscriberReferenceNum: 'X-1' }), event({ subscriberReferenceNum3: 'A-1' }), event({ eventStatus: 'Shipped' })];
		for (const one of out) expect(await trial.send(one)).toMatchObject({ status: 200, data: { message: 'Received, not wanted by this workflow' } });
		expect(await trial.started()).toBe(0);
		expect((await trial.send([...out, event({})])).status).toBe(200);
		expect(await trial.items(1)).toMatchObject([{ poNumber: 'JOB-1', status: 'Order Confirmed' }]);
	});
});

describe('the same event twice', () => {
	it('starts one execution, also where both come at once, and many times', async () => {
		const trial = await begin();
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await trial.send(sipsEvent())));
		expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
		expect(await trial.send(sipsEvent())).toMatchObject({ status: 200, data: { message: 'Received before' } });
		expect(await trial.started()).toBe(1);
		expect((await trial.send(sipsEvent({ eventStatus: 'Shipped' }))).status).toBe(200);
		expect(await trial.started()).toBe(2);
		const [first, second] = await trial.items(2);
		expect(first?.eventKey).toMatch(/^[0-9a-f]{32}$/);
		expect(second?.eventKey).not.toBe(first?.eventKey);
	});

	it('starts one execution where n8n was restarted, or killed, in between', async () => {
		const trial = await begin();
		const events = Array.from({ length: 30 }, (_, at) => sipsEvent({ eventId: `E${at}` }));
		await Promise.all(events.map(async (event) => await trial.send(event)));
		// It stores all of this process that have started; the last of those above may have undone each other's.
		await trial.send(sipsEvent({ eventId: 'last' }));
		await scene.n8n.kill();
		await scene.n8n.start();
		const again = await Promise.all([...events, sipsEvent({ eventId: 'last' })].map(async (event) => await trial.send(event)));
		expect(again.map(({ data }) => data)).toEqual(again.map(() => ({ message: 'Received before' })));
		await scene.n8n.restart();
		expect(await trial.send(events[0])).toMatchObject({ data: { message: 'Received before' } });
		expect(await trial.started()).toBe(31);
	});
});

describe('an answer when the workflow has finished', () => {
	/** Something the workflow calls, which fails the first time. */
	let calls = 0;
	const server = createServer((_request, response) => {
		calls += 1;
		response.writeHead(calls === 1 ? 500 : 200, { 'Content-Type': 'application/json' }).end('{"internal":"not for the caller"}');
	});
	beforeAll(async () => await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
	afterAll(() => void server.close());

	it('is 500 where it failed, and the event may come again; then 200 without any data, and no third time', async () => {
		const trial = await begin({
			parameters: { responseMode: 'lastNode' },
			nodes: [{ name: 'Call', type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, parameters: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, options: {} } }],
		});
		const answers = [await trial.send(sipsEvent()), await trial.send(sipsEvent()), await trial.send(sipsEvent())];
		expect(answers.map(({ status, data }) => [status, data])).toEqual([
			[500, { message: 'Error in workflow' }],
			[200, ''],
			[200, { message: 'Received before' }],
		]);
		expect(await trial.started()).toBe(2);
	});

	it('leaves alone what the workflow itself has stored', async () => {
		const count = { name: 'Count', type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode: "const data = $getWorkflowStaticData('global'); data.count = (data.count ?? 0) + 1; return [{ json: { count: data.count } }];" } };
		const trial = await begin({ parameters: { responseMode: 'lastNode' }, nodes: [count] });
		for (const eventId of ['1', '2', '3']) expect((await trial.send(sipsEvent({ eventId }))).status).toBe(200);
		const [last] = await trial.executions();
		const execution = await scene.n8n.client.waitForExecution({ executionId: String(last?.id) });
		expect(itemsOf(execution, 'Count').map(({ json }) => json)).toEqual([{ count: 3 }]);
	});

	it('comes to both where the same event came twice at once, and the workflow ran once', async () => {
		const trial = await begin({
			parameters: { responseMode: 'lastNode' },
			nodes: [{ name: 'Take long', type: 'n8n-nodes-base.wait', typeVersion: 1.1, parameters: { amount: 2 } }],
		});
		const startedAt = Date.now();
		const answers = await Promise.all([trial.send(sipsEvent()), sleep(200).then(async () => await trial.send(sipsEvent()))]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect(Date.now() - startedAt).toBeGreaterThan(1_900);
		expect(await trial.started()).toBe(1);
	});
});

describe('Confirm with SIPS', () => {
	let orderId: string;
	beforeAll(async () => {
		const { items } = await runSrsSips(scene, orderParameters({ poNumber: 'CONFIRM-1' }));
		orderId = String(items[0]?.json.orderId);
		await scene.sandbox.control.settled();
	});
	const about = (changes: Record<string, unknown> = {}) => sipsEvent({ eventId: orderId, subscriberReferenceNum2: orderId, subscriberReferenceNum: 'CONFIRM-1', ...changes });
	const confirming = async (confirm: string) => await begin({ parameters: { confirm }, credentials: { srsSipsApi: CREDENTIAL.id } });

	it('attaches the order or the invoice, and marks what SIPS does not know', async () => {
		const trial = await confirming('attach');
		const invoiceNumber = `${orderId.padStart(10, '0')}-001`;
		const events = [
			about(),
			about({ eventStatus: 'Shipped', subscriberReferenceNum2: '' , eventType: 'DU' }),
			about({ eventType: 'IU', eventId: invoiceNumber }),
			about({ eventId: '99999999', subscriberReferenceNum2: '99999999' }),
			about({ eventType: 'IU', eventId: '../../orders' }),
			{ eventType: 'XX', eventId: 1 },
		];
		for (const event of events) expect((await trial.send(event)).status).toBe(200);
		const found = (await trial.items(events.length)).map(({ confirmation }) => confirmation);
		expect(found).toMatchObject([
			{ confirmed: true, by: 'orderId', reason: null, orders: [{ orderId, poNumber: 'CONFIRM-1' }], invoice: null },
			{ confirmed: true, by: 'poNumber', orders: [{ orderId }] },
			{ confirmed: true, by: 'invoiceNumber', orders: [] },
			{ confirmed: false, by: 'orderId', orders: [], reason: 'SIPS lists no order with this number.' },
			// Its order is invoiced, so there is an invoice, whatever its number.
			{ confirmed: true, by: 'orderId', orders: [{ orderId }], invoice: null },
			{ confirmed: null, by: null, reason: 'The event names no order or invoice that could be looked for.' },
		]);
	});

	it('starts nothing for what SIPS does not know, if so chosen, and asks for another try while SIPS is down', async () => {
		const trial = await confirming('drop');
		expect(await trial.send(about({ eventId: '99999999', subscriberReferenceNum2: '99999999' }))).toMatchObject({ status: 200, data: { message: 'Received, not confirmed' } });
		scene.sandbox.control.fault({ operationId: 'getOrderList', kind: 'status', status: 503, times: 4 });
		expect(await trial.send(about())).toMatchObject({ status: 503, data: { error: expect.stringMatching(/Send it again/) as string } });
		scene.sandbox.control.clearFaults();
		expect(await trial.started()).toBe(0);
		expect((await trial.send(about())).status).toBe(200);
		expect(await trial.items(1)).toMatchObject([{ confirmation: { confirmed: true } }]);
	});

	it('waits eight seconds for SIPS in all', async () => {
		const [attaching, dropping] = [await confirming('attach'), await confirming('drop')];
		scene.sandbox.control.fault({ operationId: 'getOrderList', kind: 'silence', times: 0 });
		const startedAt = Date.now();
		const answers = await Promise.all([attaching.send([about(), about({ eventStatus: 'Shipped' })]), dropping.send(about())]);
		expect(Date.now() - startedAt).toBeLessThan(12_000);
		scene.sandbox.control.clearFaults();
		expect(answers.map(({ status }) => status)).toEqual([200, 503]);
		expect((await attaching.items(1)).map(({ confirmation }) => confirmation)).toMatchObject(Array(2).fill({ confirmed: null, reason: 'SIPS did not answer in time.' }));
		expect(await dropping.started()).toBe(0);
	});

	it('takes nothing, and starts nothing, where its credential is gone', async () => {
		const { id } = await scene.n8n.client.createCredential({ name: 'Gone', type: 'srsSipsApi', data: { environment: 'custom', baseUrl: scene.sandbox.url, ...scene.sandbox.client } });
		const trial = await begin({ parameters: { confirm: 'attach' }, credentials: { srsSipsApi: id } });
		await scene.n8n.client.deleteCredential(id);
		expect(await trial.send(about())).toMatchObject({ status: 503, data: { error: expect.stringMatching(/Send it again/) as string } });
		expect(await trial.started()).toBe(0);
	});

	it('says so where SIPS could not be asked, and starts all the same with Read and Attach', async () => {
		const trial = await confirming('attach');
		scene.sandbox.control.fault({ operationId: 'getOrderList', kind: 'status', status: 503, times: 4 });
		expect((await trial.send(about())).status).toBe(200);
		scene.sandbox.control.clearFaults();
		expect(await trial.items(1)).toMatchObject([{ confirmation: { confirmed: null, by: 'orderId', reason: expect.stringMatching(/503/) as string } }]);
	});
});

describe('the production URL', () => {
	it('works over publishing, taking off, publishing again and a restart, and not while taken off', async () => {
		const trial = await begin();
		const { client } = scene.n8n;
		const answers: number[] = [];
		const call = async (eventId: string) => answers.push((await trial.send(sipsEvent({ eventId }))).status);
		await call('1');
		await client.deactivate(trial.workflowId);
		await call('2');
		await client.publish(trial.workflowId);
		await call('3');
		await scene.n8n.restart();
		await call('4');
		expect(answers).toEqual([200, 404, 200, 200]);
		expect(await trial.started()).toBe(3);
	});

	it('goes on working while somebody listens at the test URL, and remembers nothing of tests', async () => {
		const trial = await begin();
		expect((await trial.send(sipsEvent({ eventId: 'test' }), { url: trial.testUrl })).status).toBe(404);
		for (let round = 0; round < 2; round += 1) {
			await trial.listen();
			expect((await trial.send(sipsEvent({ eventId: `during ${round}` }))).status).toBe(200);
			expect((await trial.send(sipsEvent({ eventId: 'test' }), { url: trial.testUrl })).status).toBe(200);
		}
		expect((await trial.send(sipsEvent({ eventId: 'test' }))).status).toBe(200);
		const modes = (await trial.executions()).map(({ mode }) => mode).sort();
		expect(modes).toEqual(['manual', 'manual', 'webhook', 'webhook', 'webhook']);
	});
});

describe('the line for sending a sample event in docs/sips-triggers.md', () => {
	it('starts the workflow', async () => {
		const text = await readFile(resolve(__dirname, '../../docs/sips-triggers.md'), 'utf8');
		const [, command = ''] = /```sh\n(curl [\s\S]*?)\n```/.exec(text) ?? [];
		const trial = await begin();
		expect(command).toContain('"$URL"');
		const { stdout } = await promisify(execFile)('sh', ['-c', command], { env: { ...process.env, URL: trial.url } });
		expect(JSON.parse(stdout)).toEqual({ message: 'Workflow was started' });
		expect(await trial.items(1)).toMatchObject([{ kind: 'Order Update', status: 'Order Received' }]);
	});
});
