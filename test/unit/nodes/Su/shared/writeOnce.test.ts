import type { IDataObject } from 'n8n-workflow';

import type { OnceOperation } from '../../../../../engine/operation/operation';
import { send } from '../../../../../nodes/Su/message/send';
import { acceptRequest } from '../../../../../nodes/Su/reservation/acceptRequest';
import { cancelAirbnb } from '../../../../../nodes/Su/reservation/cancelAirbnb';
import { denyRequest } from '../../../../../nodes/Su/reservation/denyRequest';
import { report } from '../../../../../nodes/Su/reservation/report';
import { reply } from '../../../../../nodes/Su/review/reply';
import { EXAMPLES } from '../../../../support/services/Su.examples';
import { answer, failureOf, fieldsOf, panel, RUN } from '../../../../support/panels/pure';

const KEYED = { 'message.send': send, 'reservation.cancelAirbnb': cancelAirbnb, 'reservation.report': report, 'review.reply': reply };

type Any = OnceOperation<IDataObject>;

/** Parameters of an operation, filled in as its example with these changes. */
const read = (operation: unknown, name: keyof typeof EXAMPLES, changes: object = {}, executionId = '1') =>
	(operation as Any).parameters(panel({ ...EXAMPLES[name], ...changes }), { ...RUN, executionId });

describe('what is sent once', () => {
	it.each<[keyof typeof KEYED, object, isSame: boolean]>([
		['message.send', { hotelId: 'hview-1' }, true],
		['message.send', { listingId: '7' }, true],
		['message.send', { message: ' Late arrival is fine. ' }, true],
		['message.send', { message: 'Late arrival is not fine.' }, false],
		['message.send', { channelBookingId: '1' }, false],
		['message.send', { channel: '9' }, false],
		['reservation.cancelAirbnb', { messageAirbnb: 'Another pipe.' }, true],
		['reservation.cancelAirbnb', { channelBookingId: 'HM1' }, false],
		['reservation.report', { hotelId: 'PINE-2' }, true],
		['reservation.report', { report: 'cc_is_invalid' }, false],
		['reservation.report', { reservationNotifId: '1' }, false],
		['review.reply', { reviewReply: 'Come again.' }, true],
		['review.reply', { channelReviewId: '1' }, false],
	])('%s with %j is the same: %s', (name, changes, isSame) => {
		const operation = KEYED[name] as unknown as Any;
		const [first, second] = [read(operation, name), read(operation, name, changes)];
		expect(operation.key(first) === operation.key(second)).toBe(isSame);
	});

	it.each<[keyof typeof KEYED, Record<string, string>]>([
		['message.send', { channel: '244', threadId: 'Th-1', guestId: 'G-1', listingId: 'L-1' }],
		['reservation.report', { reservationNotifId: 'N-1' }],
		['review.reply', { channelPropertyId: 'P-1', channelReviewId: 'R-1' }],
	])('%s is the same whatever capitals its IDs have: %j', (name, changes) => {
		const operation = KEYED[name] as unknown as Any;
		const inSmallLetters = Object.fromEntries(Object.entries(changes).map(([member, id]) => [member, id.toLowerCase()]));
		const [first, second] = [read(operation, name, changes), read(operation, name, inSmallLetters)];
		expect([operation.key(first), operation.content(first)]).toEqual([operation.key(second), operation.content(second)]);
	});

	it('is the same with other content where anything that goes out differs', () => {
		const operation = send as unknown as Any;
		const contents = [{}, { message: 'Late arrival is fine.' }, { listingId: '7' }].map((changes) => operation.content(read(operation, 'message.send', changes)));
		expect(new Set(contents).size).toBe(2);
	});

	it('is another one in each execution that sends it again, and the same one in its tries', () => {
		const operation = send as unknown as Any;
		const again = { 'options.sendAgain': true };
		const keys = [read(operation, 'message.send'), ...['1', '1', '2'].map((executionId) => read(operation, 'message.send', again, executionId))].map((value) => operation.key(value));
		expect(keys[1]).toBe(keys[2]);
		expect(new Set(keys).size).toBe(3);
	});

	it('holds nothing that a guest reads in what n8n keeps of it', () => {
		const operation = send as unknown as Any;
		const value = read(operation, 'message.send', { message: 'The door code is 4711' });
		for (const kept of [operation.key(value), operation.content(value), operation.label(value)]) expect(kept).not.toContain('4711');
	});

	it.each([{ message: 'Handled' }, { Status: 'Pending' }, { success: false }, {}, []])('is unknown where Su answers %j', (body) => {
		const operation = acceptRequest as unknown as Any;
		expect(failureOf(() => operation.items(answer(body), read(operation, 'reservation.acceptRequest'))).kind).toBe('unknownOutcome');
	});
});

it('a report is not told as waiting where Su says no inside its yes', () => {
	const operation = report as unknown as Any;
	const told = (body: object) => operation.items(answer(body), read(report, 'reservation.report'));
	expect(told({ Status: 'enqueued' })).toMatchObject([{ enqueued: true }]);
	expect(failureOf(() => told({ Status: 'enqueued', data: [{ Status: 'Fail', Errors: { ShortText: 'Too late' } }] })).kind).toBe('unknownOutcome');
});

describe('a request that is denied', () => {
	const body = (changes: object) => (denyRequest as unknown as Any).request(read(denyRequest, 'reservation.denyRequest', changes)).body;

	it('at Airbnb has a reason and a message, and elsewhere neither', () => {
		expect(body({ messageAirbnb: 'Overbooked' })).toEqual({
			bookingid: 'HMREQ00001_HVIEW-1', status: 'cancel', decline_reason: 'dates_not_available', message_guest: 'Sorry, we are closed that week.', message_airbnb: 'Overbooked',
		});
		expect(body({ requestedAt: 'other' })).toEqual({ bookingid: 'HMREQ00001_HVIEW-1', status: 'cancel' });
	});

	it('is refused with all its faulty fields', () => {
		const failure = failureOf(() => body({ bookingId: '', declineReason: 'rude', messageGuest: '' }));
		expect(fieldsOf(failure)).toEqual(['Booking ID', 'Reason', 'Message to Guest']);
	});
});

it.each(['123', '123~132', 'a~~~b', '~~~'])('a reason of Airbnb is not %j', (cancelReason) => {
	expect(fieldsOf(failureOf(() => read(cancelAirbnb, 'reservation.cancelAirbnb', { cancelReason })))).toEqual(['Reason']);
});

it('a report for a message whose ID has lost digits is refused', () => {
	expect(fieldsOf(failureOf(() => read(report, 'reservation.report', { reservationNotifId: String(177251666900249940001) })))).toEqual(['Reservation Notification ID']);
});

describe('the answer below a review', () => {
	const look = (review: object, changes: object = {}) => {
		const { lookUp } = reply as unknown as Any;
		const parameters = read(reply, 'review.reply', changes);
		const page = answer({ Status: 'Success', Data: { reviews: [review], next_page: 'b' } });
		return { candidates: lookUp!.match(page, parameters, true), next: lookUp!.next!(page, parameters)?.body };
	};
	const review = (review_reply: unknown, channel_id: unknown = '19') => ({ channel_id, guest_info: { channel_review_id: '88009002', review_reply } });

	it.each([['Thank you for staying with us.', 'same'], ['Thank you\r\nfor staying  with us.', 'same'], ['Thanks.', 'maybe']])('%j is %s', (text, likeness) => {
		expect(look(review(text, 19))).toMatchObject({ candidates: [{ likeness }], next: undefined });
	});

	it.each([['', undefined], [null, undefined], [undefined, undefined]])('%j is none, and no further page is read', (text, next) => {
		expect(look(review(text))).toEqual({ candidates: [], next });
	});

	it('is looked for on the next page where this one has not the review, or one of another channel', () => {
		for (const other of [{}, { guest_info: { channel_review_id: '1', review_reply: 'Hello' } }, review('Hello', '244')]) {
			expect(look(other)).toEqual({ candidates: [], next: { hotel_id: 'HVIEW-1', page_size: 100, next_page: 'b' } });
		}
	});
});
