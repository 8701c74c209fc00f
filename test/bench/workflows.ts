import type { Workflow, WorkflowNode } from '../../host';

const START = 'Start';

/** The node that is measured has this name in every workflow. */
export const MEASURED = 'Measured';

/** What the measured node is given. */
export interface Items {
	readonly count: number;
	/** JavaScript for the members of item number `n`, from 0: `n, customer: "EXTRA" + n`. */
	readonly members?: string;
}

/** A request of the HTTP Request node, in its fields. */
export interface StockRequest {
	readonly url: string;
	/** Without one it is a GET. */
	readonly jsonBody?: string;
}

/** One operation of our node, for so many items. */
export function withOurNode(title: string, items: Items, parameters: Record<string, unknown>): Workflow {
	const measured = node(MEASURED, 'n8n-nodes-partner-apis.srsSips', 1, { options: {}, ...parameters });
	return inARow(`Bench: ${title}, our node`, [...makes(items), measured]);
}

/** The stock HTTP Request node with the same credential, for so many items. It sends all its requests at once. */
export function withHttpRequest(title: string, items: Items, { url, jsonBody }: StockRequest): Workflow {
	const measured = node(MEASURED, 'n8n-nodes-base.httpRequest', 4.2, {
		...(jsonBody === undefined ? {} : { method: 'POST', sendBody: true, contentType: 'json', specifyBody: 'json', jsonBody }),
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'srsSipsApi',
		options: {},
	});
	return inARow(`Bench: ${title}, HTTP Request node`, [...makes(items), measured]);
}

/** The items, made without a Code node, which would start a task runner. */
function makes({ count, members = 'n' }: Items): WorkflowNode[] {
	const value = `={{ Array.from({ length: ${count} }, (_, n) => ({ ${members} })) }}`;
	return [
		node(START, 'n8n-nodes-base.manualTrigger', 1, {}),
		node('Lines', 'n8n-nodes-base.set', 3.4, { assignments: { assignments: [{ id: 'items', name: 'items', type: 'array', value }] }, options: {} }),
		node('Items', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'items', options: {} }),
	];
}

function node(name: string, type: string, typeVersion: number, parameters: Record<string, unknown>): WorkflowNode {
	return { name, type, typeVersion, parameters, id: name, position: [0, 0] };
}

function inARow(name: string, nodes: WorkflowNode[]): Workflow {
	const links = nodes.slice(1).map((next, at) => [nodes[at]?.name ?? '', { main: [[{ node: next.name, type: 'main', index: 0 }]] }]);
	return { name, nodes, connections: Object.fromEntries(links), settings: { executionOrder: 'v1' } };
}
