import type { Fault } from '../../../sandbox/core/faults';

/** Something that goes wrong while an order is submitted, and what a person may expect of it. */
export interface OrderFault {
	readonly name: string;
	/** On the call of Submit. */
	readonly fault: Omit<Fault, 'operationId' | 'times'>;
	/** How the workflow ends: with the order, or with an error that says that nobody knows. */
	readonly ends: 'order' | 'unknownOutcome';
	/** How many calls it hits, where that is not every one. */
	readonly timesAnOrder?: number;
	/** It is the time-out that ends it. */
	readonly isSilent?: true;
}

export const ORDER_FAULTS: readonly OrderFault[] = [
	{ name: '500 before the order was taken', fault: { kind: 'status', status: 500 }, ends: 'unknownOutcome' },
	{ name: '500 after it was taken', fault: { kind: 'status', status: 500, when: 'after' }, ends: 'order' },
	{ name: 'the connection cut before it was taken', fault: { kind: 'cut' }, ends: 'unknownOutcome' },
	{ name: 'the connection cut after it was taken', fault: { kind: 'cut', when: 'after' }, ends: 'order' },
	{ name: 'silence, and it was not taken', fault: { kind: 'silence' }, ends: 'unknownOutcome', isSilent: true },
	{ name: 'silence, though it was taken', fault: { kind: 'silence', when: 'after' }, ends: 'order', isSilent: true },
	{ name: '429 with Retry-After in seconds', fault: { kind: 'status', status: 429, retryAfterSeconds: 1 }, ends: 'order', timesAnOrder: 1 },
	{ name: '429 with Retry-After as a date', fault: { kind: 'status', status: 429, retryAfterSeconds: 1, retryAfterAs: 'date' }, ends: 'order', timesAnOrder: 1 },
];
