import { negative, rounded, sum } from '../core/decimals';

/** An exact decimal as text. Sums are made of these; only answers have numbers. */
export type Amount = string;

const SIGNS: Readonly<Record<string, string>> = { AUD: 'A$', CAD: 'CA$', EUR: '€', GBP: '£', USD: 'US$' };

/** To two places, as this partner has all amounts. */
export function cents(amount: Amount): Amount {
	return rounded(amount, 2);
}

export function total(amounts: readonly Amount[]): Amount {
	return amounts.reduce((all, amount) => sum(all, amount), '0');
}

export function difference(from: Amount, to: Amount): Amount {
	return sum(to, negative(from));
}

/** Two amounts of a name, the number and the text: `{ price: 18.4, price_formatted: '€18.40' }`. */
export function money<Name extends string>(name: Name, amount: Amount, currency: string): Record<Name, number> & Record<`${Name}_formatted`, string> {
	return { [name]: Number(amount), [`${name}_formatted`]: formatted(amount, currency) } as Record<Name, number> & Record<`${Name}_formatted`, string>;
}

function formatted(amount: Amount, currency: string): string {
	const isBelow = amount.startsWith('-');
	const [whole = '0', fraction = ''] = (isBelow ? amount.slice(1) : amount).split('.');
	return `${isBelow ? '-' : ''}${SIGNS[currency] ?? `${currency} `}${whole}.${fraction.padEnd(2, '0')}`;
}
