import { momentOf } from '../calendar';
import { roundedText } from '../fieldKinds/decimal';
import { ExactNumber } from '../http/exactNumber';
import { isObject, numberOf, textOf } from '../values';

/** More digits after the point than any amount has. */
const DIGITS = 20;

/**
 * Whether something that was read has these members, nested ones too. Amounts are the same whatever zeros they end in, and moments whatever zone they are
 * written in.
 */
export function holds(row: object, members: object): boolean {
	return Object.entries(members).every(([name, wanted]) => Object.hasOwn(row, name) && isSame((row as Record<string, unknown>)[name], wanted));
}

function isSame(there: unknown, wanted: unknown): boolean {
	if (wanted instanceof ExactNumber) return isNumber(there, wanted.text);
	if (Array.isArray(wanted)) return Array.isArray(there) && there.length === wanted.length && wanted.every((each, at) => isSame(there[at], each));
	if (isObject(wanted)) return isObject(there) && holds(there, wanted);
	const text = textOf(wanted);
	return text === undefined ? there === wanted : textOf(there) === text || isMoment(there, text);
}

function isNumber(there: unknown, wanted: string): boolean {
	const number = plainNumber(wanted);
	return number === undefined ? numberOf(there) === Number(wanted) : plainNumber(textOf(there)) === number;
}

function plainNumber(text: string | undefined): string | undefined {
	return text !== undefined && /^[+-]?\d+(\.\d+)?$/.test(text) ? roundedText(text, DIGITS) : undefined;
}

/** Whether both are the same moment. A fraction of a second beyond its thousandth is passed over. */
function isMoment(there: unknown, wanted: string): boolean {
	const moment = momentOf(wanted);
	return moment !== undefined && typeof there === 'string' && momentOf(there) === moment;
}
