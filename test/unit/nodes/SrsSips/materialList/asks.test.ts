import type { MatchedLine } from '../../../../../nodes/SrsSips/materialList/matchedLine';
import { branchProduct, matchedCsv, matchedJson, type Branch } from '../../../../support/materialList/matched';

/** What is told as certain: quantity, unit, product. */
const certain = (lines: readonly MatchedLine[]) => lines.filter(({ needsDecision }) => !needsDecision).map(({ orderQuantity, uom, productName }) => `${orderQuantity} ${uom} ${productName}`);
const SCREWS = 'Gripline Panel Screws #10 x 1" 250 ct';
const FLASHINGS = [branchProduct(1, 'Copper Step Flashing 4" x 4" x 8"', ['PC']), branchProduct(2, 'Drip Edge 2" x 10\'', ['PC']), branchProduct(3, 'Copper Valley 20" x 50\'', ['RL'])];
const EDGES = ['Edgecraft Drip Edge 2" x 10\'', 'Edgecraft Drip Edge 3" x 10\'', 'Metalane Drip Edge 3" x 10\''].map((name, at) => branchProduct(at + 1, name, ['PC'], ['White']));
const EDGE_CODE = [{ productID: 1, productName: 'x', items: [{ itemCode: 'EDG-2W', selectedOption: 'White', availableAtBranch: true }] }];

describe('a person is asked', () => {
	it.each<[string, string, RegExp, Branch]>([
		['which of two quantities counts', `description,qty,count,unit,color\n${SCREWS},3,250,BG,Charcoal`, /2 quantities: 3 and 250/, {}],
		['which counts: measured or ordered', 'description,qty,order qty,unit,color\nRidgeway Heritage Shingles,24,100,BD,Black Shadow', /24 and 100/, {}],
		['about a quantity that a comma may have cut', `description,qty,notes\n${SCREWS} BG Charcoal,1,250`, /The quantity is 1, or 1250 that a comma cut in two/, {}],
		['which of two units counts', 'description,qty,unit,uom,color\nRidgeway Heritage Shingles,24,BD,SQ,Black Shadow', /2 units: BD and SQ/, {}],
		['which of two colours counts', 'description,qty,unit,color,finish\nRidgeway Heritage Shingles,24,BD,Black Shadow,Barkwood', /2 colours: Black Shadow and Barkwood/, {}],
		['about a unit in the cell of the quantity beside another', 'description,qty,unit,color\nRidgeway Heritage Shingles,30 BD,SQ,Black Shadow', /2 units: SQ and BD/, {}],
		['about a number that may be the size of a packet', 'description\nGripline Hook Blades (100 pcs)', /no quantity/, {}],
		['about a number that may be a part of the name', "description\n5 rib panel 26 ga 12' charcoal", /no quantity/, { products: [branchProduct(1, "5 Rib Panel 26 ga 12'", ['PC'], ['Charcoal'])] }],
		['about a thing with another', 'description,qty,unit\nDaybright skylight with flashing kit 21x46,2,KIT', /one of the two/, {}],
		['about a thing with another, in short', 'description,qty,unit\nDaybright skylight w/ flashing kit 21x46,2,', /one of the two/, {}],
		['about sizes in another order', 'description,qty,unit\nDaybright Fixed Skylight 38" x 21",1,EA', /another order/, {}],
		['about a metal that the line does not say', 'description,qty,unit\nStep flashing 4x4x8,100,PC', /does not say copper/, { products: FLASHINGS }],
		['about a form that the line does not say', 'description,qty,unit,color\nRidgeway Ridge Cap 30 LF,3,BD,Black Shadow', /does not say highprofile/, {}],
		['about a half of a pair', 'description,qty,unit\nGripline deck screws 3",2,BX', /does not say plate/, {}],
		['about a size that is not that of the code', 'code,description,qty,unit\nEDG-2W,drip edge 3" x 10\' white,10,PC', /the text of the line says 3"/, { products: EDGES, itemCodes: EDGE_CODE }],
	])('%s', async (_what, text, reason, branch) => {
		const lines = await matchedCsv(text, branch);
		expect([certain(lines), lines.map((line) => line.reason)]).toEqual([[], [expect.stringMatching(reason)]]);
	});

	it('which of two quantities counts, in JSON', async () => {
		expect(certain(await matchedJson([{ description: SCREWS, qty: 3, count: 250, uom: 'BG', color: 'Charcoal' }]))).toEqual([]);
	});

	it('not, where two cells say the same', async () => {
		expect(certain(await matchedCsv(`description,qty,count,unit,uom,color\n${SCREWS},3,3.0,BG,bags,Charcoal`))).toEqual([`3 BG ${SCREWS}`]);
	});

	it('not, where the text says what the code does', async () => {
		expect(certain(await matchedCsv('code,description,qty,unit\nEDG-2W,drip edge 2" x 10\' white,10,PC', { products: EDGES, itemCodes: EDGE_CODE }))).toEqual(['10 PC Edgecraft Drip Edge 2" x 10\'']);
	});
});

describe('a row of the code map that has a code alone', () => {
	const codeMap = [{ key: 'sh-01', productId: 6000, option: '', uom: 'SQ' }];
	const list = (unit: string) => `code,description,qty,unit,color\nSH-01,Ridgeway Heritage,72,${unit},Black Shadow`;

	it.each(['bundel', 'crates', 'EA'])('does not make 72 SQ of 72 %s', async (unit) => {
		expect(certain(await matchedCsv(list(unit), { codeMap }))).toEqual([]);
	});

	it('counts for a line without a unit, and one whose key has the unit for just that', async () => {
		const right = ['72 SQ Ridgeway Heritage Shingles'];
		expect(certain(await matchedCsv(list(''), { codeMap }))).toEqual(right);
		expect(certain(await matchedCsv(list('bundel'), { codeMap: [{ ...codeMap[0]!, key: 'sh-01 | Black Shadow | bundel' }] }))).toEqual(right);
	});

	it('does not speak against the text of the line', async () => {
		const products = [branchProduct(1, "Ridge Vent 4'", ['PC']), branchProduct(2, 'Drip Edge 2" x 10\'', ['PC'])];
		const [line] = await matchedCsv('code,description,qty,unit\nRV-4,Drip Edge 2" x 10\',40,PC', { products, codeMap: [{ key: 'rv-4', productId: 1, option: '', uom: '' }] });
		expect(line).toMatchObject({ needsDecision: true, productId: null, reason: expect.stringContaining('the text of the line names Drip Edge') as string });
	});

	it('is not found by the number of a position, which is no key either', async () => {
		const products = [branchProduct(1, "Ridge Vent 4'", ['PC']), branchProduct(2, 'Drip Edge 2" x 10\'', ['PC'])];
		const [first] = await matchedCsv('Item #,Description,Qty,Unit\n1,some gutter we like,10,PC', { products });
		expect(first!.mapKey).toBe('some gutter we like | | pc');
		for (const key of [first!.mapKey, '1']) {
			expect(certain(await matchedCsv('Item #,Description,Qty,Unit\n1,Drip Edge 2" x 10\',40,PC', { products, codeMap: [{ key, productId: 1, option: 'N/A', uom: 'PC' }] }))).toEqual(['40 PC Drip Edge 2" x 10\'']);
		}
	});
});

describe('a conversion with a coarse factor', () => {
	const branch = (conversionFactor: number): Branch => ({
		products: [branchProduct(1, 'Heritage Shingles', ['BD'], ['Black'])],
		itemCodes: [{ productID: 1, productName: 'Heritage Shingles', items: [{ itemCode: 'ABC-1', selectedOption: 'Black', availableAtBranch: true }] }],
		conversions: [{ fromUOMCode: 'SQ', toUOMCode: 'BD', conversionFactor, UOMConversionDescription: '3 BD IN 1 SQ' }],
	});
	it.each<[number, string, string[]]>([
		[0.33, '100', []], [0.33, '100.50', []], [0.333, '500', []], [0.3333, '500', ['1500 BD Heritage Shingles']],
	])('of %s: of %s squares it comes to %j', async (factor, quantity, expected) => {
		expect(certain(await matchedCsv(`code,description,qty,unit,color\nABC-1,Heritage Shingles,${quantity},SQ,Black`, branch(factor)))).toEqual(expected);
	});
});

describe('a list', () => {
	it('without a header, whose first column counts its lines, has its quantities in the other', async () => {
		expect(certain(await matchedCsv('1,Ridgeway Heritage Shingles Black Shadow,24,SQ\n2,Gripline Coil Roofing Nails 1-1/4",6,BX\n3,Drywell Felt #30 2 SQ,5,RL'))).toEqual([
			'24 SQ Ridgeway Heritage Shingles', '6 BX Gripline Coil Roofing Nails 1-1/4"', '5 RL Drywell Felt #30 2 SQ',
		]);
	});

	it('with a header in its midst keeps the lines above', async () => {
		const lines = await matchedCsv('Ridgeway Heritage Shingles Black Shadow,24,SQ\nDrywell Felt #30 2 SQ,5,RL\n\nAccessories\nDescription,Qty,Unit\nGripline Coil Roofing Nails 1-1/4",6,BX');
		expect(certain(lines)).toEqual(['24 SQ Ridgeway Heritage Shingles', '5 RL Drywell Felt #30 2 SQ', '6 BX Gripline Coil Roofing Nails 1-1/4"']);
	});
});
