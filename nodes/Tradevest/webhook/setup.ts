import { settingsField } from '../../../engine/webhook/receivingFields';
import type { TriggerSetup } from '../../../engine/webhook/setup';
import { filterFault, kindsField } from './eventChoice';
import { triggerFields } from './fields';

/** What of the panel is looked at when the workflow is published, and with each call. Who may send shows by the secret of the registration. */
export const tradevestSetup: TriggerSetup = {
	fields: triggerFields,
	filters: [kindsField],
	settings: settingsField,
	caller: { credential: 'tradevestApi', proofs: {} },
	filterFault,
};
