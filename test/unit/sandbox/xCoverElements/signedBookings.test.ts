import { call } from '../support';
import { CANCELLED, DAY_MS, IN_INSTALMENTS, inXCoverSandbox, PENDING, RENEWABLE, type XCoverCaller } from './support';

let caller: XCoverCaller;

inXCoverSandbox((ready) => (caller = ready));

const QUOTE = '1c94d7a0-6e3b-4f82-8d15-a70b3f9c2e68';
const status = (id: string) => caller.sandbox.signedBookings().find((booking) => booking.id === id)?.status;
const later = (ms: number) => caller.later(ms);
const statusRefused = (of: string) => ({ status: 422, body: { type: 'validation_error', errors: [`Status change not allowed for QuotePackage in status ${of}`] } });

describe('the list of bookings', () => {
	it('has pages whose next one is on another host', async () => {
		const { body } = await caller.sign('GET bookings/?limit=3');
		expect(body).toMatchObject({ count: 7, previous: null, results: [{}, {}, {}] });
		const next = new URL(String(body.next));
		expect([next.host === new URL(caller.sandbox.url).host, next.search]).toEqual([false, '?limit=3&offset=3']);
	});

	it('is read whole by the offset', async () => {
		const pages = [];
		for (const offset of [0, 3, 6, 9]) pages.push((await caller.sign(`GET bookings/?limit=3&offset=${offset}`)).body as unknown as { next: string | null; results: Array<{ id: string }> });
		expect(pages.map(({ next, results }) => [next !== null, results.length])).toEqual([[true, 3], [true, 3], [false, 1], [false, 0]]);
		expect(new Set(pages.flatMap(({ results }) => results.map(({ id }) => id))).size).toBe(7);
	});

	it('has a booking in each state', async () => {
		const { body } = (await caller.sign('GET bookings/')) as unknown as { body: { results: Array<{ status: string }> } };
		expect(new Set(body.results.map((booking) => booking.status))).toEqual(new Set(['CONFIRMED', 'CANCELLED', 'PENDING_PAYMENT', 'FAILED', 'DELETED', 'RENEWED']));
	});

	it.each(['limit=0', 'offset=-1', 'limit=many', 'page=2'])('is refused with %s', async (query) => {
		expect((await caller.sign(`GET bookings/?${query}`)).status).toBe(422);
	});
});

describe('a booking', () => {
	it('is read with its links in the language asked for', async () => {
		const { status: code, body } = await caller.sign(`GET bookings/${RENEWABLE}/?language=en-us&date=2026-03-03T00:00:00.000000Z`);
		expect([code, body]).toMatchObject([200, { id: RENEWABLE, total_price: 18.4, total_tax: 0.55, total_premium: 17.85, coi: { url: expect.stringContaining('/en-us/coi/') }, account_url: expect.any(String), cancel_link: expect.any(String) }]);
	});

	it('that is unknown is 404', async () => {
		expect(await caller.sign('GET bookings/NONE/')).toMatchObject({ status: 404, body: { type: 'api_error' } });
	});
});

describe('a change', () => {
	const change = { quotes: [{ id: QUOTE, update_fields: { retail_value: 300.5, engraving: 'I. M.' } }] };

	it('is carried out at once, and says what it costs more', async () => {
		const { status: code, body } = await caller.sign(`PATCH bookings/${RENEWABLE}/`, change);
		expect([code, body]).toMatchObject([200, { total_price: 24.04, total_price_diff: 5.64, quotes: [{ price: 24.04, price_diff: 5.64, extra_fields: { engraving: 'I. M.' } }] }]);
		expect((await caller.sign(`GET bookings/${RENEWABLE}/`)).body.total_price).toBe(24.04);
	});

	it('is previewed without being one, and confirmed by its id, once', async () => {
		const { body: preview } = await caller.sign(`PATCH bookings/${RENEWABLE}/quote_for_update`, change);
		expect(preview).toMatchObject({ update_id: expect.stringMatching(/^\w{5}-\w{5}-\w{5}-UPD$/), total_price: 24.04, total_price_diff: 5.64 });
		expect((await caller.sign(`GET bookings/${RENEWABLE}/`)).body.total_price).toBe(18.4);
		const path = `POST bookings/${RENEWABLE}/confirm_update/${String(preview.update_id)}/`;
		expect(await caller.sign(path, {})).toMatchObject({ status: 201, body: { total_price: 24.04, total_price_diff: 5.64 } });
		expect((await caller.sign(path, {})).status).toBe(404);
	});

	it('of the policyholder changes what is named', async () => {
		expect(await caller.sign(`PATCH bookings/${RENEWABLE}/`, { policyholder: { phone: '+420255501234' } })).toMatchObject({ status: 200, body: { total_price_diff: 0, policyholder: { phone: '+420255501234', first_name: 'Ines' } } });
	});

	it.each<[string, object, object]>([
		['a phone without plus', { policyholder: { phone: 'invalid' } }, { policyholder: { phone: ['The phone number should start with "+" character'] } }],
		['an unknown member', { malformed: 'payload' }, { malformed: 'Unexpected field' }],
		['the word of the other family', { policies: [] }, { policies: 'Unexpected field' }],
		['a policy of another booking', { quotes: [{ id: 'other', update_fields: {} }] }, { quotes: [expect.stringContaining('other')] }],
		['a value that is no number', { quotes: [{ id: QUOTE, update_fields: { quantity: 'two' } }] }, { quotes: { [QUOTE]: { quantity: [expect.any(String)] } } }],
	])('is refused with %s, previewed or not', async (_what, body, errors) => {
		for (const path of ['', 'quote_for_update']) expect(await caller.sign(`PATCH bookings/${RENEWABLE}/${path}`, body)).toMatchObject({ status: 422, body: { errors } });
	});

	it.each([CANCELLED, PENDING])('is refused in a state that does not allow it: %s', async (id) => {
		expect((await caller.sign(`PATCH bookings/${id}/`, { policyholder: {} })).status).toBe(422);
	});
});

describe('a cancellation', () => {
	it('that is previewed says CANCELLED and leaves the booking CONFIRMED', async () => {
		const { body } = await caller.sign(`POST bookings/${IN_INSTALMENTS}/cancel`, { preview: true });
		expect(body).toMatchObject({ status: 'CANCELLED', total_refund: 77.99, cancellation_id: expect.stringMatching(/^\w{5}-\w{5}-\w{5}-CCL$/), quotes: [{ refund_type: 'partial_refund', policy_cancellation_date: null }] });
		expect((await caller.sign(`GET bookings/${IN_INSTALMENTS}/`)).body.status).toBe('CONFIRMED');
	});

	it('that was previewed is confirmed within a day, once', async () => {
		const { body } = await caller.sign(`POST bookings/${RENEWABLE}/cancel`, { preview: true });
		const path = `POST bookings/${RENEWABLE}/confirm_cancellation/${String(body.cancellation_id)}/`;
		later(DAY_MS - 60_000);
		expect(await caller.sign(path, {})).toMatchObject({ status: 200, body: { status: 'CANCELLED', cancellation_id: null, confirm_before: null, total_price: 0 } });
		expect(await caller.sign(path, {})).toMatchObject({ status: 404 });
		expect(status(RENEWABLE)).toBe('CANCELLED');
	});

	it('that was previewed can be confirmed no more after that, and not after another cancelled it', async () => {
		const preview = async () => String((await caller.sign(`POST bookings/${RENEWABLE}/cancel`, { preview: true })).body.cancellation_id);
		const [late, other] = [await preview(), await preview()];
		later(DAY_MS + 1000);
		expect((await caller.sign(`POST bookings/${RENEWABLE}/confirm_cancellation/${late}/`, {})).status).toBe(422);
		expect(status(RENEWABLE)).toBe('CONFIRMED');
		await caller.sign(`POST bookings/${RENEWABLE}/cancel`, {});
		expect(await caller.sign(`POST bookings/${RENEWABLE}/confirm_cancellation/${other}/`, {})).toMatchObject(statusRefused('CANCELLED'));
	});

	it('happens at once without a preview, with or without a body, and is refused a second time', async () => {
		expect(await caller.sign(`POST bookings/${RENEWABLE}/cancel`)).toMatchObject({ status: 200, body: { status: 'CANCELLED', cancellation_id: null, quotes: [{ cancelled_at: expect.any(String) }] } });
		expect(await caller.sign(`POST bookings/${RENEWABLE}/cancel`, {})).toMatchObject(statusRefused('CANCELLED'));
		expect((await caller.sign(`GET bookings/${RENEWABLE}/`)).body).toMatchObject({ status: 'CANCELLED', total_price: 0, quotes: [{ can_be_cancelled: false }] });
	});

	it('of a policy carries its reason', async () => {
		await caller.sign(`POST bookings/${RENEWABLE}/cancel`, { quotes: [{ id: QUOTE, reason_for_cancellation: 'No longer wanted.' }], refund_required: false });
		expect((await caller.sign(`GET bookings/${RENEWABLE}/`)).body).toMatchObject({ quotes: [{ cancellation_info: { reason_for_cancellation: 'No longer wanted.' } }] });
	});

	it('is refused for a policy that has ended, an unknown one and an unknown member', async () => {
		expect((await caller.sign(`POST bookings/${RENEWABLE}/cancel`, { quotes: [{ id: 'other' }] })).status).toBe(422);
		expect(await caller.sign(`POST bookings/${RENEWABLE}/cancel`, { malformed: 'payload' })).toMatchObject({ status: 422, body: { errors: { malformed: 'Unexpected field' } } });
		later(46 * DAY_MS);
		expect((await caller.sign(`POST bookings/${RENEWABLE}/cancel`, {})).status).toBe(422);
		expect(status(RENEWABLE)).toBe('CONFIRMED');
	});
});

describe('a mail', () => {
	it.each<[string, object | undefined, string]>([
		[RENEWABLE, undefined, 'BOOKING_CREATED'],
		[RENEWABLE, { event: 'BOOKING_UPDATED' }, 'BOOKING_UPDATED'],
		[CANCELLED, {}, 'BOOKING_CANCELLED'],
	])('about %s goes out with %j', async (id, body, event) => {
		expect(await caller.sign(`POST bookings/${id}/send_email`, body)).toMatchObject({ status: 202, text: '' });
		expect((await call(`${caller.sandbox.url}/__sandbox__/emails`)).body).toEqual([{ bookingId: id, event }]);
	});

	it.each<[string, object, object]>([
		[RENEWABLE, { event: 'BOOKING_CANCELLED' }, ['BOOKING_CANCELLED email can be only triggered for CANCELLED bookings.']],
		[CANCELLED, { event: 'BOOKING_CREATED' }, ['BOOKING_CREATED email can be only triggered for CONFIRMED bookings.']],
		[PENDING, {}, ['BOOKING_CREATED email can be only triggered for CONFIRMED bookings.']],
		[RENEWABLE, { event: 'HELLO' }, { event: [expect.any(String)] }],
	])('about %s is refused with %j', async (id, body, errors) => {
		expect(await caller.sign(`POST bookings/${id}/send_email`, body)).toMatchObject({ status: 422, body: { errors } });
		expect((await call(`${caller.sandbox.url}/__sandbox__/emails`)).body).toEqual([]);
	});
});

describe('instalments', () => {
	const PLAN_QUOTE = '82e5b6f1-0c9d-4a37-b1e8-6f4d2a7093c5';
	const report = (changes: object = {}) => caller.sign(`POST bookings/${IN_INSTALMENTS}/instalments/`, { quotes: [{ id: PLAN_QUOTE, instalment_number: 2, payment_status: 'PAID', payment_attempted_date: '2026-03-03T08:30:00Z', ...changes }] });
	const plan = async () => ((await caller.sign(`GET bookings/${IN_INSTALMENTS}/instalments/`)).body as unknown as { quotes: Array<{ payment_schedule: Array<{ status: string; total_amount: number }>; next_payment: { number: number }; total_amount_paid: number; total_amount_due: number }> }).quotes[0];

	it('add up to the price, the first paid', async () => {
		const before = await plan();
		expect(before?.payment_schedule.map((instalment) => instalment.status)).toEqual(['PAID', ...Array.from({ length: 11 }, () => 'UNPAID')]);
		expect([before?.total_amount_paid, before?.total_amount_due, before?.next_payment.number]).toEqual([12.99, 143, 2]);
	});

	it('are paid once that is told, also a second time', async () => {
		expect([(await report()).status, (await report()).status]).toEqual([204, 204]);
		expect([(await plan())?.total_amount_paid, (await plan())?.next_payment.number]).toEqual([25.98, 3]);
	});

	it.each([
		['a number that is not there', { instalment_number: 13 }],
		['a policy of another booking', { id: 'other' }],
		['another status', { payment_status: 'LOST' }],
		['a number that is text', { instalment_number: '2' }],
	])('are not with %s', async (_what, changes) => {
		expect((await report(changes)).status).toBe(422);
		expect((await plan())?.total_amount_paid).toBe(12.99);
	});

	it('are none for a booking that is paid at once', async () => {
		expect(await caller.sign(`GET bookings/${RENEWABLE}/instalments/`)).toMatchObject({ status: 200, body: { quotes: [] } });
	});
});

describe('a renewal', () => {
	const renewals = async () => (await call<Array<{ id: string; state: string; told: string[] }>>(`${caller.sandbox.url}/__sandbox__/renewals`)).body;
	const quoted = async () => String((await caller.sign(`PATCH renewals/${RENEWABLE}/quote_for_renewal/`, {})).body.renewal_id);

	it('is told of a month before, a fortnight before, when it is due, and a fortnight later that it is too late', async () => {
		expect(await renewals()).toEqual([]);
		const told = [];
		for (const days of [16, 16, 14, 14]) {
			later(days * DAY_MS);
			told.push((await renewals()).find(({ id }) => id !== '')?.told.at(-1));
		}
		expect(told).toEqual(['RENEWAL_CREATED', 'RENEWAL_NOTIFICATION', 'RENEWAL_DUE', 'RENEWAL_EXPIRED']);
	});

	it('is quoted, confirmed once, and lasts as long again', async () => {
		const id = await quoted();
		expect(id).toMatch(/^\w{5}-\w{5}-REN$/);
		const before = (await caller.sign(`GET bookings/${RENEWABLE}/`)).body as unknown as { quotes: Array<{ policy_end_date: string }> };
		expect(await caller.sign(`POST renewals/${RENEWABLE}/confirm/${id}/`, {})).toMatchObject({ status: 200, body: { status: 'RENEWED', quotes: [{ policy_start_date: before.quotes[0]?.policy_end_date }] } });
		expect((await caller.sign(`POST renewals/${RENEWABLE}/confirm/${id}/`, {})).status).toBe(422);
	});

	it('is confirmed under the older path with an empty answer', async () => {
		const id = await quoted();
		expect(await caller.sign(`PATCH renewals/${id}/confirmation`, { paid_on: '2026-03-20 02:42:12Z' })).toMatchObject({ status: 202, text: '' });
		expect(status(RENEWABLE)).toBe('RENEWED');
	});

	it('is not confirmed once it was opted out of', async () => {
		const id = await quoted();
		expect(await caller.sign(`POST renewals/${RENEWABLE}/opt_out/`, {})).toMatchObject({ status: 204, text: '' });
		expect((await caller.sign(`POST renewals/${RENEWABLE}/confirm/${id}/`, {})).status).toBe(422);
		expect([(await renewals())[0]?.state, status(RENEWABLE)]).toEqual(['OPTED_OUT', 'CONFIRMED']);
	});

	it('is refused for what cannot be renewed, and for an unknown one', async () => {
		expect((await caller.sign(`PATCH renewals/${IN_INSTALMENTS}/quote_for_renewal/`)).status).toBe(422);
		expect((await caller.sign(`POST renewals/${CANCELLED}/opt_out/`)).status).toBe(422);
		expect((await caller.sign(`POST renewals/${RENEWABLE}/confirm/none/`)).status).toBe(404);
		expect((await caller.sign('PATCH renewals/none/confirmation', {})).status).toBe(404);
	});
});

describe('each signed call', () => {
	const calls: Array<[operationId: string, call: string, body: object | undefined]> = [
		['listBookingsSigned', 'GET bookings/', undefined],
		['getBooking', `GET bookings/${RENEWABLE}/`, undefined],
		['updateBookingSigned', `PATCH bookings/${RENEWABLE}/`, {}],
		['cancelBookingSigned', `POST bookings/${RENEWABLE}/cancel`, {}],
		['sendEmail', `POST bookings/${RENEWABLE}/send_email`, {}],
		['listInstalments', `GET bookings/${RENEWABLE}/instalments/`, undefined],
		['quoteRenewal', `PATCH renewals/${RENEWABLE}/quote_for_renewal/`, {}],
	];

	it.each(calls)('%s meets faults as they are switched on', async (operationId, path, body) => {
		caller.sandbox.control.fault({ operationId, kind: 'status', status: 429 });
		caller.sandbox.control.fault({ operationId, kind: 'status', status: 500, when: 'after' });
		expect(await caller.sign(path, body)).toMatchObject({ status: 429, body: { message: 'Request was throttled. Expected available in 1 second.' } });
		expect((await caller.sign(path, body, { isInDocument: false })).status).toBe(500);
		caller.sandbox.control.fault({ operationId, kind: 'cut' });
		await expect(caller.sign(path, body)).rejects.toThrow();
		expect(caller.sandbox.control.counts().operations[operationId]?.received).toBe(3);
	});
});
