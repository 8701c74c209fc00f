import type { TriggerSetup } from '../../../engine/webhook/setup';
import { callerRules } from './authentication';
import { filterFault, kindsField } from './eventChoice';
import { settingsField, triggerFields } from './fields';

/** What of the panel is looked at when the workflow is published, and with each call. */
export const xCoverSetup: TriggerSetup = {
	fields: triggerFields,
	filters: [kindsField],
	settings: settingsField,
	caller: callerRules,
	filterFault,
};
