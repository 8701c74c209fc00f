import { textOf, isObject } from '../../../engine/values';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import type { ReviewListRequest } from '../shared/contract';
import { rowsIn } from '../shared/refusal';
import { suPath } from '../shared/requests';
import type { Page } from '../../../engine/items/pages';

/** As many as the client asks for from which this call is known. */
export const PAGE_SIZE = 100;

/** A page of the reviews of a property, `POST review/list`. @param next_page its name; `''` for the first */
export function reviewListRequest(hotel_id: string, next_page: string, page_size = PAGE_SIZE): PartnerRequest {
	const body: ReviewListRequest = { hotel_id, page_size, next_page };
	return { method: 'POST', path: suPath('review/list'), body };
}

/** @throws Failure where it is a refusal, or no list */
export function pageIn(answer: PartnerAnswer): Page {
	const rows = rowsIn(answer, 'Data.reviews', 'Review List');
	const { body } = answer;
	const next = isObject(body) && isObject(body.Data) ? textOf(body.Data.next_page)?.trim() : undefined;
	return { rows, next };
}
