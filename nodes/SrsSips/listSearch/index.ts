import { listSearch, type ListSearch, type Picker } from '../../../engine/listSearch/listSearch';
import { sipsSender, TIMEOUT_MS } from '../shared/sips';
import { branches, customerBranches } from './branches';
import { jobAccounts } from './jobAccounts';
import { options } from './options';
import { orderTemplates } from './orderTemplates';
import { products } from './products';
import { shippingMethods } from './shippingMethods';
import { units } from './units';

/** Every list by the name under which fields ask for it. */
const pickers = {
	searchBranches: branches,
	searchCustomerBranches: customerBranches,
	searchJobAccounts: jobAccounts,
	searchOptions: options,
	searchOrderTemplates: orderTemplates,
	searchProducts: products,
	searchShippingMethods: shippingMethods,
	searchUnits: units,
} satisfies Record<string, Picker>;

/** A list that a field can offer. */
export type ListName = keyof typeof pickers;

/** The lists as n8n calls them, for `methods.listSearch` of the node. */
export const sipsListSearch: Record<string, ListSearch> = Object.fromEntries(
	Object.entries(pickers).map(([name, picker]) => [name, listSearch(picker, { ...sipsSender, timeoutMs: TIMEOUT_MS.usual })]),
);
