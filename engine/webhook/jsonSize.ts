/** Levels of objects and arrays in one another. Events are flat; n8n itself breaks on what is nested some thousand deep. */
export const DEEPEST = 64;

/** Values in one body, of objects and arrays each one as well: a thousand events with fourteen fields. */
export const MOST_VALUES = 15_000;

/**
 * Bytes that a parsed body may take. With what the call needs besides, it stays below 2 MiB until its workflow starts.
 * A text takes a byte for each character, or two where one of them is beyond Latin-1.
 */
const MOST_MEMORY = 1_835_008;

/** Bytes for one value, text apart: measured were 105 for the worst, objects each with a name of its own (Node 20). */
const VALUE_BYTES = 112;

const [QUOTE, BACKSLASH, COMMA, SMALL_U] = ['"', '\\', ',', 'u'].map((sign) => sign.charCodeAt(0));
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = ['[', ']', '{', '}'].map((sign) => sign.charCodeAt(0));
const [ZERO, NINE] = ['0', '9'].map((sign) => sign.charCodeAt(0)) as [number, number];
const SPACE = 0x20;
/** Digits from which on a number may come as text. */
const LONG_NUMBER = 16;
/** What each of its digits may take: measured were 3.35 MiB held of a mebibyte of such numbers (Node 20). */
const BYTES_OF_DIGIT = 4;
/** First byte in UTF-8 of what is beyond Latin-1. */
const BEYOND_LATIN_1 = 0xc4;

/** What of a body is too much, and whether that is its size. */
export interface TooMuch {
	what: string;
	isSize: boolean;
}

/**
 * Looks how much a body would be when parsed, before it is: a mebibyte of `{}` is a few hundred thousand objects, and
 * twenty times its size in memory.
 *
 * @param bytes JSON in UTF-8, or what is sent for it
 * @returns such as `nested deeper than 64 levels`; undefined where it is fit
 */
export function tooMuch(bytes: Buffer): TooMuch | undefined {
	let [values, depth, textBytes, digits] = [1, 0, 0, 0];
	let isAfterOpening = false;
	for (let at = 0; at < bytes.length; at += 1) {
		const byte = bytes[at]!;
		if (byte <= SPACE) continue;
		const isOpening = byte === OPEN_ARRAY || byte === OPEN_OBJECT;
		const isClosing = byte === CLOSE_ARRAY || byte === CLOSE_OBJECT;
		// What is not empty holds one value more than it has commas.
		if (byte === COMMA || (isAfterOpening && !isClosing)) values += 1;
		// A long number becomes a text of its digits.
		digits = byte >= ZERO && byte <= NINE ? digits + 1 : 0;
		if (digits >= LONG_NUMBER) textBytes += BYTES_OF_DIGIT * (digits === LONG_NUMBER ? LONG_NUMBER : 1);
		if (isOpening) depth += 1;
		if (isClosing) depth -= 1;
		isAfterOpening = isOpening;
		if (byte === QUOTE) {
			const { end, size } = textFrom(bytes, at);
			textBytes += size;
			at = end;
		}
		if (depth > DEEPEST) return { what: `nested deeper than ${DEEPEST} levels`, isSize: false };
		if (values > MOST_VALUES) return { what: `made of more than ${MOST_VALUES} values`, isSize: false };
	}
	return values * VALUE_BYTES + textBytes > MOST_MEMORY ? { what: `more than ${MOST_MEMORY} bytes in memory`, isSize: true } : undefined;
}

/** A text that begins with the quotation mark at this place: where it ends, and how many bytes it takes at most. */
function textFrom(bytes: Buffer, start: number): { end: number; size: number } {
	let isWide = false;
	let end = start + 1;
	for (; end < bytes.length && bytes[end] !== QUOTE; end += 1) {
		const byte = bytes[end]!;
		if (byte === BACKSLASH) end += 1;
		isWide ||= byte >= BEYOND_LATIN_1 || (byte === BACKSLASH && bytes[end] === SMALL_U);
	}
	return { end, size: (end - start) * (isWide ? 2 : 1) };
}
