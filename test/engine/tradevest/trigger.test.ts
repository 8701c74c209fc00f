import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';

import { runPool } from '../../../engine/items/pool';
import { STORE_EVERY_MS } from '../../../engine/webhook/storeThrottle';
import { startTradevestSandbox, type TradevestSandbox } from '../../../sandbox/tradevest';
import { demoCustomer } from '../../../sandbox/tradevest/data/people';
import { inFreshSandbox } from '../../support/partner/freshSandbox';
import { tradevestEngine, tradevestTrigger, tradevestTriggerOfNewProcess } from '../../support/n8nEngine/tradevestEngine';
import { EXAMPLES } from '../../support/services/Tradevest.examples';
import { HookHost, type HostedWorkflow } from '../../support/webhook/hookHost';
import { withRepeats } from '../../support/webhook/withRepeats';

/** Tradevest Trigger on n8n's engine: what it registers at Tradevest, whose it leaves alone, and that nothing is lost. */

let sandbox: TradevestSandbox;
let host: HookHost;

inFreshSandbox(
	async () => await startTradevestSandbox({ allowsHttpWebhooks: true }),
	async (fresh) => {
		sandbox = fresh;
		host = await HookHost.open(tradevestTrigger(sandbox));
	},
);

afterEach(async () => {
	await host.close();
});

const ONBOARDING = 'ONBOARDING_NOTIFICATION';
const DOCUMENT = 'DOCUMENT_NOTIFICATION';
const PERSON = 'NATURAL_PERSON_NOTIFICATION';
const FOREIGN = { eventType: ONBOARDING, url: 'https://hooks.example.com/theirs?key=hidden', headers: [{ name: 'x-their-secret', value: 'theirs' }, { name: 'x-team', value: 'desk' }] } as const;

function workflow(parameters: Record<string, unknown> = {}): HostedWorkflow {
	return host.workflow({ events: [ONBOARDING, DOCUMENT], ...parameters } as never);
}

/** Where each type of event goes. */
function hooks(): Record<string, string> {
	return Object.fromEntries(sandbox.webhooks().map(({ eventType, url }) => [eventType, url]));
}

function headersOf(eventType: string): Record<string, string> {
	const { headers = [] } = sandbox.webhooks().find((hook) => hook.eventType === eventType) ?? {};
	return Object.fromEntries(headers.map(({ name, value }) => [name, value]));
}

/** What somebody else registers. */
async function registerElsewhere(hook: object = FOREIGN): Promise<void> {
	const { data } = await axios.post<{ access_token: string }>(`${sandbox.url}/oauth2/token`, new URLSearchParams({ grant_type: 'client_credentials', client_id: sandbox.client.clientId, client_secret: sandbox.client.clientSecret }));
	await axios.post(`${sandbox.url}/webhooks`, hook, { headers: { authorization: `Bearer ${data.access_token}` } });
}

function notification(changes: object = {}) {
	return { onboardingId: '0f6d3c0b-6f33-4a38-9d0c-5e9a4f7f1b12', modifiedOn: '2026-05-04T10:00:08.256Z', status: 'REJECTED', notificationType: 'UPDATED', validationError: { errorType: 'TAX_INFORMATION_VERIFICATION', description: 'tax id could not be confirmed' }, ...changes } as never;
}

async function told(eventType: string, payload: object = notification()): Promise<void> {
	sandbox.notify(eventType as never, payload as never);
	await sandbox.control.settled();
}

const startedIds = (one: HostedWorkflow, id = 'onboardingId') => one.started.flat().map((item) => item[id]);

async function failure(work: Promise<unknown>): Promise<{ message: string; description?: string | null }> {
	return await work.then(
		() => {
			throw new Error('It went well');
		},
		(error: { message: string; description?: string | null }) => error,
	);
}

describe('publishing', () => {
	it('registers one webhook for each event, with a random secret and the event as headers', async () => {
		const one = workflow();
		await one.publish();
		expect(hooks()).toEqual({ [ONBOARDING]: one.url(), [DOCUMENT]: one.url() });
		expect(headersOf(ONBOARDING)).toEqual({ 'x-n8n-secret': expect.stringMatching(/^[\w-]{43}$/) as string, 'x-n8n-event': ONBOARDING });
		expect(headersOf(DOCUMENT)['x-n8n-secret']).toBe(headersOf(ONBOARDING)['x-n8n-secret']);
	});

	it('has another secret for each workflow', async () => {
		await workflow({ events: [ONBOARDING] }).publish();
		await workflow({ events: [DOCUMENT] }).publish();
		expect(headersOf(DOCUMENT)['x-n8n-secret']).not.toBe(headersOf(ONBOARDING)['x-n8n-secret']);
	});

	it('takes away all of it when it is unpublished, and no more', async () => {
		await registerElsewhere({ ...FOREIGN, eventType: PERSON });
		const one = workflow();
		await one.publish();
		await one.unpublish();
		expect(hooks()).toEqual({ [PERSON]: FOREIGN.url });
	});

	it('leaves what belongs to somebody else alone, registers nothing, and names event and host, but no more of the address', async () => {
		await registerElsewhere();
		const { message, description } = await failure(workflow().publish());
		expect(message).toContain(`${ONBOARDING} goes to hooks.example.com`);
		expect(`${message} ${description}`).not.toMatch(/hidden|theirs/);
		expect(message).toContain('turn on Take Over');
		expect(sandbox.webhooks()).toEqual([expect.objectContaining(FOREIGN)]);
	});

	it('takes its place where Take Over is on', async () => {
		await registerElsewhere();
		const one = workflow({ takeOver: true });
		await one.publish();
		expect(hooks()).toEqual({ [ONBOARDING]: one.url(), [DOCUMENT]: one.url() });
	});

	it('does not delete what somebody else has registered since', async () => {
		const one = workflow();
		await one.publish();
		await registerElsewhere();
		await one.unpublish();
		expect(sandbox.webhooks()).toEqual([expect.objectContaining(FOREIGN)]);
	});

	it('puts back what it has taken over where a later event cannot be registered, headers included', async () => {
		await registerElsewhere();
		sandbox.control.fault({ operationId: 'registerWebhook', kind: 'status', status: 422, skip: 1 });
		await failure(workflow({ takeOver: true }).publish());
		expect(sandbox.webhooks()).toEqual([expect.objectContaining(FOREIGN)]);
	});

	it.each(['cut', 'silence'] as const)('counts a registration whose answer is lost (%s) as its own', async (kind) => {
		sandbox.control.fault({ operationId: 'registerWebhook', kind, when: 'after' });
		const one = workflow();
		await one.publish();
		expect(hooks()).toEqual({ [ONBOARDING]: one.url(), [DOCUMENT]: one.url() });
		await one.unpublish();
		expect(hooks()).toEqual({});
	});

	it('is not kept from being unpublished by a Tradevest that is down, and says what stays behind', async () => {
		const one = workflow();
		await one.publish();
		sandbox.control.fault({ operationId: 'listWebhooks', kind: 'status', status: 500, times: 0 });
		await one.unpublish();
		expect(one.isPublished).toBe(false);
		expect(one.warnings).toEqual([expect.stringMatching(/could not be removed.*Webhook: Delete/)]);
	});

	it('takes away all the others where one cannot be, says which stays, and takes that away the next time', async () => {
		const one = workflow({ events: [ONBOARDING, DOCUMENT, PERSON] });
		await one.publish();
		sandbox.control.fault({ operationId: 'deleteWebhook', kind: 'status', status: 403 });
		await one.unpublish();
		const [left] = Object.keys(hooks());
		expect(Object.keys(hooks())).toHaveLength(1);
		expect(one.warnings).toEqual([expect.stringMatching(new RegExp(`${left} could not be taken away.*Webhook: Delete`))]);
		await one.publish();
		await one.unpublish();
		expect(hooks()).toEqual({});
	});

	it('says in plain words that Tradevest wants HTTPS', async () => {
		sandbox.control.change({ allowsHttpWebhooks: false });
		const { message, description } = await failure(workflow().publish());
		expect(message).toContain('only to an address that begins with https://');
		expect(`${message} ${description}`).toMatch(/WEBHOOK_URL.*restart n8n/);
		expect(hooks()).toEqual({});
	});

	it('wants at least one event', async () => {
		expect((await failure(workflow({ events: [] }).publish())).message).toContain('Trigger On names no event');
	});

	it('takes an event that Tradevest may add, and refuses what cannot be one', async () => {
		expect((await failure(workflow({ events: 'not an event' }).publish())).message).toContain('no kind of event');
		// The sandbox does not know it, and its refusal is told as it is.
		expect((await failure(workflow({ events: 'NEW_NOTIFICATION' }).publish())).message).toMatch(/could not be registered.*eventType/);
	});

	it('shows no secret in what a refusal says, though Tradevest repeats it', async () => {
		const one = workflow({ events: [ONBOARDING] });
		await one.publish();
		const secret = headersOf(ONBOARDING)['x-n8n-secret'] ?? '';
		sandbox.control.fault({ operationId: 'registerWebhook', kind: 'answer', status: 422, body: { message: `Not accepted: ${secret}` } });
		const error = await failure(one.publish());
		expect(error.message).toContain('Not accepted: [hidden]');
		expect(JSON.stringify([error, error.description])).not.toContain(secret);
	});
});

describe('two workflows on one event', () => {
	it.each([
		['first, second', ['first', 'second']],
		['second, first', ['second', 'first']],
	])('leave nothing behind and take nothing from each other, unpublished in the order %s', async (_what, order) => {
		const all = { first: workflow({ events: [ONBOARDING] }), second: workflow({ events: [ONBOARDING], takeOver: true }) };
		await all.first.publish();
		await all.second.publish();
		await told(ONBOARDING);
		expect([all.first.started.length, all.second.started.length]).toEqual([0, 1]);
		const [one, other] = order as [keyof typeof all, keyof typeof all];
		await all[one].unpublish();
		expect(hooks()).toEqual(one === 'second' ? {} : { [ONBOARDING]: all.second.url() });
		await all[other].unpublish();
		expect(hooks()).toEqual({});
	});

	it('names the host where the second does not take over, and the first goes on hearing', async () => {
		const first = workflow({ events: [ONBOARDING] });
		await first.publish();
		expect((await failure(workflow({ events: [ONBOARDING, DOCUMENT] }).publish())).message).toContain(`goes to ${new URL(host.origin).host}`);
		await told(ONBOARDING);
		expect(first.started).toHaveLength(1);
		expect(hooks()).toEqual({ [ONBOARDING]: first.url() });
	});

	it('published at the same moment: one of them has it, and the other is told', async () => {
		const both = [workflow({ events: [ONBOARDING] }), workflow({ events: [ONBOARDING] })];
		const ends = await Promise.allSettled(both.map(async (one) => await one.publish()));
		expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(hooks()).toEqual({ [ONBOARDING]: both.find(({ isPublished }) => isPublished)?.url() });
	});
});

describe('a start of n8n', () => {
	it('registers nothing anew where all is as it should be, and goes on hearing', async () => {
		const one = workflow();
		await one.publish();
		const registered = sandbox.control.counts().operations.registerWebhook?.received;
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
		expect(sandbox.control.counts().operations.registerWebhook?.received).toBe(registered);
		await told(ONBOARDING);
		expect(one.started).toHaveLength(1);
	});

	it('registers what somebody has removed', async () => {
		const one = workflow();
		await one.publish();
		const other = workflow({ events: [ONBOARDING], takeOver: true });
		await other.publish();
		await other.unpublish();
		expect(hooks()).toEqual({ [DOCUMENT]: one.url() });
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
		expect(hooks()).toEqual({ [ONBOARDING]: one.url(), [DOCUMENT]: one.url() });
	});

	it('tells of what somebody else has taken over since, goes on with the rest, and takes nothing back, Take Over or not', async () => {
		const one = workflow({ takeOver: true });
		await one.publish();
		await registerElsewhere();
		for (let start = 0; start < 2; start += 1) await host.restart(tradevestTriggerOfNewProcess(sandbox));
		expect(hooks()).toEqual({ [ONBOARDING]: FOREIGN.url, [DOCUMENT]: one.url() });
		expect(one.warnings).toEqual(Array(2).fill(expect.stringContaining(`taken over some of its events: ${ONBOARDING} goes to hooks.example.com`)));
		await told(DOCUMENT, { documentId: 'd-1', status: 'CREATED', modifiedOn: '2026-05-04T10:00:08.256Z' });
		expect(startedIds(one, 'documentId')).toEqual(['d-1']);
	});

	it('is a failed start where it would hear of nothing, which n8n tells', async () => {
		const one = workflow({ events: [ONBOARDING] });
		await one.publish();
		await registerElsewhere();
		expect((await failure(host.restart(tradevestTriggerOfNewProcess(sandbox)))).message).toContain('has taken over the events');
		expect(hooks()).toEqual({ [ONBOARDING]: FOREIGN.url });
	});

	it('goes on with what is registered where something cannot be mended, and mends it at the next', async () => {
		const one = workflow();
		await one.publish();
		const other = workflow({ events: [ONBOARDING], takeOver: true });
		await other.publish();
		await other.unpublish();
		sandbox.control.fault({ operationId: 'registerWebhook', kind: 'status', status: 500, times: 0 });
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
		expect([hooks(), one.warnings]).toEqual([{ [DOCUMENT]: one.url() }, [expect.stringContaining(`${ONBOARDING} could not be registered`)]]);
		sandbox.control.clearFaults();
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
		expect(hooks()).toEqual({ [ONBOARDING]: one.url(), [DOCUMENT]: one.url() });
	});

	it('that has failed takes nothing back by itself, Take Over or not, and hears again once the other has left', async () => {
		const one = workflow({ events: [ONBOARDING], takeOver: true });
		await one.publish();
		const other = workflow({ events: [ONBOARDING], takeOver: true });
		await other.publish();
		await failure(host.restart(tradevestTriggerOfNewProcess(sandbox)));
		await failure(one.retry());
		expect(hooks()).toEqual({ [ONBOARDING]: other.url() });
		await other.unpublish();
		await one.retry();
		expect(hooks()).toEqual({ [ONBOARDING]: one.url() });
	});

	it('that has failed: unpublished and published by a person it takes over again', async () => {
		const one = workflow({ events: [ONBOARDING], takeOver: true });
		await one.publish();
		await registerElsewhere();
		await failure(host.restart(tradevestTriggerOfNewProcess(sandbox)));
		await one.unpublish();
		await one.publish();
		expect(hooks()).toEqual({ [ONBOARDING]: one.url() });
	});

	it('moves its webhooks to a changed address, and leaves nothing behind at the old one', async () => {
		const one = workflow();
		await one.publish();
		host.origin = host.origin.replace('127.0.0.1', 'localhost');
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
		expect(hooks()).toEqual({ [ONBOARDING]: one.url(), [DOCUMENT]: one.url() });
		expect(one.warnings).toEqual([expect.stringMatching(/led to 127\.0\.0\.1:\d+, and lead to localhost:\d+ now/)]);
		await told(ONBOARDING);
		expect(one.started).toHaveLength(1);
		await one.unpublish();
		expect(hooks()).toEqual({});
	});

	it('listens as before where Tradevest does not answer', async () => {
		const one = workflow();
		await one.publish();
		sandbox.control.fault({ operationId: 'listWebhooks', kind: 'status', status: 500, times: 0 });
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
		await told(ONBOARDING);
		expect(one.started).toHaveLength(1);
		expect(one.warnings).toEqual([expect.stringContaining('listens as before')]);
	});
});

describe('n8n killed between registering and storing', () => {
	it('hears without a restart as well: Tradevest shows the secret of the registration', async () => {
		const one = workflow();
		await one.publish({ dies: true });
		host.node = tradevestTriggerOfNewProcess(sandbox);
		await told(ONBOARDING);
		expect(one.started).toHaveLength(1);
		expect(sandbox.missing()).toEqual([]);
	});

	it('hears where another process has registered with another secret', async () => {
		const one = workflow();
		await one.publish();
		one.staticData = one.staticData.replace(headersOf(ONBOARDING)['x-n8n-secret'] ?? '', 'of-another-process');
		host.node = tradevestTriggerOfNewProcess(sandbox);
		await told(ONBOARDING);
		await told(ONBOARDING, notification({ status: 'APPROVED' }));
		expect(one.started).toHaveLength(2);
	});

	it('asks Tradevest once in a while at most, whoever calls', async () => {
		const one = workflow();
		await one.publish();
		const asked = () => sandbox.control.counts().operations.listWebhooks?.received ?? 0;
		const before = asked();
		for (let call = 0; call < 10; call += 1) expect((await axios.post(one.url(), notification(), { headers: { 'x-n8n-secret': `guess ${call}` }, validateStatus: () => true })).status).toBe(401);
		expect(asked() - before).toBe(1);
	});

	it('hears after the start, and leaves nothing behind', async () => {
		const one = workflow();
		await one.publish({ dies: true });
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
		await told(ONBOARDING);
		expect(one.started).toHaveLength(1);
		await one.unpublish();
		expect(hooks()).toEqual({});
	});

	it('takes over at the start what it was about to take over', async () => {
		await registerElsewhere();
		const one = workflow({ takeOver: true });
		one.isPublished = true;
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
		expect(hooks()).toEqual({ [ONBOARDING]: one.url(), [DOCUMENT]: one.url() });
	});

	it('leaves nothing behind where it is unpublished before it knows its secret', async () => {
		const one = workflow();
		await one.publish({ dies: true });
		host.node = tradevestTriggerOfNewProcess(sandbox);
		await one.unpublish();
		expect(hooks()).toEqual({});
	});
});

describe('a test in the editor', () => {
	it('registers nothing, and starts for a sample that a person sends', async () => {
		const one = workflow();
		await one.publish();
		const before = sandbox.webhooks();
		await one.listen();
		expect(sandbox.webhooks()).toEqual(before);
		const { status } = await axios.post(one.url('webhook-test'), notification());
		expect(status).toBe(200);
		expect(one.tested).toEqual([[expect.objectContaining({ eventType: ONBOARDING, status: 'REJECTED' })]]);
		await one.stopListening();
		expect(sandbox.webhooks()).toEqual(before);
	});

	it('with Register for Test hears in the place of the published workflow, and puts back what was there, headers included', async () => {
		await registerElsewhere({ ...FOREIGN, eventType: DOCUMENT });
		const one = workflow({ events: [ONBOARDING] });
		await one.publish();
		const before = sandbox.webhooks().map(({ eventType, url, headers }) => ({ eventType, url, headers }));
		one.parameters = { events: [ONBOARDING, DOCUMENT, PERSON], registerForTest: true } as never;
		await one.listen();
		expect(hooks()).toEqual({ [ONBOARDING]: one.url('webhook-test'), [DOCUMENT]: one.url('webhook-test'), [PERSON]: one.url('webhook-test') });
		await told(ONBOARDING);
		expect([one.started.length, one.tested.length]).toEqual([0, 1]);
		expect((await axios.post(one.url('webhook-test'), notification(), { validateStatus: () => true })).status).toBe(401);
		await one.stopListening();
		expect(sandbox.webhooks().map(({ eventType, url, headers }) => ({ eventType, url, headers }))).toEqual(before);
		await told(ONBOARDING, notification({ status: 'APPROVED' }));
		expect(one.started).toHaveLength(1);
	});

	it('of another workflow, killed with n8n: production has its events again at the start', async () => {
		const one = workflow({ events: [ONBOARDING] });
		await one.publish();
		await workflow({ events: [ONBOARDING], registerForTest: true }).listen();
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
		expect(hooks()).toEqual({ [ONBOARDING]: one.url() });
		await told(ONBOARDING);
		expect(one.started).toHaveLength(1);
	});

	it('killed with n8n does not lose what somebody else had: the next test puts it back', async () => {
		await registerElsewhere();
		const one = workflow({ events: [ONBOARDING], registerForTest: true });
		await one.listen();
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
		await one.listen();
		await one.stopListening();
		expect(sandbox.webhooks()).toEqual([expect.objectContaining(FOREIGN)]);
	});

	it('does not bring back what was unpublished while it listened', async () => {
		const one = workflow({ events: [ONBOARDING] });
		await one.publish();
		const test = workflow({ events: [ONBOARDING], registerForTest: true });
		await test.listen();
		await one.unpublish();
		expect(hooks()).toEqual({ [ONBOARDING]: test.url('webhook-test') });
		await test.stopListening();
		expect(hooks()).toEqual({});
	});

	it('does not bring back what is not chosen any more since', async () => {
		const one = workflow({ events: [ONBOARDING, DOCUMENT] });
		await one.publish();
		const test = workflow({ events: [DOCUMENT], registerForTest: true });
		await test.listen();
		one.parameters = { events: [ONBOARDING] } as never;
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
		await test.listen();
		await test.stopListening();
		expect(hooks()).toEqual({ [ONBOARDING]: one.url() });
	});

	it('leaves alone what was published while it listened', async () => {
		const test = workflow({ events: [ONBOARDING], registerForTest: true });
		await test.listen();
		const one = workflow({ events: [ONBOARDING] });
		await one.publish();
		await test.stopListening();
		expect(hooks()).toEqual({ [ONBOARDING]: one.url() });
	});

	it('that cannot be registered puts back what it has replaced', async () => {
		await registerElsewhere();
		sandbox.control.fault({ operationId: 'registerWebhook', kind: 'status', status: 422, skip: 1 });
		await failure(workflow({ registerForTest: true }).listen());
		expect(sandbox.webhooks()).toEqual([expect.objectContaining(FOREIGN)]);
	});
});

describe('an event', () => {
	it('comes as an item with its type, its ids, what happened and why, and never the secret', async () => {
		const one = workflow();
		await one.publish();
		await told(ONBOARDING);
		expect(one.started).toEqual([
			[
				{
					eventKey: expect.stringMatching(/^[0-9a-f]{32}$/) as string, eventType: ONBOARDING, onboardingId: '0f6d3c0b-6f33-4a38-9d0c-5e9a4f7f1b12', status: 'REJECTED', notificationType: 'UPDATED',
					validationError: { errorType: 'TAX_INFORMATION_VERIFICATION', description: 'tax id could not be confirmed' }, modifiedOn: '2026-05-04T10:00:08.256Z', receivedBy: 'delivery', raw: notification(),
				},
			],
		]);
		expect(JSON.stringify(one.started)).not.toContain(headersOf(ONBOARDING)['x-n8n-secret']);
	});

	it('starts nothing when it comes again, and another state of the thing does', async () => {
		const one = workflow();
		await one.publish();
		sandbox.control.change({ webhookMode: 'duplicate' });
		await told(ONBOARDING);
		await told(ONBOARDING, notification({ status: 'APPROVED' }));
		expect(one.started.flat().map(({ status }) => status)).toEqual(['REJECTED', 'APPROVED']);
		expect(sandbox.missing()).toEqual([]);
	});

	it('without status and time is known by all it says', async () => {
		const one = workflow({ events: ['LABELS_UPDATE_NOTIFICATION'] });
		await one.publish();
		for (const updatedCustomers of [['a'], ['b'], ['a']]) await told('LABELS_UPDATE_NOTIFICATION', { updatedCustomers });
		expect(one.started.flat().map(({ raw, status, modifiedOn }) => [raw, status, modifiedOn])).toEqual([[{ updatedCustomers: ['a'] }, null, null], [{ updatedCustomers: ['b'] }, null, null]]);
	});

	it('without the secret is refused with 401, and starts nothing', async () => {
		const one = workflow();
		await one.publish();
		const secret = headersOf(ONBOARDING)['x-n8n-secret'] ?? '';
		for (const headers of [{}, { 'x-n8n-secret': 'wrong' }, { 'x-n8n-secret': secret.slice(1) }]) {
			const { status, data } = await axios.post(one.url(), notification(), { headers: { 'x-n8n-event': ONBOARDING, ...headers }, validateStatus: () => true });
			expect([status, data]).toEqual([401, { message: 'The secret is missing or wrong.' }]);
		}
		expect(one.started).toEqual([]);
	});

	it('of a type that is not chosen is answered with 200, and starts nothing', async () => {
		const one = workflow();
		await one.publish();
		const secret = headersOf(ONBOARDING)['x-n8n-secret'] ?? '';
		expect((await axios.post(one.url(), notification(), { headers: { 'x-n8n-event': PERSON, 'x-n8n-secret': secret } })).status).toBe(200);
		expect(one.started).toEqual([]);
	});

	it('that is no JSON is refused with 400 and a reason in Tradevest\'s shape', async () => {
		const one = workflow();
		await one.publish();
		const headers = { 'x-n8n-event': ONBOARDING, 'x-n8n-secret': headersOf(ONBOARDING)['x-n8n-secret'] ?? '', 'Content-Type': 'text/plain' };
		const { status, data } = await axios.post(one.url(), '{"onboardingId":', { headers, validateStatus: () => true });
		expect([status, data]).toEqual([400, { message: expect.stringContaining('not JSON') as string }]);
	});
});

describe('Read the Object', () => {
	it('puts the thing beside the event', async () => {
		const one = workflow({ events: [PERSON], readsObject: true });
		await one.publish();
		await told(PERSON, { naturalPersonId: demoCustomer.naturalPersonId, status: 'ACTIVE', modifiedOn: '2026-05-04T10:00:08.256Z', notificationType: 'UPDATED' });
		expect(one.started.flat()).toEqual([expect.objectContaining({ status: 'ACTIVE', object: expect.objectContaining({ naturalPersonId: demoCustomer.naturalPersonId, firstName: expect.any(String) as string }) as object, objectError: null })]);
	});

	it('puts it beside events that Tradevest sends by itself, as of an account that was opened', async () => {
		const one = workflow({ events: ['CUSTOMER_PRODUCT_NOTIFICATION'], readsObject: true });
		await one.publish();
		const { items } = await tradevestEngine(sandbox).run({ items: [{}], parameters: { resource: 'product', operation: 'open', options: {}, ...EXAMPLES['product.open'] } as never });
		await sandbox.control.settled();
		const [item] = items;
		expect(one.started.flat()).toEqual(expect.arrayContaining([expect.objectContaining({ customerProductId: item?.json.customerProductId, object: expect.objectContaining({ customerProductId: item?.json.customerProductId }) as object })]));
	});

	it.each([
		['does not exist', PERSON, { naturalPersonId: '11111111-1111-4111-8111-111111111111' }, undefined, /./],
		['cannot be read', PERSON, { naturalPersonId: demoCustomer.naturalPersonId }, 'getNaturalPerson', /./],
		['has no read', 'PROXY_NOTIFICATION', { proxyId: 'p-1' }, undefined, /No read/],
		['is not named', PERSON, {}, undefined, /does not say/],
	])('never loses the event where the thing %s', async (_what, eventType, ids, failing, reason) => {
		const one = workflow({ events: [eventType], readsObject: true });
		await one.publish();
		if (failing) sandbox.control.fault({ operationId: failing, kind: 'status', status: 500, times: 0 });
		await told(eventType, { ...ids, status: 'ACTIVE', modifiedOn: '2026-05-04T10:00:08.256Z' });
		expect(one.started.flat()).toEqual([expect.objectContaining({ ...ids, object: null, objectError: expect.stringMatching(reason) as string })]);
	});
});

describe('Also Fetch Missed', () => {
	const missed = async (...ids: string[]) => {
		sandbox.control.change({ webhookMode: 'dropped' });
		for (const onboardingId of ids) await told(ONBOARDING, notification({ onboardingId }));
		sandbox.control.change({ webhookMode: 'normal' });
	};

	it('starts the workflow with them when it is published, together', async () => {
		await missed('a', 'b');
		const one = workflow({ fetchesMissed: true });
		await one.publish();
		await one.ended();
		expect(one.started).toEqual([[expect.objectContaining({ eventType: ONBOARDING, onboardingId: 'a', receivedBy: 'missed' }), expect.objectContaining({ onboardingId: 'b' })]]);
	});

	it('reads nothing unless it is on', async () => {
		await missed('a');
		const one = workflow();
		await one.publish();
		expect([one.started, one.ticks.length, sandbox.control.counts().operations.listMissingNotifications?.received]).toEqual([[], 0, 0]);
	});

	it('looks again by schedule, and hands out each once, though it stays in the list', async () => {
		await missed('a');
		const one = workflow({ fetchesMissed: true });
		await one.publish();
		await missed('b');
		for (let look = 0; look < 3; look += 1) await tick(one);
		expect(startedIds(one)).toEqual(['a', 'b']);
	});

	it('leaves out what was delivered and whose answer was lost, and what other workflows are for', async () => {
		const one = workflow({ events: [ONBOARDING], fetchesMissed: true });
		await one.publish();
		await told(ONBOARDING, notification({ onboardingId: 'a' }));
		await missed('a');
		sandbox.control.change({ webhookMode: 'dropped' });
		await told(DOCUMENT, { documentId: 'd', status: 'CREATED', modifiedOn: '2026-05-04T10:00:08.256Z' });
		await tick(one);
		expect(one.started).toHaveLength(1);
	});

	it('starts nothing for an event that is delivered after it was fetched', async () => {
		await missed('a');
		const one = workflow({ fetchesMissed: true });
		await one.publish();
		await told(ONBOARDING, notification({ onboardingId: 'a' }));
		expect(startedIds(one)).toEqual(['a']);
	});

	it('hands out once more at most what was about to start when n8n was killed', async () => {
		await missed('a');
		const one = workflow({ fetchesMissed: true });
		await one.publish();
		for (let start = 0; start < 3; start += 1) await host.restart(tradevestTriggerOfNewProcess(sandbox));
		expect(startedIds(one)).toEqual(['a', 'a']);
	});

	it('goes on where Tradevest does not answer, and looks again', async () => {
		const one = workflow({ fetchesMissed: true });
		sandbox.control.fault({ operationId: 'listMissingNotifications', kind: 'status', status: 404, times: 1 });
		await one.publish();
		expect(one.warnings).toEqual([expect.stringContaining('could not be asked for missed events')]);
		await missed('a');
		await tick(one);
		expect(startedIds(one)).toEqual(['a']);
	});

	it('hands out nothing any more once it is unpublished', async () => {
		const one = workflow({ fetchesMissed: true });
		await one.publish();
		const { ticks } = one;
		await one.unpublish();
		await missed('a');
		ticks.forEach((look) => look());
		await sandbox.control.settled();
		expect(one.started).toEqual([]);
	});

	async function tick(one: HostedWorkflow): Promise<void> {
		const before = sandbox.control.counts().operations.listMissingNotifications?.received ?? 0;
		one.ticks.forEach((look) => look());
		while ((sandbox.control.counts().operations.listMissingNotifications?.received ?? 0) === before) await new Promise((resolve) => setImmediate(resolve));
		// What the look then does takes a few turns of the loop.
		for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
		await one.ended();
	}
});

it('1,000 events with repeats and a kill half-way: none lost, and none twice that was answered and stored before', async () => {
	const one = workflow({ events: [ONBOARDING] });
	await one.publish();
	const headers = Object.fromEntries(sandbox.webhooks()[0]?.headers?.map(({ name, value }) => [name, value]) ?? []);
	const order = withRepeats({ distinct: 800, duplicates: 200, seed: 7 });
	const answered = new Map<number, number>();
	let [answers, killedAt] = [0, Infinity];
	// Long enough that all that was answered before it is stored, on a machine of any speed.
	let pause: Promise<unknown> = Promise.resolve();
	await runPool(order.length, 20, async (at) => {
		const event = order[at] ?? 0;
		await pause;
		for (;;) {
			const answer = await axios.post(one.url(), notification({ onboardingId: `onboarding-${event}` }), { headers, validateStatus: () => true }).catch(() => undefined);
			if (answer?.status === 200) break;
		}
		answered.set(event, answered.get(event) ?? performance.now());
		answers += 1;
		if (answers === order.length / 4) pause = sleep(3 * STORE_EVERY_MS);
		if (answers !== order.length / 2) return;
		killedAt = performance.now();
		await host.restart(tradevestTriggerOfNewProcess(sandbox));
	});
	const starts = new Map<unknown, number>();
	for (const id of startedIds(one)) starts.set(id, (starts.get(id) ?? 0) + 1);
	expect(starts.size).toBe(800);
	const early = [...answered].filter(([, answeredAt]) => answeredAt < killedAt - 2 * STORE_EVERY_MS).map(([event]) => `onboarding-${event}`);
	expect(early.length).toBeGreaterThan(100);
	expect(early.filter((id) => starts.get(id) !== 1)).toEqual([]);
}, 60_000);
