import { randomUUID } from 'crypto';

import { ExactNumber } from './exactNumber';

/** A text of JSON, or a number in it. What stands in quotes is passed over. */
const TEXTS_AND_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON, its numbers digit by digit: what a number of JavaScript would write otherwise, such as `25.00` or one of 20 digits, becomes an
 * `ExactNumber`.
 *
 * @param isExact which numbers become one, by how they stand there; left out, those
 * @throws SyntaxError where it is no JSON
 */
export function parseExactly(json: string, isExact = isWrittenOtherwise): unknown {
	// What is no JSON must not become some.
	const plain: unknown = JSON.parse(json);
	// Nobody can have written this into a text.
	const mark = randomUUID();
	const marked = json.replace(TEXTS_AND_NUMBERS, (token) => (token.startsWith('"') || !isExact(token) ? token : `"${mark}${token}"`));
	if (marked === json) return plain;
	return JSON.parse(marked, (_name, value: unknown) => (typeof value === 'string' && value.startsWith(mark) ? new ExactNumber(value.slice(mark.length)) : value));
}

/** Whether a number of JavaScript is written otherwise than it stands here. */
function isWrittenOtherwise(numeral: string): boolean {
	return String(Number(numeral)) !== numeral;
}
