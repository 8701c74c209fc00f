import axios from 'axios';

import { itemsOf, runsOf, type Execution, type N8nInstance, type Workflow } from '../../host';
import type { Family } from '../../nodes/XCoverElements/shared/family';
import { startXCoverElementsSandbox, type XCoverElementsSandbox } from '../../sandbox/xCoverElements';
import { packages } from '../../sandbox/xCoverElements/data/packages';
import { widgetOffers } from '../../sandbox/xCoverElements/data/signedOffers';
import { eventually, filledIn, follow, TextTable, withCredentials } from '../support/e2e/exampleWorkflows';
import { Receiver } from '../support/e2e/receiver';
import { leaveSharedN8n, sharedN8n } from '../support/e2e/sharedN8n';
import { atUnusedAddress } from '../support/partner/unusedAddress';
import { EXAMPLES } from '../support/services/XCoverElements.examples';
import { xcoverCredentialData } from '../support/tokens/xcoverCredentials';

/** The XCover node in a real n8n, with either kind of access, and its example workflows, imported as they are but for what their notes say to fill in. */
jest.setTimeout(120_000);

const TYPE = { elements: 'xCoverElementsApi', signature: 'xCoverSignatureApi' } as const;
const HOLDER = { firstName: 'Ines', lastName: 'Marek', email: 'ines.marek@example.com', country: 'CZ', phone: '+420255501234' };
/** What opens the data of a customer. */
const LINKS = /security_token|"coi"|account_url/;

let n8n: N8nInstance;
let sandbox: XCoverElementsSandbox;
let receiver: Receiver;
let credentials: Record<(typeof TYPE)[Family], { id: string; name: string }>;

beforeAll(async () => {
	n8n = await sharedN8n();
	receiver = await Receiver.start();
	sandbox = await atUnusedAddress(startXCoverElementsSandbox);
	credentials = { xCoverElementsApi: await credentialOf('elements'), xCoverSignatureApi: await credentialOf('signature') };
}, 300_000);

afterEach(() => {
	sandbox.control.clearFaults();
	receiver.outOfOrder.clear();
});

afterAll(async () => {
	if (n8n) await leaveSharedN8n();
	await sandbox?.close();
	await receiver?.stop();
});

async function credentialOf(family: Family, changes: Record<string, string> = {}): Promise<{ id: string; name: string }> {
	const { id, name } = await n8n.client.createCredential({ name: `XCover ${family}`, type: TYPE[family], data: { ...xcoverCredentialData(sandbox, family), ...changes } });
	return { id, name };
}

/** Runs the node by itself, once. @param settings of the node beside its parameters, such as `retryOnFail` */
async function run(name: string, parameters: Record<string, unknown>, settings: Record<string, unknown> = {}): Promise<Execution> {
	const [resource, operation] = name.split('.');
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
	const node = { name: 'XCover', type: 'n8n-nodes-partner-apis.xCoverElements', parameters: { resource, operation, options: {}, ...parameters }, credentials, ...settings };
	const { id } = await n8n.client.createWorkflow({
		name: `XCover ${name}`,
		nodes: [start, node].map((each) => ({ typeVersion: 1, ...each, id: each.name, position: [0, 0] as [number, number] })),
		connections: { Start: { main: [[{ node: 'XCover', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	return await n8n.client.waitForExecution({ executionId: await n8n.client.run(id) });
}

/** The only item of such a run. @throws where the node failed */
function itemOf(execution: Execution): Record<string, unknown> {
	const [{ error } = {}] = runsOf(execution, 'XCover');
	if (error) throw new Error(`${error.message} ${error.description ?? ''}`);
	const [item, ...others] = itemsOf(execution, 'XCover');
	if (!item || others.length > 0) throw new Error('It did not put out one item.');
	return item.json;
}

/** A new offer of signed requests. */
async function newOffer(): Promise<{ offerId: string; quoteId: string }> {
	const item = itemOf(await run('offer.create', EXAMPLES['offer.create'] ?? {}));
	const [{ id: quoteId } = { id: '' }] = item.products as Array<{ id: string }>;
	return { offerId: String(item.id), quoteId };
}

/** A new booking of signed requests. @returns its INS number */
async function newBooking(): Promise<string> {
	const { offerId, quoteId } = await newOffer();
	return String(itemOf(await run('offer.confirm', { authentication: 'signature', offerId, quotes: { quote: [{ id: quoteId }] }, ...HOLDER })).id);
}

function received(operationId: string): number {
	return sandbox.control.counts().operations[operationId]?.received ?? 0;
}

async function imported(file: string, settings: Record<string, unknown>, change: (workflow: Workflow) => Workflow = (workflow) => workflow): Promise<string> {
	const [id = ''] = await n8n.importWorkflows([change(withCredentials(await filledIn(file, settings), { xCoverElements: credentials }))]);
	return id;
}

/** An example with the other kind of access chosen, beside the first. @param name what of it two would share, such as a data table */
function withElements(workflow: Workflow, id: string, name: string): Workflow {
	return JSON.parse(JSON.stringify({ ...workflow, id }).replaceAll('"authentication":"signature"', '"authentication":"elements"').replaceAll(`"${name}`, `"${name}-elements`)) as Workflow;
}

/** A data table with the columns that the note of an example names. */
async function tableOf(file: string, name: string): Promise<TextTable> {
	const { nodes } = await filledIn(file, {});
	const [, list = ''] = new RegExp('data table of n8n with the name `xcover_[a-z]+` and (?:these columns|one column), (?:all text|a text): ([^.]+)\\.').exec(String(nodes[0]?.parameters.content)) ?? [];
	return await TextTable.create(n8n.client, name, [...list.matchAll(/`([a-zA-Z]+)`/g)].map(([, column = '']) => column));
}

const [firstOffer, secondOffer] = widgetOffers;
const [offerWithToken, otherWithToken] = packages.filter(({ kind }) => kind === 'offer') as [(typeof packages)[number], (typeof packages)[number]];

const access = {
	signature: {
		wrong: { apiSecret: 'wrong' },
		refusal: 'did not accept the key or the signature',
		offers: [firstOffer, secondOffer].map(({ id, productId }) => ({ offerId: id, quotes: { quote: [{ id: productId }] } })),
		operationId: 'confirmOfferSigned',
		status: 'CONFIRMED',
		bookings: () => sandbox.signedBookings().length,
	},
	elements: {
		wrong: { clientSecret: 'wrong' },
		refusal: 'refused the client id or secret',
		offers: [offerWithToken, otherWithToken].map(({ quote, policies }) => ({ offerId: quote.id, quotes: { quote: policies.map(({ id }) => ({ id })) } })),
		operationId: 'confirmOffer',
		status: 'Active',
		bookings: () => sandbox.bookings().length,
	},
};

describe.each(['signature', 'elements'] as const)('the XCover node in n8n, with %s', (authentication) => {
	const { wrong, refusal, offers, operationId, status, bookings } = access[authentication];

	it('has a credential whose test accepts a good one, and says what is wrong with another', async () => {
		const good = credentials[TYPE[authentication]];
		expect(await n8n.client.testCredential(good.id)).toMatchObject({ status: 'OK' });
		const { id } = await credentialOf(authentication, wrong);
		expect(await n8n.client.testCredential(id)).toEqual({ status: 'Error', message: expect.stringContaining(refusal) as string });
	});

	it('makes an offer a booking, and puts out no link to personal data', async () => {
		const before = bookings();
		const item = itemOf(await run('offer.confirm', { authentication, ...offers[0], ...HOLDER, simplify: false }));
		expect(item).toMatchObject({ status, alreadySubmitted: false, outcomeFrom: 'answer' });
		expect(JSON.stringify(item)).not.toMatch(LINKS);
		expect(bookings()).toBe(before + 1);
	});

	it('makes it one booking under Retry On Fail, where answers are cut off', async () => {
		const before = bookings();
		sandbox.control.fault({ operationId, kind: 'cut', when: 'after', times: 2 });
		const parameters = { authentication, ...offers[1], ...HOLDER, options: { lookUpSeconds: 0 } };
		const item = itemOf(await run('offer.confirm', parameters, { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 }));
		expect(item).toMatchObject({ status });
		expect(bookings()).toBe(before + 1);
		expect(itemOf(await run('offer.confirm', parameters))).toMatchObject({ id: item.id, alreadySubmitted: true });
		expect(bookings()).toBe(before + 1);
	});
});

describe('a paid order', () => {
	const FILE = 'xcover-order-to-certificate.json';
	let send: (order: object) => Promise<unknown>;

	const told = (orderId: string) => receiver.at('/shop').filter((message) => message.orderId === orderId);
	const mails = (bookingId: unknown) => receiver.at('/mail').filter((mail) => mail.bookingId === bookingId);
	/** What the shop is told, once it was told so often. */
	const tellings = async (orderId: string, times = 1) => await eventually(() => (told(orderId).length >= times ? told(orderId) : undefined));
	const bought = async (orderId: string) => ({ orderId, insurance: 'bought', certificate: true, ...(await newOffer()), customer: HOLDER });
	const bookingsOf = ({ offerId }: { offerId: string }) => sandbox.signedBookings().filter((booking) => booking.offerId === offerId);

	beforeAll(async () => {
		await tableOf(FILE, 'xcover_certificates');
		const workflow = await imported(FILE, { shopUrl: `${receiver.url}/shop`, mailUrl: `${receiver.url}/mail` });
		await n8n.client.publish(workflow);
		send = async (order) => await axios.post(`${n8n.webhookBase}/xcover-paid-order`, order);
	});

	it('becomes a booking whose certificate is mailed; sent once more it is the same booking, and no second mail', async () => {
		const order = await bought('O-1');
		await send(order);
		const [first] = await tellings('O-1');
		expect(first).toMatchObject({ state: 'booked', status: 'CONFIRMED', alreadySubmitted: false, certificate: 'mailed', bookingId: expect.stringMatching(/-INS$/) as string });
		const [mail, ...others] = mails(first?.bookingId);
		expect([mail, others]).toEqual([{ to: HOLDER.email, subject: 'Your insurance for order O-1', bookingId: first?.bookingId, text: expect.stringMatching(/^Your certificate: https:\/\/\S+\/coi\/\S+\.pdf\?security_token=\S+$/) as string }, []]);
		await send(order);
		const [, second] = await tellings('O-1', 2);
		expect(second).toMatchObject({ state: 'booked', bookingId: first?.bookingId, alreadySubmitted: true, certificate: 'mailed before' });
		expect(mails(first?.bookingId)).toHaveLength(1);
		expect(bookingsOf(order)).toHaveLength(1);
		expect(JSON.stringify(told('O-1'))).not.toContain('security_token');
	});

	it('sent twice at once is one booking', async () => {
		const order = { ...(await bought('O-2')), certificate: false };
		await Promise.all([send(order), send(order)]);
		const both = await tellings('O-2', 2);
		expect(both.map(({ alreadySubmitted }) => alreadySubmitted).sort()).toEqual([false, true]);
		expect(bookingsOf(order)).toHaveLength(1);
		expect(both.map(({ certificate }) => certificate)).toEqual(['not asked for', 'not asked for']);
		expect(mails(both[0]?.bookingId)).toEqual([]);
	});

	it('whose mail is not taken is told as booked, and mailed when it is sent once more', async () => {
		const order = await bought('O-3');
		receiver.outOfOrder.add('/mail');
		await send(order);
		const [first] = await tellings('O-3');
		expect(first).toMatchObject({ state: 'booked', certificate: 'not mailed', text: expect.stringContaining('the mail was not taken. Send the same order once more.') as string });
		receiver.outOfOrder.clear();
		await send(order);
		expect((await tellings('O-3', 2))[1]).toMatchObject({ certificate: 'mailed', bookingId: first?.bookingId });
		expect(mails(first?.bookingId)).toHaveLength(1);
		expect(bookingsOf(order)).toHaveLength(1);
	});

	it('that XCover has not decided on is told with its status, and no certificate is mailed', async () => {
		const order = await bought('O-4');
		sandbox.control.change({ confirmedAs: 'RECEIVED' });
		await send(order);
		const [first] = await tellings('O-4');
		sandbox.control.change({ confirmedAs: 'CONFIRMED' });
		expect(first).toMatchObject({ state: 'booked', status: 'RECEIVED', certificate: 'not mailed', text: expect.stringContaining('there is none yet') as string });
		expect(mails(first?.bookingId)).toEqual([]);
	});

	it('that declines the insurance opts out of the offer, also when it is sent once more', async () => {
		const { offerId } = await newOffer();
		const isOptedOut = () => sandbox.signedOffers().find(({ id }) => id === offerId)?.isOptedOut;
		expect(isOptedOut()).toBe(false);
		for (const times of [1, 2]) {
			await send({ orderId: 'O-5', insurance: 'declined', offerId });
			expect((await tellings('O-5', times)).map(({ state }) => state)).toEqual(Array(times).fill('declined'));
		}
		expect(isOptedOut()).toBe(true);
	});

	it('that is refused is told with the reason', async () => {
		const order = await bought('O-6');
		await send({ ...order, quoteId: '00000000-0000-4000-8000-000000000000' });
		expect((await tellings('O-6'))[0]).toMatchObject({ state: 'refused', text: expect.stringContaining('Quote does not exist') as string });
		await send({ ...order, orderId: 'O-7', customer: { ...HOLDER, country: 'UK' } });
		expect((await tellings('O-7'))[0]).toMatchObject({ state: 'refused', kind: 'validation', text: expect.stringContaining('Country: "UK"') as string });
		await send({ ...order, orderId: 'O-8', insurance: 'perhaps' });
		expect((await tellings('O-8'))[0]).toEqual({ orderId: 'O-8', state: 'refused', text: 'Order O-8: insurance must be bought or declined. Nothing was sent to XCover.' });
		expect(bookingsOf(order)).toEqual([]);
		await send({ orderId: 'O-11', insurance: 'declined', offerId: '00000000-0000-4000-8000-000000000000' });
		expect((await tellings('O-11'))[0]).toMatchObject({ state: 'refused', kind: 'notFound' });
		// Declined, though it was bought before.
		await send({ ...order, orderId: 'O-9', certificate: false });
		const [booked] = await tellings('O-9');
		await send({ orderId: 'O-10', insurance: 'declined', offerId: order.offerId });
		expect((await tellings('O-10'))[0]).toMatchObject({ state: 'refused', kind: 'conflict', text: expect.stringContaining(`is booked as ${String(booked?.bookingId)}`) as string });
	});

	it('about which XCover cannot be asked is told as failed, and goes on when it is sent once more', async () => {
		const { offerId } = await newOffer();
		sandbox.control.fault({ operationId: 'listBookingsSigned', kind: 'html', status: 403, times: 0 });
		await send({ orderId: 'O-12', insurance: 'declined', offerId });
		expect((await tellings('O-12'))[0]).toMatchObject({ state: 'failed', text: expect.stringContaining('it could not be looked up') as string });
		sandbox.control.clearFaults();
		await send({ orderId: 'O-12', insurance: 'declined', offerId });
		expect((await tellings('O-12', 2))[1]).toMatchObject({ state: 'declined' });
	});
});

describe('a request to cancel', () => {
	let request: (body: object) => Promise<unknown>;
	let late: string;

	const statusOf = (bookingId: string) => sandbox.signedBookings().find(({ id }) => id === bookingId)?.status;
	const questions = (bookingId: string) => receiver.at('/approve').filter((message) => message.bookingId === bookingId);
	const question = async (bookingId: string, times = 1) => await eventually(() => questions(bookingId)[times - 1]);
	const outcomes = async (bookingId: string, times = 1) =>
		await eventually(() => {
			const all = receiver.at('/cancellations').filter((message) => message.bookingId === bookingId);
			return all.length >= times ? all : undefined;
		}, 90_000);

	beforeAll(async () => {
		await n8n.client.publish(await imported('xcover-cancel-with-approval.json', { approvalUrl: `${receiver.url}/approve`, tellUrl: `${receiver.url}/cancellations` }));
		request = async (body) => await axios.post(`${n8n.webhookBase}/xcover-cancel-request`, body);
		// The last test waits for this one: n8n looks once a minute for what has waited long enough.
		late = await newBooking();
		sandbox.control.fault({ operationId: 'cancelBookingSigned', kind: 'patch', merge: { confirm_before: new Date(Date.now() + 5_000).toISOString() } });
		await request({ bookingId: late });
		await question(late);
	});

	it('is carried out once a person has approved it, who was told what is given back and until when', async () => {
		const bookingId = await newBooking();
		await request({ bookingId, reason: 'Changed plans' });
		const asked = await question(bookingId);
		expect(asked).toMatchObject({ refund: expect.stringMatching(/^\d+\.?\d*$/) as string, currency: 'EUR', confirmBefore: expect.stringMatching(/^20\d\d-/) as string });
		expect(asked.text).toMatch(new RegExp(`^Cancel booking ${bookingId}\\? Given back: €\\d+\\.\\d\\d\\. Answer until 20\\S+\\. Reason: Changed plans$`));
		expect(statusOf(bookingId)).toBe('CONFIRMED');
		await follow(asked.approve);
		expect(await outcomes(bookingId)).toEqual([expect.objectContaining({ state: 'cancelled', status: 'CANCELLED', refund: asked.refund, text: expect.stringContaining('is cancelled. Given back: €') as string })]);
		expect(statusOf(bookingId)).toBe('CANCELLED');
	});

	it('that is declined leaves the booking as it is', async () => {
		const bookingId = await newBooking();
		await request({ bookingId });
		await follow((await question(bookingId)).decline);
		expect(await outcomes(bookingId)).toEqual([{ bookingId, state: 'declined', text: `Booking ${bookingId} was not cancelled: somebody declined it` }]);
		expect(statusOf(bookingId)).toBe('CONFIRMED');
	});

	it('made twice and approved twice cancels once, and the second is told as that', async () => {
		const bookingId = await newBooking();
		await request({ bookingId });
		const first = await question(bookingId);
		await request({ bookingId });
		const second = await question(bookingId, 2);
		await follow(first.approve);
		await outcomes(bookingId);
		await follow(second.approve);
		const [, again] = await outcomes(bookingId, 2);
		expect(again).toMatchObject({ state: 'cancelled', alreadySubmitted: true, text: `Booking ${bookingId} is cancelled. It was so before, and this request has cancelled nothing` });
	});

	it('of a booking that is not there asks nobody, and is told with the reason', async () => {
		await request({ bookingId: 'NOSUC-HBOOK-INS' });
		expect(await outcomes('NOSUC-HBOOK-INS')).toEqual([expect.objectContaining({ state: 'refused', text: expect.stringContaining('does not exist') as string })]);
		expect(questions('NOSUC-HBOOK-INS')).toEqual([]);
	});

	it('is carried out with XCover Elements as well, which tells neither what is given back nor until when', async () => {
		const workflow = await imported('xcover-cancel-with-approval.json', { approvalUrl: `${receiver.url}/approve`, tellUrl: `${receiver.url}/cancellations` }, (each) => withElements(each, 'xcCancelElements', 'xcover-cancel'));
		await n8n.client.publish(workflow);
		const [booking] = sandbox.bookings().filter(({ status }) => status === 'Active');
		const bookingId = String(booking?.id);
		await axios.post(`${n8n.webhookBase}/xcover-cancel-elements-request`, { bookingId });
		const asked = await question(bookingId);
		expect(asked.text).toBe(`Cancel booking ${bookingId}? Given back: an amount that XCover does not tell. Answer until tomorrow at this time`);
		await follow(asked.approve);
		expect(await outcomes(bookingId)).toEqual([expect.objectContaining({ state: 'cancelled', status: 'Cancelled', alreadySubmitted: false })]);
		expect(sandbox.bookings().find(({ id }) => id === bookingId)?.status).toBe('Cancelled');
	});

	it('that nobody answers until the preview ends leaves the booking as it is, and is told', async () => {
		expect(await outcomes(late)).toEqual([{ bookingId: late, state: 'expired', text: `Booking ${late} was not cancelled: nobody approved it in time` }]);
		expect(statusOf(late)).toBe('CONFIRMED');
	});
});

describe('what changed at night', () => {
	const FILE = 'xcover-nightly-bookings.json';
	let workflow: string;
	let table: TextTable;

	interface Change {
		what: string;
		bookingId: string;
		status: string;
		before: Record<string, string>;
	}
	const messages = () => receiver.at('/nights') as unknown as Array<{ text: string; changes: Change[] }>;

	/** Has a night pass. @returns how it ended, and what was told in it */
	async function night(id = workflow): Promise<{ status: string; told: Array<{ text: string; changes: Change[] }> }> {
		const before = messages().length;
		const { status } = await n8n.client.waitForExecution({ executionId: await n8n.client.run(id) });
		return { status, told: messages().slice(before) };
	}

	const QUIET = { status: 'success', told: [] };
	const toldOnce = (...changes: object[]) => ({ status: 'success', told: [expect.objectContaining({ changes: changes.map((change) => expect.objectContaining(change) as object) }) as object] });

	beforeAll(async () => {
		table = await tableOf(FILE, 'xcover_bookings');
		workflow = await imported(FILE, { messageUrl: `${receiver.url}/nights` });
	});

	it('is how many there are in the first night, and nothing in a quiet one', async () => {
		const count = sandbox.signedBookings().length;
		expect(await night()).toEqual({ status: 'success', told: [{ text: `The first night: ${count} bookings at XCover`, changes: [] }] });
		expect((await table.rows()).map(({ bookingId }) => bookingId).sort()).toEqual(sandbox.signedBookings().map(({ id }) => id).sort());
		expect(await night()).toEqual(QUIET);
	});

	it('is told in one message: a new booking, and one that was cancelled, without personal data', async () => {
		const [changed, fresh] = [await newBooking(), await newBooking()];
		expect(await night()).toEqual(toldOnce({ what: 'new', bookingId: fresh, status: 'CONFIRMED', before: {} }, { what: 'new', bookingId: changed, status: 'CONFIRMED' }));
		itemOf(await run('booking.cancel', { authentication: 'signature', bookingId: changed, bookingReference: changed }));
		const next = await newBooking();
		const { told } = await night();
		expect(told).toEqual([{
			text: expect.stringMatching(new RegExp(`^2 changes of bookings at XCover\nnew ${next}: CONFIRMED, [\\d.]+ EUR\nchanged ${changed}: CONFIRMED, now CANCELLED, [\\d.]+, now 0(\\.0+)? EUR$`)) as string,
			changes: [
				expect.objectContaining({ what: 'new', bookingId: next }),
				expect.objectContaining({ what: 'changed', bookingId: changed, status: 'CANCELLED', before: { status: 'CONFIRMED', price: expect.stringMatching(/^[\d.]+$/) as string, changedAt: expect.stringMatching(/^20/) as string } }),
			],
		}]);
		expect(JSON.stringify(messages())).not.toContain(HOLDER.email);
		expect(await night()).toEqual(QUIET);
	});

	it.each([
		['XCover does not answer', () => sandbox.control.fault({ operationId: 'listBookingsSigned', kind: 'status', status: 404, times: 0 })],
		['the message does not arrive', () => receiver.outOfOrder.add('/nights')],
	])('in a night in which %s is told in the next one, once', async (_why, fail) => {
		const first = await newBooking();
		fail();
		expect(await night()).toEqual({ status: 'error', told: [] });
		const second = await newBooking();
		sandbox.control.clearFaults();
		receiver.outOfOrder.clear();
		expect(await night()).toEqual(toldOnce({ what: 'new', bookingId: second }, { what: 'new', bookingId: first }));
		expect(await night()).toEqual(QUIET);
	});

	const listIsEmpty = () => sandbox.control.fault({ operationId: 'listBookingsSigned', kind: 'patch', merge: { results: [], count: 0, next: null } });

	it('is nothing where the list lacks bookings that are still there', async () => {
		listIsEmpty();
		const before = received('getBooking');
		expect(await night()).toEqual(QUIET);
		expect(received('getBooking') - before).toBe((await table.rows()).length);
	});

	it('is a booking that XCover has no more, once, and once more when it is back; one that cannot be asked for is left to the next night', async () => {
		listIsEmpty();
		sandbox.control.fault({ operationId: 'getBooking', kind: 'answer', status: 404, body: { type: 'api_error', message: 'Booking does not exist' } });
		sandbox.control.fault({ operationId: 'getBooking', kind: 'html', status: 403 });
		const { status, told } = await night();
		expect(status).toBe('success');
		expect(told).toEqual([{ text: expect.stringMatching(/^1 change of bookings at XCover\nno longer listed \S+-INS: /) as string, changes: [expect.objectContaining({ what: 'no longer listed' })] }]);
		const [gone] = told[0]?.changes ?? [];
		expect((await table.rows()).filter(({ listed }) => listed === 'no').map(({ bookingId }) => bookingId)).toEqual([gone?.bookingId]);
		// The same list again: it is not told, and not asked for.
		listIsEmpty();
		const before = received('getBooking');
		expect(await night()).toEqual(QUIET);
		expect(received('getBooking') - before).toBe((await table.rows()).length - 1);
		expect(await night()).toEqual(toldOnce({ what: 'listed again', bookingId: gone?.bookingId }));
		expect(await night()).toEqual(QUIET);
	});

	it('is told with XCover Elements as well', async () => {
		await tableOf(FILE, 'xcover_bookings-elements');
		const elements = await imported(FILE, { messageUrl: `${receiver.url}/nights` }, (each) => withElements(each, 'xcNightElements1', 'xcover_bookings'));
		// As it was when it started, with all that is booked here gone.
		await sandbox.control.reset();
		const count = sandbox.bookings().length;
		expect((await night(elements)).told).toEqual([{ text: `The first night: ${count} bookings at XCover`, changes: [] }]);
		const { id: bookingId } = itemOf(await run('quote.createBooking', EXAMPLES['quote.createBooking'] ?? {}));
		expect(await night(elements)).toEqual(toldOnce({ what: 'new', bookingId, status: 'Active' }));
		await sandbox.control.reset();
		expect(await night(elements)).toEqual(toldOnce({ what: 'no longer listed', bookingId, status: 'Active' }));
		expect(await night(elements)).toEqual(QUIET);
	});
});
