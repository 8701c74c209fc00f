import type { IDataObject } from 'n8n-workflow';

import { listedInvoices, listedOrders, type Filters } from '../../../../../nodes/SrsSips/polling/listedRows';
import { invoiceRow, NO_FILTERS, orderRow, TODAY } from '../../../../support/polling/watchWorld';

const orders = (rows: IDataObject[], filters: Partial<Filters> = {}) => listedOrders(rows, { ...NO_FILTERS, ...filters }, TODAY);
const invoices = (rows: IDataObject[], filters: Partial<Filters> = {}, poNumbers: Array<[string, string | null]> = []) =>
	listedInvoices(rows, { ...NO_FILTERS, ...filters }, TODAY, new Map(poNumbers));

describe('rows of Order List', () => {
	it.each<[string, IDataObject]>([
		['as the sandbox has them', { orderId: 7, orderStatus: 'Confirmed', PONumber: 'PO-7' }],
		['in other names', { OrderNumber: '7', status: 'Confirmed', poNumber: 'PO-7' }],
		['in frames', { orderHeader: { orderID: '7', OrderStatus: 'Confirmed' }, poDetails: { poNumber: 'PO-7' } }],
	])('are recognised %s', (_what, row) => {
		expect(orders([row]).seen).toMatchObject([{ id: '7', statusText: 'Confirmed', words: 'Confirmed', row: { poNumber: 'PO-7' }, answer: row }]);
	});

	it('without an order number that could be recognised are counted', () => {
		expect(orders([{ salesOrder: 7 }, orderRow(8, 'Confirmed'), { PONumber: 'PO-9' }])).toMatchObject({ seen: [{ id: '8' }], nameless: 2 });
	});

	it('of one order are taken together, in whatever order they come', () => {
		const two = [orderRow(7, 'En Route'), orderRow(7, 'Delivered'), orderRow(7, 'En Route')];
		expect(orders(two).seen).toMatchObject([{ id: '7', statusText: 'Delivered / En Route' }]);
		expect(orders([...two].reverse()).seen[0]?.words).toBe(orders(two).seen[0]?.words);
	});

	it('of one order are taken together, with zeros in front of its number or without', () => {
		const { seen } = orders([orderRow('0041200987', 'En Route'), orderRow(41200987, 'Delivered')]);
		expect(seen).toMatchObject([{ id: '41200987', statusText: 'Delivered / En Route', row: { orderId: '0041200987' } }]);
	});

	it('with a very long id are told apart, and the id is cut', () => {
		const { seen } = orders(['a', 'b'].map((end) => orderRow('9'.repeat(10_000) + end, 'Confirmed')));
		expect(new Set(seen.map(({ id }) => id)).size).toBe(2);
		for (const { id } of seen) expect(id.length).toBeLessThan(40);
	});

	it.each<[string, unknown, number | undefined]>([
		['a day', '2026-03-02', TODAY.day],
		['a day with a time', '2026-03-02T23:00:00', TODAY.day],
		['a time with a zone', '2026-03-03T01:00:00+02:00', TODAY.day],
		['an American day', '03/02/2026', undefined],
		['the first of all days', '0001-01-01T00:00:00', undefined],
		['the last of all days', '9999-12-31', undefined],
		['nothing', null, undefined],
	])('are dated by %s', (_what, orderDate, day) => {
		expect(orders([orderRow(7, 'Confirmed', { orderDate: orderDate as string })]).seen[0]?.day).toBe(day);
	});
});

describe('filters', () => {
	it.each<[string, Partial<Filters>, IDataObject, boolean]>([
		['a customer', { customerCode: 'demo100' }, {}, true],
		['another customer', { customerCode: 'DEMO200' }, {}, false],
		['a customer that the row does not name', { customerCode: 'DEMO200' }, { customerCode: null }, true],
		['a branch', { branchCode: 'SBDEN' }, {}, true],
		['another branch', { branchCode: 'SBDAL' }, {}, false],
		['a branch that the row does not name', { branchCode: 'SBDAL' }, { branchCode: null }, true],
		['a PO number prefix', { poNumberPrefix: 'po-' }, {}, true],
		['another PO number prefix', { poNumberPrefix: 'JOB' }, {}, false],
		['a PO number that the row does not name', { poNumberPrefix: 'JOB' }, { PONumber: '' }, true],
	])('on %s', (_what, filters, more, isSeen) => {
		expect(orders([orderRow(7, 'Confirmed', more)], filters).seen).toHaveLength(isSeen ? 1 : 0);
	});

	it('do not count what they leave out as nameless', () => {
		expect(orders([{ customerCode: 'DEMO100' }], { customerCode: 'DEMO200' }).nameless).toBe(0);
	});

	it('take the PO number of an invoice from its order where its own row has none', () => {
		const poNumbers: Array<[string, string]> = [['41200001', 'JOB-1']];
		expect(invoices([invoiceRow('1')], { poNumberPrefix: 'JOB' }, poNumbers).seen).toMatchObject([{ row: { poNumber: 'JOB-1' } }]);
		expect(invoices([invoiceRow('1')], { poNumberPrefix: 'ABC' }, poNumbers).seen).toEqual([]);
		expect(invoices([invoiceRow('1', { orderNumber: '0041200001' })], { poNumberPrefix: 'ABC' }, poNumbers).seen).toEqual([]);
	});
});

describe('rows of Invoices List', () => {
	it('are recognised, in a frame as well', () => {
		const header = { ...invoiceRow('0041200001-001'), PONumber: 'PO-1', paymentStatus: 'Open' };
		for (const row of [header, { invoiceHeader: header }]) {
			expect(invoices([row]).seen).toMatchObject([
				{ number: '0041200001-001', row: { orderId: '41200001', poNumber: 'PO-1', customerCode: 'DEMO100', invoiceTotal: 1105, paymentStatus: 'Open' }, answer: row },
			]);
		}
	});

	it('get their number from order and shipment where they have none', () => {
		expect(invoices([invoiceRow('', { orderNumber: '41200001', shipmentNumber: 2 })]).seen).toMatchObject([{ number: '0041200001-002' }]);
	});

	it('without either are counted', () => {
		expect(invoices([invoiceRow('', { shipmentNumber: null }), invoiceRow('', { orderNumber: 'x' })])).toEqual({ seen: [], nameless: 2 });
	});

	it('are known in the documented form of their number, and told as SIPS spells it', () => {
		expect(invoices([invoiceRow('41200987-1'), invoiceRow('0041200987-001'), invoiceRow('A-1')]).seen).toMatchObject([
			{ number: '0041200987-001', row: { invoiceNumber: '41200987-1' } }, { number: 'A-1' },
		]);
	});

	it('that come twice are one invoice', () => {
		expect(invoices([invoiceRow('1'), invoiceRow('1')]).seen).toHaveLength(1);
	});
});
