import * as host from 'n8n-workflow';
import type { INode, INodeParameters, INodeType, INodeTypes, IWebhookDescription } from 'n8n-workflow';

import { SrsSipsTrigger } from '../../../nodes/SrsSips/SrsSipsTrigger.node';

/** What n8n works out at each call from the description of the webhook. */

/** What n8n 2.41 decides by whether it needs its expression engine. Older ones always evaluate. */
type Resolve = (node: INode, description: IWebhookDescription, field: string) => { resolved: boolean; value?: unknown };
const { resolveWebhookDescriptionField } = host as { resolveWebhookDescriptionField?: Resolve };

const type: INodeType = new SrsSipsTrigger();
const [description] = type.description.webhooks ?? [];
const expressions = Object.entries(description ?? {}).flatMap(([field, value]) => (typeof value === 'string' && value.startsWith('=') ? [field] : []));

/** The workflow as n8n has it at a call: with the panel's defaults filled in. */
function called(parameters: INodeParameters): { workflow: host.Workflow; node: INode } {
	const stored: INode = { id: 'trigger', name: 'Trigger', type: 'srsSipsTrigger', typeVersion: 1, position: [0, 0], parameters };
	const nodeTypes: INodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const workflow = new host.Workflow({ id: 'workflow', nodes: [stored], connections: {}, active: true, nodeTypes });
	return { workflow, node: workflow.getNode('Trigger') ?? stored };
}

function evaluated(parameters: INodeParameters, field: string): unknown {
	const { workflow, node } = called(parameters);
	return workflow.expression.getComplexParameterValue(node, description?.[field] as string, 'webhook', {});
}

/** By the function that n8n finds in the description. */
function resolved(parameters: INodeParameters, field: string): unknown {
	const { node } = called(parameters);
	if (resolveWebhookDescriptionField) {
		const answer = resolveWebhookDescriptionField(node, description!, field);
		return answer.resolved ? answer.value : 'not resolved';
	}
	const fields = Reflect.get(description!, Symbol.for('n8n.webhookDescriptionResolvers')) as Record<string, { resolve(all: INodeParameters): unknown }>;
	return fields[field]?.resolve(node.parameters);
}

describe('the description of the webhook', () => {
	it('has expressions for when n8n answers, and with what, and for nothing else', () => {
		expect(expressions.sort()).toEqual(['responseData', 'responseMode']);
	});

	it.each([
		['nothing chosen', {}, 'onReceived', undefined],
		['Immediately', { responseMode: 'onReceived' }, 'onReceived', undefined],
		['When the Workflow Has Finished', { responseMode: 'lastNode' }, 'lastNode', 'noData'],
	])('says the same by expressions and by functions, with %s', (_what, parameters, responseMode, responseData) => {
		for (const read of [evaluated, resolved]) {
			expect([read(parameters, 'responseMode'), read(parameters, 'responseData')]).toEqual([responseMode, responseData]);
		}
	});

	it('leaves it to the expressions where an expression makes the choice', () => {
		const parameters = { responseMode: '={{ ["last", "Node"].join("") }}' };
		expect([evaluated(parameters, 'responseMode'), evaluated(parameters, 'responseData')]).toEqual(['lastNode', 'noData']);
		const answer = resolveWebhookDescriptionField?.(called(parameters).node, description!, 'responseMode');
		expect(answer ?? { resolved: false }).toEqual({ resolved: false });
	});
});
