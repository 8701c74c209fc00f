import type { IDataObject } from 'n8n-workflow';

import { isFailure, type Failure } from '../../../../../engine/failure';
import type { Choice } from '../../../../../engine/listSearch/choices';
import type { ListSource } from '../../../../../engine/listSearch/listSearch';
import { OtherFields } from '../../../../../engine/listSearch/otherFields';
import { branches, customerBranches } from '../../../../../nodes/SrsSips/listSearch/branches';
import { jobAccounts } from '../../../../../nodes/SrsSips/listSearch/jobAccounts';
import { options } from '../../../../../nodes/SrsSips/listSearch/options';
import { orderTemplates } from '../../../../../nodes/SrsSips/listSearch/orderTemplates';
import { products } from '../../../../../nodes/SrsSips/listSearch/products';
import { units } from '../../../../../nodes/SrsSips/listSearch/units';
import { failure, FakeSender } from '../../../../support/services/madeUp';

const CUSTOMER_BRANCHES = [
	{
		branchCode: 'SBORL', branchName: 'DEMO SUPPLY - ORLANDO', distanceFromShipToInMiles: 12.3,
		jobAccounts: [{ jobAccountNumber: 52, jobAccountName: 'MAIN' }, { jobAccountNumber: 1, jobAccountName: 'DEFAULT' }],
	},
	{ branchCode: 'SBDEN', branchName: 'DEMO SUPPLY - DENVER', distanceFromShipToInMiles: 3.2, jobAccounts: [{ jobAccountNumber: 43, jobAccountName: 'MAIN' }] },
];
const SHINGLES = {
	productId: 6000, productName: 'Heritage Shingles', productNumber: 'HER-1', productOptions: ['Black Shadow', 'Country Gray', 'Special Order'],
	productVariant: [
		{ colorName: 'Black Shadow', selectedOption: 'Black Shadow', uoMs: ['SQ', 'BD'], defaultUOM: 'BD' },
		{ colorName: 'Gray', selectedOption: 'Country Gray', uoMs: ['PAL'], defaultUOM: 'PAL' },
	],
};
const PLAIN = { productId: 7000, productName: 'Chalk Reel', productNumber: null };
const PRODUCTS = [SHINGLES, PLAIN];
const TEMPLATES = [{ templateId: '411', name: 'Repair van', description: null }, { templateId: 410, name: 'Reroof 25 SQ', description: 'Heritage shingles' }];

const ANSWERS: Record<string, unknown> = {
	'/branches/v2/branchLocations': [{ branchCode: 'SBSEA', branchName: 'DEMO SUPPLY - SEATTLE', city: 'SEATTLE' }, { branchCode: 'SBDAL' }],
	'/branches/v2/customerBranchLocations/DEMO100': CUSTOMER_BRANCHES,
	'/branches/v2/activeBranchProducts/SBDEN': PRODUCTS,
	'/customers/v2/orderTemplates/DEMO100': TEMPLATES,
};

let accounts = 0;

/** The panel as it stands when a list is opened, at a partner of whom nothing is remembered. */
class Panel {
	readonly sender: FakeSender;

	constructor(
		private readonly fields: Record<string, unknown>,
		answers: Record<string, unknown> = ANSWERS,
	) {
		accounts += 1;
		this.sender = Object.assign(
			new FakeSender(({ path }) => {
				const body = answers[path];
				if (isFailure(body)) throw body;
				return body;
			}),
			{ credentials: { clientId: `pickers-${accounts}` } },
		);
	}

	async open(picker: ListSource): Promise<readonly Choice[]> {
		return await picker({ fields: new OtherFields((path) => this.fields[path]), sender: this.sender });
	}

	async failure(picker: ListSource): Promise<Failure> {
		const error: unknown = await this.open(picker).then(() => undefined, (thrown: unknown) => thrown);
		if (isFailure(error)) return error;
		throw new Error(`No failure, but ${String(error)}`);
	}
}

const located = (value: unknown) => ({ __rl: true, mode: 'list', value });
const ORDER = { resource: 'order', operation: 'submit', customerCode: 'DEMO100', branchCode: located('SBDEN') };
const IN_LINE = { ...ORDER, '&productId': located('6000'), '&option': located('N/A') };
const shown = (choices: readonly Choice[]) => choices.map(({ name, value }) => [name, value]);

describe('branches', () => {
	it('are those of the customer, where the operation is about one', async () => {
		const panel = new Panel(ORDER);
		expect(shown(await panel.open(customerBranches))).toEqual([['DEMO SUPPLY - DENVER (SBDEN)', 'SBDEN'], ['DEMO SUPPLY - ORLANDO (SBORL)', 'SBORL']]);
		expect(panel.sender.reads).toEqual([{ method: 'GET', path: '/branches/v2/customerBranchLocations/DEMO100' }]);
	});

	it('are all of SRS, where it is not', async () => {
		const panel = new Panel({ resource: 'branch', operation: 'getProducts' });
		expect(shown(await panel.open(branches))).toEqual([['SBDAL', 'SBDAL'], ['DEMO SUPPLY - SEATTLE (SBSEA)', 'SBSEA']]);
	});

	it('tell what to do where SIPS does not know the customer', async () => {
		const { message, details } = await new Panel(ORDER, { '/branches/v2/customerBranchLocations/DEMO100': failure('notFound', 'SIPS does not know it') }).failure(customerBranches);
		expect(message).toBe('No branches for customer DEMO100: SIPS does not know it');
		expect(details.advice).toMatch(/^Check Customer Code\. .* type this field in/);
	});

	it('put the customer into the address as one segment', async () => {
		const panel = new Panel({ ...ORDER, customerCode: 'A/../B?c' }, { '/branches/v2/customerBranchLocations/A%2F..%2FB%3Fc': [] });
		expect(await panel.open(customerBranches)).toEqual([]);
	});
});

describe('job accounts', () => {
	it('are shown by name with the branch they belong to, and stored by number', async () => {
		expect(shown(await new Panel(ORDER).open(jobAccounts))).toEqual([['MAIN (43 at SBDEN)', '43']]);
	});

	it('show number 1 as any other: it is a normal one', async () => {
		const choices = await new Panel({ ...ORDER, branchCode: 'sborl' }).open(jobAccounts);
		expect(shown(choices)).toEqual([
			['MAIN (52 at SBORL)', '52'],
			['DEFAULT (1 at SBORL)', '1'],
		]);
	});

	it('are asked for with the branch, as SIPS was seen to demand', async () => {
		const panel = new Panel(ORDER);
		await panel.open(jobAccounts);
		expect(panel.sender.reads).toEqual([{ method: 'GET', path: '/branches/v2/customerBranchLocations/DEMO100', query: { BranchCode: 'SBDEN' } }]);
	});

	it('are not guessed for a branch that is not the customer\'s', async () => {
		const { kind, message } = await new Panel({ ...ORDER, branchCode: 'SBSEA' }).failure(jobAccounts);
		expect([kind, message]).toEqual(['notFound', 'SBSEA is not a branch of customer DEMO100']);
	});

	it('are not taken for none where SIPS does not list them', async () => {
		const { kind } = await new Panel(ORDER, { '/branches/v2/customerBranchLocations/DEMO100': [{ branchCode: 'SBDEN' }] }).failure(jobAccounts);
		expect(kind).toBe('brokenAnswer');
	});

	it('leave broken entries out', async () => {
		const jobs = [null, 7, { jobAccountName: 'NO NUMBER' }, { jobAccountNumber: 44 }];
		const panel = new Panel(ORDER, { '/branches/v2/customerBranchLocations/DEMO100': [{ branchCode: 'SBDEN', jobAccounts: jobs as unknown as IDataObject[] }] });
		expect(shown(await panel.open(jobAccounts))).toEqual([['Job account (44 at SBDEN)', '44']]);
	});
});

describe('products', () => {
	it('are shown with their numbers, and stored by SRS number', async () => {
		expect(shown(await new Panel(ORDER).open(products))).toEqual([['Chalk Reel (7000)', '7000'], ['Heritage Shingles (HER-1, 6000)', '6000']]);
	});

	it('leave broken rows out', async () => {
		const rows = [{ productId: null, productName: 'Broken' }, {}, 'text', { productId: '6001' }];
		expect(shown(await new Panel(ORDER, { '/branches/v2/activeBranchProducts/SBDEN': rows }).open(products))).toEqual([['Product (6001)', '6001']]);
	});

	it('are read once for product, option and unit', async () => {
		const panel = new Panel(IN_LINE);
		for (const picker of [products, options, units]) await panel.open(picker);
		expect(panel.sender.reads).toHaveLength(1);
	});

	it('tell what to do where SIPS does not know the branch', async () => {
		const { message, details } = await new Panel(ORDER, { '/branches/v2/activeBranchProducts/SBDEN': failure('notFound', 'as SIPS says') }).failure(products);
		expect([message, details.advice]).toEqual([
			'No products for branch SBDEN: as SIPS says',
			'Choose Branch Code again, and check that it belongs to the environment of the credential.',
		]);
	});

	it.each(['outage', 'authentication'] as const)('tell of a failure of kind %s as it is', async (kind) => {
		expect(await new Panel(ORDER, { '/branches/v2/activeBranchProducts/SBDEN': failure(kind) }).failure(products)).toMatchObject({ kind, message: `made-up ${kind}` });
	});

	it.each([['a page', '<html>Sign in</html>'], ['nothing', ''], ['an object', { a: 1 }]])('are no empty list where SIPS answers with %s', async (_what, body) => {
		expect(await new Panel(ORDER, { '/branches/v2/activeBranchProducts/SBDEN': body }).failure(products)).toMatchObject({ kind: 'brokenAnswer' });
	});
});

describe('options', () => {
	it('are the colours of the product beside, with what is stored where that differs', async () => {
		expect(shown(await new Panel(IN_LINE).open(options))).toEqual([
			['Black Shadow', 'Black Shadow'],
			['Gray (Country Gray)', 'Country Gray'],
			['Special Order', 'Special Order'],
		]);
	});

	it('are those of the one product where the operation has no lines', async () => {
		const choices = await new Panel({ ...ORDER, resource: 'product', operation: 'getPrices', productId: 6000 }).open(options);
		expect(choices).toHaveLength(3);
	});

	it('are N/A alone where the product has none', async () => {
		expect(await new Panel({ ...ORDER, '&productId': '7000' }).open(options)).toEqual([{ name: 'N/A', value: 'N/A' }]);
	});

	it('are those of all its rows, where the branch lists a product once for each; it is one choice then, and so are the job accounts of a branch', async () => {
		const rows = [{ ...SHINGLES, productOptions: ['White'], productVariant: [{ selectedOption: 'White', uoMs: ['PC'] }] }, SHINGLES];
		const branch = (jobAccountNumber: number) => ({ branchCode: 'SBDEN', jobAccounts: [{ jobAccountNumber, jobAccountName: 'MAIN' }] });
		const panel = (option: string) => new Panel({ ...IN_LINE, '&option': located(option) }, {
			'/branches/v2/activeBranchProducts/SBDEN': rows, '/branches/v2/customerBranchLocations/DEMO100': [branch(43), branch(44)],
		});
		expect(shown(await panel('White').open(products))).toEqual([['Heritage Shingles (HER-1, 6000)', '6000']]);
		expect(shown(await panel('White').open(options)).map(([, value]) => value)).toEqual(['White', 'Black Shadow', 'Country Gray', 'Special Order']);
		expect(shown(await panel('White').open(units)).map(([, value]) => value)).toEqual(['PC']);
		expect(shown(await panel('Country Gray').open(units)).map(([, value]) => value)).toEqual(['PAL']);
		expect(shown(await panel('White').open(jobAccounts)).map(([, value]) => value)).toEqual(['43', '44']);
	});

	it('are not guessed for a product that the branch does not sell', async () => {
		const { kind, message } = await new Panel({ ...ORDER, '&productId': '1' }).failure(options);
		expect([kind, message]).toEqual(['notFound', 'SBDEN does not sell product 1']);
	});
});

describe('units', () => {
	it('are those of the chosen option, in words, and say which is usual', async () => {
		expect(shown(await new Panel({ ...IN_LINE, '&option': located('Black Shadow') }).open(units))).toEqual([
			['SQ (square)', 'SQ'],
			['BD (bundle, default)', 'BD'],
		]);
	});

	it.each([['no option is chosen', ''], ['the option has no units of its own', 'Special Order']])('are those of all options where %s', async (_when, option) => {
		expect(shown(await new Panel({ ...IN_LINE, '&option': located(option) }).open(units))).toEqual([['SQ (square)', 'SQ'], ['BD (bundle)', 'BD'], ['PAL (pallet)', 'PAL']]);
	});

	it('that the documents do not explain are shown as they are', async () => {
		const tube = { productId: 6000, productVariant: [{ selectedOption: 'Black', uoMs: ['TB', null, 4], defaultUOM: null }] };
		expect(shown(await new Panel(IN_LINE, { '/branches/v2/activeBranchProducts/SBDEN': [tube] }).open(units))).toEqual([['TB', 'TB'], ['4', '4']]);
	});

	it('are to be typed in where SIPS lists none', async () => {
		const { message, details } = await new Panel({ ...ORDER, '&productId': '7000' }).failure(units);
		expect([message, details.advice]).toEqual(['SIPS lists no units of product 7000 at SBDEN', 'Type the unit in instead of choosing it.']);
	});
});

describe('order templates', () => {
	it('are those of the customer, and are found by their description, too', async () => {
		expect(await new Panel({ customerCode: 'DEMO100' }).open(orderTemplates)).toEqual([
			{ name: 'Repair van (411)', value: '411', also: '' },
			{ name: 'Reroof 25 SQ (410)', value: '410', also: 'Heritage shingles' },
		]);
	});

	it('tell what to do where SIPS does not know the customer', async () => {
		const { message } = await new Panel({ customerCode: 'NOBODY' }, { '/customers/v2/orderTemplates/NOBODY': failure('notFound', 'as SIPS says') }).failure(orderTemplates);
		expect(message).toBe('No order templates for customer NOBODY: as SIPS says');
	});
});

describe('a list that depends on another field', () => {
	const WITHOUT: Array<[name: string, picker: ListSource, missing: string, label: string]> = [
		['branches of a customer', customerBranches, 'customerCode', 'Customer Code'],
		['job accounts', jobAccounts, 'customerCode', 'Customer Code'],
		['job accounts', jobAccounts, 'branchCode', 'Branch Code'],
		['products', products, 'branchCode', 'Branch Code'],
		['options', options, 'branchCode', 'Branch Code'],
		['options', options, '&productId', 'Product ID'],
		['units', units, 'branchCode', 'Branch Code'],
		['units', units, '&productId', 'Product ID'],
		['order templates', orderTemplates, 'customerCode', 'Customer Code'],
	];

	it.each(WITHOUT)('of %s says so where it is not there (%#), and asks SIPS nothing', async (_name, picker, missing, label) => {
		for (const value of [undefined, '', null, located(''), '={{ $json.notYet }}']) {
			const panel = new Panel({ ...IN_LINE, [missing]: value });
			expect(await panel.failure(picker)).toMatchObject({ kind: 'configuration', message: `Choose ${label} first` });
			expect(panel.sender.reads).toEqual([]);
		}
	});
});
