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

/** Faults after which nobody knows whether a write was carried out. */
export const LOST = [
	['answered 500 after it was taken', { kind: 'status', status: 500, when: 'after' }],
	['cut after it was taken', { kind: 'cut', when: 'after' }],
	['never answered', { kind: 'silence', when: 'after' }],
] as const;

/** What a person reads where nobody knows. */
export const UNKNOWN = /may or may not|not known|did not answer|no answer|unknown/i;

/** A write that must not be sent twice, and how it is told where its answer is lost. */
export interface OnceExpected {
	/** `resource.operation` */
	readonly name: string;
	readonly operationId: string;
	/** Whether a look-up finds it for certain. */
	readonly isFound: boolean;
	/** What the advice names where it does not. */
	readonly whereToLook?: RegExp;
}

/** Tests what holds for every write that is sent at most once. */
export function isSentOnce(trial: TradevestTrial, { name, operationId, isFound, whereToLook }: OnceExpected): void {
	it('is sent, and the same again in this process is not', async () => {
		itemOf(await trial.run(name));
		expect(itemOf(await trial.run(name))).toMatchObject({ alreadySubmitted: true });
		expect(trial.received(operationId)).toBe(1);
	});

	it.each(LOST)('%s, it is not sent again, and told as it is', async (_what, fault) => {
		trial.sandbox.control.fault({ operationId, ...fault });
		const first = await trial.run(name);
		if (isFound) expect(itemOf(first)).toMatchObject({ outcomeFrom: 'lookUp' });
		else {
			expect(wordsOfRun(first)).toMatch(UNKNOWN);
			if (whereToLook) expect(wordsOfRun(first)).toMatch(whereToLook);
		}
		// Retry On Fail, and another process, which knows it from n8n's record only.
		await trial.run(name);
		await trial.runInNewProcess(name);
		expect(trial.received(operationId)).toBe(1);
	});
}
