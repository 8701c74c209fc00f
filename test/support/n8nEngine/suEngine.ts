import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';

import { SuApi } from '../../../credentials/SuApi.credentials';
import { Su } from '../../../nodes/Su/Su.node';
import type { SuSandbox } from '../../../sandbox/su';
import { su } from '../tokens/furtherPartners';
import { Engine } from './n8nEngine';
import { otherNode } from './otherNode';

/**
 * The real node with the real credential type, pointed at a sandbox.
 *
 * @param changes of the credential
 * @param execute what a node of somebody else does with the credential, in the place of ours
 */
export function suEngine(
	sandbox: Pick<SuSandbox, 'url' | 'client' | 'control' | 'close'>,
	changes: ICredentialDataDecryptedObject = {},
	execute?: (this: IExecuteFunctions) => Promise<unknown>,
): Engine {
	const credential = { ...su.credentialData(sandbox), accessTokenCheck: '', ...changes };
	return new Engine({ nodeType: execute ? otherNode(new Su(), execute) : new Su(), credentialType: new SuApi(), credential });
}
