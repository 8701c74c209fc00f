import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../sandbox/srsSips';
import type { OrderOutcome } from '../../../../sandbox/srsSips/settings';
import type { Delivery, Invoice, InvoiceHeader, Order, OrderListEntry } from '../../../../sandbox/srsSips/types';
import { inSandbox, order, signIn } from '../support';

/** Two lines, of which the second stays as it is but where the order is split. */
const lines = [
	{ ...order().orderLineItemDetails[0]!, quantity: 30 },
	{ ...order().orderLineItemDetails[0]!, option: 'Hunter Green', quantity: 5 },
];

describe('how an order comes out', () => {
	let sandbox: SrsSipsSandbox;
	let client: Awaited<ReturnType<typeof signIn>>;

	inSandbox(() => startSrsSipsSandbox({ eventDelayMs: 1 }), async (started) => {
		sandbox = started;
		client = await signIn(sandbox);
	});

	const placed = async (orderOutcome: OrderOutcome, some = lines) => {
		sandbox.control.change({ orderOutcome });
		await client.post('/orders/v2/Submit', order({ orderLineItemDetails: some }));
		await sandbox.control.settled();
		const { orderList } = (await client.post<{ orderList: OrderListEntry[] }>('/orders/List', {})).body;
		const { invoiceList } = (await client.post<{ invoiceList: InvoiceHeader[] }>('/invoices/list', { customerCode: 'DEMO100' })).body;
		const numbers = invoiceList.filter(({ orderNumber }) => orderNumber >= 41_200_001).map(({ invoiceNumber }) => invoiceNumber).sort();
		const orders = await Promise.all(orderList.reverse().map(async ({ orderId }) => (await client.get<Order>(`/orders/${orderId}`)).body));
		const invoices = await Promise.all(numbers.map(async (number) => (await client.get<Invoice>(`/invoices/${number}`)).body));
		for (const body of orders) expect(sandbox.contract.checkAnswer('getOrder', 200, body)).toEqual([]);
		for (const body of invoices) expect(sandbox.contract.checkAnswer('getInvoice', 200, body)).toEqual([]);
		return { orders, invoices };
	};
	const asked = [{ option: 'Black Shadow', quantity: 30 }, { option: 'Hunter Green', quantity: 5 }];

	it('as asked, unless a setting says otherwise', async () => {
		expect(await placed('asAsked')).toMatchObject({ orders: [{ orderLineItemDetails: asked }], invoices: [{ invoiceLines: asked }] });
	});

	it('with the first line in another colour, under its own item code', async () => {
		const { orders, invoices } = await placed('substituted');
		const [first] = orders[0]?.orderLineItemDetails ?? [];
		expect(first?.option).not.toBe('Black Shadow');
		expect(first?.itemCode).not.toBe('RIDSHI000BLAC');
		expect(orders[0]?.orderLineItemDetails?.[1]).toMatchObject({ option: 'Hunter Green' });
		expect(invoices[0]?.invoiceLines?.[0]).toEqual(first);
	});

	it('short, in invoice and delivery, while the order is confirmed as asked', async () => {
		expect(await placed('short')).toMatchObject({ orders: [{ orderLineItemDetails: asked }], invoices: [{ invoiceHeader: { invoiceSubTotal: 944.53 }, invoiceLines: [{ quantity: 24 }, { quantity: 5 }] }] });
		expect((await client.get<Delivery>('/deliveries/41200001')).body).toMatchObject({ deliveryLines: [{ quantityOrdered: 30, quantityShipped: 24 }, { quantityOrdered: 5, quantityShipped: 5 }] });
	});

	it.each([
		['its lines', lines, [30], [5]],
		['half of its only line', lines.slice(0, 1), [15], [15]],
	])('split by %s: the rest goes on under a new number, which names the first', async (_words, some, first, second) => {
		const { orders, invoices } = await placed('split', some);
		const quantities = orders.map(({ orderLineItemDetails }) => orderLineItemDetails?.map(({ quantity }) => quantity));
		expect(quantities).toEqual([first, second]);
		expect(orders).toMatchObject([{ orderId: 41_200_001 }, { orderId: 41_200_002, originalOrderNumber: 41_200_001, PONumber: orders[0]?.PONumber }]);
		expect(orders[0]).not.toHaveProperty('originalOrderNumber');
		expect(invoices).toHaveLength(2);
	});

	it('credited by a second invoice below 0', async () => {
		const { invoices } = await placed('credited');
		expect(invoices).toMatchObject([
			{ invoiceHeader: { invoiceNumber: '0041200001-001', invoiceCharges: 25 } },
			{ invoiceHeader: { invoiceNumber: '0041200001-002', invoiceSubTotal: -195.42, invoiceCharges: 0 }, invoiceLines: [{ quantity: -6, extendedPrice: -195.42 }] },
		]);
	});

	it('with the truck as a line, beside the subtotal', async () => {
		const { invoices } = await placed('freightLine');
		expect(invoices).toMatchObject([{ invoiceHeader: { invoiceSubTotal: 1139.95, invoiceCharges: 25 }, invoiceLines: [{}, {}, { itemCode: 'FREIGHT', productId: null, extendedPrice: 25 }] }]);
	});

	it('with prices per another unit, and the same amounts', async () => {
		const { orders, invoices } = await placed('otherPriceUnit');
		const first = { uom: 'BD', price: 97.71, priceUOM: 'SQ', extendedPrice: 977.1 };
		expect(orders[0]?.orderLineItemDetails?.[0]).toMatchObject(first);
		expect(invoices[0]?.invoiceLines?.[0]).toMatchObject(first);
	});
});
