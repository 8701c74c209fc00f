import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../host';
import { EventTrial } from '../support/webhook/eventTrial';
import { hookBodies } from '../support/webhook/hookBodies';
import { LEVEL_BYTES, sendMany } from '../support/webhook/manyCalls';
import { sipsEvent } from '../support/webhook/sipsEvent';

/** Ten thousand bodies of every kind at the trigger of a real n8n. */
const COUNT = 10_000;
/** The same bodies again: `BODIES_SEED=... npm run test:e2e trigger-bodies`. */
const SEED = Number(process.env.BODIES_SEED ?? Date.now() % 2 ** 31);

jest.setTimeout(300_000);

let n8n: N8nInstance;
let trial: EventTrial;

beforeAll(async () => {
	const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	// n8n 2.41 takes isolates for a webhook, at 30 calls a second. What is looked at here is elsewhere.
	n8n = await startN8n({ host, packages: [await packPackage()], env: { N8N_EXPRESSION_ENGINE: 'legacy' } });
	trial = await EventTrial.begin(n8n);
}, 300_000);

afterAll(async () => {
	await n8n?.stop();
});

it(`${COUNT} bodies of every kind: no crash, no execution for a refused one, level memory, and the next good event is handled`, async () => {
	const bodies = hookBodies(COUNT, SEED);
	const answers = { refused: 0, started: 0, before: 0 };
	const { pid } = n8n;

	const take = async (at: number): Promise<string | undefined> => {
		const { what, bytes, headers, isFit } = bodies[at]!;
		const { status, data } = await trial.send(bytes, { headers });
		const message = (data as { message?: string }).message;
		if (isFit && status === 200 && message === 'Workflow was started') answers.started += 1;
		else if (isFit && status === 200 && message === 'Received before') answers.before += 1;
		else if (!isFit && (status === 400 || status === 413) && typeof (data as { error?: unknown }).error === 'string') answers.refused += 1;
		else return `${what}: ${status} ${JSON.stringify(data).slice(0, 200)}: ${bytes.toString('latin1').slice(0, 200)}`;
		return undefined;
	};
	const good = async (at: number): Promise<string | undefined> => {
		const { status } = await trial.send(sipsEvent({ eventId: `good ${at}` }));
		if (status !== 200) return String(status);
		answers.started += 1;
		return undefined;
	};
	const { wrong, growthBytes } = await sendMany(n8n, COUNT, take, good);

	expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] });
	expect(n8n.pid).toBe(pid);
	expect(answers.refused).toBeGreaterThan(COUNT * 0.8);
	expect(await trial.started()).toBe(answers.started);
	const last = await trial.send(sipsEvent({ eventId: 'the last one' }));
	expect(last).toMatchObject({ status: 200, data: { message: 'Workflow was started' } });
	expect(growthBytes).toBeLessThan(LEVEL_BYTES);
});
