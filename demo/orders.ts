import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import { itemsOf } from '../host';
import type { Scene } from './scene';

const ORDERS = resolve(__dirname, '../examples/orders');
const ANSWER_TIMEOUT_MS = 120_000;
const EVENTS_TIMEOUT_MS = 60_000;
const POLL_MS = 250;

/** An order of `examples/orders`, as a CRM would send it. */
export interface ExampleOrder {
	name: string;
	body: { poNumber: string; lines: unknown[] };
}

/** What the first example workflow answers. */
export interface OrderResult {
	poNumber: string;
	branchCode: string;
	lineCount: number;
	total: number;
	state: string;
	orderId: string;
	transactionId: string;
}

/** One event as the second example workflow got it. */
export interface ReceivedEvent {
	code: string;
	kind: string;
	status: string;
	transactionId: string;
	poNumber: string;
	orderId: string;
	message: string;
}

export async function exampleOrders(): Promise<ExampleOrder[]> {
	const files = (await readdir(ORDERS)).filter((file) => file.endsWith('.json')).sort();
	return await Promise.all(
		files.map(async (file) => ({
			name: file.replace(/\.json$/, ''),
			body: JSON.parse(await readFile(join(ORDERS, file), 'utf8')) as ExampleOrder['body'],
		})),
	);
}

/** Feeds an order through the first workflow. @throws Error with what n8n says of a failed execution */
export async function placeOrder(scene: Scene, order: ExampleOrder): Promise<OrderResult> {
	const before = await scene.n8n.client.lastExecutionId(scene.workflows.placeOrder);
	const answer = await axios.post<OrderResult>(scene.orderUrl, order.body, {
		timeout: ANSWER_TIMEOUT_MS,
		validateStatus: () => true,
	});
	if (answer.status === 200 && typeof answer.data.state === 'string') return answer.data;
	const execution = await scene.n8n.client.waitForExecution({ workflowId: scene.workflows.placeOrder, afterId: before });
	const { error } = execution.data.resultData;
	throw new Error(
		`Order ${order.name} failed (${answer.status}): ${error?.message ?? JSON.stringify(answer.data)} ${error?.description ?? ''}`,
	);
}

/** All events that the second workflow has received so far. */
export async function receivedEvents(scene: Scene): Promise<ReceivedEvent[]> {
	const { client } = scene.n8n;
	const summaries = await client.listExecutions(scene.workflows.orderEvents);
	const finished = summaries.filter(({ status }) => status === 'success');
	const executions = await Promise.all(finished.map(async ({ id }) => await client.getExecution(id)));
	return executions.flatMap((execution) => itemsOf(execution, 'Event in Words').map(({ json }) => json as unknown as ReceivedEvent));
}

/**
 * Waits until the second workflow has received every event that SIPS sends of these orders.
 *
 * @returns the events by transaction id
 * @throws Error that says what is missing
 */
export async function waitForEvents(
	scene: Scene,
	results: readonly OrderResult[],
	codes: readonly string[] = ['OU', 'DU', 'DU', 'DU', 'IU'],
): Promise<Map<string, ReceivedEvent[]>> {
	const deadline = Date.now() + EVENTS_TIMEOUT_MS;
	for (;;) {
		const events = await receivedEvents(scene);
		const byOrder = new Map(results.map(({ transactionId }) => [transactionId, events.filter((event) => event.transactionId === transactionId)]));
		const missing = results.flatMap(({ poNumber, transactionId }) => {
			const seen = (byOrder.get(transactionId) ?? []).map(({ code }) => code);
			return codes.filter((code, at) => count(seen, code) < count(codes.slice(0, at + 1), code)).map((code) => `${code} of ${poNumber}`);
		});
		if (missing.length === 0) return byOrder;
		if (Date.now() > deadline) throw new Error(`The trigger workflow did not receive: ${missing.join(', ')}`);
		await sleep(POLL_MS);
	}
}

function count(codes: readonly string[], wanted: string): number {
	return codes.filter((code) => code === wanted).length;
}

/** What an order has come to, after its events: `queued, then accepted`, say. */
export function stateInWords({ state }: OrderResult, events: readonly ReceivedEvent[]): string {
	const isReceived = events.some(({ code, status }) => code === 'OU' && status === 'Order Received');
	return state === 'queued' && isReceived ? 'queued, then accepted' : state;
}
