import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { ensureHost, packPackage, silent, startN8n, type N8nInstance, type Report, type Workflow, type WorkflowNode } from '../host';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../sandbox/srsSips';

const EXAMPLES = resolve(__dirname, '../examples');
const PLACE_ORDER = join(EXAMPLES, 'place-order.json');
const ORDER_EVENTS = join(EXAMPLES, 'order-events.json');

/** The one credential of the scene. Its values are the sandbox's own and of no use anywhere else. */
export const CREDENTIAL = { id: 'srsSipsSandbox01', name: 'SIPS sandbox', type: 'srsSipsApi' };

export interface SceneOptions {
	/** Which n8n; without it, the newest for the Node at hand. */
	n8nVersion?: string;
	/** Where n8n listens. 0 picks a free port. */
	n8nPort?: number;
	sandboxPort?: number;
	/** Milliseconds between two events of an order. */
	eventDelayMs?: number;
	/** More environment for n8n. */
	n8nEnv?: Readonly<Record<string, string>>;
	report?: Report;
}

/** A partner, an n8n with our package in it, and the two example workflows, published. */
export interface Scene {
	n8n: N8nInstance;
	sandbox: SrsSipsSandbox;
	/** Ids of the example workflows. */
	workflows: { placeOrder: string; orderEvents: string };
	/** Where `examples/place-order.json` takes orders. */
	orderUrl: string;
	/** Where `examples/order-events.json` takes events. */
	eventUrl: string;
	close(): Promise<void>;
}

/**
 * Sets up what a person would: installs the packed package into a real n8n as n8n installs a community package,
 * creates the credential, imports and publishes the two example workflows, and gives SRS (the sandbox) the URL of the
 * trigger. The demo, the end-to-end tests and the benchmark all begin here.
 */
export async function setScene({ n8nVersion, n8nPort, sandboxPort = 0, eventDelayMs = 150, n8nEnv, report = silent }: SceneOptions = {}): Promise<Scene> {
	const host = await ensureHost({ version: n8nVersion, report });
	const tgz = await packPackage({ report });
	const sandbox = await startSrsSipsSandbox({ port: sandboxPort, eventDelayMs });
	report(`SIPS sandbox: ${sandbox.url}`);
	let n8n: N8nInstance | undefined;
	try {
		n8n = await startN8n({ host, packages: [tgz], port: n8nPort, env: n8nEnv, report });
		const instance = n8n;
		report('Importing the credential and the example workflows');
		return await furnish(instance, sandbox, {
			credential: async () => await instance.importCredentials([{ ...CREDENTIAL, data: sipsCredentialData(sandbox) }]),
			workflow: async (workflow) => (await instance.importWorkflows([workflow]))[0] ?? '',
			close: async () => {
				await instance.stop();
				await sandbox.close();
			},
		});
	} catch (error) {
		await n8n?.stop();
		await sandbox.close();
		throw error;
	}
}

/** What a person enters for the sandbox. */
export function sipsCredentialData({ url, client }: Pick<SrsSipsSandbox, 'url' | 'client'>): Record<string, string> {
	const { clientId, clientSecret } = client;
	return { environment: 'custom', baseUrl: url, clientId, clientSecret, sourceSystem: 'DEMOCRM', scope: 'ALL', authRequestFormat: 'form' };
}

/** How a scene's credential and workflows get into n8n, and what is done at its end. */
export interface Furnishing {
	/** Stores the credential of the scene. */
	credential(): Promise<void>;
	/** Stores a workflow. @returns its id */
	workflow(workflow: Workflow): Promise<string>;
	close(): Promise<void>;
}

/** Makes a scene of a started n8n and a partner. */
export async function furnish(n8n: N8nInstance, sandbox: SrsSipsSandbox, { credential, workflow, close }: Furnishing): Promise<Scene> {
	await credential();
	const placeOrder = await workflow(withCredential(await readWorkflow(PLACE_ORDER)));
	const orderEvents = await workflow(withCredential(await readWorkflow(ORDER_EVENTS)));
	await n8n.client.publish(placeOrder);
	await n8n.client.publish(orderEvents);

	const events = await n8n.client.getWorkflow(orderEvents);
	const trigger = events.nodes.find(({ type }) => type.endsWith('.srsSipsTrigger'));
	const eventUrl = `${n8n.webhookBase}/${String(trigger?.webhookId)}/srs-sips`;
	sandbox.control.change({ webhookUrl: eventUrl });
	return {
		n8n,
		sandbox,
		workflows: { placeOrder, orderEvents },
		orderUrl: `${n8n.webhookBase}/roofing-order`,
		eventUrl,
		close,
	};
}

async function readWorkflow(file: string): Promise<Workflow> {
	return JSON.parse(await readFile(file, 'utf8')) as Workflow;
}

/** The examples name no credential; a person chooses one in each node, and so does this. */
export function withCredential(workflow: Workflow): Workflow {
	const { id, name, type } = CREDENTIAL;
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => (usesSips(node) ? { ...node, credentials: { [type]: { id, name } } } : node)),
	};
}

function usesSips({ type, parameters }: WorkflowNode): boolean {
	return type.endsWith('.srsSips') || parameters.nodeCredentialType === CREDENTIAL.type;
}
