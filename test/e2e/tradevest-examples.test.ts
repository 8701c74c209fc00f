import axios from 'axios';

import type { N8nInstance, Workflow } from '../../host';
import { startTradevestSandbox, type TradevestSandbox } from '../../sandbox/tradevest';
import { demoCustomer } from '../../sandbox/tradevest/data/people';
import { partnerDocuments } from '../../sandbox/tradevest/data/partnerDocuments';
import { eventually, filledIn, often, TextTable, withCredentials } from '../support/e2e/exampleWorkflows';
import { Receiver } from '../support/e2e/receiver';
import { leaveSharedN8n, sharedN8n } from '../support/e2e/sharedN8n';
import { atUnusedAddress } from '../support/partner/unusedAddress';
import { tradevest } from '../support/tokens/furtherPartners';

/** The example workflows for Tradevest, imported into a real n8n as they are but for what their notes say to fill in, and run. */
jest.setTimeout(120_000);

const HOUR = 3_600_000;

let n8n: N8nInstance;
let sandbox: TradevestSandbox;
let receiver: Receiver;
let credentials: Parameters<typeof withCredentials>[1];
let signedIn: Record<string, string>;

beforeAll(async () => {
	n8n = await sharedN8n();
	receiver = await Receiver.start();
	sandbox = await atUnusedAddress(async () => await startTradevestSandbox({ allowsHttpWebhooks: true }));
	const { id, name } = await n8n.client.createCredential({ name: 'Tradevest sandbox', type: 'tradevestApi', data: tradevest.credentialData(sandbox) });
	const chosen = { tradevestApi: { id, name } };
	credentials = { tradevest: chosen, tradevestTrigger: chosen };
	const { clientId, clientSecret } = sandbox.client;
	const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
	const { data } = await axios.post<{ access_token: string }>(`${sandbox.url}/oauth2/token`, form);
	signedIn = { Authorization: `Bearer ${data.access_token}`, 'Requestor-ID': demoCustomer.naturalPersonId };
}, 300_000);

afterAll(async () => {
	if (n8n) await leaveSharedN8n();
	await sandbox?.close();
	await receiver?.stop();
});

async function imported(file: string, settings: Record<string, unknown>, change: (workflow: Workflow) => Workflow = (workflow) => workflow): Promise<string> {
	const [id = ''] = await n8n.importWorkflows([change(withCredentials(await filledIn(file, settings), credentials))]);
	return id;
}

/** Asks the sandbox for something beside n8n. */
async function ask<T>(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<T> {
	return (await axios.request<T>({ method, url: `${sandbox.url}${path}`, data: body, headers: signedIn })).data;
}

function answered(operationId: string): number {
	const { answered: byOutcome = {} } = sandbox.control.counts().operations[operationId] ?? {};
	return Object.values(byOutcome).reduce((sum, count) => sum + count, 0);
}

/** The sandbox's clock goes on by so much that all happens that waits for one step. */
function anHourLater(): void {
	sandbox.control.change({ clockAheadMs: sandbox.control.settings().clockAheadMs + HOUR + 1_000 });
	// What is due happens when somebody looks.
	sandbox.notifications();
}

async function statusesOf(workflowId: string): Promise<string[]> {
	return (await n8n.client.listExecutions(workflowId)).map(({ status }) => status);
}

describe('an onboarding', () => {
	const CREATED = ['createNaturalPerson', 'createCustomer', 'startIdentificationVerification', 'startOnboarding', 'createCustomerProduct'];
	const valid = partnerDocuments.filter(({ validUntil }) => validUntil === undefined).map(({ documentId }) => documentId);
	const person = (customerNumber: string, changes: Record<string, unknown> = {}) => ({
		customerNumber, gender: 'FEMALE', firstName: 'Ida', lastName: customerNumber, birthDay: '1991-04-30', birthPlace: 'Bremen', birthCountry: 'DE', nationalities: 'DE', isUsNational: false,
		taxCountry: 'DE', taxId: '86095742719', address: { street: 'Am Wall', streetNumber: '4', zip: '28195', city: 'Bremen', country: 'DE' },
		phone: '+494215550100', email: 'ida@example.com', acceptedDocuments: valid, ...changes,
	});
	const counts = () => CREATED.map(answered);
	const linkOf = async (customerNumber: string) => await eventually(() => receiver.at('/identify').find((message) => message.customerNumber === customerNumber));
	const told = (words: string) => receiver.at('/told').filter(({ text }) => String(text).includes(words));
	const saying = async (words: string, times = 1) => await eventually(() => (told(words).length >= times ? told(words) : undefined));
	let workflow: string;
	let send: (body: object) => Promise<unknown>;

	beforeAll(async () => {
		workflow = await imported('tradevest-onboarding.json', { requestorId: demoCustomer.naturalPersonId, linkUrl: `${receiver.url}/identify`, tellUrl: `${receiver.url}/told` });
		await n8n.client.publish(workflow);
		send = async (body) => await axios.post(`${n8n.webhookBase}/tradevest-onboarding`, body);
	});

	afterAll(async () => {
		await n8n.client.deactivate(workflow);
	});

	afterEach(() => {
		sandbox.control.change({ decideAfterMs: 0, verdict: 'ACCEPTED' });
	});

	/** Sends a person, and lets an hour pass after each thing that Tradevest has to decide on, until the person has the link. */
	async function untilLink(body: ReturnType<typeof person>): Promise<Record<string, unknown>> {
		sandbox.control.change({ decideAfterMs: HOUR });
		const after = ([['createNaturalPerson', 1], ['createCustomer', 1], ['signDocument', 2], ['startIdentificationVerification', 1]] as const).map(([call, times]) => [call, answered(call) + times] as const);
		await send(body);
		for (const [call, count] of after) {
			await eventually(() => (answered(call) >= count ? true : undefined));
			anHourLater();
		}
		return await linkOf(body.customerNumber);
	}

	/** The person is identified, and Tradevest decides on the onboarding. */
	async function identified(): Promise<void> {
		const count = answered('startOnboarding');
		anHourLater();
		await eventually(() => (answered('startOnboarding') > count ? true : undefined));
		anHourLater();
		anHourLater();
	}

	it('goes from a person by a link for the video identification to opened accounts, and each is told', async () => {
		expect(await untilLink(person('K-1'))).toMatchObject({ email: 'ida@example.com', identificationUrl: expect.stringMatching(/^https:\/\/video-ident\.example\//) as string });
		expect(answered('startOnboarding')).toBe(0);
		const count = answered('createCustomerProduct');
		await identified();
		for (const each of [1, 2]) {
			await eventually(() => (answered('createCustomerProduct') >= count + each ? true : undefined));
			anHourLater();
		}
		await saying('Customer K-1: ', 2);
		expect(told('Customer K-1: ').map(({ text }) => text).sort()).toEqual(['Customer K-1: BALANCE_ACCOUNT is ACTIVE', 'Customer K-1: DEPOSITORY_ACCOUNT is ACTIVE']);
		expect(told('Customer K-1: ')[0]).toMatchObject({ customerNumber: 'K-1', customerProductId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
	});

	it('sent once more makes nothing twice, and tells the accounts again', async () => {
		const before = counts();
		const links = receiver.at('/identify').length;
		await send(person('K-1'));
		await saying('Customer K-1: ', 4);
		expect(counts()).toEqual(before);
		expect(receiver.at('/identify')).toHaveLength(links);
	});

	it('sent once more before the person is identified hands over the same link', async () => {
		const { identificationUrl } = await untilLink(person('K-2'));
		const before = counts();
		await send(person('K-2'));
		const links = () => receiver.at('/identify').filter(({ customerNumber }) => customerNumber === 'K-2');
		await eventually(() => (links().length === 2 ? true : undefined));
		expect(links().map((link) => link.identificationUrl)).toEqual([identificationUrl, identificationUrl]);
		expect(counts()).toEqual(before);
	});

	it('that Tradevest refuses ends with the reason', async () => {
		sandbox.control.change({ decideAfterMs: HOUR });
		sandbox.control.change({ verdict: 'REJECTED' });
		const opened = answered('createCustomerProduct');
		await identified();
		const [message] = await saying('The tax data could not be confirmed');
		expect(message).toMatchObject({ eventType: 'ONBOARDING_NOTIFICATION', status: 'REJECTED', reason: { errorType: 'TAX_INFORMATION_VERIFICATION' }, customerId: expect.any(String) as string });
		expect(answered('createCustomerProduct')).toBe(opened);
	});

	it('of a person whom Tradevest refuses ends with the reason', async () => {
		sandbox.control.change({ verdict: 'INVALID' });
		const before = counts();
		await send(person('K-3'));
		const [problem] = await saying('received it, and then made it INVALID');
		expect(problem).toMatchObject({ customerNumber: 'K-3' });
		const [refusal] = await saying('Switched on for a test');
		expect(refusal).toMatchObject({ eventType: 'NATURAL_PERSON_NOTIFICATION', status: 'INVALID' });
		expect(counts().slice(1)).toEqual(before.slice(1));
	});

	it('of a person who has not accepted what holds is told, and nothing is sent', async () => {
		const before = counts();
		await send(person('K-4', { acceptedDocuments: [] }));
		const [message] = await saying('Customer K-4 is not onboarded');
		expect(message?.text).toMatch(/Data privacy policy \(DATA_PRIVACY_POLICY, [0-9a-f-]{36}\) was not accepted; Terms and conditions \(TERMS_AND_CONDITIONS, [0-9a-f-]{36}\) was not accepted/);
		expect(counts()).toEqual(before);
	});

	it('of incomplete data is told with all that is wrong, and nothing is sent', async () => {
		const before = counts();
		await send(person('K-5', { birthDay: '', isUsNational: undefined }));
		const [message] = await saying('Is US National');
		expect(message).toMatchObject({ customerNumber: 'K-5', text: expect.stringContaining('Birth Day') as string });
		expect(counts()).toEqual(before);
	});

	it('that lacks a document tells which, and goes on once it is there and the same was sent again', async () => {
		const body = person('K-6', { address: { street: 'Graben', streetNumber: '1', zip: '1010', city: 'Wien', country: 'AT' } });
		const before = counts();
		await send(body);
		await linkOf('K-6');
		const [message] = await saying('PROOF_OF_RESIDENCE of Ida K-6');
		expect(message?.text).toMatch(/^The onboarding of customer K-6 is not started\. Missing: PROOF_OF_RESIDENCE of Ida K-6\. /);
		const found = sandbox.notifications().filter(({ eventType }) => eventType === 'NATURAL_PERSON_NOTIFICATION').at(-1);
		const form = new FormData();
		form.set('document', new Blob([JSON.stringify({ name: 'Proof', resourceType: 'NATURAL_PERSON', resourceId: found?.payload.naturalPersonId, type: 'PROOF_OF_RESIDENCE' })], { type: 'application/json' }));
		form.set('file', new Blob(['%PDF-1.4 example'], { type: 'application/pdf' }), 'proof.pdf');
		await ask('POST', '/v2/documents', form);
		await send(body);
		await saying('Customer K-6: ', 2);
		expect(counts().map((count, at) => count - (before[at] ?? 0))).toEqual([1, 1, 1, 1, 2]);
	});
});

describe('the books', () => {
	const FILE = 'tradevest-order-to-bookkeeping.json';
	const products: Record<string, string> = {};
	let table: TextTable;
	let workflow: string;

	beforeAll(async () => {
		for (const productCode of ['BALANCE_ACCOUNT', 'WALLET', 'DEPOSITORY_ACCOUNT']) {
			const { customerProductId } = await ask<{ customerProductId: string }>('POST', `/customers/${demoCustomer.customerId}/products`, { productCode });
			products[productCode] = customerProductId;
		}
		const example = await filledIn(FILE, {});
		const columns = [...String(example.nodes[0]?.parameters.content).matchAll(/`([a-zA-Z]+)`/g)].map(([, name = '']) => name);
		table = await TextTable.create(n8n.client, 'tradevest_orders', columns);
		workflow = await imported(FILE, {});
		await n8n.client.publish(workflow);
	});

	beforeEach(() => {
		sandbox.control.change({ orderStepMs: HOUR, lastOrderState: 'SETTLED' });
	});

	afterEach(() => {
		sandbox.control.clearFaults();
		sandbox.control.change({ webhookMode: 'normal' });
	});

	afterAll(async () => {
		await n8n.client.deactivate(workflow);
	});

	async function cryptoOrder(externalId: string, changes: object = {}): Promise<string> {
		const order = { cryptoSymbol: 'ETH', tradeSide: 'BUY', quantityType: 'AMOUNT', quantity: 50.25, externalId, walletCustomerProductId: products.WALLET, cashCustomerProductId: products.BALANCE_ACCOUNT, ...changes };
		return (await ask<{ orderId: string }>('POST', '/digital/orders/market', order)).orderId;
	}

	const rowsOf = async (orderId: string) => (await table.rows()).filter((row) => row.orderId === orderId);
	const rowWith = async (orderId: string, status: string) => await eventually(async () => (await rowsOf(orderId)).find((row) => row.status === status));
	/** Executions that have ended, once there are more than so many. */
	const ended = async (more: number) => await eventually(async () => {
		const all = await statusesOf(workflow);
		return all.length > more && all.every((status) => status === 'success' || status === 'error') ? all : undefined;
	});

	it('have one row for an order though it is told of again and again, with the amounts digit by digit', async () => {
		sandbox.control.change({ webhookMode: 'duplicate' });
		const orderId = await cryptoOrder('book-1');
		expect(await rowsOf(orderId)).toEqual([]);
		anHourLater();
		const row = await rowWith(orderId, 'FILLED');
		expect(row).toMatchObject({ kind: 'crypto', externalId: 'book-1', side: 'BUY', asset: 'ETH', quantity: '0.02050710', reason: '', cashProductId: products.BALANCE_ACCOUNT, assetProductId: products.WALLET, price: '2450.37', amount: '50.25' });
		anHourLater();
		await rowWith(orderId, 'SETTLED');
		expect(await rowsOf(orderId)).toHaveLength(1);
		expect((await statusesOf(workflow)).filter((status) => status === 'error')).toEqual([]);
	});

	it('are not changed by an older event that comes late', async () => {
		const orderId = await cryptoOrder('book-2');
		anHourLater();
		await rowWith(orderId, 'FILLED');
		anHourLater();
		const before = await rowWith(orderId, 'SETTLED');
		const count = (await ended(0)).length;
		sandbox.control.fault({ operationId: 'getDigitalOrder', kind: 'patch', merge: { status: 'FILLED', modifiedOn: '2026-02-01T08:00:00.000Z' } });
		sandbox.notify('DIGITAL_ASSET_ORDER_NOTIFICATION', { orderId, status: 'FILLED', notificationType: 'UPDATED', modifiedOn: '2026-02-01T08:00:00.000Z' });
		await sandbox.control.settled();
		await ended(count);
		expect(await rowsOf(orderId)).toEqual([before]);
	});

	it('have a security with its price, as it was carried out in the end', async () => {
		const order = { depositoryCustomerProductId: products.DEPOSITORY_ACCOUNT, cashCustomerProductId: products.BALANCE_ACCOUNT, tradeSide: 'SELL', isin: 'DE000A0F5UF5', exchangeCode: 'TGAT', quantityType: 'UNIT', quantity: 3, limitPrice: 100.1, externalId: 'book-3' };
		sandbox.control.change({ ordersFillInParts: true });
		const { orderId } = await ask<{ orderId: string }>('POST', '/trading/order/limit', order);
		anHourLater();
		anHourLater();
		sandbox.control.change({ ordersFillInParts: false });
		const row = await rowWith(orderId, 'FILLED');
		expect(row).toMatchObject({ kind: 'security', side: 'SELL', asset: 'DE000A0F5UF5', quantity: '3', price: '100.1', amount: '300.3', currency: 'EUR', fee: '' });
		expect(await rowsOf(orderId)).toHaveLength(1);
	});

	it.each([
		['that the exchange refuses', {}, 'REJECTED', 'UNKNOWN_ERROR: Refused by the exchange, as it was switched on for a test'],
		['that Tradevest refuses', { cryptoSymbol: 'NONE' }, 'INVALID', 'DATA_NOT_FOUND_ERROR: No asset NONE'],
	])('have an order %s with the reason, and without amounts', async (_what, changes, status, reason) => {
		sandbox.control.change({ lastOrderState: 'REJECTED' });
		const orderId = await cryptoOrder(`book-${status}`, changes);
		anHourLater();
		expect(await rowWith(orderId, status)).toMatchObject({ reason, quantity: '', price: '', amount: '' });
		expect(await rowsOf(orderId)).toHaveLength(1);
	});

	it('get an order that could not be read later: Tradevest counts its event as missed, and it is fetched', async () => {
		const orderId = await cryptoOrder('book-4');
		sandbox.control.fault({ operationId: 'getDigitalOrder', kind: 'status', status: 404, times: 0 });
		anHourLater();
		await eventually(() => (sandbox.missing().some((missing) => JSON.stringify(missing).includes(orderId)) ? true : undefined));
		expect(await rowsOf(orderId)).toEqual([]);
		sandbox.control.clearFaults();
		// At once, in the place of a quarter of an hour later.
		await n8n.client.deactivate(workflow);
		await n8n.client.publish(workflow);
		expect(await rowWith(orderId, 'FILLED')).toMatchObject({ externalId: 'book-4', amount: '50.25' });
	});
});

describe('what changed at night', () => {
	let workflow: string;

	const profession = async (word: string) => await ask('PATCH', `/entities/natural-persons/${demoCustomer.naturalPersonId}`, { profession: word });
	const messages = () => receiver.at('/changes') as Array<{ text: string; changes: Array<{ entryId: string; itemId: string; fields: string[] }> }>;
	const told = () => messages().flatMap(({ changes }) => changes);
	/** Waits for so many further nights that end so. */
	const nights = async (status: string, count: number) => {
		const so = async () => (await n8n.client.listExecutions(workflow)).filter((one) => one.status === status);
		const [newest] = await so();
		await eventually(async () => ((await so()).filter(({ id }) => Number(id) > Number(newest?.id ?? 0)).length >= count ? true : undefined));
	};

	beforeAll(async () => {
		workflow = await imported('tradevest-nightly-changelog.json', { messageUrl: `${receiver.url}/changes` }, often);
		// What the other tests have changed, too.
		await profession('Engineer');
		await n8n.client.publish(workflow);
	});

	afterAll(async () => {
		await n8n.client.deactivate(workflow);
	});

	it('is told in one message with the fields and without the values, and not again in the nights after', async () => {
		const { changes } = await eventually(() => messages()[0]);
		expect(changes.at(-1)).toMatchObject({ itemId: demoCustomer.naturalPersonId, fields: expect.arrayContaining(['/profession']) as string[] });
		expect(JSON.stringify(messages())).not.toContain('Engineer');
		await nights('success', 2);
		expect(messages()).toHaveLength(1);
	});

	it.each([
		['Tradevest does not answer', () => sandbox.control.fault({ operationId: 'listEntityChanges', kind: 'status', status: 404, times: 0 })],
		['the message does not arrive', () => receiver.outOfOrder.add('/changes')],
	])('of a night in which %s is told in the next one, once', async (_why, fail) => {
		const before = told().length;
		fail();
		await profession(_why);
		await nights('error', 2);
		await profession(`${_why} again`);
		sandbox.control.clearFaults();
		receiver.outOfOrder.clear();
		await eventually(() => (told().length >= before + 2 ? true : undefined));
		await nights('success', 2);
		expect(told()).toHaveLength(before + 2);
		const ids = told().map(({ entryId }) => entryId);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('a day later is told without what was told before', async () => {
		const before = told().length;
		sandbox.control.change({ clockAheadMs: sandbox.control.settings().clockAheadMs + 30 * HOUR });
		await profession('Pilot');
		await eventually(() => (told().length > before ? true : undefined));
		sandbox.control.change({ clockAheadMs: sandbox.control.settings().clockAheadMs + 30 * HOUR });
		await profession('Baker');
		await eventually(() => (told().length > before + 1 ? true : undefined));
		await nights('success', 2);
		expect(told()).toHaveLength(before + 2);
	});
});
