import type { IDataObject } from 'n8n-workflow';

import { Failure, isFailure } from '../../../../../engine/failure';
import type { Ask } from '../../../../../engine/operation/reads';
import { optOutSigned, optOutWithToken } from '../../../../../nodes/XCoverElements/offer/optOut';
import { optOut as optOutOfQuote } from '../../../../../nodes/XCoverElements/quote/optOut';
import { answer, failureOf, RUN } from '../../../../support/panels/pure';
import { panelOf } from '../../../../support/panels/panelOf';
import { BUYER, faultsOf, HOLDER, OFFER_ID } from './support';

if (!('replaces' in optOutSigned) || !('request' in optOutWithToken) || !('request' in optOutOfQuote)) throw new Error('Opt-outs are one request each');
const signed = optOutSigned;
const withToken = optOutWithToken;
const ofQuote = optOutOfQuote;

it.each<[string, unknown]>([
	['an error under "data"', { data: { message: 'The offer is booked' } }],
	['errors beside the offer', { data: { id: OFFER_ID }, errors: ['The offer is booked'] }],
	['nothing of the offer', { data: { ok: false } }],
])('with a token, %s in a good answer is no opt-out', (_what, body) => {
	const parameters = withToken.parameters(panelOf({ offerId: OFFER_ID, ...BUYER }), RUN);
	expect(['businessRefusal', 'brokenAnswer']).toContain(failureOf(() => withToken.items(answer(body), parameters)).kind);
});

describe('with signed requests', () => {
	const parameters = (changes: object = {}) => signed.parameters(panelOf({ offerId: OFFER_ID, ...changes }), RUN);
	const booking = (offer: unknown, status = 'CONFIRMED', id = 'K4PLM-22TRX-INS'): IDataObject => ({ id, status, ...(offer === undefined ? {} : { fast_quote_id: offer as string }) });
	const others = (count: number) => Array.from({ length: count }, (_, at) => booking(`other-${at}`));

	/** Pages of a hundred. */
	const listing = (all: IDataObject[]): { ask: Ask; asked: number[] } => {
		const asked: number[] = [];
		return {
			asked,
			ask: async ({ query }) => {
				const offset = Number(query?.offset);
				asked.push(offset);
				return await Promise.resolve(answer({ count: all.length, next: offset + 100 < all.length ? 'https://elsewhere.invalid' : null, results: all.slice(offset, offset + 100) }));
			},
		};
	};
	const optedOut = async (all: IDataObject[], changes: object = {}): Promise<IDataObject | string> => {
		try {
			const value = (await signed.replaces.complete?.(parameters(changes), listing(all).ask)) ?? parameters(changes);
			return signed.items(answer(undefined, 204), value)[0] ?? {};
		} catch (error) {
			if (isFailure(error)) return `${error.kind}: ${error.message}`;
			throw error;
		}
	};

	it('is sent with a key, and with metadata where there are some', () => {
		expect(signed.request(parameters())).toMatchObject({ method: 'POST', path: `/partners/{partner_code}/offers/${OFFER_ID}/opt_out/`, body: {}, keyed: { firstAnswer: 409, underWay: 423 } });
		expect(signed.request(parameters({ options: { partnerMetadata: '{"channel":"web","n":1,"x":null}' } })).body).toMatchObject({ partner_metadata: { channel: 'web', n: { text: '1' }, x: null } });
		expect(faultsOf(signed as never, { offerId: '', options: { partnerMetadata: { list: [] }, checkBookings: 'often' } }).map((fault) => fault.split(':')[0])).toEqual(['Partner Metadata', 'Offer ID', 'Check Bookings']);
	});

	it.each<[string, IDataObject[], IDataObject | string]>([
		['is booked: nothing is sent', [...others(130), booking(OFFER_ID.toUpperCase())], `conflict: Not sent: offer ${OFFER_ID} is booked as K4PLM-22TRX-INS, in status CONFIRMED`],
		['waits for its payment: nothing is sent', [booking(OFFER_ID, 'PENDING_PAYMENT')], `conflict: Not sent: offer ${OFFER_ID} is booked as K4PLM-22TRX-INS, in status PENDING_PAYMENT`],
		['was booked and cancelled', [booking(OFFER_ID, 'CANCELLED')], { booked: false, bookingsRead: 1 }],
		['is among none', [], { booked: false, bookingsRead: 0 }],
		['is not among all', others(230), { booked: false, bookingsRead: 230 }],
		['is not among the first thousand', others(1_001), { booked: null, bookingsRead: 1_000 }],
		['is among just a thousand', others(1_000), { booked: false, bookingsRead: 1_000 }],
		['cannot be told, as a booking names no offer', [booking(undefined), booking('other')], { booked: null, bookingsRead: 2 }],
	])('an offer that %s', async (_what, all, expected) => {
		expect(await optedOut(all)).toEqual(typeof expected === 'string' ? expected : { offerId: OFFER_ID, optedOut: true, ...expected });
	});

	it('an offer that goes by the number of the widget is found by it, and not sure where it is not', async () => {
		const offerId = 'H7KWP-3RDXN-INS';
		expect(await optedOut(others(2), { offerId })).toEqual({ offerId, optedOut: true, booked: null, bookingsRead: 2 });
		expect(await optedOut([booking('x', 'CONFIRMED', offerId)], { offerId })).toMatch(/^conflict: Not sent/);
	});

	it('answered with anything is no success', () => {
		expect(failureOf(() => signed.items(answer({ type: 'api_error', message: 'Credit hold' }), parameters())).message).toContain('Credit hold');
		expect(failureOf(() => signed.items(answer('<html>'), parameters())).kind).toBe('brokenAnswer');
	});

	it('without the check nothing is read, and nothing is said', async () => {
		const { ask, asked } = listing([booking(OFFER_ID)]);
		const value = await signed.replaces.complete?.(parameters({ options: { checkBookings: false } }), ask);
		expect(asked).toEqual([]);
		expect(signed.items(answer(undefined, 204), value!)).toEqual([{ offerId: OFFER_ID, optedOut: true, booked: null, bookingsRead: 0 }]);
	});

	it.each([
		['is refused', new Failure('permission', 'XCover does not allow this (403)', { advice: 'Ask.' }), /^Not sent: it could not be looked up whether offer .* is booked\. XCover does not allow this/],
		['was stopped', new Failure('cancelled', 'The execution was canceled', { advice: '' }), /^The execution was canceled$/],
	])('a list that %s keeps it from being sent', async (_what, failure, words) => {
		await expect(signed.replaces.complete?.(parameters(), async () => await Promise.reject(failure))).rejects.toThrow(words);
		await expect(signed.replaces.complete?.(parameters(), async () => await Promise.resolve(failure))).rejects.toThrow(words);
	});
});

describe('with a token, of an offer', () => {
	const parameters = withToken.parameters(panelOf({ offerId: OFFER_ID, ...BUYER, additionalFields: { postcode: '602 00' } }), RUN);
	const items = (body: unknown, status = 200) => withToken.items(answer(body, status), parameters);
	const AT = '2026-03-06T10:16:02.000000Z';

	it('is sent with the customer', () => {
		expect(withToken.request(parameters)).toEqual({ method: 'POST', path: `/api/partners/{partner_id}/offers/${OFFER_ID}/opt-out`, body: { customer: { ...HOLDER, postcode: '602 00' } } });
		expect(faultsOf(withToken as never, { email: 'x', country: 'XX' }).map((fault) => fault.split(':')[0]).sort()).toEqual(['Country', 'Email', 'First Name', 'Last Name', 'Offer ID']);
	});

	it.each<[string, unknown, object]>([
		['nothing', '', {}],
		['the offer', { data: { opted_out_at: AT, booking: null } }, { opted_out_at: AT }],
	])('answered with %s it never says that there is no booking', (_what, body, more) => {
		expect(items(body)).toEqual([{ offerId: OFFER_ID, optedOut: true, booked: null, bookingsRead: 0, ...more }]);
	});

	it('answered with a booking it is told loudly', () => {
		const failure = failureOf(() => items({ data: { opted_out_at: AT, booking: { id: 'b-1' } } }));
		expect([failure.kind, failure.message]).toEqual(['unknownOutcome', `XCover took the opt-out of offer ${OFFER_ID}, which is booked (200): what that does to the booking is not known`]);
	});

	it.each<[unknown, string]>([
		[{ message: 'Credit hold' }, 'businessRefusal'],
		['<html>', 'brokenAnswer'],
		[[], 'brokenAnswer'],
	])('answered with %j it is no success', (body, kind) => {
		expect(failureOf(() => items(body)).kind).toBe(kind);
	});

	it('answered with an offer that was not opted out of it is no success', () => {
		expect(failureOf(() => items({ data: { opted_out_at: null, booking: null } })).kind).toBe('brokenAnswer');
	});
});

describe('with a token, of a quote', () => {
	const parameters = (changes: object = {}) => ofQuote.parameters(panelOf({ quoteId: OFFER_ID, ...BUYER, additionalFields: { dateOfBirth: '1987-04-19' }, ...changes }), RUN);
	const QUOTE = { id: OFFER_ID, provider_reference: 'LT8VX-4CMWR-INS', currency: 'AUD', total_price: '58.90', opted_out_at: '2026-03-06T10:16:02.000000Z', booking: null, security_token: 'a1B2c', source: null };

	it('is sent with the customer and the day of birth', () => {
		expect(ofQuote.request(parameters())).toMatchObject({ path: `/api/partners/{partner_id}/quotes/${OFFER_ID}/opt-out`, body: { customer: { ...HOLDER, date_of_birth: '1987-04-19' } } });
	});

	it('puts out the quote, its link only where that is wanted', () => {
		const { security_token, source, ...small } = QUOTE;
		expect(ofQuote.items(answer({ data: QUOTE }), parameters())).toEqual([small]);
		expect(ofQuote.items(answer({ data: QUOTE }), parameters({ simplify: false, options: { includeLinks: true } }))).toEqual([{ ...small, security_token, source }]);
	});

	it.each<[unknown, string]>([
		[{ data: { ...QUOTE, booking: { id: 'b-1' } } }, 'unknownOutcome'],
		[{ data: { ...QUOTE, opted_out_at: null } }, 'brokenAnswer'],
		[{ data: { id: OFFER_ID } }, 'brokenAnswer'],
		[{}, 'brokenAnswer'],
		['', 'brokenAnswer'],
	])('%j is no success', (body, kind) => {
		expect(failureOf(() => ofQuote.items(answer(body), parameters())).kind).toBe(kind);
	});
});
