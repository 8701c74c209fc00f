import fc from 'fast-check';

import type { IDataObject } from 'n8n-workflow';

import { readOrderRow } from '../../../nodes/SrsSips/order/orderRows';
import { statusOf, type OrderStatus } from '../../../nodes/SrsSips/order/orderStatus';

const NOTHING = {
	orderId: null, status: null, poNumber: null, transactionId: null, customerCode: null, branchCode: null, orderDate: null, invoiceNumbers: [],
};

describe('a row of a list of orders', () => {
	it.each<[string, IDataObject, Partial<typeof NOTHING> | Record<string, unknown>]>([
		['as the filters are spelt', { orderId: 41200987, orderStatus: 'Shipped', PONumber: '7731-2', branchCode: 'SBDEN' },
			{ orderId: '41200987', status: 'Shipped', poNumber: '7731-2', branchCode: 'SBDEN' }],
		['with customer numbers that may be of another kind', { orderId: 7, customerNumber: '004711', accountNumber: 'A-9' }, { orderId: '7' }],
		['as invoices are spelt', { orderNumber: 41200987, customerCode: 'DEMO100', invoiceNumber: '0041200987-001' },
			{ orderId: '41200987', customerCode: 'DEMO100', invoiceNumbers: ['0041200987-001'] }],
		['as Submit answers', { orderID: '41200987', transactionID: 'T-1' }, { orderId: '41200987', transactionId: 'T-1' }],
		['in a frame', { orderHeader: { orderId: 7, poDetails: { poNumber: '7731-2' } } }, { orderId: '7', poNumber: '7731-2' }],
		['with its invoices', { orderId: 7, invoices: [{ invoiceNumber: 'A-1' }, 'A-2', { x: 1 }, null] as unknown as IDataObject[] }, { orderId: '7', invoiceNumbers: ['A-1', 'A-2'] }],
		['with a blank where a number should be', { orderId: ' ', orderNumber: 7 }, { orderId: '7' }],
		['with nulls and other types', { orderId: null, PONumber: { a: 1 }, orderStatus: [], transactionID: true } as unknown as IDataObject, {}],
		['with nothing that is known', { foo: 1 }, {}],
	])('is read %s', (_how, row, expected) => {
		expect(readOrderRow(row)).toEqual({ ...NOTHING, ...expected });
	});

	it('is read whatever it holds, and nothing is invented', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom('orderId', 'PONumber', 'orderHeader', 'invoices', 'status', 'x'), fc.jsonValue()), (row) => {
				const tidy = readOrderRow(row as IDataObject);
				const text = JSON.stringify(row);
				for (const value of [tidy.orderId, tidy.poNumber, tidy.status, ...tidy.invoiceNumbers]) {
					if (value !== null) expect(text).toContain(JSON.stringify(value).slice(1, -1));
				}
			}),
		);
	});
});

describe('the words for the state of an order', () => {
	it.each<[string | null, OrderStatus]>([
		['Order Confirmed', 'accepted'], ['ACKNOWLEDGED', 'accepted'], ['In Process', 'accepted'], ['Not Accepted', 'rejected'], ['Declined', 'rejected'],
		['Order Rejected', 'rejected'], ['Cancelled', 'cancelled'], ['Order Queued', 'queued'], ['Shipped', 'shipped'], ['En Route', 'shipped'],
		['Out for Delivery', 'shipped'], ['Arrived', 'shipped'], ['Delivered', 'delivered'], ['Completed', 'delivered'], ['Invoiced', 'invoiced'],
		['Submitted', 'submitted'], ['Received', 'submitted'], ['On Hold', 'unknown'], ['', 'unknown'], [null, 'unknown'],
	])('%s means %s', (words, status) => {
		expect(statusOf(words)).toBe(status);
	});
});
