import type { FieldReader } from '../../../engine/items/fields';
import type { PartnerRequest } from '../../../engine/http/request';
import { readCloseOut, type CloseOut } from '../shared/closeOut';
import type { RatePlanContent as Body, RatePlansRequest } from '../shared/contract';
import { filledIn } from '../shared/panelFields';
import { suPath } from '../shared/requests';
import { PLAN_LABELS as LABELS } from './ratePlanFields';

/** The page of Su's documents, for messages. */
export const PLAN_PAGE = 'Rate Plan';

/** Most characters of a name (code 283), and of a description, of which Su states no number. */
const MOST = { name: 100, description: 2_000 } as const;

/** A rate plan as the panel asks for it. Text that was left empty is `''`. */
export interface RatePlanContent extends CloseOut {
	hotelId: string;
	ratePlanId: string;
	ratePlanName: string;
	mealPlanId: string;
	description: string;
}

/** Reads all but the ids. The name may be left empty in a change. Faults are noted in `fields`. */
export function readRatePlanContent(fields: FieldReader, isNew: boolean): Omit<RatePlanContent, 'hotelId' | 'ratePlanId'> {
	const rules = { label: LABELS.ratePlanName, longest: MOST.name };
	return {
		ratePlanName: isNew ? fields.text('ratePlanName', rules) : fields.optionalText('ratePlanName', rules),
		mealPlanId: fields.optionalText('additionalFields.mealPlanId', { label: LABELS.mealPlanId, longest: 20 }),
		description: fields.optionalText('additionalFields.description', { label: LABELS.description, longest: MOST.description }),
		...readCloseOut(fields),
	};
}

/** A rate plan as one entry of the call that does all with rate plans, `POST OTA_HotelRatePlan` (content/rate-plan). */
export function ratePlanRequest(hotelid: string, entry: RatePlansRequest['RatePlans']['RatePlan'][number]): PartnerRequest {
	const body: RatePlansRequest = { RatePlans: { hotelid, RatePlan: [entry] } };
	return { method: 'POST', path: suPath('OTA_HotelRatePlan'), body };
}

/** Creates a rate plan, or replaces what Su has of it. */
export function ratePlanContentRequest(type: Body['RatePlanNotifType'], content: RatePlanContent): PartnerRequest {
	const { hotelId, ratePlanId: rateplanid, ratePlanName: Name, mealPlanId, description, closeoutDays, closeoutTime } = content;
	return ratePlanRequest(hotelId, {
		RatePlanNotifType: type,
		rateplanid,
		...filledIn({ MealPlanID: mealPlanId, closeoutdays: closeoutDays, closeouttime: closeoutTime }),
		Description: { Name, ...filledIn({ Text: description }) },
	});
}
