import { FieldReader, readerOf } from '../../../engine/items/fields';
import { emptiedFields } from '../../../engine/items/rowFields';
import { readUnitPrice } from '../shared/price/price';
import { NO_OPTION } from '../shared/sips';
import { unitCode } from '../shared/unitCode';

/** Where the lines of an order come from. */
export const LINE_SOURCES = ['table', 'json', 'items', 'template'] as const;

export type LineSource = (typeof LINE_SOURCES)[number];

/** One line of an order, checked. */
export interface OrderLineParameters {
	productId: number;
	/** `''` until the branch was asked, where the person gave none. */
	productName: string;
	/** Colour or other choice; `N/A` where the product has none. */
	option: string;
	/** Whole units of `uom`. */
	quantity: number;
	uom: string;
	/** The contractor's own item code. */
	customerItem: string;
	/** The price the person expects per unit; sent only where given. */
	price: number | undefined;
}

const PARAMETER_OF: Record<Exclude<LineSource, 'template'>, string> = {
	table: 'lines.line',
	json: 'linesJson',
	// One line; the items of the run make up the order.
	items: 'itemLine.line',
};

/** What a line may leave out. */
const OPTIONAL = { productName: 'Product Name', option: 'Option', price: 'Price' };

/** Reads the lines that the panel, or an expression in it, holds. */
export function readLines(fields: FieldReader, source: Exclude<LineSource, 'template'>): OrderLineParameters[] {
	const rows = fields.list(PARAMETER_OF[source], { label: source === 'items' ? 'Line of Each Item' : 'Lines' });
	return rows.map((row, at) => {
		const line = new FieldReader(readerOf(row), source === 'items' ? 'Line: ' : `Lines ${at + 1}: `);
		// In JSON null is how a list says "none".
		const emptied = source === 'json' ? [] : emptiedFields(row, OPTIONAL, 'to leave it out, as by {{ $json.name ?? "" }}');
		for (const { field, expected } of emptied) line.fault(field, expected);
		const parameters: OrderLineParameters = {
			productId: line.wholeNumber('productId', { label: 'Product ID', least: 1 }),
			productName: line.optionalText('productName', { label: OPTIONAL.productName }),
			option: line.optionalText('option', { label: OPTIONAL.option }) || NO_OPTION,
			quantity: line.wholeNumber('quantity', { label: 'Quantity', least: 1 }),
			uom: unitCode(line.code('uom', { label: 'Unit of Measure' })),
			customerItem: line.text('customerItem', { label: 'Customer Item' }),
			price: readPrice(line),
		};
		fields.take(line);
		return parameters;
	});
}

/** An expected price. 0 is none: it means that the branch has to be called. */
export function readPrice(line: FieldReader): number | undefined {
	return readUnitPrice(line, 'price', 'Price', 'leave it out where the branch has to be called for it');
}
