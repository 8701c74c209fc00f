import { resolve } from 'node:path';

import type { OrderParameters } from '../../../../../nodes/SrsSips/order/orderParameters';
import { orderRequest } from '../../../../../nodes/SrsSips/order/orderRequest';
import { loadContract, type Contract } from '../../../../../sandbox/core/contract';
import { failureOf, fieldsOf, RUN } from '../../../../support/panels/pure';
import { LINE, order, ORDER, orderWithLine } from '../support';

describe('an order as the panel gives it', () => {
	it('is plain, checked data', () => {
		const { transactionId, ...read } = order();
		expect(transactionId).toMatch(/^[0-9a-f-]{36}$/);
		expect(read).toEqual({
			sourceSystem: 'DEMOSOURCE', customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: 43, poNumber: '7731-2',
			transactionDate: '2026-03-01T22:15:27.120', orderDate: '2026-03-01', earliestDay: '2026-03-01', expectedDeliveryDate: '2026-03-05', expectedDeliveryTime: 'Anytime',
			orderType: 'WHSE', shippingMethod: 'Ground Drop', reference: '', jobNumber: '', notes: '',
			shipTo: { name: 'Jane Roe', addressLine1: '12 Ridge Rd', addressLine2: '', addressLine3: '', city: 'Denver', state: 'CO', zipCode: '80211' },
			contact: {
				name: 'Jane Roe', phone: '3035550100', email: 'jane@example.com', additionalEmails: [],
				address: { addressLine1: '12 Ridge Rd', city: 'Denver', state: 'CO', zipCode: '80211' },
			},
			lines: [{ productId: 6000, productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', quantity: 30, uom: 'BD', customerItem: 'SH-01', price: undefined }],
			checkFirst: true, hasOwnTransactionId: false, lineSource: 'table', template: undefined, stopWithoutPrice: false,
			mostDifferencePercent: undefined, expectedTotal: undefined, lookUpMs: 20_000, stopsWhenListed: true, sentAgainIn: undefined,
		});
	});

	it('may be dated by SIPS as it is where its day begins last', () => {
		expect(order({}, { ...RUN, now: new Date('2026-03-02T08:00:00Z') })).toMatchObject({ orderDate: '2026-03-02', earliestDay: '2026-03-01' });
		expect(order({ 'options.orderDate': '2026-02-20' }).earliestDay).toBe('2026-02-20');
	});

	it.each([[3 * 0.3333, 1], [1 / 3, 0.33], ['0.9999', 1], [106.22999999999999, 106.23], [0, 0]])('rounds an expected total of %p to cents: it is only compared', (given, total) => {
		expect(order({ 'options.expectedTotal': given }).expectedTotal).toBe(total);
	});

	it.each(['35,40', '$35', -1])('takes no expected total that is %p', (given) => {
		expect(fieldsOf(failureOf(() => order({ 'options.expectedTotal': given })))).toEqual(['Expected Total']);
	});

	it('names every missing field at once, as the panel calls them', () => {
		const empty = { ...Object.fromEntries(Object.keys(ORDER).map((name) => [name, ''])), lineSource: 'table', 'lines.line': [] };
		const failure = failureOf(() => order(empty, { ...RUN, credentials: {} }));
		expect(failure.kind).toBe('validation');
		expect(fieldsOf(failure).sort()).toEqual([
			'Branch Code', 'Contact Email', 'Contact Name', 'Contact Phone', 'Customer Code', 'Expected Delivery Date', 'Job Account Number',
			'Lines', 'PO Number', 'Ship-to City', 'Ship-to Name', 'Ship-to State', 'Ship-to Street', 'Ship-to ZIP Code', 'Shipping Method',
			'Source System (in the credential)',
		]);
		expect(failure.message).toMatch(/^The order was not sent: 16 fields need attention\. Customer Code: must not be empty; /);
		expect(failure.details.advice).toContain('Nothing was sent');
	});

	it.each([
		['customerCode', 'Customer Code'], ['branchCode', 'Branch Code'], ['jobAccountNumber', 'Job Account Number'], ['poNumber', 'PO Number'],
		['expectedDeliveryDate', 'Expected Delivery Date'], ['shippingMethod', 'Shipping Method'], ['shipToName', 'Ship-to Name'],
		['shipToAddressLine1', 'Ship-to Street'], ['shipToCity', 'Ship-to City'], ['shipToState', 'Ship-to State'], ['shipToZipCode', 'Ship-to ZIP Code'],
		['customerContactName', 'Contact Name'], ['customerContactPhone', 'Contact Phone'], ['customerContactEmail', 'Contact Email'],
	])('is refused where %s is empty, null, missing, blank or an object', (name, label) => {
		for (const value of ['', null, undefined, '   ', { a: 1 }, [], true]) {
			expect(new Set(fieldsOf(failureOf(() => order({ [name]: value }))))).toEqual(new Set([label]));
		}
	});

	it.each([
		['productId', 'Product ID'], ['quantity', 'Quantity'], ['uom', 'Unit of Measure'], ['customerItem', 'Customer Item'],
	])('is refused where %s of a line is empty, and the line is named', (name, label) => {
		for (const value of ['', null, undefined, ' ', {}]) {
			expect(new Set(fieldsOf(failureOf(() => order({ 'lines.line': [LINE, { ...LINE, [name]: value }] }))))).toEqual(new Set([`Lines 2: ${label}`]));
		}
	});

	it.each([['an object', {}], ['too long', 'x'.repeat(300)]])('names a field once, with what is wrong with it: %s', (_name, shipToName) => {
		const failure = failureOf(() => order({ shipToName }));
		expect(fieldsOf(failure)).toEqual(['Ship-to Name']);
		expect(failure.message).toContain('1 field needs attention');
	});

	it.each([['customerCode'], ['branchCode'], ['poNumber']])('is refused where the code in %s has two lines', (name) => {
		expect(failureOf(() => order({ [name]: 'A\nB' })).message).toContain('must be a code on one line');
	});

	it.each([
		['customerCode', 61], ['poNumber', 61], ['shipToName', 201], ['shippingMethod', 201], ['options.reference', 201], ['options.notes', 4001],
		['options.transactionId', 201],
	])('is refused where %s has %i characters', (name, length) => {
		expect(failureOf(() => order({ [name]: 'x'.repeat(length) })).message).toMatch(/must have at most \d+ characters/);
	});

	it('keeps notes of many lines', () => {
		expect(order({ 'options.notes': 'Gate code 7\nCall first' }).notes).toBe('Gate code 7\nCall first');
	});

	it('takes numbers where text is meant, as spreadsheets give them', () => {
		expect(order({ poNumber: 7731, shipToZipCode: 80211, jobAccountNumber: 43 })).toMatchObject({ poNumber: '7731', shipTo: { zipCode: '80211' }, jobAccountNumber: 43 });
	});

	it('leaves out blanks around what was pasted', () => {
		expect(order({ customerCode: ' DEMO100\n', poNumber: '\t7731 ' })).toMatchObject({ customerCode: 'DEMO100', poNumber: '7731' });
	});

	describe('phone', () => {
		it.each([['3035550100'], ['(303) 555-0100'], ['303.555.0100'], ['+1 303 555 0100'], ['13035550100'], [3035550100], ['Tel. 303-555-0100'], ['303/555-0100 (cell)'], ['+1 (303) 555-0100']])('%p is ten digits', (phone) => {
			expect(order({ customerContactPhone: phone }).contact.phone).toBe('3035550100');
		});

		it.each([['555-0100'], ['+49 30 1234567890'], ['303 555 0100 ext 12'], ['none'], ['+45 12 34 56 78'], ['+52 5512 3456'], ['(+45) 12345678'], ['+1 303 555 010'], ['555-0100 ext. 123'], ['555-0100x123'], ['555-0100 #123'], ['555-0100, 123']])('%p is not', (phone) => {
			expect(fieldsOf(failureOf(() => order({ customerContactPhone: phone })))).toEqual(['Contact Phone']);
		});
	});

	describe('date', () => {
		it.each([
			['a day', '2026-03-05', '2026-03-05'],
			['midnight without a zone, as the panel gives it', '2026-03-05T00:00:00', '2026-03-05'],
			['a moment late in another zone', '2026-03-05T03:00:00.000Z', '2026-03-04'],
			['a moment with an offset', '2026-03-05T23:30:00-05:00', '2026-03-05'],
			['a Date', new Date('2026-03-05T12:00:00Z'), '2026-03-05'],
			['milliseconds', Date.parse('2026-03-05T12:00:00Z'), '2026-03-05'],
			['a Luxon date', { toMillis: () => Date.parse('2026-03-05T12:00:00Z') }, '2026-03-05'],
			['a leap day', '2028-02-29', '2028-02-29'],
		])('may be %s', (_name, given, day) => {
			expect(order({ expectedDeliveryDate: given, 'options.orderDate': given })).toMatchObject({ expectedDeliveryDate: day, orderDate: day });
		});

		it.each([['tomorrow'], ['03/05/2026'], ['2026-02-30'], ['2026-13-01'], ['5.3.2026'], [new Date('nonsense')], [Number.NaN], [{}]])('may not be %p', (given) => {
			expect(fieldsOf(failureOf(() => order({ expectedDeliveryDate: given })))).toEqual(['Expected Delivery Date']);
		});
	});

	describe('lines', () => {
		it.each([
			['3', 3], [3, 3], [' 3 ', 3],
		])('may have %p as quantity', (quantity, expected) => {
			expect(orderWithLine({ quantity }).lines[0]?.quantity).toBe(expected);
		});

		it.each([[0], [-1], [1.5], ['1.5'], ['three'], [Number.NaN], [Infinity], ['0x10'], ['1e3'], [true], [[3]]])('may not have %p as quantity', (quantity) => {
			expect(fieldsOf(failureOf(() => orderWithLine({ quantity })))).toEqual(['Lines 1: Quantity']);
		});

		it.each([[''], ['  ']])('have N/A as option where it is %p', (option) => {
			expect(orderWithLine({ option }).lines[0]?.option).toBe('N/A');
		});

		it.each([
			['35.40', 35.4], [35, 35], ['', undefined], [' ', undefined],
		])('have with price %p the price %p', (price, expected) => {
			expect(orderWithLine({ price }).lines[0]?.price).toBe(expected);
		});

		it.each([['option', 'Option'], ['price', 'Price'], ['productName', 'Product Name']])('are refused where an expression in %s comes to nothing, but for JSON, which says "none" so', (name, label) => {
			for (const value of [null, undefined]) {
				expect(fieldsOf(failureOf(() => orderWithLine({ [name]: value })))).toEqual([`Lines 1: ${label}`]);
				expect(order({ lineSource: 'json', linesJson: [{ ...LINE, [name]: value }] }).lines).toEqual(orderWithLine({ [name]: '' }).lines);
			}
		});

		it.each([[0], ['0'], ['0.00'], [-1], ['free'], [Number.NaN], [{}]])('may not have %p as price', (price) => {
			expect(fieldsOf(failureOf(() => orderWithLine({ price })))).toEqual(['Lines 1: Price']);
		});

		it.each([
			['JSON text', JSON.stringify([LINE])],
			['a list', [LINE]],
			['a single object', LINE],
			['JSON text of a single object', JSON.stringify(LINE)],
		])('may come as %s', (_name, linesJson) => {
			expect(order({ lineSource: 'json', linesJson }).lines).toEqual(order().lines);
		});

		it.each([
			['text that is no JSON', 'two bundles'], ['half a JSON', '[{"productId":'], ['a list of numbers', [1, 2]], ['a list with null', [LINE, null]], ['a list of lists', [[LINE]]],
			['a number', 7], ['the word null', 'null'], ['an empty list', '[]'], ['nothing', ''], ['null', null], ['true', true],
		])('may not come as %s', (_name, linesJson) => {
			expect(fieldsOf(failureOf(() => order({ lineSource: 'json', linesJson })))).toEqual(['Lines']);
		});

		it('have no fields but their own: what an object inherits does not count', () => {
			const inherited = Object.create({ ...LINE }) as Record<string, unknown>;
			expect(fieldsOf(failureOf(() => order({ lineSource: 'json', linesJson: [inherited] })))).toHaveLength(4);
		});
	});

	it('is refused with a source of lines that does not exist', () => {
		expect(fieldsOf(failureOf(() => order({ lineSource: 'file' })))).toContain('Lines From');
	});

	it('takes the address of the contact where it is given, field by field', () => {
		const { contact } = order({ 'options.customerContactCity': 'Boulder', 'options.customerContactZipCode': 80301 });
		expect(contact.address).toEqual({ addressLine1: '12 Ridge Rd', city: 'Boulder', state: 'CO', zipCode: '80301' });
	});

	it('takes further email addresses apart, however they are separated', () => {
		expect(order({ 'options.additionalContactEmails': 'a@example.com, b@example.com;c@example.com' }).contact.additionalEmails).toEqual([
			'a@example.com', 'b@example.com', 'c@example.com',
		]);
	});

	it("keeps the person's own transaction id", () => {
		expect(order({ 'options.transactionId': 'WF-2026-1' }).transactionId).toBe('WF-2026-1');
	});

	it('is checked at the branch unless that is switched off', () => {
		expect([order().checkFirst, order({ 'options.checkFirst': false }).checkFirst]).toEqual([true, false]);
	});
});

describe('an order as it is sent', () => {
	let contract: Contract;
	beforeAll(async () => {
		contract = await loadContract(resolve(__dirname, '../../../../../openapi/srs-sips.yaml'));
	});

	function problemsOf(read: OrderParameters) {
		const { method, path, body } = orderRequest(read);
		const wire: unknown = JSON.parse(JSON.stringify(body));
		return contract.checkRequest('submitOrder', { method, path, query: {}, headers: { 'content-type': 'application/json' }, body: wire }).problems;
	}

	it.each<[string, Record<string, unknown>]>([
		['as short as can be', {}],
		['with everything', {
			'options.notes': 'Gate 7', 'options.jobNumber': 'J1', 'options.reference': 'R', 'options.orderDate': '2026-03-02', 'options.expectedDeliveryTime': 'Morning',
			'options.orderType': 'WILLCALL', 'options.shipToAddressLine2': 'Unit 2', 'options.shipToAddressLine3': 'Rear', 'options.additionalContactEmails': 'a@example.com',
			'options.transactionId': 'T-1',
		}],
		['with a price', { 'lines.line': [{ ...LINE, price: '35.40' }] }],
		['with lines from JSON', { lineSource: 'json', linesJson: [{ ...LINE, extra: 'ignored' }, { ...LINE, option: '' }] }],
	])('is what SIPS documents: %s', (_name, changes) => {
		expect(problemsOf(order(changes))).toEqual([]);
	});

	it('would be found out if it were not', () => {
		expect(problemsOf({ ...order(), jobAccountNumber: 1.5 })).toMatchObject([{ field: 'jobAccountNumber' }]);
	});

	it('goes to Submit Order (V2), with the customer code as account number and the id in capitals', () => {
		expect(orderRequest(order({ 'options.transactionId': 'T-1' }))).toMatchObject({
			method: 'POST', path: '/orders/v2/Submit', body: { accountNumber: 'DEMO100', transactionID: 'T-1', jobAccountNumber: 43 },
		});
	});

	it('leaves out a price that was not given, so that SRS prices the line', () => {
		const { body } = orderRequest(order());
		expect(body).toMatchObject({ orderLineItemDetails: [{ productId: 6000 }] });
		expect(JSON.stringify(body)).not.toContain('price');
	});
});
