import { setScene } from '../../demo/scene';
import { memoryOfACatalogue } from './memory';
import { costOfARequest, lookUps, prices } from './speed';
import { webhookThroughput } from './webhook';

/**
 * `npm run bench`: the nodes beside the stock HTTP Request node with the same credential, in the same n8n and the same run,
 * by the node times that n8n records. Figures are ratios: absolute times belong to the machine.
 */
async function main(): Promise<void> {
	const scene = await setScene({ n8nVersion: process.env.E2E_N8N_VERSION, report: (line) => console.log(`  ${line}`) });
	try {
		await costOfARequest(scene);
		await prices(scene);
		await lookUps(scene);
		await webhookThroughput(scene);
		console.log(`\nToken calls in all of this: ${scene.sandbox.control.counts().tokens.issued}`);
	} finally {
		await scene.close();
	}
	await memoryOfACatalogue();
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
