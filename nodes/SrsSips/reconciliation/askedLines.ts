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
	customerItem: string;
	itemCode: string;
}

/** The name of the field. */
const LABEL = 'Lines';

/**
 * Reads the lines that were asked for. They may be those of Submit or Preview, or of a material list: there `orderQuantity` is the
 * quantity in `uom`, and `quantity` that of the list.
 */
export function readAskedLines(fields: FieldReader): AskedLine[] {
	return fields.list('linesJson', { label: LABEL }).map((row, at) => {
		const line = new FieldReader(readerOf(row), `${LABEL} ${at + 1}: `);
		const quantity = (row.orderQuantity ?? undefined) === undefined ? 'quantity' : 'orderQuantity';
		const asked: AskedLine = {
			line: at + 1,
			productId: line.wholeNumber('productId', { label: 'Product ID', least: 1 }),
			productName: line.optionalText('productName', { label: 'Product Name' }),
			option: line.optionalText('option', { label: 'Option' }) || NO_OPTION,
			quantity: line.positiveNumber(quantity, { label: 'Quantity' }),
			uom: unitCode(line.code('uom', { label: 'Unit of Measure' })),
			price: readUnitPrice(line, 'price', 'Price', 'leave it out where no price was asked'),
			customerItem: line.optionalText('customerItem', { label: 'Customer Item' }),
			itemCode: line.optionalText('itemCode', { label: 'Item Code' }),
		};
		fields.take(line);
		return asked;
	});
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
