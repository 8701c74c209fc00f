import type { IDataObject } from 'n8n-workflow';

/** Reading what a partner sent, of which nothing may be relied on. */

export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that is text, or a number that can be written as text; else undefined. */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim() === '' ? undefined : value;
	return typeof value === 'number' ? String(value) : undefined;
}

/**
 * A value that is a number, or text that spells one; else NaN. `Number` itself reads a list as its only entry, and throws
 * on some objects.
 */
export function numberOf(value: unknown): number {
	return Number(textOf(value) ?? NaN);
}

/** A copy without what is undefined. */
export function withoutGaps(record: object): IDataObject {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
