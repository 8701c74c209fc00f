import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../sandbox/srsSips';
import { itemsOf } from '../../../../sandbox/srsSips/data/itemCodes';
import { products } from '../../../../sandbox/srsSips/data/products';
import type { BranchItem, OrderAnswer, OrderV1Request, PriceV1Line, PriceV1Request, ShipToAddress } from '../../../../sandbox/srsSips/types';
import { inSandbox, order, signIn } from '../support';

const SHINGLES = 'RIDSHI000BLAC';

describe('the first edition', () => {
	let sandbox: SrsSipsSandbox;
	let client: Awaited<ReturnType<typeof signIn>>;

	inSandbox(() => startSrsSipsSandbox({ eventDelayMs: 1 }), async (started) => {
		sandbox = started;
		client = await signIn(sandbox);
	});

	describe('Submit Order', () => {
		const { sourceSystem, customerCode, accountNumber, transactionID, notes, poDetails, customerContactInfo } = order();
		const address = { addressLine1: '12 Ridge Rd', addressLine2: '', addressLine3: '', city: 'DENVER', state: 'CO', zipCode: '80211' };
		const orderV1 = (changes: Partial<OrderV1Request> = {}): OrderV1Request => ({
			sourceSystem,
			customerCode,
			branchId: '301',
			accountNumber,
			shipToSequenceNumber: 1,
			transactionID,
			transactionDate: '2026-03-02T08:15:27',
			notes,
			shipTo: address,
			billTo: address,
			poDetails,
			orderLineItemDetails: [{ itemCode: SHINGLES, quantity: 30, uom: 'BD' }],
			customerContactInfo,
			...changes,
		});
		const submit = (request: unknown) => client.post<OrderAnswer>('/orders/submit', request);

		it('takes an order, which is one like any other', async () => {
			const { status, body } = await submit(orderV1());
			expect(status).toBe(200);
			expect(body).toMatchObject({ message: 'Order Submitted', transactionID: 'test-transaction-1' });
			expect(sandbox.contract.checkAnswer('submitOrderV1', 200, body)).toEqual([]);
			expect(sandbox.orders()).toMatchObject([
				{ branchCode: 'SBDEN', jobAccountNumber: 43, total: 977.1, lines: [{ productId: 6000, option: 'Black Shadow', customerItem: SHINGLES }] },
			]);
			await sandbox.control.settled();
			expect((await client.get(`/orders/${body.orderID}`)).body).toMatchObject({ orderStatus: 'Invoiced', shipToSequenceNumber: 1 });
		});

		it('answers 200 even where V2 is told to answer 201, which its page does not show', async () => {
			sandbox.control.change({ submitStatus: 201 });
			expect((await submit(orderV1())).status).toBe(200);
		});

		it.each<[string, Partial<OrderV1Request>, number, string]>([
			['an unknown customer', { customerCode: 'NOBODY' }, 404, 'CustomerNotFound'],
			['an unknown branch', { branchId: '999' }, 404, 'BranchNotFound'],
			['an unknown ship-to', { shipToSequenceNumber: 9 }, 400, 'JobAccountInvalid'],
			['a ship-to of another branch', { shipToSequenceNumber: 4 }, 400, 'JobAccountInvalid'],
			['an unknown item', { orderLineItemDetails: [{ itemCode: 'NOSUCH', quantity: 1, uom: 'BD' }] }, 400, 'ItemNotFound'],
			['another unit', { orderLineItemDetails: [{ itemCode: SHINGLES, quantity: 1, uom: 'GA' }] }, 400, 'UomInvalid'],
		])('refuses %s', async (_what, change, status, code) => {
			expect(await submit(orderV1(change))).toMatchObject({ status, body: { code, transactionID: 'test-transaction-1' } });
			expect(sandbox.orders()).toEqual([]);
		});

		it.each<[string, object]>([
			['a branch id as a number', { branchId: 301 }],
			['the code of a branch', { branchId: 'SBDEN' }],
			['a ship-to as text', { shipToSequenceNumber: '1' }],
			['milliseconds', { transactionDate: '2026-03-02T08:15:27.120' }],
			['a name in the address', { shipTo: { ...address, name: 'Jane' } }],
			['no address to bill', { billTo: undefined }],
			['the fields of V2', { jobAccountNumber: 43 }],
		])('refuses %s', async (_what, change) => {
			expect((await submit({ ...orderV1(), ...change })).status).toBe(400);
		});
	});

	describe('Pricing', () => {
		const request = (changes: Partial<PriceV1Request> = {}): PriceV1Request => ({
			sourceSystem: 'DEMOSOURCE',
			customerId: 'DEMO100',
			branchCode: 'SBDEN',
			shipToSequenceNumber: '1',
			bypassItemValidation: false,
			itemCodeList: [{ itemCode: SHINGLES, option: 'Black Shadow', quantity: 3, UOM: 'SQ' }],
			...changes,
		});
		const prices = (changes: Partial<PriceV1Request> = {}) => client.post<PriceV1Line[]>('/products/pricing', request(changes));
		const codeOf = (name: string, sizeAt: number) =>
			itemsOf(products.find((product) => product.family.name.includes(name) && product.sizeAt === sizeAt)!)[0]!.itemCode;

		it('tells price and stock', async () => {
			const { status, body } = await prices();
			expect(status).toBe(200);
			expect(body).toMatchObject([
				{
					requestedItemCode: SHINGLES,
					requestedOption: 'Black Shadow',
					requestedUOM: 'SQ',
					itemCode: SHINGLES,
					orderQuantity: 3,
					price: 32.57,
					netPrice: 32.57,
					grossPrice: 35.4,
					priceUOM: 'BD',
					uomConversionFactor: 0.333333,
					messageCode: 0,
				},
			]);
			expect(sandbox.contract.checkAnswer('getPricesV1', 200, body)).toEqual([]);
		});

		it('has some items in stock and some not, and never more free than there are', async () => {
			const itemCodeList = itemsOf(products[0]!).concat(itemsOf(products[1]!), itemsOf(products[2]!)).map(({ itemCode }) => ({ itemCode, quantity: 1, UOM: 'BD' }));
			const { body } = await prices({ itemCodeList });
			expect(new Set(body.map(({ stock }) => stock))).toEqual(new Set([true, false]));
			for (const { stock, onHandQty, availableQuantity } of body) {
				expect(stock).toBe(onHandQty > 0);
				expect(availableQuantity).toBeLessThanOrEqual(onHandQty);
			}
		});

		it('answers price 0 and says why, or not at all where the branch must be called', async () => {
			const { body } = await prices({
				itemCodeList: [
					{ itemCode: 'NOSUCH', quantity: 1, UOM: 'BD' },
					{ itemCode: SHINGLES, quantity: 1, UOM: 'GA' },
					{ itemCode: SHINGLES, option: 'Ultraviolet', quantity: 1, UOM: 'BD' },
					{ itemCode: codeOf('Designer Shingles', 2), quantity: 1, UOM: 'BD' },
					{ itemCode: codeOf('3-Tab', 0), quantity: 1, UOM: 'BD' },
				],
			});
			expect(body.map(({ messageCode }) => messageCode)).toEqual([1, 4, 3, 0, 5]);
			expect(body.map(({ price }) => price > 0)).toEqual([false, false, false, false, true]);
			expect(body[0]).toMatchObject({ requestedItemCode: 'NOSUCH', requestedOption: null, itemCode: '', stock: false });
		});

		it('refuses what is not there, and what breaks the contract', async () => {
			expect((await prices({ customerId: 'NOBODY' })).status).toBe(404);
			expect((await prices({ branchCode: 'NOWAY' })).status).toBe(404);
			expect((await prices({ shipToSequenceNumber: '9' })).status).toBe(400);
			expect((await client.post('/products/pricing', { ...request(), shipToSequenceNumber: 1 })).status).toBe(400);
			const small = [{ itemCode: SHINGLES, quantity: 1, uom: 'BD' }];
			expect((await client.post('/products/pricing', { ...request(), itemCodeList: small })).status).toBe(400);
		});
	});

	it('finds the branch with the shortest way', async () => {
		const { body } = await client.get('/branches/nearestEligibleBranch/DEMO100');
		expect(body).toMatchObject({ branchCode: 'SBDEN', branchId: 301, distanceFromShipToInMiles: 3.218 });
		expect(sandbox.contract.checkAnswer('getNearestBranch', 200, body)).toEqual([]);
		expect((await client.get('/branches/nearestEligibleBranch/NOBODY')).status).toBe(404);
	});

	it('lists the addresses that the sequence numbers of orders mean', async () => {
		const { body } = await client.get<ShipToAddress[]>('/customers/shipToAddresses/DEMO100');
		expect(body.map(({ shipToSequenceNumber, branchCode }) => `${shipToSequenceNumber} ${branchCode}`)).toEqual([
			'1 SBDEN',
			'2 SBDEN',
			'3 SBDEN',
			'4 SBDAL',
			'5 SBORL',
			'6 SBORL',
		]);
		expect(sandbox.contract.checkAnswer('getShipToAddresses', 200, body)).toEqual([]);
		expect((await client.get('/customers/shipToAddresses/NOBODY')).status).toBe(404);
	});

	it('tells of one branch, and of the items it sells', async () => {
		const branch = await client.get('/branches/SBDEN');
		expect(branch.body).toMatchObject({ branchCode: 'SBDEN', city: 'DENVER' });
		expect(sandbox.contract.checkAnswer('getBranch', 200, branch.body)).toEqual([]);
		const { body: items } = await client.get<BranchItem[]>('/branches/activeItems/SBDEN');
		expect(items.length).toBeGreaterThan(1000);
		expect(items.find(({ itemCode }) => itemCode === SHINGLES)).toMatchObject({ option: 'Black Shadow', UOM: 'BD' });
		expect(sandbox.contract.checkAnswer('getBranchItems', 200, items)).toEqual([]);
		expect((await client.get('/branches/NOWAY')).status).toBe(404);
		expect((await client.get('/branches/activeItems/NOWAY')).status).toBe(404);
	});

	it('lists order templates as the second does', async () => {
		const [one, two] = [await client.get('/customers/orderTemplates/DEMO100'), await client.get('/customers/v2/orderTemplates/DEMO100')];
		expect(one.body).toEqual(two.body);
		expect(sandbox.contract.checkAnswer('getOrderTemplatesV1', 200, one.body)).toEqual([]);
	});
});
