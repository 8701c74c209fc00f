import { confirmation, inXCoverSandbox, RETAIL_OFFER, TRAVEL_OFFER, type XCoverCaller } from './support';

let caller: XCoverCaller;

inXCoverSandbox((ready) => (caller = ready));

const CONFIRM = `POST offers/${RETAIL_OFFER.reference}/confirm/`;
const BODY = confirmation(RETAIL_OFFER.productId);
const HOUR_MS = 3_600_000;
const bookingsOf = (offerId: string) => caller.sandbox.signedBookings().filter((booking) => booking.offerId === offerId);

const until = async (isSo: () => boolean): Promise<void> => {
	while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a key against a second write', () => {
	it('answers the same key and body with 409 and the first answer, and books once', async () => {
		const first = await caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' });
		const second = await caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' });
		expect([first.status, second.status, second.body]).toEqual([200, 409, first.body]);
		expect(bookingsOf(RETAIL_OFFER.id)).toHaveLength(1);
	});

	it('is kept for 48 hours', async () => {
		await caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' });
		caller.later(48 * HOUR_MS - 60_000);
		expect((await caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' })).status).toBe(409);
		caller.later(60_000);
		expect((await caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' })).status).toBe(422);
	});

	it('gives 409 for an answer that was lost', async () => {
		for (const kind of ['silence', 'cut', 'status'] as const) {
			await caller.sandbox.control.reset();
			caller.sandbox.control.fault({ operationId: 'confirmOfferSigned', kind, when: 'after' });
			const lost = caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' }).catch(() => null);
			if (kind !== 'silence') await lost;
			await until(() => bookingsOf(RETAIL_OFFER.id).length === 1 && caller.sandbox.control.counts().operations.confirmOfferSigned?.inFlight === 0);
			expect([kind, (await caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' })).status]).toEqual([kind, 409]);
		}
	});

	it('is as new for a call that never took effect', async () => {
		caller.sandbox.control.fault({ operationId: 'confirmOfferSigned', kind: 'cut', when: 'before' });
		await caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' }).catch(() => null);
		expect((await caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' })).status).toBe(200);
	});

	it.each(['before', 'after'] as const)('answers 423 while the first is at work, with a delay %s it', async (when) => {
		caller.sandbox.control.fault({ operationId: 'confirmOfferSigned', kind: 'latency', ms: 2000, when });
		const first = caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' });
		await until(() => caller.sandbox.control.counts().operations.confirmOfferSigned?.inFlight === 1);
		expect((await caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' })).status).toBe(423);
		expect((await first).status).toBe(200);
		expect((await caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' })).status).toBe(409);
		expect(bookingsOf(RETAIL_OFFER.id)).toHaveLength(1);
	});

	it('is nobody else who waits: another key goes on', async () => {
		caller.sandbox.control.fault({ operationId: 'confirmOfferSigned', kind: 'latency', ms: 2000 });
		const first = caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' });
		await until(() => caller.sandbox.control.counts().operations.confirmOfferSigned?.inFlight === 1);
		const other = await caller.sign(`POST offers/${TRAVEL_OFFER.reference}/confirm/`, confirmation(TRAVEL_OFFER.productId), { idempotencyKey: 'k2' });
		expect([other.status, (await first).status]).toEqual([200, 200]);
	});

	it.each([
		['refused', 422],
		['first', 409],
		['carriedOut', 200],
	] as const)('with another body under it: %s', async (otherBodyUnderKey, status) => {
		caller.sandbox.control.change({ otherBodyUnderKey });
		await caller.sign(CONFIRM, BODY, { idempotencyKey: 'k1' });
		const other = await caller.sign(`POST offers/${TRAVEL_OFFER.reference}/confirm/`, confirmation(TRAVEL_OFFER.productId), { idempotencyKey: 'k1' });
		expect([other.status, bookingsOf(TRAVEL_OFFER.id).length]).toEqual([status, status === 200 ? 1 : 0]);
	});

	it.each([
		[false, 404],
		[true, 409],
	])('with refusals kept: %s', async (keysKeepRefusals, status) => {
		caller.sandbox.control.change({ keysKeepRefusals });
		const again = () => caller.sign('POST bookings/NONE/cancel', {}, { idempotencyKey: 'k1', isInDocument: false });
		const first = await again();
		expect([first.status, (await again()).status, (await again()).body]).toEqual([404, status, first.body]);
	});

	it.each(['bookings/N8QVB-6HJWC-INS/instalments/', 'offers/H7KWP-3RDXN-INS/opt_out/', 'bookings/K4PLM-22TRX-INS/send_email'])('answers 409 with nothing where the first answer was empty: %s', async (path) => {
		const body = path.includes('instalments') ? { quotes: [{ id: '82e5b6f1-0c9d-4a37-b1e8-6f4d2a7093c5', instalment_number: 2, payment_status: 'PAID', payment_attempted_date: '2026-03-03T08:30:00Z' }] } : {};
		const first = await caller.sign(`POST ${path}`, body, { idempotencyKey: 'k1' });
		const second = await caller.sign(`POST ${path}`, body, { idempotencyKey: 'k1' });
		expect([[202, 204].includes(first.status), second.status, second.text]).toEqual([true, 409, '']);
	});
});
