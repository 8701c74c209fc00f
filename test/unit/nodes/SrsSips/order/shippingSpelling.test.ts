import { Failure } from '../../../../../engine/failure';
import { inSpellingOfSips } from '../../../../../nodes/SrsSips/order/spelling';
import { answer } from '../../../../support/panels/pure';
import { order } from '../support';

const GROUND_DROP = { branchCode: 'SBDEN', shippingMethods: ['Ground Drop', 'Roof Load'] };

/** The shipping method that is sent, and the paths that were read before. */
async function sent(shippingMethod: string, branches: unknown, changes: Record<string, unknown> = {}) {
	const asked: string[] = [];
	const { shippingMethod: method } = await inSpellingOfSips(order({ shippingMethod, ...changes }), async ({ path }) => {
		asked.push(path);
		return await Promise.resolve(!path.includes('customerBranchLocations') ? answer([]) : branches instanceof Failure ? branches : answer(branches));
	});
	return { method, asked };
}

describe('the shipping method of an order', () => {
	it.each(['ground drop', 'GROUND  DROP', 'GroundDrop', 'Ground Drop'])('%p is sent as the branch calls it', async (typed) => {
		expect((await sent(typed, [{ branchCode: 'SBDAL', shippingMethods: ['GROUND DROP'] }, GROUND_DROP])).method).toBe('Ground Drop');
	});

	it('is that of the branch also where the branch code is typed in small letters', async () => {
		expect((await sent('ground drop', [GROUND_DROP], { branchCode: 'sbden' })).method).toBe('Ground Drop');
	});

	it.each<[string, unknown]>([
		['fits none', [{ ...GROUND_DROP, shippingMethods: ['Roof Load'] }]],
		['can mean several', [{ ...GROUND_DROP, shippingMethods: ['Ground Drop', 'GROUND DROP'] }]],
		['stands beside no list', [{ branchCode: 'SBDEN' }]],
		['stands beside a list of something else', [{ branchCode: 'SBDEN', shippingMethods: [{ name: 'Ground Drop' }, null] }]],
		['is of another branch', [{ ...GROUND_DROP, branchCode: 'SBDAL' }]],
		['cannot be looked up', new Failure('outage', 'No answer', { advice: '' })],
	])('stays as typed where it %s', async (_what, branches) => {
		expect((await sent('ground drop', branches)).method).toBe('ground drop');
	});

	it('costs no request of its own', async () => {
		expect((await sent('ground drop', [GROUND_DROP])).asked).toEqual(['/branches/v2/customerBranchLocations/DEMO100', '/branches/v2/activeBranchProducts/SBDEN']);
		expect(await sent('ground drop', [GROUND_DROP], { 'options.checkFirst': false })).toEqual({ method: 'ground drop', asked: [] });
	});
});
