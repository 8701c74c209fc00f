import type { INodeProperties } from 'n8n-workflow';

import { timeoutField } from '../../../engine/items/timeoutField';
import { includeCardData } from '../reservation/cardData';
import { hotelId } from '../shared/fields';
import { eventFilterFields } from '../webhook/eventFilters';

/** The filters of Su Trigger but the properties, which are chosen here. */
const FILTERS = ((eventFilterFields.options ?? []) as INodeProperties[]).filter(({ name }) => name !== 'properties');

/** Most days that Su lists bookings back: six months (booking-repull/list-of-bookings). */
export const MOST_DAYS = 180;

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Comparison Days',
		name: 'comparisonDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST_DAYS },
		default: 2,
		description: 'How many days back the nightly comparison looks, by the day on which a booking was made, or further if the last one is longer ago. Su lists six months at most.',
	},
	{
		displayName: 'Comparison Hour',
		name: 'comparisonHour',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 23 },
		default: 3,
		description: 'From which hour of the day on the comparison is made, by the clock of the workflow. It is part of the first poll after that.',
	},
	{ ...includeCardData, description: 'Whether to put out numbers, codes and tokens of the card of the guest. n8n stores what a node puts out, so leave it off unless you need them.' },
	timeoutField(30_000),
];

/** The panel of Su Reservation Watch, below the times at which n8n polls. */
export const watchFields: INodeProperties[] = [
	{
		displayName: 'Poll every 30 minutes or more often: a message that nobody has acknowledged for an hour leaves the queue of Su.',
		name: 'pollTimesNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Properties',
		name: 'properties',
		type: 'options',
		options: [
			{ name: 'All Properties', value: 'all', description: 'Every property that Su lists for the credential, also later ones' },
			{ name: 'Chosen Properties', value: 'chosen', description: 'Only the properties below' },
		],
		default: 'all',
		description: 'Whose queues are pulled. No other workflow may acknowledge messages of these properties.',
	},
	{
		displayName: 'Chosen Properties',
		name: 'chosen',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Property',
		displayOptions: { show: { properties: ['chosen'] } },
		description: 'The properties whose queues are pulled',
		options: [{ displayName: 'Property', name: 'property', values: [hotelId] }],
	},
	{
		displayName: 'When to Acknowledge',
		name: 'acknowledgeWhen',
		type: 'options',
		options: [
			{ name: 'Once the Booking Is Stored', value: 'stored', description: 'When the execution that it started has ended, however that was. What comes at once shares an execution.' },
			{
				name: 'When the Workflow Has Succeeded',
				value: 'succeeded',
				description: 'Each message starts an execution of its own. One that fails comes again with the next poll, until it succeeds or has waited at Su for an hour.',
			},
		],
		default: 'stored',
		description: 'When Su is told that a message has arrived, so that it leaves the queue',
	},
	{
		displayName: 'Look for Missed Bookings',
		name: 'comparesNightly',
		type: 'boolean',
		default: true,
		description: 'Whether to compare once a night with the bookings that Su lists, and to start the workflow with those that never came. Bookings from before the first poll start nothing.',
	},
	{ ...eventFilterFields, options: FILTERS, description: 'Bookings that do not fit start nothing. Su is told all the same that they have arrived: else they would stay in its queue.' },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: OPTIONS,
	},
];

/** The collections to whose fields a person adds one by one. */
export const WATCH_COLLECTIONS = [
	{ displayName: 'Filters', name: 'filters', options: FILTERS },
	{ displayName: 'Options', name: 'options', options: OPTIONS },
];

/** What an option holds unless a person enters something else. */
export function usualNumber(name: string): number {
	return Number(OPTIONS.find((field) => field.name === name)?.default);
}
