import type { QueueN8n } from '../../../host';

/** n8n takes no schedule within a minute, but several that each come once a minute. Every ten seconds: no more load than a few orders. */
const SECONDS = [0, 10, 20, 30, 40, 50];
const TIMEOUT_MS = 5_000;

/** The node that is looked at in executions. */
export const WATCH = 'Watch';

/** The customer that one watch is about: its orders are queued, and then real. */
export const WATCHED_CUSTOMER = 'DEMO200';

/**
 * The workflows that look on a schedule. `all` sees one environment, whole, all the time. `moved` has the credential that is
 * edited to another environment and back, and sees one customer: there it begins anew, quietly, each time.
 */
export const WATCH_FLOWS = ['all', 'moved'] as const;
export type WatchFlow = (typeof WATCH_FLOWS)[number];

/** Publishes both. @returns the name of each by the id of its workflow */
export async function publishWatches(n8n: QueueN8n, credentials: { orders: string; events: string }): Promise<Map<string, WatchFlow>> {
	const filters = { all: {}, moved: { customerCode: WATCHED_CUSTOMER } };
	const credentialIds = { all: credentials.events, moved: credentials.orders };
	const names = new Map<string, WatchFlow>();
	for (const flow of WATCH_FLOWS) {
		const parameters = {
			pollTimes: { item: SECONDS.map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` })) },
			filters: filters[flow],
			options: { timeoutMs: TIMEOUT_MS },
		};
		const nodes = [
			{ name: WATCH, type: 'n8n-nodes-partner-apis.srsSipsOrderWatch', typeVersion: 1, parameters, credentials: { srsSipsApi: { id: credentialIds[flow], name: 'SIPS' } } },
			{ name: 'Changes', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
		].map((node) => ({ ...node, id: node.name, position: [0, 0] }));
		const connections = { [WATCH]: { main: [[{ node: 'Changes', type: 'main', index: 0 }]] } };
		const { id } = await n8n.client.createWorkflow({ name: `Watch ${flow}`, nodes, connections, settings: { executionOrder: 'v1' } });
		await n8n.client.publish(id);
		names.set(id, flow);
	}
	return names;
}
