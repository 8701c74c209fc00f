import type { IDataObject } from 'n8n-workflow';

import { digitsAfterPoint, product, quotient } from '../../../engine/fieldKinds/decimal';
import { numberOf } from '../../../engine/values';
import { isSameCode } from './codes';

/** How many of one unit make one of another: `times` divided by `by`. */
export interface UnitRatio {
	times: number;
	by: number;
	/** The row of UOM Conversion that says so. */
	row: IDataObject;
}

/**
 * How many units `to` one unit `from` holds, by the rows of UOM Conversion (uom-conversion-27886764e0).
 *
 * Mind the direction: from `PAL` to `RL` with "50 RL IN 1 PAL" the factor is 0.02, from-units in one to-unit.
 *
 * @returns undefined where no row tells it
 */
export function unitRatio(rows: readonly IDataObject[], from: string, to: string): UnitRatio | undefined {
	const there = rowFor(rows, from, to);
	if (there) return { times: 1, by: numberOf(there.conversionFactor), row: there };
	const back = rowFor(rows, to, from);
	return back && { times: numberOf(back.conversionFactor), by: 1, row: back };
}

/** What each row that tells it says one unit `from` holds of `to`: they may contradict each other. */
export function perUnitOfRows(rows: readonly IDataObject[], from: string, to: string): number[] {
	return [...rowsFor(rows, from, to).map((row) => 1 / numberOf(row.conversionFactor)), ...rowsFor(rows, to, from).map((row) => numberOf(row.conversionFactor))];
}

/** A row with a factor that can be reckoned with. */
function rowFor(rows: readonly IDataObject[], from: string, to: string): IDataObject | undefined {
	return rowsFor(rows, from, to)[0];
}

function rowsFor(rows: readonly IDataObject[], from: string, to: string): IDataObject[] {
	return rows.filter((row) => isSameCode(row.fromUOMCode, from) && isSameCode(row.toUOMCode, to) && numberOf(row.conversionFactor) > 0);
}

/** Digits behind the point from which on a factor is taken for the rounded part of a whole number: 0.3333 is a third, and 0.33 is not. */
const ROUNDED_DIGITS = 4;

/** The same ratio in whole numbers, where its factor is a part of one: 3 divided by 0.333333 is 9, and not 9.000009. */
export function exactRatio(ratio: UnitRatio): UnitRatio {
	const [parts, row] = [wholeOf(ratio.by === 1 ? ratio.times : ratio.by), ratio.row];
	if (parts === undefined) return ratio;
	return ratio.by === 1 ? { times: 1, by: parts, row } : { times: parts, by: 1, row };
}

/** The whole number of which a factor is a part, if it is one. */
function wholeOf(factor: number): number | undefined {
	if (factor >= 1) return undefined;
	const [number, digits] = [Math.round(1 / factor), digitsAfterPoint(factor)];
	const isRounded = digits >= ROUNDED_DIGITS && quotient([1], number, digits) === factor;
	return isRounded || product(number, factor, 2 * QUANTITY_DIGITS) === 1 ? number : undefined;
}

/** Digits after the point: enough for any unit, and none of the dust of binary fractions. */
const QUANTITY_DIGITS = 6;

/** A quantity in the other unit, exact, with six digits at most. @param quantity from 0 up */
export function convertedQuantity(quantity: number, { times, by }: Pick<UnitRatio, 'times' | 'by'>): number | undefined {
	return by === 1 ? product(quantity, times, QUANTITY_DIGITS) : quotient([quantity, times], by, QUANTITY_DIGITS);
}
