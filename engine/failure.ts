/**
 * What can go wrong, in one list. Each kind tells the person at the workflow something else to do, so a failure
 * is sorted once, where it is first seen, and keeps its kind until it is shown.
 */
export const FAILURE_KINDS = [
	'configuration', // a field of the node or credential cannot work as it is
	'authentication', // the partner does not accept who we are
	'permission', // it knows us but does not let us
	'notFound', // what was asked for does not exist there
	'validation', // the request as sent, or as it was about to be sent, is not acceptable
	'conflict', // it clashes with something that exists
	'rateLimit', // too many requests
	'outage', // the partner, or the way to it, is down
	'unknownOutcome', // a write left us and nothing says whether it was carried out
	'businessRefusal', // the call worked and the answer is no
	'brokenAnswer', // the answer is not what the partner documents
	'cancelled', // a person stopped the execution
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

/** One thing that is wrong with one field, as a person reads it. */
export interface Fault {
	/** The parameter as it is called in the panel, such as `Lines 3: Quantity`. */
	field: string;
	/** What is expected there. */
	expected: string;
	/** What of that may say something about people, word for word. A model is not told of it. */
	personal?: readonly string[];
}

export interface FailureDetails {
	/** What to do next, one or two sentences. */
	advice: string;
	/** HTTP status, where there was an answer. */
	status?: number;
	/** The partner's own words, with secrets taken out. */
	partnerMessage?: string;
	/** The partner's own code, such as `FieldsMissingFromRequestBody`. */
	partnerCode?: string;
	/** The id under which the partner's support can find the request. */
	requestId?: string;
	/** How long the partner asked us to wait, in milliseconds. */
	retryAfterMs?: number;
	/** Ids of the thing concerned, such as `transactionId`. Never a secret. */
	subject?: Record<string, string | number>;
	/** For an answer with status 4xx: whether it is in the partner's own words, and not from who stands before it. See `isPartnersNo`. */
	isPartnersOwn?: boolean;
	/** For a token call: whether not a byte of it has left, so that no partner can have counted it. */
	isNeverSent?: boolean;
	/** Whether nobody knows what became of what was sent, so that the partner may still carry it out, whatever is sent after it. */
	mayArriveLate?: boolean;
	/** Whether the partner is still at the same write, sent before under the same key: then it may be sent again under that key. */
	isUnderWay?: boolean;
	/** Every faulty field, for `validation`. */
	faults?: Fault[];
}

/**
 * An error that says what happened (`message`), sorts it (`kind`) and advises (`advice`).
 * `description` repeats the advice because that is the property n8n shows below the message.
 */
export class Failure extends Error {
	override readonly name = 'PartnerFailure';

	readonly description: string;

	constructor(
		readonly kind: FailureKind,
		message: string,
		readonly details: FailureDetails,
	) {
		super(message);
		this.description = details.advice;
	}

	/** The same failure with every text changed, as by taking secrets out. */
	rewritten(change: (text: string) => string): Failure {
		return new Failure(this.kind, change(this.message), changeTexts(this.details, change) as FailureDetails);
	}

	/** The same failure told in other words, for a place that knows more about it. */
	retold(change: { kind?: FailureKind; message?: string } & Partial<FailureDetails>): Failure {
		const { kind, message, ...details } = change;
		return new Failure(kind ?? this.kind, message ?? this.message, { ...this.details, ...details });
	}
}

/** Whether this is a `Failure`, also one made by another copy of the engine in another package. */
export function isFailure(error: unknown): error is Failure {
	return error instanceof Error && error.name === 'PartnerFailure' && 'kind' in error;
}

/** What some reading gives, or something else where it fails with a Failure. What is none of ours goes on. */
export function orInstead<T>(read: () => T, instead: T): T {
	try {
		return read();
	} catch (error) {
		if (isFailure(error)) return instead;
		throw error;
	}
}

/** The same, or the Failure itself. */
export function readOrFailure<T>(read: () => T): T | Failure {
	try {
		return read();
	} catch (error) {
		if (isFailure(error)) return error;
		throw error;
	}
}

const NOT_SENT = ' was not sent: ';

/**
 * All faults of one piece of input as one failure.
 *
 * @param what what was checked, such as `The order`
 */
export function validationFailure(what: string, faults: Fault[]): Failure {
	const list = faults.map(({ field, expected }) => `${field}: ${expected}`).join('; ');
	const count = faults.length === 1 ? '1 field needs' : `${faults.length} fields need`;
	return new Failure('validation', `${what}${NOT_SENT}${count} attention. ${list}`, {
		advice: 'Correct what is named above and run the item again. Nothing was sent.',
		faults,
	});
}

/**
 * A failure about fields with further faults. What it says of the same fields, or of those in `instead`, is told by the further ones.
 *
 * @param instead names of fields, such as a collection whose fields are told one by one
 */
export function withFurtherFaults(failure: Failure, further: Fault[], instead: readonly string[] = []): Failure {
	const told = new Set([...instead, ...further.map(({ field }) => field)]);
	const [what = ''] = failure.message.split(NOT_SENT, 1);
	return validationFailure(what, [...(failure.details.faults ?? []).filter(({ field }) => !told.has(field)), ...further]);
}

function changeTexts(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((entry) => changeTexts(entry, change));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, changeTexts(entry, change)]));
}

/** What some reading gives, or the Failure with which it fails. What is none of ours goes on. */
export async function orFailure<T>(reading: Promise<T>): Promise<T | Failure> {
	try {
		return await reading;
	} catch (error) {
		if (isFailure(error)) return error;
		throw error;
	}
}
