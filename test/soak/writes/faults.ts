import type { WriteFault } from '../../support/services/writesOfService';

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
