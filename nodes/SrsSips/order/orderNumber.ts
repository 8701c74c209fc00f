import { textOf } from '../../../engine/values';

/** Characters of an id at most: real ones have 8 to 36. What is longer is some other text. */
const LONGEST_ID = 100;

/** A code for an error in the place of an id, such as `E1001` (inferred). */
const ERROR_CODE = /^e(?:rr(?:or)?)?[-_:]?\d{1,6}$/i;

/**
 * A sales order number is all digits (submit-order-v2-21007252e0); anything else in its place is a queue id. The answer to Submit and the
 * rows of Order List are judged alike: what is no number in the one place is none in the other.
 *
 * @param id as an answer has it
 */
export function isOrderNumber(id: unknown): boolean {
	return isGiven(id) && /^\d+$/.test(idOf(id) ?? '');
}

/**
 * An order number or a queue id: one token with a digit in it, such as `41200987`, `SO41200987`, `Q-48213` or a UUID. A word in its
 * place is none.
 */
export function idOf(value: unknown): string | undefined {
	const id = textOf(value)?.trim() ?? '';
	return isGiven(value) && id.length <= LONGEST_ID && /^[\w.:/#-]+$/.test(id) && /\d/.test(id) && !ERROR_CODE.test(id) ? id : undefined;
}

/**
 * Zeros alone stand for nothing, also as a UUID (.NET's `Guid.Empty`), with a point or in hexadecimal. So do a negative number, and a
 * date like 0001-01-01.
 */
export function isGiven(value: unknown): boolean {
	const text = textOf(value)?.trim() ?? '';
	return isChosenId(text) && !/^-\d/.test(text) && !/^\d{4}-\d\d-\d\d(?:$|[T ])/.test(text);
}

/** Whether a number that people choose themselves is there, such as a transaction ID: a date or a time is one, zeros stand for none. */
export function isChosenId(text: string): boolean {
	return !/^[+-]?(?:0x)?[0.-]*$/i.test(text.trim()) && !/^(?:0001|1900)-01-01(?:$|[T ])/.test(text.trim());
}

/** Whether a text is short enough for an id. */
export function isOfLengthOfId(text: string): boolean {
	return text.length <= LONGEST_ID;
}
