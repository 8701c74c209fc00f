import { BOOKING, Filled, POLICY } from './support';

const preview = new Filled('signature', 'booking.previewUpdate', { bookingId: BOOKING, policyChanges: { policy: [{ id: POLICY, updateFields: '{ "quantity": 2 }' }] } });
const BODY = {
	id: BOOKING, update_id: 'joB4k-Cm72p-o9vTd-UPD', status: 'CONFIRMED', currency: 'EUR', total_price: '36.80', total_price_diff: '18.40', total_price_diff_formatted: '€18.40',
	quotes: [{ id: POLICY, status: 'CONFIRMED', price_diff: '18.40' }], security_token: 'x',
};

describe('the preview of a change', () => {
	it('is a call of its own, under a key', () => {
		expect(preview.request()).toMatchObject({ method: 'PATCH', path: `/partners/{partner_code}/bookings/${BOOKING}/quote_for_update`, body: { quotes: [{ id: POLICY }] }, keyed: { firstAnswer: 409 } });
	});

	it('is asked for anew by each run, since the booking may be another by then', () => {
		const keyOf = (executionId: string, now?: Date) => preview.request(executionId, now).headers?.['x-idempotency-key'];
		expect(keyOf('1')).toBe(keyOf('1'));
		expect(new Set([keyOf('1'), keyOf('2'), keyOf('1', new Date(0))]).size).toBe(3);
	});

	it('comes out with its ID and what changes, and with no state of its own', () => {
		const [item] = preview.items(BODY);
		expect(item).toEqual({ id: BOOKING, update_id: BODY.update_id, currency: 'EUR', total_price: '36.80', total_price_diff: '18.40', total_price_diff_formatted: '€18.40', previewed_status: 'CONFIRMED', quotes: [{ id: POLICY, previewed_status: 'CONFIRMED', price_diff: '18.40' }] });
		expect(JSON.stringify(preview.with({ simplify: false }).items(BODY))).not.toMatch(/"status"|security_token/);
	});

	it('without an ID is no preview', () => {
		expect(() => preview.items({ ...BODY, update_id: undefined })).toThrow(/update_id/);
	});
});

describe('its confirmation', () => {
	const confirm = new Filled('signature', 'booking.confirmUpdate', { bookingId: BOOKING, updateId: BODY.update_id });

	it('is a POST under the key of that change, in each execution', () => {
		expect(confirm.request()).toMatchObject({ method: 'POST', path: `/partners/{partner_code}/bookings/${BOOKING}/confirm_update/${BODY.update_id}/`, body: {}, keyed: { firstAnswer: 409 } });
		expect(confirm.request('2').headers).toEqual(confirm.request('1').headers);
		expect(confirm.with({ updateId: 'another' }).key()).not.toBe(confirm.key());
	});

	it('is sent once more where a person wants that, as XCover is not known to refuse a second one', () => {
		const again = confirm.with({ options: { sendAgain: true } });
		expect(again.request('2').headers).not.toEqual(confirm.request('2').headers);
		expect(confirm.once.partnersKey?.keptMs).toBe(47 * 60 * 60_000);
	});

	it('tells the booking as it is then', () => {
		const booking = { ...BODY, update_id: undefined };
		expect(confirm.items(booking, 201)[0]).toMatchObject({ id: BOOKING, status: 'CONFIRMED', total_price: '36.80', total_price_diff: '18.40' });
		expect(confirm.items(booking, 409)[0]).toMatchObject({ id: BOOKING, total_price_diff: '18.40' });
	});
});
