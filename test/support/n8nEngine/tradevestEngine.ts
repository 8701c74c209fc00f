import type { ICredentialDataDecryptedObject, ICredentialType, INodeType } from 'n8n-workflow';

import { TradevestApi } from '../../../credentials/TradevestApi.credentials';
import { Tradevest } from '../../../nodes/Tradevest/Tradevest.node';
import { TradevestTrigger } from '../../../nodes/Tradevest/TradevestTrigger.node';
import type { TradevestSandbox } from '../../../sandbox/tradevest';
import { demoCustomer } from '../../../sandbox/tradevest/data/people';
import { tradevest } from '../tokens/furtherPartners';
import type { HostedNode } from '../webhook/hookHost';
import { Engine } from './n8nEngine';
import { inNewProcess } from './newProcess';

type SandboxOfEngine = Pick<TradevestSandbox, 'url' | 'client' | 'control' | 'close'>;

/** The real node with the real credential type, pointed at a sandbox; the demo customer acts. @param changes of the credential */
export function tradevestEngine(sandbox: SandboxOfEngine, changes: ICredentialDataDecryptedObject = {}): Engine {
	return new Engine({ nodeType: new Tradevest(), credentialType: new TradevestApi(), credential: credentialFor(sandbox, changes) });
}

/** The same in a process that was just started. */
export function tradevestEngineOfNewProcess(sandbox: SandboxOfEngine): Engine {
	const setup = inNewProcess(() => {
		const node = jest.requireActual<{ Tradevest: new () => INodeType }>('../../../nodes/Tradevest/Tradevest.node');
		const credential = jest.requireActual<{ TradevestApi: new () => ICredentialType }>('../../../credentials/TradevestApi.credentials');
		return { nodeType: new node.Tradevest(), credentialType: new credential.TradevestApi() };
	});
	return new Engine({ ...setup, credential: credentialFor(sandbox, {}) });
}

function credentialFor(sandbox: SandboxOfEngine, changes: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
	return { ...tradevest.credentialData(sandbox), requestorId: demoCustomer.naturalPersonId, accessTokenCheck: '', ...changes };
}

/** The real trigger, for `HookHost`. */
export function tradevestTrigger(sandbox: SandboxOfEngine): HostedNode {
	return hosted(sandbox, { nodeType: new TradevestTrigger(), credentialType: new TradevestApi() });
}

/** The same in a process that was just started. */
export function tradevestTriggerOfNewProcess(sandbox: SandboxOfEngine): HostedNode {
	return hosted(
		sandbox,
		inNewProcess(() => {
			const node = jest.requireActual<{ TradevestTrigger: new () => INodeType }>('../../../nodes/Tradevest/TradevestTrigger.node');
			const credential = jest.requireActual<{ TradevestApi: new () => ICredentialType }>('../../../credentials/TradevestApi.credentials');
			return { nodeType: new node.TradevestTrigger(), credentialType: new credential.TradevestApi() };
		}),
	);
}

function hosted(sandbox: SandboxOfEngine, setup: { nodeType: INodeType; credentialType: ICredentialType }): HostedNode {
	return { nodeType: setup.nodeType, engine: new Engine({ ...setup, credential: credentialFor(sandbox, {}) }) };
}
