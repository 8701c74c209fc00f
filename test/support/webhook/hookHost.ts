import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { HookContext, TriggerContext, WebhookContext, WorkflowExecute } from 'n8n-core';
import type { IDataObject, INodeExecutionData, INodeParameters, INodeType, IRun, IWebhookData, Logger, WorkflowActivateMode, WorkflowExecuteMode } from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';

import type { Engine } from '../n8nEngine/n8nEngine';

/** A trigger that registers itself, and what runs it. */
export interface HostedNode {
	readonly engine: Engine;
	readonly nodeType: INodeType;
}

type Method = 'checkExists' | 'create' | 'delete';
type Kind = 'webhook' | 'webhook-test';

/**
 * The part of n8n that publishes workflows, listens for tests and takes calls, on n8n's own contexts: in the order of n8n 2.8 and 2.41
 * (active-workflow-manager, webhook.service, test-webhooks, live-webhooks), with a database that keeps static data as JSON.
 */
export class HookHost {
	private readonly server: Server;
	private readonly workflows: HostedWorkflow[] = [];
	/** Counts processes: what an earlier one still does is of no account. */
	life = 0;
	/** Where it is reached. Another one is as after a change of WEBHOOK_URL. */
	origin = '';

	private constructor(public node: HostedNode) {
		this.server = createServer((request, response) => void this.take(request, response));
	}

	static async open(node: HostedNode): Promise<HookHost> {
		const host = new HookHost(node);
		await new Promise<void>((resolve) => host.server.listen(0, '127.0.0.1', resolve));
		host.origin = `http://127.0.0.1:${(host.server.address() as AddressInfo).port}`;
		return host;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** A workflow that is not published yet. */
	workflow(parameters: INodeParameters): HostedWorkflow {
		const workflow = new HostedWorkflow(this, parameters);
		this.workflows.push(workflow);
		return workflow;
	}

	/** n8n is killed, and starts again: nothing is left but what its database has. @param node as a new process has loaded it */
	async restart(node: HostedNode): Promise<void> {
		this.node = node;
		this.life += 1;
		for (const workflow of this.workflows) await workflow.afterRestart();
	}

	private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const [, kind, id] = /^\/(webhook|webhook-test)\/([^/]+)\//.exec(request.url ?? '') ?? [];
		const workflow = this.workflows.find(({ webhookId }) => webhookId === id);
		const taken = workflow && (await workflow.take(kind as Kind, request, response));
		if (taken !== true) response.writeHead(404).end('{"code":404}');
	}
}

/** One workflow that begins with the trigger. */
export class HostedWorkflow {
	readonly webhookId = randomUUID();
	readonly id = `workflow-${this.webhookId}`;
	/** What started it, one list of items each. */
	readonly started: IDataObject[][] = [];
	/** What started a test. */
	readonly tested: IDataObject[][] = [];
	readonly warnings: string[] = [];
	isPublished = false;
	/** As the database has it. */
	staticData = '{}';
	/** Looks that n8n's schedule makes. */
	ticks: Array<() => void> = [];
	private running: Promise<unknown> = Promise.resolve();
	private listening: { staticData: string } | undefined;
	private closing: Array<() => Promise<void>> = [];

	constructor(
		private readonly host: HookHost,
		public parameters: INodeParameters,
	) {}

	url(kind: Kind = 'webhook'): string {
		return `${this.host.origin}/${kind}/${this.webhookId}/tradevest`;
	}

	/** @param dies whether n8n is killed when all is registered, and nothing stored yet */
	async publish({ dies = false } = {}): Promise<void> {
		if (this.isPublished) await this.remove();
		this.isPublished = true;
		try {
			await this.add('activate', dies);
		} catch (error) {
			await this.remove();
			this.isPublished = false;
			throw error;
		}
	}

	/** n8n tries again by itself to activate a workflow whose start has failed. */
	async retry(): Promise<void> {
		await this.add('update');
	}

	async unpublish(): Promise<void> {
		await this.remove();
		this.isPublished = false;
	}

	/** Resolves when what the trigger has started by itself has ended. */
	async ended(): Promise<void> {
		await this.running;
	}

	async afterRestart(): Promise<void> {
		this.listening = undefined;
		this.ticks = [];
		this.closing = [];
		if (this.isPublished) await this.add('init');
	}

	/** The button that listens for a test event. */
	async listen(): Promise<void> {
		const hosted = this.hosted('{}');
		try {
			if ((await this.call('checkExists', hosted, 'manual', true)) !== true) await this.call('create', hosted, 'manual', true);
			this.listening = { staticData: JSON.stringify(hosted.workflow.staticData) };
		} catch (error) {
			await this.call('delete', this.hosted('{}'), 'update', true);
			throw error;
		}
	}

	async stopListening(): Promise<void> {
		const { staticData = '{}' } = this.listening ?? {};
		this.listening = undefined;
		await this.call('delete', this.hosted(staticData), 'update', true);
	}

	/** @returns false where nobody listens at this address */
	async take(kind: Kind, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
		const isTest = kind === 'webhook-test';
		if (isTest ? this.listening === undefined : !this.isPublished) return false;
		const stored = isTest ? (this.listening?.staticData ?? '{}') : this.staticData;
		const hosted = this.hosted(stored);
		const answering = Object.assign(response, {
			status(code: number) {
				response.statusCode = code;
				return answering;
			},
			json(body: unknown) {
				response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
			},
		});
		const additionalData = { ...hosted.additionalData, httpRequest: request as never, httpResponse: response as never };
		const context = this.logged(new WebhookContext(hosted.workflow, hosted.node, additionalData, isTest ? 'manual' : 'webhook', this.webhookData(hosted, isTest), [], null));
		const { life } = this.host;
		const result = await this.host.node.nodeType.webhook!.call(context);
		if (life !== this.host.life) {
			response.destroy();
			return true;
		}
		if (result.noWebhookResponse === true) return true;
		const [items] = result.workflowData ?? [];
		if (items) (isTest ? this.tested : this.started).push(await this.executed(hosted, items, isTest ? 'manual' : 'webhook'));
		const body: unknown = result.webhookResponse;
		if (!isTest) this.store(hosted);
		answering.json(body);
		return true;
	}

	private async add(activation: WorkflowActivateMode, dies = false): Promise<void> {
		const hosted = this.hosted(this.staticData);
		try {
			if ((await this.call('checkExists', hosted, activation, false)) !== true) await this.call('create', hosted, activation, false);
		} catch (error) {
			await this.remove();
			throw error;
		}
		if (dies) return;
		this.store(hosted);
		await this.startTrigger(hosted);
		this.store(hosted);
	}

	private async remove(): Promise<void> {
		for (const close of this.closing) await close();
		this.closing = [];
		this.ticks = [];
		const hosted = this.hosted(this.staticData);
		await this.call('delete', hosted, 'update', false);
		this.store(hosted);
	}

	private async startTrigger(hosted: ReturnType<Engine['hosted']>): Promise<void> {
		const emit = (data: INodeExecutionData[][], _response?: unknown, done?: { resolve(run: IRun): void }): void => {
			this.store(hosted);
			const running = this.executed(hosted, data[0] ?? [], 'trigger').then((items) => {
				this.started.push(items);
				done?.resolve({ status: 'success' } as IRun);
			});
			this.running = Promise.all([this.running, running]);
		};
		const context = this.logged(new TriggerContext(hosted.workflow, hosted.node, hosted.additionalData, 'trigger', 'activate', emit as never));
		context.helpers.registerCron = (_cron: unknown, onTick: () => void) => {
			this.ticks.push(onTick);
			return '' as never;
		};
		const response = await this.host.node.nodeType.trigger!.call(context);
		if (response?.closeFunction) this.closing.push(response.closeFunction);
	}

	/** What the trigger hands on in an execution that began with these items (n8n: webhook-helpers, `prepareExecutionData`). */
	private async executed({ workflow, node, additionalData }: ReturnType<Engine['hosted']>, items: INodeExecutionData[], mode: WorkflowExecuteMode): Promise<IDataObject[]> {
		const executionData = { nodeExecutionStack: [{ node, data: { main: [items] }, source: null }] };
		const run = await new WorkflowExecute(additionalData, mode, createRunExecutionData({ executionData })).processRunExecutionData(workflow);
		const [task] = run.data.resultData.runData[node.name] ?? [];
		return (task?.data?.main?.[0] ?? []).map(({ json }) => json);
	}

	private async call(method: Method, hosted: ReturnType<Engine['hosted']>, activation: WorkflowActivateMode, isTest: boolean): Promise<unknown> {
		const mode = method === 'delete' ? 'internal' : activation === 'manual' ? 'manual' : 'trigger';
		const context = this.logged(new HookContext(hosted.workflow, hosted.node, hosted.additionalData, mode, activation, this.webhookData(hosted, isTest)));
		return await this.host.node.nodeType.webhookMethods!.default![method].call(context);
	}

	private webhookData({ workflow, node, additionalData }: ReturnType<Engine['hosted']>, isTest: boolean): IWebhookData {
		const webhookDescription = this.host.node.nodeType.description.webhooks![0]!;
		return { httpMethod: 'POST', node: node.name, path: `${this.webhookId}/tradevest`, webhookDescription, workflowId: workflow.id, workflowExecuteAdditionalData: additionalData, isTest };
	}

	private hosted(staticData: string): ReturnType<Engine['hosted']> {
		const { id, webhookId, parameters } = this;
		return this.host.node.engine.hosted({ id, name: 'Event', webhookId, parameters, staticData: JSON.parse(staticData) as IDataObject, origin: this.host.origin });
	}

	/** The same context with a log of its own: n8n's cannot be replaced. */
	private logged<C extends { logger: Logger }>(context: C): C {
		const warn = (words: string) => void this.warnings.push(words);
		return Object.create(context, { logger: { value: { ...context.logger, debug: () => undefined, warn, error: warn } } }) as C;
	}

	private store({ workflow }: ReturnType<Engine['hosted']>): void {
		const { staticData } = workflow;
		if (staticData.__dataChanged !== true) return;
		this.staticData = JSON.stringify(staticData);
		staticData.__dataChanged = false;
	}
}
