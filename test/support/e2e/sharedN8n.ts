import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { CREDENTIAL, furnish, sipsCredentialData, type Scene } from '../../../demo/scene';
import type { N8nInstance, StoredWorkflow } from '../../../host';
import { atUnusedAddress } from '../partner/unusedAddress';
import type { OfWorker } from './environment';
import { ofWorker } from './ofWorker';

/**
 * The started n8n that files of end-to-end tests share (`test/e2e/plan.ts` says which). Whoever uses it makes workflows and credentials
 * of its own, starts partners by `atUnusedAddress`, neither stops nor restarts it, and at its end calls `leaveSharedN8n`.
 */
export async function sharedN8n(): Promise<N8nInstance> {
	const n8n = await here().n8n();
	// What a file has left that could not be run to its end.
	await leaveSharedN8n();
	return n8n;
}

/** The only folder in which the shared n8n reads and writes files. */
export function sharedFilesFolder(): string {
	return here().filesFolder;
}

/** Takes off and removes all workflows, so that their webhooks and schedules do not meet those of the next file. */
export async function leaveSharedN8n(): Promise<void> {
	const { client } = await here().n8n();
	const workflows = (await client.call('GET', '/rest/workflows')) as StoredWorkflow[];
	for (const { id, active } of workflows) {
		if (active) await client.deactivate(id);
		await client.call('POST', `/rest/workflows/${id}/archive`);
		await client.call('DELETE', `/rest/workflows/${id}`);
	}
}

/** The scene of `demo/scene.ts` in the shared n8n: its own partner, the credential for it, and the two example workflows anew. */
export async function sharedScene({ eventDelayMs }: { eventDelayMs: number }): Promise<Scene> {
	const n8n = await sharedN8n();
	const sandbox = await atUnusedAddress(async () => await startSrsSipsSandbox({ eventDelayMs }));
	const { name, type } = CREDENTIAL;
	return await furnish(n8n, sandbox, {
		credential: async () => void (await n8n.client.updateCredential(CREDENTIAL.id, { name, type, data: sipsCredentialData(sandbox) })),
		workflow: async (workflow) => (await n8n.client.createWorkflow(workflow)).id,
		close: async () => await leave(sandbox),
	});
}

async function leave(sandbox: SrsSipsSandbox): Promise<void> {
	await leaveSharedN8n();
	await sandbox.close();
}

function here(): OfWorker {
	const found = ofWorker();
	if (!found) throw new Error('Only end-to-end tests share an n8n.');
	return found;
}
