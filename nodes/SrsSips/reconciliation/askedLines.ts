import type { IDataObject } from 'n8n-workflow';

import { FieldReader, readerOf } from '../../../engine/items/fields';
import { readUnitPrice } from '../shared/price/price';
import { NO_OPTION } from '../shared/sips';
import { unitCode } from '../shared/unitCode';

/** A line as it was asked for. */
export interface AskedLine {
	/** Which one, from 1. */
	line: number;
	productId: number;
	/** `''` where it is not told, as the following texts. */
	productName: string;
	option: string;
	/** In `uom`. */
	quantity: number;
	uom: string;
	/** Per `uom`; undefined where none was asked. */
	price: number | undefined;
	/** Whether that price was worked out by a conversion factor, whose direction is not documented. */
	isPriceInferred: boolean;
	customerItem: string;
	itemCode: string;
}

/** The name of the field. */
const LABEL = 'Lines';

/** Where a quantity in `uom` stands: in a material list `quantity` is that of the list, in its own unit. */
const QUANTITIES = ['orderQuantity', 'quantity'];
/** Where a price per `uom` stands: Preview has as `price` that of the moment, which may be per another unit, beside the one that was expected. */
const PRICES = ['expectedPrice', 'pricePerUnit', 'price'];

/** Reads the lines that were asked for. They may be those of Submit or Preview, or of a material list. */
export function readAskedLines(fields: FieldReader): AskedLine[] {
	return fields.list('linesJson', { label: LABEL }).map((row, at) => {
		const line = new FieldReader(readerOf(row), `${LABEL} ${at + 1}: `);
		const asked: AskedLine = {
			line: at + 1,
			productId: line.wholeNumber('productId', { label: 'Product ID', least: 1 }),
			productName: line.optionalText('productName', { label: 'Product Name' }),
			option: line.optionalText('option', { label: 'Option' }) || NO_OPTION,
			quantity: line.positiveNumber(firstGiven(row, QUANTITIES), { label: 'Quantity' }),
			uom: unitCode(line.code('uom', { label: 'Unit of Measure' })),
			price: readUnitPrice(line, priceField(row), 'Price', 'leave it out where no price was asked'),
			isPriceInferred: priceField(row) === 'pricePerUnit' && row.priceInferred === true,
			customerItem: line.optionalText('customerItem', { label: 'Customer Item' }),
			itemCode: line.optionalText('itemCode', { label: 'Item Code' }),
		};
		fields.take(line);
		return asked;
	});
}

/** The first of these names under which something stands, else the last. */
function firstGiven(row: Record<string, unknown>, names: readonly string[]): string {
	return names.find((name) => row[name] !== undefined && row[name] !== null && row[name] !== '') ?? names.at(-1) ?? '';
}

/** A line of Preview whose price is for another unit, and could not be converted, has none: its `price` is no price per `uom`. */
function priceField(row: Record<string, unknown>): string {
	return firstGiven(row, Object.hasOwn(row, 'pricePerUnit') ? PRICES.filter((name) => name !== 'price') : PRICES);
}

/** What of an asked line comes out. */
export function shownAsked({ productId, productName, option, quantity, uom, price }: AskedLine): IDataObject {
	return { productId, productName, option, quantity, uom, price: price ?? null };
}

/** A line as a person names it, such as `line 2 (Ridge Vent, N/A)`. */
export function askedLabel({ line, productId, productName, option }: AskedLine): string {
	const name = productName || `product ${productId}`;
	return `line ${line} (${option === NO_OPTION ? name : `${name}, ${option}`})`;
}
