import type { IDataObject } from 'n8n-workflow';

import { EVENT_KINDS, isWanted, OTHER_KINDS, tidyEvent } from '../../../../../nodes/SrsSips/webhook/events';
import { SIPS_EVENT, sipsEvent } from '../../../../support/webhook/sipsEvent';

function event(changes: IDataObject = {}) {
	return tidyEvent(sipsEvent(changes));
}

describe('an event of SIPS', () => {
	it('names order, PO and transaction, and keeps the body as it came', () => {
		expect(event()).toEqual({
			eventKey: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
			kind: 'Order Update', code: 'OU', status: 'Order Confirmed', orderId: '41200987', invoiceNumber: null, poNumber: '7731-2',
			transactionId: 'WF-2026-000124', occurredAt: '2026-03-03T14:02:11', raw: SIPS_EVENT,
		});
	});

	it.each([
		['OA', 'Order Acknowledged'], ['OU', 'Order Update'], ['DU', 'Delivery Update'], ['IU', 'Invoice Update'], ['ou', 'Order Update'], [' OU ', 'Order Update'],
	])('%p is %s', (eventType, kind) => {
		expect(event({ eventType }).kind).toBe(kind);
	});

	it.each(['Cancelled', 'Order Cancelled', 'Order Confirmed', 'Something else', '', null])('OC is a cancelled order, also with the status %p', (eventStatus) => {
		expect(event({ eventType: 'OC', eventStatus }).kind).toBe('Order Cancelled');
	});

	it.each([
		['order.updated', 'Unknown Event (order.updated)', 'order.updated'], ['', 'Unknown Event', ''], [null, 'Unknown Event', ''], [undefined, 'Unknown Event', ''],
		[7, 'Unknown Event (7)', '7'], ['toString', 'Unknown Event (toString)', 'toString'], ['__proto__', 'Unknown Event (__proto__)', '__proto__'],
	])('of the type %p passes through as %s', (eventType, kind, code) => {
		expect(event({ eventType })).toMatchObject({ kind, code });
	});

	it('of an invoice carries the invoice number, and the order number only from its own field', () => {
		expect(event({ eventType: 'IU', eventId: '0041190007-001' })).toMatchObject({ invoiceNumber: '0041190007-001', orderId: '41200987' });
		expect(event({ eventType: 'IU', eventId: '0041190007-001', subscriberReferenceNum2: undefined })).toMatchObject({ orderId: null });
	});

	it.each([['OA', '41200987'], ['OC', '41200987'], ['OU', '41200987'], ['DU', null], ['order.updated', null]])('%s without the order field takes the id of the event as %p', (eventType, orderId) => {
		expect(event({ eventType, subscriberReferenceNum2: '' }).orderId).toBe(orderId);
	});

	it('may have numbers for ids', () => {
		expect(event({ eventId: 41200987, subscriberReferenceNum: 7731, subscriberReferenceNum2: 41200987 })).toMatchObject({ orderId: '41200987', poNumber: '7731' });
	});

	it.each(['eventId', 'eventStatus', 'eventDateTime', 'subscriberReferenceNum', 'subscriberReferenceNum2', 'subscriberReferenceNum3'])('may come without %s', (name) => {
		const { [name]: left, ...rest } = SIPS_EVENT;
		const tidy = tidyEvent(rest);
		expect(left).toBeDefined();
		expect(tidy.kind).toBe('Order Update');
		expect(tidy.raw).toBe(rest);
	});

	it('invents nothing where nothing is said', () => {
		expect(tidyEvent({})).toEqual({
			eventKey: expect.any(String) as string,
			kind: 'Unknown Event', code: '', status: '', orderId: null, invoiceNumber: null, poNumber: null, transactionId: null, occurredAt: null, raw: {},
		});
	});
});

describe('the key of an event', () => {
	const keyOf = (changes: IDataObject = {}) => event(changes).eventKey;

	it('does not change from one version to the next: systems remember it', () => {
		expect(keyOf()).toBe('bb6011c92045436b65aab6358dd1a7b1');
	});

	it.each([
		['a code in small letters', { eventType: ' ou ' }], ['a number for its id', { eventId: 41200987 }], ['white space around the status', { eventStatus: ' Order Confirmed ' }],
		['a time of sending', { sentAt: '2026-03-03T14:02:40' }], ['another time of sending', { sentAt: '2026-03-03T15:00:00', retryCount: 2 }],
	])('is the same with %s', (_what, changes) => {
		expect(keyOf(changes)).toBe(keyOf());
	});

	it.each([
		['kind', { eventType: 'DU' }], ['id', { eventId: '41200988' }], ['status', { eventStatus: 'Shipped' }], ['time', { eventDateTime: '2026-03-03T14:02:12' }],
		['kind and status run together', { eventType: 'OUOrder', eventStatus: 'Confirmed' }], ['PO number', { subscriberReferenceNum: 'other' }],
		['order number', { subscriberReferenceNum2: '41200988' }], ['transaction ID', { subscriberReferenceNum3: 'other' }], ['field beside the known ones', { truck: 2 }],
		['list', { photos: ['a'] }], ['value deep inside', { stop: { at: [{ zip: '14519' }] } }],
	])('is another with another %s', (_what, changes) => {
		expect(keyOf(changes)).not.toBe(keyOf());
	});

	it.each(['OU', 'OC', 'DU', 'IU', 'XX'])('of two events of the kind %s that differ in one field only is never the same', (eventType) => {
		const two = [{ truck: 1 }, { truck: 2 }, { stop: { lines: [1, 2] } }, { stop: { lines: [2, 1] } }, { stop: { lines: ['1', 2] } }, { stop: { lines: [[1], 2] } }, { sent: 1 }, { attempt: 1 }, { attempt: 2 }, {}];
		expect(new Set(two.map((more) => keyOf({ eventType, eventStatus: 'Completed', ...more }))).size).toBe(two.length);
	});

	it('is the same in whatever order the members are, at any depth', () => {
		expect(keyOf({ x: { a: 1, b: [2, { c: 3, d: 4 }] } })).toBe(tidyEvent({ x: { b: [2, { d: 4, c: 3 }], a: 1 }, ...SIPS_EVENT }).eventKey);
	});

	it.each(['eventId', 'eventDateTime'])('is that of the rest where %s is missing, empty or null', (name) => {
		const keys = [undefined, '', null, ' '].map((value) => keyOf({ [name]: value }));
		expect(new Set(keys).size).toBe(1);
		expect(keyOf({ [name]: '', subscriberReferenceNum: 'A' })).not.toBe(keys[0]);
	});
});

describe('whether an event is wanted', () => {
	const codes = [...Object.keys(EVENT_KINDS), 'XX', ''];

	it('is every event where nothing was chosen', () => {
		expect(codes.every((eventType) => isWanted(event({ eventType }), []))).toBe(true);
	});

	it.each(Object.keys(EVENT_KINDS))('is %s where it was chosen, and no other', (code) => {
		expect(codes.filter((eventType) => isWanted(event({ eventType }), [code]))).toEqual([code]);
	});

	it('is everything that is not in the list with Other', () => {
		expect(codes.filter((eventType) => isWanted(event({ eventType }), [OTHER_KINDS]))).toEqual(['XX', '']);
	});

	it('takes no notice of capitals', () => {
		expect(isWanted(event({ eventType: 'iu' }), ['IU'])).toBe(true);
	});
});
