import { settingsField } from '../../../engine/webhook/receivingFields';
import type { TriggerSetup } from '../../../engine/webhook/setup';
import { callerRules } from './authentication';
import { eventFilterFields, filterFault } from './eventFilters';
import { kindsField, triggerFields } from './fields';

/** What of the panel is looked at when the workflow is published, and with each call. */
export const sipsSetup: TriggerSetup = {
	fields: triggerFields,
	filters: [kindsField, eventFilterFields],
	settings: settingsField,
	caller: callerRules,
	filterFault,
};
