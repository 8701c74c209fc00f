import { isSameCode } from './codes';

/** Whose a row of a list is, as far as it says. */
export interface NamedCustomer {
	customerCode: string | null;
	/** What the row has as customer or account number. Whether these hold the code is not documented. */
	customerNumbers: readonly string[];
}

/**
 * - `same`: the row names the customer
 * - `other`: it names another one, by customer code
 * - `otherNumber`: it names another one, by a number that is spelt as codes are: another customer's, by all that is known
 * - `unsure`: it has a number of another kind, which may be this customer's as well
 * - `unnamed`: it names none
 */
export type CustomerMatch = 'same' | 'other' | 'otherNumber' | 'unsure' | 'unnamed';

/** Customer codes as all samples have them: letters, then digits (`DEMO001`, `STO1170`). */
export const CUSTOMER_CODE = /^[a-z]{2,}\d+$/i;

/**
 * Whether a row is of a customer. A code decides. A customer or account number that is the code shows the same; one that is
 * spelt as a code (inferred from the samples) and is another shows another customer. Digits against letters show nothing: SIPS
 * may number customers in two ways.
 */
export function customerMatch({ customerCode, customerNumbers }: NamedCustomer, wanted: string): CustomerMatch {
	if (customerCode !== null) return isSameCode(customerCode, wanted) ? 'same' : 'other';
	if (customerNumbers.some((number) => isSameCode(number, wanted))) return 'same';
	if (customerNumbers.length === 0) return 'unnamed';
	const isCode = (text: string) => CUSTOMER_CODE.test(text.trim());
	return isCode(wanted) && customerNumbers.some(isCode) ? 'otherNumber' : 'unsure';
}

/** Whether a row may be of a customer, for filters: what cannot be said passes, and so does everything where none is wanted (`''`). */
export function mayBeOfCustomer(row: NamedCustomer, wanted: string): boolean {
	return wanted === '' || !['other', 'otherNumber'].includes(customerMatch(row, wanted));
}
