import { shown, type Reading } from './reading';

/** The number of a bank account by ISO 13616: two letters of a country, two check digits, which catch a slip, and what the country has for its accounts. */
export function iban(value: unknown): Reading<string> {
	const text = typeof value === 'string' ? value.replace(/\s+/g, '').toUpperCase() : '';
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return { fault: `must be an IBAN such as DE02120300000000202051, not ${hidden(value)}` };
	return remainder(`${text.slice(4)}${text.slice(0, 4)}`) === 1 ? { value: text } : { fault: `${hidden(value)} is no IBAN: its check digits do not fit the rest, so a sign is wrong or missing` };
}

/** Somebody's account is not repeated in full, only its end, by which a person knows it. */
function hidden(value: unknown): string {
	if (typeof value !== 'string') return shown(value);
	const text = value.trim();
	return text.length > 8 ? `"...${text.slice(-4)}"` : shown(text);
}

/** What is left of the signs as one number, letters as two digits (A is 10), divided by 97 (ISO 7064). */
function remainder(signs: string): number {
	const digits = [...signs].map((sign) => parseInt(sign, 36)).join('');
	return [...digits].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
}
