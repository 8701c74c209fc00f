import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../engine/values';

/** Hexadecimal digits of a key that are kept: 72 bits of a hash. */
const KEY_DIGITS = 18;
/** Most keys that are stored, the newest. n8n reads them with every event. */
const MOST_STORED = 2_000;

/**
 * Which events of Tradevest's list of missed ones have started the workflow. They may stay in the list for ever, so a window of time would let them
 * come again.
 *
 * n8n stores it when an execution is about to start, which is before that is in its database. So what was about to start when n8n was killed is
 * handed out once more, and then no more.
 */
export class MissedMemory {
	private readonly isBegun = new Set<string>();
	private readonly isDone: Set<string>;
	/** Begun in a process that is gone. */
	private readonly unsure: Set<string>;

	/** @param stored by an earlier process, or anything */
	constructor(stored: unknown) {
		const { begun, done } = isObject(stored) ? stored : ({} as IDataObject);
		this.unsure = new Set(textsIn(begun));
		this.isDone = new Set(textsIn(done));
	}

	/** Whether an event is to be handed out. */
	isOpen(key: string): boolean {
		return !this.isDone.has(short(key)) && !this.isBegun.has(short(key));
	}

	/** Their execution is about to start. */
	begun(keys: readonly string[]): void {
		for (const key of keys.map(short)) (this.unsure.delete(key) ? this.isDone : this.isBegun).add(key);
	}

	/** It needs no execution any more. */
	done(key: string): void {
		this.isBegun.delete(short(key));
		this.isDone.add(short(key));
	}

	/** No execution was stored: they are open again. */
	forget(keys: readonly string[]): void {
		for (const key of keys.map(short)) {
			this.isBegun.delete(key);
			this.isDone.delete(key);
		}
	}

	/** Forgets what is in the list no more. */
	keepOnly(keys: readonly string[]): void {
		const there = new Set(keys.map(short));
		for (const set of [this.isBegun, this.isDone, this.unsure]) for (const key of set) if (!there.has(key)) set.delete(key);
	}

	/** As it is stored. */
	stored(): IDataObject {
		return { begun: [...this.isBegun, ...this.unsure].slice(-MOST_STORED), done: [...this.isDone].slice(-MOST_STORED) };
	}
}

function textsIn(value: unknown): string[] {
	return Array.isArray(value) ? (value as unknown[]).map(String) : [];
}

function short(key: string): string {
	return key.slice(0, KEY_DIGITS);
}
