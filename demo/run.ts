import { parseArgs } from 'node:util';

import { Listr } from 'listr2';

import { exampleOrders, placeOrder, waitForEvents, type OrderResult, type ReceivedEvent } from './orders';
import { setScene, type Scene } from './scene';
import { summaryTable } from './table';

interface Progress {
	scene?: Scene;
	results: OrderResult[];
	events: Map<string, ReceivedEvent[]>;
}

const KEEP_PORTS = { n8n: 5678, sandbox: 4010 };

/**
 * `npm run demo`: three orders from example files through a real n8n to the SIPS sandbox and back. Exits with 0 only if
 * all of it went well. `--keep` leaves everything running for a look.
 */
async function main(): Promise<void> {
	const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false }, 'n8n-version': { type: 'string' } } });
	const isLive = Boolean(process.stdout.isTTY) && !process.env.CI;
	const progress: Progress = { results: [], events: new Map() };
	const orders = await exampleOrders();

	const tasks = new Listr<Progress, 'default', 'verbose'>(
		[
			{
				title: 'n8n with the packed package, a credential and the example workflows',
				task: async (context, task) => {
					context.scene = await setScene({
						n8nVersion: values['n8n-version'],
						...(values.keep ? { n8nPort: KEEP_PORTS.n8n, sandboxPort: KEEP_PORTS.sandbox } : {}),
						report: (line) => {
							task.output = line;
						},
					});
					task.title = `n8n ${context.scene.n8n.host.version} with the packed package, a credential and the example workflows`;
				},
			},
			...orders.map((order) => ({
				title: `Order ${order.name} (${order.body.lines.length} lines)`,
				task: async ({ scene, results }: Progress) => {
					if (scene) results.push(await placeOrder(scene, order));
				},
			})),
			{
				title: 'Events of the three orders received by the trigger workflow',
				task: async (context) => {
					if (context.scene) context.events = await waitForEvents(context.scene, context.results);
				},
			},
		],
		{ ctx: progress, renderer: 'default', fallbackRenderer: 'verbose', fallbackRendererCondition: () => !isLive },
	);

	try {
		await tasks.run();
		const { scene, results, events } = progress;
		if (!scene) throw new Error('The demo did not start.');
		console.log(`\n${summaryTable(orders, results, events)}\n`);
		confirm(scene, orders.length);
		if (values.keep) {
			await keepOpen(scene);
			return;
		}
	} finally {
		if (!values.keep || progress.results.length < orders.length) await progress.scene?.close();
	}
}

/** Says what the partner counted, and fails if that is not what it must be. */
function confirm({ sandbox }: Scene, orderCount: number): void {
	const placed = sandbox.orders().length;
	const { issued } = sandbox.control.counts().tokens;
	console.log(`The sandbox counted ${issued} token call${issued === 1 ? '' : 's'} and ${placed} orders.`);
	if (placed !== orderCount) throw new Error(`${orderCount} orders were fed in, but the sandbox holds ${placed}.`);
	if (issued !== 1) throw new Error(`One token call was expected, the sandbox counted ${issued}.`);
}

async function keepOpen({ n8n, sandbox, orderUrl, close }: Scene): Promise<void> {
	const { email, password } = n8n.client.owner;
	console.log(
		[
			'',
			`n8n        ${n8n.url}`,
			`  e-mail     ${email}`,
			`  password   ${password}`,
			`SIPS       ${sandbox.url} (sandbox; what it was sent: ${sandbox.url}/__sandbox__/orders)`,
			`New order  sed s/LEAK-0093/LEAK-0094/ examples/orders/repair.json | curl -X POST -H 'content-type: application/json' -d @- ${orderUrl}`,
			'',
			'Press Ctrl-C to stop.',
		].join('\n'),
	);
	await new Promise<void>((resolve) => {
		process.once('SIGINT', resolve);
		process.once('SIGTERM', resolve);
	});
	await close();
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
