import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../host';
import { SU_BURST, suBurstWithAKill } from '../support/webhook/suBurst';

/**
 * Many events at once, and n8n dies in the middle. The same several times: `npm run soak -- events`. The time-out ends a test that hangs: 2,000
 * executions took two minutes on one machine, and ten on a build server with other work.
 */
jest.setTimeout(900_000);

let n8n: N8nInstance;

beforeAll(async () => {
	const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	n8n = await startN8n({ host, packages: [await packPackage()] });
}, 900_000);

afterAll(async () => {
	await n8n?.stop();
});

it('Su: every message of 20 properties starts its workflow and is acknowledged in the end, and no queue stands still', async () => {
	const tally = await suBurstWithAKill(n8n, { ...SU_BURST, seed: 2 });
	expect(tally).toMatchObject({ pushed: 1_000, acknowledged: 1_000, standingStill: [], lost: 0 });
	expect(tally.twice).toBeLessThanOrEqual(tally.mostTwice);
	// Else n8n was not killed in the middle of it.
	expect(tally.pushedAgain).toBeGreaterThan(0);
	process.stdout.write(`Su, 1,000 pushes, 200 of them repeats, n8n killed half-way: ${tally.twice} messages started twice (at most ${tally.mostTwice}), in ${tally.seconds.toFixed(1)} s\n`);
});
