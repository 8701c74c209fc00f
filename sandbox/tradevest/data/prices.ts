/** Prices of digital assets in EUR, by symbol. Invented, and always the same. */
export const cryptoPrices: Readonly<Record<string, string>> = {
	BTC: '61234.56',
	ETH: '2450.37',
	LTC: '71.05',
	SOL: '138.4',
	XRP: '0.5123',
};

/** A tokenized asset. */
export interface Token {
	tokenSymbol: string;
	name: string;
	underlying: string;
	price: string;
}

/** The tokenized assets. Invented. */
export const tokens: readonly Token[] = [
	{ tokenSymbol: 'SBXONE', name: 'Sandbox Token One', underlying: 'DE000SBX0011', price: '12.50' },
	{ tokenSymbol: 'SBXTWO', name: 'Sandbox Token Two', underlying: 'DE000SBX0029', price: '101.875' },
];

/** The price of every security in EUR. Invented. */
export const SECURITY_PRICE = '100.25';

/** The fee for each order of a security in EUR, as the costs before the order name it. Invented. */
export const ORDER_FEE = '0.99';
