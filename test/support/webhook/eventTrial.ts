import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import { itemsOf, type ExecutionSummary, type N8nClient, type WorkflowNode } from '../../../host';

/** An n8n that takes events by a webhook: one process, or several in queue mode. */
export interface EventTaker {
	readonly client: N8nClient;
	readonly webhookBase: string;
}

/** n8n's answer to one call. */
export interface HookAnswer {
	readonly status: number;
	readonly data: unknown;
}

/** A trigger of n8n's own that takes calls. */
export interface OtherTrigger {
	readonly type: string;
	readonly typeVersion: number;
	readonly parameters: Readonly<Record<string, unknown>>;
	/** What follows on its webhook ID in its address, by its description. Without one it has a parameter `path`, as the Webhook node. */
	readonly path?: string;
}

/** What may differ from one trial to the next. */
export interface TrialOptions {
	/** Of the trigger, as the panel has them. */
	readonly parameters?: Record<string, unknown>;
	/** Of the trigger, by type: the id of each. */
	readonly credentials?: Record<string, string>;
	/** Another trigger in the place of ours. */
	readonly other?: OtherTrigger;
	/** Nodes behind the trigger, one after the other. */
	readonly nodes?: ReadonlyArray<Pick<WorkflowNode, 'name' | 'type' | 'typeVersion' | 'parameters'>>;
}

const TRIGGER = 'SRS Event';
const OURS: OtherTrigger = { type: 'n8n-nodes-partner-apis.srsSipsTrigger', typeVersion: 1, parameters: {}, path: 'srs-sips' };

/** A published workflow that begins with our trigger, and all that is asked of it. */
export class EventTrial {
	private constructor(
		private readonly n8n: EventTaker,
		readonly workflowId: string,
		/** Below `/webhook` and `/webhook-test`. */
		readonly path: string,
	) {}

	static async begin(n8n: EventTaker, options: TrialOptions = {}): Promise<EventTrial> {
		const trial = await EventTrial.draft(n8n, options);
		await n8n.client.publish(trial.workflowId);
		return trial;
	}

	/** The same, not published yet. */
	static async draft(n8n: EventTaker, { parameters = {}, credentials = {}, other = OURS, nodes = [] }: TrialOptions = {}): Promise<EventTrial> {
		const webhookId = randomUUID();
		const { type, typeVersion, parameters: fixed, path: ending } = other;
		const path = ending === undefined ? webhookId : `${webhookId}/${ending}`;
		const trigger = {
			name: TRIGGER,
			type,
			typeVersion,
			parameters: { ...fixed, ...(ending === undefined ? { path } : {}), ...parameters },
			webhookId,
			credentials: Object.fromEntries(Object.entries(credentials).map(([type, id]) => [type, { id, name: type }])),
		};
		const all = [trigger, ...nodes].map((node, at) => ({ ...node, id: node.name, position: [at * 220, 0] }));
		const links = all.slice(1).map(({ name }, at) => [all[at]?.name, { main: [[{ node: name, type: 'main', index: 0 }]] }]);
		const { id } = await n8n.client.createWorkflow({
			name: `Events ${webhookId}`,
			nodes: all,
			connections: Object.fromEntries(links) as Record<string, unknown>,
			settings: { executionOrder: 'v1' },
		});
		return new EventTrial(n8n, id, path);
	}

	get url(): string {
		return `${this.n8n.webhookBase}/${this.path}`;
	}

	get testUrl(): string {
		return `${this.n8n.webhookBase}-test/${this.path}`;
	}

	/** Sends an event, or bytes as they are. */
	async send(body: unknown, { url = this.url, headers = {} }: { url?: string; headers?: Record<string, string> } = {}): Promise<HookAnswer> {
		const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
		return await axios.post<unknown>(url, isRaw ? body : JSON.stringify(body), {
			headers: { 'Content-Type': 'application/json', ...headers },
			validateStatus: () => true,
			transformRequest: (data: unknown) => data,
			maxBodyLength: Infinity,
			timeout: 60_000,
		});
	}

	/** Newest first, at most 100. */
	async executions(): Promise<ExecutionSummary[]> {
		return await this.n8n.client.listExecutions(this.workflowId);
	}

	/** The number of executions, once it no longer changes: n8n answers before it has written down the end. */
	async started(): Promise<number> {
		for (let before = -1, quiet = 0; ; ) {
			const filter = encodeURIComponent(JSON.stringify({ workflowId: this.workflowId }));
			const { count } = (await this.n8n.client.call('GET', `/rest/executions?limit=1&filter=${filter}`)) as { count: number };
			quiet = count === before ? quiet + 1 : 0;
			if (quiet === 3) return count;
			before = count;
			await sleep(150);
		}
	}

	/** What the trigger put out, oldest execution first. @param count executions to wait for */
	async items(count: number): Promise<Array<Record<string, unknown>>> {
		const deadline = Date.now() + 20_000;
		for (;;) {
			const ended = (await this.executions()).filter(({ status }) => ['success', 'error', 'crashed'].includes(status));
			if (ended.length >= count) {
				const all = await Promise.all(ended.map(async ({ id }) => await this.n8n.client.getExecution(id)));
				return all.reverse().flatMap((execution) => itemsOf(execution, TRIGGER).map(({ json }) => json));
			}
			if (Date.now() > deadline) throw new Error(`${ended.length} executions ended in time, not ${count}.`);
			await sleep(200);
		}
	}

	/** Presses the button that stops listening. */
	async stopListening(): Promise<void> {
		await this.n8n.client.call('DELETE', `/rest/test-webhook/${this.workflowId}`);
	}

	/** Presses the button that listens for a test event. */
	async listen(): Promise<void> {
		const workflowData = await this.n8n.client.getWorkflow(this.workflowId);
		await this.n8n.client.call('POST', `/rest/workflows/${this.workflowId}/run`, { workflowData, triggerToStartFrom: { name: TRIGGER } });
	}
}
