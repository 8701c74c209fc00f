import type { SignedBooking } from '../../../../sandbox/xCoverElements/types';
import { confirmation, inXCoverSandbox, newOffer, RETAIL_OFFER, TRAVEL_OFFER, type XCoverCaller } from './support';

let caller: XCoverCaller;

inXCoverSandbox((ready) => (caller = ready));

const CONFIRM = `POST offers/${RETAIL_OFFER.reference}/confirm/`;
const bookings = () => caller.sandbox.signedBookings();
const create = (changes: object = {}) => caller.sign('POST offers/', { ...newOffer, ...changes });
const made = async (): Promise<{ id: string; quoteId: string }> => {
	const { body } = (await create()) as unknown as { body: { id: string; products: Array<{ id: string }> } };
	return { id: body.id, quoteId: body.products[0]?.id ?? '' };
};

describe('creating an offer', () => {
	it('answers products with exact prices in the currency that was asked for', async () => {
		const { status, body } = await caller.sign('POST offers/?extra_fields=tax', newOffer);
		expect([status, body]).toMatchObject([
			200,
			{
				id: expect.stringMatching(/^[0-9a-f-]{36}$/),
				offer_schema: 'sandbox-retail',
				currency: 'EUR',
				products: [
					{ details: { finance: { price: { total_amount: 18.4, total_amount_formatted: '€18.40' }, tax: { total_amount: 0.55 }, commission: { total_amount: null } } } },
					{ details: { finance: { price: { total_amount: 29.9 } } } },
				],
				content: { title: 'Sandbox Cover' },
				errors: {},
			},
		]);
	});

	it('checks neither country nor currency, and makes another offer each time', async () => {
		const answers = [await create({ customer: { language: 'xx', country: 'XX', currency: 'JPY' } }), await create(), await create()];
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(new Set(answers.map(({ body }) => body.id)).size).toBe(3);
	});

	it.each<[string, object | string, number, object]>([
		['no JSON', '{"half":', 400, { type: 'validation_error', message: expect.stringMatching(/^JSON parse error/) }],
		['nothing in it', {}, 422, { errors: { non_field_errors: ["'customer' is a required property", "'partner' is a required property", "'context' is a required property"] } }],
		['a member that is not known', { ...newOffer, malformed: true }, 422, { errors: { malformed: 'Unexpected field' } }],
		['no currency', { ...newOffer, customer: { language: 'en', country: 'NL' } }, 422, { errors: { customer: ["'currency' is a required property"] } }],
		['a currency that is a number', { ...newOffer, customer: { language: 'en', country: 'NL', currency: 1 } }, 422, { errors: { customer: { currency: [expect.stringContaining('must be string')] } } }],
		['an empty context', { ...newOffer, context: {} }, 422, { errors: { context: ["'purchase_date' is a required property", "'product' is a required property"] } }],
		['a product without its value', { ...newOffer, context: { purchase_date: '2026-03-03', product: {} } }, 422, { code: 'offer_quote_generation_failed', error_id: expect.any(String), errors: { 0: { type: 'quote_creation_failure' }, 1: {} } }],
		['an unknown schema', { ...newOffer, schema: 'none' }, 422, { errors: { schema: [expect.any(String)] } }],
	])('is refused with %s', async (_what, body, status, expected) => {
		expect(await caller.sign('POST offers/', body)).toMatchObject({ status, body: expected });
	});
});

describe('confirming an offer', () => {
	it('books what was chosen of an offer that was made by a call, under a number of its own', async () => {
		const { id, quoteId } = await made();
		const { status, body } = await caller.sign(`POST offers/${id}/confirm/`, confirmation(quoteId));
		expect([status, body]).toMatchObject([
			200,
			{
				id: expect.stringMatching(/^[A-Z2-9]{5}-[A-Z2-9]{5}-INS$/),
				status: 'CONFIRMED',
				total_price: 18.4,
				partner_transaction_id: 'SHOP-1',
				quotes: [{ id: quoteId, price: 18.4, can_be_cancelled: true }],
				policyholder: { email: 'ines.marek@example.com', address1: null },
				fast_quote_id: id,
			},
		]);
	});

	it('books an offer of the widget by the number it gave, without the slash at the end as well', async () => {
		const { status, body } = await caller.sign(CONFIRM.replace(/\/$/, ''), confirmation(RETAIL_OFFER.productId));
		expect([status, body.id]).toEqual([200, RETAIL_OFFER.reference]);
	});

	it('is taken long after the offer was made', async () => {
		const { id, quoteId } = await made();
		caller.later(72 * 3_600_000);
		expect((await caller.sign(`POST offers/${id}/confirm/`, confirmation(quoteId))).status).toBe(200);
	});

	it.each(['faults', 'texts'] as const)('is refused a second time without a key, and a text names the booking: %s', async (bookedTwiceForm) => {
		caller.sandbox.control.change({ bookedTwiceForm });
		await caller.sign(CONFIRM, confirmation(RETAIL_OFFER.productId));
		const { status, body } = await caller.sign(CONFIRM, confirmation(RETAIL_OFFER.productId), { idempotencyKey: 'another' });
		const text = `Booking already exists for fast_quote_id ${RETAIL_OFFER.id}. INS number: ${RETAIL_OFFER.reference}`;
		const errors = bookedTwiceForm === 'texts' ? [text] : [{ product_config_id: null, quote_id: null, code: 'offer_validation_request_invalid', details: [text] }];
		expect([status, body.errors, bookings().filter(({ offerId }) => offerId === RETAIL_OFFER.id)]).toMatchObject([422, errors, [{}]]);
	});

	it.each<[string, string, object, number, object]>([
		['an unknown offer', 'none', confirmation(RETAIL_OFFER.productId), 404, { type: 'api_error', message: 'Quote package does not exist' }],
		['a quote of another offer', RETAIL_OFFER.reference, confirmation(TRAVEL_OFFER.productId), 422, { code: 'booking_quotes_unsuccessful', errors: [{ quote_id: TRAVEL_OFFER.productId }] }],
		['no quote', RETAIL_OFFER.reference, { ...confirmation(''), quotes: [] }, 422, { errors: { quotes: [expect.any(String)] } }],
		['no e-mail', RETAIL_OFFER.reference, confirmation(RETAIL_OFFER.productId, { policyholder: { first_name: 'I', last_name: 'M' } as never }), 422, { errors: { policyholder: ["'email' is a required property"] } }],
		['an unknown member of the policyholder', RETAIL_OFFER.reference, confirmation(RETAIL_OFFER.productId, { policyholder: { first_name: 'I', last_name: 'M', email: 'i@example.com', nick: 'I' } as never }), 422, { errors: { policyholder: { nick: 'Unexpected field' } } }],
		['a phone without plus', RETAIL_OFFER.reference, confirmation(RETAIL_OFFER.productId, { policyholder: { first_name: 'I', last_name: 'M', email: 'i@example.com', phone: '1' } }), 422, { errors: { policyholder: { phone: ['The phone number should start with "+" character'] } } }],
		['an unknown plan', RETAIL_OFFER.reference, confirmation('', { quotes: [{ id: RETAIL_OFFER.productId, instalment_plan: 'never' }] }), 422, { code: 'booking_quotes_unsuccessful' }],
	])('is refused with %s, and books nothing', async (_what, offer, body, status, expected) => {
		const before = bookings().length;
		expect(await caller.sign(`POST offers/${offer}/confirm/`, body)).toMatchObject({ status, body: expected });
		expect(bookings()).toHaveLength(before);
	});

	it('waits for the payment where that is asked for, and is confirmed then', async () => {
		const { body } = await caller.sign(CONFIRM, confirmation(RETAIL_OFFER.productId, { require_payment_confirmation: true }));
		expect([body.status, (body as unknown as SignedBooking).quotes[0]?.confirmed_at]).toEqual(['PENDING_PAYMENT', null]);
		const paid = await caller.sign(`PUT bookings/${RETAIL_OFFER.reference}/confirm`, {});
		expect([paid.status, paid.body.status]).toEqual([201, 'CONFIRMED']);
		expect(await caller.sign(`PUT bookings/${RETAIL_OFFER.reference}/confirm`)).toMatchObject({ status: 422, body: { errors: ['Status change not allowed for QuotePackage in status CONFIRMED'] } });
	});

	it.each(['RECEIVED', 'FAILED'] as const)('comes to %s where that is set, with 200 all the same', async (confirmedAs) => {
		caller.sandbox.control.change({ confirmedAs });
		expect(await caller.sign(CONFIRM, confirmation(RETAIL_OFFER.productId))).toMatchObject({ status: 200, body: { status: confirmedAs, quotes: [{ can_be_cancelled: false }] } });
	});
});

describe('opting out of an offer', () => {
	it('is answered with nothing, and noted', async () => {
		expect(await caller.sign(`POST offers/${RETAIL_OFFER.reference}/opt_out/`, {})).toMatchObject({ status: 204, text: '' });
		expect(await caller.sign(`POST offers/${TRAVEL_OFFER.id}/opt_out/`)).toMatchObject({ status: 204, text: '' });
		expect(caller.sandbox.signedOffers()).toMatchObject([{ isOptedOut: true }, { isOptedOut: true }]);
	});

	it('is answered so for an offer that is booked, and its booking stays', async () => {
		await caller.sign(CONFIRM, confirmation(RETAIL_OFFER.productId));
		expect((await caller.sign(`POST offers/${RETAIL_OFFER.reference}/opt_out/`, { partner_metadata: { shop: 'one' } })).status).toBe(204);
		expect((await caller.sign(`GET bookings/${RETAIL_OFFER.reference}/`)).body.status).toBe('CONFIRMED');
	});

	it('does not keep an offer from being booked', async () => {
		await caller.sign(`POST offers/${RETAIL_OFFER.reference}/opt_out/`, {});
		expect((await caller.sign(CONFIRM, confirmation(RETAIL_OFFER.productId))).status).toBe(200);
	});

	it('is refused for an unknown offer and with an unknown member', async () => {
		expect((await caller.sign('POST offers/none/opt_out/', {})).status).toBe(404);
		expect(await caller.sign(`POST offers/${RETAIL_OFFER.reference}/opt_out/`, { malformed_payload: true })).toMatchObject({ status: 422, body: { errors: { malformed_payload: 'Unexpected field' } } });
	});
});
