import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../../sandbox/srsSips';
import type { Order, OrderAnswer, OrderListEntry, OrderRequest } from '../../../../../sandbox/srsSips/types';
import { inSandbox, order, queuedOrder, signIn } from '../../support';

const [line] = order().orderLineItemDetails;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('orders', () => {
	let sandbox: SrsSipsSandbox;
	let client: Awaited<ReturnType<typeof signIn>>;

	inSandbox(() => startSrsSipsSandbox({ eventDelayMs: 1 }), async (started) => {
		sandbox = started;
		client = await signIn(sandbox);
	});

	const submit = (request: unknown) => client.post<OrderAnswer>('/orders/v2/Submit', request);
	const list = async (filter: object) =>
		(await client.post<{ orderList: OrderListEntry[] }>('/orders/List', filter)).body.orderList;

	describe('Submit Order', () => {
		it('takes an order at once', async () => {
			const { status, body } = await submit(order());
			expect(status).toBe(200);
			expect(body).toEqual({
				message: 'Order Submitted',
				transactionID: 'test-transaction-1',
				orderID: expect.stringMatching(/^\d{8}$/),
				queueID: null,
			});
			expect(sandbox.contract.checkAnswer('submitOrder', 200, body)).toEqual([]);
		});

		it('queues the orders of some customers, with the queue id in place of the number', async () => {
			const { status, body } = await submit(queuedOrder());
			expect(status).toBe(200);
			expect(body).toMatchObject({ message: 'Order Queued', orderID: expect.stringMatching(uuid) });
			expect(body.queueID).toBe(body.orderID);
		});

		it('makes a queued order real a little later', async () => {
			sandbox.control.change({ eventDelayMs: 600_000 });
			await submit(queuedOrder());
			expect(await list({ PONumber: 'PO-1' })).toEqual([]);
			await sandbox.control.reset();
			client = await signIn(sandbox);
			await submit(queuedOrder());
			await sandbox.control.settled();
			expect(await list({ PONumber: 'PO-1' })).toMatchObject([{ orderStatus: 'Invoiced' }]);
		});

		it.each(['queuedDropped', 'queuedRejected'] as const)('never makes an order real in mode %s', async (orderMode) => {
			sandbox.control.change({ orderMode });
			const { body } = await submit(order());
			await sandbox.control.settled();
			expect(body.message).toBe('Order Queued');
			expect(await list({})).toEqual([]);
			expect(sandbox.orders()).toMatchObject([{ orderId: null, state: orderMode === 'queuedDropped' ? 'Dropped' : 'Rejected' }]);
		});

		it('drops what is ordered under the account that stands for that', async () => {
			const { body } = await submit(order({ customerCode: 'DEMO500', branchCode: 'SBROC', jobAccountNumber: 1 }));
			await sandbox.control.settled();
			expect(body.message).toBe('Order Queued');
			expect(sandbox.orders()[0]?.state).toBe('Dropped');
		});

		it('refuses everything in mode refused, and echoes the transactionID', async () => {
			sandbox.control.change({ orderModeByCustomer: { DEMO100: 'refused' } });
			expect(await submit(order())).toMatchObject({
				status: 400,
				body: { code: 'OrderRefused', transactionID: 'test-transaction-1' },
			});
			expect(sandbox.orders()).toEqual([]);
		});

		it('can answer 201, which the page lists as well', async () => {
			sandbox.control.change({ submitStatus: 201 });
			expect((await submit(order())).status).toBe(201);
		});

		it('does not recognise a repeated transactionID', async () => {
			const [one, two] = [await submit(order()), await submit(order())];
			expect(one.body.orderID).not.toBe(two.body.orderID);
			expect(sandbox.orders()).toHaveLength(2);
		});

		it('recognises it when told to', async () => {
			sandbox.control.change({ deduplicateTransactionId: true });
			const [one, two] = [await submit(order()), await submit(order())];
			expect(one.body).toEqual(two.body);
			expect(sandbox.orders()).toHaveLength(1);
		});
	});

	describe('what gets an order refused', () => {
		const contact = order().customerContactInfo;
		const poDetails = order().poDetails;
		const withLine = (change: object): Partial<OrderRequest> => ({ orderLineItemDetails: [{ ...line!, ...change }] });

		it.each<[string, Partial<OrderRequest>, number, string]>([
			['an unknown customer', { customerCode: 'NOBODY' }, 404, 'CustomerNotFound'],
			['an unknown branch', { branchCode: 'NOWAY' }, 404, 'BranchNotFound'],
			['a customer that is not valid', { customerCode: 'DEMO300', branchCode: 'SBROC', jobAccountNumber: 81 }, 400, 'CustomerNotValid'],
			['a customer that may not buy', { customerCode: 'DEMO400', branchCode: 'SBORL', jobAccountNumber: 91 }, 400, 'CustomerNonSaleable'],
			['a job account of another branch', { jobAccountNumber: 51 }, 400, 'JobAccountInvalid'],
			['a job account of another customer', { jobAccountNumber: 71 }, 400, 'JobAccountInvalid'],
			['a product the branch does not sell', withLine({ productId: 1 }), 400, 'ProductNotActiveAtBranch'],
			['a colour the branch does not sell', withLine({ option: 'Ultraviolet' }), 400, 'OptionInvalid'],
			['no colour where there is a choice', withLine({ option: 'N/A' }), 400, 'OptionInvalid'],
			['a unit that is not one of the product', withLine({ uom: 'GA' }), 400, 'UomInvalid'],
			['an empty customerItem', withLine({ customerItem: '' }), 400, 'FieldsMissingFromRequestBody'],
			['an empty contact name', { customerContactInfo: { ...contact, customerContactName: '' } }, 400, 'FieldsMissingFromRequestBody'],
			['an empty phone', { customerContactInfo: { ...contact, customerContactPhone: ' ' } }, 400, 'FieldsMissingFromRequestBody'],
			['an empty street', { shipTo: { ...order().shipTo, addressLine1: '' } }, 400, 'FieldsMissingFromRequestBody'],
			['a shipping method that is no label', { poDetails: { ...poDetails, shippingMethod: 'delivery' } }, 400, 'ShippingMethodInvalid'],
		])('%s', async (_what, change, status, code) => {
			const answer = await submit(order(change));
			expect(answer).toMatchObject({ status, body: { code, transactionID: 'test-transaction-1' } });
			expect(sandbox.contract.checkAnswer('submitOrder', status, answer.body)).toEqual([]);
			expect(sandbox.orders()).toEqual([]);
		});

		it('a field that is missing, of the wrong type or unknown', async () => {
			const { notes, ...withoutNotes } = order();
			expect(notes).toBe('');
			expect(await submit(withoutNotes)).toMatchObject({ status: 400, body: { code: 'FieldsMissingFromRequestBody' } });
			expect(await submit({ ...order(), jobAccountNumber: '43' })).toMatchObject({ status: 400, body: { code: 'InvalidRequest' } });
			expect(await submit(order(withLine({ quantity: 1.5 })))).toMatchObject({ status: 400 });
			expect(await submit({ ...order(), transactionId: 'x' })).toMatchObject({ status: 400 });
		});

		it('names all faults at once, each with its field', async () => {
			const { body } = await submit(order({ ...withLine({ uom: 'GA', customerItem: '' }), jobAccountNumber: 51 }));
			const { errors } = body as unknown as { errors: Array<{ field: string }> };
			expect(errors.map(({ field }) => field)).toEqual([
				'jobAccountNumber',
				'orderLineItemDetails[0].customerItem',
				'orderLineItemDetails[0].uom',
			]);
		});

		it('a wrong price, when prices are checked', async () => {
			expect((await submit(order(withLine({ price: 1 })))).status).toBe(200);
			sandbox.control.change({ checkPrices: true });
			expect(await submit(order(withLine({ price: 1 })))).toMatchObject({ status: 400, body: { code: 'PriceMismatch' } });
			expect((await submit(order(withLine({ price: 32.57 })))).status).toBe(200);
			expect((await submit(order())).status).toBe(200);
		});
	});

	describe('Order List', () => {
		it('finds by every field of its body', async () => {
			await submit(order({ poDetails: { ...order().poDetails, poNumber: 'PO-7', jobNumber: 'J-7', orderDate: '2026-04-01' } }));
			await submit(order({ branchCode: 'SBDAL', jobAccountNumber: 51 }));
			await sandbox.control.settled();
			const [seven] = await list({ PONumber: 'PO-7' });
			expect(seven).toMatchObject({ PONumber: 'PO-7', jobNumber: 'J-7', orderTotal: 977.1, customerCode: 'DEMO100' });

			const found = (filter: object) => list(filter).then((entries) => entries.map(({ PONumber }) => PONumber));
			expect(await found({})).toEqual(['PO-1', 'PO-7']);
			expect(await found({ rowReturnLimit: 1 })).toEqual(['PO-1']);
			expect(await found({ branchCode: 'SBDAL' })).toEqual(['PO-1']);
			expect(await found({ customerNumber: 'DEMO200' })).toEqual([]);
			expect(await found({ shipToSequenceNumber: 4 })).toEqual(['PO-1']);
			expect(await found({ orderId: seven?.orderId })).toEqual(['PO-7']);
			expect(await found({ orderFromDate: '2026-03-15' })).toEqual(['PO-7']);
			expect(await found({ orderToDate: '2026-03-15' })).toEqual(['PO-1']);
			expect(await found({ orderStatus: 'Queued' })).toEqual([]);
			expect(await found({ jobNumber: 'J-7' })).toEqual(['PO-7']);
			expect(await found({ shipToAddress: 'ridge rd' })).toEqual(['PO-1', 'PO-7']);
		});

		it('names invoices when asked', async () => {
			const { body } = await submit(order());
			await sandbox.control.settled();
			const [entry] = await list({ includeInvoices: 'Y' });
			expect(entry?.invoices).toEqual([`00${body.orderID}-001`]);
			expect((await list({}))[0]).not.toHaveProperty('invoices');
		});

		it('shows an order only after a while, when told to', async () => {
			sandbox.control.change({ listDelayMs: 600_000 });
			const { body } = await submit(order());
			await sandbox.control.settled();
			expect(await list({})).toEqual([]);
			expect((await client.get(`/orders/${body.orderID}`)).status).toBe(200);
			sandbox.control.change({ listDelayMs: 1 });
			expect(await list({})).toHaveLength(1);
		});

		it('carries the transactionID only when told to', async () => {
			await submit(order());
			expect((await list({}))[0]).not.toHaveProperty('transactionID');
			sandbox.control.change({ listCarriesTransactionId: true });
			expect((await list({}))[0]).toMatchObject({ transactionID: 'test-transaction-1' });
		});

		it('answers as the document says, and refuses unknown fields', async () => {
			await submit(order());
			const { body } = await client.post('/orders/List', { includeInvoices: 'Y' });
			expect(sandbox.contract.checkAnswer('getOrderList', 200, body)).toEqual([]);
			expect((await client.post('/orders/list', { poNumber: 'PO-1' })).status).toBe(400);
		});
	});

	describe('Order Details', () => {
		const details = (orderId: unknown) => client.get<Order>(`/orders/${String(orderId)}`);

		it('tells what was ordered, with the prices of the sandbox and the lines that make up the total', async () => {
			sandbox.control.change({ lastOrderState: 'Order Received' });
			const second = { ...line!, productId: 6001, productName: 'x', quantity: 2, uom: 'SQ', price: 1 };
			const { body: placed } = await submit(order({ notes: 'Gate 4', orderLineItemDetails: [line!, second] }));
			const { status, body } = await details(placed.orderID);
			expect(status).toBe(200);
			expect(body).toMatchObject({
				orderId: Number(placed.orderID),
				orderStatus: 'Order Received',
				PONumber: 'PO-1',
				shipToSequenceNumber: 1,
				notes: 'Gate 4',
				invoices: [],
				orderLineItemDetails: [
					{ lineNumber: 1, productId: 6000, itemCode: 'RIDSHI000BLAC', quantity: 30, price: 32.57, extendedPrice: 977.1 },
					{ lineNumber: 2, productId: 6001, uom: 'SQ', quantity: 2 },
				],
			});
			const sum = body.orderLineItemDetails.reduce((cents, { extendedPrice = 0 }) => cents + Math.round(extendedPrice * 100), 0);
			expect(sum).toBe(Math.round((body.orderTotal ?? 0) * 100));
			expect(sandbox.contract.checkAnswer('getOrder', 200, body)).toEqual([]);
		});

		it.each(['Order Received', 'En Route', 'Arrived', 'Completed', 'Invoiced'] as const)('can be asked about an order that stays %s', async (state) => {
			sandbox.control.change({ lastOrderState: state });
			const { body: placed } = await submit(order());
			await sandbox.control.settled();
			expect((await details(placed.orderID)).body.orderStatus).toBe(state);
		});

		it('carries the transactionID only when told to', async () => {
			const { body: placed } = await submit(order());
			expect((await details(placed.orderID)).body).not.toHaveProperty('transactionID');
			sandbox.control.change({ listCarriesTransactionId: true });
			expect((await details(placed.orderID)).body.transactionID).toBe('test-transaction-1');
		});

		it('does not know an order that is queued, or that never was', async () => {
			sandbox.control.change({ eventDelayMs: 600_000 });
			const { body: queued } = await submit(queuedOrder());
			for (const orderId of [queued.orderID, '41200001', 'List', '041200001']) {
				expect(await details(orderId)).toMatchObject({ status: 404, body: { code: 'OrderNotFound' } });
			}
		});
	});
});
