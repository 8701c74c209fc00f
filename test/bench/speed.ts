import type { Scene } from '../../demo/scene';
import { alternate, imported, line, median, ratio, ROUNDS, timeOf, type PairTimes } from './measure';
import { withHttpRequest, withOurNode } from './workflows';

const ITEMS = 1_000;
/** A partner is never as near as the sandbox. */
const LATENCY_MS = 50;

/** A customer's proof, with fixed values: nothing but the request differs. */
const VALIDATE = { resource: 'customer', operation: 'validate', customerCode: 'DEMO100', proof: 'integrationKey', integrationKey: 'RDG100' };
const validateUrl = (baseUrl: string) => `${baseUrl}/customers/validate/?accountNumber=DEMO100&integrationKey=RDG100`;

/** What an authenticated request costs, with no latency to hide it. */
export async function costOfARequest(scene: Scene): Promise<void> {
	const concurrency = 20;
	const times = await alternate(scene, {
		ours: withOurNode('validate', ITEMS, { ...VALIDATE, options: { concurrency } }),
		stock: withHttpRequest('validate', ITEMS, validateUrl(scene.sandbox.url)),
		items: { ours: ITEMS, stock: ITEMS },
	});
	console.log(`\nCustomer: Validate, ${ITEMS} items, a GET each, no latency (median of ${ROUNDS})`);
	rates(times);
	line(`ratio, concurrency ${concurrency}`, ratio(times).toFixed(2), 'at least 4');
}

/** Prices share requests. */
export async function prices(scene: Scene): Promise<void> {
	scene.sandbox.control.change({ latencyMs: LATENCY_MS });
	const before = received(scene, 'getPrices');
	// Both have one expression, the quantity.
	const body = `={{ JSON.stringify({
		sourceSystem: 'DEMOCRM', customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: 43, transactionId: 'bench',
		productList: [{ productId: 6000, productName: 'Ridgeway Heritage Shingles', productOptions: ['Black Shadow'], quantity: $json.n + 1, uom: 'BD' }],
	}) }}`;
	const times = await alternate(scene, {
		ours: withOurNode('prices', ITEMS, {
			resource: 'product', operation: 'getPrices', customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: '43',
			productId: '6000', option: 'Black Shadow', quantity: '={{ $json.n + 1 }}', uom: 'BD',
		}),
		stock: withHttpRequest('prices', ITEMS, `${scene.sandbox.url}/products/v2/price`, body),
		items: { ours: ITEMS, stock: ITEMS },
	});
	// A round is one run of each; the stock node makes a request an item.
	const ours = (received(scene, 'getPrices') - before) / (ROUNDS + 1) - ITEMS;
	scene.sandbox.control.change({ latencyMs: 0 });
	console.log(`\nProduct: Get Prices, ${ITEMS} items, ${LATENCY_MS} ms latency (median of ${ROUNDS})`);
	rates(times);
	line('ratio', ratio(times).toFixed(1), 'at least 15');
	line(`requests for ${ITEMS} prices`, ours, 'at most 10');
}

/** One request an item, but never more than so many at a time. */
export async function lookUps(scene: Scene): Promise<void> {
	const concurrency = 50;
	scene.sandbox.control.change({ latencyMs: LATENCY_MS });
	const parameters = { resource: 'customer', operation: 'get', customerCode: 'DEMO100', options: { concurrency } };
	const ours = withOurNode('look-ups', ITEMS, parameters);
	// First, while the partner has seen no request of the stock node, which sends all at once.
	await timeOf(scene, await imported(scene, ours), ITEMS);
	const most = scene.sandbox.control.counts().operations.getCustomer?.maxInFlight ?? NaN;
	const times = await alternate(scene, {
		ours,
		stock: withHttpRequest('look-ups', ITEMS, `${scene.sandbox.url}/customers/DEMO100`),
		items: { ours: ITEMS, stock: ITEMS },
	});
	scene.sandbox.control.change({ latencyMs: 0 });
	console.log(`\nCustomer: Get, ${ITEMS} items, a GET each, ${LATENCY_MS} ms latency (median of ${ROUNDS})`);
	rates(times);
	line(`ratio, concurrency ${concurrency} against all at once`, ratio(times).toFixed(2), 'at least 1.2');
	line('most requests under way at once, our node', most, `at most ${concurrency}`);
}

function received(scene: Scene, operationId: string): number {
	return scene.sandbox.control.counts().operations[operationId]?.received ?? 0;
}

function rates({ ours, stock }: PairTimes): void {
	const rate = (times: readonly number[]) => Math.round((ITEMS * 1000) / median(times));
	line('stock HTTP Request node, items/s', rate(stock));
	line('SRS SIPS node, items/s', rate(ours));
}
