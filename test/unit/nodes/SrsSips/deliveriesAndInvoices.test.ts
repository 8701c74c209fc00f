import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { Failure, type FailureKind } from '../../../../engine/failure';
import type { AnyOperation } from '../../../../engine/operation/operation';
import type { PartnerRequest } from '../../../../engine/http/request';
import { detailsAnswer } from '../../../../nodes/SrsSips/shared/answers';
import { readPosition } from '../../../../nodes/SrsSips/delivery/coordinates';
import { readDeliveryRow } from '../../../../nodes/SrsSips/delivery/deliveryRow';
import { get as getBranch } from '../../../../nodes/SrsSips/branch/get';
import { get as getCustomer } from '../../../../nodes/SrsSips/customer/get';
import { validate } from '../../../../nodes/SrsSips/customer/validate';
import { get as getDelivery } from '../../../../nodes/SrsSips/delivery/get';
import { getAll as getAllDeliveries } from '../../../../nodes/SrsSips/delivery/getAll';
import { getCoordinates } from '../../../../nodes/SrsSips/delivery/getCoordinates';
import { getProof } from '../../../../nodes/SrsSips/delivery/getProof';
import { download } from '../../../../nodes/SrsSips/invoice/download';
import { get as getInvoice } from '../../../../nodes/SrsSips/invoice/get';
import { getAll as getAllInvoices } from '../../../../nodes/SrsSips/invoice/getAll';
import { get as getOrder } from '../../../../nodes/SrsSips/order/get';
import { getAll as getAllOrders } from '../../../../nodes/SrsSips/order/getAll';
import { answer, failureOf, fieldsOf, panel, RUN } from '../../../support/panels/pure';

type Values = Record<string, unknown>;

function requestOf(operation: unknown, values: Values): PartnerRequest {
	const known = operation as AnyOperation;
	const parameters = known.parameters(panel(values), RUN);
	if ('file' in known) return known.file.request(parameters);
	if ('request' in known) return known.request(parameters);
	throw new Error('It makes no single request an item');
}

function itemsOf(operation: unknown, values: Values, body: unknown): IDataObject[] {
	const known = operation as AnyOperation;
	if (!('items' in known)) throw new Error('It makes no items of an answer');
	return known.items(answer(body), known.parameters(panel(values), RUN));
}

const ORDER = { orderId: '41200987' };
const INVOICE = { invoiceNumber: '0041200987-001' };

/** Reads of one thing by its number. */
const BY_NUMBER: Array<[string, unknown, Values, string, string]> = [
	['Order: Get', getOrder, ORDER, 'Order ID', '/orders/41200987'],
	['Delivery: Get', getDelivery, ORDER, 'Order ID', '/deliveries/41200987'],
	['Delivery: Get Coordinates', getCoordinates, ORDER, 'Order ID', '/deliveries/v2/coordinates/41200987'],
	['Delivery: Get Proof of Delivery', getProof, { ...ORDER, binaryPropertyName: 'data' }, 'Order ID', '/deliveries/proofOfDelivery/41200987'],
	['Invoice: Get', getInvoice, INVOICE, 'Invoice Number', '/invoices/0041200987-001'],
	['Invoice: Download PDF', download, { ...INVOICE, binaryPropertyName: 'data' }, 'Invoice Number', '/invoices/pdf/0041200987-001'],
];

describe.each(BY_NUMBER)('%s', (_name, operation, values, label, path) => {
	const [field = ''] = Object.keys(values);

	it('asks under its likeliest path', () => {
		expect(requestOf(operation, values)).toEqual({ method: 'GET', path });
	});

	it.each<[string, unknown]>([
		['nothing', undefined], ['null', null], ['empty text', ''], ['white space', '  '], ['true', true], ['a list', [1]], ['an object', { a: 1 }], ['NaN', NaN],
		['too long', '4'.repeat(61)], ['a step upwards', '..'], ['a path', '../41200987'], ['a query', '41200987?x=1'], ['a fragment', '41200987#x'],
		['a line break', '41200987\r\nX: 1'], ['an encoded path', '%2e%2e%2f1'], ['half a character', '\ud800'],
	])('names its field and asks nothing where that is %s', (_how, value) => {
		const failure = failureOf(() => requestOf(operation, { ...values, [field]: value }));
		expect([failure.kind, fieldsOf(failure)]).toEqual(['validation', [label]]);
	});
});

describe('an order id', () => {
	it.each([[41200987], ['41200987'], [' 41200987 ']])('%j is sent as digits', (orderId) => {
		expect(requestOf(getOrder, { orderId }).path).toBe('/orders/41200987');
	});

	it.each([[0], [-1], [1.5], ['1e3'], ['6a6e3c1e-0d0b-4a39-9a57-1c2f6d1f5a10']])('%j is none', (orderId) => {
		expect(fieldsOf(failureOf(() => requestOf(getOrder, { orderId })))).toEqual(['Order ID']);
	});
});

describe('an invoice number', () => {
	it.each([
		['0041200987-001', '0041200987-001'], ['41200987-1', '0041200987-001'], [' 41200987 - 1 ', '0041200987-001'],
		[41200987, '41200987'], ['A-77', 'A-77'], ['00041200987-001', '00041200987-001'],
	])('%j is sent as %s', (invoiceNumber, sent) => {
		expect(requestOf(getInvoice, { invoiceNumber }).path).toBe(`/invoices/${sent}`);
	});
});

describe('a path that is not confirmed', () => {
	const unconfirmed = BY_NUMBER.filter(([name]) => name !== 'Invoice: Get');

	it.each(unconfirmed)('of %s can be corrected', (_name, operation, values) => {
		const [field = ''] = Object.keys(values);
		const template = `/v3/x/{${field}}/details`;
		expect(requestOf(operation, { ...values, endpointPath: template }).path).toBe(`/v3/x/${String(values[field])}/details`);
	});

	it.each(unconfirmed)('of %s is said to be so', (_name, operation) => {
		const { description, properties } = operation as AnyOperation;
		expect(description).toMatch(/\(path unconfirmed\)$/);
		expect(properties.slice(-2).map(({ name }) => name)).toEqual(['endpointPathNotice', 'endpointPath']);
	});

	it.each(unconfirmed)('of %s stays a path at SIPS', (_name, operation, values) => {
		for (const endpointPath of ['https://evil.example.com/{orderId}', '//evil.example.com', '/../x', '/a?b', '/{other}', 'x']) {
			expect(fieldsOf(failureOf(() => requestOf(operation, { ...values, endpointPath })))).toContain('Endpoint Path');
		}
	});

	it('of Deliveries List can be corrected, too', () => {
		expect(requestOf(getAllDeliveries, { returnAll: true }).path).toBe('/deliveries/list');
		expect(requestOf(getAllDeliveries, { returnAll: true, endpointPath: '/orders/deliveries/list' }).path).toBe('/orders/deliveries/list');
	});

	it.each(unconfirmed)('of %s is named where SIPS knows nothing', (_name, operation, values, label) => {
		const known = operation as AnyOperation;
		const parameters = known.parameters(panel(values), RUN);
		const notFound = known.explain?.(new Failure('notFound', 'Words', { advice: 'General.', status: 404 }), parameters);
		expect(notFound?.message).toMatch(new RegExp(`^No .* for ${label} [\\d-]+: Words$`));
		expect(notFound?.details.advice).toContain('Endpoint Path');
		const gateways = [new Failure('notFound', 'Words', { advice: 'General.', status: 404, isPartnersOwn: false }), new Failure('validation', 'Words', { advice: 'General.', status: 405 })];
		for (const failure of gateways) {
			const told = known.explain?.(failure, parameters);
			expect(told?.message).toMatch(new RegExp(`^.* for ${label} [\\d-]+ could not be read: Words$`));
			expect(told?.message).not.toMatch(/^No /);
			expect(told?.details.advice).toContain('Endpoint Path');
		}
		const kinds: FailureKind[] = ['outage', 'brokenAnswer', 'businessRefusal', 'authentication', 'cancelled'];
		for (const kind of kinds) expect(known.explain?.(new Failure(kind, 'Words', { advice: 'General.' }), parameters)).toMatchObject({ kind, message: 'Words' });
	});
});

describe('the filters of a list', () => {
	const orders: Values = {
		limit: 7, 'filters.branchCode': 'SBDEN', 'filters.customerCode': 'DEMO100', 'filters.shipToSequenceNumber': '2', 'filters.orderId': '41200987',
		'filters.orderFromDate': '2026-03-01T00:00:00', 'filters.orderToDate': '2026-03-31T23:30:00-04:00', 'filters.poNumber': 7731,
	};

	it('are those of Order List for deliveries, each as its type', () => {
		expect(requestOf(getAllDeliveries, orders)).toEqual({
			method: 'POST',
			path: '/deliveries/list',
			body: {
				branchCode: 'SBDEN', customerNumber: 'DEMO100', shipToSequenceNumber: 2, orderId: 41200987, orderFromDate: '2026-03-01', orderToDate: '2026-03-31',
				rowReturnLimit: 7, PONumber: '7731',
			},
		});
	});

	it('are the documented ones for invoices: the ship-to number is text there', () => {
		const values = {
			limit: '100', 'filters.branchCode': 'SBDEN', 'filters.customerCode': 'DEMO100', 'filters.shipToSequenceNumber': 1, 'filters.orderId': '16627333',
			'filters.startInvoiceDate': new Date('2026-01-01T12:00:00Z'), 'filters.endInvoiceDate': '2026-01-31',
		};
		expect(requestOf(getAllInvoices, values)).toEqual({
			method: 'POST',
			path: '/invoices/list',
			body: {
				branchCode: 'SBDEN', customerCode: 'DEMO100', shipToSequenceNumber: '1', orderNumber: 16627333, startInvoiceDate: '2026-01-01', endInvoiceDate: '2026-01-31',
				rowReturnLimit: 100,
			},
		});
	});

	it.each([['deliveries', getAllDeliveries], ['invoices', getAllInvoices], ['orders', getAllOrders]])('are left out for %s where they are empty', (_name, operation) => {
		const empty = Object.fromEntries(Object.keys(orders).map((name) => [name, '']));
		expect(requestOf(operation, { ...empty, returnAll: true }).body).toEqual({});
	});

	it('are all named where they are faulty, and nothing is asked', () => {
		const values = { limit: 0, 'filters.orderId': 'PO-7', 'filters.shipToSequenceNumber': 'one', 'filters.startInvoiceDate': 'soon', 'filters.endInvoiceDate': '2026-02-30', 'filters.branchCode': { a: 1 } };
		expect(fieldsOf(failureOf(() => requestOf(getAllInvoices, values))).sort()).toEqual(['Branch Code', 'End Date', 'Limit', 'Order ID', 'Ship-to Sequence Number', 'Start Date']);
		expect(fieldsOf(failureOf(() => requestOf(getAllDeliveries, { 'filters.orderFromDate': 'soon', limit: 'many' }))).sort()).toEqual(['From Date', 'Limit']);
	});
});

describe('the items of a list', () => {
	const delivery = { orderNumber: 41200987, deliveryStatus: 'En Route', PONumber: '7731-2', driver: 'Sam' };
	const invoice = {
		invoiceNumber: '0041200987-001', orderNumber: 41200987, shipmentNumber: 1, shipToSequenceNumber: '1', customerCode: 'DEMO100', invoiceDate: '2026-03-06T00:00:00', invoiceSubTotal: 100,
		invoiceCharges: 25, invoiceTax: 8, invoiceTotal: 133, paymentStatus: 'Paid', SOTypeCode: 'SO', PONumber: '7731-2', salesTypeCode: 'WHSE', jobNumber: '135',
	};

	it('hold each delivery as SIPS sent it, beside what could be recognised', () => {
		for (const body of [{ deliveryList: [delivery, delivery] }, [delivery, delivery]]) {
			expect(itemsOf(getAllDeliveries, { limit: 1 }, body)).toEqual([
				{ orderId: '41200987', status: 'En Route', poNumber: '7731-2', customerCode: null, branchCode: null, shippingMethod: null, expectedDeliveryDate: null, deliveredAt: null, answer: delivery },
			]);
		}
	});

	it('hold each order the same way', () => {
		expect(itemsOf(getAllOrders, {}, { orderList: [{ orderId: 1, PONumber: 'A' }] })).toMatchObject([{ orderId: '1', poNumber: 'A', status: null, answer: { orderId: 1, PONumber: 'A' } }]);
	});

	it('hold ten fields of an invoice, or all', () => {
		const [small] = itemsOf(getAllInvoices, {}, { invoiceList: [invoice] });
		expect(small).toMatchObject({ invoiceNumber: '0041200987-001', invoiceTotal: 133, paymentStatus: 'Paid' });
		expect(Object.keys(small ?? {})).toHaveLength(10);
		expect(itemsOf(getAllInvoices, { simplify: false }, { invoiceList: [invoice] })).toEqual([invoice]);
	});

	it('invent no field that an invoice lacks', () => {
		expect(itemsOf(getAllInvoices, {}, { invoiceList: [{ invoiceNumber: 'A', invoiceTotal: null }, {}] })).toEqual([{ invoiceNumber: 'A', invoiceTotal: null }, {}]);
	});
});

describe('Invoice: Get', () => {
	const header = { invoiceNumber: '0041200987-001', orderNumber: 41200987, invoiceTotal: 133, salesTypeCode: 'WHSE' };

	it('puts out the main fields of the header, or the whole answer', () => {
		const body = { invoiceHeader: header, invoiceLines: [{ quantity: 1 }] };
		expect(itemsOf(getInvoice, INVOICE, body)).toEqual([{ invoiceNumber: '0041200987-001', orderNumber: 41200987, invoiceTotal: 133 }]);
		expect(itemsOf(getInvoice, { ...INVOICE, simplify: false }, body)).toEqual([{ invoiceNumber: '0041200987-001', ...body }]);
	});

	it('takes a header without its frame', () => {
		expect(itemsOf(getInvoice, INVOICE, header)).toMatchObject([{ orderNumber: 41200987 }]);
	});

	it.each<[unknown]>([[{ invoiceHeader: null }], [{ invoiceHeader: [] }], [{ invoiceHeader: {} }], [{ invoiceHeader: 'x' }], [{ foo: 1 }]])('takes %j for no invoice', (body) => {
		for (const simplify of [true, false]) expect(failureOf(() => itemsOf(getInvoice, { ...INVOICE, simplify }, body)).kind).toBe('brokenAnswer');
	});
});

describe('what is known of one thing comes beside the untouched answer', () => {
	it('for an order', () => {
		const body = { orderNumber: 41200987, orderStatus: 'Shipped', PONumber: '7731-2', customerNumber: 'DEMO100', lines: [{ a: 1 }] };
		expect(itemsOf(getOrder, ORDER, body)).toEqual([{
			orderId: '41200987', status: 'Shipped', poNumber: '7731-2', transactionId: null, customerCode: null, customerNumbers: ['DEMO100'], branchCode: null, orderDate: null,
			invoiceNumbers: [], answer: body,
		}]);
	});

	it('for a delivery', () => {
		const body = { delivery: { OrderID: 41200987, DeliveryStatus: 'Completed', deliveredDateTime: '2026-03-05T10:00:00' } };
		expect(itemsOf(getDelivery, ORDER, body)).toMatchObject([{ orderId: '41200987', status: 'Completed', deliveredAt: '2026-03-05T10:00:00', answer: body }]);
	});

	it('for a position', () => {
		const body = { coordinates: { lat: '39.74', lng: -104.99 }, coordinateStatus: 'En Route' };
		expect(itemsOf(getCoordinates, ORDER, body)).toEqual([{ orderId: '41200987', status: 'En Route', latitude: 39.74, longitude: -104.99, updatedAt: null, answer: body }]);
	});
});

describe('what stands for nothing in a delivery', () => {
	it.each(['0001-01-01T00:00:00', '1900-01-01', '9999-12-31T00:00:00', '1/1/0001 12:00:00 AM', '00000000', '0'])('as a date is none: %s', (date) => {
		expect(readDeliveryRow({ orderId: 41200987, deliveredDateTime: date, expectedDeliveryDate: date })).toMatchObject({ deliveredAt: null, expectedDeliveryDate: null });
	});

	it.each(['2026-03-05T10:00:00', '3/5/2026', '20260305', 'Thursday'])('as a date stays as SIPS writes it where it is one: %s', (date) => {
		expect(readDeliveryRow({ deliveredDateTime: date })).toMatchObject({ deliveredAt: date });
	});

	it('as a customer code is a number of another kind, as in the rows of orders', () => {
		expect(readDeliveryRow({ customerNumber: '50123', accountNumber: '50123' })).toMatchObject({ customerCode: null });
	});
});

describe('details of another thing than was asked for', () => {
	const CUSTOMER = { customerCode: 'DEMO100' };
	it.each<[string, unknown, Values, IDataObject]>([
		['Order: Get', getOrder, ORDER, { orderId: 99999999, orderStatus: 'Cancelled' }],
		['Order: Get', getOrder, ORDER, { orderHeader: { OrderNumber: '99999999' } }],
		['Delivery: Get', getDelivery, ORDER, { orderId: 99999999, deliveryStatus: 'Delivered' }],
		['Delivery: Get Coordinates', getCoordinates, ORDER, { orderId: 99999999, latitude: 39.7, longitude: -105 }],
		['Customer: Get', getCustomer, CUSTOMER, { customerCode: 'OTHER200', customerId: 7, customerName: 'Somebody Else' }],
		['Branch: Get (Legacy V1)', getBranch, { branchCode: 'SBDEN' }, { branchId: '247', branchCode: 'BRRIV' }],
		['Customer: Validate', validate, { ...CUSTOMER, proof: 'none' }, { validIndicator: 'Y', accountNumber: 'OTHER200' }],
		['Invoice: Get', getInvoice, INVOICE, { invoiceHeader: { invoiceNumber: '0099999999-001', invoiceTotal: 1 } }],
	])('are not told by %s as those of it', (_name, operation, values, body) => {
		expect(failureOf(() => itemsOf(operation, values, body))).toMatchObject({ kind: 'brokenAnswer', message: expect.stringMatching(/was asked for .* and answered with/) as string });
	});

	it.each<[string, unknown, Values, IDataObject]>([
		['Order: Get', getOrder, ORDER, { orderId: '0041200987' }],
		['Order: Get', getOrder, ORDER, { orderId: 'f3b0', orderNumber: 41200987 }],
		['Order: Get', getOrder, ORDER, { orderId: 'f3b0', orderStatus: 'Shipped' }],
		['Delivery: Get', getDelivery, ORDER, { deliveryStatus: 'Delivered' }],
		['Customer: Get', getCustomer, CUSTOMER, { customerCode: ' demo100', customerId: 7 }],
		['Customer: Get', getCustomer, { customerCode: '7' }, { customerCode: 'DEMO100', customerId: 7 }],
		['Customer: Get', getCustomer, CUSTOMER, { customerId: 7, customerName: 'Demo' }],
		['Branch: Get (Legacy V1)', getBranch, { branchCode: '247' }, { branchId: '247', branchCode: 'BRRIV' }],
		['Branch: Get (Legacy V1)', getBranch, { branchCode: '247' }, { branchCode: 'BRRIV', branchName: 'Demo' }],
		['Branch: Get (Legacy V1)', getBranch, { branchCode: 'brriv' }, { branchId: '247', branchCode: 'BRRIV' }],
		['Customer: Validate', validate, { ...CUSTOMER, proof: 'none' }, { validIndicator: 'Y', accountNumber: '50123' }],
		['Invoice: Get', getInvoice, { invoiceNumber: 'INV-7' }, { invoiceHeader: { invoiceNumber: '0041200987-001', invoiceTotal: 1 } }],
	])('are only those under another number: %s passes %#', (_name, operation, values, body) => {
		expect(itemsOf(operation, values, body)).toHaveLength(1);
	});
});

describe('a position', () => {
	it.each<[IDataObject, number | null, number | null]>([
		[{ latitude: 39.7, longitude: -105 }, 39.7, -105],
		[{ Latitude: '39.7', Longitude: '-105' }, 39.7, -105],
		[{ location: { lat: 0, lon: -105 } }, 0, -105],
		[{ location: { lat: 0, lon: 0 } }, null, null],
		[{ latitude: '0.0', longitude: 0 }, null, null],
		[{ latitude: 90, longitude: -180 }, 90, -180],
		[{ latitude: 91, longitude: 5 }, null, null],
		[{ latitude: 5, longitude: 181 }, null, null],
		[{ latitude: 39.7 }, null, null],
		[{ latitude: null, longitude: null }, null, null],
		[{ latitude: '39,7', longitude: '1' }, null, null],
		[{ latitude: 'north', longitude: true }, null, null],
		[{ x: 39.7, y: -105 }, null, null],
		[{ latitude: '', longitude: '' }, null, null],
		[{ latitude: 1e999, longitude: 1 }, null, null],
	])('of %j is %p, %p', (row, latitude, longitude) => {
		expect(readPosition(row)).toMatchObject({ latitude, longitude });
	});
});

describe('answers that break the contract', () => {
	const one: Array<[string, unknown, Values]> = [['Order: Get', getOrder, ORDER], ['Delivery: Get', getDelivery, ORDER], ['Delivery: Get Coordinates', getCoordinates, ORDER], ['Invoice: Get', getInvoice, INVOICE]];
	const many: Array<[string, unknown, Values]> = [['Order: Get Many', getAllOrders, {}], ['Delivery: Get Many', getAllDeliveries, {}], ['Invoice: Get Many', getAllInvoices, {}]];
	const broken: Array<[string, unknown, FailureKind]> = [
		['nothing', '', 'brokenAnswer'], ['a web page', '<html><body>Sign in</body></html>', 'brokenAnswer'], ['cut JSON', '{"orderId": 4120', 'brokenAnswer'],
		['null', null, 'brokenAnswer'], ['a number', 7, 'brokenAnswer'], ['an empty object', {}, 'brokenAnswer'],
		['an error', { code: 'GeneralError', message: 'Not available' }, 'businessRefusal'],
		['an error with what was asked for', { orderId: 41200987, message: 'Order not found', transactionID: 'x' }, 'businessRefusal'],
		['errors', { errors: [{ field: 'x', message: 'y' }] }, 'businessRefusal'],
		['a problem', { type: 'about:blank', title: 'Not Found', status: 404, detail: 'gone' }, 'businessRefusal'],
		['an error beside empty places', { success: false, error: 'No access', data: null }, 'businessRefusal'],
	];

	it.each([...one, ...many].flatMap(([name, operation, values]) => broken.map(([how, body, kind]) => [name, how, kind, operation, values, body] as const)))(
		'%s with %s is a %s, and nothing is put out',
		(_name, _how, kind, operation, values, body) => {
			const failure = failureOf(() => itemsOf(operation, values, body));
			expect(failure.kind).toBe(kind);
			expect(failure.details.advice).not.toBe('');
		},
	);

	it('never crash, and what is recognised stands in them', () => {
		const names = fc.constantFrom('orderId', 'orderNumber', 'PONumber', 'deliveryStatus', 'latitude', 'longitude', 'invoiceHeader', 'delivery', 'coordinates', 'message', 'x');
		fc.assert(
			fc.property(fc.dictionary(names, fc.jsonValue()), (row) => {
				const text = JSON.stringify(row);
				for (const value of Object.values({ ...readDeliveryRow(row as IDataObject), ...readPosition(row as IDataObject) })) {
					if (typeof value === 'string') expect(text).toContain(JSON.stringify(value).slice(1, -1));
				}
				for (const [, operation, values] of one) {
					try {
						expect(itemsOf(operation, values, row)).toHaveLength(1);
					} catch (error) {
						expect(error).toBeInstanceOf(Failure);
					}
				}
			}),
		);
	});

	it('are not mistaken for refusals where they hold a state and a message', () => {
		expect(detailsAnswer(answer({ orderId: 7, status: 'Confirmed', message: 'OK' }), 'Thing')).toMatchObject({ status: 'Confirmed' });
		expect(failureOf(() => detailsAnswer(answer({ status: 'error', message: 'no' }), 'Thing')).kind).toBe('businessRefusal');
	});
});

describe('a file', () => {
	it('is named after what was asked for, and goes into the field that was named', () => {
		const wanted = (operation: unknown, values: Values) => {
			const known = operation as AnyOperation;
			return 'file' in known ? known.file.wanted(known.parameters(panel(values), RUN)) : undefined;
		};
		expect(wanted(getProof, { ...ORDER, binaryPropertyName: 'slip' })).toEqual({ what: 'Proof of Delivery', baseName: 'proof-of-delivery-41200987', property: 'slip', json: { ...ORDER, available: true } });
		expect(wanted(download, { ...INVOICE, binaryPropertyName: 'data' })).toEqual({ what: 'Invoice PDF', baseName: 'invoice-0041200987-001', property: 'data', json: { ...INVOICE, available: true } });
	});

	it.each([[''], [undefined], [null], ['a\nb'], [{ a: 1 }], ['x'.repeat(61)]])('needs a field: %j is none', (binaryPropertyName) => {
		for (const [operation, values] of [[getProof, ORDER], [download, INVOICE]] as const) {
			expect(fieldsOf(failureOf(() => requestOf(operation, { ...values, binaryPropertyName })))).toEqual(['Put Output File in Field']);
		}
	});
});
