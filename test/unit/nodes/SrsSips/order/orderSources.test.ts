import { Failure } from '../../../../../engine/failure';
import { mergedOrder } from '../../../../../nodes/SrsSips/order/mergedOrder';
import { withTemplateLines } from '../../../../../nodes/SrsSips/order/templateLines';
import { answer, fieldsOf } from '../../../../support/panels/pure';
import { LINE, order } from '../support';

const item = (line: Record<string, unknown>, changes: Record<string, unknown> = {}) => order({ lineSource: 'items', 'itemLine.line': { ...LINE, ...line }, ...changes });

describe('lines from the input items', () => {
	it('are one order, in the order of the items, with an id of all lines', () => {
		const all = [item({ productId: 1 }), item({ productId: 2 }), item({ productId: 3 })];
		const whole = mergedOrder(all);
		expect(whole?.lines.map(({ productId }) => productId)).toEqual([1, 2, 3]);
		const table = order({ 'lines.line': [1, 2, 3].map((productId) => ({ ...LINE, productId })) });
		expect(whole?.transactionId).toBe(table.transactionId);
	});

	it('are left alone where each item is an order of its own', () => {
		expect(mergedOrder([order(), order()])).toBeUndefined();
	});

	it('are refused where items disagree, and each field is named with the item', () => {
		const all = [item({}), item({}, { poNumber: 'OTHER' }), item({}, { poNumber: 'OTHER', shipToCity: 'Boulder' })];
		let failure: unknown;
		try {
			mergedOrder(all);
		} catch (error) {
			failure = error;
		}
		expect(fieldsOf(failure as Failure)).toEqual(['PO Number', 'Ship-to address', 'Contact']);
		expect((failure as Failure).message).toMatch(/PO Number: must be the same in all items; item 2 differs from item 1/);
	});

	it.each([
		['Order Date', 'options.orderDate', '2026-03-02', '2026-03-04'],
		['Expected Total', 'options.expectedTotal', '100', '900'],
		['Send Even If Already Sent', 'options.sendAgain', false, true],
		['Check Against Branch First', 'options.checkFirst', true, false],
		['Stop if a Line Has No Price', 'options.stopWithoutPrice', true, false],
		['When PO Number Is Listed', 'options.whenPoNumberListed', 'stop', 'send'],
	])('are refused where items disagree on %s, of which only the first item\'s would hold', (label, name, first, second) => {
		expect(() => mergedOrder([item({}, { [name]: first }), item({}, { [name]: second })])).toThrow(new RegExp(`^The order was not sent: 1 field needs attention. ${label}: must be the same`));
		expect(mergedOrder([item({}, { [name]: second }), item({}, { [name]: second })])).toBeDefined();
	});

	it('name a fault of the line', () => {
		expect(() => item({ quantity: 0 })).toThrow(/Line: Quantity: must be a whole number from 1 up/);
	});
});

const PRODUCTS = [
	{ productId: 784, defualtUOM: 'BD', productWebName: 'Demo Shingles', productOptions: ['Black Shadow'], quantity: 30 },
	{ productId: 785, defualtUOM: null, productWebName: 'Demo Ridge', productOptions: null, quantity: 0 },
	{ productId: 786, defaultUOM: 'EA', productWebName: 'Demo Vent', productOptions: 'Brown', quantity: 2 },
];
const TEMPLATES = [{ templateId: '409', name: 'Other', products: [] }, { templateId: '410', name: 'Demo template', products: PRODUCTS }];
const fromTemplate = async (changes: Array<Record<string, unknown>> = [], templateId: unknown = 410, body: unknown = TEMPLATES) =>
	await withTemplateLines(order({ lineSource: 'template', templateId, 'templateLines.line': changes }), async () => await Promise.resolve(body instanceof Failure ? body : answer(body)));

describe('lines from an order template', () => {
	it('are refused where two changes are about one product: one of them would be left out', async () => {
		const changes = [{ productId: 784, quantity: 10 }, { productId: 786, quantity: 1 }, { productId: 784, quantity: 99 }];
		await expect(fromTemplate(changes)).rejects.toThrow(/Changes to the Template: names product 784 more than once/);
	});

	it('are its products with a quantity, in its units and choices', async () => {
		const { lines, transactionId } = await fromTemplate();
		expect(lines).toEqual([
			{ productId: 784, productName: 'Demo Shingles', option: 'Black Shadow', quantity: 30, uom: 'BD', customerItem: '784', price: undefined },
			{ productId: 786, productName: 'Demo Vent', option: 'Brown', quantity: 2, uom: 'EA', customerItem: '786', price: undefined },
		]);
		expect(transactionId).toMatch(/^[0-9a-f-]{36}$/);
	});

	it('can be changed one by one', async () => {
		const { lines } = await fromTemplate([
			{ productId: '784', quantity: '0' },
			{ productId: 785, quantity: 4, uom: 'BD', customerItem: 'RIDGE', price: '12.5', option: '' },
		]);
		expect(lines).toEqual([
			{ productId: 785, productName: 'Demo Ridge', option: 'N/A', quantity: 4, uom: 'BD', customerItem: 'RIDGE', price: 12.5 },
			{ productId: 786, productName: 'Demo Vent', option: 'Brown', quantity: 2, uom: 'EA', customerItem: '786', price: undefined },
		]);
	});

	it.each(['quantity', 'uom', 'option', 'price', 'customerItem'])('are not the template\'s in silence where %s of a change comes to nothing', async (name) => {
		for (const value of [null, undefined, NaN, { __rl: true, mode: 'list', value: null }]) {
			await expect(fromTemplate([{ productId: 784, quantity: '3', [name]: value }])).rejects.toThrow(/1 field needs attention\. Changes 1: /);
		}
	});

	describe('with a product in a row for each option', () => {
		const TWO = [{ ...PRODUCTS[0], quantity: 30 }, { ...PRODUCTS[0], productOptions: ['Weathered Oak'], quantity: 0 }, PRODUCTS[2]];
		const ordered = async (changes: Array<Record<string, unknown>>) => {
			const { lines } = await fromTemplate(changes, '410', [{ templateId: '410', products: TWO }]);
			return lines.map(({ productId, option, quantity }) => [productId, option, quantity]);
		};

		it('are not changed all at once: the option says which one is meant', async () => {
			expect(await ordered([{ productId: 784, option: 'black shadow', quantity: 12 }])).toEqual([[784, 'black shadow', 12], [786, 'Brown', 2]]);
			expect(await ordered([{ productId: 784, option: 'Weathered Oak', quantity: 5 }])).toEqual([[784, 'Black Shadow', 30], [784, 'Weathered Oak', 5], [786, 'Brown', 2]]);
			expect(await ordered([{ productId: 784, option: 'Black Shadow', quantity: 0 }, { productId: 784, option: 'Weathered Oak', quantity: 5 }])).toEqual([[784, 'Weathered Oak', 5], [786, 'Brown', 2]]);
		});

		it.each<[string, Array<Record<string, unknown>>]>([['no option', [{ productId: 784, quantity: 12 }]], ['another option', [{ productId: 784, option: 'Brown', quantity: 12 }]]])('are not changed by a change with %s', async (_what, changes) => {
			await expect(ordered(changes)).rejects.toThrow(/1 field needs attention\. Changes to the Template: the template lists product 784 more than once \(Black Shadow, Weathered Oak\).*Name the option/);
		});

		it('are not changed where two rows are in the same option', async () => {
			await expect(fromTemplate([{ productId: 784, option: 'Black Shadow', quantity: 1 }], '410', [{ templateId: '410', products: [PRODUCTS[0], PRODUCTS[0]] }])).rejects.toThrow(/lists product 784 more than once \(Black Shadow\)\. Rows in one option cannot be told apart: correct the template/);
		});
	});

	it('are refused where two changes in two options are about one row', async () => {
		await expect(fromTemplate([{ productId: 784, option: 'Brown', quantity: 10 }, { productId: 784, option: 'Red', quantity: 5 }])).rejects.toThrow(/names product 784 more than once/);
	});

	it.each<[string, () => Promise<unknown>, RegExp]>([
		['an unknown template, with those there are', async () => await fromTemplate([], '999'), /Order Template: 999 is not a template of this customer\. SIPS lists: 409 \(Other\), 410 \(Demo template\)/],
		['no template', async () => await fromTemplate([], ''), /Order Template: must not be empty/],
		['a change of a product that is not in it', async () => await fromTemplate([{ productId: 1, quantity: 1 }]), /the template has no product 1/],
		['a unit that nobody names', async () => await fromTemplate([{ productId: 785, quantity: 1 }]), /product 785 Demo Ridge: Unit of Measure: the template names none/],
		['nothing to order', async () => await fromTemplate([{ productId: 784, quantity: 0 }, { productId: 786, quantity: 0 }]), /every product of the template has quantity 0/],
		['half a unit in the template', async () => await fromTemplate([], '410', [{ templateId: '410', products: [{ ...PRODUCTS[0], quantity: 1.5 }] }]), /Quantity: must be a whole number/],
		['a customer without templates', async () => await fromTemplate([], '410', new Failure('notFound', 'No such customer', { advice: '' })), /SIPS lists no order templates for DEMO100 \(No such customer\)/],
		['a list without templates', async () => await fromTemplate([], '410', []), /SIPS lists none/],
		['products that are no list', async () => await fromTemplate([], '410', [{ templateId: '410', products: 'x' }]), /every product of the template has quantity 0/],
	])('are refused with the reason: %s', async (_what, run, words) => {
		await expect(run()).rejects.toThrow(words);
	});
});
