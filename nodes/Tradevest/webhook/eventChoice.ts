import type { INodeProperties } from 'n8n-workflow';

import { kindsFault, partsIn } from '../../../engine/webhook/filterValues';
import { EVENT_TYPES, isEventType } from '../shared/eventTypes';

/** Which types of event start the workflow. */
export const kindsField: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	options: Object.entries(EVENT_TYPES).map(([value, { name, description = value }]) => ({ name, value, description })),
	default: [],
	description: 'Types of event that start the workflow. The node registers a webhook at Tradevest for each; Tradevest has one for each type. Others, should Tradevest add some: by an expression, in the spelling of Tradevest.',
};

/** The chosen types of event, in Tradevest's spelling. What cannot be read is none: `filterFault` is asked first. */
export function eventsIn(given: unknown): string[] {
	return [...new Set(partsIn(given).map((event) => event.toUpperCase()))];
}

/** What of the choice cannot be read, as a person reads it. */
export function filterFault(kinds: unknown): string | undefined {
	return kindsFault(kinds, (kind) => isEventType(kind.toUpperCase()));
}
