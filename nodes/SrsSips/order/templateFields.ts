import type { INodeProperties } from 'n8n-workflow';

import { templateId } from '../shared/fields';
import { lineFields } from './lineFields';

/** Text, so that it can be left empty. */
const QUANTITY: INodeProperties = {
	displayName: 'Quantity',
	name: 'quantity',
	type: 'string',
	default: '',
	placeholder: 'e.g. 30',
	description: 'Whole units to order; 0 leaves the product out',
};

const show = { lineSource: ['template'] };

/** The fields of an order that is made from a template. */
export const templateFields: INodeProperties[] = [
	{ ...templateId, displayOptions: { show } },
	{
		displayName: 'Changes to the Template',
		name: 'templateLines',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Change',
		default: {},
		displayOptions: { show },
		description:
			'What is to be different for a product of the template, such as its quantity. Empty fields stay as the template has them. Products with quantity 0 are not ordered. Where the template lists a product once for each option, name the option.',
		options: [{ displayName: 'Change', name: 'line', values: changed(lineFields) }],
	},
];

/** The fields of a line, of which none but the product has to be filled in. The name is the template's. */
function changed(fields: INodeProperties[]): INodeProperties[] {
	return fields
		.filter(({ name }) => name !== 'productName')
		.map((field) => {
			if (field.name === 'productId') return field;
			const free: INodeProperties = { ...field, required: false };
			if (field.name === 'option') return { ...free, default: { mode: 'list', value: '' } };
			return field.name === 'quantity' ? QUANTITY : free;
		});
}
