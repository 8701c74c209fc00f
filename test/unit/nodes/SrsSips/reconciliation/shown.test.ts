import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../../engine/failure';
import { header, row, run, SHINGLES, soundOrder, VENTS, type Answers } from './support';

/** What SIPS may show of a sound order, and what may be told of it then. */
type Case = [string, Answers, Record<string, unknown>?];

const invoice = (invoiceLines: readonly object[], more: IDataObject = {}, beside: IDataObject = {}): Answers => ({ '/invoices/0041200001-001': { invoiceHeader: header(more), invoiceLines, ...beside } });
const order = (orderLineItemDetails: readonly object[], more: IDataObject = {}): Answers => ({ '/orders/41200001': { ...row(), orderLineItemDetails, ...more } });
const both = (lines: readonly object[], linesJson?: readonly object[]): [Answers, Record<string, unknown>] => [soundOrder(lines), linesJson ? { linesJson } : {}];
const listed = (...orderList: object[]): Answers => ({ '/orders/List': { orderList } });
const invoices = (...invoiceList: object[]): Answers => ({ '/invoices/list 41200001': { invoiceList } });
const REFUSED = new Failure('businessRefusal', 'No', { advice: '', status: 400, isPartnersOwn: true });
const DAY = { expectedDeliveryDate: '2026-03-10' };
const TWO_COLOURS = [{ ...SHINGLES, quantity: 10 }, { ...SHINGLES, option: 'Pewter Mist', quantity: 10 }];
const PER_SQUARE = { ...SHINGLES, price: 106.2, priceUOM: 'SQ', uomConversionFactor: 3 };

describe('what SIPS shows of an order', () => {
	it.each<Case>([
		['an invoice that is answered with another one', { ...invoices({ invoiceNumber: 'INV77', orderNumber: 41200001 }), '/invoices/INV77': { invoiceHeader: header({ invoiceNumber: 'INV99' }), invoiceLines: [SHINGLES, VENTS] } }],
		['an invoice that is answered with one of another order', { ...invoices({ invoiceNumber: 'INV77', orderNumber: 41200001 }), '/invoices/INV77': { invoiceHeader: { orderNumber: 5 }, invoiceLines: [SHINGLES, VENTS] } }],
		['an invoice whose details name another customer', { ...invoices({ invoiceNumber: '0041200001-001', orderNumber: 41200001 }), ...invoice([SHINGLES, VENTS], { customerCode: 'DEMO200' }) }, { 'options.customerCode': 'DEMO100' }],
		['an order whose details name another customer', { ...listed(row({ customerCode: undefined })), ...order([SHINGLES, VENTS], { customerCode: 'DEMO200' }) }, { 'options.customerCode': 'DEMO100' }],
		['an order of which one shipment is listed as cancelled', listed(row(), row({ orderStatus: 'Cancelled' }))],
		['an order that its details tell as cancelled, and the list does not', order([SHINGLES, VENTS], { orderStatus: 'Cancelled' })],
		['an invoice with two prices, of which the first is as asked', invoice([{ ...SHINGLES, netPrice: 40 }, VENTS])],
		['an invoice with two prices, of which the second is as asked', invoice([{ ...SHINGLES, price: 40, netPrice: 35.4 }, VENTS])],
		['an invoice with two units', invoice([{ ...SHINGLES, quantityUom: 'SQ' }, VENTS])],
		['an invoice with two options in two fields', invoice([{ ...SHINGLES, colorName: 'Pewter Mist' }, VENTS])],
		['an invoice with another list of lines under a name that is not known', invoice([SHINGLES, VENTS], {}, { additionalThings: [{ productId: 7777, productName: 'Skylight', quantity: 2, price: 900 }] })],
		['an invoice with backorders beside a quantity that may hold them', invoice([{ ...SHINGLES, quantityBackordered: 10 }, VENTS])],
		['an invoice with a line that is backordered', invoice([{ ...SHINGLES, lineStatus: 'Backordered' }, VENTS])],
		['an invoice with a line of another order', invoice([SHINGLES, VENTS, { ...VENTS, orderNumber: 5 }])],
		['an invoice with charges of 4000 in its header', invoice([SHINGLES, VENTS], { invoiceSubTotal: 1151.6, invoiceCharges: 4000, invoiceTax: 0, invoiceTotal: 5151.6 })],
		['an invoice of 5000 without a subtotal', invoice([SHINGLES, VENTS], { invoiceTotal: 5000 })],
		['an amount that is not that of the price asked, beside a price per another unit', invoice([{ ...PER_SQUARE, extendedPrice: 2000 }, VENTS], { invoiceSubTotal: 2089.6 })],
		['an item code other than was asked, with the same product and option', ...both([{ ...SHINGLES, itemCode: 'X' }, VENTS], [{ ...SHINGLES, itemCode: 'A' }, VENTS])],
		['a price where others of the same were asked without one', ...both([{ ...SHINGLES, quantity: 20, price: 99 }], [{ ...SHINGLES, quantity: 10, price: 30 }, { ...SHINGLES, quantity: 10, price: undefined }])],
		['two prices that come to the same as two others', ...both([{ ...SHINGLES, quantity: 10, price: 20 }, { ...SHINGLES, quantity: 10, price: 50 }], [{ ...SHINGLES, quantity: 10, price: 30 }, { ...SHINGLES, quantity: 10, price: 40 }])],
		['an option that differs in signs', ...both([{ ...SHINGLES, option: '10" x 2\'' }], [{ ...SHINGLES, option: '10\' x 2"' }])],
		['a day in another form', order([SHINGLES, VENTS], { expectedDeliveryDate: '03/12/2026' }), DAY],
		['a day that stands as words', order([SHINGLES, VENTS], { expectedDeliveryDate: '12 March 2026' }), DAY],
		['two days', order([SHINGLES, VENTS], { expectedDeliveryDate: '2026-03-10', scheduledDeliveryDate: '2026-03-15' }), DAY],
		['a moment that is another day in its own zone', order([SHINGLES, VENTS], { expectedDeliveryDate: '2026-03-11T02:00:00Z' }), DAY],
		['its number, where the other orders of its PO number cannot be read', { '/orders/List 41200001': { orderList: [row()] }, '/orders/List': REFUSED }, { findBy: 'orderId', orderId: '41200001' }],
	])('is neither as asked nor certainly otherwise: %s', async (_words, answers, values = {}) => {
		const { summary, differences } = await run({ ...soundOrder(), ...answers }, values);
		expect([summary.asOrdered, differences.filter(({ standing }) => standing === 'certain')]).toEqual(['notYet', []]);
		expect([...(summary.notSeen as string[]), ...(summary.notes as string[])]).not.toEqual([]);
	});

	const halfInvoiced = invoice([SHINGLES]);
	it.each<Case>([
		['a line that is missing where another shipment is under way', { ...halfInvoiced, ...listed(row(), row({ orderStatus: 'En Route' })) }],
		['a line that is missing where the details say that the order is under way', { ...halfInvoiced, ...order([SHINGLES, VENTS], { orderStatus: 'En Route' }) }],
		['a line that is missing from an order of which it is a guess that it was declined', { ...halfInvoiced, ...listed(row({ orderStatus: 'Declined' })) }],
		['a line that is missing where the list of invoices was not filtered', { ...halfInvoiced, ...invoices(header(), header({ orderNumber: 5, invoiceNumber: '0000000005-001' })) }],
		['a line that is missing where the other orders of its PO number cannot be read', { ...soundOrder([SHINGLES]), '/orders/List 41200001': { orderList: [row()] }, '/orders/List': REFUSED }, { findBy: 'orderId', orderId: '41200001' }],
		['a line that is missing where the PO number is not shown', { ...soundOrder([SHINGLES]), ...listed(row({ PONumber: undefined })) }, { findBy: 'orderId', orderId: '41200001' }],
		['two colours in one line without an option', ...both([{ ...SHINGLES, option: undefined, quantity: 20 }], TWO_COLOURS)],
		['two colours, of which a part is in a line without an option', ...both([{ ...SHINGLES, quantity: 5 }, { ...SHINGLES, option: undefined, quantity: 15 }], TWO_COLOURS)],
		['what was asked in two units and is told in one', ...both([{ ...SHINGLES, quantity: 36 }], [SHINGLES, { ...SHINGLES, quantity: 2, uom: 'SQ', price: 106.2 }])],
		['an option where none was asked', ...both([SHINGLES, { ...VENTS, option: 'Mill Finish' }])],
		['a price by a factor that may be meant the other way round', ...both([{ ...PER_SQUARE, uomConversionFactor: 0.333333 }, VENTS])],
		['another price than one that was inferred', soundOrder(), { linesJson: [{ ...SHINGLES, expectedPrice: null, price: 106.2, priceUOM: 'SQ', pricePerUnit: 318.6, priceInferred: true }, VENTS] }],
	])('is no certain difference: %s', async (_words, answers, values = {}) => {
		const { summary, differences } = await run({ ...soundOrder(), ...answers }, values);
		expect(differences.filter(({ standing }) => standing === 'certain')).toEqual([]);
		expect(summary.asOrdered).toBe('notYet');
	});

	const PARTS = listed(row({ transactionID: 'T' }), row({ orderId: 41200002, transactionID: 'T' }));
	const SECOND: Answers = { '/orders/41200002': { ...row({ orderId: 41200002 }), orderLineItemDetails: [VENTS] } };
	it.each<Case>([
		['one invoice that is listed for two parts', {
			...soundOrder([SHINGLES]), ...PARTS, ...SECOND, ...invoices(header({ invoiceNumber: 'INV1' })),
			'/invoices/list 41200002': { invoiceList: [header({ invoiceNumber: 'INV1', orderNumber: 41200002 })] },
			'/invoices/INV1': { invoiceHeader: { invoiceNumber: 'INV1', orderNumber: 41200001 }, invoiceLines: [SHINGLES, VENTS] },
		}],
		['one invoice that is listed in two spellings', { ...invoices(header(), header({ invoiceNumber: '41200001-1' })) }],
		['invoices of both parts in one list', {
			...soundOrder([SHINGLES]), ...PARTS, ...SECOND, ...invoices(header(), header({ invoiceNumber: '0041200002-001', orderNumber: 41200002 })),
			'/invoices/list 41200002': { invoiceList: [header(), header({ invoiceNumber: '0041200002-001', orderNumber: 41200002 })] },
			'/invoices/0041200002-001': { invoiceHeader: header({ invoiceNumber: '0041200002-001', orderNumber: 41200002 }), invoiceLines: [VENTS] },
		}],
		['one option that was asked in two spellings', ...both([SHINGLES], [{ ...SHINGLES, quantity: 10 }, { ...SHINGLES, option: 'Black-Shadow', quantity: 20 }])],
		['midnight of the day in another zone', order([SHINGLES, VENTS], { expectedDeliveryDate: '2026-03-10T00:00:00+09:00' }), DAY],
		['the day in milliseconds', order([SHINGLES, VENTS], { expectedDeliveryDate: Date.UTC(2026, 2, 10) }), DAY],
		['a day that stands for none', order([SHINGLES, VENTS], { expectedDeliveryDate: '0001-01-01T00:00:00' }), DAY],
		['the options of the product beside the one that was chosen', invoice([{ ...SHINGLES, productOptions: ['Black Shadow', 'Pewter Mist'] }, VENTS])],
		['what was requested beside what is', invoice([{ ...SHINGLES, requestedOption: 'Pewter Mist' }, VENTS])],
		['a price of 0 beside its price', invoice([{ ...SHINGLES, price: 0, unitPrice: 35.4 }, VENTS])],
		['UOM Conversion with rows of another item', { ...soundOrder([{ ...SHINGLES, itemCode: 'A', quantity: 10, uom: 'SQ', price: 106.2 }, VENTS]), '/products/UOMConversion/A': { itemConversionList: [{ itemCode: 'B', fromUOMCode: 'SQ', toUOMCode: 'BD', conversionFactor: 0.25 }, { itemCode: 'A', fromUOMCode: 'SQ', toUOMCode: 'BD', conversionFactor: 0.333333 }] } }],
		['a price per another unit, with its amount', invoice([{ ...PER_SQUARE, extendedPrice: 1062 }, VENTS])],
	])('is as asked: %s', async (_words, answers, values = {}) => {
		const { summary, differences } = await run({ ...soundOrder(), ...answers }, values);
		expect(differences.filter(({ standing }) => standing !== 'note')).toEqual([]);
		expect(summary.asOrdered).toBe(true);
	});

	it.each<Case>([
		['an order that its details tell as cancelled, where the list says nothing', { ...listed(row({ orderStatus: undefined })), ...order([SHINGLES, VENTS], { orderStatus: 'Cancelled' }) }],
		['another day, in whichever zone', order([SHINGLES, VENTS], { expectedDeliveryDate: '2026-03-12T00:00:00-05:00' }), DAY],
		['two prices, neither of which was asked', invoice([{ ...SHINGLES, price: 40, netPrice: 36 }, VENTS])],
		['two options, neither of which was asked', invoice([{ ...SHINGLES, option: 'Barnwood', colorName: 'Pewter Mist' }, VENTS])],
	])('is certainly otherwise: %s', async (_words, answers, values = {}) => {
		expect((await run({ ...soundOrder(), ...answers }, values)).summary.asOrdered).toBe(false);
	});

	it('has no sum of lines where a price is 0, which is none', async () => {
		const { differences } = await run({ ...soundOrder(), ...invoice([{ ...SHINGLES, price: 0 }, VENTS], { invoiceSubTotal: 1151.6 }) });
		expect(differences.map(({ kind, standing }) => [kind, standing])).toEqual([['price', 'possible']]);
	});
});
