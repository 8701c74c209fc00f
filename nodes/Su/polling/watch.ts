import type { IPollFunctions } from 'n8n-workflow';

import { DAY_MS, type IsoDay } from '../../../engine/calendar';
import { isFailure, orFailure, type Failure } from '../../../engine/failure';
import { runPool } from '../../../engine/items/pool';
import type { PollBudget } from '../../../engine/polling/pollBudget';
import { startExecution, type ExecutionEnd } from '../../../engine/polling/startExecution';
import { BegunMessages, idKeyOf, keyOf } from './begunMessages';
import { compared, dayOf, isDue, type Night } from './comparison';
import { isWanted, missedMessage, queuedMessage, type Message } from './messages';
import { daysNotCompared, namelessBooking, namelessProperties, namelessRows, WatchFailures } from './watchFailures';
import { MOST_DAYS } from './watchFields';
import type { SuCalls } from './suCalls';
import type { WatchParameters } from './watchParameters';
import { askedFrom, MOST_SEEN, tidy, type DayNumber, type WatchedProperty, type WatchState } from './watchState';

/** What one poll needs. */
export interface PollTools {
	context: IPollFunctions;
	/** Ends with the time of the poll. */
	calls: SuCalls;
	/** Does not: an acknowledgement may come after the poll. */
	acknowledging: SuCalls;
	parameters: WatchParameters;
	time: PollBudget;
	isAtActivation: boolean;
	/** Is changed. */
	state: WatchState;
	/** Puts the state among the static data. n8n stores it with the next execution. */
	save(): void;
	hideSecrets(text: string): string;
}

/**
 * Longest wait within a poll for executions to end, in milliseconds. What has not ended by then is acknowledged later. At activation somebody waits who
 * publishes the workflow, and as n8n starts, all its other workflows.
 */
const WAIT_MS = { usual: 60_000, atActivation: 5_000 };

/** Properties that are read, or told of what has arrived, at a time. */
const WIDTH = 4;

/** Executions that are started at a time, where each message starts one. */
const MOST_EXECUTIONS = 20;

/** Missed bookings of a property that are read in one poll. The others are left to the next. */
const MOST_MISSED = 20;

/** One poll: pulls all queues until they are empty, starts the workflow, acknowledges what was started, and compares when it is time to. */
export class Watch {
	private readonly begun: BegunMessages;
	private readonly troubles = new WatchFailures();
	private readonly waited: AbortSignal;
	/** Messages that this poll has dealt with: none is dealt with twice in one poll. */
	private readonly dealtWith = new Set<string>();
	private isAnyRead = false;
	private isOver = false;

	constructor(private readonly tools: PollTools) {
		this.begun = BegunMessages.of(tools.context);
		this.waited = AbortSignal.timeout(tools.isAtActivation ? WAIT_MS.atActivation : WAIT_MS.usual);
	}

	/** @returns whether anything could be read @throws Failure where the list of properties cannot be read, and what is no Failure */
	async poll(): Promise<boolean> {
		const { parameters, state, save, context } = this.tools;
		for (const [key, { isSafe, day }] of this.begun.ends) put(state, key, isSafe, day);
		const hotelIds = parameters.hotelIds ?? (await this.allProperties());
		this.beginWith(hotelIds);
		save();
		await this.pullAll(hotelIds);
		if (parameters.comparison) await this.compareAll(hotelIds, { ...parameters.comparison, now: Date.now(), timezone: context.getTimezone() });
		tidy(state, today(), { days: parameters.comparisonDays, isOn: parameters.comparison !== undefined });
		for (const [key, { isSafe }] of this.begun.ends) if (!(isSafe ? state.seen : state.open).has(key)) this.begun.ends.delete(key);
		save();
		this.isOver = true;
		return this.isAnyRead || hotelIds.length === 0;
	}

	/** What went wrong. */
	failures(): Failure[] {
		return this.troubles.told();
	}

	private async allProperties(): Promise<string[]> {
		const { hotelIds, unnamed } = await this.tools.calls.properties();
		if (unnamed > 0) this.troubles.add(null, namelessProperties(unnamed));
		return hotelIds;
	}

	/**
	 * A property that was not in the list before has come since that was read. The moment of its first poll would not do: n8n stores the state only when
	 * something starts, so after a restart that may be any later one.
	 */
	private beginWith(hotelIds: readonly string[]): void {
		const { parameters, state } = this.tools;
		const isAll = parameters.hotelIds === undefined;
		const since = (isAll ? state.listedAt : null) ?? Date.now();
		for (const hotelId of hotelIds) {
			if (!state.properties.has(hotelId)) state.properties.set(hotelId, { since, comparedOn: null, openFrom: null, forgottenTo: null });
		}
		state.listedAt = isAll ? Date.now() : null;
	}

	/** In rounds: what the queues hold, at most 10 messages each, is started and acknowledged, and what is behind it comes with the next round. */
	private async pullAll(hotelIds: readonly string[]): Promise<void> {
		for (let open = hotelIds; open.length > 0 && this.mayGoOn(); ) {
			const wanted: Message[] = [];
			const unwanted: Message[] = [];
			await runPool(open.length, WIDTH, async (at) => {
				const pulled = await this.pull(open[at]!);
				wanted.push(...pulled.wanted);
				unwanted.push(...pulled.unwanted);
			});
			this.leaveOut(unwanted);
			await this.acknowledge(unwanted);
			const begun = this.groupsOf(wanted).slice(0, MOST_EXECUTIONS).flat();
			if (!(await this.start(begun))) return;
			const moved = new Set([...unwanted, ...begun].map(({ hotelId }) => hotelId));
			open = open.filter((hotelId) => moved.has(hotelId));
		}
	}

	/** The messages of a property that may start the workflow, and those that the filters leave out. Those that only have to be acknowledged are. */
	private async pull(hotelId: string): Promise<{ wanted: Message[]; unwanted: Message[] }> {
		const { calls, parameters } = this.tools;
		const bookings = await this.noted(hotelId, calls.queue(hotelId));
		const all = (bookings ?? []).map((booking) => queuedMessage(hotelId, booking, parameters.isCardDataWanted));
		const messages = all.filter(({ notifId }) => notifId !== null);
		this.passOver(all.filter(({ notifId }) => notifId === null));
		this.begun.listed(messages);
		const left = messages.filter((message) => !this.dealtWith.has(keyOf(message)));
		const done = left.filter((message) => this.begun.progress(message) === 'done');
		const fresh = left.filter((message) => this.begun.progress(message) === 'new');
		for (const message of done) this.dealtWith.add(keyOf(message));
		await this.acknowledge(done);
		const wanted = fresh.filter((message) => isWanted(message, parameters.filters));
		const held = new Set(messages.filter((message) => this.isOpen(message)).flatMap(({ keys }) => keys));
		return { wanted: parameters.needsSuccess ? inOrder(wanted, held) : wanted, unwanted: fresh.filter((message) => !wanted.includes(message)) };
	}

	/** Whether its workflow runs, or has failed in this poll: no later message of the booking is to overtake it. */
	private isOpen(message: Message): boolean {
		const progress = this.begun.progress(message);
		return progress === 'running' || (progress === 'new' && this.dealtWith.has(keyOf(message)));
	}

	/** What cannot be acknowledged starts nothing: it would with every poll. So its booking counts as one that did not come, whatever came of it before. */
	private passOver(nameless: readonly Message[]): void {
		const { parameters } = this.tools;
		for (const { hotelId, event } of nameless) this.failed(hotelId, namelessBooking(event.id, parameters.comparison !== undefined));
		this.mark(nameless.filter((message) => isWanted(message, parameters.filters)), false);
	}

	/** What starts nothing is safe, unless another message of its booking is not. */
	private leaveOut(unwanted: readonly Message[]): void {
		const { open } = this.tools.state;
		for (const message of unwanted) {
			this.dealtWith.add(keyOf(message));
			this.begun.finish(message);
		}
		this.mark(unwanted.filter(({ keys }) => !keys.some((key) => open.has(key))), true);
	}

	/** What starts one execution each. Su's samples repeat an id: what has the same one is acknowledged together, so it stays together. */
	private groupsOf(messages: readonly Message[]): Message[][] {
		if (messages.length === 0) return [];
		return this.tools.parameters.needsSuccess ? byId(messages) : [[...messages]];
	}

	/** Starts the workflow. @returns whether all executions ended within the time that a poll waits */
	private async start(messages: readonly Message[]): Promise<boolean> {
		if (messages.length === 0) return true;
		for (const message of messages) {
			this.dealtWith.add(keyOf(message));
			this.begun.begin(message);
		}
		// Before an execution starts, as n8n stores the state with it. Where the workflow has to succeed, how it ends may never be stored.
		this.mark(messages, !this.tools.parameters.needsSuccess);
		const settling = this.groupsOf(messages).map(async (group) => await this.settle(group, await startExecution(this.tools.context, group.map(({ event }) => ({ json: event })))));
		const all = Promise.all(settling).then(() => true);
		return await Promise.race([all, aborted(AbortSignal.any([this.waited, this.tools.time.end])).then(() => false)]);
	}

	/** Notes whether the workflow has the bookings, for this process and for the next state that n8n stores. */
	private mark(messages: readonly Message[], isSafe: boolean): void {
		for (const key of messages.flatMap(({ keys }) => keys)) {
			this.begun.ended(key, { isSafe, day: today() });
			if (!this.isOver) put(this.tools.state, key, isSafe, today());
		}
		if (!this.isOver) this.tools.save();
	}

	/** Never rejects: it may come after the poll. */
	private async settle(group: readonly Message[], end: ExecutionEnd): Promise<void> {
		const isSafe = end === 'succeeded' || (end === 'ended' && !this.tools.parameters.needsSuccess);
		for (const message of group) {
			if (isSafe) this.begun.finish(message);
			else this.begun.drop(message);
		}
		this.mark(group, isSafe);
		if (isSafe) await this.acknowledge(group);
	}

	/**
	 * Acknowledges those all of whose id are safe. What cannot be acknowledged stands in the queue still, and is acknowledged with a later poll; so is
	 * what Su lists once more though it has taken the acknowledgement.
	 */
	private async acknowledge(messages: readonly Message[]): Promise<void> {
		const byHotel = new Map<string, string[]>();
		for (const message of messages) {
			const { hotelId, notifId } = message;
			if (notifId === null) this.begun.drop(message);
			else if (this.begun.mayAcknowledge(message)) byHotel.set(hotelId, [...(byHotel.get(hotelId) ?? []), notifId]);
		}
		const all = [...byHotel];
		await runPool(all.length, WIDTH, async (at) => {
			const [hotelId, ids] = all[at]!;
			const outcome = await orFailure(this.tools.acknowledging.acknowledge(hotelId, [...new Set(ids)]));
			if (isFailure(outcome)) this.failed(hotelId, outcome);
		});
	}

	private async compareAll(hotelIds: readonly string[], night: Night): Promise<void> {
		for (const hotelId of hotelIds) {
			const property = this.tools.state.properties.get(hotelId);
			// What fails there would fail here.
			if (property && isDue(property, night) && !this.troubles.isAbout(hotelId) && this.mayGoOn()) await this.compare(hotelId, property, night);
		}
	}

	private async compare(hotelId: string, property: WatchedProperty, night: Night): Promise<void> {
		const { calls, state, parameters, time } = this.tools;
		const last = Math.floor(night.now / DAY_MS);
		const asked = askedFrom(property, last, night.days);
		const from = Math.max(asked, last - MOST_DAYS);
		const rows = await this.noted(hotelId, calls.bookings(hotelId, isoDay(from), isoDay(last)));
		if (rows === undefined) return;
		const { missing, unnamed } = compared(rows, hotelId, property, state, night, this.begun.runningBookings());
		const found: Message[] = [];
		let looked = 0;
		for (const { id, key } of missing.slice(0, MOST_MISSED)) {
			if (!time.hasTime()) break;
			looked += 1;
			const booking = await this.noted(hotelId, calls.booking(hotelId, id, () => state.reads.set(key, (state.reads.get(key) ?? 0) + 1)));
			if (booking) found.push(missedMessage(hotelId, key, booking, parameters.isCardDataWanted));
		}
		if (looked === missing.length) {
			// The next comparison asks for these again: they may not have been read, or their workflow may fail.
			const days = missing.flatMap(({ day }) => day ?? []);
			state.properties.set(hotelId, { ...property, comparedOn: dayOf(night), openFrom: days.length > 0 ? Math.min(...days) : null });
			for (const failure of this.notLookedAt(hotelId, property, { asked, from, first: last - night.days, unnamed })) this.failed(hotelId, failure);
		}
		const wanted = found.filter((message) => isWanted(message, parameters.filters));
		this.mark(found.filter((message) => !wanted.includes(message)), true);
		await this.start(wanted);
	}

	/** What a comparison could not look at. @param days `asked` and `from`: what it should have asked for, and did; `first`: of the days that the panel promises */
	private notLookedAt(hotelId: string, { forgottenTo }: WatchedProperty, { asked, from, first, unnamed }: { asked: DayNumber; from: DayNumber; first: DayNumber; unnamed: number }): Failure[] {
		const failures: Failure[] = [];
		if (unnamed > 0) failures.push(namelessRows(unnamed));
		if (asked < from) failures.push(daysNotCompared(isoDay(from - 1), `the last comparison was before, and Su lists bookings of ${MOST_DAYS} days`));
		if (forgottenTo !== null && forgottenTo >= first && this.begun.toldForgotten.get(hotelId) !== forgottenTo) {
			this.begun.toldForgotten.set(hotelId, forgottenTo);
			failures.push(daysNotCompared(isoDay(forgottenTo), `which of them came is forgotten. The watch keeps ${MOST_SEEN} bookings, and none for longer than Comparison Days asked for`));
		}
		return failures;
	}

	private mayGoOn(): boolean {
		return this.tools.time.hasTime() && !this.waited.aborted;
	}

	/** @returns undefined where it failed, which is told later @throws what is no Failure */
	private async noted<T>(hotelId: string, reading: Promise<T>): Promise<T | undefined> {
		const outcome = await orFailure(reading);
		if (isFailure(outcome)) {
			this.failed(hotelId, outcome);
			return undefined;
		}
		this.isAnyRead = true;
		return outcome;
	}

	private failed(hotelId: string, failure: Failure): void {
		const { context, hideSecrets } = this.tools;
		if (this.isOver) context.logger.warn(`${context.getNode().name}: property ${hotelId}: ${hideSecrets(failure.message)}`);
		else this.troubles.add(hotelId, failure);
	}
}

/** Those that may start now, so that no change overtakes what it changes. What has the same id starts together. @param held bookings whose workflow is not over */
function inOrder(messages: readonly Message[], held: ReadonlySet<string>): Message[] {
	const firstId = new Map<string, string>();
	for (const message of messages) for (const key of message.keys) if (!firstId.has(key)) firstId.set(key, idKeyOf(message));
	const groups = byId(messages);
	const free = groups.filter((group) => group.every((message) => message.keys.every((key) => !held.has(key) && firstId.get(key) === idKeyOf(message))));
	// Ids that wait for each other in a circle: one has to begin.
	return (free.length > 0 || held.size > 0 ? free : groups.slice(0, 1)).flat();
}

function byId(messages: readonly Message[]): Message[][] {
	const groups = new Map<string, Message[]>();
	for (const message of messages) groups.set(idKeyOf(message), [...(groups.get(idKeyOf(message)) ?? []), message]);
	return [...groups.values()];
}

function put({ seen, open }: WatchState, key: string, isSafe: boolean, day: DayNumber): void {
	const [to, from] = isSafe ? [seen, open] : [open, seen];
	from.delete(key);
	to.set(key, Math.max(day, to.get(key) ?? day));
}

function isoDay(day: DayNumber): IsoDay {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function today(): number {
	return Math.floor(Date.now() / DAY_MS);
}

async function aborted(signal: AbortSignal): Promise<void> {
	await new Promise<void>((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve());
	});
}
