import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../host';
import type { Family } from '../../nodes/XCoverElements/shared/family';
import { startXCoverElementsSandbox, type XCoverElementsSandbox } from '../../sandbox/xCoverElements';
import { eventually } from '../support/e2e/exampleWorkflows';
import { atUnusedAddress } from '../support/partner/unusedAddress';
import { xCoverElements } from '../support/tokens/furtherPartners';
import { xcoverCredentialData } from '../support/tokens/xcoverCredentials';
import { EventTrial, type HookAnswer } from '../support/webhook/eventTrial';
import { LEVEL_BYTES, sendMany } from '../support/webhook/manyCalls';
import { signedHeaders, xCoverBody, xCoverCalls, type Signing } from '../support/webhook/xCoverCalls';

/** XCover Trigger in a real n8n: who is let in, that nothing else starts a workflow, and that n8n stays as it is. */
const COUNT = 10_000;
/** The same calls again: `CALLS_SEED=... npm run test:e2e xcover-trigger`. */
const SEED = Number(process.env.CALLS_SEED ?? Date.now() % 2 ** 31);
/** Made before anything is sent: it takes seconds, in which this process would not hear that n8n closes a connection. */
const CALLS = xCoverCalls(COUNT, SEED);
const SHARED = { key: 'n8n-test', secret: 'a-secret-of-the-test-0c41' };
const TYPE = { type: 'n8n-nodes-partner-apis.xCoverElementsTrigger', typeVersion: 1, parameters: {}, path: 'xcover' };

jest.setTimeout(600_000);

let n8n: N8nInstance;
let sandbox: XCoverElementsSandbox;
let credentials: Record<string, string>;

beforeAll(async () => {
	const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	// As for the other triggers: n8n 2.41 takes isolates for a webhook, at 30 calls a second.
	n8n = await startN8n({ host, packages: [await packPackage()], env: { N8N_EXPRESSION_ENGINE: 'legacy' } });
	sandbox = await atUnusedAddress(startXCoverElementsSandbox);
	const webhook = await n8n.client.createCredential({ name: 'Cover Genius', type: 'xCoverWebhookApi', data: { ...SHARED, previousSecret: '' } });
	const elements = await n8n.client.createCredential({ name: 'XCover sandbox', type: 'xCoverElementsApi', data: xCoverElements.credentialData(sandbox) });
	const signature = await n8n.client.createCredential({ name: 'XCover sandbox, signed', type: 'xCoverSignatureApi', data: xcoverCredentialData(sandbox, 'signature') });
	credentials = { xCoverWebhookApi: webhook.id, xCoverElementsApi: elements.id, xCoverSignatureApi: signature.id };
}, 300_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

async function begin(parameters: Record<string, unknown> = {}): Promise<EventTrial> {
	return await EventTrial.begin(n8n, { other: TYPE, parameters, credentials });
}

async function send(trial: EventTrial, body: string, signing: Partial<Signing> = {}, url = trial.url): Promise<HookAnswer> {
	const { status, data } = await trial.send(body, { url, headers: signedHeaders({ ...SHARED, now: Date.now(), path: new URL(url).pathname, ...signing }) });
	return { status, data };
}

const STARTED = { status: 200, data: { message: 'Workflow was started' } };

it('starts for a signed event, once, and puts out no link to personal data', async () => {
	const trial = await begin();
	const body = xCoverBody({ coi: { url: 'https://example.com/coi', pdf: 'https://example.com/coi.pdf' }, security_token: 'a1B2c-D3e4F' });
	expect(await send(trial, body, { signed: ['(request-target)', 'date'], hash: 'sha512', algorithm: 'hmac-sha512' })).toEqual(STARTED);
	expect(await send(trial, body)).toEqual({ status: 200, data: { message: 'Received before' } });
	const [item, ...more] = await trial.items(1);
	expect([item, more]).toEqual([{ eventKey: expect.any(String) as string, event: 'BOOKING_CREATED', id: 'QF7TR-2KMPA-INS', payload: expect.objectContaining({ total_price: '31.20' }) as object }, []]);
	expect(JSON.stringify(item)).not.toMatch(/coi|security_token/);
});

it('knows a path with the query that is called, and refuses headers that come twice', async () => {
	const trial = await begin();
	expect(await send(trial, xCoverBody(), { signed: ['(request-target)', 'date'] }, `${trial.url}?from=xcover`)).toEqual(STARTED);
	const { hostname, port, pathname } = new URL(trial.url);
	const { authorization = '', date = '', 'x-api-key': key = '' } = signedHeaders({ ...SHARED, now: Date.now() });
	const raw = async (lines: string[]): Promise<string> => {
		const body = xCoverBody({ id: lines.join() });
		return await new Promise((done) => {
			let answer = '';
			const socket = connect(Number(port), hostname, () => socket.write([`POST ${pathname} HTTP/1.1`, 'Host: n8n', 'Connection: close', `Content-Length: ${Buffer.byteLength(body)}`, ...lines, '', body].join('\r\n')));
			socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
			socket.on('close', () => done(answer.split('\r\n')[0] ?? ''));
		});
	};
	const good = [`Authorization: ${authorization}`, `Date: ${date}`, `X-Api-Key: ${key}`];
	expect(await raw(good)).toContain(' 200 ');
	for (const line of [`Date: ${date}`, `X-Api-Key: ${key}`]) expect(await raw([...good, line])).toContain(' 401 ');
	expect(await trial.started()).toBe(2);
});

it('is published, listens for a test in the editor, and is unpublished', async () => {
	const trial = await EventTrial.draft(n8n, { other: TYPE, credentials });
	expect((await send(trial, xCoverBody())).status).toBe(404);
	await trial.listen();
	expect((await trial.send(xCoverBody(), { url: trial.testUrl })).status).toBe(401);
	expect((await send(trial, xCoverBody(), {}, trial.testUrl)).status).toBe(200);
	await n8n.client.publish(trial.workflowId);
	expect(await send(trial, xCoverBody())).toEqual(STARTED);
	await n8n.client.deactivate(trial.workflowId);
	expect((await send(trial, xCoverBody({ id: 'after' }))).status).toBe(404);
});

it('is not published without a key, and the test of the credential says so', async () => {
	const { id } = await n8n.client.createCredential({ name: 'Blank key', type: 'xCoverWebhookApi', data: { key: ' ', secret: SHARED.secret, previousSecret: '' } });
	const trial = await EventTrial.draft(n8n, { other: TYPE, credentials: { xCoverWebhookApi: id } });
	await expect(n8n.client.publish(trial.workflowId)).rejects.toThrow();
	// A newer n8n publishes in the background: who asks may be told that it takes too long before the node has been asked.
	await eventually(() => (n8n.logs().includes('The credential with the shared secret has no Key') ? true : undefined));
	expect((await n8n.client.testCredential(id)).message).toMatch(/^Key must be/);
	expect(await n8n.client.testCredential(credentials.xCoverWebhookApi ?? '')).toMatchObject({ status: 'OK' });
});

const toldOf = (payload: object) => JSON.stringify({ event: 'BOOKING_CREATED', payload });

type Confirmed = [body: string, confirmation: object];
/** Bookings of the sandbox: one as it is told, one that is in another state, and none. A list that does not show one says nothing, and a 404 for its id is a no. */
const CONFIRMED: Record<Family, Confirmed[]> = {
	elements: [
		[xCoverBody({ id: 'ZK8DN-4VRCE-INS', currency: 'USD', total_price: '58.90' }), { confirmed: true, differences: [], booking: { price: '58.9' } }],
		[xCoverBody({ id: 'LM3WX-9QHTB-INS' }), { confirmed: false, differences: ['status'] }],
		[xCoverBody({ id: 'NOSUC-HBOOK-INS' }), { confirmed: null, booking: null }],
	],
	signature: [
		[toldOf({ id: 'K4PLM-22TRX-INS', status: 'CONFIRMED', currency: 'EUR' }), { confirmed: true, differences: [], booking: { currency: 'EUR' } }],
		[toldOf({ id: 'Y3DRT-9MKPF-INS', status: 'CONFIRMED', currency: 'GBP' }), { confirmed: false, differences: ['status'] }],
		[xCoverBody({ id: 'NOSUC-HBOOK-INS' }), { confirmed: false, booking: null }],
	],
};

it.each<Family>(['elements', 'signature'])('tells what XCover says of the booking, by %s: confirmed, contradicted, or not known', async (confirm) => {
	const parameters = { confirm };
	const trial = await begin(parameters);
	const cases = CONFIRMED[confirm];
	for (const [body] of cases) expect(await send(trial, body)).toEqual(STARTED);
	const items = await trial.items(3);
	expect(items.map(({ confirmation }) => confirmation)).toMatchObject(cases.map(([, confirmation]) => confirmation));
	expect(JSON.stringify(items)).not.toContain('security_token');

	const strict = await begin({ ...parameters, unconfirmed: 'drop' });
	expect(await send(strict, cases[1]![0])).toMatchObject({ status: 503 });
	expect(await send(strict, cases[0]![0])).toEqual(STARTED);
	expect(await strict.started()).toBe(1);
});

it('takes the sample that the page tells to send', async () => {
	const page = await readFile(resolve(__dirname, '../../docs/xcover.md'), 'utf8');
	const [, script = ''] = /```sh\n(DATE=[^]*?)```/.exec(page) ?? [];
	expect(script).toContain('openssl');
	const trial = await begin();
	const { stdout } = await promisify(execFile)('sh', ['-c', script], { env: { ...process.env, URL: trial.url, KEY: SHARED.key, SECRET: SHARED.secret } });
	expect(JSON.parse(stdout)).toEqual(STARTED.data);
	expect(await trial.items(1)).toMatchObject([{ event: 'BOOKING_CREATED', payload: { total_price: '31.20' } }]);
});

it(`${COUNT} calls of every kind: no execution for a refused one, no crash, level memory, and the next good event is taken`, async () => {
	const trial = await begin();
	const path = new URL(trial.url).pathname;
	const answers = { 200: 0, 400: 0, 401: 0, before: 0 };
	const { pid } = n8n;

	const take = async (at: number): Promise<string | undefined> => {
		const { what, headers, body, status } = CALLS[at]!;
		const answer = await trial.send(body, { headers: headers(SHARED, Date.now(), path) });
		const answered = answer.status === 413 ? 400 : answer.status;
		if (answered !== status) return `${what}: ${answer.status} ${JSON.stringify(answer.data).slice(0, 200)} where ${status} was expected`;
		if ((answer.data as { message?: string }).message === 'Received before') answers.before += 1;
		else answers[status] += 1;
		return undefined;
	};
	const good = async (at: number): Promise<string | undefined> => {
		const { status } = await send(trial, xCoverBody({ id: `GOOD-${at}` }));
		if (status !== 200) return String(status);
		answers[200] += 1;
		return undefined;
	};
	const { wrong, growthBytes } = await sendMany(n8n, COUNT, take, good);

	expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] });
	expect(n8n.pid).toBe(pid);
	expect(answers[401]).toBeGreaterThan(COUNT / 2);
	expect(await trial.started()).toBe(answers[200]);
	expect(await send(trial, xCoverBody({ id: 'the last one' }))).toEqual(STARTED);
	expect(growthBytes).toBeLessThan(LEVEL_BYTES);
	expect(n8n.logs()).not.toContain(SHARED.secret);
});
