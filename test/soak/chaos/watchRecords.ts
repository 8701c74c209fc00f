import type { Upset } from './upsets';
import type { WatchFlow } from './watchFlows';

/** An order of one environment, as a watch could see it. */
export interface WatchedOrder {
	/** The base URL of the environment. */
	readonly at: string;
	readonly orderId: string;
	readonly poNumber: string;
	readonly transactionId: string;
	readonly customerCode: string;
	readonly invoiceNumber: string | null;
	/** Each state it has been in as a real order, and since when, in milliseconds since 1970 by the clock of the run. In the order of time. */
	readonly reachedAt: Readonly<Record<string, number>>;
}

/** One event that a watch handed out. */
export interface ToldChange {
	readonly event: string;
	readonly eventKey: string;
	readonly orderId: string | null;
	readonly poNumber: string | null;
	readonly transactionId: string | null;
	readonly customerCode: string | null;
	readonly statusText: string | null;
	readonly previousStatusText: string | null;
	readonly invoiceNumber: string | null;
}

/** An execution of a watch. */
export interface WatchExecution {
	readonly executionId: string;
	readonly flow: WatchFlow;
	readonly status: string;
	/** When it was first seen in the database, by the clock of the run: some seconds after the look, at most. */
	readonly seenAt: number;
	readonly changes: readonly ToldChange[];
	/** Why the look failed, or n8n with it. */
	readonly error?: string;
}

/** All that is compared of the watches. */
export interface WatchBooks {
	/** The environment that the watch of all orders looks at all the time. */
	readonly at: string;
	readonly orders: readonly WatchedOrder[];
	/** The customers of invoices that were there before the run, by number. */
	readonly pastInvoices: ReadonlyMap<string, string>;
	readonly executions: readonly WatchExecution[];
	readonly upsets: readonly Upset[];
	/** When that watch was given the list of all orders, in the order of time. */
	readonly looks: readonly number[];
}
