import type { INodeProperties } from 'n8n-workflow';

import { quotient } from '../../../../engine/fieldKinds/decimal';
import type { FieldReader } from '../../../../engine/items/fields';
import { numberOf, textOf } from '../../../../engine/values';
import { isSameCode } from '../codes';
import type { Unproven } from '../contract';
import type { ShownPrice } from './price';

/** What of a price line tells how units convert. V1 was seen to write the factor with capitals. */
type ConvertedLine = Unproven<{ priceUOM: string; requestedUOM: string; uomConversionFactor: number; UOMConversionFactor: number }>;

/** The price for the unit that was asked for. A type alias, so that it fits n8n's index signature. */
export type PricePerUnit = {
	/** Per `uom`, as it was asked for; null where there is no price, or none that can be converted. */
	pricePerUnit: number | null;
	/** Whether it is ours: worked out from SIPS's conversion factor, whose direction no document states. */
	priceInferred: boolean;
};

/** Digits behind the point. A price per nail is a fraction of a cent. */
const DECIMALS = 4;

/** The switch, among the Options of an operation. */
export const convertPrices: INodeProperties = {
	displayName: 'Convert Prices to the Unit Asked For',
	name: 'convertPrices',
	type: 'boolean',
	default: true,
	description:
		'Whether to work out price and line total where SIPS has the price for another unit: price divided by its conversion factor. Inferred: a partner has used it for years, but no document of SIPS states it.',
};

/** Whether inferred prices are wanted. It is the default. Faults are noted in `fields`. */
export function arePricesConverted(fields: FieldReader): boolean {
	return fields.optionalFlag('options.convertPrices', { label: convertPrices.displayName }) ?? true;
}

/**
 * The price per unit asked for: that of SIPS where it is for this unit, else its price divided by the conversion factor, exact
 * and rounded half up to four digits.
 *
 * A factor of 1 between two units converts nothing: it is what all samples show, for whatever units.
 *
 * @param converts whether a person wants inferred prices
 */
export function pricePerUnit(shown: ShownPrice, line: ConvertedLine | undefined, uom: string, converts: boolean): PricePerUnit {
	const { price, lineTotal } = shown;
	if (price === null) return { pricePerUnit: null, priceInferred: false };
	if (lineTotal !== null) return { pricePerUnit: price, priceInferred: false };
	const factor = converts ? factorOf(line, uom) : undefined;
	const inferred = factor === undefined ? undefined : quotient([price], factor, DECIMALS);
	return inferred === undefined || inferred <= 0 ? { pricePerUnit: null, priceInferred: false } : { pricePerUnit: inferred, priceInferred: true };
}

/** A price with a total for the unit asked for, inferred where it has to be and may be. The price itself and its unit stay. */
export function convertedPrice(shown: ShownPrice, line: ConvertedLine | undefined, quantity: number, uom: string, converts: boolean): ShownPrice & PricePerUnit {
	const perUnit = pricePerUnit(shown, line, uom, converts);
	if (!perUnit.priceInferred) return { ...shown, ...perUnit };
	const factor = factorOf(line, uom)!;
	// From the price itself: what is rounded must not be multiplied.
	const lineTotal = quotient([shown.price!, quantity], factor, 2) ?? null;
	return { ...shown, lineTotal, ...perUnit, priceMessage: `${shown.priceMessage}. Per ${uom} it is ${perUnit.pricePerUnit}, inferred from the conversion factor ${factor}` };
}

/** How many of the unit asked for make one of the price's, where that is known. */
function factorOf(line: ConvertedLine | undefined, uom: string): number | undefined {
	const priceUnit = textOf(line?.priceUOM)?.trim();
	const factor = numberOf(line?.uomConversionFactor ?? line?.UOMConversionFactor);
	// A factor for a unit that nobody asked for.
	if (textOf(line?.requestedUOM) !== undefined && !isSameCode(line?.requestedUOM, uom)) return undefined;
	if (!priceUnit || factor === undefined || !Number.isFinite(factor) || factor <= 0 || factor === 1) return undefined;
	return factor;
}
