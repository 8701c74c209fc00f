import { randomUUID } from 'crypto';

import { ExactNumber } from './exactNumber';

/** Texts of JSON, to be passed over, and its numbers. */
const TEXTS_AND_NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON, each of its numbers as an `ExactNumber`: an amount of `25.00` goes out again as `25.00`, and one of 30 digits keeps them all.
 *
 * @throws SyntaxError for what is no JSON
 */
export function exactJson(json: string): unknown {
	// Numbers become texts next, which may stand where numbers may not.
	JSON.parse(json);
	// Nobody can have written this into a text.
	const mark = randomUUID();
	const marked = json.replace(TEXTS_AND_NUMBERS, (token) => (token.startsWith('"') ? token : `"${mark}${token}"`));
	return JSON.parse(marked, (_name, value: unknown) => (typeof value === 'string' && value.startsWith(mark) ? new ExactNumber(value.slice(mark.length)) : value)) as unknown;
}
