import type { INodeProperties } from 'n8n-workflow';

import { option, productId, uom } from '../shared/fields';

/** The fields of one line of an order. */
export const lineFields: INodeProperties[] = [
	productId,
	option,
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'Whole units to order, from 1 up',
	},
	uom,
	{
		displayName: 'Customer Item',
		name: 'customerItem',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. SH-01',
		description: "The contractor's own item code. SIPS was seen to refuse lines without one.",
	},
	{
		displayName: 'Product Name',
		name: 'productName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Ridgeway Heritage Shingles',
		description: 'Name of the product. Leave empty for the name that the branch has for it.',
	},
	{
		displayName: 'Price',
		name: 'price',
		type: 'string',
		default: '',
		placeholder: 'e.g. 35.40',
		description: 'Expected price per unit in US dollars, such as 35.40. Leave empty to let SRS price the line; a price that differs from theirs can refuse it.',
	},
];
