import type { ICredentialDataDecryptedObject, IDataObject, INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import type { ListSearch } from '../../../engine/listSearch/listSearch';
import { SrsSips } from '../../../nodes/SrsSips/SrsSips.node';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { countOf, json, received } from '../../support/n8nEngine/nodeRuns';
import { inFreshSandbox } from '../../support/partner/freshSandbox';
import { engineFor, orderItem, orderLine, priceItem, priceParameters, submitParameters } from './support';

const listSearch: Record<string, ListSearch> = new SrsSips().methods.listSearch;
const located = (value: string | number, mode = 'list') => ({ __rl: true, mode, value, cachedResultName: `Shown ${value}` });

/** A field of the panel, and the list that the editor asks for it. */
const LISTS = {
	branchCode: 'searchCustomerBranches',
	jobAccountNumber: 'searchJobAccounts',
	productId: 'searchProducts',
	option: 'searchOptions',
	uom: 'searchUnits',
	templateId: 'searchOrderTemplates',
	shippingMethod: 'searchShippingMethods',
} as const;

const ORDER: INodeParameters = { resource: 'order', operation: 'submit', customerCode: 'DEMO100', branchCode: located('SBDEN') };

describe('SRS SIPS on the engine: lists in the panel', () => {
	let sandbox: SrsSipsSandbox;

	inFreshSandbox(startSrsSipsSandbox, (started) => (sandbox = started));

	/** @param path of the field inside the node's parameters */
	async function ask(path: string, parameters: INodeParameters, filter?: string, token?: string, changes: IDataObject = {}): Promise<INodeListSearchResult> {
		const name = path.split('.').at(-1) as keyof typeof LISTS;
		const engine = engineFor(sandbox, changes as ICredentialDataDecryptedObject);
		const list = name === 'branchCode' && parameters.customerCode === undefined ? 'searchBranches' : LISTS[name];
		return await listSearch[list]!.call(engine.loadOptions(parameters, `parameters.${path}`), filter, token);
	}

	async function failed(path: string, parameters: INodeParameters): Promise<{ message: string; description: string; httpCode: string | null }> {
		return await ask(path, parameters).then(
			() => {
				throw new Error('It did not fail');
			},
			(error: { message: string; description: string; httpCode: string | null }) => error,
		);
	}

	describe('hold', () => {
		it('the branches of the customer', async () => {
			const { results } = await ask('branchCode', ORDER);
			expect(results).toEqual([
				{ name: 'SUMMIT DEMO SUPPLY - DALLAS (SBDAL)', value: 'SBDAL' },
				{ name: 'SUMMIT DEMO SUPPLY - DENVER (SBDEN)', value: 'SBDEN' },
				{ name: 'SUMMIT DEMO SUPPLY - ORLANDO (SBORL)', value: 'SBORL' },
			]);
		});

		it('all branches for an operation without a customer', async () => {
			const { results } = await ask('branchCode', { resource: 'branch', operation: 'getProducts' });
			expect(results.map(({ value }) => value)).toEqual(['SBDAL', 'SBDEN', 'SBMSP', 'SBORL', 'SBROC', 'SBSEA']);
		});

		it('the job accounts at the branch', async () => {
			const { results } = await ask('jobAccountNumber', ORDER);
			expect(results).toEqual([
				{ name: 'MAIN (43 at SBDEN)', value: '43' },
				{ name: 'MAPLE COURT PHASE 2 (44 at SBDEN)', value: '44' },
				{ name: 'STORM WORK (45 at SBDEN)', value: '45' },
			]);
		});

		it('the shipping methods of the branch', async () => {
			const { results } = await ask('shippingMethod', ORDER);
			expect(results.map(({ value }) => value).sort()).toEqual(['Ground Drop', 'Roof Load', 'Will Call']);
		});

		it('the order templates of the customer', async () => {
			expect((await ask('templateId', ORDER, 'reroof')).results).toEqual([{ name: 'Reroof 25 SQ (410)', value: '410' }]);
		});

		it('the products of the branch, found by number and by name', async () => {
			expect((await ask('productId', ORDER, '6000')).results[0]).toEqual({ name: 'Ridgeway Heritage Shingles (6000)', value: '6000' });
			const { results } = await ask('productId', ORDER, 'heritage ridgeway');
			expect(results).toContainEqual({ name: 'Ridgeway Heritage Shingles (6000)', value: '6000' });
		});

		it('option and unit of the product in the same line of a table', async () => {
			const lines = { line: [{ productId: located('6042') }, { productId: located('6000', 'id'), option: located('Black Shadow') }] };
			const options = await ask('lines.line[1].option', { ...ORDER, lines });
			expect(options.results).toContainEqual({ name: 'Black Shadow', value: 'Black Shadow' });
			expect((await ask('lines.line[1].uom', { ...ORDER, lines })).results).toEqual([{ name: 'BD (bundle, default)', value: 'BD' }, { name: 'SQ (square)', value: 'SQ' }]);
		});

		it('option and unit of the product in the one line of each item, and of a template', async () => {
			const line = { productId: '6000' };
			const where: Array<[string, INodeParameters]> = [
				['itemLine.line', { itemLine: { line } }],
				['templateLines.line[0]', { templateLines: { line: [line] } }],
			];
			for (const [path, parameters] of where) {
				expect((await ask(`${path}.option`, { ...ORDER, ...parameters })).results.length).toBeGreaterThan(2);
				expect((await ask(`${path}.uom`, { ...ORDER, ...parameters })).results.map(({ value }) => value)).toEqual(['BD', 'SQ']);
			}
		});

		it('N/A alone for a product without colours', async () => {
			const { results } = await ask('productId', ORDER, 'synthetic underlayment 10 SQ');
			const parameters = { ...priceParameters({ productId: located(String(results[0]?.value)) }) };
			expect((await ask('option', parameters)).results).toEqual([{ name: 'N/A', value: 'N/A' }]);
		});
	});

	it('of 20,000 products come in pages of 100, are searched, and are read from SIPS once', async () => {
		sandbox.control.change({ extraProducts: 20_000 });
		const first = await ask('productId', ORDER);
		const second = await ask('productId', ORDER, undefined, String(first.paginationToken));
		const found = await ask('productId', ORDER, 'lot 20 heritage');
		expect([first.results.length, second.results.length]).toEqual([100, 100]);
		expect(new Set([...first.results, ...second.results].map(({ value }) => value)).size).toBe(200);
		expect(found.results.length).toBeGreaterThan(0);
		expect(found.results.filter(({ name }) => !/heritage/i.test(name) || !/lot/i.test(name) || !/20/.test(name))).toEqual([]);
		expect(received(sandbox, 'getActiveBranchProducts')).toBe(1);
		expect(countOf(sandbox, 'getToken').received).toBe(1);
	});

	it('are read once as well where an earlier build kept a token in the credential, be it another one each time', async () => {
		for (const accessToken of ['left-over-1', 'left-over-2', '']) {
			expect((await ask('productId', ORDER, undefined, undefined, { accessToken, accessTokenIdentity: 'left-over-seal' })).results.length).toBeGreaterThan(0);
		}
		expect(received(sandbox, 'getActiveBranchProducts')).toBe(1);
		expect(countOf(sandbox, 'getToken').received).toBe(1);
		expect(JSON.stringify(sandbox.control.requests())).not.toContain('left-over');
	});

	describe('say', () => {
		it.each([
			['branchCode', { ...ORDER, customerCode: '' }, 'Choose Customer Code first'],
			['jobAccountNumber', { ...ORDER, branchCode: located('') }, 'Choose Branch Code first'],
			['productId', { ...ORDER, branchCode: null as unknown as string }, 'Choose Branch Code first'],
			['lines.line[0].option', { ...ORDER, lines: { line: [{ productId: located('') }] } }, 'Choose Product ID first'],
			['lines.line[0].uom', { ...ORDER, lines: null as unknown as IDataObject as INodeParameters }, 'Choose Product ID first'],
			['templateId', { ...ORDER, customerCode: '={{ $json.customerCode }}' }, 'Choose Customer Code first'],
		])('for %s which field comes first (%#)', async (path, parameters, message) => {
			const error = await failed(path, parameters);
			expect(error).toMatchObject({ message, httpCode: null, description: expect.stringContaining('run the earlier nodes') });
			expect(received(sandbox, 'getToken')).toBe(0);
		});

		it('what is wrong with the credential', async () => {
			const context = engineFor(sandbox, { clientSecret: 'not-the-secret' }).loadOptions(ORDER, 'parameters.branchCode');
			await expect(listSearch.searchCustomerBranches!.call(context)).rejects.toMatchObject({
				message: expect.stringMatching(/^Token request: SIPS refused the client id or secret \(401\)/),
				description: expect.stringContaining('Check client id, client secret and environment'),
				httpCode: '401',
			});
		});

		it('what SIPS says of an unknown customer', async () => {
			const error = await failed('branchCode', { ...ORDER, customerCode: 'NOBODY' });
			expect(error).toMatchObject({ message: expect.stringMatching(/^No branches for customer NOBODY: SIPS /), httpCode: '404', description: expect.stringContaining('Check Customer Code') });
		});

		it('that SIPS is down, and ask it again the next time', async () => {
			sandbox.control.fault({ operationId: 'getOrderTemplates', kind: 'status', status: 503, times: 4 });
			expect((await failed('templateId', ORDER)).message).toMatch(/SIPS could not handle the request \(503\)|SIPS .*503/);
			expect((await ask('templateId', ORDER)).results).toHaveLength(2);
		});
	});

	describe('leave behind what runs as plain text does', () => {
		const priced = async (parameters: INodeParameters) => json((await engineFor(sandbox).run({ items: [priceItem()], parameters })).items);

		it('in the fields of an operation', async () => {
			const chosen = priceParameters({
				branchCode: located('SBDEN'), jobAccountNumber: located('43'), productId: located('6000'), option: located('Black Shadow'), uom: located('BD'),
			});
			const [plain] = await priced(priceParameters());
			expect(plain).toMatchObject({ productId: 6000, priceAvailable: true });
			expect(await priced(chosen)).toEqual([plain]);
			const [sent, sentChosen] = sandbox.control.requests('getPrices').map(({ body }) => body);
			expect(sentChosen).toEqual(sent);
		});

		it('where the value inside is an expression, or what a model fills in', async () => {
			const [plain] = await priced(priceParameters());
			for (const value of ['={{ $json.productId }}', "={{ $fromAI('productId', 'The product', 'number') }}"]) {
				expect(await priced(priceParameters({ productId: located(value, 'id') }))).toEqual([plain]);
			}
		});

		it('in the lines of an order', async () => {
			const { productId, option, uom, ...line } = orderLine() as { productId: number; option: string; uom: string };
			const tables: INodeParameters[] = [
				{ line: [{ ...line, productId, option, uom }] },
				{ line: [{ ...line, productId: located(String(productId)), option: located(option), uom: located(uom) }] },
			];
			const orders: IDataObject[] = [];
			for (const [at, lines] of tables.entries()) {
				const parameters = submitParameters({
					lineSource: 'table', lines, ...(at === 0 ? {} : { branchCode: located('SBDEN'), jobAccountNumber: located('43') }),
				});
				const { items, error } = await engineFor(sandbox).run({ items: [orderItem({ poNumber: `PICKED-${at}` })], parameters });
				expect(error).toBeUndefined();
				orders.push(...json(items));
			}
			expect(orders.map(({ state, lineCount }) => [state, lineCount])).toEqual([['accepted', 1], ['accepted', 1]]);
			const sent = sandbox.control.requests('submitOrder').map(({ body }) => (body as IDataObject).orderLineItemDetails);
			expect(sent[1]).toEqual(sent[0]);
		});

		it('for an order template and its changes', async () => {
			const templateLines = { line: [{ productId: located('6000'), quantity: '5', option: located(''), uom: located(''), customerItem: '', price: '' }] };
			const parameters = submitParameters({ lineSource: 'template', templateId: located('410'), templateLines });
			const { items, error } = await engineFor(sandbox).run({ items: [orderItem({ poNumber: 'PICKED-TEMPLATE' })], parameters });
			expect(error).toBeUndefined();
			expect(json(items)).toMatchObject([{ state: 'accepted', lineCount: 5 }]);
		});
	});
});
