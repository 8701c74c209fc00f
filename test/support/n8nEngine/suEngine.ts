import type { ICredentialDataDecryptedObject, ICredentialType, IExecuteFunctions, INodeType } from 'n8n-workflow';

import { SuApi } from '../../../credentials/SuApi.credentials';
import { Su } from '../../../nodes/Su/Su.node';
import type { SuSandbox } from '../../../sandbox/su';
import { su } from '../tokens/furtherPartners';
import { Engine } from './n8nEngine';
import { inNewProcess } from './newProcess';
import { otherNode } from './otherNode';

type SandboxOfEngine = Pick<SuSandbox, 'url' | 'client' | 'control' | 'close'>;

/**
 * The real node with the real credential type, pointed at a sandbox.
 *
 * @param changes of the credential
 * @param execute what a node of somebody else does with the credential, in the place of ours
 */
export function suEngine(
	sandbox: SandboxOfEngine,
	changes: ICredentialDataDecryptedObject = {},
	execute?: (this: IExecuteFunctions) => Promise<unknown>,
): Engine {
	return new Engine({ nodeType: execute ? otherNode(new Su(), execute) : new Su(), credentialType: new SuApi(), credential: credentialFor(sandbox, changes) });
}

/** The same in a process that was just started. */
export function suEngineOfNewProcess(sandbox: SandboxOfEngine): Engine {
	const setup = inNewProcess(() => {
		const node = jest.requireActual<{ Su: new () => INodeType }>('../../../nodes/Su/Su.node');
		const credential = jest.requireActual<{ SuApi: new () => ICredentialType }>('../../../credentials/SuApi.credentials');
		return { nodeType: new node.Su(), credentialType: new credential.SuApi() };
	});
	return new Engine({ ...setup, credential: credentialFor(sandbox, {}) });
}

function credentialFor(sandbox: SandboxOfEngine, changes: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
	return { ...su.credentialData(sandbox), accessTokenCheck: '', ...changes };
}
