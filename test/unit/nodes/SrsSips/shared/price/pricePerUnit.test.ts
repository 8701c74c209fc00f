import fc from 'fast-check';

import { quotient } from '../../../../../../engine/fieldKinds/decimal';
import { priceOf } from '../../../../../../nodes/SrsSips/shared/price/price';
import { convertedPrice, pricePerUnit } from '../../../../../../nodes/SrsSips/shared/price/pricePerUnit';

const perSquare = { productId: 6000, price: 97.71, priceUOM: 'SQ', requestedUOM: 'BD', uomConversionFactor: 3, messageCode: 0, message: '' };

function converted(changes: Record<string, unknown> = {}, quantity = 4, converts = true) {
	const line = { ...perSquare, ...changes };
	return convertedPrice(priceOf(line, quantity, 'BD'), line, quantity, 'BD', converts);
}

describe('a price for another unit than the one asked for', () => {
	it('is divided by the conversion factor, and says that this is inferred; price and unit of SIPS stay', () => {
		expect(converted()).toEqual({
			price: 97.71, priceAvailable: true, lineTotal: 130.28, pricePerUnit: 32.57, priceInferred: true,
			priceMessage: 'The price is per SQ, not per BD. Per BD it is 32.57, inferred from the conversion factor 3',
		});
	});

	it('is rounded half up to four digits, and the total comes from what was not rounded', () => {
		expect(converted({ price: 1, uomConversionFactor: 3 }, 3_000)).toMatchObject({ pricePerUnit: 0.3333, lineTotal: 1000 });
		expect(converted({ price: 0.00025, uomConversionFactor: 2 })).toMatchObject({ pricePerUnit: 0.0001 });
		expect(converted({ price: 0.0003, uomConversionFactor: 2 })).toMatchObject({ pricePerUnit: 0.0002 });
	});

	it.each<[string, Record<string, unknown>]>([
		['there is no factor', { uomConversionFactor: undefined }],
		['it is 0', { uomConversionFactor: 0 }],
		['it is negative', { uomConversionFactor: -3 }],
		['it is words', { uomConversionFactor: 'three' }],
		['it is 1, as in all samples', { uomConversionFactor: 1 }],
		['it is for a unit that nobody asked for', { requestedUOM: 'PAL' }],
		['SIPS does not say what the price is for', { priceUOM: undefined }],
		['nothing would be left of it', { price: 0.00001, uomConversionFactor: 1_000_000 }],
	])('stays as it is where %s', (_case, changes) => {
		expect(converted(changes)).toMatchObject({ lineTotal: null, pricePerUnit: null, priceInferred: false });
		expect(converted(changes).priceMessage).not.toContain('inferred');
	});

	it('stays as it is where a person has switched that off', () => {
		expect(converted({}, 4, false)).toMatchObject({ price: 97.71, lineTotal: null, pricePerUnit: null, priceInferred: false });
	});

	it('is none where SIPS has none', () => {
		expect(converted({ price: 0 })).toMatchObject({ price: null, lineTotal: null, pricePerUnit: null, priceInferred: false });
	});

	it('takes the factor of V1 with its capitals', () => {
		expect(converted({ uomConversionFactor: undefined, UOMConversionFactor: 3 })).toMatchObject({ pricePerUnit: 32.57 });
	});
});

describe('a price for the unit asked for', () => {
	it('is that of SIPS', () => {
		const line = { ...perSquare, priceUOM: 'BD', price: 32.57 };
		expect(pricePerUnit(priceOf(line, 1, 'BD'), line, 'BD', true)).toEqual({ pricePerUnit: 32.57, priceInferred: false });
	});
});

describe('a quotient in decimals', () => {
	it('is exact and rounded half up', () => {
		const cents = fc.integer({ min: 1, max: 100_000_000 });
		fc.assert(
			fc.property(cents, fc.integer({ min: 1, max: 1_000 }), (price, factor) => {
				// In whole numbers: half a hundredth of a cent goes up.
				const expected = Number((BigInt(price) * 100n * 2n + BigInt(factor)) / (2n * BigInt(factor))) / 10_000;
				expect(quotient([price / 100], factor, 4)).toBe(expected);
			}),
		);
	});

	it.each<[number[], number, number, number | undefined]>([
		[[0.1, 3], 0.3, 2, 1],
		[[1], 3, 4, 0.3333],
		[[2], 3, 4, 0.6667],
		[[1e-7], 1e-7, 2, 1],
		[[1e21], 1e21, 2, 1],
		[[1], 0, 2, undefined],
		[[-1], 2, 2, undefined],
		[[Number.NaN], 2, 2, undefined],
	])('%p by %p to %p digits is %p', (factors, divisor, decimals, expected) => {
		expect(quotient(factors, divisor, decimals)).toBe(expected);
	});
});
