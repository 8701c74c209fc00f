import { randomUUID } from 'node:crypto';

import type { QueueN8n } from '../../../host';
import { EventTrial } from '../../support/webhook/eventTrial';
import { orderParameters } from '../../support/e2e/singleNode';
import { EVENT_FLOWS, type EventFlow } from './planEvents';
import { ORDER_FLOWS, type OrderFlow } from './planOrders';
import { publishWatches, type WatchFlow } from './watchFlows';

/** Time-out of the nodes and look-up, short enough for silence not to fill the run. */
const TIMEOUT_MS = 5_000;
const LOOK_UP_SECONDS = 3;

/** The nodes that are looked at in executions. */
export const CALL = 'Call';
export const SUBMIT = 'Submit';

/** The published workflows of a run. */
export interface Flows {
	/** URL of each, to which an order is posted. */
	readonly orderUrls: Readonly<Record<OrderFlow, string>>;
	readonly events: Readonly<Record<EventFlow, EventTrial>>;
	/** The name of each of these by its id. */
	readonly names: ReadonlyMap<string, { kind: 'order' | 'event'; flow: string }>;
	/** Those that look on a schedule, by id. */
	readonly watches: ReadonlyMap<string, WatchFlow>;
}

/** Publishes one workflow for each way to place orders, one for each way to receive events, and those that look for themselves. */
export async function publishFlows(n8n: QueueN8n, credentials: { orders: string; events: string }): Promise<Flows> {
	const names = new Map<string, { kind: 'order' | 'event'; flow: string }>();
	const orderUrls: Partial<Record<OrderFlow, string>> = {};
	for (const flow of ORDER_FLOWS) {
		const { id, path } = await publishOrders(n8n, flow, credentials.orders);
		names.set(id, { kind: 'order', flow });
		orderUrls[flow] = `${n8n.webhookBase}/${path}`;
	}
	const events: Partial<Record<EventFlow, EventTrial>> = {};
	for (const flow of EVENT_FLOWS) {
		const trial = await EventTrial.begin(n8n, { parameters: { confirm: flow }, credentials: { srsSipsApi: credentials.events } });
		names.set(trial.workflowId, { kind: 'event', flow });
		events[flow] = trial;
	}
	const watches = await publishWatches(n8n, credentials);
	return { orderUrls: orderUrls as Flows['orderUrls'], events: events as Flows['events'], names, watches };
}

/** A workflow that submits one order a call. A call names itself in the order, which makes it no other order. */
async function publishOrders(n8n: QueueN8n, flow: OrderFlow, credentialId: string): Promise<{ id: string; path: string }> {
	const path = randomUUID();
	const parameters = orderParameters({
		customerCode: '={{ $json.body.customerCode }}',
		branchCode: '={{ $json.body.branchCode }}',
		jobAccountNumber: '={{ $json.body.jobAccountNumber }}',
		poNumber: '={{ $json.body.poNumber }}',
		linesJson: "={{ [{ productId: 6000, productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', quantity: $json.body.quantity, uom: 'BD', customerItem: 'SH-1' }] }}",
		customerContactName: '={{ $json.body.callId }}',
		options: { lookUpSeconds: LOOK_UP_SECONDS, timeoutMs: TIMEOUT_MS, whenPoNumberListed: flow },
	});
	const nodes = [
		{ name: CALL, type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path, parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' } },
		{
			name: SUBMIT, type: 'n8n-nodes-partner-apis.srsSips', typeVersion: 1, parameters,
			credentials: { srsSipsApi: { id: credentialId, name: 'SIPS' } },
			retryOnFail: true, maxTries: 3, waitBetweenTries: 1_000,
		},
	].map((node) => ({ ...node, id: node.name, position: [0, 0] }));
	const connections = { [CALL]: { main: [[{ node: SUBMIT, type: 'main', index: 0 }]] } };
	const { id } = await n8n.client.createWorkflow({ name: `Orders ${flow}`, nodes, connections, settings: { executionOrder: 'v1' } });
	await n8n.client.publish(id);
	return { id, path };
}
