import type { SrsSipsSandbox } from '../../../sandbox/srsSips';
import { pastInvoices } from '../../../sandbox/srsSips/invoices/pastInvoices';
import type { ExecutionRow } from './executionRows';
import type { WatchBooks, WatchedOrder, WatchExecution } from './watchRecords';
import { toldChanges } from './watchTold';
import type { World } from './world';

/** What the partner listed and what the watches told, once the run is over. */
export function watchBooksOf({ sandbox, otherSandbox, flows, starts, upsets, looks }: World, rows: readonly ExecutionRow[]): WatchBooks {
	return {
		at: sandbox.url,
		orders: [sandbox, otherSandbox].flatMap(watchedIn),
		pastInvoices: new Map(pastInvoices.map(({ invoice: { invoiceHeader } }) => [invoiceHeader.invoiceNumber, invoiceHeader.customerCode])),
		executions: rows.flatMap((row): WatchExecution[] => {
			const flow = flows.watches.get(row.workflowId);
			if (flow === undefined) return [];
			const { changes, ...told } = toldChanges(row);
			return [{ executionId: row.id, flow, status: row.status, seenAt: starts.seenAt(row.id), changes: changes.length > 0 ? changes : starts.changesOf(row.id), ...told }];
		}),
		upsets: upsets.all,
		looks: looks.all(),
	};
}

/** Those that have a number: no list shows the others. */
function watchedIn(sandbox: SrsSipsSandbox): WatchedOrder[] {
	return sandbox.orders().flatMap(({ orderId, poNumber, transactionID, customerCode, invoiceNumber, takenAt, queueId, reachedAt }) => {
		if (orderId === null) return [];
		// The first step of its life notes its first state once more, later; one that was not queued was in it from the beginning.
		const since = Object.entries(reachedAt).map(([state, moment]): [string, number] => [state, Date.parse(state === 'Order Received' && queueId === null ? takenAt : moment)]);
		const asReal = since.filter(([state]) => state !== 'Queued').sort(([, one], [, other]) => one - other);
		return [{ at: sandbox.url, orderId: String(orderId), poNumber, transactionId: transactionID, customerCode: customerCode.toUpperCase(), invoiceNumber, reachedAt: Object.fromEntries(asReal) }];
	});
}
