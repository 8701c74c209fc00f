import type { MatchedLine } from '../../../../../nodes/SrsSips/materialList/matchedLine';
import { branchProduct, matchedCsv, matchedJson, type Branch } from '../../../../support/materialList/matched';

/** What is told as certain: quantity, unit, product. */
const certain = (lines: readonly MatchedLine[]) => lines.filter(({ needsDecision }) => !needsDecision).map(({ orderQuantity, uom, productName }) => `${orderQuantity} ${uom} ${productName}`);
const SCREWS = 'Gripline Panel Screws #10 x 1" 250 ct';
const FLASHINGS = [branchProduct(1, 'Copper Step Flashing 4" x 4" x 8"', ['PC']), branchProduct(2, 'Drip Edge 2" x 10\'', ['PC']), branchProduct(3, 'Copper Valley 20" x 50\'', ['RL'])];
const EDGES = ['Edgecraft Drip Edge 2" x 10\'', 'Edgecraft Drip Edge 3" x 10\'', 'Metalane Drip Edge 3" x 10\''].map((name, at) => branchProduct(at + 1, name, ['PC'], ['White']));
const EDGE_CODE = [{ productID: 1, productName: 'x', items: [{ itemCode: 'EDG-2W', selectedOption: 'White', availableAtBranch: true }] }];
const codeOf = (itemCode: string, selectedOption: string, productID = 1) => [{ productID, productName: 'x', items: [{ itemCode, selectedOption, availableAtBranch: true }] }];
const NUMBERED = [branchProduct(1, 'Wall Panel', ['PC'], ['Gray 2', 'Brown']), branchProduct(2, "Ridge Vent 4'", ['PC'])];
const FELT: Branch = { products: [branchProduct(1, 'Tarn Felt #15 4 SQ', ['RL', 'PAL'])], itemCodes: codeOf('F1', 'N/A'), conversions: [{ fromUOMCode: 'SQ', toUOMCode: 'RL', conversionFactor: 4 }] };

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
		['about another colour whose name differs by a letter', 'description,qty,unit,color\nRidgeway Heritage Shingles,24,SQ,Barkwood', /does not sell .* in "Barkwood"/, {}],
		['about another colour in the text whose name differs by a letter', 'description,qty,unit\nRidgeway Heritage Shingles Barkwood,24,SQ', /barkwood stands in no name/, {}],
		['about a colour that the text names and its cell leaves open', 'description,qty,unit,color\nRidgeway Heritage Shingles Black Shadow,24,SQ,TBD', /leaves it open/, {}],
		['about a colour with another number', 'description,qty,unit,color\nWall Panel,3,PC,Gray 1', /does not sell Wall Panel in "Gray 1"/, { products: NUMBERED }],
		['about a colour whose number the text does not say', 'description,qty,unit\nWall Panel gray,3,PC', /does not sell Wall Panel in "gray"/, { products: NUMBERED }],
		['about a colour that is part of the name', 'description,qty,unit\nDrip edge 2x10,20,PC', /does not say white/, { products: [branchProduct(1, 'White Drip Edge 2" x 10\'', ['PC']), branchProduct(2, "Ridge Vent 4'", ['PC'])] }],
		['about a packing that another product has', "description,qty,unit\nAirline ridge vent 4' roll,2,PC", /says roll/, {}],
		['about a packing of another size', 'description,qty,unit\nTarn plastic cement 5 gal tube,2,EA', /says tube/, {}],
		['about two things with a sign between them', 'description,qty,unit\nDaybright skylight & flashing kit 21x46,2,KIT', /one of the two/, {}],
		['about two things with a word between them', 'description,qty,unit\nDaybright skylight and flashing kit 21x46,2,KIT', /one of the two/, {}],
		['about a length without its width', "description,qty,unit,color\nMetalane valley 50',1,RL,White", /does not say 20"/, {}],
		['about a length that may be a quantity', 'description,unit,color\nMetalane drip edge 2.5 in x 10,PC,Brown', /no quantity/, {}],
		['about a number behind a colour that may be a size', 'description,unit\nMetalane drip edge 2.5" brown x 10,PC', /The 10 in its text may be its size/, {}],
		['about squares that may be the size of a roll', 'code,description\nF1,"Tarn Felt #15, 4 SQ"', /The 4 SQ in its text may be its size/, FELT],
		['about squares in the text beside the same number', 'code,description,qty\nF1,Tarn Felt #15 - 4 SQ,4', /The 4 SQ in its text may be its size/, FELT],
		['about pieces that may be the size of a packet', 'description\n"Gripline hook blades, 100 pcs"', /The 100 pcs in its text may be its size/, {}],
		['about an architectural shingle where there is a 3-tab', 'description,qty,unit\nOakfield architectural shingles black,20,SQ', /threetab/, { products: [branchProduct(1, 'Oakfield 3-Tab 25 Year Shingles', ['SQ'], ['Black'])] }],
		['about work', 'description,qty,unit\nInstallation of Ridgeway Heritage Shingles Black Shadow,24,SQ', /installation/, {}],
		['about a form that the line does not say, be it that others have still more', "description,qty,unit\nStonecrest ridge vent 4',20,PC", /does not say filtered/, { products: ["Airline Ridge Vent 4'", "Airline Ridge Vent 4' Filtered", "Stonecrest Ridge Vent 4' Filtered", "Stonecrest Ridge Vent 4' Filtered Baffle"].map((name, at) => branchProduct(at + 1, name, ['PC'])) }],
		['about a size in a column of its own', 'description,size,qty,unit\nTarn Felt #15,2,6,RL', /No product of the branch has all/, {}],
		['about a total with waste beside the quantity', 'description,qty,waste %,total qty,unit,color\nRidgeway Heritage Shingles,24,10,27,SQ,Driftwood', /2 quantities: 24 and 27/, {}],
		['about a point that may stand between thousands', 'description\tqty\tunit\nTarn Felt #15\t1,5\tPAL\nTarn Felt #15\t2.000\tRL', /1\.5 PAL|2000 or 2\.000/, {}],
		['about a code of another product than all that the text fits', 'code,description,qty,unit\nR1,HP shingles,24,SQ', /the text of the line names something else/, { itemCodes: codeOf('R1', 'Black Shadow', 6000) }],
		['about a code of another maker', 'code,description,qty,unit\nR1,Stonecrest shingles,24,SQ', /the text of the line names something else/, { itemCodes: codeOf('R1', 'Black Shadow', 6000) }],
		['about a code that SRS has in two colours', 'code,description,qty,unit\nR1,Ridgeway Heritage Shingles,24,SQ', /R1 is the SRS item code of several/, { itemCodes: [...codeOf('R1', 'Black Shadow', 6000), ...codeOf('r1', 'Driftwood', 6000)] }],
		['about a code that SRS has for two products', 'code,description,qty,unit\nR1,shingles,24,SQ', /R1 is the SRS item code of several/, { itemCodes: [...codeOf('R1', 'Black Shadow', 6000), ...codeOf('R1', 'Black Shadow', 6001)] }],
		['about a name that SRS takes for two products', 'description,qty,unit\nour coil stock,4,RL', /our stands|coil|stock/, { products: [branchProduct(1, 'Gutter Coil 24"', ['RL']), branchProduct(2, 'Gutter Coil 30"', ['RL'])], genericNames: [1, 2].map((productId) => ({ genericItemCode: 'our coil stock', conversionFound: true, productId })) }],
	])('%s', async (_what, text, reason, branch) => {
		const lines = await matchedCsv(text, branch);
		expect([certain(lines), lines.map((line) => line.reason)]).toEqual([[], lines.map(() => expect.stringMatching(reason) as unknown)]);
	});

	it('which of two quantities counts, in JSON', async () => {
		expect(certain(await matchedJson([{ description: SCREWS, qty: 3, count: 250, uom: 'BG', color: 'Charcoal' }]))).toEqual([]);
	});

	it.each<[string, string, string[], Branch]>([
		['a quantity that is no size of it', 'code,description\nF1,"Tarn Felt #15, 12 SQ"', ['3 RL Tarn Felt #15 4 SQ'], FELT],
		['a quantity beside the size', 'code,description\nF1,"Tarn Felt #15 4 SQ, 4 rolls"', ['4 RL Tarn Felt #15 4 SQ'], FELT],
		['a letter left out of a colour, or swapped', 'description,qty,unit,color\nRidgeway Heritage Shingles,24,SQ,Drftwood\nRidgeway Heritage Shingles,24,SQ,Branwood', ['24 SQ Ridgeway Heritage Shingles', '24 SQ Ridgeway Heritage Shingles'], {}],
		['a size in a column of its own that is a whole number', 'description,size,qty,unit\nTarn Felt #15,4,6,RL', ['6 RL Tarn Felt #15 4 SQ'], {}],
		['a code beside words that fit it', 'code,description,qty,unit\nR1,heritage shingles main house,24,SQ', ['24 SQ Ridgeway Heritage Shingles'], { itemCodes: codeOf('R1', 'Black Shadow', 6000) }],
		['a code that SRS names twice alike', 'code,description,qty,unit\nR1,heritage shingles,24,SQ', ['24 SQ Ridgeway Heritage Shingles'], { itemCodes: [...codeOf('R1', 'Black Shadow', 6000), ...codeOf('R1', 'Black Shadow', 6000)] }],
		['a pair of which the name is one', 'description,qty,unit\nGripline deck plates & screws 3",2,BX', ['2 BX Gripline Deck Plates and Screws 3" 1000 ct'], {}],
	])('not about %s', async (_what, text, expected, branch) => {
		expect(certain(await matchedCsv(text, branch))).toEqual(expected);
	});

	it.each(['description,qty,unit,color\nStonecrest Heritage HP Shingles,36,BD,slate', 'description,qty,unit\nSTONECREST HERITAGE HP SLATE,36,bndl'])('about a colour with those that are near to it before the others: %s', async (text) => {
		const [line] = await matchedCsv(text);
		expect(line).toMatchObject({ undecided: ['color'], reason: expect.stringMatching(/does not sell Stonecrest Heritage HP Shingles in "slate"; near to it: Colonial Slate$/) as string });
		expect(line!.candidates[0]!.options).toEqual(['Colonial Slate', 'Black Shadow', 'Weathered Oak', 'Country Gray', 'Driftwood', 'Harvest Brown', 'Pewter Mist']);
	});

	it('about a colour that is another than that of the code, with both before the others', async () => {
		const [line] = await matchedCsv('code,description,qty,unit\nR1,Ridgeway Heritage Shingles Driftwood,24,SQ', { itemCodes: codeOf('R1', 'Desert Tan', 6000) });
		expect((line!.candidates[0]!.options as string[]).slice(0, 3)).toEqual(['Driftwood', 'Desert Tan', 'Black Shadow']);
	});

	it.each(['-', '*', '•', '–', '- -'])('not about an entry that begins with %s', async (bullet) => {
		const expected = ['85 BD Ridgeway Heritage Shingles'];
		const entry = `${bullet} 85 bundles Ridgeway Heritage Shingles, Black Shadow`;
		expect(certain(await matchedCsv(entry))).toEqual(expected);
		expect(certain(await matchedCsv(`description\n"${entry}"`))).toEqual(expected);
		expect(certain(await matchedJson([entry]))).toEqual(expected);
		expect(certain(await matchedCsv(`${bullet} 85 bundles, Ridgeway Heritage Shingles, Black Shadow\n${bullet} 2 boxes Gripline deck plates & screws 3"`))).toEqual([...expected, '2 BX Gripline Deck Plates and Screws 3" 1000 ct']);
	});

	it('about a minus, which is no bullet without a blank, nor in a cell of the quantity', async () => {
		expect(certain(await matchedCsv('description\n-3 bundles Ridgeway Heritage Shingles Black Shadow'))).toEqual([]);
		expect(certain(await matchedCsv('description,qty,unit,color\nRidgeway Heritage Shingles,- 3,BD,Black Shadow'))).toEqual([]);
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

describe('a conversion with a factor', () => {
	const branch = (conversionFactor: number): Branch => ({
		products: [branchProduct(1, 'Heritage Shingles', ['BD'], ['Black'])],
		itemCodes: [{ productID: 1, productName: 'Heritage Shingles', items: [{ itemCode: 'ABC-1', selectedOption: 'Black', availableAtBranch: true }] }],
		conversions: [{ fromUOMCode: 'SQ', toUOMCode: 'BD', conversionFactor, UOMConversionDescription: '3 BD IN 1 SQ' }],
	});
	it.each<[string, number[]]>([['of 1, which all samples show for whatever units', [1]], ['beside another', [0.333333, 0.25]], ['that another way back contradicts', [0.333333, -0.333333]]])('%s converts nothing', async (_what, factors) => {
		const conversions = factors.map((factor) => (factor > 0 ? { fromUOMCode: 'SQ', toUOMCode: 'BD', conversionFactor: factor } : { fromUOMCode: 'BD', toUOMCode: 'SQ', conversionFactor: -factor }));
		const lines = await matchedCsv('code,description,qty,unit,color\nABC-1,Heritage Shingles,24,SQ,Black', { ...branch(1), conversions });
		expect(lines).toMatchObject([{ undecided: ['unit'], orderQuantity: null, reason: expect.stringContaining('SIPS knows no conversion of it from SQ to BD that can be relied on') as string }]);
	});

	it('that the way back confirms converts', async () => {
		const conversions = [{ fromUOMCode: 'SQ', toUOMCode: 'BD', conversionFactor: 0.333333 }, { fromUOMCode: 'BD', toUOMCode: 'SQ', conversionFactor: 3 }];
		expect(certain(await matchedCsv('code,description,qty,unit,color\nABC-1,Heritage Shingles,24,SQ,Black', { ...branch(1), conversions }))).toEqual(['72 BD Heritage Shingles']);
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

	it('without a header, under a title that is the name of a column, is read', async () => {
		expect(certain(await matchedCsv('Materials\nRidgeway Heritage Shingles Black Shadow,24,SQ\nDrywell Felt #30 2 SQ,5,RL'))).toEqual(['24 SQ Ridgeway Heritage Shingles', '5 RL Drywell Felt #30 2 SQ']);
	});

	it('of a mail, with commas and a quantity with its unit at the end, is read', async () => {
		expect(certain(await matchedCsv('Ridgeway Heritage Shingles, Black Shadow, 24 SQ\nMetalane drip edge 2x10, Brown, 20 PC'))).toEqual(['24 SQ Ridgeway Heritage Shingles', '20 PC Metalane Drip Edge 2" x 10\'']);
	});

	it('loses no line behind a word in quotes', async () => {
		const lines = await matchedCsv('Description,Qty,Unit\n"W" valley Edgecraft 24 bronze,2,RL\nSealcap lead boot 2",3,EA\nSealcap lead boot 4",3,EA');
		expect(certain(lines)).toEqual(['2 RL Edgecraft Valley Metal 24" x 50\'', '3 EA Sealcap Lead Boot 2"', '3 EA Sealcap Lead Boot 4"']);
	});

	it('keeps a line above its header that has a quantity without a unit', async () => {
		expect(certain(await matchedCsv('(3) Sealcap lead boot 2"\nDescription,Qty,Unit\nSealcap lead boot 4",3,EA'))).toEqual(['3 EA Sealcap Lead Boot 2"', '3 EA Sealcap Lead Boot 4"']);
	});
});
