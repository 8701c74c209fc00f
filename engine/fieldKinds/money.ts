import { digitsAfterPoint, roundedText } from './decimal';
import { shown, type Reading } from './reading';

export interface MoneyRules {
	/** Digits after the point that the currency has; 2 for US dollars and euros. */
	decimals: number;
	/** Whether 0 is a price. Left out, it is a fault: an empty cell often becomes 0. */
	zero?: boolean;
	/** Whether digits beyond the currency's are rounded, half up. Left out, they are a fault. Only for what is never sent. */
	rounds?: boolean;
	/** What a person does to allow 0, such as `switch on Allow Price 0`. */
	zeroAdvice?: string;
}

/** From here on a number cannot hold cents exactly. */
const MOST = 10 ** 13;

/** Characters of an amount at most, digits of a calculation included. */
const LONGEST = 100;

/** A sum in binary is off by this much at most, of its value and of the currency's smallest coin. */
const NOISE = { ofValue: 1e-9, ofCoin: 1e-3 };

/**
 * An amount of money as decimal text without trailing zeros, such as `145.5`. What a calculation in n8n leaves behind
 * (`0.1 + 0.2` is 0.30000000000000004) is taken out; real digits beyond the currency's are a fault and are never rounded, unless the rules say so.
 */
export function money(value: unknown, { decimals, zero = false, zeroAdvice, rounds = false }: MoneyRules): Reading<string> {
	const text = typeof value === 'string' ? value.trim() : typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
	if (text === undefined) return { fault: `must be an amount such as ${example(decimals)}, not ${shown(value)}` };
	if (text.length > LONGEST) return { fault: `${shown(value)} has ${text.length} characters, and no amount has more than ${LONGEST}` };
	const isExponent = typeof value === 'number' && /e/i.test(text);
	if (!isExponent && !/^[+-]?\d+(\.\d*)?$/.test(text)) return { fault: misspelt(text, value, decimals) };
	if (Number(text) < 0) return { fault: `${shown(value)} is below 0. Give 0 or more` };
	if (Number(text) >= MOST) return { fault: `${shown(value)} is too large for an amount: it must be below ${MOST}` };
	const amount = roundedText(text, decimals);
	if (!rounds && digitsAfterPoint(text) > decimals && !isNoise(Number(text), Number(amount), decimals)) {
		return { fault: `${shown(value)} has more digits after the point than the ${decimals} of the currency. Round it to ${decimals} digits first` };
	}
	if (Number(amount) === 0 && !zero) {
		return { fault: `must not be 0${zeroAdvice === undefined ? '' : `: ${zeroAdvice} if it is meant`}` };
	}
	return { value: amount };
}

function isNoise(value: number, amount: number, decimals: number): boolean {
	const off = Math.abs(value - amount);
	return off <= Math.abs(value) * NOISE.ofValue && off <= NOISE.ofCoin * 10 ** -decimals;
}

function misspelt(text: string, value: unknown, decimals: number): string {
	const [, whole, part] = /^(\d+),(\d+)$/.exec(text) ?? [];
	if (whole !== undefined && part !== undefined) {
		return part.length === 3
			? `${shown(value)} can mean ${whole}${part} or ${whole}.${part}. Write it without a comma, with a point before the decimals`
			: `${shown(value)} looks like a decimal comma. Write ${whole}.${part}, with a point`;
	}
	if (/^[+-]?\d{1,3}([,.' \u00a0\u202f]\d{3})+([.,]\d*)?$/.test(text)) {
		return `${shown(value)} has separators between its thousands. Write digits alone, with a point before the decimals`;
	}
	if (/^[^\d\s.,+-]{1,3}\s*\d[\d.,]*$|^\d[\d.,]*\s*[^\d\s.,]{1,3}$/u.test(text)) return `${shown(value)} has a currency beside the number. Give the number alone, such as ${example(decimals)}`;
	return `${shown(value)} is no amount: must be a number from 0 up, such as ${example(decimals)}`;
}

function example(decimals: number): string {
	return (145.5).toFixed(decimals);
}
