/** Texts, which stay as they are, and numbers. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON, with whole numbers that JavaScript cannot hold as text: of a 21-digit ticket id that a partner writes without
 * quotes, `JSON.parse` keeps some 17 digits.
 *
 * @returns what the text spells; the text itself where it is no JSON
 */
export function withLongNumbers(json: string): unknown {
	const quoted = json.replace(TOKENS, (token) => (isLong(token) ? `"${token}"` : token));
	try {
		return JSON.parse(quoted);
	} catch {
		return json;
	}
}

function isLong(token: string): boolean {
	return /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
}
