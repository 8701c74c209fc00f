import './n8nEngineHome';

import { DataDeduplicationService, ExecutionLifecycleHooks, ExternalSecretsProxy, LoadOptionsContext, PollContext, WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	Workflow,
	type IBinaryKeyData,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IPollFunctions,
	type IRun,
	type ITaskData,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowSettings,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { StoredCredential } from './n8nEngineCredentials';
import { MemoryStore } from '../orders/recordStore';

/** The node under test and the credential it uses. */
export interface EngineSetup {
	nodeType: INodeType;
	credentialType: ICredentialType;
	credential: ICredentialDataDecryptedObject;
	/** IANA name. */
	timezone?: string;
}

/** One run of the workflow Input -> node. */
export interface NodeRun {
	/** What comes in, one item each. */
	items: IDataObject[];
	/** The files of those items. */
	binaries?: IBinaryKeyData[];
	/** As in the panel; expressions are resolved by n8n. */
	parameters: INodeParameters;
	/** Settings of the node, such as `onError`. With `rewireOutputLogTo` it runs as an agent's tool. */
	settings?: Partial<Pick<INode, 'onError' | 'rewireOutputLogTo' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'>>;
	/** Of the execution; left out, all runs are one. */
	executionId?: string;
}

/** An error as it stands in an execution's data: n8n copies it there, so it is no instance of a class any more. */
export interface StoredError {
	name: string;
	message: string;
	description?: string | null;
	httpCode?: string | null;
	context: { itemIndex?: number; data?: IDataObject };
}

/** What a run left behind. */
export interface NodeRunResult {
	run: IRun;
	/** First output. */
	items: INodeExecutionData[];
	/** Second output, where errors go to one of their own. */
	errorItems: INodeExecutionData[];
	/** Why the node stopped. */
	error: StoredError | undefined;
}

/** One activation of a polling trigger: n8n hands the same context to all its polls. */
export interface PollSetup {
	parameters: INodeParameters;
	/** As n8n's database has it; it is changed in place. */
	staticData: IDataObject;
	mode?: WorkflowExecuteMode;
	activation?: WorkflowActivateMode;
	emitError?: (error: Error) => void;
	/** What the trigger starts executions with from within a poll; without it that fails. */
	emit?: IPollFunctions['__emit'];
}

/** One workflow that begins with the trigger under test. */
export interface HostedTrigger {
	/** Of the workflow. */
	id: string;
	/** Of the node: its static data is known by it. */
	name: string;
	webhookId: string;
	parameters: INodeParameters;
	/** As n8n's database has it. */
	staticData: IDataObject;
	/** Where n8n is reached, without a path. */
	origin: string;
}

/** A run under way. */
export interface RunningNode {
	result: Promise<NodeRunResult>;
	/** What the stop button does. */
	cancel(): void;
}

/** n8n's database of processed values, which n8n-core leaves to the application. One row for all, as for one workflow. */
const usual = new MemoryStore();
let processed: MemoryStore = usual;

/** From now on another database holds the processed values; without one, the usual again. */
export function useRecordStore(store: MemoryStore = usual): void {
	processed = store;
}

void DataDeduplicationService.init({
	checkProcessedAndRecord: async (items, scope, _context, options) => await processed.checkProcessedAndRecord(items, scope, options),
	removeProcessed: async (items, scope) => await processed.removeProcessed(items, scope),
	clearAllProcessedItems: async () => await Promise.resolve(),
	getProcessedDataCount: async () => await Promise.resolve(processed.row.values.length),
});

/** Runs one node on n8n's engine, with one credential that outlives the runs. */
export class Engine {
	readonly credential: StoredCredential;

	constructor(private readonly setup: EngineSetup) {
		this.credential = new StoredCredential(setup.credentialType, setup.credential);
	}

	async run(nodeRun: NodeRun): Promise<NodeRunResult> {
		return await this.start(nodeRun).result;
	}

	start({ items, binaries, parameters, settings = {}, executionId }: NodeRun): RunningNode {
		const workflow = this.workflow(items.map((json, at) => ({ json, ...(binaries?.[at] ? { binary: binaries[at] } : {}) })), parameters, settings);
		const execution = new WorkflowExecute(this.additionalData(executionId), 'manual');
		const running = execution.run({ workflow, startNode: workflow.getNode(INPUT) ?? undefined });
		return { result: running.then(resultOf), cancel: () => running.cancel() };
	}

	/**
	 * What a list of the node is called with as the editor asks for it.
	 *
	 * @param parameters of the node, expressions resolved, as the editor hands them over
	 * @param path of the field that is to be filled, such as `parameters.lines.line[0].option`
	 */
	loadOptions(parameters: INodeParameters, path: string): ILoadOptionsFunctions {
		const workflow = this.workflow([], parameters);
		return new LoadOptionsContext(workflow, nodeUnderTest(workflow), { ...this.additionalData(), currentNodeParameters: parameters }, path);
	}

	/** What a polling trigger is called with. */
	pollContext({ parameters, staticData, mode = 'trigger', activation = 'activate', emitError, emit }: PollSetup): IPollFunctions {
		const workflow = this.workflow([], parameters, {}, staticData);
		const notPlayed = () => {
			throw new Error('Items are returned here, and not emitted');
		};
		return new PollContext(workflow, nodeUnderTest(workflow), this.additionalData(), mode, activation, emit ?? notPlayed, emitError);
	}

	/** A workflow of this node alone, as n8n has it when it calls a function of a trigger. The webhook is at `${origin}/webhook/${webhookId}/…`. */
	hosted({ id, name, webhookId, parameters, staticData, origin }: HostedTrigger): { workflow: Workflow; node: INode; additionalData: IWorkflowExecuteAdditionalData } {
		const { nodeType, credentialType } = this.setup;
		const trigger: INode = {
			id: 'trigger', name, type: NODE, typeVersion: 1, position: [0, 0], parameters, webhookId,
			credentials: { [credentialType.name]: { id: '1', name: 'Test credential' } },
		};
		const workflow = new Workflow({ id, name: id, nodes: [trigger], connections: {}, active: true, settings: this.settings, staticData, nodeTypes: nodeTypes({ [NODE]: nodeType }) });
		const additionalData = { ...this.additionalData(), webhookBaseUrl: `${origin}/webhook`, webhookTestBaseUrl: `${origin}/webhook-test` };
		return { workflow, node: workflow.getNode(name) ?? trigger, additionalData };
	}

	/** Input -> node. */
	private workflow(items: INodeExecutionData[], parameters: INodeParameters, settings: NodeRun['settings'] = {}, staticData?: IDataObject): Workflow {
		const { nodeType, credentialType } = this.setup;
		const at = { typeVersion: 1, position: [0, 0] as [number, number] };
		const nodes: INode[] = [
			{ ...at, id: '1', name: INPUT, type: INPUT, parameters: {} },
			{
				...at,
				...settings,
				id: '2',
				name: NODE,
				type: NODE,
				parameters,
				credentials: { [credentialType.name]: { id: '1', name: 'Test credential' } },
			},
		];
		const connections = { [INPUT]: { main: [[{ node: NODE, type: 'main' as const, index: 0 }]] } };
		return new Workflow({
			id: 'test', name: 'test', nodes, connections, active: false, settings: this.settings, staticData,
			nodeTypes: nodeTypes({ [INPUT]: inputNode(items), [NODE]: nodeType }),
		});
	}

	private get settings(): IWorkflowSettings {
		return { executionOrder: 'v1', timezone: this.setup.timezone ?? 'America/Denver' };
	}

	private additionalData(executionId = '1'): IWorkflowExecuteAdditionalData {
		const { settings } = this;
		const base: IWorkflowBase = {
			id: 'test', name: 'test', active: false, isArchived: false, activeVersionId: null,
			createdAt: new Date(0), updatedAt: new Date(0), nodes: [], connections: {}, settings,
		};
		const notPlayed = async (): Promise<never> => {
			throw new Error('Not played by this harness');
		};
		const url = 'http://127.0.0.1:5678';
		return {
			credentialsHelper: this.credential,
			externalSecretsProxy: new ExternalSecretsProxy(),
			hooks: new ExecutionLifecycleHooks('manual', '1', base),
			executionId,
			currentNodeExecutionIndex: 0,
			variables: {},
			restApiUrl: `${url}/rest`,
			instanceBaseUrl: url,
			formWaitingBaseUrl: `${url}/form-waiting`,
			webhookBaseUrl: `${url}/webhook`,
			webhookWaitingBaseUrl: `${url}/webhook-waiting`,
			webhookTestBaseUrl: `${url}/webhook-test`,
			executeWorkflow: notPlayed,
			getRunExecutionData: notPlayed,
			startRunnerTask: notPlayed,
			logAiEvent: () => undefined,
		};
	}
}

const INPUT = 'Input';
const NODE = 'Node under test';

function nodeUnderTest(workflow: Workflow): INode {
	const node = workflow.getNode(NODE);
	if (!node) throw new Error('The workflow has no node under test');
	return node;
}

/** A start node that puts out what the test wants to come in. */
function inputNode(items: INodeExecutionData[]): INodeType {
	return {
		description: {
			displayName: INPUT, name: INPUT, group: ['trigger'], version: 1, description: 'Puts out the items of the test',
			defaults: {}, inputs: [], outputs: ['main'], properties: [],
		},
		execute: async () => [items],
	};
}

function nodeTypes(types: Record<string, INodeType>): INodeTypes {
	const find = (name: string): INodeType => {
		const found = types[name];
		if (!found) throw new Error(`No node type ${name}`);
		return found;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}

function resultOf(run: IRun): NodeRunResult {
	const tasks: ITaskData[] = run.data.resultData.runData[NODE] ?? [];
	const { data } = tasks.at(-1) ?? {};
	// What a tool puts out, n8n files under the kind of its connection.
	const outputs = data?.main ?? data?.[NodeConnectionTypes.AiTool] ?? [];
	return {
		run,
		items: outputs[0] ?? [],
		errorItems: outputs[1] ?? [],
		error: run.data.resultData.error as unknown as StoredError | undefined,
	};
}

/**
 * All that a run would leave in n8n's database, as text to search. Errors are spelt out with message and stack, and
 * every cause. What n8n adds by itself, a copy of the node with its parameters, is left out.
 */
export function everythingStored(run: IRun): string {
	const seen = new WeakSet<object>();
	return JSON.stringify(run, (key, value: unknown) => {
		if (key === 'node') return undefined;
		if (typeof value !== 'object' || value === null) return value;
		if (seen.has(value)) return undefined;
		seen.add(value);
		if (!(value instanceof Error)) return value;
		const { message, stack, cause } = value;
		return { ...value, message, stack, cause };
	});
}
