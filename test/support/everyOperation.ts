import type { IDataObject } from 'n8n-workflow';

import { resources } from '../../nodes/SrsSips/operations';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../sandbox/srsSips';
import { engineFor, until } from '../engine/srsSips/support';
import { type Engine, type NodeRunResult } from './n8nEngine';
import { EXAMPLE_PO, OPERATION_EXAMPLES } from './operationExamples';

/** Every operation of the node as `resource.operation`. */
export const OPERATIONS: readonly string[] = resources.flatMap(({ name, operations }) => operations.map((operation) => `${name}.${operation.name}`));

/** A sandbox in which the example order has run its course, and an engine that runs the examples against it. */
export class ExampleRuns {
	private constructor(
		readonly sandbox: SrsSipsSandbox,
		private readonly engine: Engine,
	) {}

	static async begin(): Promise<ExampleRuns> {
		const sandbox = await startSrsSipsSandbox({ eventDelayMs: 1, listCarriesTransactionId: true });
		const runs = new ExampleRuns(sandbox, engineFor(sandbox));
		await runs.run('order.submit', { poNumber: EXAMPLE_PO });
		await until(() => sandbox.orders()[0]?.state === 'Invoiced');
		return runs;
	}

	async run(name: string, changes: IDataObject = {}): Promise<NodeRunResult> {
		const [resource, operation] = name.split('.');
		const parameters = { resource, operation, options: {}, ...OPERATION_EXAMPLES[name], ...changes };
		return await this.engine.run({ items: [{}], parameters: parameters as never });
	}

	async end(): Promise<void> {
		await this.sandbox.close();
	}
}
