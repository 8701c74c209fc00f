/** Digits of 2^53, the first whole number that JavaScript may not hold. */
const LONG = 16;
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
		return JSON.parse(hasLongRun(json) ? quoted(json) : json);
	} catch {
		return json;
	}
}

/** Whether so many digits stand in a row somewhere. One sign in sixteen is looked at: a run as long as that cannot pass between. */
function hasLongRun(json: string): boolean {
	for (let at = LONG - 1; at < json.length; at += LONG) {
		if (!isDigit(json, at)) continue;
		let first = at;
		let last = at;
		while (isDigit(json, first - 1)) first -= 1;
		while (isDigit(json, last + 1)) last += 1;
		if (last - first + 1 >= LONG) return true;
	}
	return false;
}

function isDigit(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 48 && code <= 57;
}

/** The same JSON with its long numbers in quotes. What stands in quotes already stays. */
function quoted(json: string): string {
	const parts: string[] = [];
	let copied = 0;
	for (let at = 0; at < json.length; ) {
		const opening = json.indexOf('"', at);
		const end = opening < 0 ? json.length : opening;
		// Between two texts there is mostly no more than a comma: too short for a long number.
		if (end - at >= LONG) {
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
