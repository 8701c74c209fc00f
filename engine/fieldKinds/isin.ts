import { shown, type Reading } from './reading';

/** The number of a security by ISO 6166: two letters of a country, nine signs, and a check digit, which catches a slip of one sign. */
export function isin(value: unknown): Reading<string> {
	const text = typeof value === 'string' ? value.replace(/\s+/g, '').toUpperCase() : '';
	if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(text)) return { fault: `must be an ISIN such as DE000A0F5UF5, not ${shown(value)}` };
	return hasCheckDigit(text) ? { value: text } : { fault: `${shown(value)} is no ISIN: its last digit does not fit the signs before it, so one of them is wrong` };
}

/** Letters count as two digits (A is 10); every second digit from the right counts twice (Luhn). */
function hasCheckDigit(text: string): boolean {
	const digits = [...text].map((sign) => parseInt(sign, 36)).join('');
	const sum = [...digits].reverse().reduce((total, digit, at) => {
		const counted = Number(digit) * (at % 2 === 1 ? 2 : 1);
		return total + (counted > 9 ? counted - 9 : counted);
	}, 0);
	return sum % 10 === 0;
}
