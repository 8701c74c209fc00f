import { money, type MoneyRules } from './money';
import { asText, type Reading } from './reading';

/**
 * A decimal number from 0 up as text, with the digits that it was given: text of `25.00` stays `25.00`. What a calculation leaves behind
 * (`0.1 + 0.2`) is taken out as from `money`, whose rules are these.
 */
export function exactDecimal(value: unknown, rules: MoneyRules): Reading<string> {
	const read = money(value, rules);
	if ('fault' in read || typeof value !== 'string') return read;
	const [, whole = '', part = ''] = /^\+?0*(\d+)(\.\d+)?$/.exec(value.trim()) ?? [];
	return whole !== '' && part.length <= rules.decimals + 1 ? { value: `${whole}${part}` } : read;
}

/** The same that may be below 0, such as a profit. */
export function signedDecimal(value: unknown, rules: MoneyRules): Reading<string> {
	const text = asText(value) ?? '';
	if (!/^-\d+(\.\d*)?$/.test(text)) return exactDecimal(value, rules);
	const read = exactDecimal(typeof value === 'number' ? -value : text.slice(1), rules);
	return 'fault' in read || Number(read.value) === 0 ? read : { value: `-${read.value}` };
}
