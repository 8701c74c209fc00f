import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { json, until } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, orderLine, submitParameters } from './support';

/** Two lines at the prices of the customer in the sandbox. */
const SHINGLES = orderLine({ price: 32.57 });
const VALLEY = { productId: 6000, productName: 'Ridgeway Heritage Shingles', option: 'Hunter Green', quantity: 5, uom: 'BD', customerItem: 'SH-02', price: 32.57 };

function reconcileParameters(changes: INodeParameters = {}): INodeParameters {
	return { resource: 'order', operation: 'reconcile', findBy: 'poNumber', poNumber: '={{ $json.poNumber }}', linesJson: '={{ $json.lines }}', expectedDeliveryDate: '', options: {}, ...changes };
}

describe('SRS SIPS on the engine: Order: Reconcile', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none', eventDelayMs: 1 });
		engine = engineFor(sandbox);
	});
	afterEach(() => sandbox.close());

	/** Places an order and waits until it has come to this state. */
	const place = async (item: IDataObject = orderItem(), state = 'Invoiced') => {
		const { items, error } = await engine.run({ items: [item], parameters: submitParameters() });
		expect(error).toBeUndefined();
		await until(() => sandbox.orders().every((order) => order.state === state));
		return json(items)[0]!;
	};
	const reconciled = async (item: IDataObject = orderItem({ lines: [SHINGLES] }), changes: INodeParameters = {}) => {
		const { items, error } = await engine.run({ items: [item], parameters: reconcileParameters(changes) });
		expect(error).toBeUndefined();
		const all = json(items);
		return { differences: all.slice(0, -1), summary: all.at(-1)! };
	};

	it('tells an order that was confirmed and invoiced as it was asked', async () => {
		await place();
		const { differences, summary } = await reconciled();
		expect(differences).toEqual([]);
		expect(summary).toMatchObject({
			kind: 'summary', asOrdered: true, differences: 0, inOrder: 'asAsked', inInvoices: 'asAsked', orderIds: ['41200001'], notSeen: [], notes: [],
			invoices: [{ invoiceNumber: '0041200001-001', subTotal: 977.1, isCredit: false }],
		});
	});

	describe('tells what came otherwise', () => {
		const both = orderItem({ lines: [SHINGLES, VALLEY] });

		it('another colour, in the order and in its invoice', async () => {
			sandbox.control.change({ orderOutcome: 'substituted' });
			await place(both);
			const { differences, summary } = await reconciled(both);
			expect(differences.map(({ kind, standing, seenIn, line }) => [kind, standing, seenIn, line])).toEqual([['substituted', 'certain', 'order', 1], ['substituted', 'certain', 'invoice', 1]]);
			expect(differences[0]).toMatchObject({ asked: { option: 'Black Shadow', quantity: 30 }, told: { productId: 6000, quantity: 30 }, orderId: '41200001', invoiceNumber: null });
			expect(differences[1]).toMatchObject({ invoiceNumber: '0041200001-001' });
			expect(summary).toMatchObject({ asOrdered: false, differences: 2, inOrder: 'differs', inInvoices: 'differs' });
			expect(summary.message).toMatch(/^Not as ordered \(substituted\)\./);
		});

		it('a short delivery, which only the invoice shows', async () => {
			sandbox.control.change({ orderOutcome: 'short' });
			await place(both);
			const { differences, summary } = await reconciled(both);
			expect(differences).toMatchObject([{ kind: 'quantity', standing: 'certain', seenIn: 'invoice', asked: { quantity: 30 }, told: { quantity: 24 } }]);
			expect(differences[0]?.message).toBe('Line 1 (Ridgeway Heritage Shingles, Black Shadow): invoiced are 24 BD in invoice 0041200001-001, asked were 30: 6 short.');
			expect(summary).toMatchObject({ asOrdered: false, inOrder: 'asAsked', inInvoices: 'differs' });
		});

		it('a split order: its parts are taken together, and the new number is named', async () => {
			sandbox.control.change({ orderOutcome: 'split' });
			await place(both);
			const { differences, summary } = await reconciled(both);
			expect(differences).toMatchObject([{ kind: 'split', standing: 'note', told: { orderIds: ['41200001', '41200002'] } }]);
			expect(summary).toMatchObject({ asOrdered: true, orderIds: ['41200001', '41200002'], invoices: [{ invoiceNumber: '0041200001-001' }, { invoiceNumber: '0041200002-001' }] });
		});

		it('a split order that is found by its first number', async () => {
			sandbox.control.change({ orderOutcome: 'split' });
			await place(both);
			const { summary } = await reconciled(both, { findBy: 'orderId', orderId: '41200001' });
			expect(summary).toMatchObject({ asOrdered: true, orderIds: ['41200001', '41200002'] });
		});

		it('a split order of which one part is not invoiced yet', async () => {
			sandbox.control.change({ orderOutcome: 'split' });
			await place(both);
			sandbox.control.fault({ operationId: 'getInvoiceList', kind: 'answer', body: { invoiceList: [] }, times: 1 });
			const { summary } = await reconciled(both);
			// The list of one part says that there are none, while SIPS lists that part as invoiced: that is a line that is missing.
			expect(summary).toMatchObject({ asOrdered: false, inInvoices: 'differs' });
		});

		it('a split order whose parts show no link: it is asked for the number, and nothing is guessed', async () => {
			sandbox.control.change({ orderOutcome: 'split' });
			await place(both);
			const rows = sandbox.orders().map(({ orderId }) => ({ orderId, orderStatus: 'Invoiced', PONumber: 'PO-7731', customerCode: 'DEMO100' }));
			sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body: { orderList: rows }, times: 0 });
			const byPo = await reconciled(both);
			expect(byPo).toMatchObject({ differences: [], summary: { asOrdered: 'notYet', inOrder: 'notCertain', orderIds: ['41200001', '41200002'] } });
			expect((byPo.summary.notSeen as string[])[0]).toMatch(/^2 orders stand under PO Number PO-7731: 41200001, 41200002\. Nothing in the list shows which of them is meant/);

			sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body: { orderList: rows.slice(0, 1) }, times: 1 });
			const together = await reconciled(both, { options: { samePoNumber: 'samePoNumber' } });
			expect(together.summary).toMatchObject({ asOrdered: true, orderIds: ['41200001', '41200002'] });
		});

		it('a credit, which is taken off what was invoiced', async () => {
			sandbox.control.change({ orderOutcome: 'credited' });
			await place(both);
			const { differences, summary } = await reconciled(both);
			expect(differences).toMatchObject([
				{ kind: 'quantity', seenIn: 'invoice', told: { quantity: 24 }, invoiceNumber: '0041200001-001, 0041200001-002' },
				{ kind: 'credit', standing: 'certain', invoiceNumber: '0041200001-002' },
			]);
			expect(differences[0]?.message).toMatch(/30 BD were invoiced in invoice 0041200001-001, and 6 given back in invoice 0041200001-002\. 24 are left, asked were 30: 6 short/);
			expect(summary).toMatchObject({ asOrdered: false, invoices: [{ isCredit: false }, { isCredit: true }] });
		});

		it('a freight line, which is no material and keeps nothing from being as ordered', async () => {
			sandbox.control.change({ orderOutcome: 'freightLine' });
			await place(both);
			const { differences, summary } = await reconciled(both);
			expect(differences).toMatchObject([{ kind: 'charge', standing: 'note', told: { charge: 'freight', words: 'FREIGHT CHARGE', amount: 25 }, seenIn: 'invoice' }]);
			expect(summary).toMatchObject({ asOrdered: true, differences: 0 });
		});

		describe('a price per another unit', () => {
			beforeEach(async () => {
				sandbox.control.change({ orderOutcome: 'otherPriceUnit' });
				await place();
			});

			it('is converted by UOM Conversion', async () => {
				expect((await reconciled()).summary).toMatchObject({ asOrdered: true });
				const { differences, summary } = await reconciled(orderItem({ lines: [{ ...SHINGLES, price: 30 }] }));
				expect(differences.map(({ kind, seenIn }) => [kind, seenIn])).toEqual([['price', 'order'], ['price', 'invoice']]);
				expect(differences[1]?.message).toMatch(/the price is 32\.57 per BD \(97\.71 per SQ, converted\), asked was 30: 2\.57 more \(8\.57 %\)\.$/);
				expect(summary.asOrdered).toBe(false);
			});

			it('is not comparable where SIPS does not tell how the units relate', async () => {
				sandbox.control.fault({ operationId: 'convertUnits', kind: 'status', status: 404, times: 0 });
				const { differences, summary } = await reconciled();
				expect(differences).toMatchObject([{ kind: 'price', standing: 'possible', seenIn: 'invoice' }]);
				expect(differences[0]?.message).toMatch(/97\.71 per SQ, asked was 32\.57 per BD, and SIPS does not tell how these units relate: not comparable\.$/);
				expect(summary).toMatchObject({ asOrdered: 'notYet', differences: 0, inInvoices: 'notCertain' });
			});

			it('may differ by so many per cent as are allowed', async () => {
				const item = orderItem({ lines: [{ ...SHINGLES, price: 32 }] });
				expect((await reconciled(item, { options: { priceTolerancePercent: 1.7 } })).summary.asOrdered).toBe(false);
				expect((await reconciled(item, { options: { priceTolerancePercent: 1.8 } })).summary.asOrdered).toBe(true);
			});
		});

		it('another colour, where lines show item codes alone', async () => {
			await place(both);
			const lines = (name: string) => ['RIDSHI000BLAC', 'RIDSHI000WEAT'].map((itemCode, at) => ({ itemCode, [name]: [30, 5][at], uom: 'BD', price: 32.57 }));
			sandbox.control.fault({ operationId: 'getOrder', kind: 'patch', merge: { orderLineItemDetails: lines('quantityOrdered') } });
			sandbox.control.fault({ operationId: 'getInvoice', kind: 'patch', merge: { invoiceLines: lines('quantityInvoiced') } });
			const { differences } = await reconciled(both);
			expect(differences.map(({ kind, standing, line }) => [kind, standing, line])).toEqual([['substituted', 'certain', 2], ['substituted', 'certain', 2]]);
			expect(differences[0]).toMatchObject({ told: { itemCode: 'RIDSHI000WEAT', productId: 6000, option: 'Weathered Oak' } });
			expect(sandbox.control.counts().operations.getProductsByItemCodes?.received).toBe(1);
		});

		it('another day of delivery', async () => {
			await place();
			expect((await reconciled(undefined, { expectedDeliveryDate: '2099-03-05' })).summary.asOrdered).toBe(true);
			const { differences, summary } = await reconciled(undefined, { expectedDeliveryDate: '2099-03-04' });
			expect(differences).toMatchObject([{ kind: 'date', asked: { day: '2099-03-04' }, told: { day: '2099-03-05' }, message: 'Delivery was asked for 2099-03-04; order 41200001 says 2099-03-05.' }]);
			expect(summary.asOrdered).toBe(false);
		});

		it('a header that is not the sum of its lines', async () => {
			await place();
			sandbox.control.fault({ operationId: 'getInvoice', kind: 'patch', merge: { invoiceHeader: { invoiceNumber: '0041200001-001', invoiceSubTotal: 1000, invoiceCharges: 25, invoiceTax: 78.17, invoiceTotal: 1103.17 } } });
			const { differences, summary } = await reconciled();
			expect(differences).toMatchObject([{ kind: 'total', standing: 'certain', told: { invoiceSubTotal: 1000, sumOfLines: 977.1 } }]);
			expect(summary.asOrdered).toBe(false);
		});

		it('a cancelled order', async () => {
			sandbox.control.change({ webhookMode: 'cancelled' });
			await place(orderItem(), 'Cancelled');
			const { differences, summary } = await reconciled();
			expect(differences).toMatchObject([{ kind: 'status', standing: 'certain', told: { status: 'Cancelled' } }]);
			expect(summary.asOrdered).toBe(false);
		});
	});

	describe('does not guess', () => {
		it('where SIPS lists no such order: queued, dropped, or never placed', async () => {
			const { differences, summary } = await reconciled();
			expect(differences).toEqual([]);
			expect(summary).toMatchObject({ asOrdered: 'notYet', inOrder: 'notThere', inInvoices: 'notThere', notSeen: ['SIPS lists no order with PO Number PO-7731: queued, dropped, or never placed'] });
		});

		it('where there is no invoice yet', async () => {
			sandbox.control.change({ lastOrderState: 'Order Received' });
			await place(orderItem(), 'Order Received');
			const { differences, summary } = await reconciled();
			expect(differences).toEqual([]);
			expect(summary).toMatchObject({ asOrdered: 'notYet', inOrder: 'asAsked', inInvoices: 'notThere', message: 'Not known yet. The order is as it was asked; its invoices are not there yet.' });
		});

		it('where more invoices may come', async () => {
			sandbox.control.change({ orderOutcome: 'short' });
			await place();
			sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body: { orderList: [{ orderId: 41_200_001, orderStatus: 'Completed', PONumber: 'PO-7731', customerCode: 'DEMO100' }] } });
			const { differences, summary } = await reconciled();
			expect(differences).toMatchObject([{ kind: 'quantity', standing: 'possible' }]);
			expect(summary).toMatchObject({ asOrdered: 'notYet', inInvoices: 'notCertain' });
		});

		it.each([['getOrder', 'inOrder', 'Order Details of order 41200001 shows no lines'], ['getInvoice', 'inInvoices', 'Invoice 0041200001-001 shows no lines']])('where %s shows no lines', async (operationId, side, words) => {
			await place();
			sandbox.control.fault({ operationId, kind: 'patch', remove: ['orderLineItemDetails', 'invoiceLines'] });
			const { differences, summary } = await reconciled();
			expect(differences).toEqual([]);
			expect(summary).toMatchObject({ asOrdered: 'notYet', [side]: 'noLines', notSeen: [expect.stringContaining(words)] });
		});

		it('where lines cannot be understood', async () => {
			await place();
			sandbox.control.fault({ operationId: 'getInvoice', kind: 'patch', merge: { invoiceLines: [{ thing: 'shingles', howMany: 30 }] } });
			const { differences, summary } = await reconciled();
			expect(differences.map(({ kind, standing }) => [kind, standing])).toEqual([['missing', 'possible'], ['unreadable', 'possible']]);
			expect(differences[1]?.message).toBe('Line 1 of invoice 0041200001-001 could not be understood: it has no field that could be recognised as a product or a quantity.');
			expect(summary).toMatchObject({ asOrdered: 'notYet', inInvoices: 'notCertain' });
		});

		it.each([
			['getOrder', 404, 'inOrder', /Order Details of order 41200001 could not be read/],
			['getInvoiceList', 400, 'inInvoices', /Invoices List of order 41200001 could not be read, so there may be invoices/],
			['getInvoice', 404, 'inInvoices', /Invoice Details of 0041200001-001 could not be read/],
		])('where %s is refused with %i', async (operationId, status, side, words) => {
			await place();
			sandbox.control.fault({ operationId, kind: 'status', status, times: 0 });
			const { differences, summary } = await reconciled();
			expect(differences).toEqual([]);
			expect(summary).toMatchObject({ asOrdered: 'notYet', [side]: 'notRead', notSeen: [expect.stringMatching(words)] });
		});

		it('where SIPS does not let us read: the item fails', async () => {
			await place();
			sandbox.control.fault({ operationId: 'getInvoice', kind: 'status', status: 403, times: 0 });
			const { error } = await engine.run({ items: [orderItem({ lines: [SHINGLES] })], parameters: reconcileParameters() });
			expect(error?.message).toMatch(/SIPS/);
		});

		it('where two orders stand under one PO number', async () => {
			const twice = { options: { whenPoNumberListed: 'send' } };
			for (const lines of [[SHINGLES], [VALLEY]]) {
				const { error } = await engine.run({ items: [orderItem({ lines })], parameters: submitParameters(twice) });
				expect(error).toBeUndefined();
			}
			await until(() => sandbox.orders().every((order) => order.state === 'Invoiced'));
			expect((await reconciled()).summary).toMatchObject({ asOrdered: 'notYet', orderIds: ['41200002', '41200001'] });

			// By its number it is found, and the other one may hold what is missing in it.
			expect((await reconciled(undefined, { findBy: 'orderId', orderId: '41200001' })).summary).toMatchObject({ asOrdered: 'notYet', inOrder: 'asAsked', inInvoices: 'asAsked', notSeen: [expect.stringMatching(/^Order 41200002 stands under the same PO number/)] });
			const open = await reconciled(orderItem({ lines: [SHINGLES, VALLEY] }), { findBy: 'orderId', orderId: '41200001' });
			expect(open.differences).toMatchObject([{ kind: 'missing', standing: 'possible', seenIn: 'order' }, { kind: 'missing', standing: 'possible', seenIn: 'invoice' }]);

			// With transaction IDs in the list they are told apart.
			sandbox.control.change({ listCarriesTransactionId: true });
			expect((await reconciled(undefined, { findBy: 'orderId', orderId: '41200001' })).summary).toMatchObject({ asOrdered: true, orderIds: ['41200001'], notes: ['Order 41200002 stands under the same PO number and is another order'] });
		});

		it('of an order of another customer', async () => {
			await place();
			const { differences, summary } = await reconciled(undefined, { options: { customerCode: 'DEMO200' } });
			expect(differences).toEqual([]);
			expect(summary).toMatchObject({ asOrdered: 'notYet', inOrder: 'notThere', notes: ['Order 41200001 is of another customer (DEMO100) and was not compared'] });
		});

		it('without invoices: an order that is confirmed as asked is never told to be as ordered', async () => {
			await place();
			const before = sandbox.control.counts().operations.getInvoiceList?.received ?? 0;
			const { summary } = await reconciled(undefined, { options: { compareInvoices: false } });
			expect(summary).toMatchObject({ asOrdered: 'notYet', inOrder: 'asAsked', inInvoices: 'notCompared' });
			expect(sandbox.control.counts().operations.getInvoiceList?.received ?? 0).toBe(before);
		});
	});

	it('names every line that is faulty, and asks nothing', async () => {
		const { error } = await engine.run({ items: [orderItem({ lines: [{ ...SHINGLES, quantity: 0 }, { option: 'Black' }] })], parameters: reconcileParameters() });
		expect(error?.message).toMatch(/Lines 1: Quantity: .*Lines 2: Product ID: .*Lines 2: Quantity: .*Lines 2: Unit of Measure: /);
		expect(sandbox.control.counts().operations.getOrderList?.received ?? 0).toBe(0);
	});

	it('takes the lines that Submit and Preview put out, and those of a material list', async () => {
		const submitted = await place(orderItem({ lines: [SHINGLES] }));
		expect((await reconciled({ ...submitted })).summary.asOrdered).toBe(true);
		const [preview] = json((await engine.run({ items: [orderItem({ poNumber: 'PO-2', lines: [SHINGLES] })], parameters: submitParameters({ operation: 'preview' }) })).items);
		expect((await reconciled(orderItem({ lines: preview?.lines }))).summary.asOrdered).toBe(true);
		// Of SQ and BD: Preview has the price per BD, and what a square costs beside it.
		const inSquares = [{ ...orderLine(), quantity: 10, uom: 'SQ', expectedPrice: null, price: 32.57, pricePerUnit: 97.71, priceUOM: 'BD' }];
		expect((await reconciled(orderItem({ lines: inSquares }))).differences.map(({ kind, standing }) => [kind, standing])).toEqual([['unit', 'note'], ['unit', 'note']]);
		const matched = [{ line: 3, text: '10 sq heritage black', quantity: '10', unit: 'sq', productId: 6000, option: 'Black Shadow', uom: 'BD', orderQuantity: '30' }];
		expect((await reconciled(orderItem({ lines: matched }))).summary.asOrdered).toBe(true);
	});
});
