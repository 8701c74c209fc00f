import './n8nEngineHome';

import { ExecuteContext, RoutingNode } from 'n8n-core';
import { createEmptyRunExecutionData, Workflow, type ICredentialDataDecryptedObject, type ICredentialType, type INode, type INodeType } from 'n8n-workflow';

import { Engine } from './n8nEngine';

/**
 * Presses *Test* on a credential, as n8n does it for one that names a request: with a node of its own that sends this, and by
 * what that fails with (`packages/cli/src/services/credentials-tester.service.ts`, the same in 2.8 and 2.41).
 */
export async function testCredential(credentialType: ICredentialType, data: ICredentialDataDecryptedObject): Promise<{ status: 'OK' | 'Error'; message: string }> {
	const { name, test } = credentialType;
	if (!test) throw new Error(`${name} has no test`);
	const nodeType = {
		description: {
			displayName: 'No Operation', name: 'n8n-nodes-base.noOp', group: ['organization'], version: 1, description: 'Does nothing', defaults: {}, inputs: ['main'], outputs: ['main'],
			credentials: [{ name, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request: test.request }, default: '' }],
		},
	} as unknown as INodeType;
	const node: INode = { id: 'temp', name: 'Temp-Node', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [0, 0], parameters: {}, credentials: { [name]: { id: '1', name: 'Test' } } };
	const find = () => nodeType;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) } });
	const { additionalData } = new Engine({ nodeType, credentialType, credential: data }).hosted({ id: 'test', name: 'Temp-Node', webhookId: 'none', parameters: {}, staticData: {}, origin: 'http://127.0.0.1:5678' });
	const credentialsDecrypted = { id: '1', name: 'Test', type: name, data: { ...data } };
	const executeData = { node, data: {}, source: null };
	const context = new ExecuteContext(workflow, node, additionalData, 'internal', createEmptyRunExecutionData(), 0, [], { main: [[{ json: {} }]] }, executeData, []);
	try {
		await new RoutingNode(context, nodeType, credentialsDecrypted).runNode();
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		return { status: 'Error', message: messageOf(error as HostError) };
	}
}

/** What n8n makes of what a request failed with. */
type HostError = Error & { cause?: { response?: { status: number; statusText?: string }; code?: string } };

function messageOf({ message, cause }: HostError): string {
	if (cause?.response) return cause.response.statusText ?? `Received HTTP status code: ${cause.response.status}`;
	return cause?.code ?? message;
}
