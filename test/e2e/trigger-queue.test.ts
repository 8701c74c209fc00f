import { ensureHost, packPackage, startQueueN8n, type QueueN8n } from '../../host';
import { EventTrial } from '../support/webhook/eventTrial';
import { sipsEvent } from '../support/webhook/sipsEvent';

/** Two processes of n8n take webhooks. They share its database, and no memory. */
jest.setTimeout(180_000);

let n8n: QueueN8n;
let trial: EventTrial;
/** The webhook process, and the main one, which takes webhooks as well here. */
let urls: [string, string];

beforeAll(async () => {
	const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	n8n = await startQueueN8n({ host, packages: [await packPackage()], workers: 1, env: { N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'false' } });
	trial = await EventTrial.begin(n8n);
	urls = [trial.url, `http://127.0.0.1:${n8n['main'].env.N8N_PORT}/webhook/${trial.path}`];
}, 900_000);

afterAll(async () => {
	await n8n?.stop();
});

it('the same event at both, one after the other, starts one execution', async () => {
	for (let at = 0; at < 10; at += 1) {
		const answers = [];
		for (const url of at % 2 === 0 ? urls : urls.toReversed()) answers.push((await trial.send(sipsEvent({ eventId: `S${at}` }), { url })).data);
		expect(answers).toEqual([{ message: 'Workflow was started' }, { message: 'Received before' }]);
	}
	expect(await trial.started()).toBe(10);
});

it('the same event at both in the same moment starts at least one, and never more than one in each; later it starts none', async () => {
	const before = await trial.started();
	const starts: number[] = [];
	for (let at = 0; at < 20; at += 1) {
		const answers = await Promise.all([...urls, ...urls].map(async (url) => await trial.send(sipsEvent({ eventId: `B${at}` }), { url })));
		starts.push(answers.filter(({ data }) => (data as { message?: string }).message === 'Workflow was started').length);
		expect(answers.every(({ status }) => status === 200)).toBe(true);
	}
	expect(Math.min(...starts)).toBeGreaterThanOrEqual(1);
	expect(Math.max(...starts)).toBeLessThanOrEqual(2);
	expect(await trial.started()).toBe(before + starts.reduce((sum, count) => sum + count, 0));
	// Both know of all of them from here on.
	for (let at = 0; at < 20; at += 1) {
		for (const url of urls) expect((await trial.send(sipsEvent({ eventId: `B${at}` }), { url })).data).toEqual({ message: 'Received before' });
	}
});
