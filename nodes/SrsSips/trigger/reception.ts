import type { IWebhookFunctions } from 'n8n-workflow';

import type { Reception } from '../../../engine/delivery/receive';
import { tidyEvent, type TidyEvent } from '../events';
import { confirmed } from './confirmation';
import { passes, readEventFilters } from './eventFilters';
import { DUPLICATE_WINDOW_HOURS } from './fields';
import { refusalOf } from './whoMaySend';

const SECONDS_PER_HOUR = 3_600;

/** How the trigger receives, by what the panel says. */
export function sipsReception(context: IWebhookFunctions): Reception<TidyEvent> {
	const filters = readEventFilters(context.getNodeParameter('events', []), context.getNodeParameter('filters', {}));
	const confirm = context.getNodeParameter('confirm', 'off') as string;
	return {
		refusal: async (request) => await refusalOf(context, request),
		wanted: (entries) => entries.map(tidyEvent).filter((event) => passes(event, filters)),
		prepared: async (events) => (confirm === 'off' ? { events } : await confirmed(context, events, confirm === 'drop')),
		windowSeconds: duplicateHours(context) * SECONDS_PER_HOUR,
		answersAtOnce: context.getNodeParameter('responseMode', 'onReceived') !== 'lastNode',
	};
}

function duplicateHours(context: IWebhookFunctions): number {
	const hours = Number(context.getNodeParameter('settings.duplicateHours', DUPLICATE_WINDOW_HOURS));
	return Number.isFinite(hours) && hours >= 0 ? hours : DUPLICATE_WINDOW_HOURS;
}
