import type { N8nInstance } from '../../host';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../sandbox/srsSips';
import { leaveSharedN8n, sharedN8n } from '../support/e2e/sharedN8n';
import { ORDER_FAULTS } from '../support/orders/orderFaults';
import { OrderTrial } from '../support/orders/orderTrial';
import { atUnusedAddress } from '../support/partner/unusedAddress';

/** An order is placed at most once, whatever SIPS does: in a real n8n, with Retry On Fail set to five tries. */
jest.setTimeout(120_000);

/** Orders of each kind. `npm run soak` does the same with 50. */
const TIMES = 3;

let n8n: N8nInstance;
let sandbox: SrsSipsSandbox;

beforeAll(async () => {
	n8n = await sharedN8n();
	sandbox = await atUnusedAddress(async () => await startSrsSipsSandbox({ webhookMode: 'none', listCarriesTransactionId: true }));
}, 300_000);

afterAll(async () => {
	await leaveSharedN8n();
	await sandbox?.close();
});

afterEach(() => {
	sandbox.control.clearFaults();
});

const numbers = (name: string) => Array.from({ length: TIMES }, (_, at) => `${name.replace(/\W+/g, '-')}-${at}`);
const submits = () => sandbox.control.counts().operations.submitOrder?.received ?? 0;

describe.each(ORDER_FAULTS)('$name', ({ name, fault, ends, timesAnOrder, isSilent }) => {
	it(`ends with ${ends === 'order' ? 'the order' : 'an error that says that nobody knows'}, and it is sent once`, async () => {
		const trial = await OrderTrial.begin(n8n, sandbox, name, isSilent ? { timeoutMs: 1_000 } : {});
		const before = submits();
		sandbox.control.fault({ operationId: 'submitOrder', times: timesAnOrder === undefined ? 0 : timesAnOrder * TIMES, ...fault });
		const results = await trial.place(numbers(name));
		const isTaken = ends === 'order';
		expect(trial.tally(results)).toEqual({
			orders: TIMES, withOrder: isTaken ? TIMES : 0, errors: isTaken ? {} : { unknownOutcome: TIMES }, held: isTaken ? TIMES : 0, twice: 0, missing: 0,
		});
		// What was surely not taken goes out a second time, all else never.
		expect(submits() - before).toBe(TIMES * (timesAnOrder === undefined ? 1 : 2));
		for (const { error } of results) {
			if (error) expect(error.description).toMatch(/To find it: Order: Find with PO Number/);
		}
	});
});
