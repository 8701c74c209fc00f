import axios from 'axios';

import { itemsOf, runsOf, type Execution, type N8nInstance } from '../../host';
import { startSuSandbox, type SuSandbox } from '../../sandbox/su';
import { leaveSharedN8n, sharedN8n } from '../support/e2e/sharedN8n';
import { atUnusedAddress } from '../support/partner/unusedAddress';
import { su } from '../support/tokens/furtherPartners';
import { EventTrial, type TrialOptions } from '../support/webhook/eventTrial';
import { suBooking, suMessage } from '../support/webhook/suBodies';
import { dayFromNow } from '../support/services/exampleDays';

/** The Su node in a real n8n, in the two workflows for which somebody has it. */
let n8n: N8nInstance;
let sandbox: SuSandbox;
let credential: { id: string; name: string };

beforeAll(async () => {
	n8n = await sharedN8n();
	sandbox = await atUnusedAddress(startSuSandbox);
	credential = await n8n.client.createCredential({ name: 'Su sandbox', type: 'suApi', data: su.credentialData(sandbox) });
}, 300_000);

afterAll(async () => {
	await leaveSharedN8n();
	await sandbox?.close();
});

/** Start, then nodes in a row. */
async function run(...nodes: ReadonlyArray<{ name: string; type: string; typeVersion?: number; parameters: Record<string, unknown> }>): Promise<Execution> {
	const all = [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} }, ...nodes];
	const { id } = await n8n.client.createWorkflow({
		name: 'Su',
		nodes: all.map((node) => ({
			typeVersion: 1,
			...node,
			id: node.name,
			position: [0, 0] as [number, number],
			...(node.type.endsWith('.su') ? { credentials: { suApi: { id: credential.id, name: credential.name } } } : {}),
		})),
		connections: Object.fromEntries(nodes.map((node, at) => [all[at]!.name, { main: [[{ node: node.name, type: 'main', index: 0 }]] }])),
		settings: { executionOrder: 'v1' },
	});
	return await n8n.client.waitForExecution({ executionId: await n8n.client.run(id) });
}

function suNode(name: string, parameters: Record<string, unknown>) {
	return { name, type: 'n8n-nodes-partner-apis.su', parameters: { hotelId: 'HVIEW-1', options: {}, ...parameters } };
}

const seasons = [{ price: 120, rooms: 4 }, { price: 145.5, rooms: 2 }];
const SEASONS = {
	name: 'Seasons',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: { jsCode: `return ${JSON.stringify(seasons.map((season, at) => ({ ...season, from: dayFromNow(30 + 10 * at), to: dayFromNow(39 + 10 * at) })))}.map((json) => ({ json }))` },
};

function update(roomId: string) {
	return suNode('Update', {
		resource: 'availability',
		operation: 'update',
		roomId,
		from: '={{ $json.from }}',
		to: '={{ $json.to }}',
		ratePlanId: 'FLEX',
		updateFields: { roomsToSell: '={{ $json.rooms }}', prices: { price: [{ numberOfGuests: 2, value: '={{ $json.price }}' }] } },
	});
}

describe('the Su node in n8n', () => {
	it('sets rates and availability of several seasons in one request, and hands on the ticket with all its digits', async () => {
		const execution = await run(SEASONS, update('SUP-DBL'));
		expect(runsOf(execution, 'Update')[0]?.error).toBeUndefined();
		const [taken, ...others] = sandbox.updates();
		expect(others).toEqual([]);
		expect(taken?.room).toEqual([
			{
				roomid: 'SUP-DBL',
				date: seasons.flatMap(({ price, rooms }, at) => {
					const range = { from: dayFromNow(30 + 10 * at), to: dayFromNow(39 + 10 * at) };
					return [{ ...range, roomstosell: String(rooms) }, { ...range, rate: [{ rateplanid: 'FLEX' }], price: [{ NumberOfGuests: '2', value: String(price) }] }];
				}),
			},
		]);
		expect(itemsOf(execution, 'Update').map(({ json }) => json.ticketId)).toEqual([taken?.TicketId, taken?.TicketId]);
		expect(taken?.TicketId).toMatch(/^\d{21}$/);
	});

	it('stops at a misspelt room type before anything is sent', async () => {
		const before = sandbox.updates().length;
		const execution = await run(SEASONS, update('SUPDBL'));
		expect(execution.status).toBe('error');
		expect(runsOf(execution, 'Update')[0]?.error?.message).toContain('must be a room type of HVIEW-1, not SUPDBL: it has SUP-DBL, FAM-STE');
		expect(sandbox.updates()).toHaveLength(before);
	});

	it('reads new reservations and acknowledges them, all with one token', async () => {
		const before = sandbox.waiting().length;
		const execution = await run(
			suNode('Get New', { resource: 'reservation', operation: 'getNew' }),
			suNode('Acknowledge', { resource: 'reservation', operation: 'acknowledge', reservationNotifId: '={{ $json.reservation_notif_id }}' }),
		);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Get New').map(({ json }) => json.status)).toEqual(['new', 'modified', 'new', 'cancelled']);
		expect(itemsOf(execution, 'Acknowledge').map(({ json }) => json.acknowledged)).toEqual([true, true, true, true]);
		expect(sandbox.waiting()).toHaveLength(before - 4);
		expect(sandbox.control.counts().tokens.issued).toBe(1);
	});
});

describe('the Su Trigger in n8n', () => {
	const SECRET = 'a-secret-of-the-test-of-su';
	const SU_TRIGGER = { type: 'n8n-nodes-partner-apis.suTrigger', typeVersion: 1, parameters: {}, path: 'su' };
	const authorization = `Basic ${Buffer.from(`su:${SECRET}`).toString('base64')}`;

	/** A published workflow that begins with the trigger, to which the sandbox pushes. */
	async function begin(options: TrialOptions = {}): Promise<EventTrial> {
		const { id } = await n8n.client.createCredential({ name: 'Su pushes', type: 'suWebhookApi', data: { user: 'su', secret: SECRET } });
		const trial = await EventTrial.begin(n8n, { ...options, other: SU_TRIGGER, credentials: { suWebhookApi: id } });
		await sandbox.control.reset();
		sandbox.control.change({ webhookUrl: trial.url, webhookHeaders: { authorization }, pushRepeatMs: 500 });
		return trial;
	}

	/** Messages about bookings of some properties, one after the other for each. */
	const bookings = (hotels: number, each: number) =>
		Array.from({ length: hotels * each }, (_, at) => suBooking({ reservation_notif_id: String(177_251_666_900_249_940_001n + BigInt(at)), hotel_id: `HOTEL-${at % hotels}` })) as unknown as Parameters<typeof sandbox.push>;

	it('gives Su the acknowledgement that it waits for, so that message after message comes, and starts the workflow for each', async () => {
		const trial = await begin();
		sandbox.push(...bookings(4, 5));
		await sandbox.control.settled();
		expect(sandbox.pushes().map(({ state, tries }) => `${state} ${tries}`)).toEqual(Array(20).fill('acknowledged 1'));
		const items = await trial.items(20);
		expect(new Set(items.map(({ reservation_notif_id: id }) => id)).size).toBe(20);
		expect(JSON.stringify(items)).not.toContain('4111');
	});

	it('acknowledges at the end of a workflow that succeeds, where that is chosen, and starts one that failed anew', async () => {
		// The first try fails: static data of a workflow is not stored when it fails, so the partner counts.
		const code = 'if (!$input.first().json.raw.booked_at) throw new Error("no day of booking");\nreturn $input.all();';
		const nodes = [{ name: 'Check', type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode: code } }];
		const trial = await begin({ parameters: { responseMode: 'lastNode' }, nodes });
		const [good, bad] = bookings(2, 1) as unknown as [Record<string, unknown>, Record<string, unknown>];
		sandbox.push(...([good, { ...bad, booked_at: '' }] as unknown as Parameters<typeof sandbox.push>));
		await sandbox.control.settled();
		expect(sandbox.pushes().map(({ state, tries }) => [state, tries])).toEqual([['acknowledged', 1], ['mailed', 3]]);
		expect(await trial.started()).toBe(4);
	});

	it('answers a message of a guest in the letters that Su waits for, and who is not Su with 401', async () => {
		const trial = await begin();
		expect(await trial.send(suMessage(), { headers: { authorization } })).toMatchObject({ status: 200, data: { status: 'Success' } });
		const stranger = await trial.send(suMessage({ messageid: '2' }));
		expect([stranger.status, stranger.data]).toEqual([401, { Status: 'Fail', Errors: { ShortText: 'The secret is missing or wrong.' } }]);
		expect(await trial.started()).toBe(1);
	});

	it('answers a look at its URL by GET and by HEAD, and starts nothing', async () => {
		const trial = await begin();
		expect([(await axios.get(trial.url)).status, (await axios.head(trial.url)).status]).toEqual([200, 200]);
		expect(await trial.started()).toBe(0);
	});
});
