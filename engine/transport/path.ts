import { validationFailure } from '../failure';

/**
 * A path with its values encoded, as a template tag: path`/customers/${customerCode}`.
 * A value becomes exactly one segment, whatever it holds. `.` and `..` are refused: no encoding keeps a server or
 * a proxy from resolving them, so such a value would address something else.
 *
 * @throws Failure of kind `validation` for an empty value, `.` or `..`
 */
export function path(fixed: TemplateStringsArray, ...values: Array<string | number>): string {
	return fixed.reduce((sofar, part, index) => {
		const value = values[index];
		return sofar + part + (index < values.length ? segment(String(value ?? '')) : '');
	}, '');
}

function segment(value: string): string {
	if (value === '' || value === '.' || value === '..') {
		throw notAddressable(value);
	}
	try {
		return encodeURIComponent(value);
	} catch {
		// Half a character, as when text was cut in the middle of an emoji.
		throw notAddressable(value);
	}
}

function notAddressable(value: string): Error {
	return validationFailure('The request', [
		{ field: `"${value}"`, expected: 'a code or number that can stand in an address' },
	]);
}
