import { itemsOf, runsOf, type Execution, type Item, type N8nInstance, type Workflow, type WorkflowNode } from '../../../host';
import type { OrdinaryCall, PartnerSandbox, PartnerUnderTest } from './partnerUnderTest';

/** A little less than a test has: a token call that hangs takes half a minute, and on a busy machine all takes longer. */
const LONGEST_RUN_MS = 110_000;

/** A stored credential. */
export interface CredentialRef {
	readonly id: string;
	readonly name: string;
}

/** What one run of the node under test came to. */
export interface Outcome {
	readonly execution: Execution;
	readonly items: Item[];
	/** The error that stopped the node, if one did. */
	readonly error?: { message: string; description?: string };
}

/** A node that sends one request for each item, in the form that a workflow has it. */
export type NodeUnderTest = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

/** Our action node. */
export function actionNode({ actionNode: node, credentialType }: PartnerUnderTest, credential: CredentialRef): NodeUnderTest {
	if (!node) throw new Error(`There is no action node for ${credentialType}.`);
	return { ...node, typeVersion: 1, credentials: { [credentialType]: credential } };
}

/** The stock HTTP Request node with the same credential. It sends the requests of all items at once. */
export function httpRequestNode(partner: PartnerUnderTest, credential: CredentialRef, to: Pick<PartnerSandbox, 'url'>, call: OrdinaryCall): NodeUnderTest {
	const body = call.body && { sendBody: true, contentType: 'json', specifyBody: 'json', jsonBody: JSON.stringify(call.body) };
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: call.body ? 'POST' : 'GET',
			url: `${to.url}${call.path}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: partner.credentialType,
			...body,
			options: {},
		},
		credentials: { [partner.credentialType]: credential },
	};
}

/** Start, so many items, the node. An item that fails becomes an item that says so, and the others go on. */
export function workflowOf(name: string, start: WorkflowNode, node: NodeUnderTest, count: number): Workflow {
	return workflowOfAll(name, start, [node], count);
}

/** The same with several nodes, each of which gets all the items. */
function workflowOfAll(name: string, start: WorkflowNode, tested: readonly NodeUnderTest[], count: number): Workflow {
	const value = `={{ Array.from({ length: ${count} }, (_, n) => ({ n })) }}`;
	const nodes: WorkflowNode[] = [
		start,
		{
			name: 'Numbers',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { assignments: { assignments: [{ id: 'n', name: 'items', type: 'array', value }] }, options: {} },
		},
		{ name: 'Items', type: 'n8n-nodes-base.splitOut', typeVersion: 1, parameters: { fieldToSplitOut: 'items', options: {} } },
		...tested.map((node, at) => ({ ...node, name: nameOf(at), onError: 'continueRegularOutput' })),
	];
	const link = (...to: string[]) => ({ main: [to.map((node) => ({ node, type: 'main', index: 0 }))] });
	return {
		name,
		nodes: nodes.map((one) => ({ ...one, id: one.name, position: [0, 0] })),
		connections: { [start.name]: link('Numbers'), Numbers: link('Items'), Items: link(...tested.map((_node, at) => nameOf(at))) },
		settings: { executionOrder: 'v1' },
	};
}

function nameOf(at: number): string {
	return `Node ${at + 1}`;
}

/** Runs the node in n8n with so many items. */
export async function runItems(n8n: Pick<N8nInstance, 'client'>, node: NodeUnderTest, count: number): Promise<Outcome> {
	return outcomeOf(await runAll(n8n, [node], count));
}

/** Runs several nodes in one execution, one after the other, each with so many items. */
export async function runNodes(n8n: Pick<N8nInstance, 'client'>, nodes: readonly NodeUnderTest[], count: number): Promise<Outcome[]> {
	const execution = await runAll(n8n, nodes, count);
	return nodes.map((_node, at) => outcomeOf(execution, at));
}

async function runAll({ client }: Pick<N8nInstance, 'client'>, nodes: readonly NodeUnderTest[], count: number): Promise<Execution> {
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const { id } = await client.createWorkflow(workflowOfAll('Many items', start, nodes, count));
	return await client.waitForExecution({ executionId: await client.run(id) }, LONGEST_RUN_MS);
}

/** What became of the only node under test, or of the one at that place. */
export function outcomeOf(execution: Execution, at = 0): Outcome {
	return { execution, items: itemsOf(execution, nameOf(at)), error: runsOf(execution, nameOf(at))[0]?.error };
}

/** Items that came to nothing: what they say, as one text each. The two nodes word it differently. */
export function failuresIn({ items }: Pick<Outcome, 'items'>): string[] {
	return items.filter(({ json }) => json.error !== undefined).map(({ json }) => JSON.stringify(json));
}
