import { setTimeout as sleep } from 'node:timers/promises';

import { withCredential, type Scene } from '../../demo/scene';
import { isFinished, nodeTimes, RestError, runsOf, type Execution, type Workflow } from '../../host';
import { MEASURED } from './workflows';

const LONGEST_MS = 300_000;
/** Seldom, since n8n answers in the process that is measured; the first time soon, since short runs are over by then. */
const FIRST_POLL_MS = 150;
const POLL_MS = 400;

/** What one measurement compares. */
export interface Pair {
	readonly ours: Workflow;
	readonly stock: Workflow;
	/** Items that the measured node must put out. */
	readonly items: number;
	/** The call of the partner that both make. */
	readonly operationId: string;
}

/** What came of a pair. */
export interface PairRun {
	/** Times of the measured node, in milliseconds. */
	readonly times: PairTimes;
	/** Requests of one run of each. */
	readonly requests: { readonly ours: number; readonly stock: number };
	/** Token calls of all rounds of both. */
	readonly tokenCalls: number;
	/** The id of the workflow with our node, for one more run. */
	readonly ours: string;
}

/** Times of both, in milliseconds. */
export interface PairTimes {
	readonly ours: number[];
	readonly stock: number[];
}

/** Runs both several times, in turns, so that a slow moment of the machine hits both. A first round of each warms n8n up and is not counted. */
export async function alternate(scene: Scene, { ours, stock, items, operationId }: Pair, rounds: number): Promise<PairRun> {
	const ids = { ours: await stored(scene, ours), stock: await stored(scene, stock) };
	const times: PairTimes = { ours: [], stock: [] };
	const requests = { ours: NaN, stock: NaN };
	const tokensBefore = tokensIssued(scene);
	for (let round = 0; round <= rounds; round += 1) {
		for (const one of ['stock', 'ours'] as const) {
			const before = received(scene, operationId);
			const took = await timeOf(scene, ids[one], items);
			requests[one] = received(scene, operationId) - before;
			if (round > 0) times[one].push(took);
		}
	}
	return { times, requests, tokenCalls: tokensIssued(scene) - tokensBefore, ours: ids.ours };
}

/** Stores a workflow under the scene's credential; returns its id. */
export async function stored({ n8n }: Pick<Scene, 'n8n'>, workflow: Workflow): Promise<string> {
	const { id } = await n8n.client.createWorkflow(withCredential(workflow));
	return id;
}

/** @returns the time that n8n recorded for the measured node, in milliseconds */
export async function timeOf(scene: Pick<Scene, 'n8n'>, workflowId: string, items: number): Promise<number> {
	return measuredTime(await scene.n8n.client.getExecution(await ended(scene, workflowId)), items);
}

/** Runs a workflow and waits for its end, without a look at its data. @returns the id of the execution */
export async function ended({ n8n: { client } }: Pick<Scene, 'n8n'>, workflowId: string): Promise<string> {
	const executionId = await client.run(workflowId);
	const deadline = Date.now() + LONGEST_MS;
	await sleep(FIRST_POLL_MS);
	for (;;) {
		const execution = (await orBusy(client.listExecutions(workflowId, 1)))?.find(({ id }) => id === executionId);
		if (execution && isFinished(execution)) return executionId;
		if (Date.now() > deadline) throw new Error(`Execution ${executionId} did not end in time.`);
		await sleep(POLL_MS);
	}
}

/** Undefined where n8n has no time for it: during a large run it does not answer, or counts its own database as gone. */
async function orBusy<T>(call: Promise<T>): Promise<T | undefined> {
	return await call.catch((error: unknown) => {
		if (error instanceof RestError && (error.status === undefined || error.status === 503)) return undefined;
		throw error;
	});
}

/** @throws Error where the run failed, or the node put out another number of items */
export function measuredTime(execution: Execution, items: number): number {
	const run = runsOf(execution, MEASURED)[0];
	const found = run?.data?.main?.[0]?.length ?? 0;
	if (execution.status !== 'success' || found !== items) {
		throw new Error(`The run ended as ${execution.status}: ${execution.data.resultData.error?.message ?? `${found} items came out, and ${items} were expected`}`);
	}
	return nodeTimes(execution)[MEASURED]?.[0] ?? NaN;
}

/** Requests for a call that the partner has received so far. */
export function received(scene: Scene, operationId: string): number {
	return scene.sandbox.control.counts().operations[operationId]?.received ?? 0;
}

export function tokensIssued({ sandbox }: Scene): number {
	return sandbox.control.counts().tokens.issued;
}

export function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** How many times as fast ours is. */
export function ratio({ ours, stock }: PairTimes): number {
	return median(stock) / median(ours);
}
