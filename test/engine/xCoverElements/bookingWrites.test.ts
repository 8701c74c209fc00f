import type { IDataObject } from 'n8n-workflow';

import type { Family } from '../../../nodes/XCoverElements/shared/family';
import { kindOf, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { itemOf, XCoverTrial, type RunChanges } from './support';

/** What changes a booking, whatever becomes of its answer: carried out once, and never told as done before it is known. */

const trial = new XCoverTrial();

const E_BOOKING = 'c2f1a9de-0b7e-4e0b-9a53-2f6a8e7d1c44';
const E_POLICY = '0c8f4b5e-5a0f-4b7d-8a1f-9f2f6f7b3e10';
const S_BOOKING = 'K4PLM-22TRX-INS';
const S_POLICY = '1c94d7a0-6e3b-4f82-8d15-a70b3f9c2e68';
const CHANGE = { policyChanges: { policy: [{ id: S_POLICY, updateFields: '{ "trip_name": "North", "quantity": 2 }' }] } };
const INSTALMENT = { id: '82e5b6f1-0c9d-4a37-b1e8-6f4d2a7093c5', number: 3, attemptedAt: '2026-03-03T08:30:00Z' };

interface Write {
	family: Family;
	name: string;
	operationId: string;
	/** What it is filled in with, once all is there that it needs. */
	fields(): Promise<IDataObject>;
	/** Members of what comes out. */
	told: IDataObject;
	/** Whether each execution means it anew. */
	isAnew?: boolean;
	/** Whether a process that knows of it by n8n's database alone finds out what it came to. */
	isFoundElsewhere?: boolean;
}

const withPreview = (family: Family, preview: string, asked: IDataObject, member: string, field: string) => async () => {
	const { [member]: id } = itemOf(await trial.run(family, preview, asked));
	return { bookingId: asked.bookingId, [field]: id } as IDataObject;
};
const fixed = (fields: IDataObject) => async () => await Promise.resolve(fields);

const WRITES: readonly Write[] = [
	{ family: 'elements', name: 'booking.cancel', operationId: 'cancelBooking', fields: fixed({ bookingId: E_BOOKING, bookingReference: 'QF7TR-2KMPA-INS' }), told: { status: 'Cancelled' }, isFoundElsewhere: true },
	{ family: 'elements', name: 'booking.confirmCancellation', operationId: 'confirmCancellation', fields: withPreview('elements', 'booking.previewCancellation', { bookingId: E_BOOKING }, 'cancellation_id', 'cancellationId'), told: { status: 'Cancelled' }, isFoundElsewhere: true },
	{
		family: 'elements', name: 'booking.update', operationId: 'updateBooking', isAnew: true, told: { status: 'Active' },
		fields: fixed({ bookingId: E_BOOKING, policyChanges: { policy: [{ id: E_POLICY, updateFields: '{ "policy_end_date": "2026-09-04T00:00:00.000Z" }' }] } }),
	},
	{ family: 'signature', name: 'booking.cancel', operationId: 'cancelBookingSigned', fields: fixed({ bookingId: S_BOOKING, bookingReference: S_BOOKING }), told: { status: 'CANCELLED' }, isFoundElsewhere: true },
	{ family: 'signature', name: 'booking.confirmCancellation', operationId: 'confirmCancellationSigned', fields: withPreview('signature', 'booking.previewCancellation', { bookingId: S_BOOKING }, 'cancellation_id', 'cancellationId'), told: { status: 'CANCELLED' }, isFoundElsewhere: true },
	{ family: 'signature', name: 'booking.update', operationId: 'updateBookingSigned', fields: fixed({ bookingId: S_BOOKING, ...CHANGE }), told: { status: 'CONFIRMED' }, isAnew: true },
	{ family: 'signature', name: 'booking.confirmUpdate', operationId: 'confirmUpdate', fields: withPreview('signature', 'booking.previewUpdate', { bookingId: S_BOOKING, ...CHANGE }, 'update_id', 'updateId'), told: { status: 'CONFIRMED' } },
	{ family: 'signature', name: 'booking.confirmPayment', operationId: 'confirmPayment', fields: fixed({ bookingId: 'B6WXN-4TQHL-INS' }), told: { status: 'CONFIRMED' } },
	{ family: 'signature', name: 'booking.sendEmail', operationId: 'sendEmail', fields: fixed({ bookingId: S_BOOKING }), told: { event: null, taken: true }, isAnew: true },
	{ family: 'signature', name: 'instalment.reportPayment', operationId: 'reportPayment', fields: fixed({ bookingId: 'N8QVB-6HJWC-INS', paidInstalments: { instalment: [INSTALMENT] } }), told: { taken: true }, isFoundElsewhere: true },
	{ family: 'signature', name: 'renewal.confirm', operationId: 'confirmRenewal', fields: withPreview('signature', 'renewal.quote', { bookingId: S_BOOKING }, 'renewal_id', 'renewalId'), told: { status: 'RENEWED' } },
];

describe.each(WRITES.map((write) => ({ ...write })))('$name, $family', ({ family, name, operationId, fields: fieldsOf, told, isAnew = false, isFoundElsewhere = false }) => {
	let fields: IDataObject;
	let receivedBefore: number;
	let carriedOutBefore: number;

	/** What was carried out: XCover keeps a key for each signed write, and tells of each change with a token. */
	const carriedOut = async () => (family === 'signature' ? (await trial.book('keys')).length : trial.sandbox.events().length) - (carriedOutBefore ?? 0);
	/** How often it was sent. */
	const sent = () => trial.received(operationId) - receivedBefore;
	const run = async (more: RunChanges = {}, changes: IDataObject = {}) => await trial.run(family, name, { ...fields, ...changes }, more);

	beforeEach(async () => {
		carriedOutBefore = 0;
		fields = await fieldsOf();
		carriedOutBefore = await carriedOut();
		receivedBefore = trial.received(operationId);
	});

	it('is carried out, and not once more by the same execution', async () => {
		expect(itemOf(await run())).toMatchObject({ ...told, alreadySubmitted: false, outcomeFrom: 'answer' });
		expect(itemOf(await run())).toMatchObject({ ...told, alreadySubmitted: true });
		expect([sent(), await carriedOut()]).toEqual([1, 1]);
	});

	it(isAnew ? 'is meant anew by another execution' : 'is not sent again by another execution', async () => {
		await run({ executionId: '1' });
		const again = itemOf(await run({ executionId: '2' }));
		expect(again).toMatchObject({ ...told, alreadySubmitted: !isAnew });
		expect([sent(), await carriedOut()]).toEqual(isAnew ? [2, 2] : [1, 1]);
	});

	it('is carried out once where it is asked for twice at once', async () => {
		const items = (await Promise.all([run(), run()])).map(itemOf);
		expect(items.map(({ alreadySubmitted }) => alreadySubmitted).sort()).toEqual([false, true]);
		expect([sent(), await carriedOut()]).toEqual([1, 1]);
	});

	it.each([
		['answered 500 after it was taken', { kind: 'status', status: 500, when: 'after' }],
		['cut after it was taken', { kind: 'cut', when: 'after' }],
		['never answered', { kind: 'silence', when: 'after' }],
		['answered with half of its JSON', { kind: 'truncatedJson' }],
	] as const)('%s, what it came to is found out, and it is carried out once', async (_what, fault) => {
		trial.sandbox.control.fault({ operationId, ...fault });
		const item = itemOf(await run());
		expect(item).toMatchObject({ ...told, outcomeFrom: family === 'elements' ? 'lookUp' : 'answer' });
		expect(itemOf(await run())).toMatchObject({ ...told, alreadySubmitted: true });
		expect(await carriedOut()).toBe(1);
	});

	it('of which nobody has heard is told as unknown, and not sent again: by this process, by Retry On Fail or by another process', async () => {
		trial.sandbox.control.fault({ operationId, kind: 'silence', when: 'after', times: 0 });
		// The look before it is sent works; with a token the cancellation reads the reference, too.
		const readsReference = name === 'booking.cancel' && family === 'elements';
		const skip = readsReference ? 2 : 1;
		for (const call of ['listBookings', 'getBooking', 'listInstalments']) trial.sandbox.control.fault({ operationId: call, kind: 'status', status: 403, skip, times: 0 });
		const blind = { options: { lookUpSeconds: 0, timeoutMs: 300 } };
		const here = [await run({}, blind), await run({ settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 } }, blind)];
		const elsewhere = await trial.runInNewProcess(family, name, { ...fields, ...blind });
		expect(here.map(({ error, items }) => [kindOf(error), items])).toEqual([['unknownOutcome', []], [readsReference ? 'permission' : 'unknownOutcome', []]]);
		expect([wordsOf(elsewhere.error), elsewhere.items]).toEqual([expect.stringMatching(/^Not sent|XCover does not allow/), []]);
		expect(await carriedOut()).toBe(1);
		if (family === 'elements') expect(sent()).toBe(1);
	});

	it('lost before XCover had it is never told as done before it is', async () => {
		trial.sandbox.control.fault({ operationId, kind: 'cut', when: 'before' });
		const first = await run();
		if (family === 'signature') {
			// Sent again under its key: only that carried it out.
			expect(itemOf(first)).toMatchObject({ ...told, alreadySubmitted: false });
			expect([sent(), await carriedOut()]).toEqual([2, 1]);
			return;
		}
		expect(kindOf(first.error)).toBe('unknownOutcome');
		expect(wordsOf(first.error)).toContain('Booking: Get');
		expect(kindOf((await run()).error)).toBe('unknownOutcome');
		expect([sent(), await carriedOut()]).toEqual([1, 0]);
	});

	it('answered 429 is sent again, as it was not taken', async () => {
		trial.sandbox.control.fault({ operationId, kind: 'status', status: 429, retryAfterSeconds: 0 });
		expect(itemOf(await run())).toMatchObject({ ...told, alreadySubmitted: false });
		expect([sent(), await carriedOut()]).toEqual([2, 1]);
	});

	it('refused is told as refused, and may be sent again', async () => {
		trial.sandbox.control.fault({ operationId, kind: 'status', status: 422 });
		expect(kindOf((await run()).error)).toBe('validation');
		expect(itemOf(await run())).toMatchObject({ ...told, alreadySubmitted: false });
		expect(await carriedOut()).toBe(1);
	});

	it('under Retry On Fail is carried out once', async () => {
		trial.sandbox.control.fault({ operationId, kind: 'silence', when: 'after', times: 2 });
		const retried = await run({ settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } }, { options: { lookUpSeconds: 0, timeoutMs: 400 } });
		expect(itemOf(retried)).toMatchObject(told);
		expect(await carriedOut()).toBe(1);
	});

	it(`carried out by a process that was stopped is ${isFoundElsewhere ? 'found' : 'told as unknown'} by the next one`, async () => {
		await run();
		const next = await trial.runInNewProcess(family, name, fields);
		if (isFoundElsewhere) expect(itemOf(next)).toMatchObject({ ...told, alreadySubmitted: true });
		else expect([kindOf(next.error), wordsOf(next.error)]).toEqual(['unknownOutcome', expect.stringContaining('Not sent again')]);
		expect(await carriedOut()).toBe(1);
	});

	if (family === 'signature') {
		it('that XCover is still at is waited for', async () => {
			trial.sandbox.control.fault({ operationId, kind: 'status', status: 423, times: 2 });
			expect(itemOf(await run())).toMatchObject({ ...told, alreadySubmitted: false });
			expect([sent(), await carriedOut()]).toEqual([3, 1]);
		});
	}
});
