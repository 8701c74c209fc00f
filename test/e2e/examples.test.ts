import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import axios from 'axios';

import { withCredential, type Scene } from '../../demo/scene';
import { itemsOf, type Workflow } from '../../host';
import { startSuSandbox, type SuSandbox } from '../../sandbox/su';
import { atUnusedAddress } from '../support/partner/unusedAddress';
import { su } from '../support/tokens/furtherPartners';
import { dayFromNow } from '../support/services/exampleDays';
import { suMessage } from '../support/webhook/suBodies';
import { EXAMPLES, eventually, filledIn, follow, TextTable, withCredentials } from '../support/e2e/exampleWorkflows';
import { Receiver } from '../support/e2e/receiver';
import { sharedFilesFolder, sharedScene } from '../support/e2e/sharedN8n';
import { orderParameters, runSrsSips } from '../support/e2e/singleNode';

/** The example workflows, imported into a real n8n as they are but for what their notes say to fill in, and run. */
jest.setTimeout(120_000);

const SU_SECRET = 'a-secret-of-the-examples-of-su';

let scene: Scene;
let receiver: Receiver;
let folder: string;

beforeAll(async () => {
	scene = await sharedScene({ eventDelayMs: 20 });
	folder = await mkdtemp(join(sharedFilesFolder(), 'proofs-'));
	receiver = await Receiver.start();
}, 300_000);

afterAll(async () => {
	await scene?.close();
	await receiver?.stop();
	await rm(folder, { recursive: true, force: true });
});

async function imported(file: string, settings: Record<string, unknown>, change: (workflow: Workflow) => Workflow = (workflow) => workflow): Promise<string> {
	const [id = ''] = await scene.n8n.importWorkflows([change(withCredential(await filledIn(file, settings)))]);
	return id;
}

describe('every example', () => {
	it('begins with a note that says what to fill in, and holds no credential', async () => {
		const files = (await readdir(EXAMPLES)).filter((file) => file.endsWith('.json'));
		expect(files.sort()).toEqual(['agent-order.json', 'crew-and-proof.json', 'crm-deal-won.json', 'material-list-check.json', 'material-list.json', 'nightly-reconciliation.json', 'order-events.json', 'place-order.json', 'price-report.json', 'price-watch.json', 'su-bookings-to-table.json', 'su-guest-messages.json', 'su-rates-from-sheet.json', 'su-reservations.json', 'tradevest-nightly-changelog.json', 'tradevest-onboarding.json', 'tradevest-order-to-bookkeeping.json', 'xcover-cancel-with-approval.json', 'xcover-nightly-bookings.json', 'xcover-order-to-certificate.json']);
		for (const file of files) {
			const { nodes } = JSON.parse(await readFile(join(EXAMPLES, file), 'utf8')) as Workflow;
			expect(nodes[0]?.type).toBe('n8n-nodes-base.stickyNote');
			expect(String(nodes[0]?.parameters.content)).toMatch(/\*\*To fill in:\*\*/);
			expect(nodes.some((node) => 'credentials' in node)).toBe(false);
		}
	});
});

describe('a deal that was won', () => {
	const deal = (changes: Record<string, unknown> = {}) => ({
		dealId: 'D-1', customerCode: 'DEMO100', integrationKey: 'RDG100', branchCode: 'SBDEN', jobAccountNumber: 43, poNumber: 'DEAL-1', expectedDeliveryDate: '2099-03-05',
		lines: orderParameters().linesJson, shippingMethod: 'Ground Drop', shipTo: { name: 'Jane Roe', street: '12 Ridge Rd', city: 'Denver', state: 'CO', zipCode: '80211' },
		contact: { name: 'Jane Roe', phone: '3035550100', email: 'jane@example.com' }, ...changes,
	});
	let url: string;

	beforeAll(async () => {
		const id = await imported('crm-deal-won.json', { approvalAbove: 1_000, approvalUrl: `${receiver.url}/approve`, crmNoteUrl: `${receiver.url}/crm` });
		await scene.n8n.client.publish(id);
		url = `${scene.n8n.webhookBase}/srs-deal-won`;
	});

	const noteOf = async (poNumber: string) => await eventually(() => receiver.at('/crm').find((note) => note.poNumber === poNumber));
	const held = (poNumber: string) => scene.sandbox.orders().filter((order) => order.poNumber === poNumber).length;

	it('is ordered at once below the sum, and the CRM is told', async () => {
		await axios.post(url, deal());
		expect(await noteOf('DEAL-1')).toMatchObject({ dealId: 'D-1', state: 'accepted', orderId: expect.stringMatching(/^\d+$/) as string, alreadySubmitted: false });
		expect(receiver.at('/approve')).toEqual([]);
		expect(held('DEAL-1')).toBe(1);
	});

	const large = (poNumber: string) => deal({ poNumber, lines: (orderParameters().linesJson as object[]).map((line) => ({ ...line, quantity: 400 })) });

	it('waits for approval above it, and is ordered when that comes', async () => {
		await axios.post(url, large('DEAL-2'));
		const asked = await eventually(() => receiver.at('/approve').find(({ text }) => String(text).includes('DEAL-2')));
		expect(asked.text).toMatch(/^Order DEAL-2 for DEMO100: \$13028, 1 lines$/);
		expect(held('DEAL-2')).toBe(0);
		await follow(asked.approve);
		expect(await noteOf('DEAL-2')).toMatchObject({ state: 'accepted' });
		expect(held('DEAL-2')).toBe(1);
	});

	it('is not ordered when it is declined', async () => {
		await axios.post(url, large('DEAL-3'));
		const asked = await eventually(() => receiver.at('/approve').find(({ text }) => String(text).includes('DEAL-3')));
		await follow(asked.decline);
		expect(await noteOf('DEAL-3')).toEqual({ dealId: 'D-1', state: 'declined', poNumber: 'DEAL-3' });
		expect(held('DEAL-3')).toBe(0);
	});
});

describe('news for the crew', () => {
	it('is told for each event, and the proof of delivery is stored as a file', async () => {
		const id = await imported('crew-and-proof.json', { chatUrl: `${receiver.url}/chat`, folder });
		await scene.n8n.client.publish(id);
		const usual = scene.sandbox.control.settings().webhookUrl;
		scene.sandbox.control.change({ webhookUrl: `${scene.n8n.webhookBase}/srs-crew-and-proof/srs-sips` });
		const { items } = await runSrsSips(scene, orderParameters({ poNumber: 'CREW-1' }));
		const orderId = String(items[0]?.json.orderId);
		// n8n makes the file first and writes it after: wait for what is in it.
		const stored = await eventually(async () => {
			const name = (await readdir(folder)).find((each) => each.includes(orderId));
			const bytes = name === undefined ? undefined : await readFile(join(folder, name));
			return bytes?.length ? bytes : undefined;
		});
		scene.sandbox.control.change({ webhookUrl: usual });
		expect(stored.subarray(0, 5).toString()).toBe('%PDF-');
		await eventually(() => (receiver.at('/chat').length >= 5 ? true : undefined));
		const said = receiver.at('/chat').map(({ text }) => String(text));
		expect(said).toHaveLength(5);
		expect(said.every((text) => text.includes(`PO CREW-1, order ${orderId}`))).toBe(true);
		expect((await readdir(folder)).filter((name) => name.includes(orderId))).toHaveLength(1);
	});
});

describe('the nightly reconciliation', () => {
	it('lists orders without an invoice and invoices without an order', async () => {
		scene.sandbox.control.change({ lastOrderState: 'Order Received' });
		const { items } = await runSrsSips(scene, orderParameters({ poNumber: 'NIGHT-1' }));
		const orderId = String(items[0]?.json.orderId);
		await scene.sandbox.control.settled();
		scene.sandbox.control.change({ lastOrderState: 'Invoiced' });
		const id = await imported('nightly-reconciliation.json', { customerCode: 'DEMO100', reportUrl: `${receiver.url}/report` });
		const execution = await scene.n8n.client.waitForExecution({ executionId: await scene.n8n.client.run(id) });
		expect(execution.status).toBe('success');
		const [{ customerCode, differences } = {}] = receiver.at('/report') as Array<{ customerCode?: string; differences?: Array<Record<string, unknown>> }>;
		expect(customerCode).toBe('DEMO100');
		expect(differences).toContainEqual(expect.objectContaining({ difference: 'order without invoice', number: orderId, poNumber: 'NIGHT-1' }));
		// An order that was invoiced is no difference.
		const invoiced = scene.sandbox.orders().find(({ poNumber }) => poNumber === 'DEAL-1');
		expect(invoiced?.invoiceNumber).not.toBeNull();
		expect(differences?.some(({ number }) => number === String(invoiced?.orderId))).toBe(false);
		for (const { difference } of differences ?? []) expect(['order without invoice', 'invoice without order']).toContain(difference);
	});
});

describe('of Su', () => {
	let sandbox: SuSandbox;
	let withSu: (workflow: Workflow) => Workflow;

	beforeAll(async () => {
		sandbox = await atUnusedAddress(startSuSandbox);
		const api = await scene.n8n.client.createCredential({ name: 'Su sandbox', type: 'suApi', data: su.credentialData(sandbox) });
		const webhook = await scene.n8n.client.createCredential({ name: 'Su pushes', type: 'suWebhookApi', data: { user: 'su', secret: SU_SECRET } });
		const credentialsOf: Record<string, Workflow['nodes'][number]['credentials']> = {
			su: { suApi: { id: api.id, name: api.name } },
			suReservationWatch: { suApi: { id: api.id, name: api.name } },
			suTrigger: { suWebhookApi: { id: webhook.id, name: webhook.name } },
		};
		withSu = (workflow) => withCredentials(workflow, credentialsOf);
	});

	afterAll(() => sandbox?.close());

	it('new reservations are acknowledged once they have arrived, and stay in the queue until then', async () => {
		const run = async (bookingUrl: string) => {
			const workflow = await imported('su-reservations.json', { hotelId: 'HVIEW-1', bookingUrl }, withSu);
			return await scene.n8n.client.waitForExecution({ executionId: await scene.n8n.client.run(workflow) });
		};
		const before = sandbox.waiting().length;
		// Nobody listens on port 9.
		expect((await run('http://127.0.0.1:9/bookings')).status).toBe('success');
		expect(sandbox.waiting()).toHaveLength(before);
		expect((await run(`${receiver.url}/bookings`)).status).toBe('success');
		expect(receiver.at('/bookings').map(({ id: booking, status }) => [booking, status])).toEqual([
			['5544330001_HVIEW-1', 'new'], ['5544330001_HVIEW-1', 'modified'], ['5544330002_HVIEW-1', 'new'], ['5544330002_HVIEW-1', 'cancelled'],
		]);
		expect(sandbox.waiting()).toHaveLength(before - 4);
	});

	it('bookings of all properties come into a table, one row each, and are acknowledged', async () => {
		const { client } = scene.n8n;
		await sandbox.control.reset();
		const columns = ['bookingKey', 'status', 'hotelId', 'channelId', 'channelBookingId', 'guestName', 'arrival', 'departure', 'totalPrice', 'currency', 'lastMessage'];
		const table = await TextTable.create(client, 'su_bookings', columns);
		expect(sandbox.waiting().length).toBeGreaterThan(4);
		const id = await imported('su-bookings-to-table.json', {}, withSu);
		await client.publish(id);
		await eventually(() => (sandbox.waiting().length === 0 ? true : undefined), 60_000);
		await client.deactivate(id);
		const rows = await table.rows();
		const keys = rows.map(({ bookingKey }) => bookingKey);
		expect(new Set(keys).size).toBe(keys.length);
		expect(rows).toContainEqual(expect.objectContaining({ channelBookingId: '5544330001', status: 'modified', hotelId: 'HVIEW-1' }));
		expect(rows).toContainEqual(expect.objectContaining({ channelBookingId: '5544330002', status: 'cancelled', hotelId: 'HVIEW-1' }));
	});

	it('a guest is answered by a person, once, and not where that person says no', async () => {
		const id = await imported('su-guest-messages.json', { askUrl: `${receiver.url}/ask`, tellUrl: `${receiver.url}/told` }, withSu);
		await scene.n8n.client.publish(id);
		const url = `${scene.n8n.webhookBase}/su-guest-messages/su`;
		const auth = { username: 'su', password: SU_SECRET };
		const sent = () => sandbox.deeds().flatMap((deed) => (deed.kind === 'message' ? [deed.body.message] : []));
		const writes = async (messageid: string) => (await axios.post<unknown>(url, suMessage({ messageid, message: `Question ${messageid}` }), { auth })).data;
		const form = async (messageid: string) => String((await eventually(() => receiver.at('/ask').find(({ text }) => String(text).includes(messageid)))).answer);
		const submit = async (link: string, answer: string, isSent: string) => {
			const data = new FormData();
			data.append('field-0', answer);
			data.append('field-1', isSent);
			return await eventually(async () => {
				// Of a form that comes before the execution has begun to wait, n8n 2.8 says 409, and 2.41 nothing at all.
				const answer = await axios.post(link, data, { timeout: 3_000, validateStatus: (code) => code === 409 || code < 300 }).catch(() => undefined);
				return answer === undefined || answer.status === 409 ? undefined : answer.status;
			});
		};

		// Su is told at once: it does not wait for a person.
		expect(await writes('8001')).toEqual({ status: 'Success' });
		expect(sent()).toEqual([]);
		await submit(await form('8001'), 'You are welcome at 22:00.', 'Yes');
		await eventually(() => (receiver.at('/told').length > 0 ? true : undefined));
		expect(sent()).toEqual(['You are welcome at 22:00.']);

		await writes('8002');
		await submit(await form('8002'), 'Not to be sent.', 'No');
		// The same answer for the same booking.
		await writes('8003');
		await submit(await form('8003'), 'You are welcome at 22:00.', 'Yes');
		await eventually(() => (receiver.at('/told').length > 1 ? true : undefined));
		expect(receiver.at('/told').map(({ text }) => text)).toEqual(['Sent: You are welcome at 22:00.', 'Sent before: You are welcome at 22:00.']);
		expect(sent()).toHaveLength(1);
	});

	it('rates of a sheet are set and read back, and what Su does not hold as it was sent is told', async () => {
		const rows = [['SUP-DBL', 'FLEX', 40, 49, 4, 2, '145.50'], ['FAM-STE', 'FLEX', 40, 49, 2, 2, '199.00'], ['SUP-DBLE', 'FLEX', 40, 49, 1, 2, '99.00']] as const;
		const lines = rows.map(([room, plan, from, to, ...rest]) => [room, plan, dayFromNow(from), dayFromNow(to), ...rest].join(','));
		receiver.files.set('/rates.csv', { type: 'text/csv', text: `roomId,ratePlanId,from,to,rooms,guests,price\n${lines.join('\n')}\n` });
		const settings = { hotelId: 'HVIEW-1', sheetUrl: `${receiver.url}/rates.csv`, reportUrl: `${receiver.url}/rates-report` };
		const run = async () => {
			const id = await imported('su-rates-from-sheet.json', settings, withSu);
			const execution = await scene.n8n.client.waitForExecution({ executionId: await scene.n8n.client.run(id) });
			expect(execution.status).toBe('success');
			return execution;
		};
		const execution = await run();
		expect(itemsOf(execution, 'Set Rates').map(({ json }) => json.verified)).toEqual([true, true, undefined]);
		const [report] = receiver.at('/rates-report');
		expect(report?.rows).toHaveLength(1);
		expect(JSON.stringify(report)).toContain('SUP-DBLE');
	});
});
