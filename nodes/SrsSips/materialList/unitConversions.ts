import type { IDataObject } from 'n8n-workflow';

import { exactRatio, perUnitOfRows, unitRatio } from '../shared/unitConversion';

/** How a quantity in one unit is in another. */
export interface Converted {
	/** In the unit that is wanted, not rounded. */
	quantity: number;
	/** By how much it may be wrong: the quantity was rounded when it was written, and so was the factor. */
	wrongBy: number;
}

/**
 * Converts a quantity by the answer of UOM Conversion (uom-conversion-27886764e0).
 *
 * @param quantity a decimal numeral
 * @returns undefined where the answer has no factor for the two units, or none to be relied on: several that contradict each other, or one of 1, which all samples show for whatever units
 */
export function converted(rows: readonly IDataObject[], quantity: string, from: string, to: string): Converted | undefined {
	const ratio = unitRatio(rows, from, to);
	if (ratio === undefined) return undefined;
	const told = perUnitOfRows(rows, from, to);
	if (told.includes(1) || Math.max(...told) > Math.min(...told) * ALIKE) return undefined;
	const { times, by } = exactRatio(ratio);
	return within((Number(quantity) * times) / by, quantity, by === 1 ? times : by, times / by);
}

/** Factors that differ by less are the same, rounded otherwise. */
const ALIKE = 1.02;

/** @param perUnit how much one unit of the quantity is */
function within(value: number, quantity: string, factor: number, perUnit: number): Converted {
	const ofFactor = value * (halfOfLastDigit(String(factor)) / factor);
	return { quantity: Number(value.toFixed(6)), wrongBy: ofFactor + halfOfLastDigit(quantity) * perUnit + 1e-9 };
}

/** Half of what the last digit counts, of a number with decimals; 0 for a whole one, which is meant as it stands. */
function halfOfLastDigit(numeral: string): number {
	const decimals = numeral.split('.')[1]?.length ?? 0;
	return decimals === 0 ? 0 : 0.5 * 10 ** -decimals;
}
