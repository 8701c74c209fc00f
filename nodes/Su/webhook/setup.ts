import type { TriggerSetup } from '../../../engine/webhook/setup';
import { callerRules } from './authentication';
import { eventFilterFields, filterFault, kindsField } from './eventFilters';
import { settingsField, triggerFields } from './fields';

/** What of the panel is looked at when the workflow is published, and with each call. */
export const suSetup: TriggerSetup = {
	fields: triggerFields,
	filters: [kindsField, eventFilterFields],
	settings: settingsField,
	caller: callerRules,
	filterFault,
};
