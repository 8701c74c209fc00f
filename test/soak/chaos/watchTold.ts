import { itemsOf } from '../../../host';
import type { ExecutionRow } from './executionRows';
import { decoded } from './told';
import { WATCH } from './watchFlows';
import type { ToldChange, WatchExecution } from './watchRecords';

/** What an execution of a watch told. Where it did not come to run, its events stand among what was still to be done. */
export function toldChanges({ data }: Pick<ExecutionRow, 'data'>): Pick<WatchExecution, 'changes' | 'error'> {
	const execution = decoded(data);
	if (!execution) return { changes: [] };
	// Of a node that was over when its process was killed n8n knows no items any more: it puts one of its own making in their place.
	const ran = itemsOf({ data: execution }, WATCH).map(({ json }) => json).filter(({ isArtificialRecoveredEventItem }) => isArtificialRecoveredEventItem !== true);
	const found = ran.length > 0 ? ran : changesIn(execution);
	const { message } = execution.resultData.error ?? {};
	return { changes: found.map(changeOf), ...(message === undefined ? {} : { error: message }) };
}

/** Every event of a watch, wherever it stands, once. */
function changesIn(value: unknown): Array<Record<string, unknown>> {
	const byKey = new Map<string, Record<string, unknown>>();
	const seen = new Set<unknown>();
	const look = (inner: unknown): void => {
		if (typeof inner !== 'object' || inner === null || seen.has(inner)) return;
		seen.add(inner);
		const record = inner as Record<string, unknown>;
		if (typeof record.eventKey === 'string' && typeof record.foundAt === 'string') byKey.set(record.eventKey, record);
		else Object.values(record).forEach(look);
	};
	look(value);
	return [...byKey.values()];
}

function changeOf(json: Record<string, unknown>): ToldChange {
	const text = (field: string): string | null => {
		const value = json[field];
		return value === null || value === undefined ? null : String(value);
	};
	return {
		event: String(json.event),
		eventKey: String(json.eventKey),
		orderId: text('orderId'),
		poNumber: text('poNumber'),
		transactionId: text('transactionId'),
		customerCode: text('customerCode'),
		statusText: text('statusText'),
		previousStatusText: text('previousStatusText'),
		invoiceNumber: text('invoiceNumber'),
	};
}
