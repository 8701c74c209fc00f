import { startSrsSipsSandbox } from '../../../sandbox/srsSips';
import { engineFor } from '../../engine/srsSips/support';
import { until } from '../n8nEngine/nodeRuns';
import type { ExampleWorld } from './exampleRuns';
import { EXAMPLE_PO } from './SrsSips.examples';

/** The example order has run its course. */
export async function begin(): Promise<ExampleWorld> {
	const sandbox = await startSrsSipsSandbox({ eventDelayMs: 1, listCarriesTransactionId: true });
	return {
		engine: engineFor(sandbox),
		sandbox,
		async prepare(run) {
			await run('order.submit', { poNumber: EXAMPLE_PO });
			await until(() => sandbox.orders()[0]?.state === 'Invoiced');
		},
	};
}
