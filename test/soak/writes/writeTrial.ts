import { itemsOf, runsOf, type Execution, type N8nInstance, type WorkflowNode } from '../../../host';
import { EXAMPLE_FILES, withIds } from '../../support/services/exampleRuns';
import type { ExampleOutcome, WriteFault, WritesOfService, WriteWorld } from '../../support/services/writesOfService';
import type { Round, Telling } from './judge';

const NODE = 'Write';
const CALL = 'Call';
/** Long enough for a busy machine, and for all writes of a batch to be under way when n8n is killed. */
const USUAL_TIMEOUT_MS = 300_000;
const LOOK_UP = { lookUpSeconds: 1, waitForOutcomeSeconds: 1 };

/** One write of one service: a partner of its own, and a published workflow that sends it when it is called, with Retry On Fail set to five tries. */
export class WriteTrial {
	private constructor(
		private readonly n8n: N8nInstance,
		private readonly service: WritesOfService,
		private readonly world: WriteWorld,
		readonly name: string,
		private readonly workflowId: string,
		private readonly path: string,
		/** Of the partner's books and counters, before the write. */
		private readonly before: { held: number; received: number; refused: number },
	) {}

	/** @param timeoutMs of the write */
	static async begin(n8n: N8nInstance, service: WritesOfService, name: string, { timeoutMs = USUAL_TIMEOUT_MS }: Pick<WriteFault, 'timeoutMs'>): Promise<WriteTrial> {
		const world = await service.begin();
		const { id: credentialId } = await n8n.client.createCredential({ name: `${service.name} of one write`, type: service.credentialType, data: world.credentialData });
		const node = (parameters: object): WorkflowNode => ({
			name: NODE, type: service.node, typeVersion: 1, parameters: withIds(parameters, world.ids) as Record<string, unknown>,
			credentials: { [service.credentialType]: { id: credentialId, name: service.name } },
		});
		const filledIn = (other: string, changes: object = {}): object => {
			const [resource, operation] = other.split('.');
			return { resource, operation, options: {}, ...service.examples[other], ...changes };
		};
		await world.prepare(name, async (other, changes) => await runOnce(n8n, node(filledIn(other, changes))));
		const options = (service.examples[name]?.options ?? {}) as object;
		const path = `write-${credentialId}`;
		const { id } = await n8n.client.createWorkflow(
			linked(
				{ name: CALL, type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path, parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' } },
				{ ...node(filledIn(name, { options: { ...options, ...LOOK_UP, timeoutMs } })), retryOnFail: true, maxTries: 5, waitBetweenTries: 100 },
			),
		);
		await n8n.client.publish(id);
		const trial = new WriteTrial(n8n, service, world, name, id, path, { held: 0, received: 0, refused: 0 });
		return new WriteTrial(n8n, service, world, name, id, path, { held: trial.held().length, ...trial.counted() });
	}

	/** From now on the call of the write meets this. */
	meet({ fault }: Pick<WriteFault, 'fault'>): void {
		if (fault) this.world.sandbox.control.fault({ operationId: this.write.call, ...fault });
	}

	calm(): void {
		this.world.sandbox.control.clearFaults();
	}

	/** Calls the workflow, with the files of the examples, without waiting for its end. */
	async call(): Promise<void> {
		const form = new FormData();
		for (const [name, { data, mimeType }] of Object.entries(EXAMPLE_FILES)) form.set(name, new Blob([Buffer.from(data, 'base64')], { type: mimeType }), name);
		const { status } = await fetch(`${this.n8n.webhookBase}/${this.path}`, { method: 'POST', body: form });
		if (status !== 200) throw new Error(`The workflow of ${this.name} was called, and n8n answered ${status}.`);
	}

	/** How often the partner got the write. */
	get received(): number {
		return this.counted().received - this.before.received;
	}

	/** What this many executions told, the oldest first, once they have ended. */
	async tellings(count: number, timeoutMs: number): Promise<Telling[]> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const begun = await this.n8n.client.listExecutions(this.workflowId);
			if (begun.length >= count) {
				const ids = begun.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
				const tellings: Telling[] = [];
				for (const executionId of ids) tellings.push(tellingOf(await this.n8n.client.waitForExecution({ executionId }, Math.max(1, deadline - Date.now()))));
				return tellings;
			}
			if (Date.now() > deadline) throw new Error(`Only ${begun.length} of ${count} executions of ${this.name} began.`);
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}

	/** What came of it, here and at the partner. */
	round(tellings: readonly Telling[]): Round {
		const { received, refused } = this.counted();
		return {
			service: this.service.name,
			name: this.name,
			isHarmlessTwice: this.write.isHarmlessTwice ?? false,
			isAnew: this.write.isAnew ?? false,
			tellings,
			sent: received - this.before.received - (refused - this.before.refused),
			held: this.held().slice(this.before.held),
		};
	}

	async end(): Promise<void> {
		await this.n8n.client.deactivate(this.workflowId);
		await this.world.sandbox.close();
	}

	private get write() {
		const write = this.service.writes[this.name];
		if (!write) throw new Error(`${this.service.name} has a write ${this.name}, of which test/support/services knows no call.`);
		return write;
	}

	private held(): string[] {
		return this.write.held(this.world.sandbox.partner.views);
	}

	private counted(): { received: number; refused: number } {
		const count = this.world.sandbox.control.counts().operations[this.write.call];
		if (!count) throw new Error(`The sandbox has no operation ${this.write.call}.`);
		return { received: count.received, refused: count.answered[429] ?? 0 };
	}
}

/** What one execution told. A run that n8n makes up for a node whose process was killed tells nothing. */
export function tellingOf(execution: Execution): Telling {
	const error = runsOf(execution, NODE).at(-1)?.error;
	if (execution.status === 'crashed') return { is: 'nothing' };
	if (error) {
		const { kind } = (error.context as { data?: { kind?: string } } | undefined)?.data ?? {};
		const message = `${kind ?? 'of no kind'}: ${error.message}`;
		if (kind === 'unknownOutcome') return { is: 'unknown', message };
		// The engine has conflicts of its own, which name no status.
		return { is: kind === 'conflict' && error.message.includes('(409)') ? 'refused' : 'failed', message };
	}
	const items = itemsOf(execution, NODE).map(({ json }) => json);
	return items.length === 0 ? { is: 'failed', message: `no item, and the execution ended as ${execution.status}` } : { is: 'done', text: JSON.stringify(items) };
}

/** Runs a node alone, from the editor's button, to its end. */
async function runOnce(n8n: N8nInstance, node: WorkflowNode): Promise<ExampleOutcome> {
	const { id } = await n8n.client.createWorkflow(linked({ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} }, node));
	const execution = await n8n.client.waitForExecution({ executionId: await n8n.client.run(id) }, 300_000);
	const error = runsOf(execution, NODE).at(-1)?.error;
	return { items: itemsOf(execution, NODE), error: error && new Error(`Not prepared: ${error.message} ${error.description ?? ''}`) };
}

function linked(first: WorkflowNode, second: WorkflowNode) {
	return {
		name: `${String(second.parameters.resource)}.${String(second.parameters.operation)}`,
		nodes: [first, second].map((node, at) => ({ ...node, id: node.name, position: [at * 220, 0] })),
		connections: { [first.name]: { main: [[{ node: second.name, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}
