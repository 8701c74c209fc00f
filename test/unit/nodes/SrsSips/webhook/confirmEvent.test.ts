import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../../engine/failure';
import type { Ask } from '../../../../../engine/operation/reads';
import type { PartnerAnswer, PartnerRequest } from '../../../../../engine/http/request';
import { tidyEvent } from '../../../../../nodes/SrsSips/webhook/events';
import { confirmEvent, isNeverKnown, TOO_LATE } from '../../../../../nodes/SrsSips/webhook/confirmEvent';

const ORDER = { orderId: 41200987, orderStatus: 'Shipped', PONumber: '7731-2' };

const event = (changes: IDataObject = {}) =>
	tidyEvent({ eventType: 'OU', eventId: '41200987', subscriberReferenceNum: '7731-2', subscriberReferenceNum2: '41200987', ...changes });

/** SIPS with an answer for each request: what is not given is answered as not there. */
function sipsWith(answers: Record<string, unknown>) {
	const asked: string[] = [];
	const ask: Ask = async ({ path, body }) => {
		const request = body === undefined ? path : JSON.stringify(body);
		asked.push(request);
		const answer = answers[request];
		return await Promise.resolve(answer === undefined && body === undefined ? failure('notFound') : ({ status: 200, headers: {}, body: answer ?? [] } as PartnerAnswer));
	};
	return { ask, asked };
}

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
	it.each([
		['an order', {}],
		['an order with a transaction ID', { subscriberReferenceNum3: 'WF-1' }],
		['a delivery with a transaction ID', { eventType: 'DU', subscriberReferenceNum3: 'WF-1' }],
		['an invoice with a transaction ID', { eventType: 'IU', eventId: '0041200987-001', subscriberReferenceNum3: 'WF-1' }],
	])('says that SIPS took too long where the limit of time has ended the read, and may be asked again: %s', async (_what, changes) => {
		const confirmation = await confirmEvent(event(changes), sips(undefined, failure('cancelled')).ask);
		expect(confirmation).toEqual(TOO_LATE);
		expect(isNeverKnown(confirmation)).toBe(false);
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
		['does not know the order', event(), sips(undefined, failure('notFound')), 'orderId'],
		['does not know the invoice', event({ eventType: 'IU', eventId: '0041200987-001' }), sips(undefined, failure('notFound')), 'invoiceNumber'],
	])('marks an event as not confirmed where SIPS %s', async (_what, given, { ask }, by) => {
		expect(await confirmEvent(given, ask)).toEqual({ confirmed: false, by, reason: expect.any(String) as string, orders: [], invoice: null });
	});

	it.each([
		['names nothing', event({ eventType: 'XX', subscriberReferenceNum: '', subscriberReferenceNum2: '' })],
		['names nothing, not even its kind', tidyEvent({ hello: 'world' })],
		['names blanks', event({ eventType: 'DU', subscriberReferenceNum: ' ', subscriberReferenceNum2: ' ' })],
		['is of an invoice, and names none', event({ eventType: 'IU', eventId: '', subscriberReferenceNum: '', subscriberReferenceNum2: '' })],
		['gives a PO number longer than any', event({ eventType: 'DU', subscriberReferenceNum: 'x'.repeat(201), subscriberReferenceNum2: '' })],
	])('asks nothing where the event %s, and cannot say: SIPS has not said no', async (_what, given) => {
		const { ask, requests } = sips([ORDER]);
		const told = await confirmEvent(given, ask);
		expect(told).toMatchObject({ confirmed: null, by: null, reason: 'The event names no order or invoice that could be looked for.' });
		expect([isNeverKnown(told), requests]).toEqual([true, []]);
	});

	it('names the invoice number as what cannot be asked for, where an invoice event gives nothing else', async () => {
		const told = await confirmEvent(event({ eventType: 'IU', eventId: '<b>1</b>', subscriberReferenceNum: '', subscriberReferenceNum2: '' }), sips([]).ask);
		expect(told).toMatchObject({ confirmed: null, reason: expect.stringContaining('invoice number') as string });
		expect(isNeverKnown(told)).toBe(true);
	});

	it('cannot say where an event names an order only by its transaction ID', async () => {
		const { ask, requests } = sips([ORDER]);
		const given = event({ eventId: '', subscriberReferenceNum: '', subscriberReferenceNum2: '', subscriberReferenceNum3: 'WF-1' });
		expect(await confirmEvent(given, ask)).toMatchObject({ confirmed: null, by: null, reason: expect.stringContaining('transaction ID') as string });
		expect(requests).toEqual([]);
	});

	it.each([
		['is down', sips(undefined, failure('outage')), /outage/],
		['lists rows without a known field', sips([{ a: 1 }]), /without a field that could be recognised/],
		['answers with no list', sips({ message: 'Nope' }), /Nope/],
	])('says that it is not known where SIPS %s', async (_what, { ask }, reason) => {
		expect(await confirmEvent(event(), ask)).toMatchObject({ confirmed: null, by: 'orderId', reason: expect.stringMatching(reason) as string, orders: [] });
	});

	it.each([
		['another one', { invoiceHeader: { invoiceNumber: '0041200988-001', total: 12 } }],
		['something else', { status: 'UP', host: 'gateway' }],
	])('says that it is not known where SIPS answers with %s than the invoice', async (_what, body) => {
		expect(await confirmEvent(event({ eventType: 'IU', eventId: '0041200987-001' }), sips(body).ask)).toMatchObject({ confirmed: null, by: 'invoiceNumber', invoice: null });
	});

	it.each(['0041200987', '41200987'])('takes order numbers for the same with zeros in front and without: %s', async (eventId) => {
		for (const orderId of ['0041200987', 41200987]) {
			const { ask } = sips([{ ...ORDER, orderId }]);
			expect(await confirmEvent(event({ eventId, subscriberReferenceNum2: '' }), ask)).toMatchObject({ confirmed: true, by: 'orderId' });
		}
	});

	it('cannot say where the order number of the event is none that SIPS can be asked for', async () => {
		const { ask, requests } = sips([]);
		const told = await confirmEvent(event({ eventId: '41200987-01', subscriberReferenceNum: '', subscriberReferenceNum2: '' }), ask);
		expect(told).toMatchObject({ confirmed: null, by: null, reason: expect.stringContaining('order number') as string });
		expect([isNeverKnown(told), requests]).toEqual([true, []]);
	});

	it.each<[string, IDataObject]>([
		['under another spelling', { InvoiceNumber: '0041200987-001', invoiceTotal: 4 }],
		['as order and shipment', { invoiceHeader: { orderNumber: 41200987, shipmentNumber: 1, invoiceTotal: 4 } }],
		['inside another frame', { invoice: { invoiceHeader: { invoiceNumber: '0041200987-001' } } }],
	])('knows an invoice by its number %s', async (_where, invoice) => {
		expect(await confirmEvent(event({ eventType: 'IU', eventId: '0041200987-001' }), sips(invoice).ask)).toMatchObject({ confirmed: true, by: 'invoiceNumber', invoice });
	});

	it('asks for the order where the answer about the invoice cannot be read', async () => {
		const { ask } = sipsWith({ '/invoices/0041200987-001': { number: 7, amount: 4 }, '{"orderId":41200987}': [{ ...ORDER, orderStatus: 'Invoiced' }] });
		expect(await confirmEvent(event({ eventType: 'IU', eventId: '0041200987-001' }), ask)).toMatchObject({ confirmed: true, by: 'orderId' });
	});

	it('hands on what is no failure of SIPS', async () => {
		await expect(confirmEvent(event(), sips(undefined, new TypeError('a slip')).ask)).rejects.toThrow('a slip');
	});
});

describe('confirming an invoice event whose id is no invoice number', () => {
	const invoiceEvent = (eventId: unknown) => event({ eventType: 'IU', eventId: eventId as string });
	const BY_ORDER = '{"orderId":41200987}';

	it.each(['41200987', 'INV-7', '../../customers/DEMO100', '<b>1</b>', '', null, '12345678901-1'])('with %j is confirmed by an order that SIPS has invoiced', async (eventId) => {
		for (const row of [{ ...ORDER, orderStatus: 'Invoiced' }, { ...ORDER, invoiceNumber: '0041200987-001' }]) {
			const { ask, asked } = sipsWith({ [BY_ORDER]: [row] });
			expect(await confirmEvent(invoiceEvent(eventId), ask)).toMatchObject({ confirmed: true, by: 'orderId', orders: [{ answer: row }] });
			expect(asked.filter((path) => path.includes('customers') || path.includes('<'))).toEqual([]);
		}
	});

	it.each(['41200987', 'INV-7', '../../customers/DEMO100', '<b>1</b>', '', null])('with %j is never taken for one that does not exist', async (eventId) => {
		for (const answers of [{}, { [BY_ORDER]: [ORDER] }]) {
			expect(await confirmEvent(invoiceEvent(eventId), sipsWith(answers).ask)).toMatchObject({ confirmed: null, reason: expect.any(String) as string });
		}
	});

	it('is confirmed by the invoice where SIPS knows one by that id', async () => {
		const invoice = { invoiceHeader: { invoiceNumber: 'INV-7' } };
		expect(await confirmEvent(invoiceEvent('INV-7'), sipsWith({ '/invoices/INV-7': invoice }).ask)).toMatchObject({ confirmed: true, by: 'invoiceNumber', invoice });
	});
});

describe('confirming an event of an order that has got a new number', () => {
	const moved = event({ eventId: '41209999', subscriberReferenceNum3: 'WF-1' });
	const [FIRST, SECOND, BY_PO] = ['{"orderId":41200987}', '{"orderId":41209999}', '{"PONumber":"7731-2"}'];
	const row = (changes: IDataObject) => ({ ...ORDER, orderId: 41209999, ...changes });

	it('goes by the first number, then by the id of the event, then by the PO number with the transaction ID', async () => {
		expect(await confirmEvent(moved, sipsWith({ [FIRST]: [ORDER] }).ask)).toMatchObject({ confirmed: true, by: 'orderId' });
		expect(await confirmEvent(moved, sipsWith({ [SECOND]: [row({})] }).ask)).toMatchObject({ confirmed: true, by: 'orderId' });
		const { ask, asked } = sipsWith({ [BY_PO]: [row({ orderId: 1, transactionID: 'WF-2' }), row({ orderId: 2, transactionID: 'wf-1' })] });
		expect(await confirmEvent(moved, ask)).toMatchObject({ confirmed: true, by: 'poNumber', orders: [{ orderId: '2' }] });
		expect(asked).toEqual([FIRST, SECOND, BY_PO]);
	});

	it('is not known where SIPS lists other orders only: the list was not filtered, and may be cut', async () => {
		const { ask } = sips(Array.from({ length: 50 }, (_, at) => ({ ...ORDER, orderId: 7 + at, PONumber: `X-${at}` })));
		expect(await confirmEvent(event(), ask)).toMatchObject({ confirmed: null, by: 'orderId', reason: expect.stringContaining('was not filtered') as string });
	});

	it.each([
		['carries no transaction ID', row({ orderId: 3 })],
		['carries another one', row({ orderId: 3, transactionID: 'WF-2' })],
	])('is not confirmed by an order of that PO number that %s', async (_what, other) => {
		expect(await confirmEvent(moved, sipsWith({ [BY_PO]: [other] }).ask)).toMatchObject({ confirmed: false, by: 'orderId', orders: [] });
	});

	it('cannot say where it gives no order number, and the orders of that PO number carry other transaction IDs', async () => {
		const given = event({ eventType: 'DU', subscriberReferenceNum2: '', subscriberReferenceNum3: 'WF-1' });
		const { ask } = sipsWith({ [BY_PO]: [row({ transactionID: 'WF-2' })] });
		expect(await confirmEvent(given, ask)).toMatchObject({ confirmed: null, reason: expect.stringContaining('PO number') as string });
	});

	it('is not confirmed where SIPS lists it by none of them', async () => {
		expect(await confirmEvent(moved, sipsWith({}).ask)).toMatchObject({ confirmed: false });
	});
});

describe('confirming an event whose numbers are of two different things', () => {
	const mine = { subscriberReferenceNum: 'MY-PO', subscriberReferenceNum3: 'tx-mine' };

	it.each([
		['PO number', { PONumber: 'SOMEBODY-ELSES' }, 'PO number'],
		['PO number and transaction ID', { PONumber: 'SOMEBODY-ELSES', transactionId: 'tx-other' }, 'PO number'],
		['transaction ID', { PONumber: 'MY-PO', transactionId: 'tx-other' }, 'transaction ID'],
	])('it is not known what is meant where SIPS has the order under another %s', async (_what, row, names) => {
		const told = await confirmEvent(event(mine), sips([{ orderId: 41200987, orderStatus: 'Cancelled', ...row }]).ask);
		expect(told).toMatchObject({ confirmed: null, by: 'orderId', reason: expect.stringContaining(`another ${names}`) as string });
		expect(isNeverKnown(told)).toBe(true);
	});

	it.each<[string, IDataObject]>([
		['in other letters', { PONumber: ' my-po ', transactionId: 'TX-MINE' }],
		['not at all', {}],
		['as zeros', { PONumber: 'MY-PO', transactionId: '00000000-0000-0000-0000-000000000000' }],
	])('it is confirmed where the order has them %s', async (_how, row) => {
		expect(await confirmEvent(event(mine), sips([{ orderId: 41200987, ...row }]).ask)).toMatchObject({ confirmed: true, by: 'orderId' });
	});

	it('it is not known what is meant where the PO number is a day', async () => {
		const told = await confirmEvent(event({ subscriberReferenceNum: '2026-11-28' }), sips([{ ...ORDER, PONumber: '2026-11-30' }]).ask);
		expect(told).toMatchObject({ confirmed: null, reason: expect.stringContaining('another PO number') as string });
	});

	it('leaves out the rows of the order number that are of another order', async () => {
		const rows = [{ ...ORDER, PONumber: 'SOMEBODY-ELSES' }, ORDER];
		expect(await confirmEvent(event(), sips(rows).ask)).toMatchObject({ confirmed: true, orders: [{ poNumber: '7731-2' }] });
	});

	it('it is not known what is meant where SIPS has the invoice under another PO number, though the order of the event is invoiced', async () => {
		const { ask } = sipsWith({
			'/invoices/0041200987-001': { invoiceHeader: { invoiceNumber: '0041200987-001', PONumber: 'SOMEBODY-ELSES' } },
			'{"orderId":41200987}': [{ ...ORDER, orderStatus: 'Invoiced' }],
		});
		const told = await confirmEvent(event({ eventType: 'IU', eventId: '0041200987-001' }), ask);
		expect(told).toMatchObject({ confirmed: null, by: 'invoiceNumber', reason: expect.stringContaining('another PO number') as string });
	});
});

/** The frame of Order List is not documented. */
describe('confirming an event where the answer of Order List shows nothing', () => {
	it.each([
		['rows as lists', { orderList: [[41200987, '7731-2']] }],
		['status: error', { status: 'error', orderList: [] }],
		['words of a failure', { message: 'Unable to retrieve orders', orderList: [] }],
	])('it is not known: %s', async (_what, body) => {
		expect(await confirmEvent(event(), sips(body).ask)).toMatchObject({ confirmed: null, by: 'orderId' });
	});

	it('finds the order behind another list', async () => {
		expect(await confirmEvent(event(), sips({ sort: [], orderList: [ORDER] }).ask)).toMatchObject({ confirmed: true });
	});
});
