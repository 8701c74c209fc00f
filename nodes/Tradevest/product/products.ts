import type { PartnerRequest } from '../../../engine/http/request';
import { path } from '../../../engine/transport/path';

/** Codes of products (api-reference/products). */
export const PRODUCT_CODES = ['BALANCE_ACCOUNT', 'CURRENCY_WALLET', 'DEPOSITORY_ACCOUNT', 'WALLET'] as const;

/** The accounts and wallets of a customer; a bare list (api-reference/products/customer-products). */
export function customerProducts(customer: string): PartnerRequest {
	return { method: 'GET', path: path`/customers/${customer}/products` };
}
