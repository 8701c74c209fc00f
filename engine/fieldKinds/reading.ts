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
