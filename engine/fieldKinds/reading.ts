/** What became of a value: in the spelling that partners take, or what is wrong with it and what to do. */
export type Reading<T> = { value: T } | { fault: string };

/** Longest piece of a value that a message repeats. */
const LONGEST_SHOWN = 60;

/** A value as a message shows it: what a person sees in the cell, in quotes where it is text, and never at full length. */
export function shown(value: unknown): string {
	if (typeof value === 'string') return `"${shortened(value)}"`;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' && value !== null ? 'an object' : 'nothing';
}

function shortened(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}...` : line;
}

/** Whether a value is what an empty cell or a missing field gives. */
export function isNothing(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Text that a value is, or that a number is written as; else undefined. */
export function asText(value: unknown): string | undefined {
	return typeof value === 'string' ? value.trim() : Number.isFinite(value) ? String(value) : undefined;
}

/** What is said of an id or a text that has come as a number too long for one. */
export const LOST_DIGITS = 'must be text: as a number it has lost digits. Give it in quotes, or format its column as text where it comes from';

/**
 * What shows that a value for a text is not what was meant.
 *
 * Of a number above 9,007,199,254,740,991 the last digits are others by now, and with an exponent most are gone. Text in the form of an
 * exponent (`2.02603E+19`) is what a spreadsheet or another node made of such a number. `[object Object]` is what text around an
 * expression makes of an object.
 *
 * @returns undefined where nothing does
 */
export function textFault(value: unknown): string | undefined {
	if (typeof value === 'number') return (Number.isInteger(value) && !Number.isSafeInteger(value)) || /e/.test(String(value)) ? LOST_DIGITS : undefined;
	if (typeof value !== 'string') return undefined;
	if (/^\s*-?\d(?:\.\d+)?e\+\d+\s*$/i.test(value)) return LOST_DIGITS;
	const [made] = /\[object [A-Z]\w*\]/.exec(value) ?? [];
	return made && `holds ${made}: an expression in it gives an object, not a text. Name the field of the object that is meant, as by {{ $json.job.number }}`;
}
