import type { IWebhookFunctions } from 'n8n-workflow';

import { answersAtOnce, duplicateSeconds } from '../../../engine/webhook/receivingFields';
import type { Reception } from '../../../engine/webhook/receive';
import { refusedBySetup } from '../../../engine/webhook/setup';
import { confirmed } from './confirmation';
import { passes, readEventFilters } from './eventFilters';
import { tidyEvent, type TidyEvent } from './events';
import { sipsSetup } from './setup';

/** How the trigger receives, by what the panel says. */
export function sipsReception(context: IWebhookFunctions): Reception<TidyEvent> {
	const filters = readEventFilters(context.getNodeParameter('events', []), context.getNodeParameter('filters', {}));
	const confirm = context.getNodeParameter('confirm', 'off') as string;
	return {
		refusal: async (request) => await refusedBySetup(context, request, sipsSetup),
		read: (entries) => ({ events: entries.map(tidyEvent).filter((event) => passes(event, filters)) }),
		prepared: async (events) => (confirm === 'off' ? { events } : await confirmed(context, events, confirm === 'drop')),
		windowSeconds: duplicateSeconds(context),
		answersAtOnce: answersAtOnce(context),
	};
}
