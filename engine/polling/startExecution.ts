import type { INodeExecutionData, IPollFunctions, IRun, ITriggerFunctions } from 'n8n-workflow';

/**
 * What became of an execution that a poll started: `succeeded`, or `ended` in any other way, as by an error or a person; `notStored` where n8n
 * has no such execution, so that nothing of it is left.
 */
export type ExecutionEnd = 'succeeded' | 'ended' | 'notStored';

/** A workflow that waits, as for an answer by mail, has done its part: n8n tells of no other end. */
const GOOD: ReadonlySet<string> = new Set(['success', 'waiting']);

/** What n8n throws of an execution that it has stored: it was stopped, or was over before it was asked for. */
const OF_STORED = /^(?:ExecutionNotFound|(?:Manual|Timeout|SystemShutdown)?ExecutionCancelled)Error$/;

/**
 * Starts the workflow from within a poll or a trigger, and waits for its end. What a poll returns starts it as well, but then nothing tells whether n8n has
 * stored the execution. The static data is stored with it, so it has to be changed before.
 *
 * n8n 2.8 never tells of an execution that it could not store: this promise does not end then. 2.41 ends it without a run, or with an error.
 */
export async function startExecution(context: IPollFunctions | ITriggerFunctions, items: INodeExecutionData[]): Promise<ExecutionEnd> {
	const done = context.helpers.createDeferredPromise<IRun>();
	if ('__emit' in context) context.__emit([items], undefined, done);
	else context.emit([items], undefined, done);
	try {
		const run = (await done.promise) as IRun | undefined;
		if (run === undefined) return 'notStored';
		return GOOD.has(run.status) ? 'succeeded' : 'ended';
	} catch (error) {
		return isOfStored(error) ? 'ended' : 'notStored';
	}
}

function isOfStored(error: unknown): boolean {
	return error instanceof Error && [error.name, error.constructor.name].some((name) => OF_STORED.test(name));
}
