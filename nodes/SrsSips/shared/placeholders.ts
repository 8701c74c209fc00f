import { isoDay, type IsoDay } from '../../../engine/calendar';
import { textOf } from '../../../engine/values';

/** What SIPS writes where there is none: zeros and dates that no person meant, in the place of an id or a date. */

/** Whether a text is made of zeros alone, or empty. */
export function isZeros(text: string): boolean {
	return /^0*$/.test(text);
}

/**
 * Whether an id is there that SIPS assigns, such as an order number. Zeros alone stand for none, also as a UUID (.NET's `Guid.Empty`),
 * with a point or in hexadecimal. So do a negative number, and a date like 0001-01-01.
 */
export function isAssignedId(value: unknown): boolean {
	const text = textOf(value)?.trim() ?? '';
	return isChosenId(text) && !/^-\d/.test(text) && !/^\d{4}-\d\d-\d\d(?:$|[T ])/.test(text);
}

/** Whether an id is there that people choose themselves, such as a transaction ID: a date or a time is one, zeros stand for none. */
export function isChosenId(text: string): boolean {
	return !/^[+-]?(?:0x)?[0.-]*$/i.test(text.trim()) && !/^(?:0001|1900)-01-01(?:$|[T ])/.test(text.trim());
}

/** A date as SIPS writes it; null where it stands for none, as 0001-01-01, 1900-01-01 and zeros do. Of a form that is not known, it stays. */
export function writtenDate(text: string | null): string | null {
	return text !== null && /^(?:(?:0\d{3}|1[0-8]\d\d|1900|9999)-|(?:0?1\/0?1\/)(?:0001|1900)\b|[0-]*$)/.test(text) ? null : text;
}

const FIRST_DAY: IsoDay = '2000-01-01';

/** The day of a date of SIPS, for comparing. Before 2000 it stands for none. @param timezone IANA name */
export function plausibleDay(date: string | null, timezone: string): IsoDay | undefined {
	const day = isoDay(date, timezone);
	return day !== undefined && day >= FIRST_DAY ? day : undefined;
}
