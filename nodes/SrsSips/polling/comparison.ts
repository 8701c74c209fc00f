import type { DayNumber } from './days';
import { MOST_KEPT, type Snapshot, type Outcome, type PollRules } from './snapshot';
import type { ListedOrder } from './listedRows';
import { isClosed, isSameWords } from './statusWords';
import { WaitingOrders, type Taken } from './waitingOrders';
import { clockMarks, isBelieved, isLeapInDoubt, type ClockMarks } from './clockMarks';
import { newInvoice, orderLost, orderQueued, statusChanged, type EventSource, type PollEvent } from './pollEvents';
import { emptyState, type KnownOrder, type Rest, type WaitingOrder, type PollState } from './pollState';

/** Days beyond the window for which things are kept: SIPS's time zone is not known. */
const MARGIN_DAYS = 2;
const MINUTE_MS = 60_000;

/**
 * Compares what a poll found with what is known, and tells the differences: one event for each change.
 *
 * Nothing is skipped: what was not told is not in the state, so the next poll finds it again, also where n8n could not save
 * a state. Nothing is told twice: what was told is in the state, which n8n saves with the events. A list that could not be
 * read leaves its part of the state as it was, so the other one's events need not wait for it.
 */
export function compare(before: PollState | undefined, snapshot: Snapshot, rules: PollRules): Outcome {
	const { account, scope } = snapshot;
	const isOther = before !== undefined && before.account !== account;
	const known = before === undefined || isOther ? emptyState(account, scope) : before;
	return new Comparison(known, snapshot, rules).outcome(isOther);
}

/** Queued orders that would be told lost, were the poll over now. It is worth asking for each of them before. */
export function dueOrders(before: PollState | undefined, snapshot: Snapshot, rules: PollRules): Array<[key: string, order: WaitingOrder]> {
	const known = before?.account === snapshot.account ? before : emptyState(snapshot.account, snapshot.scope);
	return new Comparison(known, snapshot, rules).due();
}

class Comparison {
	private readonly events: PollEvent[] = [];
	private readonly source: EventSource;
	private readonly waiting: Map<string, WaitingOrder>;
	private readonly queue: WaitingOrders;
	private readonly isNewScope: boolean;
	private readonly clock: ClockMarks;
	/** Whether what is over by the clock is forgotten. */
	private readonly mayForget: boolean;
	private readonly isRedated: boolean;
	private tooMany = 0;

	constructor(
		private readonly known: PollState,
		private readonly snapshot: Snapshot,
		private readonly rules: PollRules,
	) {
		this.source = { account: snapshot.account, now: snapshot.now };
		this.isNewScope = known.scope !== snapshot.scope;
		this.clock = clockMarks(this.isNewScope && known.clock ? { ...known.clock, horizon: null } : known.clock, snapshot.now, rules.lookBackDays);
		this.mayForget = isBelieved(this.clock) && (!isLeapInDoubt(this.clock) || isCrowded(known));
		this.waiting = new Map(known.waiting);
		for (const { key, order } of snapshot.queued) if (!this.waiting.has(key)) this.waiting.set(key, order);
		for (const [key, order] of snapshot.named) this.waiting.set(key, { ...(this.waiting.get(key) ?? order), isNamed: true });
		this.isRedated = this.redateWaiting();
		this.queue = new WaitingOrders(this.waiting, snapshot.ownOrders);
	}

	outcome(isOther: boolean): Outcome {
		const orders = this.orders();
		const invoices = this.invoices();
		this.tellQueued();
		for (const [key, order] of this.lost()) {
			this.queue.lose(key);
			this.events.push(orderLost(this.source, key, order));
		}
		const { now, account, scope, named, mark, queued } = this.snapshot;
		if (this.mayForget) this.queue.giveUp(now, this.rules.lookBackDays);
		this.queue.forget(now, this.rules.lookBackDays, new Set(named.keys()));
		// The memory of this process ends with it.
		const isTakenOver = this.rules.wanted.has('orderLost') && queued.some(({ key }) => this.waiting.has(key));
		return {
			state: { account, scope, orders, invoices, waiting: this.waiting, mark, told: this.known.told, clock: this.marks(), rest: this.snapshot.rest },
			events: this.events.filter(({ event }) => this.rules.wanted.has(event)),
			mustBeSaved: isOther || this.isNewScope || isTakenOver || this.isRedated || !isSameRest(this.known.rest, this.snapshot.rest),
			tooMany: this.tooMany,
		};
	}

	due(): Array<[key: string, order: WaitingOrder]> {
		this.orders();
		return this.lost();
	}

	private orders(): Map<string, KnownOrder> | undefined {
		const { orders: listed, searched } = this.snapshot;
		if (listed === 'unwanted') return undefined;
		if (listed === 'unread') return this.known.orders;
		const orders = this.knownOrders();
		for (const entry of listed) this.compareOrder(entry, orders, false);
		for (const entry of searched) this.compareOrder(entry, orders, true);
		const seen = new Set([...listed, ...searched].map(({ id }) => id));
		const { lookBackDays, openOrderDays } = this.rules;
		for (const [id, { words, day }] of orders) {
			const keptDays = isClosed(words) ? lookBackDays : Math.max(lookBackDays, openOrderDays);
			if (!seen.has(id) && this.isOver(day, keptDays)) orders.delete(id);
		}
		return orders;
	}

	/** @param isSearched whether it was found by asking for a queued order: it need not be watched at all */
	private compareOrder(entry: ListedOrder, orders: Map<string, KnownOrder>, isSearched: boolean): void {
		const known = orders.get(entry.id);
		const comesIntoView = this.known.orders === undefined || this.isNewScope;
		const { waited, isDecided, isInDoubt } = this.queue.take(entry, known);
		if (known) this.compareKnown(entry, known, orders, isDecided);
		else this.takeIn(entry, orders, { comesIntoView, isSearched, waited, isDecided, isInDoubt });
	}

	private compareKnown(entry: ListedOrder, known: KnownOrder, orders: Map<string, KnownOrder>, isDecided: boolean): void {
		const { id, words } = entry;
		const kept = isDecided ? { ...known, since: 0 } : known;
		orders.set(id, kept);
		// A row without words says nothing.
		if (words === null || isSameWords(known.words, words)) return;
		const changed = { ...kept, words, changes: known.changes + 1 };
		orders.set(id, changed);
		this.events.push(statusChanged(this.source, entry, changed, { words: known.words }));
	}

	private takeIn(
		entry: ListedOrder,
		orders: Map<string, KnownOrder>,
		{ comesIntoView, isSearched, waited, isDecided, isInDoubt }: Taken & { comesIntoView: boolean; isSearched: boolean },
	): void {
		const { id, words, day } = entry;
		const { today, now, from } = this.snapshot;
		// Listed only because the window was stretched for another order, or the clock was set back.
		const isStretched = from < today - this.rules.lookBackDays;
		const isOld = day !== undefined && ((isStretched && day < today - this.rules.lookBackDays - 1) || this.isForgotten(day));
		// By a clock that may be wrong nothing is old: it waits until that is known.
		const isLeft = isOld && (isClosed(words) || (!comesIntoView && !isBelieved(this.clock)));
		// What was found by asking is told where it may be the queued order.
		if (!waited && ((isSearched && !isInDoubt) || isLeft)) return;
		if (orders.size >= MOST_KEPT) {
			this.tooMany += 1;
			return;
		}
		const fresh: KnownOrder = {
			words,
			day: day ?? today,
			isDated: day !== undefined,
			changes: 0,
			since: isDecided ? 0 : Math.floor(now / MINUTE_MS),
		};
		orders.set(id, fresh);
		const isTold = comesIntoView
			? this.rules.tellsExisting || (waited !== undefined && this.known.waiting.has(waited.key))
			: waited !== undefined || !isOld;
		if (isTold) this.events.push(statusChanged(this.source, entry, fresh, waited && { waited: waited.order }));
	}

	private invoices(): Map<string, DayNumber> | undefined {
		const { invoices: listed, today } = this.snapshot;
		if (listed === 'unwanted') return undefined;
		if (listed === 'unread') return this.known.invoices;
		const invoices = new Map(this.known.invoices);
		const isTold = (this.known.invoices !== undefined && !this.isNewScope) || this.rules.tellsExisting;
		for (const entry of listed) {
			if (invoices.has(entry.number) || (entry.day !== undefined && this.isForgotten(entry.day))) continue;
			if (invoices.size >= MOST_KEPT) {
				this.tooMany += 1;
				continue;
			}
			invoices.set(entry.number, entry.day ?? today);
			if (isTold) this.events.push(newInvoice(this.source, entry));
		}
		const seen = new Set(listed.map(({ number }) => number));
		for (const [number, day] of invoices) if (!seen.has(number) && this.isOver(day, this.rules.lookBackDays)) invoices.delete(number);
		return invoices;
	}

	private tellQueued(): void {
		const isTold = this.known.mark !== undefined || this.rules.tellsExisting;
		for (const { key, order, statusText, answer } of this.snapshot.queued) {
			// What SIPS lists by now is told as such.
			if (!isTold || this.known.waiting.has(key) || !this.waiting.has(key)) continue;
			this.events.push(orderQueued(this.source, key, order, statusText, answer));
		}
	}

	/** Those that have waited for too long, though the list was read. A quiet first poll leaves them to the second. */
	private lost(): Array<[key: string, order: WaitingOrder]> {
		const { orders, now, unsearched, isOrderListPartial, evenForMs } = this.snapshot;
		// Where the clock was set a moment ago, nobody knows how long an order has waited.
		if (typeof orders === 'string' || isOrderListPartial || evenForMs < this.rules.lostAfterMs) return [];
		const isQuiet = this.known.orders === undefined && !this.rules.tellsExisting;
		const due = this.queue.due(now, this.rules.lostAfterMs);
		return due.filter(([key]) => !unsearched.has(key) && !(isQuiet && !this.known.waiting.has(key)));
	}

	/** What is known, without times that lie ahead: the clock was wrong when they were noted. */
	private knownOrders(): Map<string, KnownOrder> {
		const orders = new Map(this.known.orders);
		const minute = Math.floor(this.snapshot.now / MINUTE_MS);
		for (const [id, order] of orders) {
			const isAhead = order.since > minute || (!order.isDated && order.day > this.snapshot.today);
			if (isAhead) orders.set(id, { ...order, since: Math.min(order.since, minute), day: order.isDated ? order.day : Math.min(order.day, this.snapshot.today) });
		}
		return orders;
	}

	/** Orders that were queued at a time that lies ahead wait from now on. @returns whether there are any */
	private redateWaiting(): boolean {
		const { now } = this.snapshot;
		const ahead = [...this.waiting].filter(([, { queuedAt }]) => queuedAt > now + MINUTE_MS);
		for (const [key, order] of ahead) this.waiting.set(key, { ...order, queuedAt: now });
		return ahead.length > 0;
	}

	private marks(): ClockMarks {
		return this.mayForget ? { ...this.clock, horizon: this.snapshot.today - this.rules.lookBackDays - MARGIN_DAYS } : this.clock;
	}

	/** Whether things of that day have been forgotten already. */
	private isForgotten(day: DayNumber): boolean {
		const { horizon } = this.clock;
		return horizon !== null && horizon <= this.snapshot.today && day < horizon;
	}

	private isOver(day: DayNumber, keptDays: number): boolean {
		return this.mayForget && this.snapshot.today - day > keptDays + MARGIN_DAYS;
	}
}

/** Whether what is kept in doubt may leave no room for what is new. */
function isCrowded({ orders, invoices }: PollState): boolean {
	return Math.max(orders?.size ?? 0, invoices?.size ?? 0) > MOST_KEPT / 2;
}

function isSameRest(one: Rest, other: Rest): boolean {
	return one.orders === other.orders && one.invoices === other.invoices;
}
