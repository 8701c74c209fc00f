import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation, ReplacingRequest } from '../../../engine/operation/operation';
import { path } from '../../../engine/transport/path';
import { noRefusal } from '../shared/answers';
import { EVENT_TYPES } from '../shared/eventTypes';
import { openChoice, readOpenChoice } from '../shared/openChoice';
import { explainRefusal } from '../shared/refusal';

interface Parameters {
	eventType: string;
}

function deletedItem(eventType: string): IDataObject[] {
	return [{ deleted: true, eventType }];
}

/** Takes a registration away, `DELETE /webhooks/{eventType}` (api-reference/webhooks): whoever made it. */
export const deleteWebhook: RepeatableOperation<Parameters> & ReplacingRequest<Parameters> = {
	name: 'delete',
	displayName: 'Delete',
	action: 'Delete a webhook',
	description: 'Take the registration of an event away, whoever made it: nobody hears of that event any more, no workflow and no other system',
	effect: 'repeatable',
	source: { call: 'DELETE /webhooks/{eventType}', standing: 'documented' },
	properties: [
		openChoice('eventType', 'Event Type', Object.keys(EVENT_TYPES).sort(), 'The event whose registration is taken away'),
		{ displayName: 'Confirm Event Type', name: 'confirmEventType', type: 'string', required: true, default: '', placeholder: 'e.g. ONBOARDING_NOTIFICATION', description: 'The same once more, as Tradevest writes it' },
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const eventType = readOpenChoice(fields, 'eventType', 'Event Type');
		if (fields.code('confirmEventType', { label: 'Confirm Event Type' }) !== eventType && !fields.isFaulty) fields.fault('Confirm Event Type', `must be ${eventType}, as Event Type is`);
		fields.done('The request');
		return { eventType };
	},

	replaces: {
		thing: ({ eventType }) => eventType,
		// Not there any more, after a try whose answer was lost: that one has taken it away.
		doneByLostTry: async ({ kind }, { eventType }) => await Promise.resolve(kind === 'notFound' ? deletedItem(eventType) : undefined),
	},
	request: ({ eventType }) => ({ method: 'DELETE', path: path`/webhooks/${eventType}` }),
	items(answer, { eventType }) {
		noRefusal(answer, 'Delete Webhook');
		return deletedItem(eventType);
	},
	explain: explainRefusal,
};
