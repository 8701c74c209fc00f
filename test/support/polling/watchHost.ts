import axios from 'axios';

import { itemsOf, type N8nInstance } from '../../../host';
import type { SrsSipsSandbox } from '../../../sandbox/srsSips';
import { orderParameters } from '../e2e/singleNode';

const WATCH = 'Watch';
const SUBMIT_PATH = 'watched-order';
/** Seconds of a minute at which n8n polls. It takes no schedule within a minute, but several that each come once a minute. */
const SECONDS = Array.from({ length: 30 }, (_, n) => n * 2);

/** An event, and the execution that it started. */
export interface TimedEvent {
	readonly executionId: string;
	readonly event: string;
	readonly eventKey: string;
	readonly orderId: string | null;
	readonly poNumber: string | null;
	readonly status: string;
	readonly statusText: string | null;
	readonly previousStatus: string | null;
	readonly invoiceNumber: string | null;
}

/** A real n8n with a published watch that looks every two seconds, and a workflow that submits orders. */
export class WatchHost {
	private constructor(
		readonly n8n: N8nInstance,
		readonly sandbox: SrsSipsSandbox,
		readonly watchId: string,
	) {}

	/** @param parameters of the watch */
	static async begin(n8n: N8nInstance, sandbox: SrsSipsSandbox, parameters: Record<string, unknown> = {}): Promise<WatchHost> {
		const { clientId, clientSecret } = sandbox.client;
		const { id: credentialId, name } = await n8n.client.createCredential({
			name: `SIPS at ${sandbox.url}`,
			type: 'srsSipsApi',
			data: { environment: 'custom', baseUrl: sandbox.url, clientId, clientSecret, sourceSystem: 'DEMOCRM', scope: 'ALL', authRequestFormat: 'form' },
		});
		const credentials = { srsSipsApi: { id: credentialId, name } };
		const workflow = async (called: string, first: Record<string, unknown>, second: Record<string, unknown>) => {
			const nodes = [first, second].map((node) => ({ position: [0, 0], id: String(node.name), ...node })) as never;
			const connections = { [String(first.name)]: { main: [[{ node: second.name, type: 'main', index: 0 }]] } };
			const { id } = await n8n.client.createWorkflow({ name: called, nodes, connections, settings: { executionOrder: 'v1' } });
			return id;
		};
		const watchId = await workflow(
			'Order watch',
			{
				name: WATCH, type: 'n8n-nodes-partner-apis.srsSipsOrderWatch', typeVersion: 1, credentials,
				parameters: { pollTimes: { item: SECONDS.map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` })) }, ...parameters },
			},
			{ name: 'Changes', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
		);
		const submitId = await workflow(
			'Submit',
			{ name: 'Call', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: SUBMIT_PATH, parameters: { httpMethod: 'POST', path: SUBMIT_PATH, responseMode: 'lastNode' } },
			{ name: 'Submit', type: 'n8n-nodes-partner-apis.srsSips', typeVersion: 1, credentials, parameters: orderParameters({ poNumber: '={{ $json.body.poNumber }}' }) },
		);
		await n8n.client.publish(submitId);
		await n8n.client.publish(watchId);
		return new WatchHost(n8n, sandbox, watchId);
	}

	/** Has n8n submit an order. */
	async submit(poNumber: string): Promise<{ state: string; orderId: string | null; transactionId: string }> {
		const { data } = await axios.post<{ state: string; orderId: string | null; transactionId: string }>(
			`${this.n8n.webhookBase}/${SUBMIT_PATH}`, { poNumber }, { timeout: 60_000, proxy: false },
		);
		return data;
	}

	/** All events so far that concern a PO number, in the order of their executions. */
	async events(poNumber: string): Promise<TimedEvent[]> {
		const executions = (await this.n8n.client.listExecutions(this.watchId)).filter(({ status }) => status === 'success');
		const events: TimedEvent[] = [];
		for (const { id } of executions.reverse()) {
			const execution = await this.n8n.client.getExecution(id);
			events.push(...itemsOf(execution, WATCH).map(({ json }) => ({ ...(json as unknown as TimedEvent), executionId: id })));
		}
		return events.filter((event) => event.poNumber === poNumber);
	}

	/** Waits until the events of a PO number are as wanted. @throws with the events there are */
	async until(poNumber: string, isSo: (events: TimedEvent[]) => boolean, timeoutMs = 60_000): Promise<TimedEvent[]> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const events = await this.events(poNumber);
			if (isSo(events)) return events;
			if (Date.now() > deadline) throw new Error(`It did not happen in time. Events of ${poNumber}: ${JSON.stringify(events.map(({ event, statusText }) => [event, statusText]))}`);
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
	}

	/** Waits until SIPS was looked at so many times from now. */
	async looks(count: number, timeoutMs = 60_000): Promise<void> {
		const received = () => this.sandbox.control.counts().operations.getInvoiceList?.received ?? 0;
		const from = received();
		const deadline = Date.now() + timeoutMs;
		while (received() < from + count) {
			if (Date.now() > deadline) throw new Error(`SIPS was looked at ${received() - from} times only.`);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
}
