import type { INodeProperties } from 'n8n-workflow';

import { answerField } from '../../../engine/webhook/answerFields';
import { settingsField, unreadBody } from '../../../engine/webhook/receivingFields';
import { EVENT_KINDS, OTHER_KINDS } from './events';
import { confirmField } from './confirmation';
import { eventFilterFields } from './eventFilters';
import { authenticationFields } from './authentication';

/** Which kinds of event start the workflow. */
export const kindsField: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	options: [
		{ name: 'Delivery Update', value: 'DU', description: 'En route, arrived, completed' },
		{ name: 'Invoice Update', value: 'IU', description: 'An invoice was made or changed' },
		{ name: 'Order Acknowledged', value: 'OA', description: 'Known from one client only: SIPS may never send it' },
		{ name: EVENT_KINDS.OC, value: 'OC', description: 'The order was cancelled' },
		{ name: 'Order Update', value: 'OU', description: 'The order was received, or changed' },
		{ name: 'Other', value: OTHER_KINDS, description: 'Every kind that is not in this list' },
	],
	default: [],
	description: 'Kinds of event that start the workflow. None chosen means all.',
};

/** The fields of the trigger, in the order of the panel. */
export const triggerFields: INodeProperties[] = [
	kindsField,
	...authenticationFields,
	confirmField,
	answerField('SRS', 'so that SRS may send the event again. Whether SRS does is not documented.'),
	eventFilterFields,
	settingsField,
	unreadBody,
];
