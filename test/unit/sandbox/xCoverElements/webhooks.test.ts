import { createHmac } from 'node:crypto';

import { demoWebhook } from '../../../../sandbox/xCoverElements/data/partner';
import { startReceiver, type Receiver } from '../support';
import { confirmation, DAY_MS, inXCoverSandbox, PENDING, RENEWABLE, RETAIL_OFFER, type XCoverCaller } from './support';

let caller: XCoverCaller;
let receiver: Receiver;

inXCoverSandbox((ready) => (caller = ready));

beforeAll(async () => {
	receiver = await startReceiver();
});
beforeEach(() => {
	receiver.events.length = 0;
	receiver.status = 200;
	caller.sandbox.control.change({ webhookUrl: receiver.url, eventDelayMs: 1, webhookRepeatMs: 1 });
});
afterAll(() => receiver.close());

const cancel = (id = RENEWABLE) => caller.sign(`POST bookings/${id}/cancel`, {});
const settled = () => caller.sandbox.control.settled();
const came = () => receiver.events.map(({ body }) => body.event);
const hmac = (algorithm: string, text: string) => createHmac(algorithm, demoWebhook.secret).update(text).digest('base64');

describe('an event', () => {
	it('of a booking that is made has its number, its prices and its policies', async () => {
		await caller.sign(`POST offers/${RETAIL_OFFER.reference}/confirm/`, confirmation(RETAIL_OFFER.productId, { partner_transaction_id: 'SHOP-9' }));
		await settled();
		expect(receiver.events.map(({ body }) => body)).toMatchObject([
			{
				event: 'BOOKING_CREATED',
				payload: {
					id: RETAIL_OFFER.reference,
					status: 'CONFIRMED',
					currency: 'EUR',
					total_price: 18.4,
					total_price_formatted: '€18.40',
					partner_transaction_id: 'SHOP-9',
					quotes: [
						{
							id: RETAIL_OFFER.productId,
							policy_start_date: expect.stringMatching(/\.\d{6}\+00:00$/),
							status: 'CONFIRMED',
							duration: `${daysOfYearFrom(new Date())} 00:00:00`,
							total_renewed_times: 0,
						},
					],
				},
			},
		]);
	});

	it('tells of changes, cancellations and payments, and of no preview', async () => {
		await caller.sign(`POST bookings/${RENEWABLE}/cancel`, { preview: true });
		await caller.sign(`PATCH bookings/${RENEWABLE}/quote_for_update`, { policyholder: { company: 'Marek' } });
		await caller.sign(`PATCH bookings/${RENEWABLE}/`, { policyholder: { company: 'Marek' } });
		await settled();
		await cancel();
		await settled();
		await caller.sign(`PUT bookings/${PENDING}/confirm`);
		await settled();
		expect(came()).toEqual(['BOOKING_UPDATED', 'BOOKING_CANCELLED', 'BOOKING_CREATED']);
	});

	it('tells of renewals, with their id', async () => {
		caller.later(45 * DAY_MS + 1000);
		expect(caller.sandbox.events().map(({ event }) => event)).toEqual(['RENEWAL_CREATED', 'RENEWAL_NOTIFICATION', 'RENEWAL_DUE']);
		await settled();
		expect(receiver.events[0]?.body).toMatchObject({ payload: { id: RENEWABLE, renewal_id: expect.stringMatching(/-REN$/) } });
	});

	it.each([true, false])('tells of bookings with a token where that is set: %s', async (elementsBookingsRaiseEvents) => {
		caller.sandbox.control.change({ elementsBookingsRaiseEvents });
		await caller.ask('DELETE bookings/c2f1a9de-0b7e-4e0b-9a53-2f6a8e7d1c44');
		await settled();
		expect(receiver.events.map(({ body }) => body)).toMatchObject(elementsBookingsRaiseEvents ? [{ event: 'BOOKING_CANCELLED', payload: { id: 'QF7TR-2KMPA-INS', status: 'CANCELLED' } }] : []);
		expect(receiver.events).toHaveLength(elementsBookingsRaiseEvents ? 1 : 0);
	});

	it('goes nowhere without an address, and is noted', async () => {
		caller.sandbox.control.change({ webhookUrl: null });
		await cancel();
		expect([caller.sandbox.events().length, caller.sandbox.control.sendEvent({ event: 'BOOKING_CREATED' })]).toEqual([1, null]);
	});
});

describe('a post', () => {
	const header = (name: string) => String(receiver.events[0]?.headers[name]);

	it('is signed by its date, with SHA-256 and percent-encoded', async () => {
		await cancel();
		await settled();
		const date = header('date');
		expect(Math.abs(Date.parse(date) - Date.now())).toBeLessThan(60_000);
		expect(date).toMatch(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/);
		expect([header('x-api-key'), header('authorization')]).toEqual([demoWebhook.key, `Signature keyId="${demoWebhook.key}",algorithm="hmac-sha256",signature="${encodeURIComponent(hmac('sha256', `date: ${date}`))}"`]);
	});

	it.each(['hmac-sha1', 'hmac-sha384', 'hmac-sha512'] as const)('is signed with %s where that is set, and not percent-encoded', async (webhookAlgorithm) => {
		caller.sandbox.control.change({ webhookAlgorithm, webhookPercentEncoded: false });
		await cancel();
		await settled();
		expect(header('authorization')).toContain(`algorithm="${webhookAlgorithm}",signature="${hmac(webhookAlgorithm.slice(5), `date: ${header('date')}`)}"`);
	});

	it('names what is signed where that is set', async () => {
		caller.sandbox.control.change({ webhookSignedHeaders: '(request-target) date' });
		await cancel();
		await settled();
		const signature = hmac('sha256', `(request-target): post ${new URL(receiver.url).pathname}\ndate: ${header('date')}`);
		expect(header('authorization')).toContain(`headers="(request-target) date",signature="${encodeURIComponent(signature)}"`);
	});

	it('has another key, secret and date where those are set', async () => {
		caller.sandbox.control.change({ webhookKey: 'mine', webhookSecret: 'other', webhookDateAheadMs: -3_600_000 });
		await cancel();
		await settled();
		const expected = createHmac('sha256', 'other').update(`date: ${header('date')}`).digest('base64');
		expect([header('x-api-key'), header('authorization').includes(encodeURIComponent(expected))]).toEqual(['mine', true]);
		expect(Date.now() - Date.parse(header('date'))).toBeGreaterThan(3_500_000);
	});

	it.each([
		[200, 1],
		[204, 3],
		[500, 3],
	])('that is answered with %i comes %i times', async (status, times) => {
		receiver.status = status;
		await cancel();
		await settled();
		expect(came()).toEqual(Array.from({ length: times }, () => 'BOOKING_CANCELLED'));
	});

	it('that is repeated keeps its first date where that is set', async () => {
		caller.sandbox.control.change({ webhookRepeatsHaveNewDate: false, webhookRepeatMs: 1100 });
		receiver.status = 500;
		await cancel();
		await settled();
		expect(new Set(receiver.events.map(({ headers }) => headers.date)).size).toBe(1);
	});

	it('comes twice where that is set', async () => {
		caller.sandbox.control.change({ webhookCopies: 2 });
		await cancel();
		await settled();
		expect(came()).toHaveLength(2);
	});

	it('is signed as well when a test sends it', async () => {
		await caller.sandbox.control.sendEvent({ event: 'RENEWAL_DUE', payload: { id: RENEWABLE } });
		expect([came(), header('authorization').startsWith('Signature keyId=')]).toEqual([['RENEWAL_DUE'], true]);
	});
});

/** 365, or 366 with a 29 February in it. */
function daysOfYearFrom(now: Date): number {
	const yearLater = new Date(now);
	yearLater.setUTCFullYear(now.getUTCFullYear() + 1);
	return (yearLater.getTime() - now.getTime()) / DAY_MS;
}
