import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { SenderOptions } from '../transport/sender';
import { accountsOf } from './accounts';
import { ItemFailure } from './itemsRun';
import { toNodeError, toOutput } from './nodeErrors';
import { panelReader } from './panel';
import { CONCURRENCY, findOperation, type ResourceTable } from './resources';
import { runAccounts, type RunOfAll } from './runAccounts';

/**
 * Runs a node that is nothing but a table of operations: reads what the panel asks for, sends it, and puts out items
 * that are paired with what came in.
 *
 * @param sending how to send to this partner; `timeoutMs` is for operations that set none of their own
 * @throws NodeOperationError or NodeApiError that names the item
 */
export async function executeOperations(
	context: IExecuteFunctions,
	table: ResourceTable,
	sending: SenderOptions,
): Promise<INodeExecutionData[][]> {
	const resource = context.getNodeParameter('resource', 0) as string;
	const name = context.getNodeParameter('operation', 0) as string;
	const operation = findOperation(table, resource, name);
	if (!operation) {
		throw new NodeOperationError(context.getNode(), `This version of the node cannot do "${name}" of "${resource}"`, {
			description: 'Choose resource and operation again, or update the package.',
		});
	}
	const setting = (option: string, fallback: number): number => {
		const value = Number(context.getNodeParameter(`options.${option}`, 0, fallback));
		return Number.isFinite(value) && value >= 1 ? Math.floor(value) : fallback;
	};
	const itemCount = context.getInputData().length;
	const timeoutMs = setting('timeoutMs', operation.timeoutMs ?? sending.timeoutMs);
	const accounts = await accountsOf(context, { ...sending, timeoutMs }, itemCount);

	try {
		const given: RunOfAll = {
			itemCount,
			reader: panelReader(context),
			run: { timezone: context.getTimezone(), now: new Date(), executionId: context.getExecutionId() },
			store: context.helpers,
			files: context.helpers,
			concurrency: Math.min(
				CONCURRENCY.most,
				setting('concurrency', operation.effect === 'once' ? CONCURRENCY.once : CONCURRENCY.usual),
			),
			batchSize: 'batch' in operation ? setting('batchSize', operation.batch.defaultSize) : undefined,
			continueOnFail: context.continueOnFail(),
		};
		return [toOutput(await runAccounts(operation, given, accounts))];
	} catch (error) {
		if (error instanceof ItemFailure) throw toNodeError(context.getNode(), error.failure, error.itemIndex);
		throw error;
	}
}
