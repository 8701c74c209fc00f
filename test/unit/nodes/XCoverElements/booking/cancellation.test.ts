import type { IDataObject } from 'n8n-workflow';

import { Failure, isFailure, validationFailure } from '../../../../../engine/failure';
import { jsonText } from '../../../../../engine/http/exactNumber';
import { answer, failureOf } from '../../../../support/panels/pure';
import { BOOKING, Filled, POLICY } from './support';

const ID = 'c2f1a9de-0b7e-4e0b-9a53-2f6a8e7d1c44';
const REFERENCE = 'QF7TR-2KMPA-INS';
const CANCELLATION = 'u7Mbd-d6K2P-8FTQW-CCL';
const ONE = { policies: { policy: [{ id: POLICY, reason: 'Duplicate' }] } };

const inElements = (status: string, further: IDataObject = {}) => ({ data: { id: ID, provider_reference: REFERENCE, status, currency: 'AUD', price: '12.40', policies: [{ id: POLICY, status }], cancellations: [], security_token: 'x', ...further } });
const inSignature = (status: string, further: IDataObject = {}) => ({ id: BOOKING, status, currency: 'EUR', total_price: '0', total_refund: '18.40', total_refund_formatted: '€18.40', quotes: [{ id: POLICY, status, refund_value: '18.40' }], cancellation_id: null, confirm_before: null, coi: { url: 'x' }, ...further });

describe('a cancellation at once', () => {
	const withToken = new Filled('elements', 'booking.cancel', { bookingId: ID, bookingReference: REFERENCE });
	const signed = new Filled('signature', 'booking.cancel', { bookingId: BOOKING, bookingReference: BOOKING });
	const completed = async (filled: Filled, ...bodies: unknown[]): Promise<unknown> => {
		const left = [...bodies];
		return await filled.once.complete!(filled.parameters(), async () => await Promise.resolve(answer(left.shift())));
	};

	it('says in its body that it is no preview', () => {
		expect(withToken.request()).toEqual({ method: 'DELETE', path: `/api/partners/{partner_id}/bookings/${ID}`, body: { preview: false } });
		expect(withToken.with({ ...ONE, reason: 'Moved' }).request().body).toEqual({ preview: false, reason: 'Moved', policies: [{ id: POLICY, reason: 'Duplicate' }] });
		expect(signed.request()).toMatchObject({ method: 'POST', path: `/partners/{partner_code}/bookings/${BOOKING}/cancel`, body: { preview: false } });
		expect(signed.with({ ...ONE, reason: 'Moved' }).request().body).toEqual({ preview: false, reason_for_cancellation: 'Moved', quotes: [{ id: POLICY, reason_for_cancellation: 'Duplicate' }] });
	});

	it('is not sent with the reference of another booking: signed, that is named with all other faults', async () => {
		const error: unknown = await completed(withToken.with({ bookingReference: 'LM3WX-9QHTB-INS' }), { data: [inElements('Active').data] }).catch((thrown: unknown) => thrown);
		expect(isFailure(error) && [error.kind, error.details.faults?.[0]?.field]).toEqual(['validation', 'Booking Reference']);
		expect(signed.with({ bookingReference: 'N8QVB-6HJWC-INS', policies: { policy: [{ id: POLICY }, { id: POLICY.toUpperCase() }, { id: '' }] } }).faults()).toEqual([
			'Policies 3: Policy ID: must not be empty',
			'Policies: must not name the same policy twice',
			`Booking Reference: must be the whole INS number of booking ${BOOKING}, as Booking: Get shows it, not N8QVB-6HJWC-INS`,
		]);
	});

	it('is sent with its own reference, in capitals or not, and to the ID that the list has', async () => {
		expect(await completed(withToken.with({ bookingId: REFERENCE.toLowerCase(), bookingReference: ` ${REFERENCE.toLowerCase()}` }), { data: [inElements('Active').data] })).toMatchObject({ bookingId: ID });
		expect(signed.with({ bookingReference: BOOKING.toLowerCase() }).parameters()).toMatchObject({ bookingId: BOOKING });
	});

	it('is not sent where the list does not hold the booking', async () => {
		await expect(completed(withToken, { data: [] })).rejects.toThrow('lists no booking');
	});

	it('comes out as the booking that is cancelled, or of which each policy that was named is', () => {
		expect(withToken.items(inElements('Cancelled'))[0]).toMatchObject({ id: ID, status: 'Cancelled' });
		expect(withToken.with(ONE).items(inElements('Active', { policies: [{ id: POLICY.toUpperCase(), status: 'Cancelled' }, { id: 'other', status: 'Active' }] }))[0]).toMatchObject({ status: 'Active' });
		expect(signed.items(inSignature('CANCELLED'))).toEqual([{ id: BOOKING, status: 'CANCELLED', currency: 'EUR', total_price: '0', total_refund: '18.40', total_refund_formatted: '€18.40', quotes: [{ id: POLICY, status: 'CANCELLED', refund_value: '18.40' }] }]);
		expect(signed.items(inSignature('CANCELLED'), 409)[0]).toMatchObject({ status: 'CANCELLED' });
	});

	it.each<[string, () => unknown]>([
		['shows the booking as before', () => withToken.items(inElements('Active'))],
		['shows another policy as cancelled', () => withToken.with(ONE).items(inElements('Active', { policies: [{ id: 'other', status: 'Cancelled' }] }))],
		['shows the booking as before, signed', () => signed.items(inSignature('CONFIRMED'))],
		['is one to a preview, which says CANCELLED, too', () => signed.items(inSignature('CANCELLED', { cancellation_id: CANCELLATION }))],
		['is a first answer that does not tell', () => signed.items('{}', 409)],
		['is about another booking', () => withToken.items(inElements('Cancelled', { id: 'b902c54d-8e04-43d5-822b-93c34e787197', provider_reference: 'LM3WX-9QHTB-INS' }))],
		['is about another booking, signed', () => signed.items(inSignature('CANCELLED', { id: 'N8QVB-6HJWC-INS' }))],
		['has errors beside the booking', () => withToken.items({ ...inElements('Cancelled'), errors: ['The refund failed'] })],
		['has errors beside the booking, signed', () => signed.items(inSignature('CANCELLED', { errors: ['The refund failed'] }))],
	])('whose answer %s is not told as done', (_what, read) => {
		expect(['unknownOutcome', 'brokenAnswer']).toContain(failureOf(read).kind);
	});

	it('is the same in each execution, whatever the reason, and another one of other policies', () => {
		for (const filled of [withToken, signed]) {
			expect(filled.with({ reason: 'Other' }).key('2')).toBe(filled.key('1'));
			expect(filled.with(ONE).key()).not.toBe(filled.key());
		}
	});

	it('is found in the state of the booking, before and after it was sent', () => {
		for (const wasSent of [true, false]) {
			expect(withToken.seen({ data: [inElements('Cancelled').data] }, wasSent)).toEqual(['same']);
			expect(withToken.seen({ data: [inElements('Active').data] }, wasSent)).toEqual([]);
			expect(withToken.seen({ data: [{ id: 'other', status: 'Cancelled' }] }, wasSent)).toEqual([]);
			expect(signed.seen(inSignature('CANCELLED'), wasSent)).toEqual(['same']);
			expect(signed.seen(inSignature('CONFIRMED'), wasSent)).toEqual([]);
			expect(signed.seen(inSignature('CANCELLED', { id: 'N8QVB-6HJWC-INS' }), wasSent)).toEqual([]);
		}
	});

	it('is looked for on each page of the list', () => {
		const next = withToken.once.lookUp?.next?.(answer({ data: [], links: { next: 'https://other.example/x?page=2' } }), withToken.parameters());
		expect(next).toEqual({ method: 'GET', path: '/api/partners/{partner_id}/bookings', query: { page: '2' } });
		expect(withToken.once.lookUp?.next?.(answer({ data: [] }), withToken.parameters())).toBeUndefined();
		expect(withToken.once.lookUp?.isOptional).toBe(true);
	});
});

describe('the preview of a cancellation', () => {
	const withToken = new Filled('elements', 'booking.previewCancellation', { bookingId: ID });
	const signed = new Filled('signature', 'booking.previewCancellation', { bookingId: BOOKING });

	it('says in its body, and first of all, that it is one', () => {
		expect(jsonText(withToken.with({ ...ONE, reason: 'Moved' }).request().body)).toMatch(/^\{"preview":true,/);
		expect(withToken.request()).toEqual({ method: 'DELETE', path: `/api/partners/{partner_id}/bookings/${ID}`, body: { preview: true } });
		expect(signed.request()).toMatchObject({ method: 'POST', body: { preview: true } });
	});

	it('comes out with the ID that confirms it, and never with a state of the booking', () => {
		const previews = [
			withToken.items(inElements('Active', { cancellations: [{ id: CANCELLATION }] })),
			signed.items(inSignature('CANCELLED', { cancellation_id: CANCELLATION, confirm_before: 'then' })),
			withToken.with({ simplify: false }).items(inElements('Active', { cancellations: [{ id: CANCELLATION, status: 'Cancelled' }] })),
			signed.with({ simplify: false }).items(inSignature('CANCELLED', { cancellation_id: CANCELLATION })),
		];
		for (const [item] of previews) {
			expect(item).toMatchObject({ cancellation_id: CANCELLATION, previewed_status: expect.anything() as unknown });
			expect(JSON.stringify(item)).not.toMatch(/"status"|security_token|coi/);
		}
	});

	describe('with a token', () => {
		const { operation } = withToken;
		if (!('replaces' in operation) || !('items' in operation)) throw new Error('It reads nothing before');
		const { replaces, items, explain } = operation;
		/** What a preview comes to where the list has shown the booking with these cancellations, or could not be read. */
		const outcome = async (before: string[] | undefined, after: string[], status = 'Active'): Promise<unknown> => {
			const refused = new Failure('permission', 'XCover does not allow this', { advice: 'Ask.' });
			const list = before && answer({ data: [inElements('Active', { cancellations: before.map((id) => ({ id })) }).data] });
			const parameters = await replaces.complete!(withToken.parameters(), async () => await Promise.resolve(list ?? refused));
			try {
				return items(answer(inElements(status, { cancellations: after.map((id) => ({ id })) })), parameters)[0]?.cancellation_id;
			} catch (error) {
				return isFailure(error) ? error.kind : error;
			}
		};

		it.each<[what: string, before: string[] | undefined, after: string[], status: string, outcome: string]>([
			['the only cancellation', [], ['a'], 'Active', 'a'],
			['the new one, listed last', ['a'], ['a', 'b'], 'Active', 'b'],
			['the new one, listed first', ['a'], ['b', 'a'], 'Active', 'b'],
			['a new one beside a status of what would be', ['a'], ['a', 'b'], 'Cancelled', 'b'],
			['one that XCover gives again for the same', ['a'], ['a'], 'Active', 'a'],
			['the only one, where the list cannot be read', undefined, ['a'], 'Active', 'a'],
			['none of two new ones', [], ['a', 'b'], 'Active', 'brokenAnswer'],
			['none of several, where the list cannot be read', undefined, ['a', 'b'], 'Active', 'brokenAnswer'],
			['none of several old ones', ['a', 'b'], ['a', 'b'], 'Active', 'brokenAnswer'],
			['no old one where the booking is cancelled: its body was dropped', ['a'], ['a'], 'Cancelled', 'unknownOutcome'],
			['none that may be an old one where the booking is cancelled', undefined, ['a'], 'Cancelled', 'unknownOutcome'],
		])('takes %s', async (_what, before, after, status, expected) => {
			expect(await outcome(before, after, status)).toBe(expected);
		});

		it('of a booking that is cancelled already is not sent', async () => {
			const list = answer({ data: [inElements('Cancelled').data] });
			const error: unknown = await replaces.complete!(withToken.parameters(), async () => await Promise.resolve(list)).catch((thrown: unknown) => thrown);
			expect(isFailure(error) && [error.kind, error.message]).toEqual(['validation', expect.stringMatching(/has the status Cancelled already: there is nothing left to cancel/)]);
		});

		it('that got no good answer says that the booking may be cancelled, unless it was not sent', () => {
			const lost = new Failure('validation', 'XCover refused the request (422)', { advice: 'Check the fields of the item.', status: 422 });
			expect(explain?.(lost, withToken.parameters()).details.advice).toMatch(/Booking: Get.*cancelled now and was not before.*tell Cover Genius at once/);
			const denied = new Failure('permission', 'XCover does not allow this (403)', { advice: 'Ask.', status: 403 });
			expect(explain?.(denied, withToken.parameters())).toBe(denied);
		});
	});

	it('that is refused says, signed, that the booking may be cancelled already', () => {
		const { explain } = signed.operation;
		const refused = new Failure('validation', 'XCover refused the request (422)', { advice: 'Check the fields of the item.', status: 422 });
		expect(explain?.(refused, signed.parameters()).details.advice).toMatch(/cancelled already: look at its status with Booking: Get/);
		const ours = validationFailure('The preview', [{ field: 'Booking ID', expected: 'must not be empty' }]);
		expect(explain?.(ours, signed.parameters())).toBe(ours);
	});

	it('of another booking is none', () => {
		expect(failureOf(() => signed.items(inSignature('CANCELLED', { id: 'N8QVB-6HJWC-INS', cancellation_id: CANCELLATION }))).message).toContain(`another booking than ${BOOKING}`);
	});

	it('hands on the security token where links are asked for', () => {
		expect(withToken.with({ simplify: false, options: { includeLinks: true } }).items(inElements('Active', { cancellations: [{ id: CANCELLATION }] }))[0]).toHaveProperty('security_token');
	});

	it('answered as cancelled, without a cancellation to confirm, fails loudly: the booking may be cancelled', () => {
		const failures: Failure[] = [failureOf(() => withToken.items(inElements('Cancelled'))), failureOf(() => signed.items(inSignature('CANCELLED')))];
		for (const failure of failures) {
			expect(failure.kind).toBe('unknownOutcome');
			expect(failure.message).toContain('the booking may be cancelled');
			expect(failure.details.advice).toMatch(/Booking: Get.*tell Cover Genius/);
		}
	});

	it('without a cancellation to confirm is no preview', () => {
		for (const read of [() => withToken.items(inElements('Active')), () => signed.items(inSignature('CONFIRMED'))]) expect(failureOf(read)).toMatchObject({ kind: 'brokenAnswer', message: expect.stringContaining('a cancellation to confirm') as string });
	});
});

describe('the confirmation of a cancellation', () => {
	const withToken = new Filled('elements', 'booking.confirmCancellation', { bookingId: ID, cancellationId: CANCELLATION });
	const signed = new Filled('signature', 'booking.confirmCancellation', { bookingId: BOOKING, cancellationId: CANCELLATION });

	it('names booking and cancellation', () => {
		expect(withToken.request()).toEqual({ method: 'POST', path: `/api/partners/{partner_id}/bookings/${ID}/cancellations/${CANCELLATION}`, body: {} });
		expect(signed.request()).toMatchObject({ method: 'POST', path: `/partners/{partner_code}/bookings/${BOOKING}/confirm_cancellation/${CANCELLATION}/`, body: {}, keyed: { firstAnswer: 409, underWay: 423 } });
	});

	it('comes out as the booking, of which something is cancelled', () => {
		expect(withToken.items(inElements('Cancelled'))[0]).toMatchObject({ status: 'Cancelled' });
		expect(withToken.items(inElements('Active', { policies: [{ id: 'a', status: 'Active' }, { id: 'b', status: 'Cancelled' }] }))[0]).toMatchObject({ status: 'Active' });
		expect(signed.items(inSignature('CANCELLED'))[0]).toMatchObject({ status: 'CANCELLED' });
	});

	it('answered with a booking of which nothing is cancelled is not told as done', () => {
		for (const read of [() => withToken.items(inElements('Active')), () => signed.items(inSignature('CONFIRMED'))]) expect(failureOf(read).kind).toBe('unknownOutcome');
	});

	it('goes out under one key for ever, and again under it whenever nobody knows', () => {
		expect(signed.request('2').headers).toEqual(signed.request('1').headers);
		expect(signed.once.partnersKey?.keptMs).toBe(Infinity);
		expect(withToken.once.partnersKey).toBeUndefined();
	});

	it('is found in a booking that is cancelled as a whole; of one that is so in part nobody can say by what', () => {
		expect(withToken.seen({ data: [inElements('Cancelled').data] }, true)).toEqual(['same']);
		expect(withToken.seen({ data: [inElements('Active', { policies: [{ id: POLICY, status: 'Cancelled' }] }).data] }, true)).toEqual([]);
		expect(signed.seen(inSignature('CANCELLED'), true)).toEqual(['same']);
	});
});
