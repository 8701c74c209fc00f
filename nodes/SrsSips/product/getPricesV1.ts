import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import { textOf } from '../../../engine/values';
import { listAnswer } from '../shared/answers';
import { isSameCode } from '../shared/codes';
import { priceOf } from '../shared/price/price';
import { priceHints } from '../shared/price/priceHints';
import { arePricesConverted, convertedPrice, convertPrices } from '../shared/price/pricePerUnit';
import { customerBranchCode, customerCode } from '../shared/fields';
import { NO_OPTION } from '../shared/sips';
import { unitCode } from '../shared/unitCode';

interface Parameters {
	sourceSystem: string;
	customerCode: string;
	branchCode: string;
	shipToSequenceNumber: string;
	itemCode: string;
	option: string;
	quantity: number;
	uom: string;
	converts: boolean;
	isSimplified: boolean;
}

/**
 * Pricing (V1), `POST /products/pricing` (pricing-21007582e0). The only call that tells stock quantities; SRS has dropped it
 * from its current documents.
 */
export const getPricesV1: RepeatableOperation<Parameters> = {
	name: 'getPricesV1',
	displayName: 'Get Prices and Stock (Legacy V1)',
	action: 'Get prices and stock of items legacy v1',
	description: 'Get price and stock of an item by its item code; SRS has dropped this call from its current documents',
	effect: 'read',
	source: { call: 'POST /products/pricing', standing: 'legacy; documented' },
	properties: [
		customerCode,
		customerBranchCode,
		{
			displayName: 'Item Code',
			name: 'itemCode',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ACEACEPLT3INI',
			description: 'SRS item code, as Product: Get Prices gives it',
		},
		{
			displayName: 'Option',
			name: 'option',
			type: 'string',
			default: NO_OPTION,
			placeholder: 'e.g. Country Gray',
			description: 'Colour or other choice of the item; N/A where it has none',
		},
		{
			displayName: 'Quantity',
			name: 'quantity',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 1,
			description: 'How many units the price is asked for',
		},
		{
			displayName: 'Unit of Measure',
			name: 'uom',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. BD',
			description: 'Unit in which the item is sold, such as BD bundle or SQ square',
		},
		{
			displayName: 'Ship-to Sequence Number',
			name: 'shipToSequenceNumber',
			type: 'string',
			default: '1',
			placeholder: 'e.g. 1',
			description: 'Number of the ship-to address of the customer. Sent as text; the sample has 1.',
		},
		simplify,
	],
	options: [convertPrices],

	parameters(read, { credentials }) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			sourceSystem: String(credentials.sourceSystem ?? ''),
			customerCode: fields.code('customerCode', { label: 'Customer Code' }),
			branchCode: fields.code('branchCode', { label: 'Branch Code' }),
			itemCode: fields.code('itemCode', { label: 'Item Code' }),
			option: fields.optionalText('option', { label: 'Option' }) || NO_OPTION,
			quantity: fields.positiveNumber('quantity', { label: 'Quantity' }),
			uom: unitCode(fields.code('uom', { label: 'Unit of Measure' })),
			shipToSequenceNumber: fields.optionalText('shipToSequenceNumber', { label: 'Ship-to Sequence Number' }) || '1',
			converts: arePricesConverted(fields),
			isSimplified: isSimplified(fields),
		};
		fields.done('The request');
		return parameters;
	},

	batch: {
		defaultSize: 100,
		key: (p) => JSON.stringify([p.sourceSystem, p.customerCode, p.branchCode, p.shipToSequenceNumber]),
		request(batch) {
			const { sourceSystem, customerCode: customer, branchCode: branch, shipToSequenceNumber } = batch[0]!;
			return {
				method: 'POST',
				path: '/products/pricing',
				body: {
					sourceSystem,
					// The customer code, though it is called an id here.
					customerId: customer,
					branchCode: branch,
					shipToSequenceNumber,
					bypassItemValidation: false,
					itemCodeList: batch.map(({ itemCode, option, quantity, uom }) => ({ itemCode, option, quantity, UOM: uom })),
				},
			};
		},
		deal(answer, batch) {
			const free = new Set(listAnswer(answer, 'Pricing (V1)'));
			return batch.map((asked) => {
				const row = [...free].find((candidate) => isFor(candidate, asked));
				if (row) free.delete(row);
				return [priced(asked, row)];
			});
		},
	},

	hints: priceHints,
};

function isFor(row: IDataObject, { itemCode, option, uom }: Parameters): boolean {
	const rowOption = textOf(row.requestedOption) ?? NO_OPTION;
	return isSameCode(row.requestedItemCode ?? row.itemCode, itemCode) && isSameCode(rowOption, option) && isSameCode(row.requestedUOM, uom);
}

/** What matters most of a price line, beside what was asked for and the price itself. */
const MAIN_FIELDS = ['stock', 'availableQuantity'];

function priced(asked: Parameters, row: IDataObject | undefined): IDataObject {
	const { customerCode: customer, branchCode: branch, itemCode, option, quantity, uom, isSimplified: isSmall } = asked;
	const told = isSmall ? fieldsOf(row ?? {}, MAIN_FIELDS) : { customerCode: customer, branchCode: branch, ...row };
	const { pricePerUnit, priceInferred, ...shown } = convertedPrice(priceOf(row, quantity, uom), row, quantity, uom, asked.converts);
	return { ...told, itemCode, option, quantity, uom, ...shown, ...(isSmall ? {} : { pricePerUnit, priceInferred }) };
}
