import { Failure, type FailureKind } from '../../../../engine/failure';
import { atMost } from '../../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../../engine/operation/operation';
import type { PartnerAnswer, PartnerRequest } from '../../../../engine/http/request';
import { textOf } from '../../../../engine/values';
import { detailsAnswer, listAnswer } from '../../../../nodes/SrsSips/shared/answers';
import { getAllForCustomer } from '../../../../nodes/SrsSips/branch/getAllForCustomer';
import { getProducts } from '../../../../nodes/SrsSips/branch/getProducts';
import { validate } from '../../../../nodes/SrsSips/customer/validate';
import { getAll } from '../../../../nodes/SrsSips/order/getAll';
import { getPrices } from '../../../../nodes/SrsSips/product/getPrices';
import { answer, failureOf, fieldsOf, panel, RUN } from '../../../support/panels/pure';

/** An operation with one item a request, with the panel filled in like this. */
function filledIn<P>(operation: RepeatableOperation<P>, values: Record<string, unknown>) {
	if (!('request' in operation)) throw new Error('It makes no single request an item');
	const parameters = operation.parameters(panel(values), RUN);
	return {
		request: (): PartnerRequest => operation.request(parameters),
		items: (given: PartnerAnswer) => operation.items(given, parameters),
		explain: (failure: Failure) => operation.explain?.(failure, parameters) ?? failure,
	};
}

const failed = (kind: FailureKind) => new Failure(kind, 'Words', { advice: 'General advice.', status: 400 });

describe('Customer: Validate', () => {
	const key = { customerCode: 'DEMO100', proof: 'integrationKey', integrationKey: 'RDG100' };
	const invoice = { customerCode: 'DEMO100', proof: 'invoice', invoiceNumber: '0041190007-001', invoiceDate: '2026-02-14', billedAmount: '1843.27' };

	it.each([
		['nothing', { customerCode: 'DEMO100', proof: 'none' }, { accountNumber: 'DEMO100' }],
		['the key alone, whatever else is left in the panel', { ...invoice, ...key }, { accountNumber: 'DEMO100', integrationKey: 'RDG100' }],
		['the invoice alone', { ...key, ...invoice }, { accountNumber: 'DEMO100', invoiceNumber: '0041190007-001', invoiceDate: '2026-02-14', billedAmount: 1843.27 }],
		['an invoice with its date', { ...invoice, billedAmount: '' }, { accountNumber: 'DEMO100', invoiceNumber: '0041190007-001', invoiceDate: '2026-02-14' }],
		['an invoice with its amount', { ...invoice, invoiceDate: '' }, { accountNumber: 'DEMO100', invoiceNumber: '0041190007-001', billedAmount: 1843.27 }],
		['an invoice over 0', { ...invoice, billedAmount: 0 }, { accountNumber: 'DEMO100', invoiceNumber: '0041190007-001', invoiceDate: '2026-02-14', billedAmount: 0 }],
	])('proves by %s', (_name, values, query) => {
		expect(filledIn(validate, values).request()).toMatchObject({ method: 'GET', path: '/customers/validate/', query });
	});

	it('keeps the key out of what is shown', () => {
		expect(filledIn(validate, key).request().secrets).toContain('RDG100');
	});

	it.each([
		[{ ...key, integrationKey: '' }, 'Integration Key'],
		[{ ...invoice, invoiceNumber: ' ' }, 'Invoice Number'],
		[{ ...invoice, invoiceDate: '', billedAmount: '' }, 'Invoice Date or Billed Amount'],
		[{ ...invoice, billedAmount: '1,843.27' }, 'Billed Amount'],
		[{ ...key, customerCode: '' }, 'Customer Code'],
		[{ ...key, 'options.whenNotValid': 'ignore' }, 'When Not Valid'],
		[{ ...key, proof: 'handshake' }, 'Proof'],
	])('asks nothing with %p', (values, field) => {
		expect(fieldsOf(failureOf(() => filledIn(validate, values)))).toContain(field);
	});

	it.each([['Y'], ['y'], [' Y '], [true]])('is valid with %p', (validIndicator) => {
		expect(filledIn(validate, key).items(answer({ validIndicator, customerName: 'X' }))).toEqual([{ valid: true, customerCode: 'DEMO100', validIndicator, customerName: 'X' }]);
	});

	it.each([['N'], ['n'], [false]])('is a business refusal with %p, or comes out as not valid if that is wanted', (validIndicator) => {
		expect(failureOf(() => filledIn(validate, key).items(answer({ validIndicator })))).toMatchObject({ kind: 'businessRefusal', details: { subject: { customerCode: 'DEMO100' } } });
		expect(filledIn(validate, { ...key, 'options.whenNotValid': 'output' }).items(answer({ validIndicator }))).toMatchObject([{ valid: false }]);
	});

	it.each([[undefined], [null], [''], ['YES'], ['maybe'], [1], [0], [{}], ['toString'], ['constructor']])('is never taken as an answer with %p, in either mode', (validIndicator) => {
		for (const whenNotValid of ['stop', 'output']) {
			const operation = filledIn(validate, { ...key, 'options.whenNotValid': whenNotValid });
			expect(failureOf(() => operation.items(answer({ validIndicator }))).kind).toBe('brokenAnswer');
		}
	});

	it('lets no field of the answer pose as the verdict', () => {
		expect(failureOf(() => filledIn(validate, key).items(answer({ validIndicator: 'N', valid: true }))).kind).toBe('businessRefusal');
		expect(filledIn(validate, { ...key, 'options.whenNotValid': 'output' }).items(answer({ validIndicator: 'N', valid: true }))).toMatchObject([{ valid: false }]);
	});
});

describe('Order: Get Many', () => {
	it('sends every filter under the name and as the type that SIPS documents', () => {
		const values = {
			returnAll: false, limit: 7, 'filters.branchCode': 'SBDEN', 'filters.customerCode': 'DEMO100', 'filters.shipToSequenceNumber': '2', 'filters.orderId': '41200987',
			'filters.orderFromDate': '2026-03-01T00:00:00', 'filters.orderToDate': '2026-03-31', 'filters.orderStatus': 'Confirmed', 'filters.poNumber': 7731,
			'filters.jobNumber': 'J1', 'filters.shipToAddress': '12 Ridge', 'filters.includeInvoices': true,
		};
		expect(filledIn(getAll, values).request()).toEqual({
			method: 'POST',
			path: '/orders/List',
			body: {
				branchCode: 'SBDEN', customerNumber: 'DEMO100', shipToSequenceNumber: 2, orderId: 41200987, orderFromDate: '2026-03-01', orderToDate: '2026-03-31',
				rowReturnLimit: 7, orderStatus: 'Confirmed', PONumber: '7731', jobNumber: 'J1', shipToAddress: '12 Ridge', includeInvoices: 'Y',
			},
		});
	});

	it('sends no filter that is empty', () => {
		const empty = { returnAll: true, 'filters.branchCode': '', 'filters.orderId': '', 'filters.orderFromDate': '', 'filters.poNumber': null, 'filters.includeInvoices': undefined };
		expect(filledIn(getAll, empty).request().body).toEqual({});
	});

	it('sends N where invoices are not wanted', () => {
		expect(filledIn(getAll, { returnAll: true, 'filters.includeInvoices': false }).request().body).toEqual({ includeInvoices: 'N' });
	});

	it('names all faulty filters, and the limit, at once', () => {
		const failure = failureOf(() => filledIn(getAll, { limit: 0, 'filters.orderId': 'PO-7', 'filters.orderToDate': 'soon', 'filters.shipToSequenceNumber': 1.5 }));
		expect(fieldsOf(failure).sort()).toEqual(['Limit', 'Order ID', 'Ship-to Sequence Number', 'To Date']);
	});

	it.each([
		['a frame', { orderList: [{ orderId: 1 }, { orderId: 2 }, { orderId: 3 }] }],
		['a bare list', [{ orderId: 1 }, { orderId: 2 }, { orderId: 3 }]],
	])('puts out rows from %s, no more than wanted', (_name, body) => {
		const rows = filledIn(getAll, { limit: 2 }).items(answer(body));
		expect(rows.map(({ orderId, answer: row }) => [orderId, row])).toEqual([['1', { orderId: 1 }], ['2', { orderId: 2 }]]);
		expect(filledIn(getAll, { returnAll: true }).items(answer(body))).toHaveLength(3);
	});
});

describe('Branch: lists', () => {
	it('put the code asked for beside each row, and let the row speak for itself', () => {
		expect(filledIn(getProducts, { branchCode: 'SBDEN' }).items(answer([{ productId: 1 }]))).toEqual([{ branchCode: 'SBDEN', productId: 1 }]);
		expect(filledIn(getAllForCustomer, { customerCode: 'DEMO100' }).items(answer([{ branchCode: 'SBDEN' }]))).toEqual([{ customerCode: 'DEMO100', branchCode: 'SBDEN' }]);
	});

	it.each([
		['SB/DEN', '/branches/v2/activeBranchProducts/SB%2FDEN'],
		['SB DEN?x', '/branches/v2/activeBranchProducts/SB%20DEN%3Fx'],
	])('address exactly one branch: %s', (branchCode, path) => {
		expect(filledIn(getProducts, { branchCode }).request().path).toBe(path);
	});

	it.each([['..'], ['.']])('address nothing with %p', (branchCode) => {
		expect(failureOf(() => filledIn(getProducts, { branchCode }).request()).kind).toBe('validation');
	});
});

describe('a failure, told in the words of the operation', () => {
	const asked = { customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: 43, productId: 6000, option: 'White', quantity: 1, uom: 'BD' };
	const price = { explain: (failure: Failure) => getPrices.explain?.(failure, getPrices.parameters(panel(asked), RUN)) ?? failure };

	it.each([
		['Validate', filledIn(validate, { ...asked, proof: 'none' }), 'Customer DEMO100 could not be validated: Words', 'Customer Code'],
		['Get Many for Customer', filledIn(getAllForCustomer, asked), 'No branches for customer DEMO100: Words', 'Customer: Validate'],
		['Get Active Products', filledIn(getProducts, asked), 'SIPS has no products for branch SBDEN: Words', 'Branch: Get Many for Customer'],
		['Get Prices', price, 'No price for product 6000 (White, BD) at branch SBDEN: Words', 'Branch: Get Active Products'],
	])('%s says what was asked for, and where to look', (_name, { explain }, message, advice) => {
		for (const kind of ['notFound', 'validation'] as const) {
			const failure = explain(failed(kind));
			expect(failure.message).toBe(message);
			expect(failure.details.advice).toContain(advice);
			expect(failure.details.status).toBe(400);
		}
	});

	it.each([
		['Validate', filledIn(validate, { ...asked, proof: 'none' })], ['Get Many for Customer', filledIn(getAllForCustomer, asked)], ['Get Active Products', filledIn(getProducts, asked)],
		['Get Prices', price],
	])('%s leaves failures alone that say nothing of the item', (_name, { explain }) => {
		// Such as the 404 page of a gateway, or its 410.
		const gateways = [new Failure('notFound', 'Words', { advice: 'General advice.', isPartnersOwn: false }), new Failure('validation', 'Words', { advice: 'General advice.', status: 410 })];
		for (const failure of gateways) expect(explain(failure)).toBe(failure);
		const kinds: FailureKind[] = ['configuration', 'authentication', 'permission', 'rateLimit', 'outage', 'brokenAnswer', 'cancelled', 'businessRefusal'];
		for (const kind of kinds) expect(explain(failed(kind))).toMatchObject({ kind, message: 'Words', details: { advice: 'General advice.' } });
	});

	it("a list does not take a gateway's 404 for a list without orders", () => {
		const gateways = new Failure('notFound', 'Words', { advice: 'General advice.', isPartnersOwn: false });
		expect(filledIn(getAll, {}).explain(gateways)).toMatchObject({ kind: 'outage', message: expect.stringContaining('404') as string });
	});
});

describe('answers', () => {
	it.each<[string, unknown]>([['text', 'x'], ['nothing', ''], ['null', null], ['undefined', undefined], ['a number', 1], ['a list', []]])('%s is no object', (_name, body) => {
		expect(failureOf(() => detailsAnswer(answer(body), 'Thing'))).toMatchObject({ kind: 'brokenAnswer', message: expect.stringContaining('(Thing)') });
	});

	it.each<[string, unknown]>([['text', '[]'], ['null', null], ['true', true], ['an object without a list', { a: {} }]])('%s is no list', (_name, body) => {
		expect(failureOf(() => listAnswer(answer(body), 'Thing')).kind).toBe('brokenAnswer');
	});

	it.each<[string, unknown]>([
		['errors', { errors: [{ field: 'x', message: 'y' }] }],
		['errors with code and message', { code: 'GeneralError', message: 'Failed', errors: [{ field: 'x', message: 'y' }] }],
	])('%s are no list of things', (_name, body) => {
		expect(() => listAnswer(answer(body), 'Thing')).toThrow();
	});

	it('an empty list is a list', () => {
		expect([listAnswer(answer([]), 'Thing'), listAnswer(answer({ orderList: [] }), 'Thing')]).toEqual([[], []]);
	});

	it('rows that are no objects are left out', () => {
		expect(listAnswer(answer([null, 1, 'x', [], { a: 1 }]), 'Thing')).toEqual([{ a: 1 }]);
	});

	it('rows that are null are left out of a list of orders', () => {
		expect(listAnswer(answer([null, { a: 1 }]), 'Order List')).toEqual([{ a: 1 }]);
	});

	it.each<[string, unknown]>([
		['lists', { orderList: [[1, 'x']] }],
		['JSON text', ['{"orderId":1}']],
		['null', [null]],
		['a list, beside an object', [[1], { a: 1 }]],
	])('rows in another form make a list of orders one that cannot be read: %s', (_form, body) => {
		expect(failureOf(() => listAnswer(answer(body), 'Order List'))).toMatchObject({ kind: 'brokenAnswer', message: expect.stringContaining('a list of objects') as string });
	});

	it.each<[string, unknown, unknown[]]>([
		['the one with rows', { sort: [], names: ['a'], rows: [{ a: 1 }] }, [{ a: 1 }]],
		['the one with rows, behind an empty one of another thing', { invoices: [], orders: [{ a: 1 }] }, [{ a: 1 }]],
		['one of details that are rows', { orderDetails: [{ a: 1 }], details: [{ b: 1 }], invoices: [] }, [{ a: 1 }]],
		['the one of its name', { branches: [{ b: 1 }], OrderList: [{ a: 1 }] }, [{ a: 1 }]],
		['the one of its name, if it is empty', { names: ['a'], orderList: [] }, []],
		['any of empty ones', { one: [], two: [] }, []],
	])('of several lists it is %s', (_which, body, rows) => {
		expect(listAnswer(answer(body), 'Order List')).toEqual(rows);
	});

	it.each<[string, unknown]>([
		['two with rows', { one: [{ a: 1 }], two: [{ a: 1 }] }],
		['rows beside an empty one of its name', { orderList: [], past: [{ a: 1 }] }],
		['words alone', { one: ['a'], two: [] }],
	])('of several lists none is taken where it is not certain which: %s', (_which, body) => {
		expect(failureOf(() => listAnswer(answer(body), 'Order List')).kind).toBe('brokenAnswer');
	});

	it.each<object>([
		{ status: 'error' }, { status: 'Failed', message: 'ERP timeout' }, { statusCode: 500, message: 'Internal' }, { status: 503 }, { code: '401' },
		{ message: 'Unable to retrieve orders' }, { messages: ['Request timed out'] }, { messages: [{ text: 'Service unavailable' }] }, { message: 'Cannot be processed' },
		{ hasErrors: true }, { succeeded: false }, { isSuccess: 'False' }, { failed: true }, { errorCode: 'ERP_TIMEOUT' }, { errorDescription: 'ERP down' }, { resultCode: 'InternalServerError' },
		{ validationErrors: [{ field: 'PONumber' }] }, { errorCount: 1 }, { result: { status: { code: 500 } } }, { header: { success: false } },
	])('an empty list shows nothing beside %j', (beside) => {
		for (const body of [{ ...beside, orderList: [] }, { orderList: [], ...beside }]) expect(failureOf(() => listAnswer(answer(body), 'Order List')).kind).toMatch(/^(?:brokenAnswer|businessRefusal)$/);
		// With rows it is a list all the same.
		expect(listAnswer(answer({ ...beside, orderList: [{ a: 1 }] }), 'Order List')).toEqual([{ a: 1 }]);
	});

	it.each<object>([
		{ message: 'Success' }, { message: 'OK' }, { message: 'No orders found' }, { message: 'No orders found.', statusCode: 404 }, { status: 'NO_ERROR' }, { status: 200 }, { status: 'Completed without errors' },
		{ status: 'Completed without any errors' }, { error: 'No error.' }, { orderStatus: 'Failed' }, { filters: { orderStatus: 'Error', jobNumber: '500' } },
		{ message: 'Could not find any orders' }, { errors: [] }, { errors: null }, { error: false }, { errorCode: 0 }, { errorCode: '0', errorMessage: 'None' }, { hasErrors: false }, { error: { code: null, message: '' } },
		{ errorMessage: 'No orders found' }, { success: true, totalCount: 0 }, { defaultBranch: 'DEN01' }, { page: 1, info: { rows: 0 } }, { message: 'Orders cannot be older than 90 days' },
	])('an empty list is a list beside %j', (beside) => {
		expect(listAnswer(answer({ ...beside, orderList: [] }), 'Order List')).toEqual([]);
	});

	it('are cut only where a limit was set', () => {
		expect([atMost([1, 2, 3], 2), atMost([1, 2, 3], undefined), atMost([1], 50)]).toEqual([[1, 2], [1, 2, 3], [1]]);
	});

	it.each([['x', 'x'], [' ', undefined], ['', undefined], [7, '7'], [0, '0'], [null, undefined], [true, undefined], [{}, undefined]])('%p has the text %p', (value, text) => {
		expect(textOf(value)).toBe(text);
	});
});
