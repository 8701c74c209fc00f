import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../sandbox/srsSips';
import type { OrderAnswer } from '../../../../sandbox/srsSips/types';
import { call, inSandbox, order, queuedOrder, type Receiver, signIn, startReceiver } from '../support';

const wholeLife = ['OU Order Received', 'DU En Route', 'DU Arrived', 'DU Completed', 'IU Invoiced'];

describe('webhook events', () => {
	let sandbox: SrsSipsSandbox;
	let receiver: Receiver;
	let client: Awaited<ReturnType<typeof signIn>>;

	// Far enough apart that a busy machine does not let one overtake the other on its way.
	inSandbox(() => startSrsSipsSandbox({ eventDelayMs: 50, lateByMs: 100 }), async (started) => {
		sandbox = started;
		receiver = await startReceiver();
		sandbox.control.change({ webhookUrl: receiver.url });
		client = await signIn(sandbox);
	});
	afterEach(() => receiver.close());

	const told = () => receiver.events.map(({ body }) => `${body.eventType} ${body.eventStatus}`);
	const submitAndWait = async (request = order()) => {
		const { body } = await client.post<OrderAnswer>('/orders/v2/submit', request);
		await sandbox.control.settled();
		return body;
	};

	it('tell the life of an order in its order', async () => {
		const { orderID } = await submitAndWait();
		expect(told()).toEqual(wholeLife);
		expect(receiver.events[0]?.body).toEqual({
			eventId: orderID,
			eventType: 'OU',
			eventStatus: 'Order Received',
			eventDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
			subscriberReferenceNum: 'PO-1',
			subscriberReferenceNum2: orderID,
			subscriberReferenceNum3: 'test-transaction-1',
		});
	});

	it('carry the invoice number when there is an invoice', async () => {
		const { orderID } = await submitAndWait();
		expect(receiver.events.at(-1)?.body).toMatchObject({ eventType: 'IU', eventId: `00${orderID}-001` });
	});

	it('tell the real number of an order that was queued', async () => {
		const { queueID } = await submitAndWait(queuedOrder());
		expect(told()).toEqual(wholeLife);
		expect(receiver.events[0]?.body.eventId).toMatch(/^\d{8}$/);
		expect(receiver.events[0]?.body.eventId).not.toBe(queueID);
	});

	it('say nothing of an order that was dropped', async () => {
		sandbox.control.change({ orderMode: 'queuedDropped' });
		await submitAndWait();
		expect(told()).toEqual([]);
	});

	it('tell a late refusal', async () => {
		sandbox.control.change({ orderMode: 'queuedRejected' });
		const { queueID } = await submitAndWait();
		expect(told()).toEqual(['OA Order Rejected']);
		expect(receiver.events[0]?.body.eventId).toBe(queueID);
	});

	it('can be switched off, while the order goes on', async () => {
		sandbox.control.change({ webhookMode: 'none' });
		await submitAndWait();
		expect(told()).toEqual([]);
		expect(sandbox.orders()[0]?.state).toBe('Invoiced');
	});

	it('can come twice', async () => {
		sandbox.control.change({ webhookMode: 'duplicate' });
		await submitAndWait();
		expect([...told()].sort()).toEqual([...wholeLife, ...wholeLife].sort());
	});

	it('can come late', async () => {
		sandbox.control.change({ webhookMode: 'late' });
		await submitAndWait();
		expect(told()).toEqual(wholeLife);
	});

	it('can come in the wrong order', async () => {
		sandbox.control.change({ webhookMode: 'outOfOrder' });
		await submitAndWait();
		expect(told()).toEqual([...wholeLife].reverse());
	});

	it('can tell that the branch cancels', async () => {
		sandbox.control.change({ webhookMode: 'cancelled' });
		await submitAndWait();
		expect(told()).toEqual(['OU Order Received', 'OC Cancelled']);
	});

	it('are remembered with the answer they got, and not repeated', async () => {
		receiver.status = 500;
		await submitAndWait();
		const deliveries = sandbox.control.deliveries();
		expect(deliveries).toHaveLength(5);
		expect(deliveries[0]).toMatchObject({ url: receiver.url, status: 500, answer: '{"received":true}', error: null });
	});

	it('that cannot be delivered are remembered with the reason', async () => {
		await receiver.close();
		sandbox.control.change({ webhookUrl: 'http://127.0.0.1:9/hook' });
		const delivery = await sandbox.control.sendEvent({ eventType: 'OU' });
		expect(delivery).toMatchObject({ status: null, error: expect.stringContaining('fetch failed') });
	});

	it('can be made by hand and carry headers of your own', async () => {
		sandbox.control.change({ webhookHeaders: { 'x-shared-secret': 'demo' } });
		const { status, body } = await call(`${sandbox.url}/__sandbox__/events`, { body: { eventType: 'XX', eventId: 7 } });
		expect([status, body.status]).toEqual([200, 200]);
		expect(receiver.events).toMatchObject([{ headers: { 'x-shared-secret': 'demo' }, body: { eventType: 'XX', eventId: 7 } }]);
	});

	it('end with a reset', async () => {
		sandbox.control.change({ eventDelayMs: 600_000 });
		await client.post('/orders/v2/submit', order());
		await sandbox.control.reset();
		await sandbox.control.settled();
		expect(told()).toEqual([]);
	});
});
