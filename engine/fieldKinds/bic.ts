import { shown, type Reading } from './reading';

/** The code of a bank by ISO 9362: four letters, two of a country, two signs, and three more for a branch. */
export function bic(value: unknown): Reading<string> {
	const text = typeof value === 'string' ? value.replace(/\s+/g, '').toUpperCase() : '';
	return /^[A-Z]{6}[A-Z\d]{2}([A-Z\d]{3})?$/.test(text) ? { value: text } : { fault: `must be a BIC of 8 or 11 signs such as BYLADEM1001, not ${shown(value)}` };
}
