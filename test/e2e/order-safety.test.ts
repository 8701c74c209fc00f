import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../host';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../sandbox/srsSips';
import { OrderTrial } from '../support/orders/orderTrial';

/** An order is placed at most once though n8n is killed, and though it comes twice: in a real n8n, with Retry On Fail set to five tries. */
jest.setTimeout(120_000);

/** Orders of each kind. `npm run soak` does the same with 50. */
const TIMES = 2;

let n8n: N8nInstance;
let sandbox: SrsSipsSandbox;

beforeAll(async () => {
	const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	n8n = await startN8n({ host, packages: [await packPackage()] });
	sandbox = await startSrsSipsSandbox({ webhookMode: 'none', listCarriesTransactionId: true });
}, 300_000);

afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

afterEach(() => {
	sandbox.control.clearFaults();
	sandbox.control.change({ listCarriesTransactionId: true });
});

const numbers = (name: string) => Array.from({ length: TIMES }, (_, at) => `${name.replace(/\W+/g, '-')}-${at}`);
const submits = () => sandbox.control.counts().operations.submitOrder?.received ?? 0;

describe('n8n killed', () => {
	it.each(numbers('killed before it was sent'))('before the order was sent (%s): run again, it is placed once', async (poNumber) => {
		const trial = await OrderTrial.begin(n8n, sandbox, poNumber);
		// It is being checked when the process dies.
		sandbox.control.fault({ operationId: 'getActiveBranchProducts', kind: 'latency', ms: 2_000 });
		await trial.call(poNumber);
		await until(() => sandbox.control.counts().operations.getActiveBranchProducts?.inFlight === 1);
		await restartAfterKill(trial);
		const ends = await trial.place([poNumber]);
		expect(trial.tally(ends)).toMatchObject({ withOrder: 1, errors: {}, held: 1, twice: 0, missing: 0 });
		expect(ends[0]?.order).toMatchObject({ state: 'accepted', alreadySubmitted: false });
	});

	it.each([
		...numbers('killed after it was taken').map((poNumber) => [poNumber, true] as const),
		['killed-after-it-was-taken-nameless', false] as const,
	])('while SIPS had it and had not answered (%s): run again, it is found by its transaction id alone (listed with it: %s)', async (poNumber, isCarried) => {
		sandbox.control.change({ listCarriesTransactionId: isCarried });
		const trial = await OrderTrial.begin(n8n, sandbox, poNumber);
		const before = submits();
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'silence', when: 'after' });
		await trial.call(poNumber);
		await until(() => sandbox.orders().some((order) => order.poNumber === poNumber));
		await restartAfterKill(trial);
		const ends = await trial.place([poNumber]);
		const errors = isCarried ? {} : { unknownOutcome: 1 };
		expect(trial.tally(ends)).toMatchObject({ withOrder: isCarried ? 1 : 0, errors, held: 1, twice: 0, missing: 0 });
		if (isCarried) expect(ends[0]?.order).toMatchObject({ state: 'accepted', alreadySubmitted: true, outcomeFrom: 'lookUp' });
		else expect(ends[0]?.error?.message).toMatch(/recorded it before, as sent or about to be sent, and the partner lists 412\d{5}( \(status \w+\))?$/);
		expect(submits() - before).toBe(1);
	});

	it('while SIPS had not taken it, beside another order of the PO number: run again, that one is not taken for it', async () => {
		const poNumber = 'killed-beside-another';
		const first = await OrderTrial.begin(n8n, sandbox, `${poNumber}-first`, { transactionId: 'another-order' });
		await first.place([poNumber]);
		const trial = await OrderTrial.begin(n8n, sandbox, poNumber, { whenPoNumberListed: 'send' });
		const before = submits();
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'silence' });
		await trial.call(poNumber);
		await until(() => submits() > before);
		sandbox.control.clearFaults();
		await restartAfterKill(trial);
		const ends = await trial.place([poNumber]);
		expect(trial.tally(ends)).toMatchObject({ withOrder: 0, errors: { unknownOutcome: 1 }, held: 1 });
		expect(submits() - before).toBe(1);
	});

	it('where the connection was cut, beside another order of the PO number: five tries of Retry On Fail do not take that one for it', async () => {
		const poNumber = 'cut-beside-another';
		const first = await OrderTrial.begin(n8n, sandbox, `${poNumber}-first`, { transactionId: 'one-more-order' });
		await first.place([poNumber]);
		const trial = await OrderTrial.begin(n8n, sandbox, poNumber, { whenPoNumberListed: 'send' });
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'cut' });
		const ends = await trial.place([poNumber]);
		expect(trial.tally(ends)).toMatchObject({ withOrder: 0, errors: { unknownOutcome: 1 }, held: 1 });
	});

	it.each(numbers('killed and lost'))('while SIPS had not taken it (%s): run again, it is left to a person', async (poNumber) => {
		const trial = await OrderTrial.begin(n8n, sandbox, poNumber);
		const before = submits();
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'silence' });
		await trial.call(poNumber);
		await until(() => submits() > before);
		sandbox.control.clearFaults();
		await restartAfterKill(trial);
		const ends = await trial.place([poNumber]);
		expect(trial.tally(ends)).toMatchObject({ withOrder: 0, errors: { unknownOutcome: 1 }, held: 0 });
		expect(ends[0]?.error?.message).toMatch(/^Not sent again \(PO .*recorded it before, as sent or about to be sent, and the partner does not list it/);
		expect(ends[0]?.error?.description).toContain('Send Even If Already Sent');
		expect(submits() - before).toBe(1);
	});
});

/** n8n is killed and started again. It has recovered when the execution that was cut off is marked as crashed. */
async function restartAfterKill(trial: OrderTrial): Promise<void> {
	await n8n.kill();
	await n8n.start();
	await trial.endOf(new Set(), 1);
}

describe('the same order twice at once', () => {
	it.each(numbers('at once'))('is placed once, and both executions end with it (%s)', async (poNumber) => {
		const trial = await OrderTrial.begin(n8n, sandbox, poNumber);
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'latency', ms: 300, times: 0 });
		const ends = await trial.place([poNumber, poNumber], { atOnce: 2 });
		expect(trial.tally(ends)).toEqual({ orders: 1, withOrder: 2, errors: {}, held: 1, twice: 0, missing: 0 });
		expect(ends.map(({ order }) => order?.alreadySubmitted).sort()).toEqual([false, true]);
	});
});

async function until(isSo: () => boolean, timeoutMs = 20_000): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (!isSo()) {
		if (Date.now() > deadline) throw new Error('It did not happen in time.');
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
