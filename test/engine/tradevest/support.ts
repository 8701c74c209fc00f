import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startTradevestSandbox, type TradevestSandbox, type TradevestSandboxOptions } from '../../../sandbox/tradevest';
import { useRecordStore, type Engine, type NodeRunResult } from '../../support/n8nEngine/n8nEngine';
import { received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { tradevestEngine, tradevestEngineOfNewProcess } from '../../support/n8nEngine/tradevestEngine';
import { MemoryStore } from '../../support/orders/recordStore';
import { EXAMPLES } from '../../support/services/Tradevest.examples';

/** Waits and looks that are short: what a test asks for is decided at once, or not at all. */
const SHORT = { timeoutMs: 1_000, lookUpSeconds: 1, waitForOutcomeSeconds: 1 };

/** A new sandbox for each test of a file, and examples that are run against it. */
export class TradevestTrial {
	sandbox!: TradevestSandbox;
	engine!: Engine;

	constructor(settings: TradevestSandboxOptions = {}) {
		beforeEach(async () => {
			this.sandbox = await startTradevestSandbox(settings);
			this.engine = tradevestEngine(this.sandbox);
		});
		afterEach(async () => {
			await this.sandbox.close();
		});
	}

	/** Runs an example with changes; its options and the changed ones are put together. @param name `resource.operation` */
	async run(name: string, changes: IDataObject = {}, on: Engine = this.engine, executionId?: string): Promise<NodeRunResult> {
		const [resource, operation] = name.split('.');
		const example = EXAMPLES[name] ?? {};
		const options = { ...SHORT, ...(example.options as object | undefined), ...(changes.options as object | undefined) };
		const parameters = { resource, operation, ...example, ...changes, options } as INodeParameters;
		return await on.run({ items: [{}], parameters, ...(executionId === undefined ? {} : { executionId }) });
	}

	/** The same in a process that was just started. */
	async runInNewProcess(name: string, changes: IDataObject = {}): Promise<NodeRunResult> {
		return await this.run(name, changes, tradevestEngineOfNewProcess(this.sandbox));
	}

	/** The same in another n8n, which has a database of its own and knows of nothing. */
	async runElsewhere(name: string, changes: IDataObject = {}): Promise<NodeRunResult> {
		useRecordStore(new MemoryStore());
		return await this.runInNewProcess(name, changes).finally(() => useRecordStore());
	}

	/** How often the sandbox got a call. */
	received(operationId: string): number {
		return received(this.sandbox, operationId);
	}
}

/** The only item that a run put out. @throws where it failed, with its words */
export function itemOf({ items, error }: NodeRunResult): IDataObject | undefined {
	if (error) throw new Error(wordsOf(error));
	return items[0]?.json;
}

/** All that a person reads of what went wrong. */
export function wordsOfRun({ error }: NodeRunResult): string {
	return wordsOf(error);
}

/** Tests that a person reads where to look, where nobody knows what became of a write. That it is sent once, whatever happens, is in `once.test.ts`. */
export function tellsWhereToLook(trial: TradevestTrial, { name, operationId, words }: { name: string; operationId: string; words: RegExp }): void {
	it('whose answer is lost is told with where to look', async () => {
		trial.sandbox.control.fault({ operationId, kind: 'cut', when: 'after' });
		expect(wordsOfRun(await trial.run(name))).toMatch(words);
		expect(trial.received(operationId)).toBe(1);
	});
}
