import { textOf } from '../../../engine/values';
import { isAssignedId } from '../shared/placeholders';

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
	return isAssignedId(id) && /^\d+$/.test(idOf(id) ?? '');
}

/**
 * An order number or a queue id: one token with a digit in it, such as `41200987`, `SO41200987`, `Q-48213` or a UUID. A word in its
 * place is none.
 */
export function idOf(value: unknown): string | undefined {
	const id = textOf(value)?.trim() ?? '';
	return isAssignedId(value) && id.length <= LONGEST_ID && /^[\w.:/#-]+$/.test(id) && /\d/.test(id) && !ERROR_CODE.test(id) ? id : undefined;
}

/** Whether a text is short enough for an id. */
export function isOfLengthOfId(text: string): boolean {
	return text.length <= LONGEST_ID;
}
