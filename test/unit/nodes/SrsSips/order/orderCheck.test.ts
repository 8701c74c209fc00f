import { Failure } from '../../../../../engine/failure';
import { orderFacts, orderFaults } from '../../../../../nodes/SrsSips/order/orderCheck';
import { answer } from '../../../../support/panels/pure';
import { LINE, order, orderWithLine } from '../support';

const BRANCH = {
	branchCode: 'SBDEN', branchName: 'DENVER',
	jobAccounts: [{ jobAccountNumber: 43, jobAccountName: 'MAIN' }, { jobAccountNumber: 44, jobAccountName: 'STORM' }],
};
const PRODUCT = {
	productId: 6000, productOptions: ['Black Shadow', 'White'],
	productVariant: [{ selectedOption: 'Black Shadow', uoMs: ['BD', 'SQ'] }, { selectedOption: 'White', uoMs: ['BD'] }],
};

function faults(checked = order(), branches: unknown = [BRANCH], products: unknown = [PRODUCT]) {
	return orderFaults(checked, { branches: answer(branches), products: answer(products) });
}

const notFound = (message: string) => new Failure('notFound', message, { advice: '', status: 404 });

describe('what is read before an order is sent', () => {
	it("is the customer's branch and what the branch sells", () => {
		expect(orderFacts(order())).toEqual({
			branches: { method: 'GET', path: '/branches/v2/customerBranchLocations/DEMO100', query: { BranchCode: 'SBDEN' } },
			products: { method: 'GET', path: '/branches/v2/activeBranchProducts/SBDEN' },
		});
	});

	it('is nothing where the check is switched off', () => {
		expect(orderFacts(order({ 'options.checkFirst': false }))).toEqual({});
		expect(orderFaults(order({ 'options.checkFirst': false }), {})).toEqual([]);
	});
});

describe('what speaks against an order', () => {
	it('is nothing where all fits', () => {
		expect(faults()).toEqual([]);
		expect(faults(orderWithLine({ uom: 'sq' }))).toEqual([]);
	});

	it('is a customer that SIPS does not know', () => {
		expect(orderFaults(order(), { branches: notFound('No customer'), products: answer([PRODUCT]) })).toEqual([
			{ field: 'Customer Code', expected: 'SIPS lists no branches for DEMO100 (No customer)' },
		]);
	});

	it('is a branch that SIPS does not know', () => {
		expect(orderFaults(order(), { branches: answer([BRANCH]), products: notFound('No branch') })).toEqual([
			{ field: 'Branch Code', expected: 'SIPS has no products for SBDEN (No branch)' },
		]);
	});

	it('is a branch that is not one of the customer', () => {
		expect(faults(order({ branchCode: 'SBDAL' }))).toContainEqual({
			field: 'Branch Code', expected: 'SBDAL is not a branch of this customer. SIPS lists: SBDEN',
		});
	});

	it('is a job account of another branch, and those of this one are named', () => {
		expect(faults(order({ jobAccountNumber: 51 }))).toEqual([
			{ field: 'Job Account Number', expected: '51 is not a job account at SBDEN. SIPS lists: 43 (MAIN), 44 (STORM)', personal: ['MAIN', 'STORM'] },
		]);
	});

	it('is a product that the branch does not sell', () => {
		expect(faults(order({ 'lines.line': [LINE, { ...LINE, productId: 7 }] }))).toEqual([
			{ field: 'Lines 2: Product ID', expected: 'SBDEN does not sell product 7' },
		]);
	});

	it('is a colour that the branch does not sell', () => {
		expect(faults(orderWithLine({ option: 'Pink' }))).toEqual([
			{ field: 'Lines 1: Option', expected: 'the branch sells no "Pink" of Ridgeway Heritage Shingles. SIPS lists: Black Shadow, White' },
		]);
	});

	it('is a colour in other letters, where the list could not be read before: it is not said to be none', () => {
		expect(faults(orderWithLine({ option: 'black shadow' }))).toEqual([
			{ field: 'Lines 1: Option', expected: expect.stringMatching(/^SIPS spells "black shadow" as "Black Shadow"\. Write it so/) as string },
		]);
	});

	it('is N/A for a product that has colours: one has to be chosen', () => {
		expect(faults(orderWithLine({ option: '' }))).toMatchObject([{ field: 'Lines 1: Option' }]);
	});

	it('is a unit that this colour is not sold in', () => {
		expect(faults(orderWithLine({ option: 'White', uom: 'SQ' }))).toEqual([
			{ field: 'Lines 1: Unit of Measure', expected: 'not sold by SQ. SIPS lists: BD' },
		]);
	});

	it('is all of that at once', () => {
		const wrong = order({ jobAccountNumber: 9, 'lines.line': [{ ...LINE, productId: 7 }, { ...LINE, option: 'Pink' }, { ...LINE, uom: 'TON' }] });
		expect(faults(wrong).map(({ field }) => field)).toEqual([
			'Job Account Number', 'Lines 1: Product ID', 'Lines 2: Option', 'Lines 3: Unit of Measure',
		]);
	});

	it('is named with at most twelve values', () => {
		const productOptions = Array.from({ length: 15 }, (_, at) => `Colour ${at}`);
		const [fault] = faults(order(), [BRANCH], [{ productId: 6000, productOptions }]);
		expect(fault?.expected).toMatch(/Colour 11 and 3 more$/);
	});
});

describe('a product that the branch lists in a row for each of its options', () => {
	const row = (option: string, units?: string[]) => ({ productId: 6000, productOptions: [option], ...(units && { productVariant: [{ selectedOption: option, uoMs: units }] }) });
	const inRows = (changes: Record<string, unknown>, rows: unknown[]) => faults(orderWithLine(changes), [BRANCH], rows);

	it('is sold in all of them, whichever row is the last', () => {
		for (const rows of [[row('Black Shadow'), row('White')], [row('White'), row('Black Shadow')]]) {
			expect(inRows({ option: 'Black Shadow' }, rows)).toEqual([]);
			expect(inRows({ option: 'Pink' }, rows)).toEqual([{ field: 'Lines 1: Option', expected: expect.stringContaining('sells no "Pink"') as string }]);
		}
	});

	it('is sold in the units of the row of its option', () => {
		const rows = [row('Black Shadow', ['BD', 'SQ']), row('White', ['PC'])];
		expect(inRows({ option: 'White', uom: 'SQ' }, rows)).toEqual([{ field: 'Lines 1: Unit of Measure', expected: 'not sold by SQ. SIPS lists: PC' }]);
		expect(inRows({ option: 'Black Shadow', uom: 'SQ' }, rows)).toEqual([]);
		// Of this option no units are listed.
		expect(inRows({ option: 'White', uom: 'BD' }, [row('White'), row('Black Shadow', ['SQ'])])).toEqual([]);
	});

	it('is sold without an option where one row has none, and the same row twice says no more than once', () => {
		expect(inRows({ option: '' }, [row('White'), { productId: 6000 }])).toEqual([]);
		expect(inRows({ option: 'Pink' }, [{ productId: 6000 }, { productId: 6000 }])).toEqual([]);
	});

	it('is at a branch that may have a row for each job account, too', () => {
		const rows = [{ branchCode: 'SBDEN', jobAccounts: [{ jobAccountNumber: 44 }] }, { branchCode: 'SBDEN', jobAccounts: [{ jobAccountNumber: 43 }] }];
		expect(faults(order(), rows)).toEqual([]);
		expect(faults(order({ jobAccountNumber: 9 }), rows)).toMatchObject([{ field: 'Job Account Number' }]);
		expect(faults(order({ jobAccountNumber: 9 }), [...rows, { branchCode: 'SBDEN' }])).toEqual([]);
	});
});

describe('what speaks against nothing, since SIPS did not say it or said it in an unknown shape', () => {
	it('is a fact that is not there', () => {
		expect(orderFaults(order(), {})).toEqual([]);
	});

	it.each<[string, unknown]>([
		['no job accounts', { branchCode: 'SBDEN' }],
		['job accounts as null', { branchCode: 'SBDEN', jobAccounts: null }],
		['job accounts as text', { branchCode: 'SBDEN', jobAccounts: '43' }],
		['job accounts without numbers', { branchCode: 'SBDEN', jobAccounts: [{ name: 'MAIN' }] }],
		['a branch code with blanks', { branchCode: ' SBDEN ' }],
		['job account numbers as text', { branchCode: 'sbden', jobAccounts: [{ jobAccountNumber: '43' }] }],
		['no branch code', { branch: 'SBDEN', jobAccounts: [{ jobAccountNumber: 43 }] }],
	])('is a branch with %s', (_name, branch) => {
		expect(faults(order(), [branch])).toEqual([]);
	});

	it.each<[string, unknown]>([
		['no choices', { productId: 6000 }],
		['choices as null', { productId: 6000, productOptions: null, productVariant: null }],
		['its number as text', { ...PRODUCT, productId: '6000' }],
		['options alone', { productId: 6000, productOptions: ['Black Shadow'] }],
		['variants alone', { productId: 6000, productVariant: PRODUCT.productVariant }],
		['variants by colour name', { productId: 6000, productVariant: [{ colorName: 'Black Shadow', uoMs: ['BD'] }] }],
		['variants without units', { productId: 6000, productVariant: [{ selectedOption: 'Black Shadow' }] }],
		['variants that are no objects', { productId: 6000, productVariant: [null, 'x', 7] }],
		['options with blanks around', { productId: 6000, productOptions: [' Black Shadow '] }],
		['no number', { id: 6000 }],
	])('is a product with %s', (_name, product) => {
		expect(faults(order(), [BRANCH], [product])).toEqual([]);
	});

	it.each([['N/A'], ['']])('is N/A for a product whose only choice is %p', (option) => {
		expect(faults(orderWithLine({ option: 'N/A' }), [BRANCH], [{ productId: 6000, productOptions: [option] }])).toEqual([]);
	});
});
