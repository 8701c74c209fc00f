import type { INodeProperties } from 'n8n-workflow';

import { channelId } from '../shared/fields';

/** What a rule does to rates; `None` leaves them as they are and only closes or opens (inventory-control). */
export const RATE_TYPES = ['Decrease', 'Fixed', 'Increase', 'Multiply', 'None'] as const;

/** What a rule does to rooms to sell (inventory-control). */
export const ROOM_TYPES_OF_RULE = ['Decrease', 'Fixed', 'Increase'] as const;

/** Whether a rule closes a channel, opens it, or says nothing of that. */
export const CLOSINGS = ['unchanged', 'closed', 'open'] as const;

/** The table of rules: one for each channel. */
export const rules: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Rule',
	displayOptions: { show: { change: ['set'] } },
	description: 'One for each channel. Su replaces all rules of these days with them, also those of channels that are not named here.',
	options: [
		{
			displayName: 'Rule',
			name: 'rule',
			values: [
				{ ...channelId, required: true },
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					options: [
						{ name: 'Decrease', value: 'Decrease', description: 'Lower by the value' },
						{ name: 'Fixed', value: 'Fixed', description: 'Set to the value. Fixed rooms do not go down with bookings.' },
						{ name: 'Increase', value: 'Increase', description: 'Raise by the value' },
						{ name: 'Multiply', value: 'Multiply', description: 'Multiply by the value; for rates alone' },
						{ name: 'None', value: 'None', description: 'Leave the rate as it is, and only close or open; for rates alone' },
					],
					default: 'Increase',
					description: 'What the rule does',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 6 },
					default: '',
					description: 'Rooms, an amount in the currency of the property, or a factor such as 1.1 for ten percent more. Leave it empty where the type is None.',
				},
				{
					displayName: 'Closed',
					name: 'closed',
					type: 'options',
					options: [
						{ name: 'Say Nothing', value: 'unchanged' },
						{ name: 'Close', value: 'closed' },
						{ name: 'Open', value: 'open' },
					],
					default: 'unchanged',
					description: 'Whether the channel does not sell the room type with this rate plan; for rates alone',
				},
			],
		},
	],
};
