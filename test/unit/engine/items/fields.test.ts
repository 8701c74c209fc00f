import { isFailure, type Failure } from '../../../../engine/failure';
import { FieldReader, readerOf } from '../../../../engine/items/fields';

const NOT_THERE = Symbol('not there');

function reading<T>(value: unknown, read: (fields: FieldReader) => T): { value: T; faults: string[] } {
	const fields = new FieldReader(readerOf(value === NOT_THERE ? {} : { field: value }));
	const result = read(fields);
	return { value: result, faults: faultsOf(fields) };
}

function faultsOf(fields: FieldReader): string[] {
	try {
		fields.done('The item');
		return [];
	} catch (error) {
		if (!isFailure(error)) throw error;
		return (error.details.faults ?? []).map(({ field, expected }) => `${field}: ${expected}`);
	}
}

const label = 'Field';
const NOTHING: unknown[] = [NOT_THERE, undefined, null, '', '   '];
const NO_TEXT: unknown[] = [true, {}, [], ['a'], () => 'a', Number.NaN, Infinity];

describe('text', () => {
	const text = (value: unknown, longest?: number) => reading(value, (fields) => fields.text('field', { label, longest }));

	it.each([[' a ', 'a'], ['two\nlines', 'two\nlines'], [5, '5'], [0, '0'], [1.5, '1.5'], ['x'.repeat(200), 'x'.repeat(200)]])('is read from %p', (given, value) => {
		expect(text(given)).toEqual({ value, faults: [] });
	});

	it.each(NOTHING)('must be there: %p', (given) => {
		expect(text(given).faults).toEqual(['Field: must not be empty']);
	});

	it.each(NO_TEXT)('is not %p', (given) => {
		expect(text(given).faults).toContain('Field: must be text');
	});

	it('has a length that it may have', () => {
		expect(text('x'.repeat(201)).faults).toContain('Field: must have at most 200 characters');
		expect(text('abc', 2).faults).toContain('Field: must have at most 2 characters');
		expect(text('x'.repeat(1000), 1000).faults).toEqual([]);
	});

	it('has one fault at a time', () => {
		expect(text(true).faults).toEqual(['Field: must be text']);
		expect(text('x'.repeat(201)).faults).toEqual(['Field: must have at most 200 characters']);
	});
});

describe('text that may be left out', () => {
	const text = (value: unknown) => reading(value, (fields) => fields.optionalText('field', { label }));

	it.each(NOTHING)('may be %p', (given) => {
		expect(text(given)).toEqual({ value: '', faults: [] });
	});

	it.each(NO_TEXT)('is not %p', (given) => {
		expect(text(given).faults).toEqual(['Field: must be text']);
	});
});

describe('text that was a number too long for one', () => {
	const LOST = ['Field: must be text: as a number it has lost digits. Give it in quotes, or format its column as text where it comes from'];
	const LONG = [Number('177251666900249940001'), Number('20260305000000012345'), -Number('20260305000000012345'), Number.MAX_SAFE_INTEGER + 1, 2e21, 1e-7, '2.02603E+19', ' 1.7725166690024994e+21 ', '2e+21'];

	it.each(LONG)('is told as that, and not taken with other digits: %p', (given) => {
		expect(reading(given, (fields) => fields.text('field', { label })).faults).toEqual(LOST);
		expect(reading(given, (fields) => fields.optionalText('field', { label })).faults).toEqual(LOST);
		expect(reading(given, (fields) => fields.code('field', { label })).faults).toEqual(LOST);
		expect(reading(given, (fields) => fields.codes('field', { label })).faults).toEqual(LOST);
		expect(reading(['A', given], (fields) => fields.codes('field', { label })).faults).toEqual(LOST);
	});

	it.each([Number.MAX_SAFE_INTEGER, -5, 1.25, '177251666900249940001', '1e5', '12E4', '1E+5 and more', 'A2e+21'])('is not %p', (given) => {
		expect(reading(given, (fields) => fields.text('field', { label }))).toEqual({ value: String(given), faults: [] });
	});
});

describe('text around an expression that gives an object', () => {
	it.each(['PO-[object Object]', '[object Undefined] Ridge Rd', '[object Array]'])('is told as that, and not taken: %p', (given) => {
		const words = [expect.stringMatching(/^Field: holds \[object \w+\]: an expression in it gives an object, not a text\. Name the field/)];
		expect(reading(given, (fields) => fields.text('field', { label })).faults).toEqual(words);
		expect(reading(given, (fields) => fields.code('field', { label })).faults).toEqual(words);
		expect(reading([given], (fields) => fields.codes('field', { label })).faults).toEqual(words);
	});

	it.each(['[object] of the order', 'object Object', 'See [object 5]'])('is not %p', (given) => {
		expect(reading(given, (fields) => fields.text('field', { label })).faults).toEqual([]);
	});
});

describe('a code', () => {
	const code = (value: unknown) => reading(value, (fields) => fields.code('field', { label }));

	it.each([[' ABC-1 ', 'ABC-1'], [12_345, '12345'], ['Ü/1', 'Ü/1'], ['A\n', 'A'], ['x'.repeat(60), 'x'.repeat(60)]])('is read from %p', (given, value) => {
		expect(code(given)).toEqual({ value, faults: [] });
	});

	it.each(['.', '..', ' .. '])('can stand in an address, which %p cannot', (given) => {
		expect(code(given).faults).toEqual(['Field: must be a code or number that can stand in an address']);
	});

	it.each(['A\nB', 'A\tB', 'A\u0000B', 'A\u007fB', 'A\u001b[31mB'])('stands on one line, without control characters: %p', (given) => {
		expect(code(given).faults).toEqual(['Field: must be a code on one line']);
	});

	it.each([...NOTHING, ...NO_TEXT, 'x'.repeat(61)])('is not %p', (given) => {
		expect(code(given).faults).toHaveLength(1);
	});
});

describe('a whole number', () => {
	const whole = (value: unknown, least?: number) => reading(value, (fields) => fields.wholeNumber('field', { label, least }));

	it.each([[5, 5], ['5', 5], [' 5 ', 5], [0, 0], ['0', 0], ['5.0', 5], [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]])('is read from %p', (given, value) => {
		expect(whole(given)).toEqual({ value, faults: [] });
	});

	it.each([...NOTHING, ...NO_TEXT, 1.5, '1.5', -1, '-1', '5 pieces', '1,5', '5e400', '0x10', Number.MAX_SAFE_INTEGER + 1, null, { valueOf: () => 5 }])(
		'is not %p',
		(given) => {
			expect(whole(given).faults).toEqual(['Field: must be a whole number from 0 up']);
		},
	);

	it('is not less than it may be', () => {
		expect(whole(0, 1).faults).toEqual(['Field: must be a whole number from 1 up']);
		expect(whole(1, 1)).toEqual({ value: 1, faults: [] });
	});
});

describe('a number above 0', () => {
	const positive = (value: unknown) => reading(value, (fields) => fields.positiveNumber('field', { label }));

	it.each([[0.5, 0.5], ['2.25', 2.25], [3, 3]])('is read from %p', (given, value) => {
		expect(positive(given)).toEqual({ value, faults: [] });
	});

	it.each([...NOTHING, ...NO_TEXT, 0, '0', -1, 'two'])('is not %p', (given) => {
		expect(positive(given).faults).toEqual(['Field: must be a number above 0']);
	});
});

describe('a number that may be left out', () => {
	const optional = (value: unknown, whole?: boolean) => reading(value, (fields) => fields.optionalNumber('field', { label, whole }));

	it.each(NOTHING)('may be %p', (given) => {
		expect(optional(given)).toEqual({ value: undefined, faults: [] });
	});

	it.each([[0, 0], ['1.5', 1.5]])('is read from %p', (given, value) => {
		expect(optional(given)).toEqual({ value, faults: [] });
	});

	it.each([...NO_TEXT, -1, 'two'])('is not %p', (given) => {
		expect(optional(given).faults).toEqual(['Field: must be a number from 0 up']);
	});

	it('may have to be whole', () => {
		expect(optional(1.5, true).faults).toEqual(['Field: must be a whole number from 0 up']);
		expect(optional('3', true)).toEqual({ value: 3, faults: [] });
	});
});

describe('a yes or no', () => {
	const flag = (value: unknown) => reading(value, (fields) => fields.optionalFlag('field', { label }));

	it.each([[undefined, undefined], ['', undefined], [' ', undefined], [null, undefined], [true, true], ['TRUE', true], [1, true], ['1', true], ['yes', true], [false, false], ['False', false], [0, false], ['0', false], ['no', false]])('%j is %j', (given, value) => {
		expect(flag(given)).toEqual({ value, faults: [] });
	});

	it.each([['maybe'], [2], [{}], [[true]], [NaN]])('%j is neither', (given) => {
		expect(flag(given).faults).toEqual(['Field: must be true or false']);
	});
});

describe('a day', () => {
	const day = (value: unknown) => reading(value, (fields) => fields.day('field', { label }, 'America/Chicago'));
	const optional = (value: unknown) => reading(value, (fields) => fields.optionalDay('field', { label }, 'America/Chicago'));

	it('is read in the zone of the workflow', () => {
		expect(day('2026-03-05T03:00:00Z')).toEqual({ value: '2026-03-04', faults: [] });
		// A day written as midnight in UTC, which is none of the two for sure.
		expect(day('2026-03-05T00:00:00Z').faults).toEqual([expect.stringMatching(/is midnight of 2026-03-05 in UTC, which is 2026-03-04/)]);
		expect(optional('2026-03-05')).toEqual({ value: '2026-03-05', faults: [] });
	});

	it.each([...NOTHING, '2026-02-30', 'soon', true, {}])('that must be there is not %p', (given) => {
		expect(day(given).faults).toEqual([expect.stringMatching(/^Field: must be a date such as 2026-03-05/)]);
	});

	it.each(NOTHING)('that may be left out may be %p', (given) => {
		expect(optional(given)).toEqual({ value: undefined, faults: [] });
	});

	it.each(['2026-02-30', 'soon', true, {}])('that may be left out is not %p', (given) => {
		expect(optional(given).faults).toEqual([expect.stringMatching(/^Field: must be a date such as 2026-03-05, not /)]);
	});
});

describe('one of several values', () => {
	const choice = (value: unknown, name = 'field') => reading(value, (fields) => fields.oneOf(name, { label }, ['a', 'b']));

	it('is the first where an option was not added', () => {
		expect(choice(NOT_THERE, 'options.field')).toEqual({ value: 'a', faults: [] });
		expect(choice('b')).toEqual({ value: 'b', faults: [] });
	});

	it.each([NOT_THERE, null, 'c', '', 'A', 0, true, ['a'], 'toString'])('is not %p', (given) => {
		expect(choice(given).faults).toEqual(['Field: must be one of a, b']);
	});
});

describe('a list', () => {
	const list = (value: unknown) => reading(value, (fields) => fields.list('field', { label }));

	it.each<[unknown, unknown]>([
		[[{ a: 1 }], [{ a: 1 }]],
		[{ a: 1 }, [{ a: 1 }]],
		['[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
		[' {"a":1} ', [{ a: 1 }]],
	])('is read from %p', (given, value) => {
		expect(list(given)).toEqual({ value, faults: [] });
	});

	it.each([...NOTHING, [], '[]'])('must have an entry: %p', (given) => {
		expect(list(given).faults).toEqual(['Field: must have at least one entry']);
	});

	it.each([5, true, 'a', '[1,2]', '[{"a":1', 'null', [null], [{ a: 1 }, 'b'], [[{ a: 1 }]]])('is not %p', (given) => {
		expect(list(given).faults).toEqual(['Field: must be a JSON array of objects']);
	});

	it('gives no field that its entry does not have of its own', () => {
		const [entry] = list('[{"__proto__": {"quantity": 5}}]').value;
		const read = readerOf(entry!);
		expect([read('quantity'), read('toString', 'none'), read('constructor')]).toEqual([undefined, 'none', undefined]);
	});
});

describe('a limit', () => {
	const limit = (values: Record<string, unknown>) => {
		const fields = new FieldReader(readerOf(values));
		const value = fields.limit();
		return { value, faults: faultsOf(fields) };
	};

	it('is none where all is wanted, else 50 where nothing is said', () => {
		expect(limit({ returnAll: true, limit: -5 })).toEqual({ value: undefined, faults: [] });
		expect(limit({})).toEqual({ value: 50, faults: [] });
		expect(limit({ limit: '7' })).toEqual({ value: 7, faults: [] });
	});

	it.each([0, -1, 1.5, 'all', true])('is not %p', (value) => {
		expect(limit({ limit: value }).faults).toEqual(['Limit: must be a whole number from 1 up']);
	});
});

describe('the faults of an item', () => {
	it('are told all at once, those of its parts with their place', () => {
		const fields = new FieldReader(readerOf({ customerCode: '', quantity: 'x' }));
		fields.code('customerCode', { label: 'Customer Code' });
		const line = new FieldReader(readerOf({ quantity: -1 }), 'Lines 3: ');
		line.wholeNumber('quantity', { label: 'Quantity', least: 1 });
		fields.take(line);
		expect(fields.fault('Color', 'must be sold at this branch', 'none')).toBe('none');
		let failure: Failure | undefined;
		try {
			fields.done('The order');
		} catch (error) {
			if (isFailure(error)) failure = error;
		}
		expect(failure).toMatchObject({
			kind: 'validation',
			message:
				'The order was not sent: 3 fields need attention. Customer Code: must not be empty; Lines 3: Quantity: must be a whole number from 1 up; Color: must be sold at this branch',
			details: { faults: [{ field: 'Customer Code' }, { field: 'Lines 3: Quantity' }, { field: 'Color' }] },
		});
	});

	it('are none in a good item', () => {
		expect(() => new FieldReader(readerOf({})).done('The order')).not.toThrow();
	});
});
