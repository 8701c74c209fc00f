import { findItem, type Item } from '../data/itemCodes';
import { notFound } from '../errors';
import type { SrsSipsHandler, UnitConversion } from '../types';

/** How the units of an item convert (uom-conversion-27886764e0): one entry for each unit that holds more than the first. */
export const convertUnits: SrsSipsHandler<'convertUnits'> = ({ path }) => {
	const item = findItem(path.itemCode);
	if (!item) return notFound('ItemNotFound', 'itemCode', `No item ${path.itemCode}`);
	return { status: 200, body: { itemConversionList: conversionsOf(item) } };
};

function conversionsOf({ itemCode, product }: Item): UnitConversion[] {
	const [smallest, ...larger] = product.family.units;
	if (!smallest) return [];
	return larger.map(({ uom, holds }) => ({
		fromUOMCode: uom,
		toUOMCode: smallest.uom,
		// From-units in one to-unit: 0.02 for 50 rolls in a pallet.
		conversionFactor: Math.round(1e6 / holds) / 1e6,
		UOMConversionDescription: `${holds} ${smallest.uom} IN 1 ${uom}`,
		itemCode,
		itemDescription: product.name.toUpperCase(),
		itemSize: product.family.sizes[product.sizeAt] ?? '',
	}));
}
