import { Failure } from '../../../../../engine/failure';
import { completeOrder } from '../../../../../nodes/SrsSips/order/completeOrder';
import { answer } from '../../../../support/panels/pure';
import { LINE, order } from '../support';

const SOLD = [{ productId: 6000, productName: 'Ridgeway Heritage Shingles' }, { productId: 6001, productName: ' Ridge Vent ' }, { productId: 6002, productName: null }];

/** An order of these lines, and what was asked for it. */
async function completed(lines: Array<Record<string, unknown>>, body: unknown = SOLD, changes: Record<string, unknown> = {}) {
	const asked: string[] = [];
	const whole = await completeOrder(order({ ...changes, 'lines.line': lines.map((line) => ({ ...LINE, ...line })) }), async ({ path }) => {
		asked.push(path);
		return await Promise.resolve(body instanceof Failure ? body : answer(body));
	});
	return { names: whole.lines.map(({ productName }) => productName), asked, transactionId: whole.transactionId };
}

describe('the names of products in an order', () => {
	it('are those of the branch where the person gave none', async () => {
		const { names, asked } = await completed([{ productId: 6000, productName: '' }, { productId: '6001', productName: ' ' }, { productId: 6002, productName: 'Mine' }]);
		expect(names).toEqual(['Ridgeway Heritage Shingles', 'Ridge Vent', 'Mine']);
		// The customer's branches, for the spelling of the branch.
		expect(new Set(asked)).toEqual(new Set(['/branches/v2/activeBranchProducts/SBDEN', '/branches/v2/customerBranchLocations/DEMO100']));
	});

	it('are asked for only where one is missing, or the spelling is to be checked', async () => {
		expect(await completed([{}], SOLD, { 'options.checkFirst': false })).toMatchObject({ names: [LINE.productName], asked: [] });
	});

	it('make no other order', async () => {
		expect((await completed([{ productName: '' }])).transactionId).toBe((await completed([{}])).transactionId);
	});

	it.each<[string, Record<string, unknown>, unknown, RegExp]>([
		['the branch does not sell the product', { productId: 9, productName: '' }, SOLD, /Lines 2: Product ID: SBDEN does not sell product 9/],
		['the branch has no name for it', { productId: 6002, productName: '' }, SOLD, /Lines 2: Product Name: must not be empty: SBDEN has no name for product 6002/],
		['SIPS does not know the branch', { productName: '' }, new Failure('notFound', 'No branch', { advice: '' }), /Branch Code: SIPS has no products for SBDEN \(No branch\)/],
	])('stop the order where nobody knows one: %s', async (_why, line, body, words) => {
		await expect(completed([{}, line], body)).rejects.toThrow(words);
	});

	it('stop the order where SIPS sends something else than a list', async () => {
		await expect(completed([{ productName: '' }], 'nonsense')).rejects.toThrow(Failure);
	});
});
