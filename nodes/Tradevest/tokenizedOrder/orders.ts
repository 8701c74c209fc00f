import type { PartnerRequest } from '../../../engine/http/request';
import { path } from '../../../engine/transport/path';
import { pageQuery } from '../shared/reads';

/** The tokenized orders of a wallet, a page at a time; no filter for the External ID (wawex-tokenized-assets/orders). */
export function tokenizedOrders(wallet: string, cursor: string | undefined): PartnerRequest {
	return { method: 'GET', path: path`/wawex/products/${wallet}/orders`, query: pageQuery(cursor) };
}
