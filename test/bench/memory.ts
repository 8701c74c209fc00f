import { readFile, writeFile } from 'node:fs/promises';

import { setScene, type Scene } from '../../demo/scene';
import type { Workflow } from '../../host';
import { order, signIn } from '../unit/sandbox/support';
import { itemsOfCase, PRICES } from './cases';
import type { Line } from './line';
import { ended, measuredTime, median, stored } from './measure';
import { count, round, rowAsText, type Row, type Table } from './row';
import { withHttpRequest, withOurNode } from './workflows';

const PRODUCTS = 50_000;
const ORDERS = 1_000;
const PRICED = 10_000;
const ROUNDS = 3;
const MOST = 1.2;

interface Job {
	readonly what: string;
	readonly ours: Workflow;
	readonly stock: Workflow;
	/** Items that come out of each. */
	readonly items: { readonly ours: number; readonly stock: number };
}

/**
 * The most memory that n8n's process holds during a large run, beside the HTTP Request node's. Each run is the first of a
 * process, since memory that was once taken is seldom given back.
 */
export async function measureMemory({ version }: Line, rounds: number): Promise<Table> {
	const scene = await setScene({ n8nVersion: version });
	try {
		scene.sandbox.control.change({ extraProducts: PRODUCTS, webhookMode: 'none', lastOrderState: 'Order Received' });
		await placeOrders(scene);
		const rows: Row[] = [];
		for (const job of await jobs(scene)) {
			rows.push(await compared(scene, job, Math.min(rounds, ROUNDS)));
			console.log(rowAsText(rows.at(-1)!));
		}
		return { name: 'memory', rows };
	} finally {
		await scene.close();
	}
}

async function jobs({ sandbox }: Scene): Promise<Job[]> {
	const client = await signIn(sandbox);
	const catalogue = (await client.get<unknown[]>('/products/v2/catalog')).body.length;
	const one = { count: 1 };
	return [
		{
			what: `Product: Get Prices, ${count(PRICED)} items`,
			ours: withOurNode('many prices', itemsOfCase(PRICES, PRICED), PRICES.parameters),
			stock: withHttpRequest('many prices', itemsOfCase(PRICES, PRICED), PRICES.request(sandbox.url)),
			items: { ours: PRICED, stock: PRICED },
		},
		{
			what: `Product: Get Catalog, ${count(PRODUCTS)} products`,
			ours: withOurNode('catalogue', one, { resource: 'product', operation: 'getCatalog', returnAll: true, simplify: false }),
			stock: withHttpRequest('catalogue', one, { url: `${sandbox.url}/products/v2/catalog` }),
			// The range itself comes on top.
			items: { ours: catalogue, stock: catalogue },
		},
		{
			what: `Order: Get Many, ${count(ORDERS)} orders`,
			ours: withOurNode('orders', one, { resource: 'order', operation: 'getAll', returnAll: true }),
			stock: withHttpRequest('orders', one, { url: `${sandbox.url}/orders/List`, jsonBody: '{}' }),
			// The stock node makes one item of the whole answer.
			items: { ours: ORDERS, stock: 1 },
		},
	];
}

/** Past n8n, straight at the partner. */
async function placeOrders({ sandbox }: Scene): Promise<void> {
	const client = await signIn(sandbox);
	for (let at = 1; at <= ORDERS; at += 1) await client.post('/orders/v2/submit', order({ transactionID: `bench-${at}` }));
	const held = sandbox.orders().length;
	if (held !== ORDERS) throw new Error(`The sandbox holds ${held} orders, not ${ORDERS}.`);
}

async function compared(scene: Scene, { what, ours, stock, items }: Job, rounds: number): Promise<Row> {
	const ids = { ours: await stored(scene, ours), stock: await stored(scene, stock) };
	const peaks: { ours: number[]; stock: number[] } = { ours: [], stock: [] };
	for (let round = 0; round < rounds; round += 1) {
		for (const one of ['stock', 'ours'] as const) peaks[one].push(await peakOf(scene, ids[one], items[one]));
	}
	const [our, their] = [median(peaks.ours), median(peaks.stock)];
	return { what, figure: round(our / their), bounds: [{ value: our / their, most: MOST }], beside: { 'MB of both': `${megabytes(our)} / ${megabytes(their)}` } };
}

/**
 * @returns bytes: the most that a new process of n8n held during the run
 * @throws Error where the run failed
 */
async function peakOf(scene: Scene, workflowId: string, items: number, triesLeft = 3): Promise<number> {
	await scene.n8n.restart();
	const { pid } = scene.n8n;
	if (pid === undefined) throw new Error('n8n is not running.');
	await forgetPeak(pid);
	const executionId = await ended(scene, workflowId);
	// Before n8n sends what came out.
	const peak = await peakBytes(pid);
	const execution = await scene.n8n.client.getExecution(executionId);
	// A starting n8n looks for executions that its last process left behind, and may take one that has just begun for one of them.
	if (execution.status === 'crashed' && triesLeft > 0) return await peakOf(scene, workflowId, items, triesLeft - 1);
	measuredTime(execution, items);
	return peak;
}

/** Makes Linux forget the process's peak. */
async function forgetPeak(pid: number): Promise<void> {
	await writeFile(`/proc/${pid}/clear_refs`, '5');
}

async function peakBytes(pid: number): Promise<number> {
	const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
	if (kilobytes === undefined) throw new Error('Linux does not tell the peak of a process.');
	return Number(kilobytes) * 1024;
}

function megabytes(bytes: number): string {
	return count(Math.round(bytes / 1_048_576));
}
