import { runPool } from '../../../engine/items/pool';
import type { ExecutionSummary, N8nInstance } from '../../../host';
import type { EventTrial } from './eventTrial';

/** Numbers of executions beyond what n8n counts that are looked at: other workflows' count, too. */
const MOST_OTHERS = 200;

/** The number of the newest execution of an n8n; 0 where there is none. Its list begins with those that n8n cut off before they had a time. */
export async function lastExecution(n8n: Pick<N8nInstance, 'client'>): Promise<number> {
	const { results = [] } = (await n8n.client.call('GET', '/rest/executions?limit=100')) as { results?: ExecutionSummary[] };
	return Math.max(0, ...results.map(({ id }) => Number(id)));
}

/**
 * How many executions each event started, those that were cut off included. They are read by their numbers, which n8n
 * counts up: its list is ordered by time and skips some from one page to the next, and its count lacks some that run.
 *
 * @param options.after the newest execution before the trial
 * @param options.idIn finds the event in an execution's data, its ID as the first group
 */
export async function startsByEvent(n8n: Pick<N8nInstance, 'client'>, trial: EventTrial, { after, idIn }: { after: number; idIn: RegExp }): Promise<Map<string, number>> {
	const last = (await trial.started()) + MOST_OTHERS;
	const starts = new Map<string, number>();
	await runPool(last, 10, async (at) => {
		const id = after + at + 1;
		const execution = (await n8n.client.call('GET', `/rest/executions/${id}`)) as Partial<ExecutionSummary & { data: unknown }> | undefined;
		if (execution?.workflowId !== trial.workflowId) return;
		const { data } = execution;
		// Wherever in its data: one that was cut off has it among what was still to be done.
		const event = idIn.exec(typeof data === 'string' ? data : JSON.stringify(data))?.[1];
		if (event === undefined) throw new Error(`Execution ${id} holds no event.`);
		starts.set(event, (starts.get(event) ?? 0) + 1);
	});
	return starts;
}
