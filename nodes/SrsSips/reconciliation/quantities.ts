import { isSameCode } from '../shared/codes';
import { convertedQuantity } from '../shared/unitConversion';
import type { AskedLine } from './askedLines';
import { ratioOf, roundingOf, type Conversions } from './conversions';
import type { ToldLine } from './toldLine';

/** The quantity of a told line in the unit that was asked for, below 0 where it is credited; undefined where SIPS does not tell how the units relate. */
export function quantityInUnit(line: ToldLine, asked: AskedLine, conversions: Conversions): number | undefined {
	if (line.uom === null) return undefined;
	if (isSameCode(line.uom, asked.uom)) return line.quantity;
	const ratio = ratioOf(conversions, line, asked, line.uom, asked.uom);
	const quantity = ratio && convertedQuantity(Math.abs(line.quantity), ratio);
	return quantity === undefined || line.quantity >= 0 ? quantity : -quantity;
}

/** By how much the same may be off, since the factor by which it is converted is rounded; 0 where nothing is. */
export function roundingInUnit(line: ToldLine, asked: AskedLine, conversions: Conversions): number {
	if (line.uom === null || isSameCode(line.uom, asked.uom)) return 0;
	const ratio = ratioOf(conversions, line, asked, line.uom, asked.uom);
	return ratio === undefined ? 0 : Math.abs(quantityInUnit(line, asked, conversions) ?? 0) * roundingOf(ratio);
}
