import type { ResourceTable } from '../../../engine/items/resources';
import { getAllForCustomer } from './branch/getAllForCustomer';
import { getProducts } from './branch/getProducts';
import { validate } from './customer/validate';
import { find } from './order/find';
import { getAll as getAllOrders } from './order/getAll';
import { getStatus } from './order/getStatus';
import { preview } from './order/preview';
import { submit } from './order/submit';
import { getPrices } from './product/getPrices';

/** What the node can do, as its two dropdowns show it. */
export const resources: ResourceTable = [
	{ name: 'branch', displayName: 'Branch', operations: [getProducts, getAllForCustomer] },
	{ name: 'customer', displayName: 'Customer', operations: [validate] },
	{ name: 'order', displayName: 'Order', operations: [find, getAllOrders, getStatus, preview, submit] },
	{ name: 'product', displayName: 'Product', operations: [getPrices] },
];
