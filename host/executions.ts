import { parse } from 'flatted';

/** One item as nodes hand them on. */
export interface Item {
	readonly json: Record<string, unknown>;
	readonly binary?: Record<string, unknown>;
	readonly pairedItem?: unknown;
	readonly error?: unknown;
}

/** One run of one node. */
export interface NodeRun {
	readonly startTime: number;
	/** Milliseconds. */
	readonly executionTime: number;
	readonly executionStatus?: string;
	/** Outputs by kind of connection; `main` is a list of outputs, each a list of items. */
	readonly data?: Record<string, Array<Item[] | null>>;
	readonly error?: { message: string; description?: string; [field: string]: unknown };
}

/** What ran and what came of it. */
export interface ExecutionData {
	readonly resultData: {
		readonly runData: Record<string, NodeRun[]>;
		readonly lastNodeExecuted?: string;
		readonly error?: { message: string; description?: string; [field: string]: unknown };
	};
	readonly [field: string]: unknown;
}

/** An execution as the list shows it. */
export interface ExecutionSummary {
	readonly id: string;
	readonly workflowId: string;
	readonly status: string;
	readonly mode: string;
	readonly startedAt: string;
	readonly stoppedAt?: string | null;
}

/** An execution with its data. */
export interface Execution extends ExecutionSummary {
	readonly data: ExecutionData;
}

const FINISHED = new Set(['success', 'error', 'crashed', 'canceled']);

/** Whether it has come to its end, well or not; one that waits (for a time or a call) has not. */
export function isFinished({ status }: Pick<ExecutionSummary, 'status'>): boolean {
	return FINISHED.has(status);
}

/**
 * The data of an execution as n8n sends it: a string in the "flatted" form, which writes every object once and refers
 * to it by its number.
 */
export function decodeExecutionData(data: unknown): ExecutionData {
	const decoded: unknown = typeof data === 'string' ? parse(data) : data;
	const hasRunData =
		typeof decoded === 'object' && decoded !== null && 'resultData' in decoded && typeof decoded.resultData === 'object';
	if (!hasRunData) throw new Error('This execution has no readable data.');
	return decoded as ExecutionData;
}

/** Every run of a node; none if it did not run. */
export function runsOf({ data }: Pick<Execution, 'data'>, node: string): NodeRun[] {
	return data.resultData.runData[node] ?? [];
}

/** The items of one output of a node in one of its runs (the last, if not said otherwise). */
export function itemsOf(execution: Pick<Execution, 'data'>, node: string, output = 0, run = -1): Item[] {
	return runsOf(execution, node).at(run)?.data?.main?.[output] ?? [];
}

/** How long each run of each node took, in milliseconds. */
export function nodeTimes({ data }: Pick<Execution, 'data'>): Record<string, number[]> {
	const entries = Object.entries(data.resultData.runData);
	return Object.fromEntries(entries.map(([node, runs]) => [node, runs.map((run) => run.executionTime)]));
}
