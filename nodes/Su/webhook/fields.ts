import type { INodeProperties } from 'n8n-workflow';

import { settingsField as duplicateSettings, unreadBody } from '../../../engine/webhook/receivingFields';
import { includeCardData } from '../reservation/cardData';
import { authenticationFields } from './authentication';
import { bookingsLeftOutNotice, eventFilterFields, kindsField } from './eventFilters';

/** What is seldom set. */
export const settingsField: INodeProperties = {
	...duplicateSettings,
	options: [
		...(duplicateSettings.options ?? []),
		{ ...includeCardData, description: 'Whether to put out numbers, codes and tokens of the card of the guest. n8n stores what a node puts out, so leave it off unless you need them.' },
	],
};

/** The fields of the trigger, in the order of the panel. */
export const triggerFields: INodeProperties[] = [
	kindsField,
	bookingsLeftOutNotice,
	...authenticationFields,
	{
		displayName: 'When to Acknowledge',
		name: 'responseMode',
		type: 'options',
		options: [
			{ name: 'Once the Booking Is Stored', value: 'onReceived', description: 'As soon as n8n has stored the execution. Su sends the next message of the property right away.' },
			{
				name: 'When the Workflow Has Succeeded',
				value: 'lastNode',
				description:
					'A message whose workflow failed comes again after 10 minutes, three times in all. Until it is acknowledged, Su holds back all later messages of that property.',
			},
		],
		default: 'onReceived',
		description: 'When Su is told that a message has arrived',
	},
	{
		displayName: 'Read Bookings Sent as IDs Only',
		name: 'readsIds',
		type: 'boolean',
		default: false,
		description: 'Whether to read the booking from Su where a message holds nothing but its ID. Su sends whole bookings as far as is known. Without this such a message is refused. If Su does not name the property, those under Filters, Property IDs are asked, spelled as at Su.',
	},
	eventFilterFields,
	settingsField,
	unreadBody,
];
