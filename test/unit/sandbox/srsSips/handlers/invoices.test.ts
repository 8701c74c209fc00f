import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../../sandbox/srsSips';
import { customers } from '../../../../../sandbox/srsSips/data/customers';
import type { Invoice, InvoiceHeader, OrderAnswer } from '../../../../../sandbox/srsSips/types';
import { inSandbox, order, signIn } from '../../support';

const cents = (amount = 0) => Math.round(amount * 100);

/** All that has to be right about the amounts of an invoice. */
function expectToAddUp({ invoiceHeader: header, invoiceLines = [] }: Invoice): void {
	for (const { quantity = 0, price, extendedPrice } of invoiceLines) expect(cents(extendedPrice)).toBe(quantity * cents(price));
	const sum = invoiceLines.reduce((total, { extendedPrice }) => total + cents(extendedPrice), 0);
	expect(cents(header.invoiceSubTotal)).toBe(sum);
	expect(cents(header.invoiceTotal)).toBe(sum + cents(header.invoiceCharges) + cents(header.invoiceTax));
	for (const amount of [header.invoiceSubTotal, header.invoiceCharges, header.invoiceTax, header.invoiceTotal]) {
		expect(amount).toBeGreaterThanOrEqual(0);
		expect(amount).toBe(cents(amount) / 100);
	}
}

describe('invoices', () => {
	let sandbox: SrsSipsSandbox;
	let client: Awaited<ReturnType<typeof signIn>>;

	inSandbox(() => startSrsSipsSandbox({ eventDelayMs: 1 }), async (started) => {
		sandbox = started;
		client = await signIn(sandbox);
	});

	const submit = async (request = order()) => {
		const { body } = await client.post<OrderAnswer>('/orders/v2/Submit', request);
		await sandbox.control.settled();
		return body.orderID;
	};
	const invoice = (number: string) => client.get<Invoice>(`/invoices/${number}`);
	const list = async (filter: object) =>
		(await client.post<{ invoiceList: InvoiceHeader[] }>('/invoices/list', filter)).body.invoiceList;

	it('of an order carry its number, its PO number and what was ordered', async () => {
		const orderId = await submit(order({ poDetails: { ...order().poDetails, poNumber: 'PO-7', jobNumber: 'J-7' } }));
		const { status, body } = await invoice(`00${orderId}-001`);
		expect(status).toBe(200);
		expect(body.invoiceHeader).toMatchObject({
			orderNumber: Number(orderId),
			shipmentNumber: 1,
			customerCode: 'DEMO100',
			PONumber: 'PO-7',
			jobNumber: 'J-7',
			SOTypeCode: 'SO',
			salesTypeCode: 'WHSE',
			shipToAddress1: '12 Ridge Rd',
			invoiceDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00$/),
		});
		expect(body.invoiceLines).toMatchObject([{ productId: 6000, quantity: 30, uom: 'BD', price: 32.57, extendedPrice: 977.1 }]);
		expect(sandbox.contract.checkAnswer('getInvoice', 200, body)).toEqual([]);
	});

	it('write the ship-to number as text, where Order List writes a number', async () => {
		const orderId = await submit();
		expect((await invoice(`00${orderId}-001`)).body.invoiceHeader.shipToSequenceNumber).toBe('1');
		const { body } = await client.post<{ orderList: object[] }>('/orders/List', {});
		expect(body.orderList).toMatchObject([{ shipToSequenceNumber: 1 }]);
		expect((await client.post('/invoices/list', { shipToSequenceNumber: 1 })).status).toBe(400);
		expect((await client.post('/invoices/list', { orderNumber: orderId })).status).toBe(400);
	});

	it.each([
		['Ground Drop', 25],
		['Roof Load', 75],
		['Will Call', 0],
	])('charge for %s, and add up', async (shippingMethod, charges) => {
		const [line] = order().orderLineItemDetails;
		const lines = [line!, { ...line!, quantity: 7, uom: 'SQ' }];
		const orderId = await submit(order({ orderLineItemDetails: lines, poDetails: { ...order().poDetails, shippingMethod } }));
		const { body } = await invoice(`00${orderId}-001`);
		expect(body.invoiceHeader.invoiceCharges).toBe(charges);
		expectToAddUp(body);
	});

	it('do not exist before they were made', async () => {
		sandbox.control.change({ lastOrderState: 'Completed' });
		const orderId = await submit();
		expect(await invoice(`00${orderId}-001`)).toMatchObject({ status: 404, body: { code: 'InvoiceNotFound' } });
		expect(await list({ orderNumber: Number(orderId) })).toEqual([]);
	});

	it.each(['41190007-001', '0041190007', '0041190007-1', 'x'])('answer 400 to %s, which is no invoice number', async (number) => {
		expect(await invoice(number)).toMatchObject({ status: 400, body: { errors: [{ field: 'invoiceNumber' }] } });
	});

	it.each(customers.flatMap(({ customerCode, invoices }) => invoices.map((proof) => ({ customerCode, ...proof }))))(
		'hold $number, which proves who $customerCode is, with that date and amount',
		async ({ customerCode, number, date, amount }) => {
			const { body } = await invoice(number);
			expect(body.invoiceHeader).toMatchObject({
				invoiceNumber: number,
				customerCode,
				invoiceDate: `${date}T00:00:00`,
				invoiceTotal: amount,
				paymentStatus: 'Paid',
			});
			expectToAddUp(body);
			expect(sandbox.contract.checkAnswer('getInvoice', 200, body)).toEqual([]);
		},
	);

	it('are found by every field of the body, the newest first', async () => {
		const orderId = Number(await submit(order({ branchCode: 'SBDAL', jobAccountNumber: 51 })));
		const found = async (filter: object) => (await list(filter)).map(({ orderNumber }) => orderNumber);
		expect(await found({})).toEqual([orderId, 41190150, 41190102, 41190007, 41190044, 41180012]);
		expect(await found({ rowReturnLimit: 2 })).toEqual([orderId, 41190150]);
		expect(await found({ customerCode: 'DEMO100' })).toEqual([orderId, 41190007]);
		expect(await found({ branchCode: 'SBDAL' })).toEqual([orderId]);
		expect(await found({ shipToSequenceNumber: '4' })).toEqual([orderId]);
		expect(await found({ orderNumber: 41190044 })).toEqual([41190044]);
		expect(await found({ startInvoiceDate: '2026-02-14', endInvoiceDate: '2026-02-20' })).toEqual([41190102, 41190007]);
		expect(await found({ customerCode: 'NOBODY' })).toEqual([]);
	});

	it('are listed as the document says; unknown fields and other dates are refused', async () => {
		const { body } = await client.post('/invoices/list', {});
		expect(sandbox.contract.checkAnswer('getInvoiceList', 200, body)).toEqual([]);
		expect((await client.post('/invoices/list', { PONumber: 'PO-1' })).status).toBe(400);
		expect((await client.post('/invoices/list', { startInvoiceDate: '2026-02-14T00:00:00' })).status).toBe(400);
	});
});
