import type { PlainPath } from './plainPath';

/** Says that n8n has to be asked: it may give something else than what stands in the item, and not the same in all versions. */
export const UNSURE = Symbol('n8n has to be asked');

/** Most values of an object or list that are copied for a field. n8n's newer engine gives up on large ones, so it is asked. */
const MOST_VALUES = 5_000;
/** Most levels of one. Endless ones, which hold themselves, end here, too. */
const MOST_LEVELS = 30;

/** Half of a pair, which text in another encoding cannot have, and the character that ends a text in some languages. */
const LOST_ON_THE_WAY = /[\0\p{Cs}]/u;
/** What JSON writes with a backslash. The interpreter that n8n can be set to makes such a name of an object one of its first character alone. */
const ESCAPED_IN_NAMES = /["\\\p{Cc}\p{Cs}]/u;

/**
 * What stands at a path of an item's data, as n8n's expression engine would give it: undefined where there is nothing, also behind `null`.
 * Objects and lists are copies, so that whoever changes them leaves the item alone.
 *
 * @param json an item's data
 * @returns `UNSURE` for all that is not JSON, and what n8n's engines do not agree on
 */
export function plainValue(json: unknown, path: PlainPath): unknown {
	if (!isRecord(json)) return UNSURE;
	let value: unknown = json;
	for (const name of path) {
		// The error that JavaScript throws here, n8n passes over.
		if (value === null || value === undefined) return undefined;
		value = memberOf(value, name);
	}
	return copyOf(value, { values: MOST_VALUES }, MOST_LEVELS);
}

function memberOf(holder: unknown, name: string): unknown {
	if (isRecord(holder)) return ownValue(holder, name);
	if (!isList(holder)) return UNSURE;
	return isIndex(name) || !Object.hasOwn(holder, name) ? ownValue(holder, name) : UNSURE;
}

/** A member's value. What an object has by birth, such as `toString`, differs from engine to engine, and so does an own member of that name. */
function ownValue(holder: object, name: string): unknown {
	if (name in Object.prototype || (Array.isArray(holder) && name in Array.prototype)) return UNSURE;
	const member = Object.getOwnPropertyDescriptor(holder, name);
	if (member === undefined) return undefined;
	return 'value' in member ? member.value : UNSURE;
}

function copyOf(value: unknown, left: { values: number }, levels: number): unknown {
	left.values -= 1;
	if (left.values < 0 || levels < 0) return UNSURE;
	switch (typeof value) {
		case 'boolean':
		case 'undefined':
			return value;
		case 'number':
			return Number.isFinite(value) && !Object.is(value, -0) ? value : UNSURE;
		case 'string':
			return LOST_ON_THE_WAY.test(value) ? UNSURE : value;
		case 'object':
			if (value === null) return null;
			if (isList(value)) return copyOfList(value, left, levels);
			return isRecord(value) ? copyOfRecord(value, left, levels) : UNSURE;
		default:
			return UNSURE;
	}
}

function copyOfRecord(record: object, left: { values: number }, levels: number): unknown {
	const copy: Record<string, unknown> = {};
	for (const name of Reflect.ownKeys(record)) {
		if (typeof name === 'symbol' || isMark(name) || ESCAPED_IN_NAMES.test(name)) return UNSURE;
		const member = memberCopy(record, name, left, levels);
		if (member === UNSURE) return UNSURE;
		copy[name] = member;
	}
	return copy;
}

function copyOfList(list: readonly unknown[], left: { values: number }, levels: number): unknown {
	if (list.length > left.values || !isWithoutGaps(list)) return UNSURE;
	const copy: unknown[] = [];
	for (let at = 0; at < list.length; at += 1) {
		const entry = memberCopy(list, String(at), left, levels);
		if (entry === UNSURE) return UNSURE;
		copy.push(entry);
	}
	return copy;
}

/** What n8n marks its own messages between processes with, and what it knows a date by, which it makes text of. */
function isMark(name: string): boolean {
	return name.startsWith('__') || name === 'isLuxonDateTime';
}

/** JSON has no undefined, so engines differ in what they make of one within an object or list. */
function memberCopy(holder: object, name: string, left: { values: number }, levels: number): unknown {
	const value = ownValue(holder, name);
	return value === undefined ? UNSURE : copyOf(value, left, levels - 1);
}

/** Also without members that are no entries; `length` is one by birth. */
function isWithoutGaps(list: readonly unknown[]): boolean {
	return Reflect.ownKeys(list).length === list.length + 1;
}

/** A list as JSON makes it. */
function isList(value: unknown): value is readonly unknown[] {
	return Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype;
}

/** An object as JSON makes it: no date, no file, nothing of a class. */
function isRecord(value: unknown): value is object {
	return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isIndex(name: string): boolean {
	return /^(?:0|[1-9]\d*)$/.test(name);
}
