import { mailAddresses } from '../../../engine/fieldKinds/mail';
import { roundedText } from '../../../engine/fieldKinds/decimal';
import { money } from '../../../engine/fieldKinds/money';
import { asText, shown, textFault, type Reading } from '../../../engine/fieldKinds/reading';

/** Kinds of values in the content of properties, room types and rate plans (content/property, content/room-type, content/rate-plan). */

/** An id that a person chooses: letters, digits and hyphens, at most 20. */
export function ownId(value: unknown): Reading<string> {
	const lost = textFault(value);
	if (lost !== undefined) return { fault: lost };
	const text = asText(value) ?? '';
	return /^[A-Za-z0-9-]{1,20}$/.test(text) ? { value: text } : { fault: `${shown(value)} is no ID for Su. Give letters, digits and hyphens, at most 20` };
}

/** A currency by its three letters, in capitals. */
export function currencyCode(value: unknown): Reading<string> {
	const text = asText(value) ?? '';
	return /^[A-Za-z]{3}$/.test(text) ? { value: text.toUpperCase() } : { fault: `${shown(value)} is no currency. Give its three letters, such as EUR` };
}

/** A country by its two letters, in capitals. */
export function countryCode(value: unknown): Reading<string> {
	const text = asText(value) ?? '';
	return /^[A-Za-z]{2}$/.test(text) ? { value: text.toUpperCase() } : { fault: `${shown(value)} is no country. Give its two letters, such as VN` };
}

/** Most addresses of a contact. */
const MOST_EMAILS = 5;

/** One to five addresses of mail. */
export function contactEmails(value: unknown): Reading<string[]> {
	const read = mailAddresses(value);
	if ('fault' in read) return read;
	if (read.value.length === 0) return { fault: 'must not be empty' };
	return read.value.length > MOST_EMAILS ? { fault: `must be at most ${MOST_EMAILS} addresses, not ${read.value.length}` } : read;
}

/** Telephone numbers with commas between them, or a list: a plus and at most 15 digits each. Blanks, hyphens, points and brackets are left out. */
export function phoneNumbers(value: unknown): Reading<string[]> {
	const entries: unknown[] = Array.isArray(value) ? value : (asText(value) ?? '').split(/[,;\n]+/);
	const numbers: string[] = [];
	for (const entry of entries) {
		const number = (asText(entry) ?? '').replace(/[\s().-]/g, '');
		if (!/^\+\d{1,15}$/.test(number)) return { fault: `${shown(entry)} is no telephone number for Su. Give a plus, the country code and digits, at most 15, such as +842360000000` };
		numbers.push(number);
	}
	return { value: [...new Set(numbers)] };
}

/** Digits after the point of a position: a millimetre. */
const DEGREE_DIGITS = 8;

/** Degrees from -`most` to `most`, as text. */
export function degrees(most: number): (value: unknown) => Reading<string> {
	return (value) => {
		const text = asText(value) ?? '';
		const isIn = /^-?\d{1,3}(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= most;
		return isIn ? { value: roundedText(text, DEGREE_DIGITS) } : { fault: `${shown(value)} is no position. Give degrees from -${most} to ${most}, with a point before the decimals` };
	};
}

/** A whole number within limits, as text. */
export function wholeWithin(least: number, most: number): (value: unknown) => Reading<string> {
	return (value) => {
		const text = asText(value) ?? '';
		const isIn = /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most;
		return isIn ? { value: String(Number(text)) } : { fault: `${shown(value)} must be a whole number from ${least} to ${most}` };
	};
}

/** A price above 0 with at most two digits after the point, exactly as text: Su states no number of digits for any currency. */
export function price(value: unknown): Reading<string> {
	return money(value, { decimals: 2 });
}

/** A size above 0, as text. */
export function size(value: unknown): Reading<string> {
	const text = asText(value) ?? '';
	return /^\d{1,6}(\.\d+)?$/.test(text) && Number(text) > 0 ? { value: text } : { fault: `${shown(value)} is no size. Give a number above 0, such as 28.5` };
}

/** A time of day, `HH:MM`. */
export function clockTime(value: unknown): Reading<string> {
	const text = asText(value) ?? '';
	return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? { value: text } : { fault: `${shown(value)} is no time. Give one such as 14:00` };
}

/** The time at which sales end on a day: `00:00` to `24:00`, on the hour or half past. */
export function closeOutTime(value: unknown): Reading<string> {
	const text = asText(value) ?? '';
	return /^(?:(?:[01]\d|2[0-3]):[03]0|24:00)$/.test(text) ? { value: text } : { fault: `${shown(value)} is no time at which sales can end. Give 00:00 to 24:00, on the hour or half past, such as 18:30` };
}

/** One of these words. */
export function wordOf<T extends string>(words: readonly T[]): (value: unknown) => Reading<T> {
	return (value) => {
		const found = words.find((word) => word === asText(value));
		return found === undefined ? { fault: `must be one of ${words.join(', ')}, not ${shown(value)}` } : { value: found };
	};
}
