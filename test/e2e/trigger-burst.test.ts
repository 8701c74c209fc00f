import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../host';
import { BURST, brokenBy, burstWithAKill } from '../support/webhook/eventBurst';

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

it('SIPS: every event starts its workflow, and only those twice that were under way or not yet stored when n8n was killed', async () => {
	const tally = await burstWithAKill(n8n, { ...BURST, seed: 1 });
	expect(brokenBy(tally)).toEqual([]);
	expect(tally.callsAgain).toBeGreaterThan(0);
});
