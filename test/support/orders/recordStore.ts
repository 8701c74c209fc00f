import type { DeduplicationScope, ICheckProcessedOptions, IDeduplicationOutput } from 'n8n-workflow';

import type { RecordStore } from '../../../engine/idempotency/idempotencyRecord';

type Values = Parameters<RecordStore['checkProcessedAndRecord']>[0];

/** The rows that n8n's database holds for one workflow: its own, and the one of a node in it. */
export class Row {
	values: string[] = [];
	nodeValues: string[] = [];

	of(scope: DeduplicationScope): string[] {
		return scope === 'node' ? this.nodeValues : this.values;
	}

	set(scope: DeduplicationScope, values: string[]): void {
		if (scope === 'node') this.nodeValues = values;
		else this.values = values;
	}
}

/**
 * n8n's store as its source has it (`deduplication-helper.js` of 2.8.4 and 2.41.1): the row is read, changed and written
 * back, without a lock.
 */
export class MemoryStore implements RecordStore {
	/**
	 * @param row shared by all who use the same database
	 * @param gap between any two steps, where another process may come in
	 */
	constructor(
		readonly row = new Row(),
		private readonly gap: () => Promise<void> = async () => undefined,
	) {}

	async checkProcessedAndRecord(items: Values, scope: DeduplicationScope, { maxEntries }: ICheckProcessedOptions): Promise<IDeduplicationOutput> {
		await this.gap();
		const values = [...this.row.of(scope)];
		const output: IDeduplicationOutput = { new: [], processed: [] };
		for (const item of items) {
			if (values.includes(String(item))) output.processed.push(item);
			else {
				output.new.push(item);
				values.push(String(item));
			}
		}
		if (maxEntries) values.splice(0, values.length - maxEntries);
		await this.gap();
		this.row.set(scope, values);
		await this.gap();
		return output;
	}

	async removeProcessed(items: Values, scope: DeduplicationScope): Promise<void> {
		await this.gap();
		const gone = new Set(items.map(String));
		const values = this.row.of(scope).filter((value) => !gone.has(value));
		await this.gap();
		this.row.set(scope, values);
	}
}

/** A store of which single calls can be made to fail or to hang. */
export class FaultyStore extends MemoryStore {
	private faults: Array<'lostAnswer' | 'hang' | undefined> = [];
	private readonly held: Array<() => void> = [];

	/** What becomes of the next calls of `checkProcessedAndRecord`. */
	next(...faults: Array<'lostAnswer' | 'hang' | undefined>): this {
		this.faults = faults;
		return this;
	}

	/** What hung goes on. */
	goOn(): void {
		for (const go of this.held.splice(0)) go();
	}

	override async checkProcessedAndRecord(...call: Parameters<MemoryStore['checkProcessedAndRecord']>) {
		const fault = this.faults.shift();
		if (fault === 'hang') await new Promise<void>((resolve) => this.held.push(resolve));
		const output = await super.checkProcessedAndRecord(...call);
		if (fault === 'lostAnswer') throw new Error('Connection terminated unexpectedly');
		return output;
	}
}
