import type { INodeProperties } from 'n8n-workflow';

import { typedField } from '../../../engine/items/typedField';
import { closeOutFields } from '../shared/closeOut';
import { hotelId, ratePlanId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { additionalFields, lossNotice } from '../shared/panelFields';
import type { Shown } from '../shared/shown';

/** What the panel calls the fields of a rate plan, for messages. */
export const PLAN_LABELS = { newRatePlanId: LABELS.ratePlanId, ratePlanName: 'Rate Plan Name', mealPlanId: 'Meal Plan ID', description: 'Rate Plan Description' } as const;

/** What the list of rate plans shows of them. */
export const PLAN_SHOWN: readonly Shown[] = [
	{ listed: 'rateplanname', member: 'ratePlanName', label: PLAN_LABELS.ratePlanName },
	{ listed: 'mealplanid', member: 'mealPlanId', label: PLAN_LABELS.mealPlanId },
	{ listed: 'description', member: 'description', label: PLAN_LABELS.description },
];

/** The rate plan that an operation is about. */
export const thisRatePlanId: INodeProperties = { ...ratePlanId, required: true, description: 'Your own ID of the rate plan (rateplanid)' };

function additional(isNew: boolean): INodeProperties {
	const orElse = isNew ? '' : ' Left out, it stays as Su has it.';
	return additionalFields(
		[
			...closeOutFields,
			typedField('description', PLAN_LABELS.description, 'e.g. Free cancellation until 18:00', `What guests are told of it. That Su reads it as it is sent here is inferred: the page is not known to its end.${orElse}`, { typeOptions: { rows: 3 } }),
			typedField('mealPlanId', PLAN_LABELS.mealPlanId, 'e.g. 15', `Code from Su's list, which is not public; 15 is room only, and 1 all inclusive. Of a wrong one Su makes 15.${isNew ? ' Left out, it is 15.' : orElse}`),
		],
		'What Su does not require',
	);
}

/** The panel of Create. */
export const newRatePlanFields: INodeProperties[] = [
	hotelId,
	typedField('newRatePlanId', PLAN_LABELS.newRatePlanId, 'e.g. FLEX', 'Your own ID for the rate plan (rateplanid): letters, digits and hyphens, at most 20', { required: true }),
	typedField('ratePlanName', PLAN_LABELS.ratePlanName, 'e.g. Flexible', 'Name of the rate plan, at most 100 characters', { required: true }),
	additional(true),
];

/** The panel of Update. */
export const ratePlanFields: INodeProperties[] = [
	lossNotice(`${PLAN_SHOWN.map(({ label }) => label).join(', ')} stay where they are left empty.`, 'Close-Out Days and Close-Out Time'),
	hotelId,
	thisRatePlanId,
	typedField('ratePlanName', PLAN_LABELS.ratePlanName, 'e.g. Flexible', 'Name of the rate plan, at most 100 characters. Left empty, it stays as Su has it.'),
	additional(false),
];
