import fc from 'fast-check';

import type { IDataObject } from 'n8n-workflow';

import { readOrderRow } from '../../../../../nodes/SrsSips/order/orderRows';
import { meaningOfWords, statusOf, type OrderStatus } from '../../../../../nodes/SrsSips/order/orderStatus';
import { isClosed, isSameWords, keptWords, meaningOf } from '../../../../../nodes/SrsSips/polling/statusWords';

const NOTHING = {
	orderId: null, status: null, poNumber: null, transactionId: null, customerCode: null, customerNumbers: [], branchCode: null, orderDate: null, invoiceNumbers: [],
};

describe('a row of a list of orders', () => {
	it.each<[string, IDataObject, Partial<typeof NOTHING> | Record<string, unknown>]>([
		['as the filters are spelt', { orderId: 41200987, orderStatus: 'Shipped', PONumber: '7731-2', branchCode: 'SBDEN' },
			{ orderId: '41200987', status: 'Shipped', poNumber: '7731-2', branchCode: 'SBDEN' }],
		['with customer numbers that may be of another kind', { orderId: 7, customerNumber: '004711', accountNumber: 'A-9' }, { orderId: '7', customerNumbers: ['004711', 'A-9'] }],
		['as invoices are spelt', { orderNumber: 41200987, customerCode: 'DEMO100', invoiceNumber: '0041200987-001' },
			{ orderId: '41200987', customerCode: 'DEMO100', invoiceNumbers: ['0041200987-001'] }],
		['as Submit answers', { orderID: '41200987', transactionID: 'T-1' }, { orderId: '41200987', transactionId: 'T-1' }],
		['in a frame', { orderHeader: { orderId: 7, poDetails: { poNumber: '7731-2' } } }, { orderId: '7', poNumber: '7731-2' }],
		['with its invoices', { orderId: 7, invoices: [{ invoiceNumber: 'A-1' }, 'A-2', { x: 1 }, null] as unknown as IDataObject[] }, { orderId: '7', invoiceNumbers: ['A-1', 'A-2'] }],
		['with zeros for its number', { orderId: 0 }, {}],
		['with zeros as a UUID for its number', { orderId: '00000000-0000-0000-0000-000000000000', orderNumber: 7 }, { orderId: '7' }],
		['with a blank where a number should be', { orderId: ' ', orderNumber: 7 }, { orderId: '7' }],
		['with nulls and other types', { orderId: null, PONumber: { a: 1 }, orderStatus: [], transactionID: true } as unknown as IDataObject, {}],
		['with a transaction id that a person made of the time', { transactionId: '2026-03-05T08:15:27.120' }, { transactionId: '2026-03-05T08:15:27.120' }],
		['with a transaction id that begins with a dash', { transactionId: '-7731' }, { transactionId: '-7731' }],
		['with what stands for no transaction id', { transactionId: '00000000-0000-0000-0000-000000000000', order: { transactionId: '0001-01-01T00:00:00' } }, {}],
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
	/** The words with a source, in the order in which an order goes through them. */
	const SURE: Array<[string, OrderStatus]> = [
		['Order Received', 'submitted'], ['En Route', 'shipped'], ['Arrived', 'shipped'], ['Complete', 'delivered'], ['Completed', 'delivered'],
		['Invoiced', 'invoiced'], ['Cancelled', 'cancelled'], ['Canceled', 'cancelled'],
	];
	const GUESSED: Array<[string, OrderStatus]> = [
		['Confirmed', 'accepted'], ['Acknowledged', 'accepted'], ['Accepted', 'accepted'], ['In Process', 'accepted'], ['Processing', 'accepted'], ['Not Accepted', 'rejected'],
		['Declined', 'rejected'], ['Rejected', 'rejected'], ['Queued', 'queued'], ['Shipped', 'shipped'], ['Out for Delivery', 'shipped'], ['Delivered', 'delivered'],
		['Submitted', 'submitted'], ['Received', 'submitted'],
	];
	const UNKNOWN = [
		'Scheduled', 'Scheduled for Delivery', 'Delivery Scheduled', 'Ready for Delivery', 'Awaiting Delivery', 'Delivery Failed', 'Delivery Attempted', 'Undelivered',
		'Not Delivered', 'Not Yet Delivered', 'Partially Delivered', 'Partial Delivery', 'Delivered Short', 'Delivery', 'Incomplete', 'Not Complete', 'Not Completed', 'Partially Complete', 'Completed with Errors',
		'To Be Completed', 'Completing', 'Completion Pending', 'Not Shipped', 'Ready to Ship', 'Partially Shipped', 'Shipping', 'Unshipped', 'Ship Complete', 'Invoice Pending', 'Not Invoiced', 'Uninvoiced',
		'To Be Invoiced', 'Invoice', 'Partially Invoiced', 'Unconfirmed', 'Not Confirmed', 'Awaiting Confirmation', 'Confirmation Pending', 'Not Processed', 'Unprocessed', 'Process Error',
		'Not Received', 'Order Not Received', 'Partially Received', 'Not Cancelled', 'Cancellation Requested', 'Cancel Pending', 'Cancellation Declined', 'Uncancelled', 'Not Rejected', 'Not En Route', 'En Route Tomorrow', 'Not Arrived', 'Arrived at Branch',
		'Arriving', 'Dequeued', 'Not Queued', 'Acceptance Pending', 'Unaccepted', 'Open', 'Pending', 'On Hold', 'Order', 'Invoiced Cancelled', 'constructor', '__proto__', 'toString', '7', '',
	];
	const WRITINGS: Array<[string, (words: string) => string]> = [
		['as they are', (words) => words], ['in capitals', (words) => words.toUpperCase()], ['in small letters', (words) => words.toLowerCase()],
		['with blanks around and doubled', (words) => `  ${words.replaceAll(' ', '   ')}\t`], ['with dashes', (words) => words.replaceAll(' ', '-')],
		['with underscores', (words) => words.replaceAll(' ', '_')], ['with a full stop', (words) => `${words}.`], ['in brackets', (words) => `(${words})`],
	];

	it.each(WRITINGS)('are known where they have a source, written %s', (_how, write) => {
		for (const [words, status] of SURE) expect([words, meaningOfWords(write(words))]).toEqual([words, { status, isInferred: false }]);
	});

	it.each(WRITINGS)('are marked as a guess where clients look for them only, written %s', (_how, write) => {
		for (const [words, status] of GUESSED) expect([words, meaningOfWords(write(words))]).toEqual([words, { status, isInferred: true }]);
	});

	it.each(WRITINGS)('are unknown where they only hold known ones, written %s', (_how, write) => {
		for (const words of UNKNOWN) expect([words, meaningOfWords(write(words))]).toEqual([words, { status: 'unknown', isInferred: false }]);
	});

	it('may have "order" before them', () => {
		expect(['Order Completed', 'Order Confirmed', 'Order Queued', 'Order Cancelled', 'Order Invoiced'].map(statusOf)).toEqual(['delivered', 'accepted', 'queued', 'cancelled', 'invoiced']);
	});

	it('mean nothing where there are none', () => {
		expect(statusOf(null)).toBe('unknown');
	});
});

describe('an order of which nothing more is to be expected', () => {
	it.each([
		['Completed', true], ['COMPLETE', true], ['Invoiced', true], ['Cancelled', true], ['Order Received', false], ['En Route', false], ['Arrived', false],
		['Delivered', false], ['Rejected', false], ['Scheduled for Delivery', false], ['Undelivered', false], ['Invoice Pending', false], [null, false],
		['#delivered#abcdefghijkl', false],
	])('is one that is %p: %p', (words, isOver) => {
		expect(isClosed(words)).toBe(isOver);
	});
});

describe('words that are too long to be kept', () => {
	const LONG = 'Delivered in part, the rest follows when it is there again';

	it('mean nothing, and are the same as in an older state, where a guess stands beside the hash', () => {
		const kept = keptWords(LONG) ?? '';
		const older = kept.replace('unknown', 'delivered');
		expect([meaningOf(kept), meaningOf(older), isSameWords(kept, older), isSameWords(kept, keptWords(`${LONG}!`))]).toEqual(['unknown', 'unknown', true, false]);
	});
});
