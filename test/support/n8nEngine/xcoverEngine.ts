import type { ICredentialDataDecryptedObject, ICredentialType, INodeType } from 'n8n-workflow';

import { XCoverElementsApi } from '../../../credentials/XCoverElementsApi.credentials';
import { XCoverSignatureApi } from '../../../credentials/XCoverSignatureApi.credentials';
import type { Family } from '../../../nodes/XCoverElements/shared/family';
import { XCoverElements } from '../../../nodes/XCoverElements/XCoverElements.node';
import type { XCoverElementsSandbox } from '../../../sandbox/xCoverElements';
import { xcoverCredentialData } from '../tokens/xcoverCredentials';
import { Engine } from './n8nEngine';
import { inNewProcess } from './newProcess';

type SandboxOfEngine = Pick<XCoverElementsSandbox, 'url' | 'signedUrl' | 'client' | 'signer' | 'control' | 'close'>;

/** The real node with the real credential type of one kind of access, pointed at a sandbox. @param changes of the credential */
export function xcoverEngine(sandbox: SandboxOfEngine, family: Family, changes: ICredentialDataDecryptedObject = {}): Engine {
	const credentialType = family === 'elements' ? new XCoverElementsApi() : new XCoverSignatureApi();
	return new Engine({ nodeType: new XCoverElements(), credentialType, credential: { ...credentialFor(sandbox, family), ...changes } });
}

/** The same in a process that was just started. */
export function xcoverEngineOfNewProcess(sandbox: SandboxOfEngine, family: Family): Engine {
	const setup = inNewProcess(() => {
		const node = jest.requireActual<{ XCoverElements: new () => INodeType }>('../../../nodes/XCoverElements/XCoverElements.node');
		const elements = jest.requireActual<{ XCoverElementsApi: new () => ICredentialType }>('../../../credentials/XCoverElementsApi.credentials');
		const signature = jest.requireActual<{ XCoverSignatureApi: new () => ICredentialType }>('../../../credentials/XCoverSignatureApi.credentials');
		return { nodeType: new node.XCoverElements(), credentialType: family === 'elements' ? new elements.XCoverElementsApi() : new signature.XCoverSignatureApi() };
	});
	return new Engine({ ...setup, credential: credentialFor(sandbox, family) });
}

function credentialFor(sandbox: SandboxOfEngine, family: Family): ICredentialDataDecryptedObject {
	return { ...xcoverCredentialData(sandbox, family), accessTokenCheck: '' };
}
