import { LABELS } from '../shared/labels';
import { replacement } from '../shared/replacement';
import { RATE_PLAN } from '../shared/things';
import { PLAN_PAGE, ratePlanContentRequest, readRatePlanContent } from './ratePlanContent';
import { PLAN_LABELS, PLAN_SHOWN, ratePlanFields } from './ratePlanFields';

/** Changes a rate plan, as `ratePlanContentRequest` says. An item that asks for nothing is a slip: it would take the close-out away, and do nothing else. */
export const update = replacement({
	thing: RATE_PLAN,
	description: 'Replace what Su has of a rate plan; what Su lists of it stays where it is left empty',
	source: { call: 'POST /SUAPI/jservice/OTA_HotelRatePlan', standing: 'documented; the list of meal plans, and how the description is written, are not' },
	page: PLAN_PAGE,
	properties: ratePlanFields,
	shown: PLAN_SHOWN,
	needed: ['ratePlanName'],

	read(fields) {
		const ids = { hotelId: fields.code('hotelId', { label: LABELS.hotelId }), ratePlanId: fields.code('ratePlanId', { label: LABELS.ratePlanId }) };
		const content = readRatePlanContent(fields, false);
		if (!fields.isFaulty && Object.values(content).every((value) => value === '')) fields.fault(PLAN_LABELS.ratePlanName, 'or one of the Additional Fields must be filled in: nothing is to be changed');
		return { ...ids, ...content };
	},

	request: (content) => ratePlanContentRequest('Overlay', content),
});
