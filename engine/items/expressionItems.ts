import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isToolRun } from './toolFailure';

/** What of n8n's execution context tells whose data `$json` is. */
export type ItemsContext = Pick<IExecuteFunctions, 'getNode' | 'getInputData' | 'getWorkflowDataProxy'> & Partial<Pick<IExecuteFunctions, 'isToolExecution'>>;

/**
 * The items whose data n8n's expressions call `$json`.
 *
 * @returns undefined where they are not, or may not be, the node's input: n8n fills in the fields of a tool, say. Then n8n has to be asked
 */
export function expressionItems(context: ItemsContext): readonly INodeExecutionData[] | undefined {
	if (isToolRun(context)) return undefined;
	const items = context.getInputData();
	const isInput = (index: number): boolean => context.getWorkflowDataProxy(index).$json === items[index]?.json;
	try {
		return isInput(0) && isInput(items.length - 1) ? items : undefined;
	} catch {
		// n8n throws where expressions find no data. What that comes to, it tells best itself.
		return undefined;
	}
}
