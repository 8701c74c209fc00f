import { money, type MoneyRules } from './money';
import { asText, shown, type Reading } from './reading';

/**
 * A decimal number from 0 up as text, with the digits that it was given: text of `25.00` stays `25.00`. What a calculation leaves behind
 * (`0.1 + 0.2`) is taken out as from `money`, whose rules are these.
 */
export function exactDecimal(value: unknown, rules: MoneyRules): Reading<string> {
	const certain = withoutNoise(value);
	if (certain === undefined) return { fault: `${shown(value)} has more digits than a number holds for certain. Give it as text` };
	const read = money(certain, rules);
	if ('fault' in read || typeof value !== 'string') return read;
	const [, whole = '', part = ''] = /^\+?0*(\d+)(\.\d+)?$/.exec(value.trim()) ?? [];
	return whole !== '' && part.length <= rules.decimals + 1 ? { value: `${whole}${part}` } : read;
}

/** Digits that a number of JavaScript holds for certain. */
const CERTAIN = 15;
/** Digits of what a person calculates with, at most: with more of them nobody knows whether the last ones are meant. */
const CALCULATED = 12;

/** A number without what a calculation leaves behind in its last digits; undefined where those may be meant. Anything else is as it is. */
function withoutNoise(value: unknown): unknown {
	if (typeof value !== 'number' || !Number.isFinite(value) || digitsOf(value) <= CERTAIN) return value;
	const rounded = Number(value.toPrecision(CERTAIN));
	return digitsOf(rounded) <= CALCULATED ? rounded : undefined;
}

function digitsOf(value: number): number {
	return String(value).replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').length;
}

/** The same that may be below 0, such as a profit. */
export function signedDecimal(value: unknown, rules: MoneyRules): Reading<string> {
	const text = asText(value) ?? '';
	if (!/^-\d+(\.\d*)?$/.test(text)) return exactDecimal(value, rules);
	const read = exactDecimal(typeof value === 'number' ? -value : text.slice(1), rules);
	return 'fault' in read || Number(read.value) === 0 ? read : { value: `-${read.value}` };
}
