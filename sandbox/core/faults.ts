/** What can go wrong with a call. The table in sandbox/README.md explains each. */
export const faultKinds = [
	'latency',
	'status',
	'cut',
	'silence',
	'answer',
	'patch',
	'html',
	'contentType',
	'truncatedJson',
	'cutBody',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** A fault that was switched on. */
export interface Fault {
	/** The call it concerns, or `*` for all. */
	operationId: string;
	kind: FaultKind;
	/** How many calls it hits; 0 means all until the faults are cleared. Default 1. */
	times?: number;
	/** How many calls pass untouched first. Default 0. */
	skip?: number;
	/** Before the call took effect, or after it (an order is taken, yet the answer is lost). Default `before`. */
	when?: 'before' | 'after';
	/** Kind `latency`. */
	ms?: number;
	/** Kinds `status` (default 500), `answer` (default 200) and `html` (default 503). */
	status?: number;
	/** Adds a Retry-After header. */
	retryAfterSeconds?: number;
	/** Writes that header as an HTTP date (RFC 9110 section 10.2.3). */
	retryAfterAs?: 'seconds' | 'date';
	/** Text goes out as it is, anything else as JSON. */
	body?: unknown;
	contentType?: string;
	headers?: Record<string, string>;
	/** Kind `patch`: fields to overwrite in the good answer. */
	merge?: Record<string, unknown>;
	/** Kind `patch`: fields to take out of the good answer. */
	remove?: string[];
}

const text = { type: 'string' };

/** JSON Schema of a fault, for the control call. */
export const faultSchema = {
	type: 'object',
	required: ['operationId', 'kind'],
	additionalProperties: false,
	properties: {
		operationId: text,
		kind: { type: 'string', enum: [...faultKinds] },
		times: { type: 'integer', minimum: 0 },
		skip: { type: 'integer', minimum: 0 },
		when: { type: 'string', enum: ['before', 'after'] },
		ms: { type: 'integer', minimum: 0, maximum: 600_000 },
		status: { type: 'integer', minimum: 200, maximum: 599 },
		retryAfterSeconds: { type: 'integer', minimum: 0 },
		retryAfterAs: { type: 'string', enum: ['seconds', 'date'] },
		body: {},
		contentType: text,
		headers: { type: 'object', additionalProperties: text },
		merge: { type: 'object' },
		remove: { type: 'array', items: text },
	},
};

interface Armed {
	fault: Fault;
	toSkip: number;
	/** Infinity for those that stay. */
	left: number;
}

/** The faults one call meets: any delay, and at most one other. */
export interface TakenFaults {
	latency?: Fault;
	other?: Fault;
}

const none: TakenFaults = {};

/** The faults that are switched on. Earlier ones come first. */
export class FaultBox {
	private armed: Armed[] = [];

	add(fault: Fault): void {
		this.armed.push({ fault, toSkip: fault.skip ?? 0, left: fault.times === 0 ? Infinity : (fault.times ?? 1) });
	}

	take(operationId: string): TakenFaults {
		if (this.armed.length === 0) return none;
		const taken: TakenFaults = {};
		for (const armed of this.armed) {
			const { fault } = armed;
			if (fault.operationId !== '*' && fault.operationId !== operationId) continue;
			const place = fault.kind === 'latency' ? 'latency' : 'other';
			if (taken[place]) continue;
			if (armed.toSkip > 0) {
				armed.toSkip -= 1;
				continue;
			}
			armed.left -= 1;
			taken[place] = fault;
		}
		this.armed = this.armed.filter(({ left }) => left > 0);
		return taken;
	}

	list(): Array<Fault & { left: number | 'always' }> {
		return this.armed.map(({ fault, left }) => ({ ...fault, left: left === Infinity ? 'always' : left }));
	}

	clear(): void {
		this.armed = [];
	}
}
