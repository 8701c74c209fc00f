import { ensureHost, packPackage, startQueueN8n, type QueueN8n } from '../../host';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../sandbox/srsSips';
import { OrderTrial } from '../support/orders/orderTrial';

/** An order is placed at most once where two workers get it at the same moment: they share n8n's database, and no memory. */
jest.setTimeout(180_000);

/** `npm run soak` does the same with 50. */
const TIMES = 3;
const TOGETHER = 8;

let n8n: QueueN8n;
let sandbox: SrsSipsSandbox;

beforeAll(async () => {
	const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	n8n = await startQueueN8n({ host, packages: [await packPackage()], workers: 2 });
	// With it another worker knows the order again. Without it nothing proves that a row is this order.
	sandbox = await startSrsSipsSandbox({ webhookMode: 'none', listCarriesTransactionId: true });
}, 900_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

it.each(Array.from({ length: TIMES }, (_, at) => `QUEUE-${at}`))('the same order four times at once is placed once (%s)', async (poNumber) => {
	const trial = await OrderTrial.begin(n8n, sandbox, poNumber, { lookUpSeconds: 10 });
	sandbox.control.fault({ operationId: 'submitOrder', kind: 'latency', ms: 500, times: 1 });
	const ends = await trial.place([poNumber, poNumber, poNumber, poNumber], { atOnce: 4 });
	expect(trial.tally(ends)).toEqual({ orders: 1, withOrder: 4, errors: {}, held: 1, twice: 0, missing: 0 });
	expect(ends.filter(({ order }) => order?.alreadySubmitted === false)).toHaveLength(1);
});

it('many orders, each twice at once, are placed once each, though all write the same row of the database', async () => {
	const trial = await OrderTrial.begin(n8n, sandbox, 'Many', { lookUpSeconds: 10 });
	const poNumbers = Array.from({ length: TOGETHER }, (_, at) => `MANY-${at}`);
	const ends = await trial.place([...poNumbers, ...poNumbers], { atOnce: TOGETHER * 2 });
	expect(trial.tally(ends)).toEqual({ orders: TOGETHER, withOrder: TOGETHER * 2, errors: {}, held: TOGETHER, twice: 0, missing: 0 });
});

it('workers that were started anew know what was sent', async () => {
	const trial = await OrderTrial.begin(n8n, sandbox, 'Renewed');
	await trial.place(['RENEWED-1']);
	await n8n.restartWorkers();
	const ends = await trial.place(['RENEWED-1']);
	expect(trial.tally(ends)).toMatchObject({ withOrder: 1, held: 1, twice: 0 });
	expect(ends[0]?.order).toMatchObject({ alreadySubmitted: true, outcomeFrom: 'lookUp' });
});

it('where SIPS lists orders without a transaction id, a worker that knows no more leaves it to a person, and sends nothing', async () => {
	sandbox.control.change({ listCarriesTransactionId: false });
	const trial = await OrderTrial.begin(n8n, sandbox, 'Nameless');
	await trial.place(['NAMELESS-1']);
	await n8n.restartWorkers();
	const ends = await trial.place(['NAMELESS-1']);
	sandbox.control.change({ listCarriesTransactionId: true });
	expect(trial.tally(ends)).toMatchObject({ withOrder: 0, errors: { unknownOutcome: 1 }, held: 1, twice: 0, missing: 0 });
});
