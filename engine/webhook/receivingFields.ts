import type { INodeProperties, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isNothing } from '../fieldKinds/reading';

/** How long the same event starts nothing, in hours, unless the person sets another time. */
const DUPLICATE_WINDOW_HOURS = 24;
const SECONDS_PER_HOUR = 3_600;

/** What is seldom set. Not called options: that name is taken below. */
export const settingsField: INodeProperties = receivingSettings(DUPLICATE_WINDOW_HOURS);

/**
 * The same for a partner of whose events two that say the same may both be news after a while.
 *
 * @param usualHours how long the same event starts nothing, unless the person sets another time
 * @param more further fields, in the order of the panel
 */
export function receivingSettings(usualHours: number, more: readonly INodeProperties[] = []): INodeProperties {
	return {
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
				default: usualHours,
				description: 'How long an event that says the same as one before starts nothing; 0 lets every one start the workflow',
			},
			...more,
		],
	};
}

/**
 * n8n leaves the body unread for a node of version 1 with this option. Without it, a body that is no JSON gets
 * n8n's own 422, and we could not tell a partner what is wrong with it.
 */
export const unreadBody: INodeProperties = { displayName: 'Options', name: 'options', type: 'hidden', default: { binaryData: true } };

/** How long the same event starts nothing, in seconds. @param usualHours as in `receivingSettings` */
export function duplicateSeconds(context: IWebhookFunctions | ITriggerFunctions, usualHours = DUPLICATE_WINDOW_HOURS): number {
	const given = context.getNodeParameter('settings.duplicateHours', usualHours) as unknown;
	// Nothing would be 0, which is off.
	const hours = isNothing(given) ? NaN : Number(given);
	return (Number.isFinite(hours) && hours >= 0 ? hours : usualHours) * SECONDS_PER_HOUR;
}

/** Whether n8n answers when the workflow has started, not when it has finished. */
export function answersAtOnce(context: IWebhookFunctions): boolean {
	return context.getNodeParameter('responseMode', 'onReceived') !== 'lastNode';
}
