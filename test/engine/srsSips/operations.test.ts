import type { INodeParameters } from 'n8n-workflow';

import { products } from '../../../sandbox/srsSips/data/products';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, orderLine, priceItem, priceParameters, submitParameters, validateParameters } from './support';

describe('SRS SIPS on the engine: each operation', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ eventDelayMs: 5 });
		engine = engineFor(sandbox);
	});
	afterEach(() => sandbox.close());

	describe('Branch: Get Active Products', () => {
		const parameters = { resource: 'branch', operation: 'getProducts', branchCode: '={{ $json.branchCode }}' };

		it('lists products with their branch, 50 unless told otherwise', async () => {
			const { items, error } = await engine.run({ items: [{ branchCode: 'SBDEN' }], parameters });
			expect(error).toBeUndefined();
			expect(items).toHaveLength(50);
			expect(items[0]?.json).toMatchObject({ branchCode: 'SBDEN', productId: 6000, productOptions: expect.arrayContaining(['Black Shadow']) });
			expect(items[49]?.pairedItem).toEqual({ item: 0 });
		});

		it('lists all of them with Return All', async () => {
			const { items } = await engine.run({ items: [{ branchCode: 'SBDEN' }], parameters: { ...parameters, returnAll: true } });
			expect(items.length).toBeGreaterThan(300);
		});

		it('says which branch is not known, and where its code comes from', async () => {
			const { error } = await engine.run({ items: [{ branchCode: 'NOWHERE' }], parameters });
			expect(kindOf(error)).toBe('notFound');
			expect(wordsOf(error)).toMatch(/NOWHERE.*No branch NOWHERE.*Branch: Get Many for Customer/);
		});
	});

	describe('Branch: Get Many for Customer', () => {
		const parameters = { resource: 'branch', operation: 'getAllForCustomer', customerCode: '={{ $json.customerCode }}' };

		it('lists the branches of a customer with its job accounts', async () => {
			const { items } = await engine.run({ items: [{ customerCode: 'DEMO100' }, { customerCode: 'DEMO500' }], parameters });
			expect(json(items).map(({ customerCode, branchCode }) => [customerCode, branchCode])).toEqual([
				['DEMO100', 'SBDEN'], ['DEMO100', 'SBDAL'], ['DEMO100', 'SBORL'], ['DEMO500', 'SBROC'],
			]);
			expect(items[0]?.json.jobAccounts).toContainEqual({ jobAccountNumber: 43, jobAccountName: 'MAIN' });
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 0 }, { item: 1 }]);
		});

		it('sends a branch code only if one is given', async () => {
			await engine.run({ items: [{ customerCode: 'DEMO100' }], parameters });
			const { items } = await engine.run({ items: [{ customerCode: 'DEMO100' }], parameters: { ...parameters, options: { nearBranchCode: 'SBDAL' } } });
			expect(sandbox.control.requests('getCustomerBranchLocations').map(({ query }) => query)).toEqual([{}, { BranchCode: 'SBDAL' }]);
			expect(items).toHaveLength(1);
		});

		it('addresses exactly the customer named, whatever the code holds', async () => {
			const { error } = await engine.run({ items: [{ customerCode: '../DEMO100?x=1#' }], parameters });
			expect(kindOf(error)).toBe('notFound');
			expect(sandbox.control.requests('getCustomerBranchLocations')[0]?.path).toBe('/branches/v2/customerBranchLocations/..%2FDEMO100%3Fx%3D1%23');
		});
	});

	describe('Customer: Validate', () => {
		it('puts out the customer as valid', async () => {
			const { items } = await engine.run({ items: [{ customerCode: 'DEMO100' }], parameters: validateParameters() });
			expect(items[0]?.json).toMatchObject({ valid: true, customerCode: 'DEMO100', customerName: 'RIDGELINE DEMO ROOFING INC' });
		});

		it.each([
			['date', { invoiceDate: '2026-02-14' }, { invoiceDate: '2026-02-14' }],
			['amount', { billedAmount: '1843.27' }, { billedAmount: '1843.27' }],
			['date and amount', { invoiceDate: '2026-02-14T00:00:00', billedAmount: 1843.27 }, { invoiceDate: '2026-02-14', billedAmount: '1843.27' }],
		])('proves the account by an invoice with its %s', async (_name, proof, sent) => {
			const parameters = validateParameters({ proof: 'invoice', invoiceNumber: '0041190007-001', ...proof });
			const { items } = await engine.run({ items: [{ customerCode: 'DEMO100' }], parameters });
			expect(items[0]?.json).toMatchObject({ valid: true });
			expect(sandbox.control.requests('validateCustomer')[0]?.query).toEqual({ accountNumber: 'DEMO100', invoiceNumber: '0041190007-001', ...sent });
		});

		it('stops at a customer that is answered with N: the call worked and the answer is no', async () => {
			const { error } = await engine.run({ items: [{ customerCode: 'DEMO300' }], parameters: validateParameters({ integrationKey: 'CLS300' }) });
			expect(error?.name).toBe('NodeOperationError');
			expect(kindOf(error)).toBe('businessRefusal');
			expect(error?.context.data).toMatchObject({ subject: { customerCode: 'DEMO300' }, partnerMessage: 'validIndicator: N' });
		});

		it('puts out valid: false instead, if asked to', async () => {
			const parameters = validateParameters({ integrationKey: 'CLS300', options: { whenNotValid: 'output' } });
			const { items, error } = await engine.run({ items: [{ customerCode: 'DEMO300' }], parameters });
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({ valid: false, customerCode: 'DEMO300', validIndicator: 'N' });
		});
	});

	describe('Product: Get Prices', () => {
		it('gives price, total and unit of each product', async () => {
			const { items } = await engine.run({ items: [priceItem(), priceItem({ quantity: '2' })], parameters: priceParameters() });
			expect(json(items)).toMatchObject([
				{ productId: 6000, option: 'Black Shadow', quantity: 3, uom: 'BD', price: 32.57, lineTotal: 97.71, priceAvailable: true, priceMessage: '' },
				{ quantity: 2, price: 32.57, lineTotal: 65.14 },
			]);
		});

		it('gives a total where the price is per another unit, and says that it is inferred; or none, where a person wants no such thing', async () => {
			const wanted = await engine.run({ items: [priceItem({ uom: 'SQ' })], parameters: priceParameters() });
			const words = 'The price is per BD, not per SQ';
			expect(wanted.items[0]?.json).toMatchObject({ price: 32.57, priceUOM: 'BD', lineTotal: 293.13, priceMessage: expect.stringMatching(`^${words}.*inferred`) as string });
			const unwanted = await engine.run({ items: [priceItem({ uom: 'SQ' })], parameters: priceParameters({ options: { convertPrices: false } }) });
			expect(unwanted.items[0]?.json).toMatchObject({ price: 32.57, priceUOM: 'BD', lineTotal: null, priceMessage: words });
		});

		it('never shows a price of 0: the branch has to be called', async () => {
			const callForPrice = products.find(({ family, sizeAt }) => family.name.includes('Designer Shingles') && sizeAt === 2);
			const item = priceItem({ productId: callForPrice?.productId, option: callForPrice?.family.colours[0] });
			const { items, run } = await engine.run({ items: [item], parameters: priceParameters() });
			expect(items[0]?.json).toMatchObject({
				price: null, lineTotal: null, priceAvailable: false, priceMessage: 'Please call branch for product pricing',
			});
			expect(JSON.stringify(run.data.resultData.runData)).not.toMatch(/"price":0[,}]/);
		});

		it('says why a product has no price', async () => {
			const { items } = await engine.run({ items: [priceItem({ productId: 1 }), priceItem({ option: 'Pink' }), priceItem({ uom: 'PAL9' })], parameters: priceParameters() });
			expect(json(items).map(({ price, priceMessage }) => [price, priceMessage])).toEqual([
				[null, 'Product not found. Please call branch for product pricing'],
				[null, 'Option is not available at this branch. Please call branch for product pricing'],
				[null, 'Unit of measure is not valid for this product. Please call branch for product pricing'],
			]);
		});

		it('asks each customer, branch and job account by itself', async () => {
			const items = [
				priceItem({ customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: 43 }),
				priceItem({ customerCode: 'DEMO200', branchCode: 'SBSEA', jobAccountNumber: 71 }),
				priceItem({ customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: '43' }),
			];
			const own = { customerCode: '={{ $json.customerCode }}', branchCode: '={{ $json.branchCode }}', jobAccountNumber: '={{ $json.jobAccountNumber }}' };
			const result = await engine.run({ items, parameters: priceParameters({ ...own, simplify: false }) });
			expect(json(result.items).map(({ customerCode, price }) => [customerCode, price])).toEqual([['DEMO100', 32.57], ['DEMO200', 35.4], ['DEMO100', 32.57]]);
			expect(received(sandbox, 'getPrices')).toBe(2);
		});
	});

	describe('Order: Submit', () => {
		it('places an order that was filled in by hand, and says so', async () => {
			const lines = { line: [orderLine({ quantity: 30, price: '35.40' }) as INodeParameters] };
			const { items, error } = await engine.run({ items: [{}], parameters: submitParameters({ poNumber: 'PO-1', lineSource: 'table', lines }) });
			expect(error).toBeUndefined();
			const [order] = sandbox.orders();
			expect(items[0]?.json).toMatchObject({
				state: 'accepted', orderId: String(order?.orderId), queueId: null, transactionId: order?.transactionID,
				poNumber: 'PO-1', lineCount: 1, expectedTotal: 1062, message: 'Order Submitted',
			});
			expect(order?.request).toMatchObject({
				sourceSystem: 'DEMOSOURCE', accountNumber: 'DEMO100', jobAccountNumber: 43,
				poDetails: { expectedDeliveryDate: '2099-03-05', expectedDeliveryTime: 'Anytime', orderType: 'WHSE' },
				orderLineItemDetails: [{ quantity: 30, price: 35.4 }],
				customerContactInfo: { customerContactPhone: '3035550100' },
			});
		});

		it('sends the name that the branch has for a product whose line has none, and reads the branch once', async () => {
			const { productName, ...line } = orderLine();
			const { error } = await engine.run({ items: [{}], parameters: submitParameters({ poNumber: 'PO-1', linesJson: JSON.stringify([line]) }) });
			expect(error).toBeUndefined();
			expect(sandbox.orders()[0]?.request.orderLineItemDetails).toMatchObject([{ productId: 6000, productName }]);
			expect(received(sandbox, 'getActiveBranchProducts')).toBe(1);
		});

		it('tells a queued order from one that was taken', async () => {
			const parameters = submitParameters({ customerCode: 'DEMO200', branchCode: 'SBSEA', jobAccountNumber: 71 });
			const { items } = await engine.run({ items: [orderItem()], parameters });
			expect(items[0]?.json).toMatchObject({ state: 'queued', orderId: null, queueId: sandbox.orders()[0]?.queueId, message: 'Order Queued' });
		});

		it('takes status 201 as well', async () => {
			sandbox.control.change({ submitStatus: 201 });
			const { items } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
			expect(items[0]?.json).toMatchObject({ state: 'accepted' });
		});

		it('has the same transaction id for the same order wherever it is placed', async () => {
			const other = await startSrsSipsSandbox();
			const here = await engine.run({ items: [orderItem()], parameters: submitParameters() });
			const there = await engineFor(other).run({ items: [orderItem()], parameters: submitParameters() });
			await other.close();
			expect(here.items[0]?.json.transactionId).toMatch(/^[0-9a-f-]{36}$/);
			expect(there.items[0]?.json).toMatchObject({ state: 'accepted', transactionId: here.items[0]?.json.transactionId });
		});
	});

	describe('Order: Get Many', () => {
		const parameters = { resource: 'order', operation: 'getAll' };

		it('finds an order by its PO number', async () => {
			await engine.run({ items: [orderItem({ poNumber: 'PO-1' }), orderItem({ poNumber: 'PO-2' })], parameters: submitParameters() });
			const { items } = await engine.run({ items: [{}], parameters: { ...parameters, filters: { poNumber: 'PO-2', customerCode: 'DEMO100' } } });
			expect(json(items)).toMatchObject([{ poNumber: 'PO-2', customerCode: 'DEMO100', answer: { PONumber: 'PO-2' } }]);
		});

		it('asks for 50 rows, for as many as wanted, or for all', async () => {
			await engine.run({ items: [{}], parameters });
			await engine.run({ items: [{}], parameters: { ...parameters, limit: 7 } });
			const { error } = await engine.run({ items: [{}], parameters: { ...parameters, returnAll: true } });
			expect(error).toBeUndefined();
			expect(sandbox.control.requests('getOrderList').map(({ body }) => body)).toEqual([{ rowReturnLimit: 50 }, { rowReturnLimit: 7 }, {}]);
		});

		it('puts out nothing where nothing is found', async () => {
			const { items, error } = await engine.run({ items: [{}], parameters });
			expect([items, error]).toEqual([[], undefined]);
		});
	});
});
