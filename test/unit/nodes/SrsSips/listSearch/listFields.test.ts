import { NodeHelpers, type INode, type INodeParameters, type INodeProperties, type INodePropertyCollection } from 'n8n-workflow';

import { SrsSips } from '../../../../../nodes/SrsSips/SrsSips.node';
import { resources } from '../../../../../nodes/SrsSips/resources';

const node = new SrsSips();
const { description } = node;

/** A field, and all inside it. */
function withInner(field: INodeProperties): INodeProperties[] {
	const inner = (field.options ?? []).flatMap((option) => {
		if ('values' in option) return (option as INodePropertyCollection).values;
		return 'type' in option ? [option as INodeProperties] : [];
	});
	return [field, ...inner.flatMap(withInner)];
}

const fields = description.properties.flatMap(withInner).filter(({ type }) => type === 'resourceLocator');
const byName = [...new Map(fields.map((field) => [field.name, field])).values()];

/** What n8n finds fault with before it runs a node. */
function issuesOf(parameters: INodeParameters): Record<string, string[]> {
	const at: INode = { id: '1', name: 'Node', type: 'srsSips', typeVersion: 1, position: [0, 0], parameters };
	return NodeHelpers.getNodeParametersIssues(description.properties, at, description)?.parameters ?? {};
}

const PRICES: INodeParameters = {
	resource: 'product', operation: 'getPrices', customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: '43', productId: 6000, option: 'Black Shadow', quantity: 1, uom: 'BD',
};
const typed = (value: string) => ({ __rl: true, mode: 'id', value });

describe('fields with a list', () => {
	it('are these', () => {
		expect(byName.map(({ name }) => name).sort()).toEqual(['branchCode', 'jobAccountNumber', 'option', 'productId', 'shippingMethod', 'templateId', 'uom']);
	});

	it.each(byName.map((field) => [field.name, field] as const))('%s: list first, searchable, then typed in with an example', (name, { modes = [], default: start, typeOptions }) => {
		expect(modes.map(({ type }) => type)).toEqual(['list', 'string']);
		const [list, other] = modes;
		expect(list).toMatchObject({ name: 'list', typeOptions: { searchable: true } });
		expect(other).toMatchObject({ name: expect.stringMatching(/^(id|code)$/), displayName: expect.stringMatching(/^By /), placeholder: expect.stringMatching(/^e\.g\. /) });
		// The one that is filled in beforehand is typed in, since newer n8n empties lists when a credential is chosen.
		expect(start).toMatchObject({ mode: name === 'shippingMethod' ? 'code' : 'list' });
		// It would empty fields that hold an expression.
		expect(typeOptions?.loadOptionsDependsOn).toBeUndefined();
	});

	it('each ask for a list that the node has, and no list is idle', () => {
		const asked = new Set(fields.map(({ modes }) => modes?.[0]?.typeOptions?.searchListMethod));
		expect([...asked].sort()).toEqual(Object.keys(node.methods.listSearch).sort());
	});

	it('ask for the branches of the customer wherever a customer stands beside them, and for all branches elsewhere', () => {
		for (const { properties, name } of resources.flatMap(({ operations }) => operations)) {
			const branch = properties.find((property) => property.name === 'branchCode' && property.type === 'resourceLocator');
			if (!branch) continue;
			const hasCustomer = properties.some((property) => property.name === 'customerCode');
			expect([name, branch.modes?.[0]?.typeOptions?.searchListMethod]).toEqual([name, hasCustomer ? 'searchCustomerBranches' : 'searchBranches']);
		}
	});

	it('are open to plain text, as earlier workflows have it', () => {
		expect(issuesOf(PRICES)).toEqual({});
	});

	it('must be filled in where they are required, plain or not', () => {
		const { jobAccountNumber, productId, uom } = issuesOf({ ...PRICES, jobAccountNumber: '', productId: typed(''), uom: { __rl: true, mode: 'list', value: '' } });
		expect([jobAccountNumber, productId, uom]).toEqual([
			['Parameter "Job Account Number" is required.'],
			['Parameter "Product ID" is required.'],
			['Parameter "Unit of Measure" is required.'],
		]);
	});

	it.each([['a word', 'MAIN'], ['a fraction', '4.5'], ['a negative number', '-4']])('say at once that %s is no number', (_what, value) => {
		const issues = issuesOf({ ...PRICES, jobAccountNumber: typed(value), productId: typed(value) });
		expect(issues).toEqual({ jobAccountNumber: ['Must be a whole number'], productId: ['Must be a whole number'] });
	});

	it.each([['a number', '43'], ['blanks around it', ' 43 '], ['an expression', '={{ $json.number }}'], ['what a model fills in', "={{ $fromAI('number') }}"]])('take %s for a number', (_what, value) => {
		expect(issuesOf({ ...PRICES, jobAccountNumber: typed(value), productId: typed(value) })).toEqual({});
	});

	it('can be left empty where a template has them', () => {
		const line = { productId: typed('6000'), option: { __rl: true, mode: 'list', value: '' }, uom: { __rl: true, mode: 'list', value: '' } };
		const issues = issuesOf({ resource: 'order', operation: 'submit', lineSource: 'template', templateId: typed('410'), templateLines: { line: [line] } });
		for (const name of ['templateId', 'productId', 'option', 'uom']) expect(issues).not.toHaveProperty(name);
	});
});
