import fc from 'fast-check';

import { colorOf } from '../../../../../nodes/SrsSips/materialList/colors';
import { orderUnit, type UnitQuestion } from '../../../../../nodes/SrsSips/materialList/orderUnit';
import { ProductIndex } from '../../../../../nodes/SrsSips/materialList/productIndex';
import { quantityInText } from '../../../../../nodes/SrsSips/materialList/quantityInText';
import type { SoldProduct } from '../../../../../nodes/SrsSips/materialList/soldProducts';
import { TextMatcher } from '../../../../../nodes/SrsSips/materialList/textMatch';
import { tokensOf } from '../../../../../nodes/SrsSips/materialList/tokens';
import { distanceOf, KnownWords } from '../../../../../nodes/SrsSips/materialList/typos';
import { sameUnit, unitOfWord } from '../../../../../nodes/SrsSips/materialList/unitWords';

const product = (productId: number, productName: string, options = ['Black', 'Brown'], units = ['PC', 'BX']): SoldProduct => ({
	productId, productName, options, choices: { options, variants: options.map((option) => ({ option, colorName: option, units, defaultUnit: units[0] ?? '' })) },
});
const SOLD = [
	product(1, 'Edgecraft Drip Edge 2" x 10\''), product(2, 'Edgecraft Drip Edge 2.5" x 10\''), product(3, 'Metalane Drip Edge 2" x 10\''),
	product(4, 'Airline Ridge Vent 4\'', ['N/A']), product(5, 'Airline Ridge Vent 4\' Filtered', ['N/A']), product(6, 'Stonecrest Ridge Vent 4\' Filtered', ['N/A']), product(7, 'Sealcap Lead Boot 1-1/4"', ['N/A']),
];
const index = new ProductIndex(SOLD);
const matcher = new TextMatcher(index);

describe('words and sizes', () => {
	const written = (text: string) => tokensOf(text).map((token) => (token.kind === 'word' ? token.word : `${token.value}${token.unit}`)).join(' ');
	it.each([
		['Drip Edge 2" x 10\'', 'drip edge 2" 10\''], ['2 in. x 10 ft', '2" 10\''], ['2x10', '2 10'], ['1-1/4"', '1.25"'], ['1 1/4 inch', '1.25"'], ['1¼”', '1.25"'], ['½"', '0.5"'], ['.5"', '0.5"'], ['#15 felt', '15lb felt'], ['15# felt paper', '15lb felt'],
		['29 ga', '29ga'], ['26gauge', '26ga'], ['4 SQ', '4sq'], ['50 sq in', '50sqin'], ['3-tab', 'threetab'], ['3 tab 25yr', 'threetab 25yr'], ['Class IV', 'classfour'], ['I&W', 'icewater'], ['Ice and Water Shield', 'icewater'], ['105 lin ft', '105lf'], ['60 mil', '60mil'],
		['Hip & Ridge', 'ridge cap'], ['SHGLS', 'shingle'], ['syn', 'synthetic'], ['Nails', 'nail'], ['', ''], ['"', ''],
	])('%j is read as %j', (text, read) => {
		expect(written(text)).toBe(read);
	});

	it('of any text are read without a fault', () => {
		fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => expect(Array.isArray(tokensOf(text))).toBe(true)));
	});
});

describe('a typo', () => {
	const known = new KnownWords(['ridgeway', 'heritage', 'underlayment', 'brown', 'galvalume', 'filtered']);
	it.each([['rdgeway', 'ridgeway'], ['heriatge', 'heritage'], ['underlaymnet', 'underlayment'], ['galva', 'galvalume'], ['crown', undefined], ['tarn', undefined], ['hersitaje', undefined], ['underlaimnt', 'underlayment']])('%s means %s', (word, meant) => {
		expect(known.meant(word)).toBe(meant);
	});

	it('is counted as one letter put in, taken out, changed or swapped', () => {
		expect([distanceOf('abcd', 'abdc', 2), distanceOf('abcd', 'acd', 2), distanceOf('abcd', 'abxd', 2), distanceOf('abcd', 'wxyz', 4), distanceOf('a', 'abcdef', 2)]).toEqual([1, 1, 1, 4, 3]);
	});
});

describe('a text', () => {
	it.each<[string, number | undefined]>([
		['Edgecraft drip edge 2"', 1], ['Edgecraft drip 2.5 x 10', 2], ['drip edge 2" x 10\'', undefined], ['Metalane drip edge', undefined], ['Edgecraft drip edge 2x2', undefined], ['Edgecraft drip edge 3"', undefined], ['Airline ridge vent 4\'', 4], ['Airline ridge vent 4\' filtered', 5],
		// It names less than what tells it from others.
		['Stonecrest ridge vent 4\'', undefined], ['lead boot 1 1/4', 7], ['Airline ridge vent 4\' not filtered', undefined], ['', undefined], ['4\'', undefined],
	])('%j means product %s', (text, productId) => {
		expect(matcher.match(text).product?.productId).toBe(productId);
	});

	it('means the same however often it is read', () => {
		const again = new TextMatcher(new ProductIndex(SOLD));
		fc.assert(fc.property(fc.array(fc.constantFrom('edgecraft', 'drip', 'edge', '2"', '10\'', 'metalane', 'brown', 'xyz', 'ridge'), { maxLength: 6 }), (words) => expect(again.match(words.join(' '))).toEqual(matcher.match(words.join(' ')))));
	});
});

describe('a colour', () => {
	const of = (options: string[], given: string, said: string[] = []) => colorOf(product(9, 'Panel', options), given, said, new ProductIndex([product(9, 'Panel', options)])).option;
	it.each<[string[], string, string[], string | null]>([
		[['Black', 'Matte Black'], 'matte black', [], 'Matte Black'], [['Black', 'Matte Black'], 'black', [], 'Black'], [['Matte Black'], 'black', [], null], [['Black', 'Brown'], '', ['brown'], 'Brown'], [['Black', 'Brown'], 'blk', [], 'Black'], [['Black', 'Brown'], 'black/brown', [], null],
		[['Black'], '', [], null], [['N/A'], '', [], 'N/A'], [['N/A'], 'n/a', [], 'N/A'], [['N/A'], 'black', [], null], [['Black', 'Brown'], 'brown', ['black'], null], [['Weathered Oak'], 'weathered wood', [], null],
	])('of %j is for "%s" and the words %j: %s', (options, given, said, option) => {
		expect(of(options, given, said)).toBe(option);
	});

	it('is never chosen where the line does not name it', () => {
		const colours = ['Black', 'Brown', 'Matte Black', 'Barn Red', 'Country Gray', 'Weathered Oak'];
		fc.assert(
			fc.property(fc.subarray(colours, { minLength: 1 }), fc.array(fc.constantFrom<string[]>('black', 'brown', 'matte', 'barn', 'red', 'gray', 'oak', 'wood'), { maxLength: 3 }), (options, words) => {
				const chosen = of(options, words.join(' '));
				if (chosen !== null) expect(chosen.toLowerCase().split(' ').every((word) => (words as string[]).includes(word))).toBe(true);
			}),
		);
	});
});

describe('a unit', () => {
	it.each([['bdl.', 'BD'], ['Bundles', 'BD'], ['SQR', 'SQ'], ['sq.', 'SQ'], ['PCS', 'PC'], ['each', 'EA'], ['Rolls', 'RL'], ['ctn', 'BX'], ['lin. ft.', 'LF'], ['no.', undefined], ['', undefined], ['crate', undefined]])('%s is %s', (word, code) => {
		expect(unitOfWord(word)).toBe(code);
	});

	it('of pieces is that in which pieces are sold', () => {
		expect([sameUnit('EA', ['PC', 'BX'], 'Vent'), sameUnit('RL', ['PC', 'BX'], "Ridge Vent 20' Roll"), sameUnit('RL', ['PC'], 'Vent'), sameUnit('EA', ['BX'], 'Nails'), sameUnit('EA', ['EA', 'PC'], 'Vent')]).toEqual(['PC', 'PC', undefined, undefined, undefined]);
	});

	const CONVERSIONS = [{ fromUOMCode: 'SQ', toUOMCode: 'BD', conversionFactor: 0.333333 }, { fromUOMCode: 'PAL', toUOMCode: 'BD', conversionFactor: 0.02 }];
	const ask = (changes: Partial<UnitQuestion>) => orderUnit({ quantity: '24', unit: 'SQ', mapped: '', sold: ['BD', 'SQ'], productName: 'Shingles', conversions: CONVERSIONS, ...changes });
	it.each<[Partial<UnitQuestion>, object]>([
		[{}, { uom: 'SQ', quantity: 24 }], [{ quantity: '24.33' }, { uom: 'BD', quantity: 73 }], [{ quantity: '24.5' }, { uom: 'BD', undecided: 'quantity' }], [{ quantity: '10.7' }, { undecided: 'quantity' }], [{ quantity: '2', unit: 'pallet' }, { uom: 'BD', quantity: 100 }],
		[{ sold: ['BD'] }, { uom: 'BD', quantity: 72 }], [{ unit: 'box' }, { uom: null, undecided: 'unit' }], [{ unit: '' }, { undecided: 'unit' }], [{ unit: '', sold: ['BD'] }, { uom: 'BD', quantity: 24 }], [{ quantity: '0' }, { undecided: 'quantity' }], [{ quantity: '30.00' }, { uom: 'SQ', quantity: 30 }],
		[{ mapped: 'BD' }, { uom: 'BD', quantity: 72 }], [{ mapped: 'BD', unit: 'ea', isUnitDecided: true }, { uom: 'BD', quantity: 24 }], [{ mapped: 'BD', unit: 'ea' }, { undecided: 'unit' }], [{ mapped: 'BD', unit: 'bundel' }, { undecided: 'unit' }], [{ mapped: 'PAL' }, { uom: null, undecided: 'unit' }], [{ sold: [] }, { undecided: 'unit' }], [{ quantity: '3.5', unit: 'BD', sold: ['BD'] }, { undecided: 'quantity' }],
		[{ quantity: '24.33', conversions: undefined, notAsked: 'why' }, { uom: 'SQ', undecided: 'quantity' }], [{ quantity: '99999999999999999999' }, { undecided: 'quantity' }],
	])('of %j comes to %j', (changes, expected) => {
		expect(ask(changes)).toMatchObject(expected);
	});
});

describe('a quantity in the text of a line', () => {
	it.each<[string, unknown]>([
		['24 SQ Ridgeway Heritage', { quantity: '24', unit: 'SQ', product: 'Ridgeway Heritage' }], ['(12) pcs drip edge', { quantity: '12', unit: 'pcs', product: 'drip edge' }], ['12 x pipe boots 2"', { quantity: '12', unit: '', product: 'pipe boots 2"' }], ['(12) pipe boots', { quantity: '12', unit: '', product: 'pipe boots' }], ['12 pipe boots', undefined], ['5 rib panel', undefined], ['hook blades (100 pcs)', undefined], ['starter 105 LF - 6 bdl', { quantity: '6', unit: 'bdl', product: 'starter 105 LF' }],
		['pipe boot, qty 3', { quantity: '3', unit: '', product: 'pipe boot' }], ['pipe boot x 3', { quantity: '3', unit: '', product: 'pipe boot' }], ['drip edge 2 x 10', undefined], ['20 year 3-tab', undefined], ['3 tab shingles', undefined], ['24 ga panel', undefined], ['nails', undefined], ['', undefined],
	])('%j: %j', (text, found) => {
		expect(quantityInText(text)).toEqual(found);
	});
});
