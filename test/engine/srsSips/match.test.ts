import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { received } from '../../support/n8nEngine/nodeRuns';
import { engineFor, matchParameters } from './support';

const CALLS = ['getActiveBranchProducts', 'getProductsByItemCodes', 'convertItems', 'getPrices', 'convertUnits'];

describe('a material list', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
		engine = engineFor(sandbox);
	});
	afterEach(async () => await sandbox.close());

	const line = (changes: IDataObject = {}): IDataObject => ({ text: 'Ridgeway Heritage HP shingles', quantity: '24', unit: 'SQ', color: 'Country Gray', code: '', ...changes });
	const calls = () => CALLS.reduce((sum, operationId) => sum + received(sandbox, operationId), 0);
	const run = async (items: IDataObject[], changes: INodeParameters = {}) => await engine.run({ items, parameters: matchParameters(changes) });
	const matched = async (changes: IDataObject, parameters: INodeParameters = {}) => (await run([line(changes)], parameters)).items[0]?.json ?? {};
	const fromText = async (linesText: string, changes: INodeParameters = {}) => (await run([{}], { lineSource: 'text', linesText, ...changes })).items.map(({ json }) => json);

	describe('is matched', () => {
		const FOUND = { productId: 6001, productName: 'Ridgeway Heritage HP Shingles', option: 'Country Gray', uom: 'SQ', orderQuantity: 24, needsDecision: false, undecided: [] };

		it('by the code map, by a code or by the whole line', async () => {
			const codeMap = JSON.stringify([{ key: 'SH-01', productId: '6001', option: 'Country Gray', uom: 'SQ', id: 1, createdAt: 'x' }, { key: 'our house shingle | gray | sq', productId: 6001, option: 'Country Gray', uom: '' }]);
			for (const changes of [{ code: 'sh-01', color: '' }, { text: 'Our house  shingle', color: 'gray' }]) expect(await matched(changes, { codeMap })).toMatchObject({ ...FOUND, matchedBy: 'codeMap', confidence: 1 });
			expect(received(sandbox, 'getProductsByItemCodes')).toBe(0);
		});

		it('by the key that it puts out with a line that needed a decision', async () => {
			const asked = await matched({ color: 'gray', unit: 'crates' });
			expect(asked).toMatchObject({ needsDecision: true, undecided: ['color', 'unit'], mapKey: 'ridgeway heritage hp shingles | gray | crates' });
			const codeMap = JSON.stringify([{ key: asked.mapKey, productId: 6001, option: 'Country Gray', uom: 'SQ' }]);
			expect(await matched({ color: 'gray', unit: 'crates' }, { codeMap })).toMatchObject({ ...FOUND, matchedBy: 'codeMap' });
		});

		it('by an SRS item code, and its colour with it', async () => {
			expect(await matched({ code: 'RIDSHI001COUN', color: '' })).toMatchObject({ ...FOUND, matchedBy: 'itemCode' });
			expect(await matched({ text: 'RIDSHI001COUN', color: '' })).toMatchObject({ ...FOUND, matchedBy: 'itemCode' });
		});

		it('by its generic name, where Branch ID is given', async () => {
			expect(await matched({ text: 'Main house: Ridgeway Heritage HP Shingles' }, { branchId: '301' })).toMatchObject({ ...FOUND, matchedBy: 'genericName' });
			expect(await matched({ text: 'Main house: Ridgeway Heritage HP Shingles' })).toMatchObject({ needsDecision: true, reason: expect.stringContaining('Branch ID is empty') as string });
		});

		it('by its text', async () => {
			expect(await matched({ text: 'RDGEWAY HERITAGE HP SHGLS', color: 'ctry gray' })).toMatchObject({ ...FOUND, matchedBy: 'text', reason: expect.stringContaining('"rdgeway" was read as ridgeway') as string });
		});

		it('with units that SIPS converts, and says so', async () => {
			expect(await matched({ quantity: 24.33 })).toMatchObject({ uom: 'BD', orderQuantity: 73, quantity: '24.33', reason: expect.stringContaining('24.33 SQ are 73 BD') as string });
			expect(await matched({ quantity: '24.5' })).toMatchObject({ undecided: ['quantity'], orderQuantity: null, reason: expect.stringContaining('73.5 BD by UOM Conversion, which is no whole number: 74 BD would cover it') as string });
			expect(await matched({ quantity: '24.33' }, { options: {} })).toMatchObject({ undecided: ['quantity'], reason: expect.stringContaining('Customer Code and Job Account Number') as string });
		});
	});

	describe('leaves to a person', () => {
		it.each<[string, IDataObject, string[], RegExp]>([
			['a product that nobody sells', { text: 'Timberline HDZ' }, ['product'], /timberline, hdz stand in no name/],
			['a product of several makers', { text: 'Heritage HP shingles' }, ['product'], /4 products fit/],
			['a size that is not named', { text: 'Metalane valley metal', color: 'White' }, ['product'], /names no size/],
			['a colour that is not named', { color: '' }, ['color'], /names no colour: Black Shadow/],
			['a colour that is named in part', { color: 'Gray' }, ['color'], /near to it: Country Gray/],
			['a colour that the branch does not have', { color: 'Hunter Green' }, ['color'], /does not sell .* in "Hunter Green"/],
			['two colours', { text: 'Ridgeway Heritage HP shingles desert tan' }, ['color'], /one colour in its text/],
			['a unit that is not named', { unit: '' }, ['unit'], /names no unit: BD, SQ/],
			['a unit that does not convert', { unit: 'pallet' }, ['unit'], /SIPS knows no conversion/],
			['a unit that is none', { unit: 'truckloads' }, ['unit'], /no unit that is known/],
			['a quantity that is missing', { quantity: '' }, ['quantity'], /names no quantity/],
			['a quantity with two meanings', { quantity: '1,250' }, ['quantity'], /1250 or 1\.250/],
			['an item code of another product than the text', { code: 'OAKSHI032BLAC' }, ['product'], /the text of the line names/],
			['an item code in another colour than the line', { code: 'RIDSHI001BLAC' }, ['color'], /Its code says Black Shadow/],
			['a line without a text', { text: '' }, ['product'], /Line 1: The line has no text and no code/],
			['a cell that is no text', { text: { a: 1 } }, ['product'], /Text is neither text nor a number/],
		])('%s', async (_what, changes, undecided, reason) => {
			expect(await matched(changes)).toMatchObject({ needsDecision: true, undecided, reason: expect.stringMatching(reason) as string });
		});

		it('what the code map names and the branch does not sell', async () => {
			for (const [row, words] of [[{ productId: 6240 }, 'does not sell it'], [{ productId: 6001, option: 'Pewter Mist' }, 'in it'], [{ productId: 6001, option: 'Country Gray', uom: 'PAL' }, 'says PAL']] as const) {
				const codeMap = JSON.stringify([{ key: 'SH-01', option: '', uom: '', ...row }]);
				expect(await matched({ code: 'SH-01' }, { codeMap })).toMatchObject({ needsDecision: true, reason: expect.stringContaining(words) as string });
			}
		});

		it('a colour that the code map names for a code, where the line names another', async () => {
			const codeMap = JSON.stringify([{ key: 'SH-01', productId: 6001, option: 'Desert Tan', uom: 'SQ' }]);
			expect(await matched({ code: 'SH-01' }, { codeMap })).toMatchObject({ undecided: ['color'], option: null });
			expect(await matched({ code: 'SH-01', color: '', text: 'Heritage HP, country gray' }, { codeMap })).toMatchObject({ undecided: ['color'] });
		});
	});

	describe('comes', () => {
		it('as items, each of which is paired with its own line', async () => {
			const { items } = await run([line(), line({ text: 'nothing of the kind' }), line({ text: 'Ridgeway starter strip 105 LF', unit: 'bdl', color: '' })]);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
			expect(items.map(({ json }) => [json.line, json.needsDecision])).toEqual([[1, false], [2, true], [3, false]]);
			expect(received(sandbox, 'getActiveBranchProducts')).toBe(1);
		});

		it('as JSON of an earlier node, with usual names of its fields', async () => {
			const { items } = await run([{ list: [{ Description: 'Ridgeway Heritage HP', QTY: 24, UOM: 'sq', Colour: 'Country Gray' }, '3 rolls Drywell synthetic underlayment 10 SQ HD', 7] }], { lineSource: 'json', linesJson: '={{ $json.list }}' });
			expect(items.map(({ json }) => [json.line, json.productId, json.orderQuantity])).toEqual([[1, 6001, 24], [2, 6203, 3], [3, null, null]]);
			expect(items[2]?.pairedItem).toEqual({ item: 0 });
		});

		it('as CSV text, whose bad lines are named by number while the rest goes on', async () => {
			const out = await fromText('\ufeffItem;Qty;U/M;Color\r\n"Metalane drip edge 2"" x 10\'";3,0;pc;Brown\r\n\r\nRidgeway Heritage HP;24;SQ;Country Gray;what is this\r\nRidgeway starter strip 105 LF;7;bdl;\r\n');
			expect(out.map((each) => [each.line, each.productId, each.orderQuantity])).toEqual([[2, 6325, 3], [4, null, null], [5, 6120, 7]]);
			expect(out[1]?.reason).toContain('Line 4: This line has 5 cells, and the header has 4');
		});
	});

	it('of 500 lines takes at most 20 calls, and says of the rest why it was not asked for', async () => {
		const makers = ['Ridgeway', 'Stonecrest', 'Pinnacle', 'Oakfield'];
		const lines = Array.from({ length: 500 }, (_, at) => {
			const maker = makers[at % 4]!;
			return line({ text: at % 2 === 0 ? `${maker} Heritage HP shingles ${at}` : `${maker} ${at % 3 === 0 ? 'Storm' : 'Cool Roof'} shingles`, quantity: '24.33', color: ['Black Shadow', 'Country Gray', 'Pewter Mist', 'Hunter Green', 'Colonial Slate', 'Terra Red', 'Silver Birch', 'Barnwood'][Math.floor(at / 8) % 8]!, code: `OWN-${at}` });
		});
		const { items, error } = await run(lines, { branchId: '301' });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(500);
		expect(calls()).toBeLessThanOrEqual(20);
		expect(items.filter(({ json }) => String(json.reason).includes('these are used up') && json.needsDecision === true).length).toBeGreaterThan(0);
		expect(items.filter(({ json }) => json.needsDecision === false).length).toBeGreaterThan(0);
	});

	it('of 10,000 lines comes out whole', async () => {
		const rows = Array.from({ length: 10_000 }, (_, at) => (at % 100 === 7 ? `"Metalane drip edge, ${at},3,pc,` : `Metalane drip edge 2.5" x 10',${at + 1},pc,Brown`));
		const out = await fromText(['description,qty,uom,color', ...rows].join('\n'));
		expect(out).toHaveLength(10_000);
		expect(out.filter(({ needsDecision }) => needsDecision === true)).toHaveLength(100);
		expect(out[9_999]).toMatchObject({ line: 10_001, productId: 6326, orderQuantity: 10_000 });
		expect(calls()).toBe(1);
	}, 60_000);

	describe('fails', () => {
		it('for a branch that does not exist, with Branch Code', async () => {
			const { error } = await run([line(), line()], { branchCode: 'NOWHERE' });
			expect(error?.message).toContain('Branch Code: SIPS has no products for NOWHERE');
			const { items } = await engine.run({ items: [line(), line()], parameters: matchParameters({ branchCode: 'NOWHERE' }), settings: { onError: 'continueRegularOutput' } });
			expect(items).toHaveLength(2);
		});

		it('where what the branch sells does not come as documented', async () => {
			sandbox.control.fault({ operationId: 'getActiveBranchProducts', kind: 'answer', status: 200, body: { message: 'Nightly job 77 is running' } });
			expect((await run([line()])).error?.message).toContain('Nightly job 77');
		});

		it('not where only a helping call does: then more is left to a person', async () => {
			sandbox.control.fault({ operationId: 'convertUnits', kind: 'answer', status: 200, body: 'soon' });
			sandbox.control.fault({ operationId: 'getProductsByItemCodes', kind: 'answer', status: 200, body: { x: 1 } });
			expect(await matched({ quantity: '24.33', code: 'OWN-1' })).toMatchObject({ productId: 6001, undecided: ['quantity'], reason: expect.stringContaining('could not be read') as string });
		});

		it('with an empty list, and with a code map that is none', async () => {
			expect((await run([{}], { lineSource: 'text', linesText: ' \n' })).error?.message).toContain('Lines: must have at least one line');
			expect((await run([line()], { codeMap: '[{"key":"x","productId":"none"}]' })).error?.message).toContain('Code Map 1: productId');
		});
	});
});
