import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import type { Ask } from '../../../engine/items/ask';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/transport/request';
import { tidyEvent } from '../../../nodes/SrsSips/events';
import { confirmEvent, TOO_LATE } from '../../../nodes/SrsSips/trigger/confirmEvent';

const ORDER = { orderId: 41200987, orderStatus: 'Shipped', PONumber: '7731-2' };

const event = (changes: IDataObject = {}) =>
	tidyEvent({ eventType: 'OU', eventId: '41200987', subscriberReferenceNum: '7731-2', subscriberReferenceNum2: '41200987', ...changes });

/** SIPS with one answer to everything. */
function sips(body: unknown, failure?: Failure | Error) {
	const requests: PartnerRequest[] = [];
	const ask: Ask = async (request) => {
		requests.push(request);
		if (failure instanceof Failure && failure.kind === 'notFound') return await Promise.resolve(failure);
		if (failure) throw failure;
		return await Promise.resolve({ status: 200, headers: {}, body } as PartnerAnswer);
	};
	return { ask, requests };
}

const failure = (kind: 'notFound' | 'outage' | 'cancelled') => new Failure(kind, `SIPS says ${kind}`, { advice: 'Wait.', isPartnersOwn: true });

describe('confirming an event', () => {
	it('says that SIPS took too long where the limit of time has ended the read', async () => {
		expect(await confirmEvent(event(), sips(undefined, failure('cancelled')).ask)).toEqual(TOO_LATE);
	});

	it('attaches the order with its number, as recognised and as SIPS wrote it', async () => {
		const { ask, requests } = sips([ORDER, { ...ORDER, orderId: 1 }]);
		expect(await confirmEvent(event(), ask)).toMatchObject({
			confirmed: true, by: 'orderId', reason: null, invoice: null,
			orders: [{ orderId: '41200987', status: 'Shipped', poNumber: '7731-2', answer: ORDER }],
		});
		expect(requests).toEqual([{ method: 'POST', path: '/orders/List', body: { orderId: 41200987 } }]);
	});

	it.each([
		['the order number is missing', { eventType: 'DU', subscriberReferenceNum2: '' }],
		['the order number is no number', { subscriberReferenceNum2: '../41200987' }],
		['the order number is longer than a number can be', { subscriberReferenceNum2: '9'.repeat(30) }],
	])('looks by the PO number where %s', async (_why, changes) => {
		const { ask, requests } = sips([ORDER]);
		expect(await confirmEvent(event(changes), ask)).toMatchObject({ confirmed: true, by: 'poNumber' });
		expect(requests).toEqual([{ method: 'POST', path: '/orders/List', body: { PONumber: '7731-2' } }]);
	});

	it('attaches the invoice of an invoice event, also where SRS leaves the zeros out', async () => {
		const invoice = { invoiceHeader: { invoiceNumber: '0041200987-001', total: 12 } };
		const { ask, requests } = sips(invoice);
		expect(await confirmEvent(event({ eventType: 'IU', eventId: '41200987-1' }), ask)).toMatchObject({ confirmed: true, by: 'invoiceNumber', invoice, orders: [] });
		expect(requests).toEqual([{ method: 'GET', path: '/invoices/0041200987-001' }]);
	});

	it.each([
		['lists nothing', event(), sips([]), 'orderId'],
		['lists other orders only', event(), sips([{ ...ORDER, orderId: 7 }]), 'orderId'],
		['does not know the order', event(), sips(undefined, failure('notFound')), 'orderId'],
		['does not know the invoice', event({ eventType: 'IU' }), sips(undefined, failure('notFound')), 'invoiceNumber'],
	])('marks an event as not confirmed where SIPS %s', async (_what, given, { ask }, by) => {
		expect(await confirmEvent(given, ask)).toEqual({ confirmed: false, by, reason: expect.any(String) as string, orders: [], invoice: null });
	});

	it.each([
		['names nothing', event({ eventType: 'XX', subscriberReferenceNum: '', subscriberReferenceNum2: '' })],
		['has a path for an invoice number', event({ eventType: 'IU', eventId: '../../customers/DEMO100' })],
		['has a page for an invoice number', event({ eventType: 'IU', eventId: '<b>1</b>' })],
	])('asks nothing where the event %s, and marks it as not confirmed', async (_what, given) => {
		const { ask, requests } = sips([ORDER]);
		expect(await confirmEvent(given, ask)).toMatchObject({ confirmed: false, by: null, reason: expect.any(String) as string });
		expect(requests).toEqual([]);
	});

	it.each([
		['is down', sips(undefined, failure('outage')), /outage/],
		['lists rows without a known field', sips([{ a: 1 }]), /without a field that could be recognised/],
		['answers with no list', sips({ message: 'Nope' }), /Nope/],
	])('says that it is not known where SIPS %s', async (_what, { ask }, reason) => {
		expect(await confirmEvent(event(), ask)).toMatchObject({ confirmed: null, by: 'orderId', reason: expect.stringMatching(reason) as string, orders: [] });
	});

	it('hands on what is no failure of SIPS', async () => {
		await expect(confirmEvent(event(), sips(undefined, new TypeError('a slip')).ask)).rejects.toThrow('a slip');
	});
});
