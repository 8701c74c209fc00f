import type { PartnerRequest } from '../../../engine/http/request';
import { pageQuery } from '../shared/reads';

/** A page of all proxy roles; no filter is documented (api-reference/roles/proxies). @param cursor of the page; undefined for the first */
export function proxies(cursor: string | undefined): PartnerRequest {
	return { method: 'GET', path: '/roles/proxies', query: pageQuery(cursor) };
}
