import { useRecordStore } from '../../support/n8nEngine/n8nEngine';
import { kindOf, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { MemoryStore } from '../../support/orders/recordStore';
import { itemOf, XCoverTrial } from './support';

/** What the operations about bookings do against a partner that is played by its documents. */

const trial = new XCoverTrial();

const E_BOOKING = 'c2f1a9de-0b7e-4e0b-9a53-2f6a8e7d1c44';
const E_POLICY = '0c8f4b5e-5a0f-4b7d-8a1f-9f2f6f7b3e10';
const S_BOOKING = 'K4PLM-22TRX-INS';
const S_POLICY = '1c94d7a0-6e3b-4f82-8d15-a70b3f9c2e68';
const change = (id: string, updateFields: string) => ({ policyChanges: { policy: [{ id, updateFields }] } });

describe('bookings', () => {
	it('are read by both kinds of access, one and all of them', async () => {
		expect((await trial.run('elements', 'booking.getAll', { returnAll: true })).items).toHaveLength(3);
		expect((await trial.run('signature', 'booking.getAll', { returnAll: true })).items).toHaveLength(7);
		expect(itemOf(await trial.run('elements', 'booking.get', { bookingId: 'qf7tr-2kmpa-ins' }))).toMatchObject({ id: E_BOOKING, price: '12.4' });
		expect(itemOf(await trial.run('signature', 'booking.get', { bookingId: S_BOOKING }))).toMatchObject({ id: S_BOOKING, total_price: '18.4' });
	});

	it('with a token are read page by page, where there are pages', async () => {
		trial.sandbox.control.change({ bookingPages: 'links', bookingsPerPage: 1 });
		expect((await trial.run('elements', 'booking.getAll', { returnAll: true })).items).toHaveLength(3);
		expect(itemOf(await trial.run('elements', 'booking.get', { bookingId: 'ZK8DN-4VRCE-INS' }))).toMatchObject({ currency: 'USD' });
	});
});

describe('a cancellation', () => {
	it.each([
		['elements', E_BOOKING, 'LM3WX-9QHTB-INS', 'cancelBooking'],
		['signature', S_BOOKING, 'N8QVB-6HJWC-INS', 'cancelBookingSigned'],
	] as const)('(%s) with the reference of another booking sends nothing', async (family, bookingId, bookingReference, operationId) => {
		const { error } = await trial.run(family, 'booking.cancel', { bookingId, bookingReference });
		expect([kindOf(error), trial.received(operationId)]).toEqual(['validation', 0]);
		expect(wordsOf(error)).toContain('Booking Reference');
	});

	it.each([
		['elements', E_BOOKING],
		['signature', S_BOOKING],
	] as const)('(%s) that is previewed leaves the booking as it is', async (family, bookingId) => {
		const before = itemOf(await trial.run(family, 'booking.get', { bookingId })).status;
		const preview = itemOf(await trial.run(family, 'booking.previewCancellation', { bookingId, simplify: false }));
		expect(preview.cancellation_id).toEqual(expect.any(String));
		expect(JSON.stringify(preview)).not.toMatch(/"status"|security_token/);
		expect(itemOf(await trial.run(family, 'booking.get', { bookingId })).status).toBe(before);
	});

	it('that was to be previewed, and was carried out as its body was lost on the way, is told loudly', async () => {
		trial.sandbox.control.change({ dropsBodyOfDelete: true });
		const { error } = await trial.run('elements', 'booking.previewCancellation', { bookingId: E_BOOKING });
		expect(kindOf(error)).toBe('unknownOutcome');
		expect(wordsOf(error)).toContain('the booking may be cancelled');
	});

	it('of one policy is sent with that policy alone', async () => {
		const policies = { policies: { policy: [{ id: E_POLICY, reason: 'Duplicate' }] } };
		expect(itemOf(await trial.run('elements', 'booking.cancel', { bookingId: E_BOOKING, bookingReference: 'QF7TR-2KMPA-INS', ...policies }))).toMatchObject({ status: 'Cancelled' });
		expect(trial.sandbox.control.requests('cancelBooking')).toMatchObject([{ body: { preview: false, policies: [{ id: E_POLICY, reason: 'Duplicate' }] } }]);
	});
});

describe('a change', () => {
	it('that a booking does not show stays unknown where its answer is lost', async () => {
		trial.sandbox.control.fault({ operationId: 'updateBooking', kind: 'cut', when: 'after' });
		const { error } = await trial.run('elements', 'booking.update', { bookingId: E_BOOKING, ...change(E_POLICY, '{ "number_of_adults": 2 }') });
		expect([kindOf(error), trial.received('updateBooking')]).toEqual(['unknownOutcome', 1]);
		expect(wordsOf(error)).toContain('Booking: Get');
	});

	it('that the booking showed before is no proof, and stays unknown', async () => {
		const same = { bookingId: E_BOOKING, ...change(E_POLICY, '{ "policy_end_date": "2026-09-04T00:00:00.000Z" }') };
		await trial.run('elements', 'booking.update', same, { executionId: '1' });
		trial.sandbox.control.fault({ operationId: 'updateBooking', kind: 'cut', when: 'before' });
		const { error } = await trial.run('elements', 'booking.update', same, { executionId: '2' });
		expect(kindOf(error)).toBe('unknownOutcome');
		expect(wordsOf(error)).toContain(`${E_BOOKING}, which may be it, or another one`);
	});

	it('is looked for by what is read where XCover does not answer to its key any more', async () => {
		trial.sandbox.control.fault({ operationId: 'updateBookingSigned', kind: 'cut', when: 'after', times: 0 });
		const fields = { bookingId: S_BOOKING, ...change(S_POLICY, '{ "trip_name": "North" }'), policyholder: { phone: '+420255501234' } };
		expect(itemOf(await trial.run('signature', 'booking.update', fields))).toMatchObject({ alreadySubmitted: false, outcomeFrom: 'lookUp' });
	});

	it('is previewed and confirmed, and costs what the preview said', async () => {
		const preview = itemOf(await trial.run('signature', 'booking.previewUpdate', { bookingId: S_BOOKING, ...change(S_POLICY, '{ "quantity": 2 }') }));
		expect(preview).toMatchObject({ total_price_diff: '18.4', previewed_status: 'CONFIRMED' });
		expect(itemOf(await trial.run('signature', 'booking.get', { bookingId: S_BOOKING }))).toMatchObject({ total_price: '18.4' });
		expect(itemOf(await trial.run('signature', 'booking.confirmUpdate', { bookingId: S_BOOKING, updateId: preview.update_id }))).toMatchObject({ total_price: '36.8', total_price_diff: '18.4' });
	});

	it('is refused with every fault of the fields', async () => {
		const { error } = await trial.run('signature', 'booking.update', { bookingId: S_BOOKING, ...change(S_POLICY, '{ "quantity": "two" }') });
		expect(kindOf(error)).toBe('validation');
		expect(wordsOf(error)).toContain('quantity: A valid number is required.');
	});
});

describe('an email', () => {
	it('goes out once for an execution, and not in a state that it does not fit', async () => {
		await trial.run('signature', 'booking.sendEmail', { bookingId: S_BOOKING });
		const { error } = await trial.run('signature', 'booking.sendEmail', { bookingId: S_BOOKING, event: 'BOOKING_CANCELLED' });
		expect(kindOf(error)).toBe('validation');
		expect(wordsOf(error)).toContain('only triggered for CANCELLED bookings');
		expect(await trial.book('emails')).toEqual([{ bookingId: S_BOOKING, event: 'BOOKING_CREATED' }]);
	});
});

describe('instalments', () => {
	const bookingId = 'N8QVB-6HJWC-INS';
	const instalment = { id: '82e5b6f1-0c9d-4a37-b1e8-6f4d2a7093c5', number: 2, attemptedAt: '={{ $now.toISO() }}' };

	it('are listed, and paid once they are reported', async () => {
		const states = async () => (await trial.run('signature', 'instalment.getAll', { bookingId, returnAll: true })).items.map(({ json }) => json.status);
		const before = await states();
		expect(itemOf(await trial.run('signature', 'instalment.reportPayment', { bookingId, paidInstalments: { instalment: [instalment] } }))).toMatchObject({ taken: true, alreadySubmitted: false });
		expect([before[1], (await states())[1]]).toEqual(['UNPAID', 'PAID']);
	});

	it('that are paid already are told as that, and not reported again, whoever did so', async () => {
		const report = { bookingId, paidInstalments: { instalment: [instalment] } };
		await trial.run('signature', 'instalment.reportPayment', report);
		useRecordStore(new MemoryStore());
		expect(itemOf(await trial.runInNewProcess('signature', 'instalment.reportPayment', report))).toMatchObject({ taken: true, alreadySubmitted: true, outcomeFrom: 'lookUp' });
		expect(trial.received('reportPayment')).toBe(1);
	});
});

describe('a renewal', () => {
	it('is quoted, declined, or confirmed by the older call, which tells no more than that it was taken', async () => {
		const quoted = itemOf(await trial.run('signature', 'renewal.quote', { bookingId: S_BOOKING }));
		expect(quoted).toMatchObject({ renewal_id: expect.stringMatching(/-REN$/) as unknown, previewed_status: 'CONFIRMED' });
		const older = { bookingId: S_BOOKING, renewalId: quoted.renewal_id, options: { renewalPath: 'confirmation', paidOn: '2026-03-20T02:42:12Z' } };
		expect(itemOf(await trial.run('signature', 'renewal.confirm', older))).toEqual({ bookingId: S_BOOKING, renewalId: quoted.renewal_id, taken: true, alreadySubmitted: false, outcomeFrom: 'answer' });
		expect(trial.sandbox.control.requests('confirmRenewalAtOlderPath')).toMatchObject([{ body: { paid_on: '2026-03-20 02:42:12Z' } }]);
		// The other call would renew the same once more.
		expect(itemOf(await trial.run('signature', 'renewal.confirm', { ...older, options: {} }))).toMatchObject({ alreadySubmitted: true });
		expect(trial.received('confirmRenewal')).toBe(0);
	});

	it('that is declined is told as taken', async () => {
		expect(itemOf(await trial.run('signature', 'renewal.optOut', { bookingId: S_BOOKING }))).toEqual({ bookingId: S_BOOKING, taken: true });
	});
});
