/** A run of digits that may be too long for a JavaScript number: 2^53 has sixteen. */
const LONG_RUN = /\d{16}/;
/** Numbers as JSON spells them. */
const NUMBERS = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON, with whole numbers that JavaScript cannot hold as text: of a 21-digit ticket id that a partner writes without
 * quotes, `JSON.parse` keeps some 17 digits. Takes time in proportion to the text, whatever it holds.
 *
 * @returns what the text spells; the text itself where it is no JSON
 */
export function withLongNumbers(json: string): unknown {
	try {
		return JSON.parse(LONG_RUN.test(json) ? quoted(json) : json);
	} catch {
		return json;
	}
}

/** The same JSON with its long numbers in quotes. What stands in quotes already stays. */
function quoted(json: string): string {
	const parts: string[] = [];
	let copied = 0;
	for (let at = 0; at < json.length; ) {
		const opening = json.indexOf('"', at);
		const end = opening < 0 ? json.length : opening;
		// Between two texts there is mostly no more than a comma: too short for a long number.
		if (end - at >= 16) {
			const between = json.slice(at, end);
			const changed = between.replace(NUMBERS, (number) => (isLong(number) ? `"${number}"` : number));
			if (changed !== between) {
				parts.push(json.slice(copied, at), changed);
				copied = end;
			}
		}
		at = opening < 0 ? end : afterText(json, opening);
	}
	return parts.length === 0 ? json : parts.join('') + json.slice(copied);
}

/** Where a text ends that begins at this quote: behind its closing quote, or at the end of all where it has none. */
function afterText(json: string, opening: number): number {
	for (let from = opening + 1; ; ) {
		const quote = json.indexOf('"', from);
		if (quote < 0) return json.length;
		let backslashes = 0;
		while (json[quote - 1 - backslashes] === '\\') backslashes += 1;
		if (backslashes % 2 === 0) return quote + 1;
		from = quote + 1;
	}
}

function isLong(token: string): boolean {
	return /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
}
