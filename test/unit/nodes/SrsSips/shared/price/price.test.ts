import fc from 'fast-check';

import { lineTotalOf, priceOf, sumOf } from '../../../../../../nodes/SrsSips/shared/price/price';

const good = { productId: 6000, price: 32.57, priceUOM: 'BD', requestedUOM: 'BD', messageCode: 0, message: '' };
const CALL = 'Please call branch for product pricing';

describe('a price as it may be shown', () => {
	it('is price and total where SIPS gives one per unit asked for', () => {
		expect(priceOf(good, 3, 'BD')).toEqual({ price: 32.57, priceAvailable: true, lineTotal: 97.71, priceMessage: '' });
	});

	it.each([
		['0', { price: 0 }],
		['minus 0', { price: -0 }],
		['negative', { price: -5 }],
		['null', { price: null }],
		['missing', { price: undefined }],
		['text', { price: 'call' }],
		['numerals as text', { price: '0' }],
		['NaN', { price: Number.NaN }],
		['infinite', { price: Infinity }],
	])('is none, with the words SRS wants, where the price is %s', (_name, change) => {
		expect(priceOf({ ...good, ...change }, 3, 'BD')).toEqual({ price: null, priceAvailable: false, lineTotal: null, priceMessage: CALL });
	});

	it.each([
		['a number', { messageCode: 2, message: 'Product is not active' }, `Product is not active. ${CALL}`],
		['a numeral', { messageCode: '2', message: 'Product is not active' }, `Product is not active. ${CALL}`],
		['a word', { messageCode: 'NOPE', message: 'Product is not active' }, `Product is not active. ${CALL}`],
		['without words', { messageCode: 7, message: '' }, `SIPS answered with message code 7. ${CALL}`],
	])('is none where the message code is not 0: %s', (_name, change, priceMessage) => {
		expect(priceOf({ ...good, ...change }, 3, 'BD')).toEqual({ price: null, priceAvailable: false, lineTotal: null, priceMessage });
	});

	it.each([[0], ['0'], [null], [undefined]])('is one with message code %p', (messageCode) => {
		expect(priceOf({ ...good, messageCode }, 1, 'BD').price).toBe(32.57);
	});

	it('is none where SIPS left the product out', () => {
		expect(priceOf(undefined, 1, 'BD')).toEqual({
			price: null, priceAvailable: false, lineTotal: null, priceMessage: `SIPS gave no price for this product. ${CALL}`,
		});
	});

	it('has no total where it is per another unit', () => {
		expect(priceOf({ ...good, priceUOM: 'SQ' }, 3, 'BD')).toEqual({
			price: 32.57, priceAvailable: true, lineTotal: null, priceMessage: 'The price is per SQ, not per BD',
		});
	});

	it('has no total, and does not speak of another unit, where SIPS names none', () => {
		const shown = priceOf({ ...good, priceUOM: undefined }, 3, 'BD');
		expect(shown.lineTotal).toBeNull();
		expect(shown.priceMessage).not.toContain('another unit');
	});

	it('takes no notice of capitals in units', () => {
		for (const priceUOM of ['bd', 'BD ', ' bd ']) expect(priceOf({ ...good, priceUOM }, 2, 'BD')).toMatchObject({ lineTotal: 65.14, priceMessage: '' });
		expect(priceOf({ ...good, priceUOM: 'SQ ' }, 2, 'BD').priceMessage).toBe('The price is per SQ, not per BD');
	});

	it('is never shown as 0 or less, whatever SIPS answers', () => {
		const anything = fc.record(
			{ price: fc.anything(), priceUOM: fc.anything(), messageCode: fc.anything(), message: fc.anything() },
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(anything, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (line, quantity) => {
				const shown = priceOf(line as Parameters<typeof priceOf>[0], quantity, 'BD');
				expect(shown.price === null || shown.price > 0).toBe(true);
				expect(shown.priceAvailable).toBe(shown.price !== null);
				if (!shown.priceAvailable) expect([shown.lineTotal, shown.priceMessage.endsWith(CALL)]).toEqual([null, true]);
			}),
		);
	});
});

describe('a sum in cents', () => {
	it.each<[number[], number]>([
		[[0.1, 0.2], 0.3],
		[[1.005], 1.01],
		[[-1.005], -1.01],
		[[35.4, -35.39], 0.01],
		[[9_007_199_254_740.99, 0.01], 9_007_199_254_741],
		[[], 0],
	])('of %p is %p', (amounts, cents) => {
		expect(sumOf(amounts)).toBe(cents);
	});

	it.each([
		[32.57, 3, 97.71],
		[4.03, 2.5, 10.08],
		[35.41, 0.5, 17.71],
		[32.57, 1.5, 48.86],
		[4.35, 100, 435],
		[0.0049, 1, 0],
	])('of %p times %p is %p', (price, quantity, total) => {
		expect(lineTotalOf(price, quantity)).toBe(total);
	});

	it('is exact for whole quantities of prices in cents', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 10_000 }), (cents, quantity) => {
				expect(lineTotalOf(cents / 100, quantity)).toBe((cents * quantity) / 100);
			}),
		);
	});

	it('rounds half a cent up, also where quantities are not whole', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 2_000 }), (cents, halves) => {
				expect(lineTotalOf(cents / 100, halves / 2)).toBe(Math.round((cents * halves) / 2) / 100);
			}),
		);
	});
});
