import type { INodeProperties } from 'n8n-workflow';

import { resourceLocatorField } from '../../../engine/listSearch/resourceLocator';
import type { ListName } from '../listSearch';
import { customerBranchCode, customerCode, jobAccountNumber } from '../shared/fields';
import { itemLineField } from '../shared/itemLineField';
import { lineFields } from './lineFields';
import { templateFields } from './templateFields';

/** The fields of an order, in the order in which a person fills them in. */
export const orderFields: INodeProperties[] = [
	customerCode,
	customerBranchCode,
	jobAccountNumber,
	{
		displayName: 'PO Number',
		name: 'poNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 7731-2',
		description: "The contractor's own order number, another one for each order: events carry it",
	},
	{
		displayName: 'Lines From',
		name: 'lineSource',
		type: 'options',
		options: [
			{ name: 'Input Items', value: 'items', description: 'One line an item; all items are one order' },
			{ name: 'JSON', value: 'json', description: 'A list, usually by expression from an earlier node' },
			{ name: 'Order Template', value: 'template', description: 'The products of a template in Roof Hub' },
			{ name: 'Table Below', value: 'table' },
		],
		default: 'table',
		description: 'Where the lines of the order come from',
	},
	{
		displayName: 'Lines',
		name: 'lines',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Line',
		default: {},
		displayOptions: { show: { lineSource: ['table'] } },
		description: 'What to order',
		options: [{ displayName: 'Line', name: 'line', values: lineFields }],
	},
	{
		displayName: 'Lines',
		name: 'linesJson',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. [{ "productId": 5044, "productName": "Ridge Vent", "option": "N/A", "quantity": 3, "uom": "EA", "customerItem": "RV-01" }]',
		displayOptions: { show: { lineSource: ['json'] } },
		description:
			"A list of objects: productId (number), option (colour as the branch spells it, N/A where there is none), quantity (whole number), uom (unit, such as BD), customerItem (own code of the product) and, if wanted, productName and price; further fields are ignored",
	},
	itemLineField(lineFields, 'What one input item orders, each part by an expression, as by dragging its field here. Everything else must be the same in all items.'),
	...templateFields,
	{
		displayName: 'Expected Delivery Date',
		name: 'expectedDeliveryDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		required: true,
		default: '',
		description: 'Day on which the material is wanted, today or later, as 2027-03-05',
	},
	{
		displayName: 'Shipping Method',
		name: 'shippingMethod',
		required: true,
		...resourceLocatorField<ListName>('searchShippingMethods', { displayName: 'By Name', name: 'code', placeholder: 'e.g. Roof Load' }),
		// Typed in, not chosen: newer n8n (2.41) empties what stands in a list as soon as a person chooses the credential.
		default: { mode: 'code', value: 'Ground Drop' },
		description:
			'Label as the branch uses it; the list shows those of the branch, where SIPS has them. Ground Drop is documented; Roof Load, and Will Call or Willcall for pick-up, are known from clients and not confirmed.',
	},
	{
		displayName: 'Ship-to Name',
		name: 'shipToName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Jane Roe',
		description: 'Person or site that receives the material',
	},
	{
		displayName: 'Ship-to Street',
		name: 'shipToAddressLine1',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 12 Ridge Rd',
		description: 'Street and number of the site',
	},
	{
		displayName: 'Ship-to City',
		name: 'shipToCity',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Ontario',
		description: 'City of the site',
	},
	{
		displayName: 'Ship-to State',
		name: 'shipToState',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. NY',
		description: 'State of the site, two letters',
	},
	{
		displayName: 'Ship-to ZIP Code',
		name: 'shipToZipCode',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 14519',
		description: 'ZIP code of the site, five digits or nine',
	},
	{
		displayName: 'Contact Name',
		name: 'customerContactName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Jane Roe',
		description: 'Whom the branch calls about the order',
	},
	{
		displayName: 'Contact Phone',
		name: 'customerContactPhone',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 5855550100',
		description: 'Phone number of the United States: ten digits; other characters are left out',
	},
	{
		displayName: 'Contact Email',
		name: 'customerContactEmail',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. jane@example.com',
		description: 'One email address for questions about the order',
	},
];
