import { Failure } from '../../../../../engine/failure';
import type { Ask } from '../../../../../engine/operation/reads';
import { find } from '../../../../../nodes/SrsSips/order/find';
import { getStatus } from '../../../../../nodes/SrsSips/order/getStatus';
import { preview } from '../../../../../nodes/SrsSips/order/preview';
import { answer, fieldsOf, panel, RUN, SEAL } from '../../../../support/panels/pure';
import { LINE, ORDER } from '../support';

/** SIPS, answering each path with what the test says; a Failure where it refuses. */
function sips(answers: Record<string, unknown>): { ask: Ask; asked: Array<{ path: string; body: unknown }> } {
	const asked: Array<{ path: string; body: unknown }> = [];
	const ask: Ask = async ({ path, body }) => {
		asked.push({ path, body });
		const found = Object.entries(answers).find(([start]) => path.startsWith(start))?.[1];
		return await Promise.resolve(found instanceof Failure ? found : answer(found ?? []));
	};
	return { ask, asked };
}

const refused = (kind: 'notFound' | 'validation') => new Failure(kind, 'Not here', { advice: '', isPartnersOwn: true });
const gateway = new Failure('notFound', 'A page', { advice: '', isPartnersOwn: false });
const row = (changes: Record<string, unknown> = {}) => ({ orderId: 41200987, PONumber: '7731-2', orderStatus: 'Confirmed', ...changes });
const priceLine = (changes: Record<string, unknown> = {}) => ({
	productId: 6000, productOptions: ['Black Shadow'], requestedUOM: 'BD', priceUOM: 'BD', price: 35.4, message: '', messageCode: 0, ...changes,
});

describe('Order: Find', () => {
	const run = async (values: Record<string, unknown>, listed: unknown) => {
		const { ask, asked } = sips({ '/orders/List': listed });
		const items = await find.consult(find.parameters(panel(values), RUN), ask, SEAL);
		return { items, asked };
	};

	it.each([
		['PO number', { findBy: 'poNumber', poNumber: '7731-2' }, { PONumber: '7731-2' }],
		['order id, as a number', { findBy: 'orderId', orderId: '0041200987' }, { orderId: 41200987 }],
		['transaction id, for which there is no filter', { findBy: 'transactionId', transactionId: 'T-1', 'options.orderFromDate': '2026-03-01T00:00:00' }, { orderFromDate: '2026-03-01' }],
	])('asks by %s', async (_what, values, body) => {
		const { asked, items } = await run(values, [row({ transactionID: 'T-1' }), row({ orderId: 5, PONumber: 'X', transactionID: 'T-2' })]);
		expect(asked).toEqual([{ path: '/orders/List', body }]);
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({ found: true, orderId: '41200987', poNumber: '7731-2', status: 'accepted', statusText: 'Confirmed', transactionId: 'T-1' });
		expect(items[0]?.answer).toEqual(row({ transactionID: 'T-1' }));
	});

	it('puts out every order that fits, and of the customer only where one is named', async () => {
		const listed = [row(), row({ orderId: 2, customerCode: 'DEMO200' }), row({ orderId: 3, customerCode: 'DEMO100', customerNumber: '004711' })];
		expect((await run({ findBy: 'poNumber', poNumber: '7731-2' }, listed)).items).toHaveLength(3);
		const { items } = await run({ findBy: 'poNumber', poNumber: '7731-2', 'options.customerCode': 'demo100' }, listed);
		expect(items.map(({ orderId }) => orderId)).toEqual(['41200987', '3']);
	});

	it.each([['poNumber', '7731-2'], ['orderId', 7]])('does not believe the filter: rows of other numbers alone (%s) show nothing', async (findBy, value) => {
		const others = Array.from({ length: 50 }, (_, at) => row({ orderId: 1_000 + at, PONumber: `X-${at}` }));
		await expect(run({ findBy, [findBy]: value }, others)).rejects.toMatchObject({ kind: 'brokenAnswer', message: expect.stringContaining('was not filtered') as string });
	});

	it('says that there is none where the number is another customer\'s only', async () => {
		const values = { findBy: 'poNumber', poNumber: '7731-2', 'options.customerCode': 'DEMO100' };
		expect((await run(values, [row({ customerCode: 'OTHER99' })])).items).toEqual([{ found: false, poNumber: '7731-2' }]);
	});

	it.each([['an empty list', []], ['404', refused('notFound')]])('says that there is none, or stops, as set: %s', async (_what, listed) => {
		const values = { findBy: 'orderId', orderId: 7 };
		expect((await run(values, listed)).items).toEqual([{ found: false, orderId: '7' }]);
		await expect(run({ ...values, 'options.whenNotFound': 'stop' }, listed)).rejects.toMatchObject({
			kind: 'notFound', message: 'SIPS lists no order with Order ID 7',
		});
	});

	it('says so where the answer does not carry what was looked for', async () => {
		await expect(run({ findBy: 'transactionId', transactionId: 'T-1' }, [row()])).rejects.toMatchObject({
			kind: 'brokenAnswer', message: expect.stringContaining('Transaction ID') as string,
		});
	});

	it('does not say that there is none where a row without a transaction ID may be it', async () => {
		const listed = [row({ transactionId: 'T-2' }), row({ orderId: 5, transactionId: null }), row({ orderId: 6, transactionId: '00000000-0000-0000-0000-000000000000' })];
		const values = { findBy: 'transactionId', transactionId: 'T-1' };
		await expect(run(values, listed)).rejects.toMatchObject({ kind: 'brokenAnswer', message: expect.stringContaining('2 of the orders') as string });
		expect((await run({ ...values, transactionId: 't-2' }, listed)).items).toMatchObject([{ found: true, orderId: '41200987' }]);
		expect((await run(values, [listed[0], row({ transactionId: 'T-3' })])).items).toEqual([{ found: false, transactionId: 'T-1' }]);
	});

	it('says that there is none where the rows without a transaction ID are those of another customer', async () => {
		const values = { findBy: 'transactionId', transactionId: 'T-1', 'options.customerCode': 'DEMO100' };
		expect((await run(values, [row({ transactionId: 'T-2' }), row({ customerCode: 'OTHER99' })])).items).toEqual([{ found: false, transactionId: 'T-1' }]);
	});

	it("does not take a gateway's 404 for an empty list", async () => {
		await expect(run({ findBy: 'orderId', orderId: 7 }, gateway)).rejects.toMatchObject({ kind: 'outage' });
	});

	it('hands on a refusal', async () => {
		await expect(run({ findBy: 'orderId', orderId: 7 }, refused('validation'))).rejects.toMatchObject({ kind: 'validation' });
	});
});

describe('Order: Get Status', () => {
	const run = async (listed: unknown, invoiced: unknown = { invoiceList: [] }, values: Record<string, unknown> = {}) => {
		const { ask } = sips({ '/orders/List': listed, '/invoices/list': invoiced });
		return await getStatus.consult(getStatus.parameters(panel({ findBy: 'poNumber', poNumber: '7731-2', ...values }), RUN), ask, SEAL);
	};
	const UNREAD = 'The list of invoices could not be read, so there may be one';
	const invoice = { invoiceNumber: '0041200987-001', orderNumber: 41200987 };

	it.each<[string, unknown, unknown, string, string[]]>([
		['the words of the list', [row()], { invoiceList: [] }, 'accepted', ['Confirmed']],
		['an invoice, which shows more', [row()], { invoiceList: [invoice] }, 'invoiced', ['Confirmed', 'Invoice 0041200987-001']],
		['a cancellation, whatever was invoiced', [row({ orderStatus: 'Cancelled' })], { invoiceList: [invoice] }, 'cancelled', ['Cancelled', 'Invoice 0041200987-001']],
		['an invoice of another order: it does not count', [row()], { invoiceList: [{ ...invoice, orderNumber: 1 }] }, 'accepted', ['Confirmed']],
		['an invoice, whatever a word of which the meaning is a guess', [row({ orderStatus: 'Declined' })], { invoiceList: [invoice] }, 'invoiced', ['Declined', 'Invoice 0041200987-001']],
		['a plan, which is no delivery', [row({ orderStatus: 'Scheduled for Delivery' })], { invoiceList: [] }, 'unknown', ['Scheduled for Delivery']],
		['words that nobody knows', [row({ orderStatus: 'On Hold' })], { invoiceList: [] }, 'unknown', ['On Hold']],
		['being listed without a status', [row({ orderStatus: null })], { invoiceList: [] }, 'accepted', ['The order is listed, without a status']],
		['being listed without a status or a number', [row({ orderStatus: null, orderId: 0 })], { invoiceList: [] }, 'queued', ['The order is listed, without a status or a sales order number']],
		['being listed under a queue ID', [row({ orderStatus: null, orderId: '6a6e3c1e-0d0b-4a39-9a57-1c2f6d1f5a10' })], { invoiceList: [] }, 'queued', ['The order is listed, without a status or a sales order number']],
		...[{ orderNumber: '0041200987' }, { orderID: 41200987 }, { OrderNumber: 41200987 }, { invoiceHeader: { orderNumber: 41200987 } }, {}].map(
			(named): [string, unknown, unknown, string, string[]] => [`an invoice, as in ${JSON.stringify(named)}`, [row({ orderStatus: 'Completed' })], { invoiceList: [{ invoiceNumber: '0041200987-001', ...named }] }, 'invoiced', ['Completed', 'Invoice 0041200987-001']],
		),
		['invoices that cannot be read: they show nothing', [row()], refused('validation'), 'accepted', ['Confirmed', UNREAD]],
		['a list of invoices that SIPS says is empty', [row()], refused('notFound'), 'accepted', ['Confirmed']],
		['invoices that are no list', [row()], 'oops', 'accepted', ['Confirmed', UNREAD]],
	])('rests on %s', async (_what, listed, invoiced, status, says) => {
		const [item] = await run(listed, invoiced);
		expect(item?.status).toBe(status);
		expect((item?.evidence as Array<{ says: string }>).map((one) => one.says)).toEqual(says);
	});

	it.each([['Confirmed', true], ['Completed', false], ['On Hold', false], [null, true]])('says of %p whether its meaning is a guess: %p', async (orderStatus, inferred) => {
		expect((await run([row({ orderStatus })]))[0]?.evidence).toMatchObject([{ source: 'Order List', inferred }]);
	});

	it('is unknown where SIPS lists no such order, and queued where Submit gave a queue id', async () => {
		expect((await run([]))[0]).toMatchObject({ status: 'unknown', poNumber: '7731-2', answer: null, evidence: [{ says: 'No order with PO Number 7731-2: queued, dropped, or never placed' }] });
		expect((await run([], [], { 'options.queueId': 'Q-1' }))[0]).toMatchObject({ status: 'queued', evidence: [{ says: expect.stringContaining('Q-1') as string }] });
	});
});

describe('Order: Preview', () => {
	const PRICED = { ...LINE, price: '35' };
	const run = async (values: Record<string, unknown>, prices: unknown, listed: unknown = []) => {
		const { ask, asked } = sips({ '/products/v2/price': prices, '/orders/List': listed });
		const parameters = preview.parameters(panel({ ...ORDER, 'options.checkFirst': false, ...values }), RUN);
		const items = await preview.consult(parameters, ask, SEAL);
		return { item: items[0] ?? {}, asked };
	};

	it('tells what the order costs, and how far that is from what was expected', async () => {
		const { item, asked } = await run({ 'lines.line': [PRICED] }, [priceLine()]);
		expect(item).toMatchObject({ total: 1062, pricedTotal: 1062, expectedTotal: 1050, differenceFromExpected: 12, linesWithoutPrice: 0, alreadyListed: [], lineCount: 1 });
		expect(item.lines).toEqual([{
			productId: 6000, productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', quantity: 30, uom: 'BD', price: 35.4, priceAvailable: true,
			lineTotal: 1062, priceMessage: '', pricePerUnit: 35.4, priceInferred: false, expectedPrice: 35, differencePercent: 1.14,
		}]);
		expect(asked.map(({ path }) => path).sort()).toEqual(['/orders/List', '/products/v2/price']);
	});

	it.each([
		['a price of 0', [priceLine({ price: 0 })]],
		['a message code', [priceLine({ messageCode: 4, message: 'Not sold' })]],
		['a price for another unit', [priceLine({ priceUOM: 'SQ' })]],
		['no line for it', []],
		['no prices at all', refused('notFound')],
	])('shows no total where there is %s', async (_what, prices) => {
		const { item } = await run({ 'lines.line': [PRICED] }, prices);
		expect(item).toMatchObject({ total: null, pricedTotal: 0, differenceFromExpected: null, linesWithoutPrice: 1 });
	});

	it('gives the words with which SIPS refuses to give prices', async () => {
		const prices = new Failure('validation', 'SIPS did not accept the request (400): Job account 43 is closed', { advice: '', status: 400, isPartnersOwn: true });
		const { item } = await run({}, prices);
		expect(item.lines).toMatchObject([{ price: null, priceAvailable: false, lineTotal: null, priceMessage: prices.message }]);
		await expect(run({ 'options.stopWithoutPrice': true }, prices)).rejects.toThrow(/has no price per BD\. SIPS did not accept the request \(400\): Job account 43 is closed/);
	});

	it('asks for 100 lines at a time', async () => {
		const lines = Array.from({ length: 150 }, (_, at) => ({ ...LINE, productId: at + 1 }));
		const { asked } = await run({ 'lines.line': lines }, []);
		expect(asked.filter(({ path }) => path === '/products/v2/price').map(({ body }) => (body as { productList: unknown[] }).productList.length)).toEqual([100, 50]);
	});

	it.each([
		['a line has no price', { 'options.stopWithoutPrice': true }, [priceLine({ price: 0 })], /Lines 1: Price: Ridgeway Heritage Shingles has no price per BD\. Please call branch/],
		['a price is too high', { 'options.mostDifferencePercent': '1' }, [priceLine()], /costs 35\.4, 1\.14 % from the expected 35 \(at most 1 % allowed\)/],
		['a price is too low', { 'options.mostDifferencePercent': 1 }, [priceLine({ price: 30 })], /costs 30, -14\.29 %/],
		['a price cannot be compared', { 'options.mostDifferencePercent': 1 }, [priceLine({ price: 0 })], /was expected at 35, and no price tells whether that holds/],
	])('stops where that is asked for: %s', async (_what, options, prices, words) => {
		await expect(run({ 'lines.line': [PRICED], ...options }, prices)).rejects.toThrow(words);
	});

	it('stops where a limit is set and a line has no expected price: nothing would be compared', async () => {
		await expect(run({ 'lines.line': [PRICED, LINE], 'options.mostDifferencePercent': 2 }, [priceLine(), priceLine()])).rejects.toThrow(
			/1 field needs attention\. Lines 2: Price: Ridgeway Heritage Shingles has no expected price to compare with\. Give it one, or remove Stop if a Price Differs/,
		);
	});

	it('goes on where a limit is set and a line without an expected price has none at SIPS, beside one that is compared', async () => {
		const of = (lines: unknown[], prices: unknown[]) => run({ 'lines.line': lines, 'options.mostDifferencePercent': 2 }, prices);
		expect((await of([PRICED, LINE], [priceLine(), priceLine({ price: 0 })])).item).toMatchObject({ pricedTotal: 1062, linesWithoutPrice: 1 });
		// Nothing at all would be compared.
		await expect(of([LINE], [priceLine({ price: 0 })])).rejects.toThrow(/no expected price to compare with/);
	});

	it.each([
		['a price within the limit', { 'options.mostDifferencePercent': 2 }, PRICED],
		['a line for which nothing was expected, where no limit is set', { 'options.stopWithoutPrice': true }, LINE],
	])('goes on with %s', async (_what, options, line) => {
		expect((await run({ 'lines.line': [line], ...options }, [priceLine()])).item).toMatchObject({ total: 1062 });
	});

	it('tells which orders SIPS lists under the PO number, or that it could not see', async () => {
		expect((await run({}, [priceLine()], [row()])).item.alreadyListed).toEqual(['41200987']);
		expect((await run({}, [priceLine()], [{ ...row(), customerNumber: 'OTHER99' }])).item.alreadyListed).toEqual([]);
		expect((await run({}, [priceLine()], refused('notFound'))).item.alreadyListed).toEqual([]);
		expect((await run({}, [priceLine()], gateway)).item.alreadyListed).toBeNull();
		expect((await run({}, [priceLine()], refused('validation'))).item.alreadyListed).toBeNull();
		expect((await run({}, [priceLine()], 'oops')).item.alreadyListed).toBeNull();
	});

	it('compares with the total that a person names', async () => {
		expect((await run({ 'options.expectedTotal': '1000' }, [priceLine()])).item).toMatchObject({ expectedTotal: 1000, differenceFromExpected: 62 });
	});

	it('names the faults of the order as Submit does, and says that it would not be sent', async () => {
		const { ask } = sips({ '/branches/v2/customerBranchLocations': [{ branchCode: 'OTHER' }], '/branches/v2/activeBranchProducts': [] });
		let failure: unknown;
		const parameters = preview.parameters(panel(ORDER), RUN);
		try {
			await preview.consult(parameters, ask, SEAL);
		} catch (error) {
			failure = preview.explain?.(error as Failure, parameters);
		}
		expect(fieldsOf(failure as Failure)).toEqual(['Branch Code']);
		expect((failure as Failure).message).toContain('would not be sent');
	});
});
