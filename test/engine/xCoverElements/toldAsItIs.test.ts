import type { IDataObject } from 'n8n-workflow';

import { useRecordStore } from '../../support/n8nEngine/n8nEngine';
import { kindOf, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { MemoryStore } from '../../support/orders/recordStore';
import { itemOf, XCoverTrial } from './support';

/** What XCover says is told as no more than it says, and as no less. */

const trial = new XCoverTrial();

const BUYER = { firstName: 'Ines', lastName: 'Marek', email: 'ines.marek@example.com', country: 'CZ' };
const QUOTE = '5f1b0a9e-0f5e-4d0e-8a35-2d1f6a1c77b0';
const OFFER = { offerId: 'a3c8f1d2-7b54-4e09-9f61-2d80c7e4b395', quotes: { quote: [{ id: QUOTE }] }, ...BUYER, phone: '+420255501234' };
const E_OFFER = { offerId: '5a7e0d93-64b1-4c2f-9f08-e3d6b1a59c74', quotes: { quote: [{ id: '96f3b0e2-7d4a-4158-b5c6-a80e1f9d2347' }] }, ...BUYER };
const E_BOOKING = 'c2f1a9de-0b7e-4e0b-9a53-2f6a8e7d1c44';
const E_POLICY = '0c8f4b5e-5a0f-4b7d-8a1f-9f2f6f7b3e10';
const S_BOOKING = 'K4PLM-22TRX-INS';
const S_POLICY = '1c94d7a0-6e3b-4f82-8d15-a70b3f9c2e68';

describe('an answer with 409', () => {
	beforeEach(() => trial.sandbox.control.change({ keysKeepRefusals: true }));

	it('that holds a refusal which names the booking of an offer is read as that refusal', async () => {
		const booking = itemOf(await trial.run('signature', 'offer.confirm', OFFER));
		const other = { ...OFFER, firstName: 'Tom', email: 'tom.weiss@example.com' };
		for (const run of [trial.run.bind(trial), trial.runInNewProcess.bind(trial)]) {
			// Nothing here knows of it: only XCover has the refusal, under its key.
			useRecordStore(new MemoryStore());
			const { error } = await run('signature', 'offer.confirm', other);
			expect([kindOf(error), wordsOf(error)]).toEqual(['conflict', expect.stringContaining(`is booked already as ${String(booking.id)}`)]);
		}
	});

	it.each([
		['booking.confirmPayment', { bookingId: S_BOOKING }, 'Status change not allowed'],
		['booking.confirmCancellation', { bookingId: S_BOOKING, cancellationId: 'abcde-abcde-abcde-CCL' }, 'Cancellation does not exist'],
		['booking.sendEmail', { bookingId: S_BOOKING, event: 'BOOKING_CANCELLED' }, 'can be only triggered for CANCELLED bookings'],
	])('that holds a refusal of %s is told with its words, and not as carried out', async (name, fields, words) => {
		expect(['validation', 'notFound']).toContain(kindOf((await trial.run('signature', name, fields)).error));
		const { error } = await trial.run('signature', name, fields);
		expect(kindOf(error)).toBe('unknownOutcome');
		expect(wordsOf(error)).toMatch(new RegExp(words));
		expect(wordsOf(error)).toContain('nothing was carried out');
		expect(wordsOf(error)).not.toContain('most likely carried out');
	});

	it('with words after an email went out is not told as a refusal', async () => {
		trial.sandbox.control.fault({ operationId: 'sendEmail', kind: 'status', status: 409, when: 'after' });
		// Sent again under its key, it is told as the first.
		expect(itemOf(await trial.run('signature', 'booking.sendEmail', { bookingId: S_BOOKING }))).toMatchObject({ taken: true });
		expect(await trial.book('emails')).toHaveLength(1);
	});
});

describe('an offer that was confirmed', () => {
	it.each([true, false])('with a token, and cancelled since, does not come out as booked, be the IDs of its policies those of the quotes or not (%s)', async (bookingsCarryQuoteIds) => {
		trial.sandbox.control.change({ bookingsCarryQuoteIds, bookingPages: 'links', bookingsPerPage: 2 });
		const made = itemOf(await trial.run('elements', 'offer.confirm', E_OFFER));
		itemOf(await trial.run('elements', 'booking.cancel', { bookingId: made.id, bookingReference: made.provider_reference }));
		const { error } = await trial.run('elements', 'offer.confirm', E_OFFER);
		expect([kindOf(error), wordsOf(error)]).toEqual(['unknownOutcome', expect.stringContaining('shows that it is not so')]);
		expect(trial.received('confirmOffer')).toBe(1);
	});

	it('signed, does not come out in a state of long ago where its present one cannot be read', async () => {
		const made = itemOf(await trial.run('signature', 'offer.confirm', OFFER));
		itemOf(await trial.run('signature', 'booking.cancel', { bookingId: made.id, bookingReference: made.id }));
		trial.sandbox.control.fault({ operationId: 'getBooking', kind: 'status', status: 403, times: 0 });
		const told = { id: made.id, status: null, alreadySubmitted: true, outcomeFrom: 'answer' };
		expect(itemOf(await trial.run('signature', 'offer.confirm', OFFER))).toEqual(told);
		expect(itemOf(await trial.runInNewProcess('signature', 'offer.confirm', OFFER))).toEqual(told);
	});

	it('signed, does not come out as booked for other insured persons', async () => {
		const insuring = (first_name: string) => ({ ...OFFER, quotes: { quote: [{ id: QUOTE, insured: JSON.stringify([{ first_name, last_name: 'Marek' }]) }] } });
		itemOf(await trial.run('signature', 'offer.confirm', insuring('Ines')));
		const { error } = await trial.run('signature', 'offer.confirm', insuring('Karl'));
		expect([kindOf(error), wordsOf(error)]).toEqual(['conflict', expect.stringContaining('other insured persons')]);
	});
});

describe('a change', () => {
	it.each([
		['elements', E_BOOKING, E_POLICY, 'updateBooking'],
		['signature', S_BOOKING, S_POLICY, 'updateBookingSigned'],
	] as const)('that another one of the same execution has overwritten is not told as done once more (%s)', async (family, bookingId, id, operationId) => {
		const until = async (day: string) => await trial.run(family, 'booking.update', { bookingId, policyChanges: { policy: [{ id, updateFields: `{ "policy_end_date": "2026-09-${day}T00:00:00.000Z" }` }] } });
		itemOf(await until('04'));
		expect(itemOf(await until('04'))).toMatchObject({ alreadySubmitted: true });
		itemOf(await until('05'));
		const { error } = await until('04');
		expect(kindOf(error)).toBe('unknownOutcome');
		expect(wordsOf(error)).toMatch(/shows that it is not so.*start the workflow anew/);
		expect(itemOf(await until('05'))).toMatchObject({ alreadySubmitted: true });
		expect(trial.received(operationId)).toBe(2);
	});

	it('that XCover is still at for ever says that another execution would do it once more', async () => {
		for (const operationId of ['updateBookingSigned', 'confirmPayment']) trial.sandbox.control.fault({ operationId, kind: 'status', status: 423, times: 0 });
		const options = { lookUpSeconds: 0 };
		const update = await trial.run('signature', 'booking.update', { bookingId: S_BOOKING, policyChanges: { policy: [{ id: S_POLICY, updateFields: '{ "trip_name": "North" }' }] }, options });
		expect([kindOf(update.error), wordsOf(update.error)]).toEqual(['unknownOutcome', expect.stringContaining('Another execution would do it once more: look first.')]);
		expect(wordsOf(update.error)).not.toContain('not done twice');
		const payment = await trial.run('signature', 'booking.confirmPayment', { bookingId: 'B6WXN-4TQHL-INS', options });
		expect(wordsOf(payment.error)).toContain('Then run the item again: the same is not done twice.');
	}, 60_000);
});

describe('a preview of a cancellation, with a token', () => {
	const preview = async (more: IDataObject = {}) => await trial.run('elements', 'booking.previewCancellation', { bookingId: E_BOOKING, ...more });

	it('whose body was dropped after an earlier one is not told as a preview', async () => {
		itemOf(await preview());
		trial.sandbox.control.change({ dropsBodyOfDelete: true });
		const { error } = await preview();
		expect([kindOf(error), wordsOf(error)]).toEqual(['unknownOutcome', expect.stringContaining('the booking may be cancelled')]);
	});

	it('whose body was dropped, and whose answer was lost, says that the booking may be cancelled', async () => {
		trial.sandbox.control.change({ dropsBodyOfDelete: true });
		trial.sandbox.control.fault({ operationId: 'cancelBooking', kind: 'status', status: 500, when: 'after' });
		const { error } = await preview();
		expect(wordsOf(error)).toMatch(/Booking: Get.*cancelled now and was not before.*tell Cover Genius at once/);
	});

	it('has a cancellation of its own each time, whether the list can be read or not', async () => {
		const first = itemOf(await preview());
		const second = itemOf(await preview());
		expect(second.cancellation_id).not.toBe(first.cancellation_id);
		expect(trial.sandbox.bookings().find(({ id }) => id === E_BOOKING)?.cancellations?.at(-1)).toEqual({ id: second.cancellation_id });
		trial.sandbox.control.change({ scopes: ['bookings:delete'] });
		const { error } = await preview();
		expect([kindOf(error), wordsOf(error)]).toEqual(['brokenAnswer', expect.stringMatching(/which of them is new.*bookings:view/)]);
	});

	it('is made also where the client may not list bookings', async () => {
		trial.sandbox.control.change({ scopes: ['bookings:delete'] });
		expect(itemOf(await preview())).toHaveProperty('cancellation_id');
	});
});

describe('payments of instalments', () => {
	const INSTALMENT = { id: '82e5b6f1-0c9d-4a37-b1e8-6f4d2a7093c5', number: 3, attemptedAt: '2026-03-03T08:30:00Z' };
	const report = async (numbers: number[], more: IDataObject = {}) =>
		await trial.run('signature', 'instalment.reportPayment', { bookingId: 'N8QVB-6HJWC-INS', paidInstalments: { instalment: numbers.map((number) => ({ ...INSTALMENT, number })) }, ...more });

	it('of which some are PAID already are not reported again', async () => {
		itemOf(await report([3]));
		const { error } = await report([3, 4]);
		expect([kindOf(error), wordsOf(error)]).toEqual(['conflict', expect.stringMatching(/instalment 3 \(PAID, of policy 82e5b6f1.*leave them out/)]);
		expect(trial.received('reportPayment')).toBe(1);
		expect(itemOf(await report([4]))).toMatchObject({ taken: true, alreadySubmitted: false });
		expect(itemOf(await report([3, 4]))).toMatchObject({ taken: true, alreadySubmitted: true });
	});

	it('go out again under their key as they went out first, whatever the time is by then', async () => {
		trial.sandbox.control.fault({ operationId: 'reportPayment', kind: 'silence', when: 'after', times: 2 });
		trial.sandbox.control.fault({ operationId: 'listInstalments', kind: 'status', status: 404, times: 0 });
		const at = (attemptedAt: string) => ({ paidInstalments: { instalment: [{ ...INSTALMENT, attemptedAt }] }, options: { lookUpSeconds: 0, timeoutMs: 300 } });
		expect(kindOf((await report([], at('2026-03-03T08:30:00Z'))).error)).toBe('unknownOutcome');
		expect(itemOf(await report([], at('2026-03-03T08:31:00Z')))).toMatchObject({ taken: true, alreadySubmitted: true });
		expect(new Set(trial.sandbox.control.requests('reportPayment').map(({ body }) => JSON.stringify(body))).size).toBe(1);
	});
});

describe('what cannot be right', () => {
	it('is named with all that is wrong, before anything is sent', async () => {
		const twice = { policies: { policy: [{ id: S_POLICY }, { id: S_POLICY.toUpperCase() }, { id: '' }] } };
		const wrong = await trial.run('signature', 'booking.cancel', { bookingId: S_BOOKING, bookingReference: 'AAAAA-AAAAA-INS', ...twice });
		for (const words of ['Booking Reference: must be the whole INS number of booking', 'Policies: must not name the same policy twice', 'Policies 3: Policy ID: must not be empty']) expect(wordsOf(wrong.error)).toContain(words);
		const dots = await trial.run('signature', 'booking.confirmCancellation', { bookingId: '..', cancellationId: '.' });
		for (const words of ['Booking ID: must be a code or number that can stand in an address', 'Cancellation ID: must be']) expect(wordsOf(dots.error)).toContain(words);
		expect([trial.received('cancelBookingSigned'), trial.received('confirmCancellationSigned'), trial.received('getBooking')]).toEqual([0, 0, 0]);
	});
});
