import axios from 'axios';

import { ensureHost, packPackage, startQueueN8n, type Execution, type QueueN8n } from '../../host';
import { failuresIn, outcomeOf, workflowOf } from '../support/tokens/manyItems';
import { PARTNERS_HERE, type PartnerUnderTest } from '../support/tokens/partnerUnderTest';
import { TokenTrial, waysOf, type Way } from '../support/tokens/tokenTrial';
import { TOKEN_WORDS } from '../support/tokens/tokenWords';

/** The token engine in n8n's queue mode: a process for webhooks and two workers, all with one credential. */
jest.setTimeout(120_000);

const WORKERS = 2;
/** Executions at once, of 50 items each. A worker runs ten at a time. */
const AT_ONCE = 6;
const ITEMS = 50;
/** How the HTTP Request node fails with a token that was refused. */
const REFUSED = /Authorization failed|401/;

let n8n: QueueN8n;

beforeAll(async () => {
	const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	n8n = await startQueueN8n({ host, packages: [await packPackage()], workers: WORKERS });
}, 900_000);

afterAll(async () => {
	await n8n?.stop();
});

const cases = PARTNERS_HERE.flatMap((partner) => waysOf(partner).map((way) => ({ credentialType: partner.credentialType, way, partner })));

const hookedOf = new Map<(typeof cases)[number], Hooked>();

beforeAll(async () => {
	for (const one of cases) hookedOf.set(one, await publish(one.partner, one.way));
}, 120_000);

afterAll(async () => {
	for (const { trial } of hookedOf.values()) await trial.sandbox.close();
});

/** One test for each credential and way, with what was published for it. */
function itEach(name: string, work: (hooked: Hooked, of: (typeof cases)[number]) => Promise<void>, timeoutMs?: number): void {
	it.each(cases)(`${name} ($credentialType in $way)`, async (one) => await work(hookedOf.get(one)!, one), timeoutMs);
}

itEach('at most one token call a process, though no process has a token yet, and all items succeed', async (hooked, { partner }) => {
	const { trial } = hooked;
	trial.sandbox.control.fault({ operationId: partner.tokenOperation, kind: 'latency', ms: 300, times: 0 });
	const seen = await trial.seenDuring(async () => await runAtOnce(hooked));
	trial.sandbox.control.clearFaults();
	expect(seen).toMatchObject({ accepted: AT_ONCE * ITEMS, refused: 0 });
	expect(seen.tokenCalls).toBeGreaterThanOrEqual(1);
	expect(seen.tokenCalls).toBeLessThanOrEqual(WORKERS);
});

itEach('no further call while the tokens are good', async (hooked) => {
	const { trial } = hooked;
	expect(await trial.seenDuring(async () => await runAtOnce(hooked))).toMatchObject({ accepted: AT_ONCE * ITEMS, refused: 0 });
	// Should one worker have done all of the work before, the other asks now, for the first time.
	expect(trial.seen().tokenCalls).toBeLessThanOrEqual(WORKERS);
});

describe('once the workers were started anew', () => {
	beforeAll(async () => await n8n.restartWorkers(), 120_000);

	itEach('at most one call for each worker, and no refusal', async (hooked) => {
		const { trial } = hooked;
		const seen = await trial.seenDuring(async () => await runAtOnce(hooked));
		expect(seen).toMatchObject({ accepted: AT_ONCE * ITEMS, refused: 0 });
		expect(seen.tokenCalls).toBeGreaterThanOrEqual(1);
		expect(seen.tokenCalls).toBeLessThanOrEqual(WORKERS);
	});

	itEach('after the partner revoked all tokens at most one call a process, and all items succeed, in the HTTP Request node after what was refused', async (hooked, { way }) => {
		const { trial } = hooked;
		expect(trial.sandbox.control.revokeTokens()).toBeGreaterThanOrEqual(1);
		// Many requests are under way when the first refusal comes back.
		trial.sandbox.control.change({ latencyMs: 200 });
		const before = trial.seen();
		// Each worker finds out by itself. One may have nothing to do at first.
		if (way === 'the HTTP Request node') for (let times = 0; times < WORKERS; times += 1) await runAtOnce(hooked, REFUSED);
		const seen = await trial.seenDuring(async () => await runAtOnce(hooked));
		expect(seen.accepted).toBe(AT_ONCE * ITEMS);
		const tokenCalls = trial.seen().tokenCalls - before.tokenCalls;
		expect(tokenCalls).toBeGreaterThanOrEqual(1);
		expect(tokenCalls).toBeLessThanOrEqual(WORKERS);
	}, 300_000);
});

it('nothing that a process printed holds a token or a secret', () => {
	const logs = n8n.logs();
	expect(Object.keys(logs)).toHaveLength(WORKERS + 2);
	for (const text of Object.values(logs)) {
		expect(text).not.toBe('');
		expect(text).not.toMatch(TOKEN_WORDS);
	}
});

/** A published workflow that a webhook starts. */
interface Hooked {
	readonly trial: TokenTrial;
	readonly workflowId: string;
	readonly url: string;
}

async function publish(partner: PartnerUnderTest, way: Way): Promise<Hooked> {
	const trial = await TokenTrial.begin(n8n, partner);
	const path = `${partner.credentialType}-${way === 'our action node' ? 'ours' : 'http'}`;
	const start = {
		name: 'Call',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		// The answers of a last node come through Redis, and now and then n8n loses one; what came of an execution is asked for.
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' },
	};
	const { id } = await n8n.client.createWorkflow(workflowOf(`Called (${path})`, start, trial.node(way), ITEMS));
	await n8n.client.publish(id);
	return { trial, workflowId: id, url: `${n8n.webhookBase}/${path}` };
}

/**
 * Starts several executions at the same moment, and waits until all have succeeded with all their items.
 *
 * @param mayFail how items may fail
 */
async function runAtOnce({ workflowId, url }: Hooked, mayFail?: RegExp): Promise<void> {
	const earlier = new Set((await n8n.client.listExecutions(workflowId)).map(({ id }) => id));
	const calls = Array.from({ length: AT_ONCE }, async () => await axios.post<unknown>(url, {}, { timeout: 30_000, proxy: false }));
	await Promise.all(calls);
	const started = (await n8n.client.listExecutions(workflowId)).filter(({ id }) => !earlier.has(id));
	expect(started).toHaveLength(AT_ONCE);
	const executions: Execution[] = [];
	for (const { id } of started) executions.push(await n8n.client.waitForExecution({ executionId: id }));
	for (const execution of executions) {
		const outcome = outcomeOf(execution);
		expect(execution.status).toBe('success');
		expect(failuresIn(outcome).filter((failure) => !mayFail?.test(failure)).slice(0, 1)).toEqual([]);
		expect(outcome.items).toHaveLength(ITEMS);
	}
}
