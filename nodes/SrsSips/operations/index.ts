import type { ResourceTable } from '../../../engine/items/resources';
import { getAllForCustomer } from './branch/getAllForCustomer';
import { getProducts } from './branch/getProducts';
import { validate } from './customer/validate';
import { getAll as getAllOrders } from './order/getAll';
import { submit } from './order/submit';
import { getPrices } from './product/getPrices';

/** What the node can do, as its two dropdowns show it. */
export const resources: ResourceTable = [
	{ name: 'branch', displayName: 'Branch', operations: [getProducts, getAllForCustomer] },
	{ name: 'customer', displayName: 'Customer', operations: [validate] },
	{ name: 'order', displayName: 'Order', operations: [getAllOrders, submit] },
	{ name: 'product', displayName: 'Product', operations: [getPrices] },
];
