import { LABELS } from '../shared/labels';
import { stateChange } from '../shared/stateChange';
import { PLAN_PAGE, ratePlanRequest } from './ratePlanContent';
import { thisRatePlanId } from './ratePlanFields';

/**
 * Switches a rate plan on, `POST OTA_HotelRatePlan` (content/rate-plan). There is no sure opposite of it: whether `Remove` switches a rate
 * plan off or deletes it is not documented.
 */
export const activate = stateChange({
	state: 'activate',
	thing: 'a rate plan',
	description: 'Switch a rate plan of a property on',
	source: { call: 'POST /SUAPI/jservice/OTA_HotelRatePlan', standing: 'documented, without a sample; how it is refused is inferred' },
	what: PLAN_PAGE,
	fields: [thisRatePlanId],
	read: (fields) => ({ ratePlanId: fields.code('ratePlanId', { label: LABELS.ratePlanId }) }),
	request: ({ hotelId, ratePlanId: rateplanid }) => ratePlanRequest(hotelId, { RatePlanNotifType: 'Activate', rateplanid }),
	ids: ({ ratePlanId: id }) => ({ ratePlanId: id }),
});
