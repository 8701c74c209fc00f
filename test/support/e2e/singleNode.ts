import { CREDENTIAL, type Scene } from '../../../demo/scene';
import { itemsOf, runsOf, type Execution, type Item } from '../../../host';
import { SHIP_TO } from '../orders/shipTo';

/** What one run of the node under test came to. */
export interface NodeOutcome {
	execution: Execution;
	items: Item[];
	/** The error that stopped the node, if one did. */
	error?: { message: string; description?: string };
}

/**
 * Runs our action node alone in the scene's n8n: a manual trigger, so many items, the node.
 *
 * @param settings of the node beside its parameters, such as `onError`
 */
export async function runSrsSips(
	scene: Scene,
	parameters: Record<string, unknown>,
	{ count = 1, credential = CREDENTIAL, settings = {} }: { count?: number; credential?: { id: string; name: string }; settings?: Record<string, unknown> } = {},
): Promise<NodeOutcome> {
	const value = `={{ Array.from({ length: ${count} }, (_, n) => ({ n })) }}`;
	const nodes = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'Numbers',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { assignments: { assignments: [{ id: 'n', name: 'items', type: 'array', value }] }, options: {} },
		},
		{ name: 'Items', type: 'n8n-nodes-base.splitOut', typeVersion: 1, parameters: { fieldToSplitOut: 'items', options: {} } },
		{
			name: 'Node',
			type: 'n8n-nodes-partner-apis.srsSips',
			typeVersion: 1,
			parameters,
			credentials: { srsSipsApi: { id: credential.id, name: credential.name } },
			...settings,
		},
	].map((node) => ({ ...node, id: node.name, position: [0, 0] }));
	const link = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	const { client } = scene.n8n;
	const { id } = await client.createWorkflow({
		name: `Single node ${parameters.operation as string}`,
		nodes,
		connections: { Start: link('Numbers'), Numbers: link('Items'), Items: link('Node') },
		settings: { executionOrder: 'v1' },
	});
	const execution = await client.waitForExecution({ executionId: await client.run(id) });
	return { execution, items: itemsOf(execution, 'Node'), error: runsOf(execution, 'Node')[0]?.error };
}

/** A complete order of one line for DEMO100 at its home branch. */
export function orderParameters(changes: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		resource: 'order',
		operation: 'submit',
		customerCode: 'DEMO100',
		branchCode: 'SBDEN',
		jobAccountNumber: '43',
		poNumber: 'E2E-1',
		lineSource: 'json',
		linesJson: [
			{ productId: 6000, productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', quantity: 12, uom: 'BD', customerItem: 'SH-1' },
		],
		expectedDeliveryDate: '2099-03-05',
		...SHIP_TO,
		options: {},
		...changes,
	};
}
