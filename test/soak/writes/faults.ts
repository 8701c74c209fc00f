import type { Fault } from '../../../sandbox/core/faults';

/** Something that goes wrong while a write is sent. */
export interface WriteFault {
	readonly name: string;
	/** On the call of the write; left out, nothing goes wrong. */
	readonly fault?: Omit<Fault, 'operationId'>;
	/** How often the partner carries it out: else the trial proves nothing. */
	readonly carriedOut: 0 | 1;
	/** Whether n8n is killed while the partner has it, started again, and the workflow is called once more. */
	readonly isKill?: true;
	/** How long the node waits for an answer, where that is not the usual time. */
	readonly timeoutMs?: number;
	/** Whether every write is told as done in the end. */
	readonly isDone?: true;
}

/** Of each fault one where the partner carries the write out, and one where it does not: what is told must differ. */
export const WRITE_FAULTS: readonly WriteFault[] = [
	{ name: 'no fault', carriedOut: 1, isDone: true },
	{ name: '500 before it was carried out', fault: { kind: 'status', status: 500, times: 0 }, carriedOut: 0 },
	{ name: '500 after it was carried out', fault: { kind: 'status', status: 500, when: 'after', times: 0 }, carriedOut: 1 },
	{ name: 'the connection cut before', fault: { kind: 'cut', times: 0 }, carriedOut: 0 },
	{ name: 'the connection cut after', fault: { kind: 'cut', when: 'after', times: 0 }, carriedOut: 1 },
	{ name: 'silence, and it was not carried out', fault: { kind: 'silence', times: 0 }, carriedOut: 0, timeoutMs: 5_000 },
	{ name: 'silence, though it was carried out', fault: { kind: 'silence', when: 'after', times: 0 }, carriedOut: 1, timeoutMs: 5_000 },
	{ name: '429 with Retry-After', fault: { kind: 'status', status: 429, retryAfterSeconds: 1, times: 1 }, carriedOut: 1, isDone: true },
	{ name: 'n8n killed while the partner has it, run again', fault: { kind: 'silence', when: 'after', times: 0 }, carriedOut: 1, isKill: true },
	{ name: 'n8n killed, and the partner had not taken it, run again', fault: { kind: 'silence', times: 0 }, carriedOut: 0, isKill: true },
];

/** Names of writes, so many, going on in the list from one fault to the next: with as many times as there are writes, each meets each fault. */
export function spread(names: readonly string[], times: number, faultAt: number): string[] {
	return Array.from({ length: times }, (_, at) => names[(faultAt * times + at) % names.length] ?? '');
}
