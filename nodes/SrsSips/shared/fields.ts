import type { INodeProperties } from 'n8n-workflow';

import { resourceLocatorField, WHOLE_NUMBER } from '../../../engine/listSearch/resourceLocator';
import type { ListName } from '../listSearch';
import { NO_OPTION } from './sips';

/** Fields that several operations share: one name, one meaning, one description. */
export const customerCode: INodeProperties = {
	displayName: 'Customer Code',
	name: 'customerCode',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. DEMO001',
	description: 'Account number of the contractor at SRS, letters and digits',
};

const branch = (list: ListName) => ({
	displayName: 'Branch Code',
	name: 'branchCode',
	required: true,
	...resourceLocatorField<ListName>(list, { displayName: 'By Code', name: 'code', placeholder: 'e.g. CORMN' }),
});

/** Its list is that of all branches. */
export const branchCode: INodeProperties = { ...branch('searchBranches'), description: 'Code of the SRS branch' };

/** Its list needs `customerCode` in the operation. */
export const customerBranchCode: INodeProperties = {
	...branch('searchCustomerBranches'),
	description: 'Code of the SRS branch. The list shows the branches of the customer.',
};

/** Its list needs `customerCode` and `branchCode` in the operation. */
export const jobAccountNumber: INodeProperties = {
	displayName: 'Job Account Number',
	name: 'jobAccountNumber',
	required: true,
	...resourceLocatorField<ListName>('searchJobAccounts', { displayName: 'By Number', name: 'id', placeholder: 'e.g. 43', validation: [WHOLE_NUMBER] }),
	description: 'Job account of the customer at that branch; its number is stored',
};

/** Its list needs `branchCode` in the operation. */
export const productId: INodeProperties = {
	displayName: 'Product ID',
	name: 'productId',
	required: true,
	...resourceLocatorField<ListName>(
		'searchProducts',
		{ displayName: 'By ID', name: 'id', placeholder: 'e.g. 6706', validation: [WHOLE_NUMBER] },
		{ message: 'A branch can have thousands of products. Once they are read, the list is quick for a minute.', timeout: 5000 },
	),
	description: 'Product that the branch sells; its SRS number is stored',
};

/** Its list needs `branchCode` in the operation and `productId` beside it, as does that of `uom`. */
export const option: INodeProperties = {
	displayName: 'Option',
	name: 'option',
	...resourceLocatorField<ListName>('searchOptions', { displayName: 'By Name', name: 'code', placeholder: 'e.g. Country Gray' }),
	default: { mode: 'list', value: NO_OPTION },
	description: 'Colour or other choice of the product; N/A where it has none',
};

export const uom: INodeProperties = {
	displayName: 'Unit of Measure',
	name: 'uom',
	required: true,
	...resourceLocatorField<ListName>('searchUnits', { displayName: 'By Code', name: 'code', placeholder: 'e.g. BD' }),
	description:
		'Unit in which the branch sells this option, such as BD bundle, SQ square, PC piece, EA each, RL roll or PAL pallet',
};

/** Its list needs `customerCode` in the operation. */
export const templateId: INodeProperties = {
	displayName: 'Order Template',
	name: 'templateId',
	required: true,
	...resourceLocatorField<ListName>('searchOrderTemplates', { displayName: 'By ID', name: 'id', placeholder: 'e.g. 410' }),
	description: 'Template of this customer in Roof Hub',
};

export const orderId: INodeProperties = {
	displayName: 'Order ID',
	name: 'orderId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 41200987',
	description: 'The SRS sales order number, as Submit and Order: Find give it. A queued order has none yet.',
};

export const invoiceNumber: INodeProperties = {
	displayName: 'Invoice Number',
	name: 'invoiceNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 0041200987-001',
	description: 'Order number, a dash and the number of the shipment. Leading zeros may be left out.',
};
