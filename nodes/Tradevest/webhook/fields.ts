import type { INodeProperties } from 'n8n-workflow';

import { answerField } from '../../../engine/webhook/answerFields';
import { settingsField, unreadBody } from '../../../engine/webhook/receivingFields';
import { kindsField } from './eventChoice';

/** The fields of the trigger, in the order of the panel. */
export const triggerFields: INodeProperties[] = [
	kindsField,
	{
		displayName: 'Read the Object',
		name: 'readsObject',
		type: 'boolean',
		default: false,
		description: 'Whether to read the thing that an event is about, and put it out as "object". Events hold IDs and a status only. Where it cannot be read the event comes all the same, with the reason as "objectError".',
	},
	{
		displayName: 'Also Fetch Missed',
		name: 'fetchesMissed',
		type: 'boolean',
		default: false,
		description: 'Whether to ask Tradevest for events that may not have arrived, when the workflow is published, at each start of n8n and by schedule. They start the workflow together, marked as "missed". What such an event holds is not documented.',
	},
	{
		displayName: 'Fetch Missed Every',
		name: 'missedInterval',
		type: 'options',
		options: [
			{ name: '5 Minutes', value: '5m' },
			{ name: '15 Minutes', value: '15m' },
			{ name: 'Hour', value: '1h' },
			{ name: '6 Hours', value: '6h' },
		],
		default: '15m',
		displayOptions: { show: { fetchesMissed: [true] } },
		description: 'How often to ask Tradevest for events that may not have arrived',
	},
	{
		displayName: 'Take Over',
		name: 'takeOver',
		type: 'boolean',
		default: false,
		description: 'Whether to take the place of a webhook that somebody else has registered for one of these events: another workflow, or other software. It hears nothing any more then. Without this, publishing stops and names its host.',
	},
	{
		displayName: 'Register for Test',
		name: 'registerForTest',
		type: 'boolean',
		default: false,
		description: 'Whether listening for a test event registers the test URL at Tradevest. Meanwhile the events go to the test, and not to where they go else, this workflow included; afterwards what was registered is put back. Without this nothing is registered: send a sample to the test URL.',
	},
	answerField('Tradevest', 'so that Tradevest counts the event as missed. Whether it sends one again is not documented.'),
	settingsField,
	unreadBody,
];
