import type { IPollFunctions } from 'n8n-workflow';

import { polledNodeKey } from '../../../engine/polling/pollTurns';
import type { Message } from './messages';
import { MOST_SEEN, type DayNumber } from './watchState';

/** A message with which this process has started the workflow. */
interface Begun {
	/** In milliseconds of running. */
	at: number;
	/** Whether it is safe: only its acknowledgement may be missing. */
	isDone: boolean;
	/** Of its booking. */
	keys: readonly string[];
}

/** `new`: it has to start the workflow. `running`: it has. `done`: it is safe, and Su may list it for a while all the same. */
export type Progress = 'new' | 'running' | 'done';

/** What became of a booking in this process. What n8n has stored of it may be older. */
interface BookingEnd {
	isSafe: boolean;
	day: DayNumber;
}

/** After this time an execution of which nothing was heard counts as never stored: half of the hour for which a message waits at Su. */
const UNHEARD_MS = 30 * 60_000;

/** Longer than any message waits at Su. */
const FORGOTTEN_MS = 120 * 60_000;

/** What one watch has under way in this process. Contexts and static data of n8n may be other ones at each poll; this is not. */
export class BegunMessages {
	/** By key of a booking. */
	readonly ends = new Map<string, BookingEnd>();
	/** Up to which day bookings of a property are forgotten, as it was told. */
	readonly toldForgotten = new Map<string, DayNumber>();
	private readonly messages = new Map<string, Begun>();
	/** Messages of the queue that are not safe, by the id that acknowledges them: Su's samples repeat an id. */
	private readonly unsafe = new Map<string, Set<string>>();

	/** The one of a node. */
	static of(context: IPollFunctions): BegunMessages {
		const key = polledNodeKey(context);
		const found = nodes.get(key) ?? new BegunMessages();
		nodes.set(key, found);
		return found;
	}

	progress(message: Message): Progress {
		const begun = this.messages.get(keyOf(message));
		if (!begun || (!begun.isDone && performance.now() - begun.at >= UNHEARD_MS)) return 'new';
		return begun.isDone ? 'done' : 'running';
	}

	begin(message: Message): void {
		for (const [other, { at }] of this.messages) if (performance.now() - at >= FORGOTTEN_MS) this.messages.delete(other);
		this.messages.set(keyOf(message), { at: performance.now(), isDone: false, keys: message.keys });
	}

	/** It may be acknowledged from now on, with all others of its id. */
	finish(message: Message): void {
		this.messages.set(keyOf(message), { at: performance.now(), isDone: true, keys: message.keys });
		this.unsafe.get(idKeyOf(message))?.delete(keyOf(message));
	}

	/** It is to be started again. */
	drop(message: Message): void {
		this.messages.delete(keyOf(message));
	}

	/** Notes what a queue holds. */
	listed(messages: readonly Message[]): void {
		for (const message of messages) this.unsafe.delete(idKeyOf(message));
		for (const message of messages) {
			if (this.progress(message) === 'done') continue;
			const others = this.unsafe.get(idKeyOf(message)) ?? new Set();
			this.unsafe.set(idKeyOf(message), others.add(keyOf(message)));
		}
	}

	/** Whether all messages of its id are safe: acknowledged, they leave the queue together. */
	mayAcknowledge(message: Message): boolean {
		return (this.unsafe.get(idKeyOf(message))?.size ?? 0) === 0;
	}

	/** Keys of bookings with which the workflow is under way. */
	runningBookings(): Set<string> {
		const running = [...this.messages.values()].filter(({ at, isDone }) => !isDone && performance.now() - at < UNHEARD_MS);
		return new Set(running.flatMap(({ keys }) => keys));
	}

	/** Notes what became of a booking. The oldest are forgotten first. */
	ended(key: string, end: BookingEnd): void {
		this.ends.delete(key);
		this.ends.set(key, end);
		for (const [oldest] of this.ends) {
			if (this.ends.size <= MOST_SEEN) return;
			this.ends.delete(oldest);
		}
	}
}

/** By `polledNodeKey`. */
const nodes = new Map<string, BegunMessages>();

/** What a message is known by in this process: all that it says, as its id may be that of another one, too. */
export function keyOf({ hotelId, notifId, keys, event }: Message): string {
	return notifId === null ? `missed/${keys[0]}` : `${hotelId}/${event.eventKey}`;
}

/** What messages have in common that are acknowledged together. */
export function idKeyOf(message: Message): string {
	return message.notifId === null ? keyOf(message) : `${message.hotelId}/${message.notifId}`;
}
