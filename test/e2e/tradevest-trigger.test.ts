import { setTimeout as sleep } from 'node:timers/promises';

import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../host';
import { startTradevestSandbox, type TradevestSandbox } from '../../sandbox/tradevest';
import { tradevest } from '../support/tokens/furtherPartners';
import { BURST, brokenBy, burstWithAKill } from '../support/webhook/eventBurst';
import { EventTrial } from '../support/webhook/eventTrial';
import { tradevestBurst } from '../support/webhook/tradevestBurst';

/**
 * Tradevest Trigger in a real n8n: what it registers at Tradevest over publishing, tests, restarts and kills. What it does with each answer of Tradevest
 * is in test/engine/tradevest.
 */
jest.setTimeout(240_000);

const ONBOARDING = 'ONBOARDING_NOTIFICATION';
const DOCUMENT = 'DOCUMENT_NOTIFICATION';
const TRIGGER = { type: 'n8n-nodes-partner-apis.tradevestTrigger', typeVersion: 1, parameters: {}, path: 'tradevest' };

/** What n8n 2.41 was publishing when it was killed holds up all that is published for so long; two minutes unless set. */
const SHORT_LEASE = { N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '10' };

let n8n: N8nInstance;
let sandbox: TradevestSandbox;
let credential: string;
const trials: EventTrial[] = [];

beforeAll(async () => {
	const version = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	n8n = await startN8n({ host: version, packages: [await packPackage()], env: SHORT_LEASE });
	sandbox = await startTradevestSandbox({ allowsHttpWebhooks: true });
	credential = (await n8n.client.createCredential({ name: 'Tradevest sandbox', type: 'tradevestApi', data: tradevest.credentialData(sandbox) })).id;
}, 300_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

afterEach(async () => {
	for (const { workflowId } of trials.splice(0)) if ((await n8n.client.getWorkflow(workflowId)).active) await n8n.client.deactivate(workflowId);
	// Not a reset: a partner that forgets its tokens again and again is given a rest by the token engine.
	sandbox.control.change({ webhookMode: 'normal' });
});

/** A workflow that begins with the trigger, and is not published. */
async function draft(parameters: Record<string, unknown> = {}): Promise<EventTrial> {
	const trial = await EventTrial.draft(n8n, { other: TRIGGER, credentials: { tradevestApi: credential }, parameters: { events: [ONBOARDING], ...parameters } });
	trials.push(trial);
	return trial;
}

async function begin(parameters: Record<string, unknown> = {}): Promise<EventTrial> {
	const trial = await draft(parameters);
	await n8n.client.publish(trial.workflowId);
	return trial;
}

function hooks(): Record<string, string> {
	return Object.fromEntries(sandbox.webhooks().map(({ eventType, url }) => [eventType, url]));
}

function notification(changes: object = {}): never {
	return { onboardingId: 'o-1', status: 'APPROVED', notificationType: 'UPDATED', modifiedOn: '2026-05-04T10:00:08.256Z', ...changes } as never;
}

async function told(eventType: string, payload = notification()): Promise<void> {
	sandbox.notify(eventType as never, payload);
	await sandbox.control.settled();
}

async function until(isSo: () => boolean, what: string): Promise<void> {
	for (const deadline = Date.now() + 30_000; !isSo(); await sleep(10)) {
		if (Date.now() > deadline) throw new Error(`It did not happen in time: ${what}. n8n's log ends so:\n${n8n.logs().slice(-3_000)}`);
	}
}

describe('publishing and unpublishing', () => {
	it('registers what is chosen, starts the workflow with each event once, and takes all of it away', async () => {
		const trial = await begin({ events: [ONBOARDING, DOCUMENT] });
		expect(hooks()).toEqual({ [ONBOARDING]: trial.url, [DOCUMENT]: trial.url });
		sandbox.control.change({ webhookMode: 'duplicate' });
		await told(ONBOARDING);
		await told(DOCUMENT, notification({ onboardingId: undefined, documentId: 'd-1' }));
		expect(await trial.items(2)).toEqual([expect.objectContaining({ eventType: ONBOARDING, onboardingId: 'o-1' }), expect.objectContaining({ eventType: DOCUMENT, documentId: 'd-1' })]);
		expect([await trial.started(), sandbox.missing()]).toEqual([2, []]);
		await n8n.client.deactivate(trial.workflowId);
		expect(hooks()).toEqual({});
	});

	it.each([
		['first, second', [0, 1]],
		['second, first', [1, 0]],
	])('of two workflows on one event takes nothing from the other, in the order %s', async (_what, order) => {
		const first = await begin();
		const second = await draft();
		await expect(n8n.client.publish(second.workflowId)).rejects.toThrow();
		// n8n 2.41 goes on trying.
		if ((await n8n.client.getWorkflow(second.workflowId)).active) await n8n.client.deactivate(second.workflowId);
		expect(hooks()).toEqual({ [ONBOARDING]: first.url });
		const third = await begin({ takeOver: true });
		expect(hooks()).toEqual({ [ONBOARDING]: third.url });
		await told(ONBOARDING);
		expect([await first.started(), await third.started()]).toEqual([0, 1]);
		const both = [first, third];
		const [one, other] = order.map((at) => both[at]!) as [EventTrial, EventTrial];
		await n8n.client.deactivate(one.workflowId);
		expect(hooks()).toEqual(one === third ? {} : { [ONBOARDING]: third.url });
		await n8n.client.deactivate(other.workflowId);
		expect(hooks()).toEqual({});
	});
});

describe('a test in the editor', () => {
	it('leaves production alone, and hands on a sample that a person sends', async () => {
		const trial = await begin();
		await trial.listen();
		expect(hooks()).toEqual({ [ONBOARDING]: trial.url });
		expect((await trial.send(notification(), { url: trial.testUrl })).status).toBe(200);
		expect(await trial.items(1)).toEqual([expect.objectContaining({ eventType: ONBOARDING, onboardingId: 'o-1' })]);
		await told(ONBOARDING);
		expect(await trial.started()).toBe(2);
	});

	it('with Register for Test hears for it, and puts it back, headers included', async () => {
		const trial = await begin({ registerForTest: true });
		const before = sandbox.webhooks().map(({ url, headers }) => ({ url, headers }));
		await trial.listen();
		expect(hooks()).toEqual({ [ONBOARDING]: trial.testUrl });
		await told(ONBOARDING);
		expect(await trial.items(1)).toHaveLength(1);
		await until(() => hooks()[ONBOARDING] === trial.url, 'what was registered is put back');
		expect(sandbox.webhooks().map(({ url, headers }) => ({ url, headers }))).toEqual(before);
		await trial.listen();
		expect(hooks()).toEqual({ [ONBOARDING]: trial.testUrl });
		await trial.stopListening();
		await until(() => hooks()[ONBOARDING] === trial.url, 'what was registered is put back');
	});

	it('that dies with n8n gives production its events back at the start', async () => {
		const trial = await begin({ registerForTest: true });
		await trial.listen();
		await n8n.kill();
		await n8n.start();
		await until(() => hooks()[ONBOARDING] === trial.url, 'the workflow is registered again');
		await told(ONBOARDING);
		expect(await trial.started()).toBe(1);
	});
});

describe('n8n started anew', () => {
	it('hears as before, and registers nothing again', async () => {
		const trial = await begin();
		const registered = () => sandbox.control.counts().operations.registerWebhook?.received;
		const before = registered();
		await n8n.restart();
		await told(ONBOARDING);
		expect([await trial.started(), registered(), sandbox.missing()]).toEqual([1, before, []]);
	});

	it('killed between registering and storing: it hears, and leaves nothing behind', async () => {
		const trial = await draft({ events: [ONBOARDING, DOCUMENT] });
		const publishing = n8n.client.publish(trial.workflowId).catch(() => undefined);
		await until(() => Object.keys(hooks()).length > 0, 'the first event is registered');
		await n8n.kill();
		await publishing;
		await n8n.start();
		if ((await n8n.client.getWorkflow(trial.workflowId)).active !== true) await n8n.client.publish(trial.workflowId);
		await until(() => Object.keys(hooks()).length === 2, 'both events are registered');
		await told(ONBOARDING);
		expect([await trial.started(), sandbox.missing()]).toEqual([1, []]);
		await n8n.client.deactivate(trial.workflowId);
		expect(hooks()).toEqual({});
	});
});

it('starts the workflow with what was missed, when it is published, and once', async () => {
	sandbox.control.change({ webhookMode: 'dropped' });
	await told(ONBOARDING);
	sandbox.control.change({ webhookMode: 'normal' });
	const trial = await begin({ fetchesMissed: true });
	expect(await trial.items(1)).toEqual([expect.objectContaining({ onboardingId: 'o-1', receivedBy: 'missed' })]);
	await told(ONBOARDING);
	expect(await trial.started()).toBe(1);
});

it('1,000 events with repeats and a kill half-way: none is lost, and only those start twice that were under way or not yet stored', async () => {
	const tally = await burstWithAKill(n8n, { ...BURST, seed: 11 }, tradevestBurst);
	expect(brokenBy(tally)).toEqual([]);
	// Else n8n was not killed in the middle of it.
	expect(tally.callsAgain).toBeGreaterThan(0);
});
