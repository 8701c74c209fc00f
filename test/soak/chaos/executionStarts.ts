import type { ExecutionRows } from './executionRows';
import type { StartedEvent } from './records';
import { callIdIn, startedEvents } from './told';
import type { ToldChange } from './watchRecords';
import { toldChanges } from './watchTold';
import type { Flows } from './workflows';

const LOOK_EVERY_MS = 3_000;
/** Numbers may come to be seen out of order. */
const LOOKED_AT_AGAIN = 60;

/**
 * With what executions were started, seen while they are new. When n8n recovers what crashed, it makes its data anew from a
 * log of its own, in which what started it is missing.
 */
export class ExecutionStarts {
	private readonly callIds = new Map<string, string>();
	private readonly events = new Map<string, StartedEvent[]>();
	private readonly changes = new Map<string, readonly ToldChange[]>();
	private readonly seen = new Map<string, number>();
	private readonly timer: NodeJS.Timeout;
	private last = 0;
	private isLooking = false;

	constructor(
		private readonly rows: ExecutionRows,
		private readonly flows: Flows,
	) {
		// What cannot be read now is read next time.
		this.timer = setInterval(() => void this.look().catch(() => undefined), LOOK_EVERY_MS);
	}

	callIdOf(executionId: string): string | undefined {
		return this.callIds.get(executionId);
	}

	eventsOf(executionId: string): StartedEvent[] {
		return this.events.get(executionId) ?? [];
	}

	changesOf(executionId: string): readonly ToldChange[] {
		return this.changes.get(executionId) ?? [];
	}

	/** When it was first seen; now for one that was not. */
	seenAt(executionId: string): number {
		return this.seen.get(executionId) ?? Date.now();
	}

	stop(): void {
		clearInterval(this.timer);
	}

	private async look(): Promise<void> {
		if (this.isLooking) return;
		this.isLooking = true;
		try {
			const last = await this.rows.last();
			for (const row of await this.rows.between(Math.max(0, this.last - LOOKED_AT_AGAIN), last)) {
				if (!this.seen.has(row.id)) this.seen.set(row.id, Date.now());
				if (this.flows.watches.has(row.workflowId) && !this.changes.has(row.id)) {
					const { changes } = toldChanges(row);
					this.keep(this.changes, row.id, changes.length > 0 ? changes : undefined);
				}
				const flow = this.flows.names.get(row.workflowId);
				if (flow?.kind === 'order') this.keep(this.callIds, row.id, callIdIn(row));
				if (flow?.kind === 'event' && !this.events.has(row.id)) {
					const found = startedEvents(row, flow.flow);
					this.keep(this.events, row.id, found.length > 0 ? found : undefined);
				}
			}
			this.last = last;
		} finally {
			this.isLooking = false;
		}
	}

	private keep<T>(where: Map<string, T>, id: string, what: T | undefined): void {
		if (what !== undefined) where.set(id, what);
	}
}
