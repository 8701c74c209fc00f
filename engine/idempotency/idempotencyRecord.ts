import { randomUUID } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import { Failure, isFailure } from '../failure';
import { isLongEnough, timed, toolsOfThisProcess, waitMs, type RecordTools } from './recordTools';
import { CallTimeout } from './callQueue';

/** The part of n8n's helpers that remembers values in its database, for a workflow. */
export type RecordStore = Pick<IExecuteFunctions['helpers'], 'checkProcessedAndRecord' | 'removeProcessed'>;

/**
 * Values kept for one workflow, the oldest go first: one for a write. A Remove Duplicates node that shares the row stops
 * where it holds more than that node's History Size, 10,000 unless set. So half of it is left to that node.
 */
const MOST_ENTRIES = 5_000;
const OPTIONS = { mode: 'entries' as const, maxEntries: MOST_ENTRIES };

/** Tries of one call of the store. Two workers that write a workflow's first record at once: one of them fails. */
const STORE_TRIES = 4;
const TRY_PAUSE_MS = 100;
/** How often a claim is written and looked at again before it is given up. */
const MOST_LOOKS = 9;
/**
 * The record of writes in n8n's own database. It is made before a write is sent, and reaches over restarts and to other
 * workers.
 *
 * n8n keeps the values of a workflow as one row, reads it, adds to it and writes it back, without a lock: of two processes
 * that do so at once, one undoes what the other wrote. So a claim holds a value that nobody else writes. A little later the
 * row is read again. Where our own value is gone and the key is there, another process wrote over ours and has the claim.
 * Where both are gone, an unrelated write undid ours, and it is made again. A look that took long proves nothing: what held
 * it up may hold up others' writes as well.
 *
 * A process that stalls between its read and its write for longer than the wait still undoes a claim. So a claim that stands in
 * the workflow's row is made once more in the node's own, another row of n8n's table: who stalled over the first has not begun
 * with the second, finds it there, and does not send. The record is made anew in both after every outcome (`keep`).
 */
export class IdempotencyRecord {
	/** Nodes of one workflow share a record, so that a copied or renewed node knows what the first one sent. */
	private scope: 'workflow' | 'node' = 'workflow';
	/** Values of the claims that were made, by key. */
	private readonly claims = new Map<string, string>();

	constructor(
		private readonly store: RecordStore,
		private readonly tools: RecordTools = toolsOfThisProcess,
	) {}

	/**
	 * Records a write as about to be sent. What hung and was given up may still arrive, and over the claim of another process.
	 * So it is not recognised as ours later: a person decides then.
	 *
	 * @returns false where the write was recorded before, here or by another process: then it must not be sent
	 * @throws Failure where the store does not work: without a record nothing may be sent
	 */
	async claim(key: string): Promise<boolean> {
		const { unanswered } = this.tools;
		const mine = unanswered.get(key) ?? `${key}#${randomUUID()}`;
		unanswered.delete(key);
		try {
			const isOurs = (await this.stands(key, mine)) && (!this.hasSecondRow() || (await this.stands(key, mine, 'node')));
			if (isOurs) this.claims.set(key, mine);
			else await this.remove([mine]);
			return isOurs;
		} catch (error) {
			if (error instanceof CallTimeout) throw storeFailure(error.message);
			unanswered.set(key, mine);
			throw error;
		}
	}

	/** Writes a claim into a row, and looks whether it stays there. */
	private async stands(key: string, mine: string, row?: 'node'): Promise<boolean> {
		for (let look = 0; look < MOST_LOOKS; look += 1) {
			const waitedMs = look === 0 ? 0 : waitMs(this.tools, row ?? 'workflow');
			if (look > 0) await this.tools.wait(waitedMs);
			const found = await this.record([key, mine], row);
			if (found.has(key) && !found.has(mine)) return false;
			if (look > 0 && found.has(key) && isLongEnough(this.tools, waitedMs)) return true;
		}
		throw storeFailure('it was slow, or changed by others, all the time');
	}

	/** Makes sure that the record of a write that was sent is there. It may have been undone; if it cannot be written, that is no reason to fail now. */
	async keep(key: string): Promise<void> {
		const mine = this.claims.get(key);
		if (mine !== undefined) await this.remove([mine]);
		this.claims.delete(key);
		await this.record([key]).catch(() => undefined);
		if (this.hasSecondRow()) await this.record([key], 'node').catch(() => undefined);
	}

	/**
	 * Whether a write that another process had recorded still is, and then makes its record anew. Gone from both rows, it was taken
	 * back there, as after a refusal; undone by an unrelated write, it is gone from one. Where there is but one row, nobody can tell:
	 * then it counts as recorded.
	 */
	async isStill(key: string): Promise<boolean> {
		try {
			const inWorkflow = (await this.record([key])).has(key);
			const isRecorded = !this.hasSecondRow() || (await this.record([key], 'node')).has(key) || inWorkflow;
			if (!isRecorded) await this.free(key);
			return isRecorded;
		} catch (error) {
			if (isFailure(error) || error instanceof CallTimeout) return true;
			throw error;
		}
	}

	/** Takes a claim back: the write was surely not carried out. A record that stays only makes a later run more careful. */
	async free(key: string): Promise<void> {
		const mine = this.claims.get(key);
		const values = [key, ...(mine === undefined ? [] : [mine])];
		await this.remove(values);
		if (this.hasSecondRow()) await this.remove(values, 'node');
		this.claims.delete(key);
	}

	/** Whether a record stands in the node's own row as well. To be asked once the first row was called: which that is may change with the call. */
	private hasSecondRow(): boolean {
		return this.scope === 'workflow';
	}

	/** Records values. @returns those that were there before */
	private async record(values: string[], row?: 'node'): Promise<ReadonlySet<unknown>> {
		const { processed } = await this.call(async () => await this.store.checkProcessedAndRecord(values, row ?? this.scope, OPTIONS));
		return new Set<unknown>(processed);
	}

	private async remove(values: string[], row?: 'node'): Promise<void> {
		await this.call(async () => await this.store.removeProcessed(values, row ?? this.scope, OPTIONS)).catch(() => undefined);
	}

	private async call<T>(work: () => Promise<T>): Promise<T> {
		for (let tries = 1; ; tries += 1) {
			try {
				return await this.tools.turns.next(async () => await timed(this.tools, work));
			} catch (error) {
				// A Remove Duplicates node with another mode may own the workflow's row. Ours is not worth breaking it.
				if (this.scope === 'workflow' && isOtherMode(error)) this.scope = 'node';
				else if (error instanceof CallTimeout) throw error;
				else if (tries >= STORE_TRIES) throw storeFailure(error instanceof Error ? error.message : String(error));
				else await this.tools.wait(TRY_PAUSE_MS * tries);
			}
		}
	}
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
