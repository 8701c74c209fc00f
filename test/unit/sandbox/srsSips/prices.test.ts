import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../sandbox/srsSips';
import { products } from '../../../../sandbox/srsSips/data/products';
import type { PriceLine, PriceRequest } from '../../../../sandbox/srsSips/types';
import { inSandbox, signIn } from '../support';

describe('Price V2', () => {
	let sandbox: SrsSipsSandbox;
	let client: Awaited<ReturnType<typeof signIn>>;

	inSandbox(startSrsSipsSandbox, async (started) => {
		sandbox = started;
		client = await signIn(sandbox);
	});

	const shingles = { productId: 6000, productOptions: ['Black Shadow'], quantity: 3, uom: 'BD' };
	const request = (changes: Partial<PriceRequest> = {}): PriceRequest => ({
		sourceSystem: 'DEMOSOURCE',
		customerCode: 'DEMO100',
		branchCode: 'SBDEN',
		jobAccountNumber: 43,
		transactionId: 'price-1',
		productList: [shingles],
		...changes,
	});
	const prices = (changes: Partial<PriceRequest> = {}) => client.post<PriceLine[]>('/products/v2/price', request(changes));
	const staple = (name: string, sizeAt: number) =>
		products.find(({ family, ...product }) => family.name.includes(name) && product.sizeAt === sizeAt)?.productId ?? 0;

	it('answers a bare list, one entry a line, and echoes the transactionId', async () => {
		const { status, body } = await prices({ productList: [shingles, { ...shingles, quantity: 1 }] });
		expect(status).toBe(200);
		expect(body).toHaveLength(2);
		expect(body[0]).toMatchObject({ productId: 6000, priceUOM: 'BD', price: 32.57, transactionId: 'price-1', messageCode: 0 });
		expect(sandbox.contract.checkAnswer('getPrices', 200, body)).toEqual([]);
	});

	it('has other prices for other customers', async () => {
		const other = await prices({ customerCode: 'DEMO200', branchCode: 'SBSEA', jobAccountNumber: 71 });
		const third = await prices({ customerCode: 'DEMO500', branchCode: 'SBROC', jobAccountNumber: 61 });
		expect([other.body[0]?.price, third.body[0]?.price]).toEqual([35.4, 37.7]);
	});

	it('tells how many of another unit make a price unit', async () => {
		const { body } = await prices({ productList: [{ ...shingles, uom: 'SQ' }] });
		expect(body[0]).toMatchObject({ priceUOM: 'BD', requestedUOM: 'SQ', uomConversionFactor: 0.333333, price: 32.57 });
	});

	it('answers price 0 where the branch must be called', async () => {
		const productId = staple('Designer Shingles', 2);
		const { body } = await prices({ productList: [{ productId, quantity: 1, uom: 'BD' }] });
		expect(body[0]).toMatchObject({ productId, price: 0, messageCode: 0 });
	});

	it('answers the price that a setting says, and no other product, until the settings are as at the start', async () => {
		const other = { ...shingles, productId: 6001 };
		const both = { productList: [shingles, other] };
		const usual = (await prices(both)).body.map(({ price }) => price);
		sandbox.control.change({ prices: { 6000: 35.99 } });
		expect((await prices(both)).body.map(({ price }) => price)).toEqual([35.99, usual[1]]);
		sandbox.control.change({ prices: {} });
		expect((await prices(both)).body.map(({ price }) => price)).toEqual(usual);
	});

	it('answers a messageCode for a product that is discontinued, with its price', async () => {
		const productId = staple('3-Tab', 0);
		const { body } = await prices({ productList: [{ productId, quantity: 1, uom: 'BD' }] });
		expect(body[0]?.messageCode).toBe(5);
		expect(body[0]?.price).toBeGreaterThan(0);
	});

	it.each([
		['a product that does not exist', { productId: 1 }, 1],
		['an option that is not sold', { productOptions: ['Ultraviolet'] }, 3],
		['a unit the product is not sold in', { uom: 'GA' }, 4],
	])('answers price 0 and a messageCode for %s', async (_what, change, messageCode) => {
		const { status, body } = await prices({ productList: [{ ...shingles, ...change }] });
		expect(status).toBe(200);
		expect(body[0]).toMatchObject({ price: 0, messageCode });
	});

	it('answers the short body of the introduction guide', async () => {
		const productList = [{ productId: 6000, quantity: 1, uom: 'BD' }];
		const { status } = await client.post('/products/v2/price', { customerCode: 'DEMO100', branchCode: 'SBDEN', productList });
		expect(status).toBe(200);
	});

	it('refuses a job account of another branch, an unknown customer and an unknown branch', async () => {
		expect(await prices({ jobAccountNumber: 51 })).toMatchObject({ status: 400, body: { code: 'JobAccountInvalid' } });
		expect(await prices({ customerCode: 'NOBODY' })).toMatchObject({ status: 404, body: { code: 'CustomerNotFound' } });
		expect(await prices({ branchCode: 'NOWAY' })).toMatchObject({ status: 404, body: { code: 'BranchNotFound' } });
	});

	it('refuses a body that breaks the contract, and names the fields', async () => {
		const { status, body } = await client.post('/products/v2/price', { ...request(), jobAccountNumber: '43', branchcode: 'x' });
		expect([status, body.code]).toEqual([400, 'InvalidRequest']);
		expect(body.errors).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ field: 'jobAccountNumber' }),
				expect.objectContaining({ field: 'branchcode' }),
			]),
		);
	});
});
