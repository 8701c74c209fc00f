import type { IWebhookFunctions } from 'n8n-workflow';

import type { DeliveredEvent } from './deliveredEvent';
import { recentEventsOf, type Claim, type RecentEvents } from './recentEvents';

/** Where n8n stores what was seen, in the static data of the node. */
export const STORED_EVENTS = 'recentEvents';

/** What tells one node of one workflow from all others in this process. */
export function placeOf(context: Pick<IWebhookFunctions, 'getWorkflow' | 'getNode'>): string {
	return `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
}

/** The events that a node has started its workflow with, by whatever way they came. */
export function eventMemoryOf(context: Pick<IWebhookFunctions, 'getWorkflow' | 'getNode'>): RecentEvents {
	return recentEventsOf(placeOf(context));
}

/** Those that were not here before, each once. */
export function newOnes<E extends DeliveredEvent>(events: readonly E[], claim: Claim): E[] {
	const isFirst = (event: E, at: number): boolean => events.findIndex(({ eventKey }) => eventKey === event.eventKey) === at;
	return events.filter((event, at) => claim.has(event.eventKey) && isFirst(event, at));
}
