import { randomUUID } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { Failure } from '../failure';

/** The part of n8n's helpers that remembers values in its database, for a workflow. */
export type RecordStore = Pick<IExecuteFunctions['helpers'], 'checkProcessedAndRecord' | 'removeProcessed'>;

/** Values kept for one workflow: two for a write, so 10,000 writes. The oldest go first. */
const MOST_ENTRIES = 20_000;
const OPTIONS = { mode: 'entries' as const, maxEntries: MOST_ENTRIES };

/** Tries of one call of the store. Two workers that write a workflow's first record at once: one of them fails. */
const STORE_TRIES = 4;
/** How often a claim is looked at again before it is given up. */
const MOST_LOOKS = 8;
/** Milliseconds between writing a claim and looking at it again: longer than a read and a write of the store take. */
const SHORTEST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 300;

/**
 * The record of writes in n8n's own database. It is made before a write is sent, and reaches over restarts and to other
 * workers.
 *
 * n8n keeps the values of a workflow as one row, reads it, adds to it and writes it back, without a lock: of two processes
 * that do so at once, one undoes what the other wrote. So a claim is two values, written together: the key, and one that
 * nobody else writes. A little later the row is read again. Where our own value is gone and the key is there, another
 * process wrote over ours and has the claim. Where both are gone, an unrelated write undid ours, and it is made again.
 * What is left is a process that stalls between its read and its write for longer than the wait.
 */
export class LastingRecord {
	/** Nodes of one workflow share a record, so that a copied or renewed node knows what the first one sent. */
	private scope: 'workflow' | 'node' = 'workflow';

	/**
	 * @param turns lets the calls of this process come one after the other, for all workflows: they would undo each other, too
	 * @param pause between writing a claim and looking at it again
	 */
	constructor(
		private readonly store: RecordStore,
		private readonly turns: Turns = turnsOfThisProcess,
		private readonly pause: () => Promise<void> = pauseBeforeLook,
	) {}

	/**
	 * Records a write as about to be sent.
	 *
	 * @returns false where it was recorded before, here or by another process: then it must not be sent
	 * @throws Failure where the store does not work: without a record nothing may be sent
	 */
	async claim(key: string): Promise<boolean> {
		const mine = `${key}#${randomUUID()}`;
		const first = await this.record(key, mine);
		if (first.hadKey) return false;
		for (let look = 0; look < MOST_LOOKS; look += 1) {
			await this.pause();
			const { hadKey, hadMine } = await this.record(key, mine);
			if (hadKey) return hadMine;
		}
		throw storeFailure('it was changed by others all the time');
	}

	/** Makes sure that the record of a write that was sent is there. It may have been undone; if it cannot be written, that is no reason to fail now. */
	async keep(key: string): Promise<void> {
		await this.call(async () => await this.store.checkProcessedAndRecord([key], this.scope, OPTIONS)).catch(() => undefined);
	}

	/** Takes a record back: the write was surely not carried out. A record that stays only makes a later run more careful. */
	async free(key: string): Promise<void> {
		await this.call(async () => await this.store.removeProcessed([key], this.scope, OPTIONS)).catch(() => undefined);
	}

	private async record(key: string, mine: string): Promise<{ hadKey: boolean; hadMine: boolean }> {
		const { processed } = await this.call(async () => await this.store.checkProcessedAndRecord([key, mine], this.scope, OPTIONS));
		return { hadKey: processed.includes(key), hadMine: processed.includes(mine) };
	}

	private async call<T>(work: () => Promise<T>): Promise<T> {
		for (let tries = 1; ; tries += 1) {
			try {
				return await this.turns.next(work);
			} catch (error) {
				// A Remove Duplicates node with another mode may own the workflow's row. Ours is not worth breaking it.
				if (this.scope === 'workflow' && isOtherMode(error)) this.scope = 'node';
				else if (tries >= STORE_TRIES) throw storeFailure(error instanceof Error ? error.message : String(error));
				else await sleep(SHORTEST_WAIT_MS * tries);
			}
		}
	}
}

/** Work that comes one after the other. */
export class Turns {
	private last: Promise<unknown> = Promise.resolve();

	/** Runs `work` when all earlier work has ended, well or not. */
	async next<T>(work: () => Promise<T>): Promise<T> {
		const mine = this.last.then(work, work);
		this.last = mine.catch(() => undefined);
		return await mine;
	}
}

const turnsOfThisProcess = new Turns();

async function pauseBeforeLook(): Promise<void> {
	await sleep(SHORTEST_WAIT_MS + Math.random() * (LONGEST_WAIT_MS - SHORTEST_WAIT_MS));
}

/** n8n's words for a row that was made in another mode: "... saved with an incompatible setting ...". */
function isOtherMode(error: unknown): boolean {
	return error instanceof Error && error.message.includes('incompatible setting');
}

function storeFailure(why: string): Failure {
	return new Failure('configuration', `Not sent, since n8n could not record it first: ${why}`, {
		advice: 'Nothing was sent. Save the workflow, check the database of n8n, and run the item again.',
	});
}
