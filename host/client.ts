import { setTimeout as sleep } from 'node:timers/promises';

import { decodeExecutionData, isFinished, type Execution, type ExecutionSummary } from './executions';
import type { Owner } from './owner';
import { RestError, RestSession } from './rest';

const POLL_MS = 100;
/** n8n 2.41 publishes one workflow after another: 25 at once, on a busy machine that has just started it, were not through in 15 seconds. */
const PUBLISH_TIMEOUT_MS = 60_000;
const EXECUTION_TIMEOUT_MS = 60_000;

/** A credential to store. */
export interface NewCredential {
	readonly name: string;
	readonly type: string;
	readonly data: Record<string, unknown>;
}

/** A stored credential; secret fields in `data` are blanked by n8n. */
export interface Credential {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly data?: Record<string, unknown>;
}

/** One node of a workflow. */
export interface WorkflowNode {
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly parameters: Record<string, unknown>;
	readonly [field: string]: unknown;
}

/** A workflow as a file or the editor has it. */
export interface Workflow {
	readonly id?: string;
	readonly name: string;
	readonly nodes: readonly WorkflowNode[];
	readonly connections: Record<string, unknown>;
	readonly settings?: Record<string, unknown>;
	readonly [field: string]: unknown;
}

/** A workflow n8n has stored. */
export interface StoredWorkflow extends Workflow {
	readonly id: string;
	readonly versionId: string;
	readonly active: boolean;
}

/** Which execution to wait for: a known one, or the first of a workflow that is newer than `afterId`. */
export type ExecutionQuery =
	| { readonly executionId: string }
	| { readonly workflowId: string; readonly afterId?: string };

/** Drives a running n8n through the interface its editor uses, signed in as the owner. */
export class N8nClient {
	private readonly rest: RestSession;

	constructor(
		url: string,
		/** Who it signs in as; for printing where a person is to sign in too. */
		readonly owner: Owner,
	) {
		this.rest = new RestSession(url, owner);
	}

	/** Makes the owner if the instance is new, and signs in. `startN8n` has done so. */
	async signIn(): Promise<void> {
		await this.rest.signIn();
	}

	async createCredential(credential: NewCredential): Promise<Credential> {
		return (await this.rest.call('POST', '/rest/credentials', credential)) as Credential;
	}

	/** Replaces the whole credential, as saving in the editor does. */
	async updateCredential(id: string, credential: NewCredential): Promise<Credential> {
		return (await this.rest.call('PATCH', `/rest/credentials/${id}`, credential)) as Credential;
	}

	async getCredential(id: string): Promise<Credential> {
		return (await this.rest.call('GET', `/rest/credentials/${id}`, undefined, { includeData: true })) as Credential;
	}

	async deleteCredential(id: string): Promise<void> {
		await this.rest.call('DELETE', `/rest/credentials/${id}`);
	}

	/** What the button *Test* says. With data it tests that data, without it what is stored. */
	async testCredential(id: string, data?: Record<string, unknown>): Promise<{ status: 'OK' | 'Error'; message: string }> {
		const { name, type, data: stored } = await this.getCredential(id);
		const credentials = { id, name, type, data: data ?? stored };
		const result = await this.rest.call('POST', '/rest/credentials/test', { credentials });
		return result as { status: 'OK' | 'Error'; message: string };
	}

	async createWorkflow(workflow: Workflow): Promise<StoredWorkflow> {
		return (await this.rest.call('POST', '/rest/workflows', { settings: {}, ...workflow })) as StoredWorkflow;
	}

	async getWorkflow(id: string): Promise<StoredWorkflow> {
		return (await this.rest.call('GET', `/rest/workflows/${id}`)) as StoredWorkflow;
	}

	/** Publishes the stored version, and waits until its triggers listen. */
	async publish(id: string): Promise<void> {
		const { versionId } = await this.getWorkflow(id);
		await this.rest.call('POST', `/rest/workflows/${id}/activate`, { versionId });
		await this.waitForPublication(id, 'published');
	}

	/** Takes a workflow off, and waits until its triggers are gone. */
	async deactivate(id: string): Promise<void> {
		await this.rest.call('POST', `/rest/workflows/${id}/deactivate`, {});
		await this.waitForPublication(id, 'not_published');
	}

	/** Starts a workflow from its trigger (the first one, if not named) and returns the id of the execution. */
	async run(id: string, trigger?: string): Promise<string> {
		const workflowData = await this.getWorkflow(id);
		const name = trigger ?? workflowData.nodes.find(({ type }) => /trigger$/i.test(type))?.name;
		if (!name) throw new Error(`Workflow "${workflowData.name}" has no trigger to start from.`);
		const body = { workflowData, triggerToStartFrom: { name } };
		const result = await this.rest.call('POST', `/rest/workflows/${id}/run`, body);
		const { executionId } = result as { executionId?: string };
		if (!executionId) throw new Error(`"${name}" waits for a call; publish the workflow and call its webhook instead.`);
		return executionId;
	}

	/** Newest first. */
	async listExecutions(workflowId: string, limit = 100): Promise<ExecutionSummary[]> {
		const params = { filter: JSON.stringify({ workflowId }), limit };
		const { results } = (await this.rest.call('GET', '/rest/executions', undefined, params)) as {
			results: ExecutionSummary[];
		};
		return results;
	}

	/** One execution, its data decoded. */
	async getExecution(id: string): Promise<Execution> {
		const { data, ...summary } = (await this.rest.call('GET', `/rest/executions/${id}`)) as ExecutionSummary & {
			data: unknown;
		};
		return { ...summary, data: decodeExecutionData(data) };
	}

	/** The id to hand to `waitForExecution` before something is started that should be waited for. */
	async lastExecutionId(workflowId: string): Promise<string | undefined> {
		return (await this.listExecutions(workflowId, 1))[0]?.id;
	}

	/** Waits for an execution to end, well or not. */
	async waitForExecution(query: ExecutionQuery, timeoutMs = EXECUTION_TIMEOUT_MS): Promise<Execution> {
		const deadline = Date.now() + timeoutMs;
		let seen = 'none began';
		while (Date.now() < deadline) {
			const summary = await this.find(query);
			if (summary && isFinished(summary)) return await this.getExecution(summary.id);
			if (summary) seen = `execution ${summary.id} is "${summary.status}"`;
			await sleep(POLL_MS);
		}
		throw new Error(`No execution ended within ${timeoutMs / 1000} s for ${JSON.stringify(query)}: ${seen}.`);
	}

	/** The names of all node types n8n knows, `<package>.<node>`. */
	async nodeTypes(): Promise<string[]> {
		const types = (await this.rest.call('GET', '/types/nodes.json')) as Array<{ name: string }>;
		return [...new Set(types.map(({ name }) => name))];
	}

	/** The packages listed under *Community nodes*. */
	async communityPackages(): Promise<Array<{ packageName: string; installedVersion: string }>> {
		const packages = await this.rest.call('GET', '/rest/community-packages');
		return packages as Array<{ packageName: string; installedVersion: string }>;
	}

	/** Any other call of n8n's REST interface. */
	async call(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
		return await this.rest.call(method, path, body);
	}

	private async find(query: ExecutionQuery): Promise<ExecutionSummary | undefined> {
		if ('executionId' in query) {
			// Not `getExecution`: n8n 2.41 sends no data for one that has only just begun.
			return (await this.rest.call('GET', `/rest/executions/${query.executionId}`)) as ExecutionSummary;
		}
		const { workflowId, afterId = '0' } = query;
		const executions = await this.listExecutions(workflowId);
		return executions.filter(({ id }) => Number(id) > Number(afterId)).at(-1);
	}

	/**
	 * n8n 2.41 publishes in the background: the call returns before the webhooks listen. n8n 2.8 has published when
	 * the call returns, and no such page.
	 */
	private async waitForPublication(id: string, wanted: 'published' | 'not_published'): Promise<void> {
		const deadline = Date.now() + PUBLISH_TIMEOUT_MS;
		let status = 'unknown';
		while (Date.now() < deadline) {
			try {
				const answer = await this.rest.call('GET', `/rest/workflows/${id}/publication-status`);
				({ status } = answer as { status: string });
			} catch (error) {
				if (error instanceof RestError && error.status === 404) return;
				throw error;
			}
			if (status === wanted) return;
			if (status === 'failed' || status === 'partial') break;
			await sleep(POLL_MS);
		}
		throw new Error(`Workflow ${id} should be "${wanted}" but is "${status}".`);
	}
}
