import axios from 'axios';

import { itemsOf, runsOf, type Execution, type N8nClient } from '../../../host';
import type { SrsSipsSandbox } from '../../../sandbox/srsSips';
import { orderParameters } from '../e2e/singleNode';

/** An n8n that takes orders by a webhook: one process, or several in queue mode. */
export interface OrderTaker {
	readonly client: N8nClient;
	readonly webhookBase: string;
}

/** How one order ended in n8n. */
export interface OrderEnd {
	readonly poNumber: string;
	readonly status: string;
	/** What Submit put out. */
	readonly order?: Record<string, unknown>;
	/** Why it stopped. */
	readonly error?: { message: string; description?: string; context?: { data?: { kind?: string } } };
}

/** What came of many orders of one kind. */
export interface OrderTally {
	orders: number;
	/** Executions that ended with the order. */
	withOrder: number;
	/** Executions that ended with an error of each kind. */
	errors: Record<string, number>;
	/** Orders that the partner holds. */
	held: number;
	/** Transaction ids under which it holds more than one. */
	twice: number;
	/** Orders that were reported as accepted and that it does not hold. */
	missing: number;
}

/** A published workflow that submits one order a call, with Retry On Fail set to five tries. */
export class OrderTrial {
	private constructor(
		private readonly n8n: OrderTaker,
		private readonly sandbox: SrsSipsSandbox,
		private readonly workflowId: string,
		private readonly path: string,
	) {}

	/** @param options of the node; a look-up of one second unless said otherwise */
	static async begin(n8n: OrderTaker, sandbox: SrsSipsSandbox, name: string, options: Record<string, unknown> = {}): Promise<OrderTrial> {
		const { clientId, clientSecret } = sandbox.client;
		const { id: credentialId } = await n8n.client.createCredential({
			name: `SIPS at ${sandbox.url}`,
			type: 'srsSipsApi',
			data: { environment: 'custom', baseUrl: sandbox.url, clientId, clientSecret, sourceSystem: 'DEMOCRM', scope: 'ALL', authRequestFormat: 'form' },
		});
		const path = `orders-${name.toLowerCase().replace(/\W+/g, '-')}-${new URL(sandbox.url).port}`;
		const parameters = orderParameters({ poNumber: '={{ $json.body.poNumber }}', options: { lookUpSeconds: 1, ...options } });
		const nodes = [
			{ name: 'Call', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path, parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' } },
			{
				name: 'Submit', type: 'n8n-nodes-partner-apis.srsSips', typeVersion: 1, parameters,
				credentials: { srsSipsApi: { id: credentialId, name: 'SIPS' } },
				retryOnFail: true, maxTries: 5, waitBetweenTries: 100,
			},
		].map((node) => ({ ...node, id: node.name, position: [0, 0] }));
		const { id } = await n8n.client.createWorkflow({
			name, nodes, connections: { Call: { main: [[{ node: 'Submit', type: 'main', index: 0 }]] } }, settings: { executionOrder: 'v1' },
		});
		await n8n.client.publish(id);
		return new OrderTrial(n8n, sandbox, id, path);
	}

	/** Calls the workflow with a PO number, without waiting for its end. */
	async call(poNumber: string): Promise<void> {
		await axios.post(`${this.n8n.webhookBase}/${this.path}`, { poNumber }, { timeout: 30_000, proxy: false });
	}

	/** Places orders, some at a time, and waits until all executions have ended. */
	async place(poNumbers: readonly string[], { atOnce = 3, timeoutMs = 120_000 }: { atOnce?: number; timeoutMs?: number } = {}): Promise<OrderEnd[]> {
		const earlier = await this.executionIds();
		for (let from = 0; from < poNumbers.length; from += atOnce) {
			await Promise.all(poNumbers.slice(from, from + atOnce).map(async (poNumber) => await this.call(poNumber)));
			await this.endOf(earlier, Math.min(poNumbers.length, from + atOnce), timeoutMs);
		}
		return await this.endOf(earlier, poNumbers.length, timeoutMs);
	}

	async executionIds(): Promise<Set<string>> {
		return new Set((await this.n8n.client.listExecutions(this.workflowId)).map(({ id }) => id));
	}

	/** The ends of all executions since, once there are so many. */
	async endOf(earlier: ReadonlySet<string>, count: number, timeoutMs = 120_000): Promise<OrderEnd[]> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const fresh = (await this.n8n.client.listExecutions(this.workflowId)).filter(({ id }) => !earlier.has(id));
			if (fresh.length >= count) {
				const ends: OrderEnd[] = [];
				for (const { id } of fresh) ends.push(endOf(await this.n8n.client.waitForExecution({ executionId: id }, Math.max(1, deadline - Date.now()))));
				return ends;
			}
			if (Date.now() > deadline) throw new Error(`Only ${fresh.length} of ${count} executions began.`);
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}

	/** Counts what came of these orders, here and at the partner. */
	tally(ends: readonly OrderEnd[]): OrderTally {
		const poNumbers = new Set(ends.map(({ poNumber }) => poNumber));
		const held = this.sandbox.orders().filter(({ poNumber }) => poNumbers.has(poNumber));
		const perTransaction = new Map<string, number>();
		for (const { transactionID } of held) perTransaction.set(transactionID, (perTransaction.get(transactionID) ?? 0) + 1);
		const errors: Record<string, number> = {};
		for (const { error } of ends) {
			if (!error) continue;
			const kind = error.context?.data?.kind ?? 'other';
			errors[kind] = (errors[kind] ?? 0) + 1;
		}
		const accepted = ends.filter(({ order }) => order?.state === 'accepted');
		return {
			orders: poNumbers.size,
			withOrder: ends.filter(({ order }) => order !== undefined).length,
			errors,
			held: held.length,
			twice: [...perTransaction.values()].filter((count) => count > 1).length,
			missing: accepted.filter(({ order }) => !held.some(({ orderId }) => String(orderId) === order?.orderId)).length,
		};
	}
}

function endOf(execution: Execution): OrderEnd {
	const [call] = itemsOf(execution, 'Call');
	const body = call?.json.body as { poNumber?: string } | undefined;
	return {
		poNumber: body?.poNumber ?? '',
		status: execution.status,
		order: itemsOf(execution, 'Submit')[0]?.json,
		error: runsOf(execution, 'Submit').at(-1)?.error,
	};
}
