import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../../engine/failure';
import { confirmSigned, confirmWithToken } from '../../../../../nodes/XCoverElements/offer/confirm';
import { createBooking } from '../../../../../nodes/XCoverElements/quote/createBooking';
import { answer, failureOf, RUN } from '../../../../support/panels/pure';
import { panelOf } from '../../../../support/panels/panelOf';
import { BUYER, CONFIRMED, faultsOf, HOLDER, OFFER_ID, QUOTE_ID } from './support';

const OTHER = 'd28e6f03-9a71-4bc5-b84d-07f3c2a9e651';
const signed = (changes: object = {}, executionId = '1') => confirmSigned.parameters(panelOf({ ...CONFIRMED, ...changes }), { ...RUN, executionId });
const withToken = (changes: object = {}, executionId = '1') => confirmWithToken.parameters(panelOf({ ...CONFIRMED, ...changes }), { ...RUN, executionId });
const insured = (...persons: object[]) => ({ quotes: { quote: [{ id: QUOTE_ID, insured: JSON.stringify(persons) }] } });
const refused = (partnerMessage: string, status = 422) => new Failure('validation', 'XCover refused the request', { advice: '', status, partnerMessage });

describe('what is sent', () => {
	it('with a token is who buys, under "policyholder", and the quotes', () => {
		expect(confirmWithToken.request(withToken())).toEqual({
			method: 'POST',
			path: `/api/partners/{partner_id}/offers/${OFFER_ID}/confirm`,
			body: { quotes: [{ id: QUOTE_ID }], policyholder: HOLDER },
		});
	});

	it('goes to the older path where that is switched on', () => {
		expect(confirmWithToken.request(withToken({ options: { olderPath: true } })).path).toBe(`/api/partners/{partner_id}/offers/${OFFER_ID}`);
	});

	it('where a quote is booked has who buys under "policy_holder"', () => {
		const parameters = createBooking.parameters(panelOf({ quoteId: OFFER_ID, quotes: CONFIRMED.quotes, ...BUYER }), RUN);
		expect(createBooking.request(parameters)).toEqual({
			method: 'POST',
			path: `/api/partners/{partner_id}/quotes/${OFFER_ID}/bookings`,
			body: { policy_holder: HOLDER, quotes: [{ id: QUOTE_ID }] },
		});
	});

	it('signed carries a key, and the digits of the payment as they were typed', () => {
		const request = confirmSigned.request(signed({ partnerTransactionId: 'SHOP-20418', options: { paymentDetails: '{ "amount": 18.40 }', requirePaymentConfirmation: true } }));
		expect(request).toMatchObject({
			path: `/partners/{partner_code}/offers/${OFFER_ID}/confirm/`,
			keyed: { firstAnswer: 409, underWay: 423 },
			body: { quotes: [{ id: QUOTE_ID }], policyholder: HOLDER, partner_transaction_id: 'SHOP-20418', payment_details: { amount: { text: '18.40' } }, require_payment_confirmation: true },
		});
		expect(request.headers?.['x-idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
	});

	it('holds the insured persons, and what each kind of access has beside', () => {
		const row = { id: QUOTE_ID, insured: [{ first_name: 'Ines', birth_date: '1987-04-19', country: 'cz', company: null, phone: '' }], instalmentPlan: '1year-monthly', firstInstalmentPaid: true, bwVariantId: 'var-b' };
		const person = { first_name: 'Ines', country: 'CZ', birth_date: '1987-04-19' };
		expect(confirmSigned.request(signed({ quotes: { quote: [row] } })).body).toMatchObject({ quotes: [{ id: QUOTE_ID, insured: [person], instalment_plan: '1year-monthly', first_instalment_paid: true }] });
		expect(confirmWithToken.request(withToken({ quotes: { quote: [row] } })).body).toMatchObject({ quotes: [{ id: QUOTE_ID, insured: [person], brightwrite_details: { bw_variant_id: 'var-b' } }] });
	});

	it('has further fields under the names of XCover', () => {
		const more = { additionalFields: { birthDate: '1987-04-19', companyRegId: '27082440', address1: '12 Harbour Lane', age: 38 } };
		expect(confirmSigned.request(signed(more)).body).toMatchObject({ policyholder: { ...HOLDER, birth_date: '1987-04-19', company_reg_id: '27082440', address1: '12 Harbour Lane', age: 38 } });
	});
});

describe('what is refused before anything is sent', () => {
	it('is told all at once, with each field', () => {
		const bad = {
			offerId: '',
			quotes: { quote: [{ id: '' }, { id: QUOTE_ID, insured: '[{"birth_date":"soon","country":"XX","shoe_size":42,"email":"nobody"}, {}]' }, { id: QUOTE_ID.toUpperCase() }] },
			firstName: ' ',
			lastName: '',
			email: 'ines',
			country: 'UK',
			phone: '0255501234',
			additionalFields: { birthDate: '03/05/1987', age: -1, secondaryEmail: 'x' },
			options: { requirePaymentConfirmation: 'maybe', paymentDetails: '[1' },
		};
		const named = faultsOf(confirmSigned as never, bad).map((fault) => fault.slice(0, 60));
		for (const field of [
			'Offer ID: ', 'Quotes 1: Quote ID: ', 'Quotes 2: Insured Persons 1: birth_date: ', 'Quotes 2: Insured Persons 1: country: ', 'Quotes 2: Insured Persons 1: shoe_size: ', 'Quotes 2: Insured Persons 1: email: ',
			'Quotes 2: Insured Persons 2: all members: ', 'Quotes 3: Quote ID: ', 'First Name: ', 'Last Name: ', 'Email: ', 'Country: ', 'Phone: ', 'Birth Date: ', 'Age: ', 'Second Email: ',
			'Require Payment Confirmation: ', 'Payment Details: ',
		]) expect(named).toContainEqual(expect.stringMatching(new RegExp(`^${field}`)));
		expect(named).toHaveLength(18);
	});

	it.each([
		['no quote', { quotes: {} }, 'Quotes: must have at least one entry'],
		['a paid instalment without a plan', { quotes: { quote: [{ id: QUOTE_ID, firstInstalmentPaid: true }] } }, 'Quotes 1: First Instalment Is Paid: must be off'],
		['insured persons that are a text', { quotes: { quote: [{ id: QUOTE_ID, insured: 'Ines' }] } }, 'Insured Persons: must be a JSON array of objects'],
	])('is %s', (_what, changes, words) => {
		expect(faultsOf(confirmSigned as never, { ...CONFIRMED, ...changes }).join('; ')).toContain(words);
	});

	it('is not that nobody is named as insured', () => {
		expect(signed(insured()).quotes).toEqual([{ id: QUOTE_ID }]);
	});

	it('with a token is a country that is left out, and no phone without a plus sign', () => {
		expect(faultsOf(confirmWithToken as never, { ...CONFIRMED, country: '', phone: '0255501234' })).toEqual(['Country: must not be empty']);
		expect(signed({ country: '' }).holder).not.toHaveProperty('country');
	});

	it('with a token are members of a person that only signed requests have', () => {
		expect(faultsOf(confirmWithToken as never, { ...CONFIRMED, ...insured({ first_name: 'Ines', gender: 'female' }) }).join()).toContain('Quotes 1: Insured Persons 1: gender: is no member');
	});
});

describe('what makes two the same', () => {
	it('signed is offer and content, in any execution', () => {
		expect(confirmSigned.key(signed({}, '2'))).toBe(confirmSigned.key(signed({}, '1')));
		expect(confirmSigned.request(signed({}, '2')).headers).toEqual(confirmSigned.request(signed({}, '1')).headers);
		expect(confirmSigned.key(signed({ lastName: 'Marková' }))).not.toBe(confirmSigned.key(signed()));
	});

	it('with a token is the offer, whatever its content and path', () => {
		for (const changes of [{ lastName: 'Marková' }, { options: { olderPath: true } }, { offerId: OFFER_ID.toUpperCase() }]) expect(confirmWithToken.key(withToken(changes))).toBe(confirmWithToken.key(withToken()));
		expect(confirmWithToken.content(withToken({ lastName: 'Marková' }))).not.toBe(confirmWithToken.content(withToken()));
		expect(confirmWithToken.key(withToken({ options: { sendAgain: true } }, '2'))).not.toBe(confirmWithToken.key(withToken()));
	});
});

describe('an answer', () => {
	const BOOKING = { id: 'K4PLM-22TRX-INS', status: 'CONFIRMED', total_price: '18.40', quotes: [], pds_url: 'https://x.invalid/pds', security_token: 'a1B2c', coi: { url: 'https://x.invalid' } };

	it('is the booking, without its links', () => {
		const told = (changes: object) => confirmSigned.items(answer(BOOKING), signed()).map((item) => confirmSigned.shown?.(item, signed(changes)));
		expect(told({})).toEqual([{ id: 'K4PLM-22TRX-INS', status: 'CONFIRMED', total_price: '18.40', quotes: [] }]);
		expect(told({ simplify: false })).toEqual([{ id: 'K4PLM-22TRX-INS', status: 'CONFIRMED', total_price: '18.40', quotes: [], pds_url: 'https://x.invalid/pds' }]);
		expect(told({ simplify: false, options: { includeLinks: true } })).toEqual([BOOKING]);
		const [ofElements = {}] = confirmWithToken.items(answer({ data: { ...BOOKING, status: 'Active' } }), withToken());
		expect(confirmWithToken.shown?.(ofElements, withToken())).toEqual({ id: 'K4PLM-22TRX-INS', status: 'Active' });
	});

	it('that waits for its payment is told as that', () => {
		expect(confirmSigned.items(answer({ ...BOOKING, status: 'PENDING_PAYMENT' }), signed())).toMatchObject([{ status: 'PENDING_PAYMENT' }]);
	});

	it.each(['FAILED', 'CANCELLED', 'DELETED'])('that is %s is no success', (status) => {
		const failure = failureOf(() => confirmSigned.items(answer({ ...BOOKING, status }), signed()));
		expect([failure.kind, failure.message]).toEqual(['businessRefusal', `XCover made a booking that is ${status} (K4PLM-22TRX-INS)`]);
	});

	it('with errors beside it is told as unknown, with them', () => {
		const failure = failureOf(() => confirmSigned.items(answer({ ...BOOKING, errors: [{ quote_id: QUOTE_ID, message: 'Payment failed' }] }), signed()));
		expect([failure.kind, failure.message]).toEqual(['unknownOutcome', 'XCover answered with a booking in status CONFIRMED and with errors (200): Payment failed']);
	});

	it.each([[{}], [''], [{ id: 'K4PLM-22TRX-INS' }], [[]], [{ data: {} }]])('%j is no booking', (body) => {
		expect(failureOf(() => confirmSigned.items(answer(body), signed())).kind).toBe('brokenAnswer');
		expect(failureOf(() => confirmSigned.items(answer(body, 409), signed())).kind).toMatch(/unknownOutcome|brokenAnswer/);
		expect(failureOf(() => confirmWithToken.items(answer(body), withToken())).kind).toBe('brokenAnswer');
	});
});

describe('a refusal of a signed confirmation', () => {
	const named = (failure: Failure) => confirmSigned.partnersKey?.matchRefusal?.(failure, signed());

	it.each([
		[`An API error occurred. (details: Booking already exists for fast_quote_id ${OFFER_ID}. INS number: K4PLM-22TRX-INS)`, 422, 'K4PLM-22TRX-INS'],
		['Booking already exists. INS number K4PLM-22TRX-INS', 422, 'K4PLM-22TRX-INS'],
		['Booking already exists. INS number: K4PLM-22TRX-INS', 400, undefined],
		['Booking already exists. INS number: K4PLM-22TRX-INS', 409, 'K4PLM-22TRX-INS'],
		['phone: must begin with +', 422, undefined],
		['', 422, undefined],
	])('%p (%s) names %s', (words, status, id) => {
		expect(named(refused(words, status))).toEqual(id === undefined ? undefined : [{ id, likeness: 'same', items: [{ id, status: null }] }]);
	});
});

describe('the booking that was there before', () => {
	const { laterOutcome } = confirmSigned;
	const HELD: IDataObject = { id: 'K4PLM-22TRX-INS', status: 'CONFIRMED', quotes: [{ id: QUOTE_ID }], policyholder: { ...HOLDER, email: 'Ines.Marek@example.com' }, partner_transaction_id: null };
	const found = { id: 'K4PLM-22TRX-INS', status: null, alreadySubmitted: true, outcomeFrom: 'lookUp' };
	const seen = (booking: IDataObject, changes: object = {}, item: IDataObject = found) => laterOutcome!.seen(answer(booking), [item], signed(changes));

	it.each([
		['that a refusal has named', found, true],
		['that was answered with once more', { ...found, status: 'CONFIRMED' }, true],
		['that was made now', { ...found, status: 'CONFIRMED', alreadySubmitted: false }, false],
		['that was made now and is RECEIVED', { ...found, status: 'RECEIVED', alreadySubmitted: false }, true],
	])('%s is read: %s', (_what, item, isRead) => {
		expect(laterOutcome?.request([item], signed())?.path).toBe(isRead ? '/partners/{partner_code}/bookings/K4PLM-22TRX-INS/' : undefined);
	});

	it('is put out as it is now', () => {
		expect(seen(HELD)).toEqual({ isFinal: true, items: [{ ...HELD, alreadySubmitted: true, outcomeFrom: 'lookUp' }] });
		expect(seen({ ...HELD, status: 'RECEIVED' })).toMatchObject({ isFinal: false });
	});

	it.each<[string, IDataObject, object, RegExp]>([
		['is cancelled since', { status: 'CANCELLED' }, {}, /that booking is CANCELLED/],
		['has failed', { status: 'FAILED' }, {}, /that booking is FAILED/],
		['is that of another person', { policyholder: { ...HOLDER, email: 'tom.weiss@example.com' } }, {}, /otherwise than asked for: another policyholder/],
		['has another number of the purchase', { partner_transaction_id: 'SHOP-1' }, { partnerTransactionId: 'SHOP-2' }, /another Partner Transaction ID/],
		['holds fewer quotes', {}, { quotes: { quote: [{ id: QUOTE_ID }, { id: OTHER }] } }, /without some of the quotes/],
	])('and %s is no success', (_what, held, changes, words) => {
		const { refusal } = seen({ ...HELD, ...held }, changes);
		expect(refusal?.kind).toBe('conflict');
		expect(refusal?.message).toMatch(words);
		expect(refusal?.message).not.toContain('@');
	});

	it('for other insured persons is no success, as far as it names any', () => {
		const held = (persons: IDataObject[] | null) => ({ ...HELD, quotes: [{ id: QUOTE_ID.toUpperCase(), insured: persons }] });
		const asked = insured({ first_name: 'Karl', last_name: 'Marek' });
		expect(seen(held([{ first_name: 'Ines', last_name: 'Marek' }]), asked).refusal?.message).toContain('other insured persons');
		expect(seen(held([]), asked).refusal?.message).toContain('other insured persons');
		for (const persons of [[{ first_name: 'Ines' }, { first_name: 'karl', last_name: 'Marek', email: 'karl@example.com' }], null]) expect(seen(held(persons), asked)).not.toHaveProperty('refusal');
		expect(seen(held([{ first_name: 'Ines' }]))).not.toHaveProperty('refusal');
	});

	it('of another number than was read tells nothing', () => {
		expect(() => seen({ ...HELD, id: 'N8QVB-6HJWC-INS' })).toThrow('another booking than K4PLM-22TRX-INS');
	});

	it('that cannot be read comes out by its number alone: its state of long ago may be no more', () => {
		const before = { ...HELD, alreadySubmitted: true, outcomeFrom: 'answer' };
		expect(laterOutcome?.unseen?.([before])).toEqual([{ id: HELD.id, status: null, alreadySubmitted: true, outcomeFrom: 'answer' }]);
		expect(laterOutcome?.unseen?.([{ ...before, alreadySubmitted: false }])).toEqual([{ ...before, alreadySubmitted: false }]);
	});

	it('with other ids of its policies, or without a holder, is taken for it', () => {
		expect(seen({ ...HELD, quotes: [{ id: OTHER }], policyholder: undefined })).not.toHaveProperty('refusal');
	});
});

describe('a booking in the list, with a token', () => {
	const row = (id: string, policy: string, changes: object = {}): IDataObject => ({ id, status: 'Active', policies: [{ id: policy }], ...changes });
	const page = (rows: IDataObject[], next: string | null = null) => answer({ data: rows, links: { next } });
	const found = (rows: IDataObject[], { wasSent = false, before, changes }: { wasSent?: boolean; before?: ReturnType<typeof page>; changes?: object } = {}) =>
		confirmWithToken.lookUp?.match(page(rows), withToken(changes), wasSent, before).map(({ id, likeness, doubt }) => [id, likeness, doubt].filter((each) => each !== undefined).join(' '));

	it.each<[string, IDataObject, string[]]>([
		['of the quote is it', row('b-1', QUOTE_ID.toUpperCase()), ['b-1 same']],
		['that was cancelled may be it', row('b-1', QUOTE_ID, { status: 'Cancelled' }), ['b-1 maybe cancelled']],
		['of somebody else may be it', row('b-1', QUOTE_ID, { policy_holder: { ...HOLDER, last_name: 'Weiss' } }), ['b-1 maybe of another policyholder']],
		['of another quote is another one', row('b-1', OTHER), []],
		['without policies is another one', { id: 'b-1', status: 'Active' }, []],
	])('%s', (_what, held, expected) => {
		expect(found([held])).toEqual(expected);
	});

	it('with a part of the quotes may be it', () => {
		expect(found([row('b-1', QUOTE_ID)], { changes: { quotes: { quote: [{ id: QUOTE_ID }, { id: OTHER }] } } })).toEqual(['b-1 maybe without some of the quotes']);
	});

	it('that was not there before it was sent may be it, while the list is one page', () => {
		const rows = [row('b-1', OTHER), row('b-2', OTHER), { id: 'b-3', status: 'Active' }, row('b-4', OTHER, { policy_holder: { email: 'tom.weiss@example.com' } })];
		expect(found(rows, { wasSent: true, before: page(rows.slice(0, 1)) })).toEqual(['b-2 maybe new since then, with other policy IDs', 'b-3 maybe']);
		expect(found(rows, { wasSent: true, before: page(rows.slice(0, 1), '/?page=2') })).toEqual([]);
		expect(found(rows, { wasSent: true })).toEqual([]);
		expect(found(rows, { before: page([]) })).toEqual([]);
	});

	it('that was made, and covers nobody any more, is not told as before', () => {
		const made = row('b-1', OTHER);
		const undone = (rows: IDataObject[]) => confirmWithToken.lookUp?.isUndone?.(page(rows), withToken(), [made]);
		expect([undone([{ ...made, status: 'Cancelled' }]), undone([made]), undone([row('b-2', QUOTE_ID, { status: 'Cancelled' })]), undone([])]).toEqual([true, false, false, false]);
	});

	it('keeps it from being sent, unless a person wants it all the same', () => {
		expect(confirmWithToken.stopsWhenListed?.(withToken())).toBe(true);
		expect(confirmWithToken.stopsWhenListed?.(withToken({ options: { sendAgain: true } }))).toBe(false);
		expect(confirmWithToken.lookUp?.isOptional).toBe(true);
	});
});

it('a 404 with a token tells of the other path', () => {
	const failure = new Failure('notFound', 'XCover does not know it', { advice: 'Check.', status: 404 });
	expect(confirmWithToken.explain?.(failure, withToken()).description).toContain('turn on Older Path');
	expect(confirmWithToken.explain?.(failure, withToken({ options: { olderPath: true } })).description).toContain('turn off Older Path');
});
