import type { INodeProperties } from 'n8n-workflow';

import { filtersFault, filtersIn, kindsFault, partsIn } from '../../../engine/webhook/filterValues';
import { KINDS, type SuEvent } from './events';

/** What an event must be like to start the workflow. Empty filters let everything through. All in small letters but `spelledProperties`. */
export interface EventFilters {
	readonly kinds: readonly string[];
	readonly properties: readonly string[];
	/** The same as the panel spells them, to ask Su with. */
	readonly spelledProperties: readonly string[];
	readonly channels: readonly string[];
	/** Of bookings; what is no booking has none, and passes. */
	readonly statuses: readonly string[];
}

/** Which kinds of event start the workflow. */
export const kindsField: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	options: [
		{ name: 'Message', value: 'message', description: 'A guest wrote: Airbnb, Booking.com and Expedia' },
		{ name: 'Reservation', value: 'reservation', description: 'A booking was made, changed, requested or cancelled' },
		{ name: 'Review', value: 'review', description: 'A guest wrote a review: Booking.com and Expedia' },
	],
	default: [],
	description: 'Kinds of event that start the workflow. None chosen means all.',
};

/** Stands in the panel while bookings are left out: Su has one URL for all, and takes what is acknowledged for done. */
export const bookingsLeftOutNotice: INodeProperties = {
	displayName: 'Bookings that reach this URL are acknowledged, too, and start nothing: Su does not send them again. Choose Reservation as well, unless Su sends bookings to another URL.',
	name: 'bookingsLeftOutNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { events: ['message', 'review'] }, hide: { events: ['reservation'] } },
};

/** The filters beside the kinds of event: Su has one URL for all properties. */
export const eventFilterFields: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Channel Codes',
			name: 'channels',
			type: 'string',
			default: '',
			placeholder: 'e.g. 19, 244',
			description: 'Only events of these channels: 19 Booking.com, 244 Airbnb, 9 Expedia, and so on. Separate several by commas.',
		},
		{
			displayName: 'Property IDs',
			name: 'properties',
			type: 'string',
			default: '',
			placeholder: 'e.g. HVIEW-1, PINE-2',
			description: 'Only events of these properties, by your own IDs, in capitals or not. Separate several by commas.',
		},
		{
			displayName: 'Reservation Status',
			name: 'statuses',
			type: 'multiOptions',
			options: [
				{ name: 'Cancelled', value: 'cancelled' },
				{ name: 'Modified', value: 'modified' },
				{ name: 'New', value: 'new' },
				{ name: 'Request', value: 'request' },
			],
			default: [],
			description: 'Only bookings in one of these states. Messages and reviews have none, and pass.',
		},
	],
	description: 'Events that do not fit start nothing. Su is told all the same that they have arrived: else it would hold back what comes after them.',
};

/** Reads the filters as the panel has them. What cannot be read is no filter here: `filterFault` is asked first. */
export function readEventFilters(kinds: unknown, filters: unknown): EventFilters {
	const { properties, channels, statuses } = filtersIn(filters);
	const words = (value: unknown) => partsIn(value).map((part) => part.toLowerCase());
	return { kinds: words(kinds), properties: words(properties), spelledProperties: partsIn(properties), channels: words(channels), statuses: words(statuses) };
}

/** What of the filters cannot be read, as a person reads it. */
export function filterFault(kinds: unknown, filters: unknown): string | undefined {
	const isKind = (text: string) => (KINDS as readonly string[]).includes(text.toLowerCase());
	return kindsFault(kinds, isKind) ?? filtersFault(eventFilterFields, filters, { properties: 'property', channels: 'channel', statuses: 'status' });
}

/** Whether an event passes all filters. What it does not say is in no list. */
export function passes(event: SuEvent, { kinds, properties, channels, statuses }: EventFilters): boolean {
	const isIn = (list: readonly string[], value: unknown) => list.length === 0 || list.includes(String(value ?? '').trim().toLowerCase());
	return (
		isIn(kinds, event.kind) &&
		isIn(properties, event.hotel_id) &&
		isIn(channels, event.channel_id) &&
		(event.kind !== 'reservation' || isIn(statuses, event.status))
	);
}
