import { withCredential, type Scene } from '../../demo/scene';
import { nodeTimes, runsOf, type Workflow } from '../../host';
import { MEASURED } from './workflows';

/** Rounds that count. Those of ours and of the stock node alternate, so that a slow moment of the machine hits both. */
export const ROUNDS = 5;

/** What one measurement compares. */
export interface Pair {
	readonly ours: Workflow;
	readonly stock: Workflow;
	/** Items that the measured node must put out, each. */
	readonly items: { readonly ours: number; readonly stock: number };
}

/** Times of the measured node, in milliseconds. */
export interface PairTimes {
	readonly ours: number[];
	readonly stock: number[];
}

/** Runs both several times; the first round of each warms n8n up and is not counted. */
export async function alternate(scene: Scene, { ours, stock, items }: Pair, rounds = ROUNDS): Promise<PairTimes> {
	const ids = { ours: await imported(scene, ours), stock: await imported(scene, stock) };
	const times: PairTimes = { ours: [], stock: [] };
	for (let round = 0; round <= rounds; round += 1) {
		const stockMs = await timeOf(scene, ids.stock, items.stock);
		const oursMs = await timeOf(scene, ids.ours, items.ours);
		if (round === 0) continue;
		times.stock.push(stockMs);
		times.ours.push(oursMs);
	}
	return times;
}

/** Stores a workflow under the scene's credential; returns its id. */
export async function imported(scene: Scene, workflow: Workflow): Promise<string> {
	const [id = ''] = await scene.n8n.importWorkflows([withCredential(workflow)]);
	return id;
}

/** @returns the time that n8n recorded for the measured node, in milliseconds */
export async function timeOf(scene: Scene, workflowId: string, expected: number | { atLeast: number }): Promise<number> {
	const executionId = await scene.n8n.client.run(workflowId);
	const execution = await scene.n8n.client.waitForExecution({ executionId }, 300_000);
	const items = runsOf(execution, MEASURED)[0]?.data?.main?.[0]?.length ?? 0;
	const isComplete = typeof expected === 'number' ? items === expected : items >= expected.atLeast;
	if (execution.status !== 'success' || !isComplete) {
		throw new Error(`The run failed: ${execution.data.resultData.error?.message ?? `${items} items came out`}`);
	}
	return nodeTimes(execution)[MEASURED]?.[0] ?? NaN;
}

export function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** How many times as fast ours is. */
export function ratio({ ours, stock }: PairTimes): number {
	return median(stock) / median(ours);
}

/** One line of the report, its figure in a column. */
export function line(what: string, figure: string | number, wanted = ''): void {
	console.log(`  ${what.padEnd(46)} ${String(figure).padStart(8)}${wanted === '' ? '' : `   (wanted: ${wanted})`}`);
}
