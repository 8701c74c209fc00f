import type { IDataObject } from 'n8n-workflow';

import { startSrsSipsSandbox } from '../../sandbox/srsSips';
import { startSuSandbox } from '../../sandbox/su';
import type { Counting } from './n8nEngine/nodeRuns';
import { until } from './n8nEngine/nodeRuns';
import { engineFor } from '../engine/srsSips/support';
import type { Engine, NodeRun, NodeRunResult } from './n8nEngine/n8nEngine';
import { sips, su, type ServiceUnderTest } from './services';
import { EXAMPLE_PO } from './sipsExamples';
import { suEngine } from './n8nEngine/suEngine';

/** A sandbox in which the examples of a service work, and an engine that runs them against it. */
export class ExampleRuns {
	private constructor(
		private readonly service: ServiceUnderTest,
		private readonly engine: Engine,
		private readonly sandbox: Counting,
		readonly end: () => Promise<void>,
	) {}

	static async begin(service: ServiceUnderTest): Promise<ExampleRuns> {
		const begin = BEGINNINGS.get(service);
		if (!begin) throw new Error(`${service.folder} has no sandbox here: say how its examples come to work.`);
		return await begin();
	}

	/** The example order has run its course. */
	static async ofSips(): Promise<ExampleRuns> {
		const sandbox = await startSrsSipsSandbox({ eventDelayMs: 1, listCarriesTransactionId: true });
		const runs = new ExampleRuns(sips, engineFor(sandbox), sandbox, async () => await sandbox.close());
		await runs.run('order.submit', { poNumber: EXAMPLE_PO });
		await until(() => sandbox.orders()[0]?.state === 'Invoiced');
		return runs;
	}

	static async ofSu(): Promise<ExampleRuns> {
		const sandbox = await startSuSandbox();
		return new ExampleRuns(su, suEngine(sandbox), sandbox, async () => await sandbox.close());
	}

	/** How many requests the sandbox got so far, calls for tokens left out. */
	requests(): number {
		const operations = Object.entries(this.sandbox.control.counts().operations).filter(([name]) => name !== 'getToken');
		return operations.reduce((sum, [, { received }]) => sum + received, 0);
	}

	/** @param name `resource.operation` */
	async run(name: string, changes: IDataObject = {}, settings: NodeRun['settings'] = {}): Promise<NodeRunResult> {
		const [resource, operation] = name.split('.');
		const parameters = { resource, operation, options: {}, ...this.service.examples[name], ...changes };
		return await this.engine.run({ items: [{}], parameters: parameters as never, settings });
	}
}

const BEGINNINGS = new Map<ServiceUnderTest, () => Promise<ExampleRuns>>([
	[sips, async () => await ExampleRuns.ofSips()],
	[su, async () => await ExampleRuns.ofSu()],
]);
