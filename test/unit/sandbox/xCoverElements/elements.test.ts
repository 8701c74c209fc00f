import { request as httpRequest } from 'node:http';

import type { Booking } from '../../../../sandbox/xCoverElements/types';
import { inXCoverSandbox, type XCoverCaller } from './support';

let caller: XCoverCaller;

inXCoverSandbox((ready) => (caller = ready));

const QUOTE = '3f0b7c52-9c1d-4a86-8e55-71d7f0f6c0aa';
const [POLICY, OTHER_POLICY] = ['b7d20c94-5e1f-4a83-96b7-0d8e3f5a2c61', '40c9e6a8-2b7d-4f15-8e3a-c16d9b07f582'];
const EXPIRED_QUOTE = '18e6c3f5-a02d-4b79-95e8-d4f70b1c6a92';
const OFFER = '5a7e0d93-64b1-4c2f-9f08-e3d6b1a59c74';
const OFFER_POLICY = '96f3b0e2-7d4a-4158-b5c6-a80e1f9d2347';
const ACTIVE = 'c2f1a9de-0b7e-4e0b-9a53-2f6a8e7d1c44';
const ACTIVE_POLICY = '0c8f4b5e-5a0f-4b7d-8a1f-9f2f6f7b3e10';
const CANCELLED = '81e7d9f2-36ac-4a5d-b1c8-70f9e42d6b03';

const person = { first_name: 'Mira', last_name: 'Okafor', email: 'mira.okafor@example.com', country: 'AU' };
const book = (changes: object = {}) => caller.ask(`POST quotes/${QUOTE}/bookings`, { policy_holder: person, quotes: [{ id: POLICY }, { id: OTHER_POLICY }], ...changes });
const confirm = (path = '/confirm', changes: object = {}) => caller.ask(`POST offers/${OFFER}${path}`, { policyholder: person, quotes: [{ id: OFFER_POLICY, insured: [person] }], ...changes });
const dataOf = ({ body }: { body: unknown }) => (body as { data: Booking }).data;
const held = (id: string) => caller.sandbox.bookings().find((booking) => booking.id === id);

describe('a booking of a quote', () => {
	it('is active, has the reference of the quote and the sum of its policies', async () => {
		const { status, body } = await book();
		expect([status, body]).toMatchObject([200, { data: { id: expect.stringMatching(/^[0-9a-f-]{36}$/), provider_reference: 'PB5GS-7NKLD-INS', status: 'Active', price: 42.5, policies: [{ id: POLICY, status: 'Active' }, { id: OTHER_POLICY }], cancellations: [] } }]);
	});

	it('takes the policies that were chosen', async () => {
		expect(dataOf(await book({ quotes: [{ id: OTHER_POLICY, brightwrite_details: { bw_variant_id: 'b' } }] }))).toMatchObject({ price: 12.4, policies: [{ id: OTHER_POLICY }] });
	});

	it('is refused a second time, with a quote whose time is over, and with policies of another', async () => {
		await book();
		expect((await book()).status).toBe(422);
		expect((await caller.ask(`POST quotes/${EXPIRED_QUOTE}/bookings`, { policy_holder: person, quotes: [{ id: 'f5b8017d-3c6e-49a2-8b50-61e9d2a7c438' }] })).status).toBe(422);
		expect((await caller.ask('POST quotes/e94c2d71-08fb-4637-a2c9-5f1b6e3d8047/bookings', { policy_holder: person, quotes: [{ id: POLICY }] })).status).toBe(422);
		expect((await caller.ask('POST quotes/none/bookings', { policy_holder: person, quotes: [{ id: POLICY }] })).status).toBe(404);
		expect(caller.sandbox.bookings()).toHaveLength(4);
	});

	it.each([
		['the spelling of offers', { policy_holder: undefined, policyholder: person }],
		['no quotes', { quotes: [] }],
		['a day of birth that is none', { quotes: [{ id: POLICY, insured: [{ birth_date: '19.4.1987' }] }] }],
	])('is refused with %s', async (_what, changes) => {
		expect((await book(changes)).status).toBe(422);
		expect(caller.sandbox.bookings()).toHaveLength(3);
	});

	it('needs its scope', async () => {
		caller.sandbox.control.change({ scopes: ['bookings:view'] });
		expect((await book()).status).toBe(403);
	});

	it('has another status, other ids or a policyholder where that is set', async () => {
		caller.sandbox.control.change({ createBookingStatus: 201, bookingsCarryQuoteIds: false, bookingsShowPolicyHolder: true });
		const answer = await book({ quotes: [{ id: POLICY }] });
		expect([answer.status, dataOf(answer).policies[0]?.id === POLICY, dataOf(answer).policy_holder]).toEqual([201, false, person]);
	});
});

describe('a booking of an offer', () => {
	it.each(['/confirm', ''])('is made under the path that ends in "%s"', async (path) => {
		expect(await confirm(path)).toMatchObject({ status: 200, body: { data: { provider_reference: 'LT8VX-4CMWR-INS', status: 'Active', price: 58.9, policies: [{ id: OFFER_POLICY }] } } });
		expect((await confirm(path)).status).toBe(422);
		expect(caller.sandbox.bookings()).toHaveLength(4);
	});

	it('is refused with the spelling of quotes, and for an offer that is not there', async () => {
		expect((await confirm('/confirm', { policyholder: undefined, policy_holder: person })).status).toBe(422);
		expect((await caller.ask('POST offers/none/confirm', { policyholder: person, quotes: [{ id: OFFER_POLICY }] })).status).toBe(404);
		expect((await caller.ask(`POST offers/${QUOTE}/confirm`, { policyholder: person, quotes: [{ id: POLICY }] })).status).toBe(404);
	});

	it('takes effect although its answer is lost', async () => {
		caller.sandbox.control.fault({ operationId: 'confirmOffer', kind: 'cut', when: 'after' });
		await expect(confirm()).rejects.toThrow();
		expect(caller.sandbox.bookings().map(({ provider_reference: reference }) => reference)).toContain('LT8VX-4CMWR-INS');
	});
});

describe('opting out', () => {
	const optOut = () => caller.ask(`POST offers/${OFFER}/opt-out`, { customer: person });

	it('of an offer is answered with nothing, or with the offer where that is set', async () => {
		expect(await optOut()).toMatchObject({ status: 204, text: '' });
		caller.sandbox.control.change({ offerOptOutAnswer: 'offer' });
		expect(await optOut()).toMatchObject({ status: 200, body: { data: { id: OFFER, opted_out_at: expect.any(String) } } });
	});

	it.each([
		['answered', 204, 200],
		['refused', 422, 422],
	] as const)('of what is booked is %s', async (optOutOfBooked, ofOffer, ofQuote) => {
		caller.sandbox.control.change({ optOutOfBooked });
		await confirm();
		await book();
		expect([(await optOut()).status, (await caller.ask(`POST quotes/${QUOTE}/opt-out`, { customer: person })).status]).toEqual([ofOffer, ofQuote]);
		expect(caller.sandbox.bookings().filter(({ status }) => status === 'Active')).toHaveLength(4);
	});

	it('of an offer is refused with a date of birth, for an unknown offer, and without the scope', async () => {
		expect((await caller.ask(`POST offers/${OFFER}/opt-out`, { customer: { ...person, date_of_birth: '1987-04-19' } })).status).toBe(422);
		expect((await caller.ask('POST offers/none/opt-out', { customer: person })).status).toBe(404);
		caller.sandbox.control.change({ scopes: [] });
		expect((await optOut()).status).toBe(403);
	});
});

describe('the list of bookings', () => {
	it('is whole without pages, whatever page is asked for', async () => {
		const { body } = (await caller.ask('GET bookings?page=2')) as unknown as { body: Record<string, unknown> };
		expect([Object.keys(body), (body.data as Booking[]).length]).toEqual([['data'], 3]);
	});

	it('has links and figures where pages are switched on', async () => {
		caller.sandbox.control.change({ bookingPages: 'links', bookingsPerPage: 2 });
		const url = `${caller.sandbox.url}/api/partners/${caller.sandbox.client.partnerId}/bookings`;
		expect((await caller.ask('GET bookings')).body).toMatchObject({ data: [{}, {}], links: { next: `${url}?page=2`, prev: null }, meta: { current_page: 1, last_page: 2, total: 3 } });
		expect((await caller.ask('GET bookings?page=2')).body).toMatchObject({ data: [{}], links: { next: null }, meta: { from: 3, to: 3 } });
		expect((await caller.ask('GET bookings?page=3')).body).toMatchObject({ data: [], links: { next: null }, meta: { from: null } });
	});
});

describe('a change', () => {
	const change = (body: object, id = ACTIVE) => caller.ask(`PATCH bookings/${id}`, body);

	it('is carried out at once', async () => {
		const answer = await change({ policies: [{ id: ACTIVE_POLICY, update_fields: { policy_end_date: '2027-01-01T00:00:00.000Z', total_tickets_price: 150 } }] });
		expect(dataOf(answer)).toMatchObject({ status: 'Active', price: 15, policies: [{ policy_end_date: '2027-01-01T00:00:00.000Z', price: 15 }] });
		expect(held(ACTIVE)?.price).toBe(15);
	});

	it('is refused with the word of the other family, an unknown policy, and for a booking that is cancelled or unknown', async () => {
		expect((await change({ quotes: [] })).status).toBe(422);
		expect((await change({ policies: [{ id: 'other', update_fields: {} }] })).status).toBe(422);
		expect((await change({ policies: [{ id: '9b62c1f7-e04d-4f38-a6d1-3c5b8e90f724', update_fields: {} }] }, CANCELLED)).status).toBe(422);
		expect((await change({ policies: [{ id: ACTIVE_POLICY, update_fields: {} }] }, 'none')).status).toBe(404);
	});
});

describe('a cancellation', () => {
	const cancel = (body?: object, id = ACTIVE) => caller.ask(`DELETE bookings/${id}`, body);

	it('that is previewed leaves the booking active, and is confirmed by its id, once', async () => {
		const preview = dataOf(await cancel({ preview: true }));
		expect([preview.status, preview.cancellations, held(ACTIVE)?.status]).toEqual(['Active', [{ id: expect.any(String) }], 'Active']);
		const path = `POST bookings/${ACTIVE}/cancellations/${preview.cancellations?.[0]?.id ?? ''}`;
		expect(await caller.ask(path, { reason: 'Moved' })).toMatchObject({ status: 200, body: { data: { status: 'Cancelled', policies: [{ status: 'Cancelled' }] } } });
		expect((await caller.ask(path)).status).toBe(422);
	});

	it('happens where the body does not arrive, and the log has its bytes', async () => {
		const preview = await cancel({ preview: true });
		expect([dataOf(preview).status, caller.sandbox.control.requests('cancelBooking').at(-1)]).toMatchObject(['Active', { body: { preview: true }, bodyBytes: 16 }]);
		const lost = await cancel();
		expect([dataOf(lost).status, caller.sandbox.control.requests('cancelBooking').at(-1)]).toMatchObject(['Cancelled', { body: null, bodyBytes: 0 }]);
	});

	it.each<[string, Record<string, string>, string, number]>([
		['is a preview where its body comes in pieces', { 'transfer-encoding': 'chunked' }, 'Active', 16],
		['is none where nothing says that a body follows, as Node.js sends a DELETE', {}, 'Cancelled', 0],
	])('%s', async (_promise, further, status, bodyBytes) => {
		const { authorization } = await tokenHeaders();
		const url = `${caller.sandbox.url}/api/partners/${caller.sandbox.client.partnerId}/bookings/${ACTIVE}`;
		await new Promise<void>((resolve, reject) => {
			const request = httpRequest(url, { method: 'DELETE', headers: { authorization, 'content-type': 'application/json', ...further } }, (answer) => answer.resume().on('end', resolve));
			request.on('error', reject);
			request.write('{"preview"');
			request.end(':true}');
		});
		expect([held(ACTIVE)?.status, caller.sandbox.control.requests('cancelBooking').at(-1)?.bodyBytes]).toEqual([status, bodyBytes]);
	});

	it('happens although it was to be a preview, where a gateway takes the body away', async () => {
		caller.sandbox.control.change({ dropsBodyOfDelete: true });
		expect(dataOf(await cancel({ preview: true }))).toMatchObject({ status: 'Cancelled', cancellations: [] });
	});

	it('of a policy leaves the others', async () => {
		const { id = '' } = dataOf(await book());
		const one = dataOf(await cancel({ policies: [{ id: POLICY, reason: 'Duplicate' }], reason: 'One too many' }, id));
		expect([one.status, one.policies.map(({ status }) => status)]).toEqual(['Active', ['Cancelled', 'Active']]);
		expect(dataOf(await cancel(undefined, id)).status).toBe('Cancelled');
	});

	it('is refused a second time, for an unknown policy or booking, with an unknown member, and without the scope', async () => {
		expect((await cancel({}, CANCELLED)).status).toBe(422);
		expect((await cancel({ policies: [{ id: 'other' }] })).status).toBe(422);
		expect((await cancel({}, 'none')).status).toBe(404);
		expect((await cancel({ dry_run: true })).status).toBe(422);
		expect((await caller.ask(`POST bookings/${ACTIVE}/cancellations/none`)).status).toBe(404);
		caller.sandbox.control.change({ scopes: [] });
		expect((await cancel()).status).toBe(403);
		expect(held(ACTIVE)?.status).toBe('Active');
	});
});

it('Each family has bookings of its own, and is let in by its own means alone', async () => {
	expect(caller.sandbox.bookings().length + caller.sandbox.signedBookings().length).toBe(10);
	const { authorization } = await tokenHeaders();
	const signedPath = `${caller.sandbox.signedUrl}/partners/${caller.sandbox.signer.partnerCode}/bookings/`;
	expect((await fetch(signedPath, { headers: { authorization } })).status).toBe(403);
});

async function tokenHeaders(): Promise<{ authorization: string }> {
	const { client, url } = caller.sandbox;
	const body = JSON.stringify({ grant_type: 'client_credentials', client_id: client.clientId, client_secret: client.clientSecret });
	const { access_token } = (await (await fetch(`${url}/api/oauth/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()) as { access_token: string };
	return { authorization: `Bearer ${access_token}` };
}
