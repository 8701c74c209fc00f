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

/** One operation of our node, for so many items. */
export function withOurNode(title: string, count: number, parameters: Record<string, unknown>): Workflow {
	const measured = node(MEASURED, 'n8n-nodes-partner-apis.srsSips', 1, { options: {}, ...parameters });
	return inARow(`Bench: ${title}, our node`, [...items(count), measured]);
}

/** The stock HTTP Request node with the same credential, for so many items. It sends all its requests at once. */
export function withHttpRequest(title: string, count: number, url: string, jsonBody?: string): Workflow {
	const measured = node(MEASURED, 'n8n-nodes-base.httpRequest', 4.2, {
		...(jsonBody === undefined ? {} : { method: 'POST', sendBody: true, contentType: 'json', specifyBody: 'json', jsonBody }),
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'srsSipsApi',
		options: {},
	});
	return inARow(`Bench: ${title}, HTTP Request node`, [...items(count), measured]);
}
