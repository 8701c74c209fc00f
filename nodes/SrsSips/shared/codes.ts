import { textOf } from '../../../engine/values';

/**
 * Whether two codes, units, numbers or transaction ids are the same one: SIPS spells them in capitals or small letters.
 *
 * @param one as an answer has it; what is no text is no code
 */
export function isSameCode(one: unknown, other: string): boolean {
	const code = textOf(one);
	return code !== undefined && codeKey(code) === codeKey(other);
}

/** An order number in the form in which it is compared: SIPS writes one with and without zeros in front. */
export function orderIdKey(orderId: string): string {
	const key = codeKey(orderId);
	// In two steps, each of which reads the text once: it may be long, and somebody else's.
	return /^\d+$/.test(key) ? key.replace(/^0+(?=\d)/, '') : key;
}

/** A code, number or transaction id in the form in which it is compared. */
export function codeKey(code: string): string {
	return code.trim().toLowerCase();
}
