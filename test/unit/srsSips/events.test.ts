import type { IDataObject } from 'n8n-workflow';

import { EVENT_KINDS, isWanted, OTHER_KINDS, tidyEvent } from '../../../nodes/SrsSips/events';

const EVENT: IDataObject = {
	eventType: 'OU',
	eventId: '41200987',
	eventStatus: 'Order Confirmed',
	eventDateTime: '2026-03-03T14:02:11',
	subscriberReferenceNum: '7731-2',
	subscriberReferenceNum2: '41200987',
	subscriberReferenceNum3: 'WF-2026-000124',
};

function event(changes: IDataObject = {}) {
	return tidyEvent({ ...EVENT, ...changes });
}

describe('an event of SIPS', () => {
	it('names order, PO and transaction, and keeps the body as it came', () => {
		expect(event()).toEqual({
			kind: 'Order Update', code: 'OU', status: 'Order Confirmed', orderId: '41200987', invoiceNumber: null, poNumber: '7731-2',
			transactionId: 'WF-2026-000124', occurredAt: '2026-03-03T14:02:11', raw: EVENT,
		});
	});

	it.each([
		['OA', 'Order Acknowledged'], ['OU', 'Order Update'], ['DU', 'Delivery Update'], ['IU', 'Invoice Update'], ['ou', 'Order Update'], [' OU ', 'Order Update'],
	])('%p is %s', (eventType, kind) => {
		expect(event({ eventType }).kind).toBe(kind);
	});

	it.each([
		['Order Cancelled', 'Order Cancelled'], ['Canceled by branch', 'Order Cancelled'], ['DECLINED', 'Order Cancelled'], ['Rejected', 'Order Cancelled'],
		['Order Confirmed', 'Order Confirmed'], ['accepted', 'Order Confirmed'], ['Cancellation confirmed', 'Order Cancelled'],
		['Something else', 'Order Cancelled or Confirmed'], ['', 'Order Cancelled or Confirmed'], [null, 'Order Cancelled or Confirmed'],
	])('OC with the status %p is %s: sources differ, so only the words tell', (eventStatus, kind) => {
		expect(event({ eventType: 'OC', eventStatus }).kind).toBe(kind);
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
		const { [name]: left, ...rest } = EVENT;
		const tidy = tidyEvent(rest);
		expect(left).toBeDefined();
		expect(tidy.kind).toBe('Order Update');
		expect(tidy.raw).toBe(rest);
	});

	it('invents nothing where nothing is said', () => {
		expect(tidyEvent({})).toEqual({
			kind: 'Unknown Event', code: '', status: '', orderId: null, invoiceNumber: null, poNumber: null, transactionId: null, occurredAt: null, raw: {},
		});
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
