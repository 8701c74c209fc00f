import type { INodeProperties } from 'n8n-workflow';

import { NO_OPTION } from './sips';

/** Fields that several operations share: one name, one meaning, one description. */
export const customerCode: INodeProperties = {
	displayName: 'Customer Code',
	name: 'customerCode',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. DEMO001',
	description: 'Account number of the contractor at SRS',
};

export const branchCode: INodeProperties = {
	displayName: 'Branch Code',
	name: 'branchCode',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. CORMN',
	description: 'Code of the SRS branch, as Branch: Get Many for Customer gives it',
};

export const jobAccountNumber: INodeProperties = {
	displayName: 'Job Account Number',
	name: 'jobAccountNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 43',
	description:
		'Number of the job account at that branch, as Branch: Get Many for Customer gives it. On some accounts 1 is only a placeholder, and orders with it are dropped.',
};

export const productId: INodeProperties = {
	displayName: 'Product ID',
	name: 'productId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 6706',
	description: 'SRS product number, as Branch: Get Active Products gives it',
};

export const option: INodeProperties = {
	displayName: 'Option',
	name: 'option',
	type: 'string',
	default: NO_OPTION,
	placeholder: 'e.g. Country Gray',
	description: 'Colour or other choice of the product; N/A where it has none',
};

export const uom: INodeProperties = {
	displayName: 'Unit of Measure',
	name: 'uom',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. BD',
	description:
		'Unit in which the branch sells this option, such as BD bundle, SQ square, PC piece, EA each, RL roll or PAL pallet',
};

/** Return All and Limit of a list, in n8n's own words. */
export const listSize: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];
