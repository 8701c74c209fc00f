/** The bank of all accounts here. Invented, and in the form of a real one. */
const BANK_CODE = '12030000';

export const BIC = 'BYLADEM1001';

/** The international number of an account (ISO 13616, German form). @param account its number, at most ten digits */
export function ibanOf(account: number): string {
	const inside = BANK_CODE + String(account).padStart(10, '0');
	// The letters D and E are 13 and 14; the whole with its check digits leaves 1 when divided by 97.
	const check = 98n - (BigInt(`${inside}131400`) % 97n);
	return `DE${String(check).padStart(2, '0')}${inside}`;
}
