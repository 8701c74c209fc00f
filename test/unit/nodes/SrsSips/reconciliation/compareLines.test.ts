import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../../../engine/items/fields';
import { readAskedLines, type AskedLine } from '../../../../../nodes/SrsSips/reconciliation/askedLines';
import { compareLines } from '../../../../../nodes/SrsSips/reconciliation/compareLines';
import type { Place } from '../../../../../nodes/SrsSips/reconciliation/difference';
import { readToldLines } from '../../../../../nodes/SrsSips/reconciliation/toldLines';

const PLACE: Place = { seenIn: 'order', orderId: '41200001', invoiceNumber: null };

const SHINGLES = { productId: 6000, productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', quantity: 30, uom: 'BD', price: 35.4, itemCode: 'RIDSHI000BLAC' };
const VENTS = { productId: 6100, productName: 'Ridge Vent', option: 'N/A', quantity: 8, uom: 'PC', price: 11.2, itemCode: 'VENT' };

function askedOf(lines: readonly object[]): AskedLine[] {
	const fields = new FieldReader(() => lines);
	const asked = readAskedLines(fields);
	fields.done('The request');
	return asked;
}

interface Setting { mayFollow?: string; tolerancePercent?: number; rows?: IDataObject[] }

function compared(asked: readonly object[], told: readonly object[], { mayFollow, tolerancePercent = 0, rows = [] }: Setting = {}) {
	const read = readToldLines({ orderLineItemDetails: told as IDataObject[] }, PLACE);
	const conversions = new Map([['ridshi000blac', rows]]);
	return compareLines(askedOf(asked), { told: read, place: PLACE, mayFollow }, { conversions, tolerancePercent, needsPrices: true });
}

/** Kind and standing of each difference, which is what its words are about. */
function kinds(...args: Parameters<typeof compared>): string[] {
	return compared(...args).map(({ kind, standing }) => (standing === 'certain' ? kind : `${kind} (${standing})`));
}

/** Three bundles in a square. */
const SQUARES = [{ fromUOMCode: 'SQ', toUOMCode: 'BD', conversionFactor: 0.333333, UOMConversionDescription: '3 BD IN 1 SQ' }];

describe('lines that were asked for, against those of an order or an invoice', () => {
	it.each<[string, object[], string[]]>([
		['as asked', [SHINGLES, VENTS], []],
		['in another order', [VENTS, SHINGLES], []],
		['in capitals', [{ ...SHINGLES, option: 'BLACK SHADOW', uom: 'bd' }, VENTS], []],
		['in two lines of one product', [{ ...SHINGLES, quantity: 10 }, VENTS, { ...SHINGLES, quantity: 20 }], []],
		['without an option where there is none', [SHINGLES, { ...VENTS, option: '' }], []],
		['one missing', [SHINGLES], ['missing']],
		['one added', [SHINGLES, VENTS, { ...VENTS, productId: 6200, productName: 'Pipe Boot' }], ['added']],
		['in another colour', [{ ...SHINGLES, option: 'Pewter Mist' }, VENTS], ['substituted']],
		['a part in another colour', [{ ...SHINGLES, quantity: 20 }, { ...SHINGLES, option: 'Pewter Mist', quantity: 10 }, VENTS], ['substituted', 'quantity']],
		['another product of the same kind and quantity', [{ ...SHINGLES, productId: 6001, productName: 'Oakfield Heritage Shingles' }, VENTS], ['substituted']],
		['another product of another kind', [SHINGLES, { ...VENTS, productId: 6200, productName: 'Pipe Boot' }], ['missing', 'added']],
		['short', [{ ...SHINGLES, quantity: 28 }, VENTS], ['quantity']],
		['over', [{ ...SHINGLES, quantity: 31 }, VENTS], ['quantity']],
		['at another price', [{ ...SHINGLES, price: 35.41 }, VENTS], ['price']],
		['without a price', [{ ...SHINGLES, price: 0 }, VENTS], ['price (possible)']],
		['without a unit', [{ ...SHINGLES, uom: undefined }, VENTS], ['unit (possible)', 'price (possible)']],
		['in a unit of which nothing is known', [{ ...SHINGLES, quantity: 10, uom: 'SQ', price: 106.2 }, VENTS], ['unit (possible)', 'price (possible)']],
		['without an option where one was asked', [{ ...SHINGLES, option: undefined }, VENTS], ['substituted (possible)']],
		['with the option in other words', [{ ...SHINGLES, option: 'Black Shadow 27' }, VENTS], ['substituted (possible)']],
		['with a line that cannot be understood', [SHINGLES, VENTS, { foo: 1 }], ['unreadable (possible)']],
		['with a line that cannot be understood in the place of one', [SHINGLES, { foo: 1 }], ['missing (possible)', 'unreadable (possible)']],
		['with a line of which nothing came', [SHINGLES, VENTS, { productId: 6200, productName: 'Pipe Boot', quantity: 0, uom: 'PC' }], []],
		['something of the kind without a product number', [{ ...SHINGLES, productId: undefined, productName: 'HERITAGE SHINGLES BLK', itemCode: undefined }, VENTS], ['substituted (possible)']],
		['with a code in the place of the product number', [{ ...SHINGLES, productId: 'RIDSHI000BLAC', itemCode: undefined }, VENTS], []],
		['at a price per a unit that is not shown, as its amount tells', [{ ...SHINGLES, price: 106.2, extendedPrice: 1062 }, VENTS], ['price (possible)']],
		['at another price, as its amount tells', [{ ...SHINGLES, price: 36, extendedPrice: 1080 }, VENTS], ['price']],
		['with a freight line', [SHINGLES, VENTS, { productName: 'Freight Charge', quantity: 1, price: 75 }], []],
		['with the contractor code alone', [{ ...SHINGLES, productId: undefined, itemCode: undefined, productName: 'RIDGEWAY  HERITAGE SHINGLES' }, VENTS], []],
	])('%s', (_words, told, expected) => {
		expect(kinds([SHINGLES, VENTS], told)).toEqual(expected);
	});

	it('says what was asked, what is told, where, and of which line', () => {
		expect(compared([VENTS, SHINGLES], [VENTS, { ...SHINGLES, quantity: 28 }])).toEqual([{
			kind: 'quantity',
			standing: 'certain',
			message: 'Line 2 (Ridgeway Heritage Shingles, Black Shadow): ordered are 28 BD in order 41200001, asked were 30: 2 short.',
			line: 2,
			asked: { productId: 6000, productName: SHINGLES.productName, option: 'Black Shadow', quantity: 30, uom: 'BD', price: 35.4 },
			told: { line: '2', productId: 6000, itemCode: 'RIDSHI000BLAC', productName: SHINGLES.productName, option: 'Black Shadow', quantity: 28, uom: 'BD', price: 35.4, priceUom: 'BD', amount: 991.2 },
			seenIn: 'order',
			orderId: '41200001',
			invoiceNumber: null,
		}]);
	});

	it('leaves a short or missing line open where the rest may follow, and says why', () => {
		const open = compared([SHINGLES, VENTS], [{ ...SHINGLES, quantity: 28 }], { mayFollow: 'more invoices may come' });
		expect(open.map(({ standing }) => standing)).toEqual(['possible', 'possible']);
		expect(open[0]?.message).toMatch(/2 short\. It is not certain: more invoices may come\.$/);
	});

	describe('prices', () => {
		it.each<[string, number, number, string[]]>([
			['a cent more, with none allowed', 35.41, 0, ['price']],
			['exactly as much more as is allowed', 36.108, 2, []],
			['a tenth of a cent beyond it', 36.109, 2, ['price']],
			['as much less', 34.692, 2, []],
		])('%s', (_words, price, tolerancePercent, expected) => {
			expect(kinds([SHINGLES], [{ ...SHINGLES, price }], { tolerancePercent })).toEqual(expected);
		});

		it('are not compared where none was asked', () => {
			expect(kinds([{ ...SHINGLES, price: undefined }], [{ ...SHINGLES, price: 99 }])).toEqual([]);
		});

		it.each<[string, object, IDataObject[], string[]]>([
			['by UOM Conversion', { priceUOM: 'SQ', price: 106.2 }, SQUARES, []],
			['by UOM Conversion, too dear', { priceUOM: 'SQ', price: 109.2 }, SQUARES, ['price']],
			['by the factor of the line', { priceUOM: 'SQ', price: 106.2, uomConversionFactor: 3 }, [], []],
			['by the factor of the line, too dear', { priceUOM: 'SQ', price: 109.2, uomConversionFactor: 3 }, [], ['price']],
			['not by a factor of 1', { priceUOM: 'SQ', price: 106.2, uomConversionFactor: 1 }, [], ['price (possible)']],
			['not at all', { priceUOM: 'SQ', price: 106.2 }, [], ['price (possible)']],
		])('per another unit are converted %s', (_words, told, rows, expected) => {
			expect(kinds([SHINGLES], [{ ...SHINGLES, ...told }], { rows })).toEqual(expected);
		});

		it('of one product at several prices are compared by their sum', () => {
			const asked = [{ ...SHINGLES, quantity: 10, price: 30 }, { ...SHINGLES, quantity: 10, price: 40 }];
			expect(kinds(asked, [{ ...SHINGLES, quantity: 20, price: 35 }])).toEqual([]);
			expect(kinds(asked, [{ ...SHINGLES, quantity: 20, price: 40 }])).toEqual(['price']);
			expect(kinds(asked, [{ ...SHINGLES, quantity: 10, price: 35 }], { mayFollow: 'more may come' })).toEqual(['quantity (possible)']);
		});
	});

	it('does not compare what was asked in several units and is told in a third', () => {
		const asked = [SHINGLES, { ...SHINGLES, uom: 'SQ', quantity: 2, price: undefined }];
		// A pallet may hold all of it.
		expect(kinds(asked, [{ ...SHINGLES, quantity: 1, uom: 'PAL', price: 0 }])).toEqual(['unit (possible)', 'missing (possible)']);
	});

	it('takes the same quantity in another unit for a note', () => {
		expect(kinds([SHINGLES], [{ ...SHINGLES, quantity: 10, uom: 'SQ', price: 106.2 }], { rows: SQUARES })).toEqual(['unit (note)']);
		expect(kinds([SHINGLES], [{ ...SHINGLES, quantity: 9, uom: 'SQ', price: 106.2 }], { rows: SQUARES })).toEqual(['unit (note)', 'quantity']);
	});

	it.each<[number, number, string[]]>([
		[0.333333, 106.2, ['unit (note)']],
		[0.333, 106.2, ['unit (note)', 'quantity (possible)', 'price (possible)']],
		[0.33, 106.2, ['unit (note)', 'quantity (possible)', 'price (possible)']],
		[0.33, 120, ['unit (note)', 'quantity (possible)', 'price']],
		[0.25, 106.2, ['unit (note)', 'quantity', 'price']],
	])('where the factor is %p, takes no difference that its rounding explains for certain (at %p)', (conversionFactor, price, expected) => {
		const rows = [{ fromUOMCode: 'SQ', toUOMCode: 'BD', conversionFactor }];
		expect(kinds([SHINGLES], [{ ...SHINGLES, quantity: 10, uom: 'SQ', price }], { rows })).toEqual(expected);
	});

	it('does not tell for certain that something was added which may be the rest of a line that is short', () => {
		const unnamed = { ...SHINGLES, productId: undefined, itemCode: undefined, productName: 'BLK BUNDLES', quantity: 11 };
		expect(kinds([SHINGLES], [{ ...SHINGLES, quantity: 20 }, unnamed])).toEqual(['quantity (possible)', 'added (possible)']);
	});

	describe('whatever the lines are', () => {
		const line = fc.record({
			productId: fc.integer({ min: 1, max: 4 }),
			option: fc.constantFrom('N/A', 'Black', 'Brown'),
			quantity: fc.integer({ min: 1, max: 5 }),
			uom: fc.constantFrom('BD', 'PC'),
			price: fc.integer({ min: 1, max: 9999 }).map((cents) => cents / 100),
		});
		const some = fc.array(line, { minLength: 1, maxLength: 6 });

		it('an order has no difference from itself, in whatever order its lines are', () => {
			fc.assert(
				fc.property(some.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))), ([asked, told]) => {
					expect(kinds(asked, told)).toEqual([]);
				}),
			);
		});

		it('the order of told lines makes no difference', () => {
			const plain = (list: ReturnType<typeof compared>) => list.map(({ kind, standing, line: at, asked }) => JSON.stringify([kind, standing, at, asked])).sort();
			fc.assert(
				fc.property(some, some.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))), (asked, [told, shuffled]) => {
					expect(plain(compared(asked, shuffled))).toEqual(plain(compared(asked, told)));
				}),
			);
		});

		it('what differs in quantity is never passed over', () => {
			fc.assert(
				fc.property(some, fc.nat(), fc.integer({ min: 1, max: 3 }), (asked, at, more) => {
					const told = asked.map((each, index) => (index === at % asked.length ? { ...each, quantity: each.quantity + more } : each));
					expect(kinds(asked, told)).not.toEqual([]);
				}),
			);
		});
	});
});
