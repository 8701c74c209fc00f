import type { Workflow, WorkflowNode } from '../../host';

const START = 'Start';

function node(name: string, type: string, typeVersion: number, parameters: Record<string, unknown>, more: Record<string, unknown> = {}): WorkflowNode {
	return { name, type, typeVersion, parameters, id: name, position: [0, 0], ...more };
}

function inARow(name: string, nodes: WorkflowNode[]): Workflow {
	const links = nodes.slice(1).map((next, at) => [nodes[at]?.name ?? '', { main: [[{ node: next.name, type: 'main', index: 0 }]] }]);
	return { name, nodes, connections: Object.fromEntries(links), settings: { executionOrder: 'v1' } };
}

/** The node that is measured has this name in every workflow. */
export const MEASURED = 'Measured';

/** So many items, each with its number, made without a Code node, which would start a task runner. */
function items(count: number): WorkflowNode[] {
	const value = `={{ Array.from({ length: ${count} }, (_, n) => ({ n })) }}`;
	return [
		node(START, 'n8n-nodes-base.manualTrigger', 1, {}),
		node('Numbers', 'n8n-nodes-base.set', 3.4, { assignments: { assignments: [{ id: 'n', name: 'items', type: 'array', value }] }, options: {} }),
		node('Items', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'items', options: {} }),
	];
}

export function validateWithOurNode(count: number, concurrency: number): Workflow {
	const measured = node(MEASURED, 'n8n-nodes-partner-apis.srsSips', 1, {
		resource: 'customer',
		operation: 'validate',
		customerCode: 'DEMO100',
		proof: 'integrationKey',
		integrationKey: 'RDG100',
		options: { concurrency },
	});
	return inARow(`Bench: validate ${count}, our node`, [...items(count), measured]);
}

export function validateWithHttpRequest(count: number, baseUrl: string): Workflow {
	const measured = node(MEASURED, 'n8n-nodes-base.httpRequest', 4.2, {
		url: `${baseUrl}/customers/validate/?accountNumber=DEMO100&integrationKey=RDG100`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'srsSipsApi',
		options: {},
	});
	return inARow(`Bench: validate ${count}, HTTP Request node`, [...items(count), measured]);
}

export function pricesWithOurNode(count: number): Workflow {
	const measured = node(MEASURED, 'n8n-nodes-partner-apis.srsSips', 1, {
		resource: 'product',
		operation: 'getPrices',
		customerCode: 'DEMO100',
		branchCode: 'SBDEN',
		jobAccountNumber: '43',
		productId: '6000',
		option: 'Black Shadow',
		quantity: '={{ $json.n + 1 }}',
		uom: 'BD',
		options: {},
	});
	return inARow(`Bench: ${count} prices, our node`, [...items(count), measured]);
}
