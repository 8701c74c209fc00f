import type { IDataObject } from 'n8n-workflow';

import { ExactNumber } from '../../../../engine/http/exactNumber';
import { holds } from '../../../../engine/items/holds';

const amount = new ExactNumber('900000.00');

describe('what was to be set', () => {
	it.each<[string, IDataObject, object, boolean]>([
		['an amount with other zeros at its end', { a: '900000' }, { a: amount }, true],
		['an amount as a number', { a: 900000 }, { a: amount }, true],
		['another amount', { a: '900000.01' }, { a: amount }, false],
		['no amount', {}, { a: amount }, false],
		['an amount with an exponent', { a: 900000 }, { a: new ExactNumber('9e5') }, true],
		['none for one with an exponent', { a: null }, { a: new ExactNumber('9e5') }, false],
		['a no', { a: false }, { a: false }, true],
		['a yes for a no', { a: true }, { a: false }, false],
		['nothing for a no', {}, { a: false }, false],
		['null', { a: null }, { a: null }, true],
		['nothing for null', {}, { a: null }, false],
		['an empty text', { a: '' }, { a: '' }, true],
		['nothing for an empty text', { a: null }, { a: '' }, false],
		['a moment in another zone', { a: '2026-09-04T00:00:00.000000+00:00' }, { a: '2026-09-04T02:00:00+02:00' }, true],
		['another moment', { a: '2026-09-04T00:00:01Z' }, { a: '2026-09-04T00:00:00Z' }, false],
		['a moment for a day', { a: '2026-09-04T00:00:00Z' }, { a: '2026-09-04' }, false],
		['rows in their order', { a: [{ b: 'x', c: 'more' }] }, { a: [{ b: 'x' }] }, true],
		['fewer rows', { a: [] }, { a: [{ b: 'x' }] }, false],
		['an object with more in it', { a: { b: 'x', c: 'y' } }, { a: { b: 'x' } }, true],
		['an object with something else', { a: { b: 'y' } }, { a: { b: 'x' } }, false],
		['what every object inherits', {}, { toString: 'x' }, false],
	])('%s', (_what, row, wanted, expected) => {
		expect(holds(row, wanted)).toBe(expected);
	});
});
