import { listSearchMethods } from '../../../engine/listSearch/listSearch';
import { sipsSender } from '../shared/sips';
import { branches, customerBranches } from './branches';
import { jobAccounts } from './jobAccounts';
import { options } from './options';
import { orderTemplates } from './orderTemplates';
import { products } from './products';
import { shippingMethods } from './shippingMethods';
import { units } from './units';

/** Every list by the name under which fields ask for it, as n8n calls it: `methods.listSearch` of the node. */
export const sipsListSearch = listSearchMethods(
	{
		searchBranches: branches,
		searchCustomerBranches: customerBranches,
		searchJobAccounts: jobAccounts,
		searchOptions: options,
		searchOrderTemplates: orderTemplates,
		searchProducts: products,
		searchShippingMethods: shippingMethods,
		searchUnits: units,
	},
	sipsSender,
);

/** A list that a field can offer. */
export type ListName = keyof typeof sipsListSearch;
