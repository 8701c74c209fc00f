import { randomUUID } from 'node:crypto';

import type { EventType, NotificationPayload, Notify, ValidationError } from './notifications';
import type { TradevestSettings, Verdict } from './settings';

/** What all things of this partner have in common. Times are ISO 8601 in GMT. */
export interface Thing {
	status: string;
	createdOn: string;
	modifiedOn: string;
	externalId?: string;
}

/** What of the sandbox the books live by. */
export interface Life {
	settings(): Pick<TradevestSettings, 'decideAfterMs' | 'verdict' | 'changes' | 'keepsInvalid' | 'invalidLifeMs' | 'reviewLeadsTo'>;
	/** The sandbox's time in milliseconds. */
	now(): number;
	/** Looks at all books after so many milliseconds, so that what is due is told even if nobody asks. */
	lookAfter?(ms: number): void;
	notify: Notify;
}

/** What a step comes to. `changes` names the new status, and what else changes with it. */
export interface Outcome<T extends Thing> {
	changes: Partial<T>;
	/** Told with it; a thing never shows it. */
	reason?: ValidationError;
}

/** A step that a thing takes by itself. */
export interface Step<T extends Thing> {
	/** After it reached the state it is in. */
	afterMs: number;
	/** Found out when the time has come. Null: nothing changes, and nothing is told. */
	outcome(thing: T): Outcome<T> | null;
}

/** What is special about one kind of things. */
export interface BookPlan<T extends Thing> {
	idName: keyof T & string;
	eventType: EventType;
	/** The status that each verdict leads to. */
	statuses: Record<Verdict, T['status']>;
	/** What is there at the start, the oldest first. */
	seeds?: readonly T[];
	/** The status things begin in, if it is not `RECEIVED`. One that begins otherwise is told of at once, and has no verdict of its own. */
	first?: T['status'];
	/** The next step of a thing by itself, asked for in each state but `RECEIVED`. */
	next?(thing: T): Step<T> | null;
	/** What is told of a thing beside status and time, if it is not just its id under `idName`. */
	told?(thing: T): Record<string, unknown>;
	/** Called after each change, with what it was before; null for one that was just created. */
	changed?(thing: T, before: T | null): void;
}

/** What a new thing gets from its book. */
export interface Stamp<T extends Thing> {
	id: string;
	status: T['status'];
	createdOn: string;
	modifiedOn: string;
}

/** How a single thing fares, where that does not follow the settings. */
export interface Fate {
	verdict?: Verdict;
	reason?: ValidationError;
}

/** The fate of a thing that this partner makes by itself: nothing is left to decide. */
export interface Settled<T extends Thing> {
	status: T['status'];
}

/** The statuses of most kinds. */
export const usualStatuses = { ACCEPTED: 'CREATED', REVIEW: 'REVIEW', INVALID: 'INVALID', REJECTED: 'REJECTED' } as const;

interface Due<T extends Thing> {
	at: number;
	/** Why a change that was asked for is refused; null where it is not. */
	refusal?(thing: T): ValidationError | null;
	outcome(thing: T): Outcome<T> | null;
}

interface Entry<T extends Thing> {
	thing: T;
	/** When it reached its state. */
	since: number;
	/** Whether a notification said that it is there. */
	isTold: boolean;
	due: Array<Due<T>>;
}

/** States in which a thing does not stay for ever. */
const PASSING: readonly string[] = ['RECEIVED', 'INVALID'];

// No list of reasons is published. This one is documented for savings plans only.
const SWITCHED_ON: ValidationError = { errorType: 'UNKNOWN_ERROR', description: 'Switched on for a test' };

/**
 * Things of one kind that are created as `RECEIVED` and decided later (API overview of the documents): then they have their good state, or
 * one of `REVIEW`, `INVALID`, `REJECTED`. There are no timers: what is due happens, in its order and with the time it was due at, when
 * somebody looks. Each change of state is told by a notification.
 */
export class Book<T extends Thing> {
	private entries = new Map<string, Entry<T>>();

	/** Taken for ever, also by things that were removed. */
	private externalIds = new Set<string>();

	private isSettling = false;

	constructor(
		private readonly plan: BookPlan<T>,
		private readonly life: Life,
	) {
		this.reset();
	}

	/** Takes a thing. @param make puts what was asked for together with what every thing gets */
	create(make: (stamp: Stamp<T>) => T, fate: Fate | Settled<T> = {}): T {
		const now = this.life.now();
		const { decideAfterMs, verdict: usual } = this.life.settings();
		const time = timeOf(now);
		const status = 'status' in fate ? fate.status : (this.plan.first ?? 'RECEIVED');
		const thing = make({ id: randomUUID(), status, createdOn: time, modifiedOn: time });
		const entry: Entry<T> = { thing, since: now, isTold: false, due: [] };
		this.entries.set(this.idOf(thing), entry);
		if (thing.externalId !== undefined) this.externalIds.add(thing.externalId);
		if (thing.status === 'RECEIVED' && !('status' in fate)) {
			const { verdict = usual } = fate;
			const reason = fate.reason ?? (verdict === 'INVALID' || verdict === 'REJECTED' ? SWITCHED_ON : undefined);
			const decided = inStatus<T>(this.plan.statuses[verdict]);
			this.wait(entry, { at: now + decideAfterMs, outcome: () => ({ changes: decided, reason }) });
		} else {
			this.tell(entry, undefined);
			this.planNext(entry);
		}
		this.plan.changed?.(thing, null);
		return thing;
	}

	/**
	 * Takes changes that somebody asked for. They are applied when a decision would be due, or refused then and told only.
	 *
	 * @param whyNot asked when the time has come; null where the thing can be changed
	 */
	change(id: string, changes: Partial<T>, whyNot: (thing: T) => ValidationError | null = () => null): void {
		const { decideAfterMs, changes: fate } = this.life.settings();
		const entry = this.entry(id);
		const refusal = (thing: T) => (fate === 'refused' ? SWITCHED_ON : whyNot(thing));
		if (entry) this.wait(entry, { at: this.life.now() + decideAfterMs, refusal, outcome: () => ({ changes }) });
	}

	/** Takes a step that somebody asked for, counted from now. Unlike a change it is never refused: its outcome decides. */
	take(id: string, { afterMs, outcome }: Step<T>): void {
		const entry = this.entry(id);
		if (entry) this.wait(entry, { at: this.life.now() + afterMs, outcome });
	}

	/** Puts a thing into another state now, as something else that happened demands, and tells of it. */
	move(id: string, changes: Partial<T>, reason?: ValidationError): void {
		const entry = this.entry(id);
		if (entry) this.apply(entry, { changes, reason }, this.life.now());
	}

	/** Does all that is due, and removes what does not stay. @param now in milliseconds */
	settle(now: number = this.life.now()): void {
		// What happens to a thing may ask this book for another one.
		if (this.isSettling) return;
		this.isSettling = true;
		try {
			for (let found = this.nextDue(now); found; found = this.nextDue(now)) {
				// What would have been gone by then is not decided, whether or not somebody looked between.
				this.removePassing(found.due.at);
				if (this.entry(this.idOf(found.entry.thing))) this.happen(found.entry, found.due);
			}
			this.removePassing(now);
		} finally {
			this.isSettling = false;
		}
	}

	/** @param id in whatever capitals */
	find(id: string): T | undefined {
		this.settle();
		return this.entry(id)?.thing;
	}

	/** Whether an externalId was ever used. */
	hasExternalId(externalId: string | undefined): boolean {
		return externalId !== undefined && this.externalIds.has(externalId);
	}

	/** All things, the oldest first. */
	view(): T[] {
		this.settle();
		return [...this.entries.values()].map(({ thing }) => thing);
	}

	/** All things, the newest first, as lists have them. */
	newestFirst(): T[] {
		return this.view().reverse();
	}

	reset(): void {
		const { seeds = [] } = this.plan;
		this.entries = new Map(seeds.map((thing) => [this.idOf(thing), { thing, since: Date.parse(thing.modifiedOn), isTold: true, due: [] }]));
		this.externalIds = new Set(seeds.flatMap(({ externalId }) => (externalId === undefined ? [] : [externalId])));
	}

	private entry(id: string): Entry<T> | undefined {
		return this.entries.get(id.toLowerCase());
	}

	private idOf(thing: T): string {
		return String(thing[this.plan.idName]).toLowerCase();
	}

	private wait(entry: Entry<T>, due: Due<T>): void {
		entry.due.push(due);
		this.life.lookAfter?.(Math.max(0, due.at - this.life.now()));
	}

	/** What is due first. Of what is due at the same time, what was asked for first. */
	private nextDue(now: number): { entry: Entry<T>; due: Due<T> } | undefined {
		let first: { entry: Entry<T>; due: Due<T> } | undefined;
		for (const entry of this.entries.values()) {
			for (const due of entry.due) {
				if (due.at <= now && (first === undefined || due.at < first.due.at)) first = { entry, due };
			}
		}
		return first;
	}

	private happen(entry: Entry<T>, due: Due<T>): void {
		entry.due = entry.due.filter((other) => other !== due);
		const refused = due.refusal?.(entry.thing) ?? null;
		if (refused !== null) {
			this.life.notify(this.plan.eventType, { ...this.told(entry.thing), notificationType: 'VALIDATION_ERROR', validationError: refused });
			return;
		}
		const outcome = due.outcome(entry.thing);
		if (outcome) this.apply(entry, outcome, due.at);
	}

	private apply(entry: Entry<T>, { changes, reason }: Outcome<T>, at: number): void {
		const before = entry.thing;
		entry.thing = { ...before, ...changes, modifiedOn: timeOf(at) };
		const isMoved = entry.thing.status !== before.status;
		if (isMoved) entry.since = at;
		this.tell(entry, reason);
		if (isMoved) this.planNext(entry);
		this.plan.changed?.(entry.thing, before);
	}

	private planNext(entry: Entry<T>): void {
		const step = this.plan.next?.(entry.thing) ?? this.afterReview(entry.thing);
		if (!step) return;
		const { status } = entry.thing;
		// Where something else moved it on meanwhile, the step is not taken.
		this.wait(entry, { at: entry.since + step.afterMs, outcome: (thing) => (thing.status === status ? step.outcome(thing) : null) });
	}

	/** What somebody at Tradevest decides, as the settings have it. */
	private afterReview({ status }: T): Step<T> | null {
		const { reviewLeadsTo, decideAfterMs } = this.life.settings();
		const { ACCEPTED, REVIEW } = this.plan.statuses;
		// A kind without a word for it has no reviews.
		if (reviewLeadsTo === 'NOTHING' || status !== REVIEW || REVIEW === ACCEPTED) return null;
		const reason = reviewLeadsTo === 'REJECTED' ? SWITCHED_ON : undefined;
		return { afterMs: decideAfterMs, outcome: () => ({ changes: inStatus<T>(this.plan.statuses[reviewLeadsTo]), reason }) };
	}

	private tell(entry: Entry<T>, reason: ValidationError | undefined): void {
		const { status, modifiedOn } = entry.thing;
		const isInvalid = status === 'INVALID';
		const payload: NotificationPayload = {
			...this.told(entry.thing),
			modifiedOn,
			status,
			notificationType: isInvalid ? 'VALIDATION_ERROR' : entry.isTold ? 'UPDATED' : 'CREATED',
			...(reason === undefined ? {} : { validationError: reason }),
		};
		entry.isTold = true;
		this.life.notify(this.plan.eventType, payload);
	}

	private told(thing: T): Record<string, unknown> {
		return this.plan.told?.(thing) ?? { [this.plan.idName]: thing[this.plan.idName] };
	}

	private removePassing(now: number): void {
		const { keepsInvalid, invalidLifeMs } = this.life.settings();
		if (keepsInvalid) return;
		for (const [id, { thing, since }] of this.entries) {
			if (PASSING.includes(thing.status) && now - since > invalidLifeMs) this.entries.delete(id);
		}
	}
}

/** The change of a status, and of nothing else. */
export function inStatus<T extends Thing>(status: T['status']): Partial<T> {
	const changes: Partial<T> = {};
	changes.status = status;
	return changes;
}

function timeOf(ms: number): string {
	return new Date(ms).toISOString();
}
