import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { isPartnersNo } from '../../../engine/transport/notFound';
import { textOf } from '../../../engine/values';
import { listAnswer } from '../shared/answers';
import { isSameCode } from '../shared/codes';
import { unitConversionRequest } from '../shared/itemRequests';
import { unitCode } from '../shared/unitCode';
import { convertedQuantity, unitRatio } from '../shared/unitConversion';

interface Parameters {
	itemCode: string;
	/** Units of `fromUom` to be expressed in `toUom`; undefined where only the table is wanted. */
	quantity: number | undefined;
	fromUom: string;
	toUom: string;
}

/** UOM Conversion, `GET /products/UOMConversion/{itemCode}` (uom-conversion-27886764e0, uom-conversion-32636894e0). */
export const convertUnits: RepeatableOperation<Parameters> = {
	name: 'convertUnits',
	displayName: 'Convert Units',
	action: 'Convert units of an item',
	description: 'Read how the units of an item relate, and convert a quantity',
	effect: 'read',
	source: { call: 'GET /products/UOMConversion/{itemCode}', standing: 'documented' },
	properties: [
		{
			displayName: 'Item Code',
			name: 'itemCode',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. DEMOUL1',
			description: 'SRS item code, as Product: Get Prices gives it',
		},
		{
			displayName: 'Quantity',
			name: 'quantity',
			type: 'string',
			default: '',
			placeholder: 'e.g. 3',
			description: 'How many units to convert. Leave empty to get the table of units.',
		},
		{
			displayName: 'From Unit',
			name: 'fromUom',
			type: 'string',
			default: '',
			placeholder: 'e.g. PAL',
			description: 'Unit of the quantity',
		},
		{
			displayName: 'To Unit',
			name: 'toUom',
			type: 'string',
			default: '',
			placeholder: 'e.g. RL',
			description: 'Unit that is wanted',
		},
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const quantity = fields.optionalNumber('quantity', { label: 'Quantity' });
		const parameters: Parameters = {
			itemCode: fields.code('itemCode', { label: 'Item Code' }),
			quantity,
			fromUom: quantity === undefined ? '' : unitCode(fields.code('fromUom', { label: 'From Unit' })),
			toUom: quantity === undefined ? '' : unitCode(fields.code('toUom', { label: 'To Unit' })),
		};
		fields.done('The request');
		return parameters;
	},

	request: ({ itemCode }) => unitConversionRequest(itemCode),

	items(answer, parameters) {
		const rows = listAnswer(answer, 'UOM Conversion');
		if (parameters.quantity === undefined) return rows;
		return [convert(rows, parameters.quantity, parameters)];
	},

	explain(failure, { itemCode }) {
		if (!isPartnersNo(failure)) return failure;
		return failure.retold({
			message: `No units for item ${itemCode}: ${failure.message}`,
			advice: 'Check Item Code. Product: Get Prices gives the code of a product in an option.',
		});
	},
};

function convert(rows: readonly IDataObject[], quantity: number, { itemCode, fromUom, toUom }: Parameters): IDataObject {
	const ratio = unitRatio(rows, fromUom, toUom);
	if (!isSameCode(fromUom, toUom) && !ratio) throw noConversion(rows, itemCode, fromUom, toUom);
	return {
		itemCode,
		quantity,
		fromUom,
		toUom,
		convertedQuantity: ratio ? convertedQuantity(quantity, ratio) : quantity,
		description: textOf(ratio?.row.UOMConversionDescription) ?? '',
	};
}

function noConversion(rows: readonly IDataObject[], itemCode: string, from: string, to: string): Failure {
	const known = rows.flatMap(({ fromUOMCode, toUOMCode }) => {
		const pair = [textOf(fromUOMCode), textOf(toUOMCode)];
		return pair.includes(undefined) ? [] : [pair.join(' to ')];
	});
	return new Failure('notFound', `SIPS knows no conversion of ${itemCode} from ${from} to ${to}`, {
		advice: known.length > 0 ? `It knows: ${known.slice(0, 12).join(', ')}.` : 'It lists no conversions for this item.',
		subject: { itemCode },
	});
}
