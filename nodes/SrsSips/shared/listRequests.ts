import { path } from '../../../engine/transport/path';
import type { PartnerRequest } from '../../../engine/http/request';

/**
 * Branch Locations, `GET /branches/v2/branchLocations` (branch-locations-32754987e0): all branches.
 *
 * @param nearBranchCode sent as `BranchCode`; whether SIPS asks for it is not certain
 */
export function branchLocationsRequest(nearBranchCode = ''): PartnerRequest {
	return { method: 'GET', path: '/branches/v2/branchLocations', ...(nearBranchCode ? { query: { BranchCode: nearBranchCode } } : {}) };
}

/**
 * Customer Branch Locations, `GET /branches/v2/customerBranchLocations/{customerCode}` (order-flow-1994858m0).
 *
 * @param nearBranchCode sent as `BranchCode`. Not in the guides; a working client found that SIPS asks for it and
 * always sends it
 */
export function customerBranchesRequest(customerCode: string, nearBranchCode = ''): PartnerRequest {
	return {
		method: 'GET',
		path: path`/branches/v2/customerBranchLocations/${customerCode}`,
		...(nearBranchCode ? { query: { BranchCode: nearBranchCode } } : {}),
	};
}

/** Active Branch Products, `GET /branches/v2/activeBranchProducts/{branchCode}` (order-flow-1994858m0). */
export function branchProductsRequest(branchCode: string): PartnerRequest {
	return { method: 'GET', path: path`/branches/v2/activeBranchProducts/${branchCode}` };
}

/** Order Templates (V2), `GET /customers/v2/orderTemplates/{customerCode}` (ordertemplates-21007379e0). */
export function orderTemplatesRequest(customerCode: string): PartnerRequest {
	return { method: 'GET', path: path`/customers/v2/orderTemplates/${customerCode}` };
}
