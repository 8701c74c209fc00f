import type { IDataObject } from 'n8n-workflow';

import { LOST_DIGITS, shown, textFault, type Reading } from '../fieldKinds/reading';
import { parseExactly } from '../http/exactJson';
import { ExactNumber } from '../http/exactNumber';
import { isObject } from '../values';

/** Levels of objects and lists in one another. What partners take has a few. */
const DEEPEST = 30;

/** Digits that every decimal number keeps in JavaScript. What a calculation leaves behind (`0.1 + 0.2`) lies beyond them. */
const SURE_DIGITS = 15;

/**
 * A JSON object of which each number goes out digit by digit: text of `150.00` stays `150.00`. Numbers of an object that an expression gives have
 * lost their zeros by then; what a calculation left behind in them is taken out.
 */
export function exactObject(value: unknown): Reading<IDataObject> {
	const given = typeof value === 'string' ? fromText(value) : value;
	if (!isObject(given) || given instanceof ExactNumber) return { fault: `must be a JSON object such as {"number_of_adults": 2}, not ${typeof value === 'string' ? 'a text that is none' : shown(value)}` };
	const faults: string[] = [];
	const exact = exactly(given, faults, 1) as IDataObject;
	return faults[0] === undefined ? { value: exact } : { fault: faults[0] };
}

/** What a text spells, with its numbers as they stand there. Undefined where it is no JSON. */
function fromText(text: string): unknown {
	try {
		return parseExactly(text, () => true);
	} catch {
		return undefined;
	}
}

/** The same value with exact numbers. @param faults gets what is wrong with it */
function exactly(value: unknown, faults: string[], depth: number): unknown {
	if (typeof value === 'number') return exactNumber(value, faults);
	const fault = textFault(value);
	if (fault !== undefined) faults.push(fault);
	if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return value;
	if (depth > DEEPEST) return faults.push(`must not be nested deeper than ${DEEPEST} levels`);
	if (Array.isArray(value)) return (value as unknown[]).map((entry) => exactly(entry, faults, depth + 1));
	// A date, also one of Luxon, as n8n's expressions give it.
	if ('toJSON' in value && typeof value.toJSON === 'function') return (value.toJSON as () => unknown)();
	if (Object.hasOwn(value, '__proto__')) faults.push('must have no member that is called __proto__');
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, exactly(entry, faults, depth + 1)]));
}

function exactNumber(value: number, faults: string[]): ExactNumber | null {
	if (Number.isSafeInteger(value)) return new ExactNumber(String(value));
	if (Number.isFinite(value) && !Number.isInteger(value)) return new ExactNumber(String(Number(value.toPrecision(SURE_DIGITS))));
	faults.push(LOST_DIGITS);
	return null;
}
