import type { ResourceTable } from '../../engine/items/resources';
import { get as getBranch } from './branch/get';
import { getAll as getAllBranches } from './branch/getAll';
import { getAllForCustomer } from './branch/getAllForCustomer';
import { getItems } from './branch/getItems';
import { getNearest } from './branch/getNearest';
import { getProducts } from './branch/getProducts';
import { get as getCustomer } from './customer/get';
import { getShipToAddresses } from './customer/getShipToAddresses';
import { validate } from './customer/validate';
import { get as getDelivery } from './delivery/get';
import { getAll as getAllDeliveries } from './delivery/getAll';
import { getCoordinates } from './delivery/getCoordinates';
import { getProof } from './delivery/getProof';
import { download } from './invoice/download';
import { get as getInvoice } from './invoice/get';
import { getAll as getAllInvoices } from './invoice/getAll';
import { find } from './order/find';
import { get as getOrder } from './order/get';
import { getAll as getAllOrders } from './order/getAll';
import { getStatus } from './order/getStatus';
import { preview } from './order/preview';
import { reconcile } from './order/reconcile';
import { submit } from './order/submit';
import { submitV1 } from './order/submitV1';
import { getAll as getAllOrderTemplates } from './orderTemplate/getAll';
import { getAllV1 as getAllOrderTemplatesV1 } from './orderTemplate/getAllV1';
import { convertItems } from './product/convertItems';
import { convertUnits } from './product/convertUnits';
import { getByItemCodes } from './product/getByItemCodes';
import { getCatalog } from './product/getCatalog';
import { getPrices } from './product/getPrices';
import { getPricesV1 } from './product/getPricesV1';
import { match } from './product/match';
import { recommendColors } from './product/recommendColors';

/** What the node can do, as its two dropdowns show it. */
export const resources: ResourceTable = [
	{ name: 'branch', displayName: 'Branch', operations: [getProducts, getAllBranches, getAllForCustomer, getBranch, getItems, getNearest] },
	{ name: 'customer', displayName: 'Customer', operations: [getCustomer, validate, getShipToAddresses] },
	{ name: 'delivery', displayName: 'Delivery', operations: [getDelivery, getCoordinates, getAllDeliveries, getProof] },
	{ name: 'invoice', displayName: 'Invoice', operations: [download, getInvoice, getAllInvoices] },
	{ name: 'order', displayName: 'Order', operations: [find, getOrder, getAllOrders, getStatus, preview, reconcile, submit, submitV1] },
	{ name: 'orderTemplate', displayName: 'Order Template', operations: [getAllOrderTemplates, getAllOrderTemplatesV1] },
	{ name: 'product', displayName: 'Product', operations: [convertItems, convertUnits, getByItemCodes, getCatalog, getPrices, match, recommendColors, getPricesV1] },
];
