import { FieldReader, readerOf } from '../../../../engine/items/fields';
import { resourceLocatorValue } from '../../../../engine/items/resourceLocatorValue';

const located = (value: unknown, mode = 'list') => ({ __rl: true, mode, value, cachedResultName: 'Shown Name' });

describe('the value of a field that may be a resource locator', () => {
	it.each([
		['chosen from a list', located('SBDEN'), 'SBDEN'],
		['typed in', located(43, 'id'), 43],
		['empty', located(''), ''],
		['not known before a run', located(null), null],
	])('is what was %s', (_what, given, value) => {
		expect(resourceLocatorValue(given)).toBe(value);
	});

	it.each([['text', 'SBDEN'], ['a number', 43], ['nothing', undefined], ['null', null]])('is %s where an earlier workflow or an expression has that', (_what, given) => {
		expect(resourceLocatorValue(given)).toBe(given);
	});

	it('is an object where that is no locator', () => {
		const object = { value: 'SBDEN' };
		expect(resourceLocatorValue(object)).toBe(object);
	});

	it('is found in the rows of a table as well', () => {
		const row = new FieldReader(readerOf({ productId: located('6000'), option: located(''), uom: 'BD' }));
		expect([row.wholeNumber('productId', { label: 'Product ID' }), row.optionalText('option', { label: 'Option' }), row.code('uom', { label: 'Unit' })]).toEqual([6000, '', 'BD']);
		expect(() => row.done('The row')).not.toThrow();
	});
});
