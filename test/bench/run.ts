import { setScene, withCredential, type Scene } from '../../demo/scene';
import { nodeTimes, runsOf, type Workflow } from '../../host';
import { MEASURED, pricesWithOurNode, validateWithHttpRequest, validateWithOurNode } from './workflows';

const ITEMS = 1_000;
const CONCURRENCY = 20;
const ROUNDS = 5;

/**
 * `npm run bench`: how fast the nodes are beside the stock HTTP Request node, in the same n8n, in the same run, by the
 * node times that n8n records. Rounds alternate, so that a slow moment of the machine hits both.
 */
async function main(): Promise<void> {
	const scene = await setScene({ report: (line) => console.log(`  ${line}`) });
	try {
		await measureValidate(scene);
		await measurePrices(scene);
		const { issued } = scene.sandbox.control.counts().tokens;
		console.log(`\nToken calls in the whole run: ${issued}`);
	} finally {
		await scene.close();
	}
}

async function measureValidate(scene: Scene): Promise<void> {
	const ours = await imported(scene, validateWithOurNode(ITEMS, CONCURRENCY));
	const stock = await imported(scene, validateWithHttpRequest(ITEMS, scene.sandbox.url));
	const times: { ours: number[]; stock: number[] } = { ours: [], stock: [] };
	// The first round of each warms n8n up and is not counted.
	for (let round = 0; round <= ROUNDS; round += 1) {
		const [stockMs, oursMs] = [await measured(scene, stock), await measured(scene, ours)];
		if (round === 0) continue;
		times.stock.push(stockMs);
		times.ours.push(oursMs);
	}
	console.log(`\nCustomer: Validate, ${ITEMS} items, a GET each (median of ${ROUNDS})`);
	console.log(`  stock HTTP Request node, same credential   ${rate(times.stock)} items/s`);
	console.log(`  SRS SIPS node, concurrency ${CONCURRENCY}              ${rate(times.ours)} items/s`);
	console.log(`  ratio                                      ${(median(times.stock) / median(times.ours)).toFixed(2)} times as fast (wanted: at least 4)`);
}

async function measurePrices(scene: Scene): Promise<void> {
	const id = await imported(scene, pricesWithOurNode(ITEMS));
	const before = received(scene, 'getPrices');
	await measured(scene, id);
	console.log(`\nProduct: Get Prices, ${ITEMS} items`);
	console.log(`  requests                                   ${received(scene, 'getPrices') - before} (wanted: at most 10)`);
}

async function imported(scene: Scene, workflow: Workflow): Promise<string> {
	const [id = ''] = await scene.n8n.importWorkflows([withCredential(workflow)]);
	return id;
}

/** @returns the time that n8n recorded for the measured node, in milliseconds */
async function measured(scene: Scene, workflowId: string): Promise<number> {
	const executionId = await scene.n8n.client.run(workflowId);
	const execution = await scene.n8n.client.waitForExecution({ executionId });
	const items = runsOf(execution, MEASURED)[0]?.data?.main?.[0]?.length;
	if (execution.status !== 'success' || items !== ITEMS) {
		throw new Error(`The run failed: ${execution.data.resultData.error?.message ?? `${String(items)} items came out`}`);
	}
	return nodeTimes(execution)[MEASURED]?.[0] ?? NaN;
}

function received(scene: Scene, operationId: string): number {
	return scene.sandbox.control.counts().operations[operationId]?.received ?? 0;
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function rate(times: readonly number[]): string {
	return String(Math.round((ITEMS * 1000) / median(times))).padStart(6);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
