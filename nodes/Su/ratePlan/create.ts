import { ownId } from '../shared/contentKinds';
import { creation } from '../shared/creation';
import { LABELS } from '../shared/labels';
import { RATE_PLAN } from '../shared/things';
import { PLAN_PAGE, ratePlanContentRequest, readRatePlanContent } from './ratePlanContent';
import { newRatePlanFields, PLAN_LABELS, PLAN_SHOWN } from './ratePlanFields';

/** Creates a rate plan, as `ratePlanContentRequest` says. */
export const create = creation({
	thing: RATE_PLAN,
	description: 'Create a rate plan of a property under an ID of your own',
	source: { call: 'POST /SUAPI/jservice/OTA_HotelRatePlan', standing: 'documented; the list of meal plans, and how the description is written, are not' },
	page: PLAN_PAGE,
	properties: newRatePlanFields,
	shown: PLAN_SHOWN,
	read: (fields) => ({
		hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
		ratePlanId: fields.kind('newRatePlanId', { label: PLAN_LABELS.newRatePlanId }, ownId, ''),
		...readRatePlanContent(fields, true),
	}),
	request: (content) => ratePlanContentRequest('New', content),
});
