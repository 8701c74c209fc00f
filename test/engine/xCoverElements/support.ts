import type { IDataObject } from 'n8n-workflow';

import type { Family } from '../../../nodes/XCoverElements/shared/family';
import { CONTROL_PREFIX } from '../../../sandbox/core/control';
import { startXCoverElementsSandbox, type XCoverElementsSandbox, type XCoverElementsSandboxOptions } from '../../../sandbox/xCoverElements';
import { useRecordStore, type Engine, type NodeRun, type NodeRunResult } from '../../support/n8nEngine/n8nEngine';
import { received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { xcoverEngine, xcoverEngineOfNewProcess } from '../../support/n8nEngine/xcoverEngine';
import { MemoryStore } from '../../support/orders/recordStore';
import { atUnusedAddress } from '../../support/partner/unusedAddress';

/** Waits and looks that are short: what a test asks for is decided at once, or not at all. */
const SHORT = { timeoutMs: 1_000, lookUpSeconds: 1 };

/** How a run differs from the usual one. */
export interface RunChanges extends Pick<NodeRun, 'executionId' | 'settings'> {
	/** Left out, the one of the trial. */
	on?: Engine;
}

/** A new sandbox and a new database of n8n for each test of a file, and runs of the node against it. */
export class XCoverTrial {
	sandbox!: XCoverElementsSandbox;
	private engines!: Readonly<Record<Family, Engine>>;

	constructor(settings: XCoverElementsSandboxOptions = {}) {
		beforeEach(async () => {
			this.sandbox = await atUnusedAddress(async () => await startXCoverElementsSandbox(settings));
			this.engines = { elements: xcoverEngine(this.sandbox, 'elements'), signature: xcoverEngine(this.sandbox, 'signature') };
			useRecordStore(new MemoryStore());
		});
		afterEach(async () => {
			await this.sandbox.close();
			useRecordStore();
		});
	}

	/** @param name `resource.operation` */
	async run(family: Family, name: string, fields: IDataObject, { on = this.engines[family], ...more }: RunChanges = {}): Promise<NodeRunResult> {
		const [resource, operation] = name.split('.');
		const options = { ...SHORT, ...(fields.options as IDataObject | undefined) };
		return await on.run({ items: [{}], parameters: { authentication: family, resource, operation, ...fields, options } as never, ...more });
	}

	/** The same in a process that was just started, beside the same database. */
	async runInNewProcess(family: Family, name: string, fields: IDataObject, more: RunChanges = {}): Promise<NodeRunResult> {
		return await this.run(family, name, fields, { ...more, on: xcoverEngineOfNewProcess(this.sandbox, family) });
	}

	/** How often the sandbox got a call. */
	received(operationId: string): number {
		return received(this.sandbox, operationId);
	}

	/** What the sandbox shows of a part of its books, such as `emails`. */
	async book(name: string): Promise<IDataObject[]> {
		return (await (await fetch(`${this.sandbox.url}${CONTROL_PREFIX}/${name}`)).json()) as IDataObject[];
	}
}

/** The only item that a run put out. @throws where it failed, with its words */
export function itemOf({ items, error }: NodeRunResult): IDataObject {
	if (error) throw new Error(wordsOf(error));
	return items[0]?.json ?? {};
}
