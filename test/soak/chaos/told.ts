import { parse } from 'flatted';

import { itemsOf, runsOf, type ExecutionData } from '../../../host';
import type { ExecutionRow } from './executionRows';
import type { FoundSecret, StartedEvent, ToldFailure, ToldOrder, ToldOutcome } from './records';

/** What identifies an event. */
export interface EventIdentity {
	readonly eventType?: unknown;
	readonly eventId?: unknown;
	readonly eventStatus?: unknown;
	readonly eventDateTime?: unknown;
}

export function eventKey({ eventType, eventId, eventStatus, eventDateTime }: EventIdentity): string {
	return [eventType, eventId, eventStatus, eventDateTime].map(String).join(' | ');
}

/** The call that started an execution of an order workflow; undefined where n8n holds nothing of it. */
export function callIdIn({ data }: Pick<ExecutionRow, 'data'>): string | undefined {
	return /\bcall-\d+\b/.exec(data ?? '')?.[0];
}

/**
 * What an execution of an order workflow told. Of one that crashed there may be no more than the call that started it.
 *
 * @param seenCallId what was seen of it before: n8n makes the data of what crashed anew, without what started it
 */
export function toldOrder({ id, status, data }: ExecutionRow, flow: string, submitNode: string, seenCallId?: string): ToldOrder {
	const callId = callIdIn({ data }) ?? seenCallId;
	const execution = decoded(data);
	const json = execution && itemsOf({ data: execution }, submitNode)[0]?.json;
	const error = execution && runsOf({ data: execution }, submitNode).at(-1)?.error;
	const outcome = json && typeof json.state === 'string' ? { outcome: outcomeOf(json) } : {};
	return { executionId: id, flow, status, callId, ...outcome, ...(error ? { failure: failureOf(error) } : {}) };
}

function outcomeOf(json: Record<string, unknown>): ToldOutcome {
	const { state, orderId, queueId, transactionId, status, alreadySubmitted, outcomeFrom } = json;
	return {
		state: String(state),
		orderId: textOrNull(orderId),
		queueId: textOrNull(queueId),
		transactionId: String(transactionId),
		...(typeof status === 'string' ? { status } : {}),
		alreadySubmitted: alreadySubmitted === true,
		outcomeFrom: String(outcomeFrom),
	};
}

function textOrNull(value: unknown): string | null {
	return value === null || value === undefined ? null : String(value);
}

function failureOf(error: { message: string; description?: string; [field: string]: unknown }): ToldFailure {
	const { data } = (error.context ?? {}) as { data?: { kind?: unknown } };
	const kind = data?.kind;
	return { text: [error.message, error.description ?? ''].join(' ').trim(), ...(typeof kind === 'string' ? { kind } : {}) };
}

/** The events that an execution was started with. Where it crashed, they stand among what was still to be done. */
export function startedEvents({ id, data }: ExecutionRow, flow: string): StartedEvent[] {
	const found = new Map<string, StartedEvent>();
	for (const event of eventsIn(decoded(data))) {
		const confirmation = event.confirmation as { confirmed?: boolean | null } | undefined;
		const key = eventKey(event.raw as EventIdentity);
		found.set(key, { executionId: id, flow, key, ...(confirmation ? { confirmed: confirmation.confirmed } : {}) });
	}
	return [...found.values()];
}

/** Every object that is an event as the trigger puts it out, wherever it stands. */
function eventsIn(value: unknown, seen = new Set<unknown>()): Array<Record<string, unknown>> {
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	const record = value as Record<string, unknown>;
	if (typeof record.eventKey === 'string' && typeof record.raw === 'object') return [record];
	return Object.values(record).flatMap((inner) => eventsIn(inner, seen));
}

/** @param secrets by what they are called */
export function secretsIn({ id, data }: ExecutionRow, secrets: ReadonlyMap<string, RegExp>): FoundSecret[] {
	return [...secrets].filter(([, secret]) => secret.test(data ?? '')).map(([what]) => ({ executionId: id, what }));
}

/** @param data as n8n stores it */
export function decoded(data: string | null): ExecutionData | undefined {
	if (data === null) return undefined;
	const value: unknown = parse(data);
	const hasRuns = typeof value === 'object' && value !== null && 'resultData' in value && typeof value.resultData === 'object' && value.resultData !== null && 'runData' in value.resultData;
	return hasRuns ? (value as ExecutionData) : undefined;
}
