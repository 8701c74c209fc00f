import type { EventType } from '../../../../sandbox/tradevest/notifications';
import { startReceiver, type Receiver } from '../support';
import { demoCustomer, inTradevestSandbox, type TradevestCaller } from './support';

const EVENT: EventType = 'TRANSFER_NOTIFICATION';
const HTTPS_URL = 'https://hooks.example.com/tv/1';

let caller: TradevestCaller;
let receiver: Receiver;

inTradevestSandbox((ready) => (caller = ready));

beforeAll(async () => {
	receiver = await startReceiver();
});
beforeEach(() => {
	receiver.events.length = 0;
	receiver.status = 200;
});
afterAll(() => receiver.close());

const register = (webhook: object) => caller.ask('POST /webhooks', webhook);

describe('a registration of a webhook', () => {
	it('is answered with nothing, and read with its headers in clear', async () => {
		const headers = [{ name: 'x-hook-secret', value: 'n0t-a-real-one' }];
		expect(await register({ eventType: EVENT, url: HTTPS_URL, headers })).toMatchObject({ status: 200, text: '' });
		const held = { eventType: EVENT, url: HTTPS_URL, headers, createdOn: expect.any(String), modifiedOn: expect.any(String) };
		expect((await caller.ask('GET /webhooks')).body).toEqual([held]);
		expect((await caller.ask(`GET /webhooks/${EVENT}`)).body).toEqual(held);
	});

	it('silently takes the place of the one of its event type, and of no other', async () => {
		await register({ eventType: EVENT, url: HTTPS_URL });
		await register({ eventType: 'USER_NOTIFICATION', url: HTTPS_URL });
		expect((await register({ eventType: EVENT, url: 'https://other.example.com' })).status).toBe(200);
		expect((await caller.ask('GET /webhooks')).body).toMatchObject([
			{ eventType: EVENT, url: 'https://other.example.com' },
			{ eventType: 'USER_NOTIFICATION', url: HTTPS_URL },
		]);
	});

	it('is removed by its event type; then there is none', async () => {
		await register({ eventType: EVENT, url: HTTPS_URL });
		expect(await caller.ask(`DELETE /webhooks/${EVENT}`)).toMatchObject({ status: 200, text: '' });
		expect((await caller.ask(`GET /webhooks/${EVENT}`)).status).toBe(404);
		expect((await caller.ask(`DELETE /webhooks/${EVENT}`)).status).toBe(404);
		expect((await caller.ask('GET /webhooks')).body).toEqual([]);
	});

	it.each<[string, object, string]>([
		['plain HTTP', { url: 'http://hooks.example.com' }, 'url'],
		['no address', { url: undefined }, 'url'],
		['an unknown event type', { eventType: 'NO_NOTIFICATION' }, 'eventType'],
		['six headers', { headers: Array.from({ length: 6 }, (_, at) => ({ name: `x-${at}`, value: '1' })) }, 'headers'],
		['a blank in the name of a header', { headers: [{ name: 'x hook', value: '1' }] }, 'headers.0.name'],
	])('is refused with %s', async (_what, changes, field) => {
		expect(await register({ eventType: EVENT, url: HTTPS_URL, ...changes })).toMatchObject({ status: 400, body: { errorDetails: [{ field }] } });
	});

	it('takes plain HTTP when that is set, and still nothing that is no address', async () => {
		caller.sandbox.control.change({ allowsHttpWebhooks: true });
		expect((await register({ eventType: EVENT, url: 'http://127.0.0.1:5678/hook' })).status).toBe(200);
		expect((await register({ eventType: EVENT, url: 'hook' })).status).toBe(400);
	});
});

describe('a notification', () => {
	const first = { transferId: 'one', status: 'RECEIVED' };
	const second = { transferId: 'one', status: 'PROCESSED' };
	const tellBoth = async () => {
		caller.sandbox.notify(EVENT, first);
		caller.sandbox.notify(EVENT, second);
		await caller.sandbox.control.settled();
	};
	const came = () => receiver.events.map(({ body }) => body);
	const missing = async () => (await caller.ask('GET /webhooks-missing')).body;

	beforeEach(async () => {
		caller.sandbox.control.change({ allowsHttpWebhooks: true, eventDelayMs: 10, webhookRepeatMs: 10 });
		await register({ eventType: EVENT, url: receiver.url, headers: [{ name: 'x-hook-secret', value: 'n0t-a-real-one' }] });
	});

	it('comes as JSON with the registered headers, in order, and is not missing then', async () => {
		await tellBoth();
		expect(came()).toEqual([first, second]);
		expect(receiver.events[0]?.headers).toMatchObject({ 'x-hook-secret': 'n0t-a-real-one', 'content-type': 'application/json' });
		expect(await missing()).toEqual([]);
	});

	it.each([204, 400, 500])('that is answered with %i is missing, and does not come again', async (status) => {
		receiver.status = status;
		await tellBoth();
		expect(came()).toEqual([first, second]);
		expect(await missing()).toMatchObject([{ eventType: EVENT, notification: first }, { eventType: EVENT, notification: second }]);
	});

	it('is repeated where that is set, and is missing only after the last time', async () => {
		caller.sandbox.control.change({ webhookTries: 3 });
		receiver.status = 500;
		caller.sandbox.notify(EVENT, first);
		await caller.sandbox.control.settled();
		expect([came().length, await missing()]).toMatchObject([3, [{ notification: first }]]);
	});

	it.each([
		['duplicate', [first, first, second, second], 0],
		['outOfOrder', [second, first], 0],
		['dropped', [], 2],
	] as const)('in mode %s comes so', async (webhookMode, expected, missed) => {
		caller.sandbox.control.change({ webhookMode });
		await tellBoth();
		expect([came(), caller.sandbox.missing().length]).toEqual([expected, missed]);
	});

	it.each([false, true])('without a registration is not delivered; among the missing it shows: %s', async (missingHoldsUnregistered) => {
		caller.sandbox.control.change({ missingHoldsUnregistered });
		caller.sandbox.notify('USER_NOTIFICATION', { userId: 'one' });
		await caller.sandbox.control.settled();
		expect([came().length, caller.sandbox.missing().length]).toEqual([0, missingHoldsUnregistered ? 1 : 0]);
	});

	it('of what is decided later comes by itself, without anybody asking', async () => {
		caller.sandbox.control.change({ decideAfterMs: 20 });
		await register({ eventType: 'CUSTOMER_PRODUCT_NOTIFICATION', url: receiver.url });
		await caller.create(`POST /customers/${demoCustomer.customerId}/products`, { productCode: 'WALLET' }, demoCustomer.naturalPersonId);
		await caller.sandbox.control.settled();
		expect(came()).toMatchObject([{ status: 'ACTIVE' }]);
	});

	it('is forgotten with the registrations on a reset', async () => {
		caller.sandbox.notify(EVENT, first);
		await caller.sandbox.control.reset();
		expect([caller.sandbox.webhooks(), caller.sandbox.missing()]).toEqual([[], []]);
	});
});
