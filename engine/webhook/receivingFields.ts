import type { INodeProperties, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isNothing } from '../fieldKinds/reading';

/** How long the same event starts nothing, in hours, unless the person sets another time. */
const DUPLICATE_WINDOW_HOURS = 24;
const SECONDS_PER_HOUR = 3_600;

/** What is seldom set. Not called options: that name is taken below. */
export const settingsField: INodeProperties = {
	displayName: 'Options',
	name: 'settings',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Ignore Duplicates For (Hours)',
			name: 'duplicateHours',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 168 },
			default: DUPLICATE_WINDOW_HOURS,
			description: 'How long an event that says the same as one before starts nothing; 0 lets every one start the workflow',
		},
	],
};

/**
 * n8n leaves the body unread for a node of version 1 with this option. Without it, a body that is no JSON gets
 * n8n's own 422, and we could not tell a partner what is wrong with it.
 */
export const unreadBody: INodeProperties = { displayName: 'Options', name: 'options', type: 'hidden', default: { binaryData: true } };

/** How long the same event starts nothing, in seconds. */
export function duplicateSeconds(context: IWebhookFunctions | ITriggerFunctions): number {
	const given = context.getNodeParameter('settings.duplicateHours', DUPLICATE_WINDOW_HOURS) as unknown;
	// Nothing would be 0, which is off.
	const hours = isNothing(given) ? NaN : Number(given);
	return (Number.isFinite(hours) && hours >= 0 ? hours : DUPLICATE_WINDOW_HOURS) * SECONDS_PER_HOUR;
}

/** Whether n8n answers when the workflow has started, not when it has finished. */
export function answersAtOnce(context: IWebhookFunctions): boolean {
	return context.getNodeParameter('responseMode', 'onReceived') !== 'lastNode';
}
