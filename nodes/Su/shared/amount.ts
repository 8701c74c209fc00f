import { roundedText } from '../../../engine/fieldKinds/decimal';
import { money } from '../../../engine/fieldKinds/money';
import type { Reading } from '../../../engine/fieldKinds/reading';
import type { FieldReader } from '../../../engine/items/fields';

/**
 * An amount in the currency of the property. Su does not say how many digits after the point a currency has, and shows two even for
 * dong, which has none (rates-and-availability): so two are allowed.
 *
 * @param zero whether 0 is an amount, and what to do where it is meant and is none
 */
export function amountOf(zero: { zero?: boolean; zeroAdvice?: string } = {}): (value: unknown) => Reading<string> {
	return (value) => money(value, { decimals: 2, ...zero });
}

/** Digits after the point of a factor. Su states no number; what a calculation leaves behind is cut off here. */
const FACTOR_DIGITS = 6;

/** A factor above 0 as decimal text, such as `1.1` for ten percent more. Faults are noted in `fields`. */
export function factorIn(fields: FieldReader, name: string, label: string): string {
	return roundedText(fields.positiveNumber(name, { label }), FACTOR_DIGITS);
}
