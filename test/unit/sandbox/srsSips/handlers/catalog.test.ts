import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../../sandbox/srsSips';
import { findItem, itemsOf } from '../../../../../sandbox/srsSips/data/itemCodes';
import { products } from '../../../../../sandbox/srsSips/data/products';
import type { BranchProduct, CatalogProduct, ConvertedItem, ItemCodesProduct, PriceLine, UnitConversion } from '../../../../../sandbox/srsSips/types';
import { inSandbox, signIn } from '../../support';

describe('the catalogue', () => {
	let sandbox: SrsSipsSandbox;
	let client: Awaited<ReturnType<typeof signIn>>;

	inSandbox(startSrsSipsSandbox, async (started) => {
		sandbox = started;
		client = await signIn(sandbox);
	});

	it('has a code of its own for every colour of every product', () => {
		const items = products.flatMap((product) => itemsOf(product));
		expect(new Set(items.map(({ itemCode }) => itemCode)).size).toBe(items.length);
		for (const item of items) expect(findItem(item.itemCode)).toEqual(item);
	});

	describe('Catalog', () => {
		const catalog = async () => (await client.get<CatalogProduct[]>('/products/v2/catalog')).body;

		it('lists every product in all colours and units', async () => {
			const list = await catalog();
			expect(list.map(({ productId }) => productId)).toEqual(products.map(({ productId }) => productId));
			expect(list[0]).toMatchObject({ productName: 'Ridgeway Heritage Shingles', productUOMs: ['BD', 'SQ'] });
			expect(list[0]?.productOptions).toHaveLength(12);
			expect(sandbox.contract.checkAnswer('getCatalog', 200, list)).toEqual([]);
		});

		it('takes no query', async () => {
			expect((await client.get('/products/v2/catalog?q=x')).status).toBe(400);
		});
	});

	describe('made-up products', () => {
		const branchList = async () => (await client.get<BranchProduct[]>('/branches/v2/activeBranchProducts/SBDEN')).body;

		it('make both lists as long as wanted, each under an id of its own', async () => {
			const before = (await branchList()).length;
			sandbox.control.change({ extraProducts: 5000 });
			const list = await branchList();
			expect(list).toHaveLength(before + 5000);
			expect(new Set(list.map(({ productId }) => productId)).size).toBe(list.length);
			expect(sandbox.contract.checkAnswer('getActiveBranchProducts', 200, list)).toEqual([]);
			const { body: whole } = await client.get<CatalogProduct[]>('/products/v2/catalog');
			expect(whole).toHaveLength(products.length + 5000);
			sandbox.control.change({ extraProducts: 0 });
			expect(await branchList()).toHaveLength(before);
		});

		it('are no more than 50,000', async () => {
			const patch = (extraProducts: number) =>
				fetch(`${sandbox.url}/__sandbox__/settings`, {
					method: 'PATCH',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ extraProducts }),
				});
			expect([(await patch(50_000)).status, (await patch(50_001)).status, (await patch(-1)).status]).toEqual([200, 400, 400]);
		});
	});

	describe('By Item Codes', () => {
		const byItemCodes = (itemCodes: unknown, branchCode = 'SBDEN') =>
			client.post<ItemCodesProduct[]>(`/products/v2/catalog/${branchCode}/byItemCodes`, { itemCodes });

		it('groups the items of one product, and spells productID its own way', async () => {
			const { status, body } = await byItemCodes(['RIDSHI000BLAC', 'RIDSTA300', 'RIDSHI000WEAT']);
			expect(status).toBe(200);
			expect(body).toMatchObject([
				{
					productID: 6000,
					productName: 'Ridgeway Heritage Shingles',
					items: [
						{ itemCode: 'RIDSHI000BLAC', availableAtBranch: true, selectedOption: 'Black Shadow' },
						{ itemCode: 'RIDSHI000WEAT', selectedOption: 'Weathered Oak' },
					],
				},
				{ productName: 'Ridgeway Starter Strip 105 LF', items: [{ selectedOption: 'N/A' }] },
			]);
			expect(body[0]).not.toHaveProperty('productId');
			expect(sandbox.contract.checkAnswer('getProductsByItemCodes', 200, body)).toEqual([]);
		});

		it('knows the codes that prices carry, and whether the branch has the colour', async () => {
			const all = itemsOf(products[0]!).map(({ itemCode }) => itemCode);
			const available = (await byItemCodes(all)).body[0]?.items.map(({ availableAtBranch }) => availableAtBranch) ?? [];
			expect([available.includes(true), available.includes(false)]).toEqual([true, true]);
			const { body: prices } = await client.post<PriceLine[]>('/products/v2/price', {
				customerCode: 'DEMO100',
				branchCode: 'SBDEN',
				productList: [{ productId: 6000, quantity: 1, uom: 'BD' }],
			});
			expect(all).toContain(prices[0]?.itemCode);
		});

		it('leaves out codes that are not known', async () => {
			expect(await byItemCodes(['NO-SUCH'])).toMatchObject({ status: 200, body: [] });
		});

		it('refuses no codes, and a branch that is not known', async () => {
			expect((await byItemCodes([])).status).toBe(400);
			expect((await byItemCodes([6000])).status).toBe(400);
			expect(await byItemCodes(['RIDSHI000BLAC'], 'NOWAY')).toMatchObject({ status: 404, body: { code: 'BranchNotFound' } });
		});
	});

	describe('Catalog Item Convert', () => {
		const convert = (BranchId: unknown, ...names: string[]) =>
			client.post<ConvertedItem[]>('/products/v2/catalog/convert', {
				BranchId,
				Items: names.map((GenericItemCode) => ({ GenericItemCode })),
			});

		it('finds names in words and item codes, and says which it does not find', async () => {
			const { body } = await convert(301, 'ridgeway heritage SHINGLES 3 BD/SQ', 'Unknown caulk', 'RIDSHI000BLAC');
			expect(body).toEqual([
				{
					genericItemCode: 'ridgeway heritage SHINGLES 3 BD/SQ',
					conversionFound: true,
					productId: 6000,
					webName: 'Ridgeway Heritage Shingles',
					category: 'SHINGLES',
					manufacturer: 'Ridgeway',
				},
				{ genericItemCode: 'Unknown caulk', conversionFound: false, productId: null, webName: null, category: null, manufacturer: null },
				expect.objectContaining({ genericItemCode: 'RIDSHI000BLAC', productId: 6000 }),
			]);
			expect(sandbox.contract.checkAnswer('convertItems', 200, body)).toEqual([]);
		});

		it('takes the product that says the most', async () => {
			expect((await convert(301, 'Ridgeway Heritage HP Shingles')).body[0]?.productId).toBe(6001);
		});

		it('wants the number of a branch, not its code, and the capitals of the page', async () => {
			expect((await convert('301', 'x')).status).toBe(400);
			expect((await convert('SBDEN', 'x')).status).toBe(400);
			expect(await convert(1, 'x')).toMatchObject({ status: 404, body: { code: 'BranchNotFound' } });
			const small = await client.post('/products/v2/catalog/convert', { branchId: 301, items: [{ genericItemCode: 'x' }] });
			expect(small.status).toBe(400);
		});
	});

	describe('UOM Conversion', () => {
		const conversions = async (itemCode: string) =>
			(await client.get<{ itemConversionList: UnitConversion[] }>(`/products/UOMConversion/${itemCode}`)).body.itemConversionList;

		it('counts from-units in one to-unit', async () => {
			const underlayment = itemsOf(products.find(({ name }) => name.includes('Synthetic Underlayment'))!)[0]!;
			const [pallet] = await conversions(underlayment.itemCode);
			expect(pallet).toEqual({
				fromUOMCode: 'PAL',
				toUOMCode: 'RL',
				conversionFactor: 0.033333,
				UOMConversionDescription: '30 RL IN 1 PAL',
				itemCode: underlayment.itemCode,
				itemDescription: underlayment.product.name.toUpperCase(),
				itemSize: '4 SQ',
			});
		});

		it('has nothing to say of an item with one unit', async () => {
			expect(await conversions('RIDSTA300')).toEqual([]);
		});

		it('answers as the document says, and 404 for an item that is not known', async () => {
			const { body } = await client.get('/products/uomconversion/RIDSHI000BLAC');
			expect(sandbox.contract.checkAnswer('convertUnits', 200, body)).toEqual([]);
			expect(await client.get('/products/UOMConversion/NOSUCH')).toMatchObject({ status: 404, body: { code: 'ItemNotFound' } });
		});
	});

	describe('Color Recommendations', () => {
		const recommend = (body: object) =>
			client.post<{ colorRecommendations: Array<{ productName: string; selectedOption: string }> }>('/products/v2/colorRecommendations', body);

		it('names products of other kinds in the same colour', async () => {
			const { body } = await recommend({ branchCode: 'SBDEN', productId: 6000, selectedOption: 'Black Shadow' });
			expect(body.colorRecommendations.length).toBeGreaterThan(0);
			for (const { productName, selectedOption } of body.colorRecommendations) {
				expect([productName.includes('Shingles'), selectedOption]).toEqual([false, 'Black Shadow']);
			}
			expect(sandbox.contract.checkAnswer('recommendColors', 200, body)).toEqual([]);
		});

		it('lets through what is not known, and refuses a product or a branch that is not there', async () => {
			expect((await recommend({ productId: 6000, anything: 'else' })).status).toBe(200);
			expect((await recommend({})).status).toBe(400);
			expect((await recommend({ productId: 1 })).status).toBe(404);
			expect((await recommend({ productId: 6000, branchCode: 'NOWAY' })).status).toBe(404);
		});
	});
});
