/**
 * A number of JSON with the digits that it was written with. JavaScript's own lose some: `50.00` becomes `50`, and of more than about
 * sixteen digits the last ones are others. It stands where a document has `number`, so its type there is number; sums need its digits.
 */
export class ExactNumber {
	constructor(readonly digits: string) {}

	/** For what shows it and does not answer with it, such as the control paths. */
	toJSON(): number {
		return Number(this.digits);
	}
}

const texts = new WeakMap<object, string>();

/** A string, left as it is, or a number. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Reads a body, and keeps its text for `asWritten`. @throws SyntaxError where it is no JSON */
export function readJson(text: string): unknown {
	const body: unknown = JSON.parse(text);
	if (typeof body === 'object' && body !== null) texts.set(body, text);
	return body;
}

/**
 * A body of a request once more, each number in it with its own digits.
 *
 * @param body as the handler got it
 */
export function asWritten<Body extends object>(body: Body): Body {
	const text = texts.get(body) ?? JSON.stringify(body);
	// Marked first, since a text of the body may look like a number.
	const marked = text.replace(STRING_OR_NUMBER, (part) => (part.startsWith('"') ? `"s${part.slice(1)}` : `"n${part}"`));
	return unmarked(JSON.parse(marked)) as Body;
}

/** Digits as a number that keeps them. @param digits as JSON writes numbers */
export function exactNumber(digits: string): number {
	// The documents call it a number, and on the wire it is one.
	return new ExactNumber(digits) as unknown as number;
}

/** The digits of a number of either kind. */
export function digitsOf(value: number): string {
	return (value as unknown) instanceof ExactNumber ? (value as unknown as ExactNumber).digits : String(value);
}

/** Names of fields are strings as well, so they have the mark of those. */
function unmarked(value: unknown): unknown {
	if (typeof value === 'string') return value.startsWith('n') ? new ExactNumber(value.slice(1)) : value.slice(1);
	if (Array.isArray(value)) return value.map(unmarked);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.slice(1), unmarked(inner)]));
}
