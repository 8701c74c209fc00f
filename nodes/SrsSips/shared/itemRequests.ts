import type { PartnerRequest } from '../../../engine/http/request';
import { path } from '../../../engine/transport/path';

/** Codes or names that share a request. No limit is documented. */
export const CODES_A_REQUEST = 100;

/** By Item Codes, `POST /products/v2/catalog/{branchCode}/byItemCodes` (by-item-codes-21007661e0, by-item-codes-32754978e0). */
export function itemCodesRequest(branchCode: string, itemCodes: readonly string[]): PartnerRequest {
	return { method: 'POST', path: path`/products/v2/catalog/${branchCode}/byItemCodes`, body: { itemCodes: [...new Set(itemCodes)] } };
}

/** Catalog Item Convert, `POST /products/v2/catalog/convert` (catalog-item-convert-21007555e0). Capitals as the page has them. */
export function genericItemsRequest(branchId: number, names: readonly string[]): PartnerRequest {
	return { method: 'POST', path: '/products/v2/catalog/convert', body: { BranchId: branchId, Items: [...new Set(names)].map((GenericItemCode) => ({ GenericItemCode })) } };
}

/** UOM Conversion, `GET /products/UOMConversion/{itemCode}` (uom-conversion-27886764e0, uom-conversion-32636894e0). */
export function unitConversionRequest(itemCode: string): PartnerRequest {
	return { method: 'GET', path: path`/products/UOMConversion/${itemCode}` };
}
