import { isFailure, type Failure } from '../../../../engine/failure';
import { OtherFields } from '../../../../engine/listSearch/otherFields';

/** The fields of a node, by the paths under which the host finds them. */
function fields(byPath: Record<string, unknown>): OtherFields {
	return new OtherFields((path) => byPath[path]);
}

function failure(work: () => unknown): Failure {
	try {
		work();
	} catch (error) {
		if (isFailure(error)) return error;
		throw error;
	}
	throw new Error('It did not fail');
}

const located = (value: unknown) => ({ __rl: true, mode: 'list', value });

describe('a field that a list depends on', () => {
	it.each([
		['plain text', 'SBDEN', 'SBDEN'],
		['text with blanks around it', ' SBDEN ', 'SBDEN'],
		['a number', 43, '43'],
		['a choice from a list', located('SBDEN'), 'SBDEN'],
		['a locator with a number', located(6000), '6000'],
	])('may hold %s', (_what, value, expected) => {
		expect(fields({ branchCode: value }).needed('branchCode', 'Branch Code')).toBe(expected);
	});

	it.each([
		['is not there', undefined],
		['is empty', ''],
		['is blank', '  '],
		['is an empty locator', located('')],
		['cannot be resolved before a run', null],
		['is a locator that cannot be resolved before a run', located(null)],
		['is an expression that nobody resolved', '={{ $json.branchCode }}'],
		['is a locator with such an expression', located('={{ $json.branchCode }}')],
		['is no text', { branchCode: 'SBDEN' }],
		['is no number', NaN],
	])('is asked for by its name where it %s', (_what, value) => {
		const { kind, message, details } = failure(() => fields({ branchCode: value }).needed('branchCode', 'Branch Code'));
		expect([kind, message]).toEqual(['configuration', 'Choose Branch Code first']);
		expect(details.advice).toMatch(/^This list depends on Branch Code\. If it is an expression, run the earlier nodes .* or type this field in/);
	});

	it('is looked for beside the field first, as in the same row of a table', () => {
		const given = fields({ '&productId': located('2'), productId: '1', branchCode: 'SBDEN' });
		expect([given.optional('productId'), given.optional('branchCode')]).toEqual(['2', 'SBDEN']);
	});

	it('that stands empty in the row is not taken from elsewhere', () => {
		expect(fields({ '&productId': located(''), productId: '1' }).optional('productId')).toBe('');
	});

	it('may be left out where it only narrows the list', () => {
		expect(fields({}).optional('option')).toBe('');
	});
});
