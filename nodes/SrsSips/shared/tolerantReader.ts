import type { IDataObject } from 'n8n-workflow';
import { isObject, textOf } from '../../../engine/values';
import { isZeros } from './placeholders';

/** What an undocumented object says, by names in small letters: SIPS spells one thing in several ways from call to call. */
export interface TolerantReader {
	/** The object and those of its frames that are there, the outermost first. */
	readonly parts: ReadonlyArray<Readonly<Record<string, unknown>>>;
	/** The first text, or number as text, under one of these names; null where there is none. */
	text(names: readonly string[]): string | null;
	/** All different texts, or numbers as text, under these names; zeros alone stand for none. */
	texts(names: readonly string[]): string[];
	/** The first number under one of these names, be it written as text; null where there is none. */
	number(names: readonly string[]): number | null;
}

/**
 * Reads an object whose shape is in no public document, as far as its fields bear a known name.
 *
 * @param frames names of objects inside it that may hold its fields, in small letters: invoices come as `invoiceHeader`
 */
export function tolerantReader(row: IDataObject, frames: readonly string[]): TolerantReader {
	const parts = [inSmallLetters(row)];
	for (const frame of frames) {
		// Only one level of each: `order.poDetails` is read through `order`.
		for (const part of parts) {
			const inner = part[frame];
			if (!isObject(inner)) continue;
			parts.push(inSmallLetters(inner));
			break;
		}
	}
	const first = <T>(names: readonly string[], read: (value: unknown) => T | undefined): T | null => {
		for (const part of parts) {
			for (const name of names) {
				const value = read(part[name]);
				if (value !== undefined) return value;
			}
		}
		return null;
	};
	const texts = (names: readonly string[]) => {
		const all = new Set<string>();
		for (const part of parts) {
			for (const name of names) {
				const text = textOf(part[name])?.trim();
				if (text !== undefined && !isZeros(text)) all.add(text);
			}
		}
		return [...all];
	};
	return { parts, text: (names) => first(names, (value) => textOf(value)?.trim()), texts, number: (names) => first(names, numberOf) };
}

/** A copy with names in small letters. Of two names that differ in capitals only the first stands. */
export function inSmallLetters(record: IDataObject): Record<string, unknown> {
	// Without a prototype, so that no name of a partner's means anything to JavaScript.
	const small = Object.create(null) as Record<string, unknown>;
	for (const name of Object.keys(record)) {
		const key = name.toLowerCase();
		if (!(key in small)) small[key] = record[name];
	}
	return small;
}

function numberOf(value: unknown): number | undefined {
	const number = typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
