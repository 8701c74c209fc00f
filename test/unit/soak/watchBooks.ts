import type { ToldChange, WatchBooks, WatchedOrder, WatchExecution } from '../../soak/chaos/watchRecords';

/** A run without watches. */
export const NO_WATCHES: WatchBooks = { at: 'http://one', orders: [], pastInvoices: new Map(), executions: [], upsets: [], looks: [] };

/** An order that came to a state every ten seconds, the first time a second after the beginning. */
export const ORDER: WatchedOrder = {
	at: 'http://one', orderId: '41200001', poNumber: 'CHAOS-1', transactionId: 't-1', customerCode: 'DEMO200', invoiceNumber: '0041200001-001',
	reachedAt: { 'Order Received': 1_000, 'En Route': 11_000, Invoiced: 21_000 },
};

/** The last change of it. */
export const CHANGE: ToldChange = {
	event: 'statusChanged', eventKey: 'key-1', orderId: '41200001', poNumber: 'CHAOS-1', transactionId: null, customerCode: 'DEMO200',
	statusText: 'Invoiced', previousStatusText: 'En Route', invoiceNumber: null,
};

export function execution(executionId: string, changes: ReadonlyArray<Partial<ToldChange>>, more: Partial<WatchExecution> = {}): WatchExecution {
	return { executionId, flow: 'all', status: 'success', seenAt: 30_000, changes: changes.map((change) => ({ ...CHANGE, ...change })), ...more };
}
