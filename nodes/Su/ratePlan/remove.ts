import { LABELS } from '../shared/labels';
import { onceMore } from '../shared/onceMore';
import { explainRefusal } from '../shared/refusal';
import { stateChange } from '../shared/stateChange';
import { PLAN_PAGE, ratePlanRequest } from './ratePlanContent';
import { thisRatePlanId } from './ratePlanFields';

const again = onceMore(LABELS.ratePlanId, 'confirmRatePlanId', 'e.g. FLEX', 'the rate plan that is to be removed');

/**
 * Removes a rate plan, `POST OTA_HotelRatePlan` (content/rate-plan). Whether Su switches it off or deletes it is not documented, so the output
 * says neither.
 */
export const remove = stateChange({
	state: 'remove',
	thing: 'a rate plan',
	description: 'Remove a rate plan of a property; whether Su switches it off or deletes it is not documented, so its ID is typed in twice',
	source: { call: 'POST /SUAPI/jservice/OTA_HotelRatePlan', standing: 'documented, without a sample; whether it switches off or deletes is not' },
	what: PLAN_PAGE,
	fields: [thisRatePlanId, { ...again.field, description: `${again.field.description} Whether Su switches the rate plan off or deletes it is not documented.` }],

	read(fields) {
		const ratePlanId = fields.code('ratePlanId', { label: LABELS.ratePlanId });
		again.read(fields, ratePlanId);
		return { ratePlanId };
	},

	request: ({ hotelId, ratePlanId: rateplanid }) => ratePlanRequest(hotelId, { RatePlanNotifType: 'Remove', rateplanid }),
	ids: ({ ratePlanId: id }) => ({ ratePlanId: id }),

	explain(failure) {
		const told = explainRefusal(failure);
		if (told.kind !== 'notFound' || told.details.partnerCode !== '1072') return told;
		return told.retold({ advice: `${told.details.advice} Where an earlier try had no answer, that may have removed it.` });
	},
});
