import '../../support/n8nEngine/n8nEngineHome';

import { ExecuteContext } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';

import { startXCoverElementsSandbox, type XCoverElementsSandbox } from '../../../sandbox/xCoverElements';
import type { Family } from '../../../nodes/XCoverElements/shared/family';
import { useRecordStore, type Engine, type NodeRunResult } from '../../support/n8nEngine/n8nEngine';
import { kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { xcoverEngine, xcoverEngineOfNewProcess } from '../../support/n8nEngine/xcoverEngine';
import { MemoryStore } from '../../support/orders/recordStore';

/** Offers and quotes become one booking each, whatever becomes of the answers, and none is told that is not there. */

let sandbox: XCoverElementsSandbox;

beforeEach(async () => {
	sandbox = await startXCoverElementsSandbox();
});

afterEach(async () => {
	await sandbox.close();
	useRecordStore();
});

const BUYER = { firstName: 'Ines', lastName: 'Marek', email: 'ines.marek@example.com', country: 'CZ' };

/** A write that books something, with each kind of access. */
interface Booking {
	family: Family;
	name: string;
	operationId: string;
	/** What is booked, as the panel has it. */
	fields: IDataObject;
	/** Status of what was booked. */
	status: string;
	/** Bookings there were before. */
	before: number;
}

const SIGNED: Booking = {
	family: 'signature',
	name: 'offer.confirm',
	operationId: 'confirmOfferSigned',
	fields: { offerId: 'a3c8f1d2-7b54-4e09-9f61-2d80c7e4b395', quotes: { quote: [{ id: '5f1b0a9e-0f5e-4d0e-8a35-2d1f6a1c77b0' }] }, ...BUYER, phone: '+420255501234' },
	status: 'CONFIRMED',
	before: 7,
};
const WITH_TOKEN: Booking = {
	family: 'elements',
	name: 'offer.confirm',
	operationId: 'confirmOffer',
	fields: { offerId: '5a7e0d93-64b1-4c2f-9f08-e3d6b1a59c74', quotes: { quote: [{ id: '96f3b0e2-7d4a-4158-b5c6-a80e1f9d2347' }] }, ...BUYER },
	status: 'Active',
	before: 3,
};
const QUOTE: Booking = {
	family: 'elements',
	name: 'quote.createBooking',
	operationId: 'createBooking',
	fields: { quoteId: 'e94c2d71-08fb-4637-a2c9-5f1b6e3d8047', quotes: { quote: [{ id: 'd85f1a37-c90e-4b62-a7d4-2e6b08f3c915' }] }, ...BUYER },
	status: 'Active',
	before: 3,
};

const SHORT = { timeoutMs: 1_000, lookUpSeconds: 2 };

function parametersOf(family: Family, name: string, fields: IDataObject): IDataObject {
	const [resource, operation] = name.split('.');
	return { authentication: family, resource, operation, ...fields, options: { ...SHORT, ...(fields.options as IDataObject | undefined) } };
}

async function run({ family, name, fields }: Pick<Booking, 'family' | 'name' | 'fields'>, changes: IDataObject = {}, on: Engine = xcoverEngine(sandbox, family), more: object = {}): Promise<NodeRunResult> {
	const { options, ...rest } = changes;
	const merged = { ...fields, ...rest, options: { ...(fields.options as IDataObject | undefined), ...(options as IDataObject | undefined) } };
	return await on.run({ items: [{}], parameters: parametersOf(family, name, merged) as never, ...more });
}

function bookingsOf({ family }: Booking): number {
	return family === 'signature' ? sandbox.signedBookings().length : sandbox.bookings().length;
}

/** The only item that a run put out. @throws where it failed, with its words */
function itemOf({ items, error }: NodeRunResult): IDataObject | undefined {
	if (error) throw new Error(wordsOf(error));
	return items[0]?.json;
}

describe.each([['an offer, signed', SIGNED], ['an offer, with a token', WITH_TOKEN], ['a quote', QUOTE]] as const)('%s', (_what, booking) => {
	const { operationId, status, before } = booking;
	const made = () => bookingsOf(booking) - before;

	it('is booked, and in this process comes out as that booking when it is asked for again', async () => {
		expect(itemOf(await run(booking))).toMatchObject({ status, alreadySubmitted: false, outcomeFrom: 'answer' });
		expect(itemOf(await run(booking))).toMatchObject({ status, alreadySubmitted: true });
		expect([received(sandbox, operationId), made()]).toEqual([1, 1]);
	});

	it('is booked once where it is asked for twice at once', async () => {
		const engine = xcoverEngine(sandbox, booking.family);
		const items = (await Promise.all([run(booking, {}, engine), run(booking, {}, engine)])).map(itemOf);
		expect(items.map((item) => item?.alreadySubmitted).sort()).toEqual([false, true]);
		expect(new Set(items.map((item) => item?.id)).size).toBe(1);
		expect(made()).toBe(1);
	});

	it('is booked once by a process and the one after it', async () => {
		const first = itemOf(await run(booking));
		const again = itemOf(await run(booking, {}, xcoverEngineOfNewProcess(sandbox, booking.family)));
		expect(again).toMatchObject({ id: first?.id, status, alreadySubmitted: true });
		expect(made()).toBe(1);
	});

	it('is booked once by two processes at once, and neither tells of another booking', async () => {
		const runs = await Promise.all([run(booking), run(booking, {}, xcoverEngineOfNewProcess(sandbox, booking.family))]);
		expect(made()).toBe(1);
		const told = runs.flatMap(({ items }) => items.map(({ json }) => json.id));
		expect(told.length).toBeGreaterThan(0);
		expect(new Set(told).size).toBe(1);
		for (const { error } of runs) expect([undefined, 'unknownOutcome']).toContain(kindOf(error));
	});

	it('is booked once by two that know nothing of each other', async () => {
		useRecordStore(new MemoryStore());
		const first = itemOf(await run(booking));
		useRecordStore(new MemoryStore());
		const again = itemOf(await run(booking, {}, xcoverEngineOfNewProcess(sandbox, booking.family)));
		expect(again).toMatchObject({ id: first?.id, status, alreadySubmitted: true });
		expect(made()).toBe(1);
	});

	it.each([
		['answered 500 after it was taken', { kind: 'status', status: 500, when: 'after' }],
		['cut after it was taken', { kind: 'cut', when: 'after' }],
		['never answered', { kind: 'silence', when: 'after' }],
	] as const)('%s is found, and booked once', async (_case, fault) => {
		sandbox.control.fault({ operationId, ...fault });
		const item = itemOf(await run(booking));
		expect(item).toMatchObject({ status, alreadySubmitted: false });
		expect(made()).toBe(1);
		expect(itemOf(await run(booking))).toMatchObject({ id: item?.id, alreadySubmitted: true });
		expect(itemOf(await run(booking, {}, xcoverEngineOfNewProcess(sandbox, booking.family)))).toMatchObject({ id: item?.id, alreadySubmitted: true });
		expect(made()).toBe(1);
	});

	it.each([
		['answered 500 before it was taken', { kind: 'status', status: 500 }],
		['cut before it was taken', { kind: 'cut', when: 'before' }],
	] as const)('%s it is never told as booked before it is', async (_case, fault) => {
		sandbox.control.fault({ operationId, ...fault });
		const { items, error } = await run(booking);
		if (booking.family === 'signature') {
			// Sent again under its key: only that carried it out.
			expect(itemOf({ items, error } as NodeRunResult)).toMatchObject({ status, alreadySubmitted: false });
			expect(made()).toBe(1);
		} else {
			expect(kindOf(error)).toBe('unknownOutcome');
			expect(wordsOf(error)).toContain('Booking: Get Many');
			expect(kindOf((await run(booking)).error)).toBe('unknownOutcome');
			expect([received(sandbox, operationId), made()]).toEqual([1, 0]);
		}
	});

	it('answered 429 is sent again, as it was not taken', async () => {
		sandbox.control.fault({ operationId, kind: 'status', status: 429, retryAfterSeconds: 0 });
		expect(itemOf(await run(booking))).toMatchObject({ status, alreadySubmitted: false });
		expect([received(sandbox, operationId), made()]).toEqual([2, 1]);
	});

	it('under Retry On Fail is booked once', async () => {
		sandbox.control.fault({ operationId, kind: 'silence', when: 'after', times: 2 });
		const retried = await run(booking, { options: { lookUpSeconds: 0, timeoutMs: 500 } }, undefined, { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } });
		expect(itemOf(retried)).toMatchObject({ status });
		expect(made()).toBe(1);
	});

	it('is not sent with fields that cannot be, and each of them is named', async () => {
		const { error } = await run(booking, { country: 'UK', email: 'ines', quotes: { quote: [{ id: '' }] } });
		expect(kindOf(error)).toBe('validation');
		for (const words of ['Country: "UK"', 'Email: "ines"', 'Quotes 1: Quote ID', 'Nothing was sent']) expect(wordsOf(error)).toContain(words);
		expect(received(sandbox, operationId)).toBe(0);
	});
});

describe('an offer, signed', () => {
	it('that XCover is still at is waited for', async () => {
		sandbox.control.fault({ operationId: 'confirmOfferSigned', kind: 'status', status: 423, times: 2 });
		expect(itemOf(await run(SIGNED))).toMatchObject({ status: 'CONFIRMED' });
		expect(bookingsOf(SIGNED)).toBe(SIGNED.before + 1);
	});

	it.each(['faults', 'texts'] as const)('that was booked otherwise comes out as a conflict that names the booking (%s)', async (bookedTwiceForm) => {
		sandbox.control.change({ bookedTwiceForm });
		const first = itemOf(await run(SIGNED));
		const { error } = await run(SIGNED, { email: 'tom.weiss@example.com', lastName: 'Weiss' });
		expect(kindOf(error)).toBe('conflict');
		expect(wordsOf(error)).toContain(String(first?.id));
		expect(wordsOf(error)).toContain('another policyholder');
		expect(bookingsOf(SIGNED)).toBe(SIGNED.before + 1);
	});

	it('that is named by a refusal is the booking, also after 48 hours', async () => {
		const first = itemOf(await run(SIGNED));
		sandbox.control.change({ clockAheadMs: 49 * 60 * 60_000 });
		useRecordStore(new MemoryStore());
		expect(itemOf(await run(SIGNED, {}, xcoverEngineOfNewProcess(sandbox, 'signature')))).toMatchObject({ id: first?.id, status: 'CONFIRMED', total_price: first?.total_price, alreadySubmitted: true, outcomeFrom: 'lookUp' });
		useRecordStore();
		expect(itemOf(await run(SIGNED, {}, xcoverEngineOfNewProcess(sandbox, 'signature')))).toMatchObject({ id: first?.id, alreadySubmitted: true });
		expect(bookingsOf(SIGNED)).toBe(SIGNED.before + 1);
	});

	it('whose booking cannot be read comes out with its number, and no status', async () => {
		const first = itemOf(await run(SIGNED));
		sandbox.control.change({ clockAheadMs: 49 * 60 * 60_000 });
		sandbox.control.fault({ operationId: 'getBooking', kind: 'status', status: 500, times: 20 });
		useRecordStore(new MemoryStore());
		const item = itemOf(await run(SIGNED, { options: { lookUpSeconds: 0 } }, xcoverEngineOfNewProcess(sandbox, 'signature')));
		expect(item).toEqual({ id: first?.id, status: null, alreadySubmitted: true, outcomeFrom: 'lookUp' });
	}, 60_000);

	it('whose booking was cancelled since is no success', async () => {
		const first = itemOf(await run(SIGNED));
		const cancel = { family: 'signature' as const, name: 'booking.cancel', fields: { bookingId: String(first?.id), bookingReference: String(first?.id) } };
		expect(itemOf(await run(cancel))).toMatchObject({ status: 'CANCELLED' });
		for (const on of [xcoverEngine(sandbox, 'signature'), xcoverEngineOfNewProcess(sandbox, 'signature')]) {
			const { error } = await run(SIGNED, {}, on);
			expect([kindOf(error), wordsOf(error)]).toEqual(['conflict', expect.stringContaining(`was booked as ${String(first?.id)}, and that booking is CANCELLED`)]);
		}
	});

	it.each([
		['FAILED', 'businessRefusal'],
		['RECEIVED', undefined],
	] as const)('whose booking is %s is told as that', async (confirmedAs, kind) => {
		sandbox.control.change({ confirmedAs });
		const { error, items } = await run(SIGNED, { options: { lookUpSeconds: 0 } });
		expect(kindOf(error)).toBe(kind);
		if (kind === undefined) expect(items[0]?.json).toMatchObject({ status: confirmedAs });
		else expect(wordsOf(error)).toContain(confirmedAs);
	});

	it('that waits for its payment is told as that', async () => {
		expect(itemOf(await run(SIGNED, { options: { requirePaymentConfirmation: true } }))).toMatchObject({ status: 'PENDING_PAYMENT' });
	});

	it('that there is not is told, and can be asked for again', async () => {
		const offerId = '00000000-7b54-4e09-9f61-2d80c7e4b395';
		for (let times = 1; times <= 2; times += 1) {
			expect(kindOf((await run(SIGNED, { offerId })).error)).toBe('notFound');
			expect(received(sandbox, 'confirmOfferSigned')).toBe(times);
		}
	});
});

describe('an offer, with a token', () => {
	it('goes to the older path where that is switched on', async () => {
		expect(itemOf(await run(WITH_TOKEN, { options: { olderPath: true } }))).toMatchObject({ status: 'Active' });
		expect([received(sandbox, 'confirmOffer'), received(sandbox, 'confirmOfferAtOlderPath')]).toEqual([0, 1]);
	});

	it('goes out also where the client may not list bookings, and its lost answer is unknown', async () => {
		sandbox.control.change({ scopes: ['offers:update'] });
		sandbox.control.fault({ operationId: 'confirmOffer', kind: 'cut', when: 'after' });
		const { error } = await run(WITH_TOKEN, { options: { lookUpSeconds: 0 } });
		expect(kindOf(error)).toBe('unknownOutcome');
		expect(kindOf((await run(WITH_TOKEN, { options: { lookUpSeconds: 0 } })).error)).toBe('unknownOutcome');
		expect([received(sandbox, 'confirmOffer'), bookingsOf(WITH_TOKEN)]).toEqual([1, WITH_TOKEN.before + 1]);
	});

	it('whose policies get other ids is told as unknown, with the booking that is new', async () => {
		sandbox.control.change({ bookingsCarryQuoteIds: false });
		sandbox.control.fault({ operationId: 'confirmOffer', kind: 'cut', when: 'after' });
		const { error } = await run(WITH_TOKEN, { options: { lookUpSeconds: 0 } });
		expect(kindOf(error)).toBe('unknownOutcome');
		expect(wordsOf(error)).toContain(`The partner lists ${sandbox.bookings().at(-1)?.id} (new since then, with other policy IDs)`);
		expect(received(sandbox, 'confirmOffer')).toBe(1);
	});

	it('is found on a later page of the list', async () => {
		sandbox.control.change({ bookingPages: 'links', bookingsPerPage: 2 });
		sandbox.control.fault({ operationId: 'confirmOffer', kind: 'cut', when: 'after' });
		expect(itemOf(await run(WITH_TOKEN))).toMatchObject({ status: 'Active', outcomeFrom: 'lookUp' });
	});

	it('is not booked once more with other content', async () => {
		await run(WITH_TOKEN);
		const { error } = await run(WITH_TOKEN, { lastName: 'Weiss' });
		expect([kindOf(error), received(sandbox, 'confirmOffer')]).toEqual(['conflict', 1]);
	});

	it('that somebody else has booked for another person is not sent', async () => {
		sandbox.control.change({ bookingsShowPolicyHolder: true });
		const first = itemOf(await run(WITH_TOKEN));
		useRecordStore(new MemoryStore());
		const { error } = await run(WITH_TOKEN, { email: 'tom.weiss@example.com' }, xcoverEngineOfNewProcess(sandbox, 'elements'));
		expect(kindOf(error)).toBe('conflict');
		expect(wordsOf(error)).toContain(`${String(first?.id)} (of another policyholder)`);
		expect(received(sandbox, 'confirmOffer')).toBe(1);
	});
});

describe('Offer: Create', () => {
	const CREATED = { family: 'signature' as const, name: 'offer.create', fields: { schema: 'sandbox-travel', language: 'en', currency: 'EUR', country: 'NL', context: '{ "total_tickets_price": 412.50, "number_of_adults": 2 }' } };

	it('makes an offer that can be confirmed, and another one in another execution', async () => {
		const first = itemOf(await run(CREATED));
		expect(first).toMatchObject({ currency: 'EUR', products: [{ name: 'sandbox-travel', price: expect.stringMatching(/^\d+\.\d+$/) as string }] });
		const [product] = first?.products as IDataObject[];
		expect(itemOf(await run(SIGNED, { offerId: String(first?.id), quotes: { quote: [{ id: String(product?.id) }] } }))).toMatchObject({ status: 'CONFIRMED', total_price: product?.price });
		expect(itemOf(await run(CREATED, {}, undefined, { executionId: '1' }))?.id).toBe(first?.id);
		expect(itemOf(await run(CREATED, {}, undefined, { executionId: '2' }))?.id).not.toBe(first?.id);
	});

	it('makes another one in the execution of the same number of another n8n that shares the account', async () => {
		const first = itemOf(await run(CREATED));
		const other = jest.spyOn(ExecuteContext.prototype, 'getInstanceId').mockReturnValue('of another n8n');
		try {
			expect(itemOf(await run(CREATED))?.id).not.toBe(first?.id);
		} finally {
			other.mockRestore();
		}
	});

	it.each([
		['answered 500 after it was made', { kind: 'status', status: 500, when: 'after' }],
		['cut after it was made', { kind: 'cut', when: 'after' }],
		['answered 423 twice', { kind: 'status', status: 423, times: 2 }],
	] as const)('%s, is one offer', async (_case, fault) => {
		const { length } = sandbox.signedOffers();
		sandbox.control.fault({ operationId: 'createOffer', ...fault });
		expect(itemOf(await run(CREATED))).toHaveProperty('id');
		expect(sandbox.signedOffers()).toHaveLength(length + 1);
	});

	it('sends nothing where XCover would not have checked it', async () => {
		const { error } = await run(CREATED, { country: 'XX', currency: 'DEM', language: 'xx', context: 'none' });
		for (const field of ['Country', 'Currency', 'Language', 'Context']) expect(wordsOf(error)).toContain(`${field}: `);
		expect(received(sandbox, 'createOffer')).toBe(0);
	});

	it('tells what is wrong in the words of XCover', async () => {
		expect(wordsOf((await run(CREATED, { context: '{ "number_of_adults": 2 }' })).error)).toContain("'total_tickets_price' is a required property");
	});
});

describe('Opt Out', () => {
	const SIGNED_OUT = { family: 'signature' as const, name: 'offer.optOut', fields: { offerId: SIGNED.fields.offerId } };
	const TOKEN_OUT = { family: 'elements' as const, name: 'offer.optOut', fields: { offerId: WITH_TOKEN.fields.offerId, ...BUYER } };
	const QUOTE_OUT = { family: 'elements' as const, name: 'quote.optOut', fields: { quoteId: QUOTE.fields.quoteId, ...BUYER, additionalFields: { dateOfBirth: '1987-04-19' } } };

	it('signed, looks first, and sends nothing for what is booked', async () => {
		expect(itemOf(await run(SIGNED_OUT))).toEqual({ offerId: SIGNED.fields.offerId, optedOut: true, booked: false, bookingsRead: SIGNED.before });
		const booking = itemOf(await run(SIGNED));
		const { error } = await run(SIGNED_OUT, {}, undefined, { executionId: '2' });
		expect(kindOf(error)).toBe('conflict');
		expect(wordsOf(error)).toContain(`is booked as ${String(booking?.id)}`);
		expect(received(sandbox, 'optOutOfOfferSigned')).toBe(1);
	});

	it('signed, says that it does not know where it was not to look', async () => {
		await run(SIGNED);
		expect(itemOf(await run(SIGNED_OUT, { options: { checkBookings: false } }))).toMatchObject({ optedOut: true, booked: null, bookingsRead: 0 });
	});

	it('signed, is not sent where the list cannot be read', async () => {
		sandbox.control.fault({ operationId: 'listBookingsSigned', kind: 'status', status: 403 });
		const { error } = await run(SIGNED_OUT);
		expect(wordsOf(error)).toMatch(/Not sent: it could not be looked up .*turn off Check Bookings/);
		expect(received(sandbox, 'optOutOfOfferSigned')).toBe(0);
	});

	it('signed, is repeated where that does no harm', async () => {
		sandbox.control.fault({ operationId: 'optOutOfOfferSigned', kind: 'cut', when: 'after' });
		expect(itemOf(await run(SIGNED_OUT))).toMatchObject({ optedOut: true, booked: false });
		expect(received(sandbox, 'optOutOfOfferSigned')).toBe(2);
	});

	it.each(['empty', 'offer'] as const)('with a token, answered with %s, never says that there is no booking', async (offerOptOutAnswer) => {
		sandbox.control.change({ offerOptOutAnswer });
		expect(itemOf(await run(TOKEN_OUT))).toMatchObject({ offerId: WITH_TOKEN.fields.offerId, optedOut: true, booked: null });
	});

	it('of a quote, puts out when', async () => {
		expect(itemOf(await run(QUOTE_OUT))).toMatchObject({ id: QUOTE.fields.quoteId, opted_out_at: expect.stringMatching(/^\d{4}-/) as string, booking: null });
	});
});
