import type { INodeProperties } from 'n8n-workflow';

import { kindsFault, partsIn } from '../../../engine/webhook/filterValues';

/** The events of XCover (xc/webhooks). */
export const EVENTS = ['BOOKING_CANCELLED', 'BOOKING_CREATED', 'BOOKING_UPDATED', 'RENEWAL_CREATED', 'RENEWAL_DUE', 'RENEWAL_EXPIRED', 'RENEWAL_NOTIFICATION'] as const;

/** The choice that stands for every event which is not in the list. */
export const OTHER_EVENTS = 'other';

/** Which events start the workflow. */
export const kindsField: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	options: [
		{ name: 'Booking Cancelled', value: 'BOOKING_CANCELLED', description: 'What it holds beside the ID is not documented' },
		{ name: 'Booking Created', value: 'BOOKING_CREATED', description: 'A booking was made by a request to the API' },
		{ name: 'Booking Updated', value: 'BOOKING_UPDATED', description: 'What it holds beside the ID is not documented' },
		{ name: 'Other', value: OTHER_EVENTS, description: 'Every event that is not in this list' },
		{ name: 'Renewal Created', value: 'RENEWAL_CREATED', description: 'What it holds beside the ID is not documented' },
		{ name: 'Renewal Due', value: 'RENEWAL_DUE', description: 'What it holds beside the ID is not documented' },
		{ name: 'Renewal Expired', value: 'RENEWAL_EXPIRED', description: 'What it holds beside the ID is not documented' },
		{ name: 'Renewal Notification', value: 'RENEWAL_NOTIFICATION', description: 'What it holds beside the ID is not documented' },
	],
	default: [],
	description: 'Events that start the workflow. None chosen means all, also such as are not in the list. The others are answered with 200 and start nothing.',
};

/** The chosen events, in capitals, with `other` for all that are not in the list. What cannot be read is no choice here: `filterFault` is asked first. */
export function chosenEvents(given: unknown): string[] {
	return partsIn(given).map(asChoice);
}

/** Whether an event is wanted. @param chosen see `chosenEvents`; an empty list wants everything */
export function isWanted(event: string, chosen: readonly string[]): boolean {
	return chosen.length === 0 || chosen.includes(isKnown(event.toUpperCase()) ? event.toUpperCase() : OTHER_EVENTS);
}

/** What of the choice cannot be read, as a person reads it. */
export function filterFault(kinds: unknown): string | undefined {
	return kindsFault(kinds, (kind) => asChoice(kind) === OTHER_EVENTS || isKnown(asChoice(kind)));
}

function asChoice(kind: string): string {
	return kind.toLowerCase() === OTHER_EVENTS ? OTHER_EVENTS : kind.toUpperCase();
}

function isKnown(event: string): boolean {
	return (EVENTS as readonly string[]).includes(event);
}
