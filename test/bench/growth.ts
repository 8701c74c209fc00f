import type { Scene } from '../../demo/scene';
import { itemsOfCase, PRICES, validateCase, type Case } from './cases';
import { median, stored, timeOf } from './measure';
import { round, rowAsText, type Row, type Table } from './row';
import { withOurNode } from './workflows';

const COUNTS = [100, 1_000, 10_000];
/** Runs that make one figure, in a round: n8n counts whole milliseconds, and a hundred items take a few. */
const RUNS = [10, 5, 1];
/** Each of many runs. */
const ROUNDS = 3;
/** How much dearer an item may be among ten times as many: what is measured twice differs by some percent. */
const MOST_GROWTH = 1.15;

/** What an item costs our node among few and among many, no latency. */
export async function measureGrowth(scene: Scene, rounds: number): Promise<Table> {
	const most = Math.max(...COUNTS);
	scene.sandbox.control.change({ extraCustomers: most, latencyMs: 0 });
	const rows: Row[] = [];
	for (const [what, work] of [['Customer: Validate, different customers', validateCase(most)], ['Product: Get Prices', PRICES]] as const) {
		const costs = await costsOfAnItem(scene, what, work, Math.min(rounds, ROUNDS));
		const relative = costs.map((cost) => cost / (costs[0] ?? NaN));
		const growth = Math.max(...costs.slice(1).map((cost, at) => cost / (costs[at] ?? NaN)));
		rows.push({ what, figure: relative.map(round).join(' : '), bounds: [{ of: 'from one to the next', value: growth, most: MOST_GROWTH }] });
		console.log(rowAsText(rows.at(-1)!));
	}
	return { name: 'growth', rows };
}

/** The middle of the rounds, for each count, in milliseconds. Counts take turns, so that a slow moment hits all. */
async function costsOfAnItem(scene: Scene, what: string, work: Case, rounds: number): Promise<number[]> {
	const ids: string[] = [];
	for (const count of COUNTS) ids.push(await stored(scene, withOurNode(`${what}, ${count} items`, itemsOfCase(work, count), work.parameters)));
	const costs: number[][] = COUNTS.map(() => []);
	for (let round = 0; round <= rounds; round += 1) {
		for (const [at, items] of COUNTS.entries()) {
			let took = 0;
			const runs = RUNS[at] ?? 1;
			for (let run = 0; run < runs; run += 1) took += await timeOf(scene, ids[at] ?? '', items);
			// The first round warms n8n up.
			if (round > 0) costs[at]?.push(took / runs / items);
		}
	}
	return costs.map(median);
}
