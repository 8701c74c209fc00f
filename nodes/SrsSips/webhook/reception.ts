import type { IWebhookFunctions } from 'n8n-workflow';

import type { Refusal } from '../../../engine/webhook/readBody';
import type { Reception } from '../../../engine/webhook/receive';
import { isNothing } from '../../../engine/fieldKinds/reading';
import { tidyEvent, type TidyEvent } from './events';
import { addedNothing, unreadFilter } from './checkSetup';
import { choiceFault } from './choices';
import { confirmed } from './confirmation';
import { eventFilterFields, passes, readEventFilters } from './eventFilters';
import { DUPLICATE_WINDOW_HOURS } from './fields';
import { refusalOf } from './authentication';
import { setupRefusal } from './setupRefusal';

const SECONDS_PER_HOUR = 3_600;

/** How the trigger receives, by what the panel says. */
export function sipsReception(context: IWebhookFunctions): Reception<TidyEvent> {
	const filters = readEventFilters(context.getNodeParameter('events', []), context.getNodeParameter('filters', {}));
	const confirm = context.getNodeParameter('confirm', 'off') as string;
	return {
		refusal: async (request) => choiceWrong(context) ?? (await refusalOf(context, request)) ?? filterMissing(context),
		wanted: (entries) => entries.map(tidyEvent).filter((event) => passes(event, filters)),
		prepared: async (events) => (confirm === 'off' ? { events } : await confirmed(context, events, confirm === 'drop')),
		windowSeconds: duplicateHours(context) * SECONDS_PER_HOUR,
		answersAtOnce: context.getNodeParameter('responseMode', 'onReceived') !== 'lastNode',
	};
}

function duplicateHours(context: IWebhookFunctions): number {
	const given = context.getNodeParameter('settings.duplicateHours', DUPLICATE_WINDOW_HOURS) as unknown;
	// Nothing would be 0, which is off.
	const hours = isNothing(given) ? NaN : Number(given);
	return Number.isFinite(hours) && hours >= 0 ? hours : DUPLICATE_WINDOW_HOURS;
}

/** A choice that an expression fills, with none of the list since the workflow was published. Whom it would let in is not known. */
function choiceWrong(context: IWebhookFunctions): Refusal | undefined {
	const choice = choiceFault(context);
	return choice === undefined ? undefined : setupRefusal(context, `${choice}. Choose from the list, or correct the expression`, 'a choice of the workflow cannot be read');
}

/**
 * A filter that an expression fills may come to nothing after the workflow was published, as where a variable was removed, or to what
 * cannot be read. It would let everything through, so nothing is taken until it is mended.
 */
function filterMissing(context: IWebhookFunctions): Refusal | undefined {
	const nothing = addedNothing(context, eventFilterFields);
	const filter = nothing ?? unreadFilter(context);
	if (filter === undefined) return undefined;
	const what = nothing === undefined ? 'cannot be read' : 'comes to nothing';
	return setupRefusal(context, `${filter}. Give the filter a value, or remove it`, `a filter of the workflow ${what}`);
}
