import type { WatchBooks } from './watchRecords';

/** An order that one of the partner's environments holds. */
export interface HeldOrder {
	/** The base URL of the environment. */
	readonly at: string;
	readonly transactionId: string;
	readonly poNumber: string;
	/** The call of the workflow that brought it: it stands in the order as the name of the contact. */
	readonly callId: string;
	/** Null while it is queued, and where it never became real. */
	readonly orderId: string | null;
	readonly queueId: string | null;
	readonly state: string;
	/** All states it has been in. */
	readonly states: readonly string[];
}

/** What an execution that placed an order, or tried to, ended with. */
export interface ToldOrder {
	readonly executionId: string;
	readonly flow: string;
	/** `success`, `error`, `crashed` and so on. */
	readonly status: string;
	/** Undefined where n8n holds nothing of the call that started it. */
	readonly callId: string | undefined;
	/** What Submit put out. */
	readonly outcome?: ToldOutcome;
	/** Why it stopped, where Submit told why. */
	readonly failure?: ToldFailure;
}

export interface ToldOutcome {
	readonly state: string;
	readonly orderId: string | null;
	readonly queueId: string | null;
	readonly transactionId: string;
	/** The status by which it was listed; absent where the answer to Submit told. */
	readonly status?: string;
	readonly alreadySubmitted: boolean;
	readonly outcomeFrom: string;
}

export interface ToldFailure {
	/** Absent for an error that is none of the node's own. */
	readonly kind?: string;
	/** Message and advice. */
	readonly text: string;
}

/** One call with an event, and n8n's answer. */
export interface SentEvent {
	readonly flow: string;
	/** What makes it the same event: kind, id, status and time. */
	readonly key: string;
	/** Whether what it names exists at the partner. */
	readonly isReal: boolean;
	/** Null where no answer came. */
	readonly status: number | null;
	readonly answer: string;
	/** In milliseconds since 1970, by the clock of the run. */
	readonly sentAt: number;
	readonly answeredAt: number;
}

/**
 * An execution of an event workflow of which n8n holds nothing that started it. Where n8n cannot check a workflow's
 * credentials, as with its database gone, it stores a failed execution in the place of the one it was asked for, and
 * answers as if that had been started.
 */
export interface BareExecution {
	readonly executionId: string;
	readonly flow: string;
	/** When it was first seen in the database, by the clock of the run. */
	readonly seenAt: number;
}

/** An execution that an event started. */
export interface StartedEvent {
	readonly executionId: string;
	readonly flow: string;
	readonly key: string;
	/** Undefined where the trigger told nothing of it. */
	readonly confirmed?: boolean | null;
}

/** What was saved of a credential, and what n8n holds in the end. What it holds beside that says nothing. */
export interface SavedCredential {
	readonly name: string;
	readonly when: string;
	readonly saved: Readonly<Record<string, unknown>>;
	readonly stored: Readonly<Record<string, unknown>>;
}

/** An execution in whose data a secret stands. */
export interface FoundSecret {
	readonly executionId: string;
	/** What kind of secret, never the secret. */
	readonly what: string;
}

/** All that is compared. */
export interface Books {
	readonly held: readonly HeldOrder[];
	readonly orders: readonly ToldOrder[];
	readonly sentEvents: readonly SentEvent[];
	readonly startedEvents: readonly StartedEvent[];
	readonly bareExecutions: readonly BareExecution[];
	readonly credentials: readonly SavedCredential[];
	readonly secrets: readonly FoundSecret[];
	readonly watches: WatchBooks;
}

/** Something that was told and is not so, or that must not be. */
export interface Lie {
	readonly what: string;
	/** All that shows it. */
	readonly evidence: unknown;
}
