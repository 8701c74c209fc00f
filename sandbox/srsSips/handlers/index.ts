import type { SandboxState } from '../../core/state';
import type { Handler } from '../../core/types';
import type { OrderBook } from '../orders/orderBook';
import type { SrsSipsSettings } from '../settings';
import type { SrsSipsHandlers } from '../types';
import { getActiveBranchProducts, getBranchLocations, getCustomerBranchLocations } from './branches';
import { getBranch, getBranchItems, getNearestBranch, getShipToAddresses } from './branchesV1';
import { convertItems, getCatalog, getProductsByItemCodes } from './catalog';
import { convertUnits } from './convertUnits';
import { getCustomer, getOrderTemplates } from './customers';
import { getDelivery, getDeliveryCoordinates, getDeliveryList, getProofOfDelivery } from './deliveries';
import { getFile, type GetFile } from './files';
import { getPrices } from './getPrices';
import { getPricesV1 } from './getPricesV1';
import { getToken } from './getToken';
import { getInvoice, getInvoiceList, getInvoicePdf } from './invoices';
import { getOrder, getOrderList } from './orders';
import { recommendColors } from './recommendColors';
import { submitOrder, submitOrderV1 } from './submitOrder';
import { validateCustomer } from './validateCustomer';

/** Who plays each call of the document, and the one that links lead to. */
export function handlersFor(book: OrderBook, state: SandboxState<SrsSipsSettings>): SrsSipsHandlers & { getFile: Handler<GetFile> } {
	const settings = () => state.settings;
	const files = () => ({ ...state.settings, origin: state.url });
	const submit = submitOrder(book, settings);
	return {
		getToken: getToken(state.tokens, settings),
		validateCustomer: validateCustomer(settings),
		getCustomer: getCustomer(settings),
		getOrderTemplates,
		getBranchLocations,
		getCustomerBranchLocations,
		getActiveBranchProducts: getActiveBranchProducts(settings),
		getPrices: getPrices(settings),
		getCatalog: getCatalog(settings),
		getProductsByItemCodes,
		convertItems,
		convertUnits,
		recommendColors,
		submitOrder: submit,
		getOrderList: getOrderList(book, settings),
		getOrder: getOrder(book, settings),
		getDelivery: getDelivery(book),
		getDeliveryList: getDeliveryList(book),
		getProofOfDelivery: getProofOfDelivery(book, files),
		getDeliveryCoordinates: getDeliveryCoordinates(book),
		getInvoice: getInvoice(book),
		getInvoiceList: getInvoiceList(book),
		getInvoicePdf: getInvoicePdf(book, files),
		submitOrderV1: submitOrderV1(submit),
		getPricesV1,
		getNearestBranch,
		getShipToAddresses,
		getOrderTemplatesV1: getOrderTemplates,
		getBranch,
		getBranchItems,
		getFile: getFile(book, settings),
	};
}
