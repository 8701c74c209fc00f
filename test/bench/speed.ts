import type { Scene } from '../../demo/scene';
import { itemsOfCase, PRICES, READS, validateCase, type Case } from './cases';
import type { Line } from './line';
import { alternate, median, ratio, stored, timeOf } from './measure';
import type { Profiler } from './profile';
import { count, round, rowAsText, type Bound, type Row, type Table } from './row';
import { sharesAsText } from './shares';
import { withHttpRequest, withOurNode } from './workflows';

const ITEMS = 1_000;
/** A partner is never as near as the sandbox. */
const LATENCY_MS = 50;
/** What `READS` asks for. */
const MOST_AT_ONCE = 50;

interface Trial {
	readonly what: string;
	readonly work: Case;
	readonly latencyMs?: number;
	/** How many times as fast as the HTTP Request node. */
	readonly least: number;
	/** Requests of our node. */
	readonly mostRequests?: number;
}

/** What is compared, in the order of the tables. */
function trials({ hasIsolates }: Line): Trial[] {
	return [
		{ what: 'Customer: Validate, 1,000 different customers', work: validateCase(ITEMS), least: hasIsolates ? 6 : 4 },
		{ what: 'the same, 40 different customers among 1,000 items', work: validateCase(40), least: 30, mostRequests: 40 },
		{ what: 'Product: Get Prices, 1,000 items, four fields by expression', work: PRICES, least: 40, mostRequests: 10 },
		{ what: `the same at ${LATENCY_MS} ms`, work: PRICES, latencyMs: LATENCY_MS, least: 15, mostRequests: 10 },
		{ what: `Customer: Get, 1,000 different customers at ${LATENCY_MS} ms`, work: READS, latencyMs: LATENCY_MS, least: 2.5 },
	];
}

/**
 * Our node beside the stock HTTP Request node: how many times as fast, and who used the processor meanwhile.
 *
 * @returns the tables `speed` and `shares`
 */
export async function measureSpeed(scene: Scene, line: Line, profiler: Profiler, rounds: number): Promise<Table[]> {
	const speed: Row[] = [];
	const shares: Row[] = [];
	scene.sandbox.control.change({ extraCustomers: ITEMS });
	for (const trial of trials(line)) {
		scene.sandbox.control.change({ latencyMs: trial.latencyMs ?? 0 });
		const { row, ours } = await compared(scene, trial, rounds);
		speed.push(row);
		shares.push({ what: trial.what, figure: sharesAsText(await profiler.sharesOf(scene, ours)), bounds: [] });
		console.log(`${rowAsText(row)}\n${' '.repeat(8)}${shares.at(-1)?.figure}`);
	}
	scene.sandbox.control.change({ latencyMs: 0 });
	return [{ name: 'speed', rows: speed }, { name: 'shares', rows: shares }];
}

async function compared(scene: Scene, { what, work, least, mostRequests }: Trial, rounds: number): Promise<{ row: Row; ours: string }> {
	const items = itemsOfCase(work, ITEMS);
	const ourWorkflow = withOurNode(what, items, work.parameters);
	const atOnce = work === READS ? await mostAtOnce(scene, await stored(scene, ourWorkflow)) : undefined;
	const { times, requests, tokenCalls, ours } = await alternate(scene, {
		ours: ourWorkflow,
		stock: withHttpRequest(what, items, work.request(scene.sandbox.url)),
		items: ITEMS,
		operationId: work.operationId,
	}, rounds);
	const value = ratio(times);
	const bounds: Bound[] = [
		{ value, least },
		...(mostRequests === undefined ? [] : [{ of: 'requests', value: requests.ours, most: mostRequests }]),
		...(atOnce === undefined ? [] : [{ of: 'at once', value: atOnce, most: MOST_AT_ONCE }]),
	];
	const beside = {
		'ms of both': `${count(median(times.ours))} / ${count(median(times.stock))}`,
		requests: `${count(requests.ours)} / ${count(requests.stock)}`,
		'token calls': count(tokenCalls),
	};
	return { row: { what, figure: round(value), bounds, beside }, ours };
}

/** The most requests of ours under way at once. To be asked while the partner has seen none of the stock node, which sends all at once. */
async function mostAtOnce(scene: Scene, workflowId: string): Promise<number> {
	await timeOf(scene, workflowId, ITEMS);
	return scene.sandbox.control.counts().operations[READS.operationId]?.maxInFlight ?? NaN;
}
