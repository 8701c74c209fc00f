import { startN8n, type Host, type N8nInstance } from '../../host';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../sandbox/srsSips';
import { ORDER_FAULTS, type OrderFault } from '../support/orders/orderFaults';
import { OrderTrial, type OrderEnd } from '../support/orders/orderTrial';
import type { SoakRow } from './table';

/** n8n runs so many executions side by side without trouble. */
const AT_ONCE = 10;
/** Orders under way when n8n is killed. */
const PER_KILL = 5;
/** Five tries of an order, each with the usual time-out. */
const LONGEST_MS = 600_000;

/** Every fault of the call of Submit, so many times, in one n8n with Retry On Fail set to five tries. */
export async function soakFaults(host: Host, packageFile: string, times: number, tell: (row: SoakRow) => void): Promise<void> {
	await inOneN8n(host, packageFile, async (n8n, sandbox) => {
		for (const fault of ORDER_FAULTS) tell(await withFault(n8n, sandbox, fault, times));
		tell(await twiceAtOnce(n8n, sandbox, times));
	});
}

/** n8n killed at every point of an order's way, so many orders each. */
export async function soakKills(host: Host, packageFile: string, times: number, tell: (row: SoakRow) => void): Promise<void> {
	await inOneN8n(host, packageFile, async (n8n, sandbox) => {
		tell(await killed(n8n, sandbox, 'n8n killed before it was sent, run again', times, 'before'));
		tell(await killed(n8n, sandbox, 'n8n killed while SIPS had it, run again', times, 'taken'));
		tell(await killed(n8n, sandbox, 'n8n killed, and SIPS had not taken it, run again', times, 'lost'));
	});
}

async function inOneN8n(host: Host, packageFile: string, work: (n8n: N8nInstance, sandbox: SrsSipsSandbox) => Promise<void>): Promise<void> {
	const sandbox = await startSrsSipsSandbox({ webhookMode: 'none', listCarriesTransactionId: true });
	const n8n = await startN8n({ host, packages: [packageFile] });
	try {
		await work(n8n, sandbox);
	} finally {
		await n8n.stop();
		await sandbox.close();
	}
}

async function withFault(n8n: N8nInstance, sandbox: SrsSipsSandbox, { name, fault, timesAnOrder }: OrderFault, times: number): Promise<SoakRow> {
	// The time-out is the usual one: silence lasts 60 seconds.
	const trial = await OrderTrial.begin(n8n, sandbox, name);
	sandbox.control.fault({ operationId: 'submitOrder', times: timesAnOrder === undefined ? 0 : timesAnOrder * times, ...fault });
	return await row(name, sandbox, trial, async () => await trial.place(numbers(name, times), { atOnce: AT_ONCE, timeoutMs: LONGEST_MS }));
}

/** n8n dies with orders under way, is started again, and every order is run again. */
async function killed(n8n: N8nInstance, sandbox: SrsSipsSandbox, name: string, times: number, when: 'before' | 'taken' | 'lost'): Promise<SoakRow> {
	const trial = await OrderTrial.begin(n8n, sandbox, name);
	const received = (operationId: string) => sandbox.control.counts().operations[operationId]?.received ?? 0;
	return await row(name, sandbox, trial, async () => {
		const ends: OrderEnd[] = [];
		const all = numbers(name, times);
		for (let from = 0; from < all.length; from += PER_KILL) {
			const some = all.slice(from, from + PER_KILL);
			if (when === 'before') sandbox.control.fault({ operationId: 'getActiveBranchProducts', kind: 'latency', ms: 3_000, times: some.length });
			else sandbox.control.fault({ operationId: 'submitOrder', kind: 'silence', when: when === 'taken' ? 'after' : 'before', times: some.length });
			const earlier = await trial.executionIds();
			const waiting = when === 'before' ? 'getActiveBranchProducts' : 'submitOrder';
			const receivedBefore = received(waiting);
			for (const poNumber of some) await trial.call(poNumber);
			await until(() => received(waiting) - receivedBefore === some.length);
			await n8n.kill();
			sandbox.control.clearFaults();
			await n8n.start();
			// n8n has recovered when it has marked what was cut off.
			await trial.endOf(earlier, some.length);
			ends.push(...(await trial.place(some, { atOnce: some.length, timeoutMs: LONGEST_MS })));
		}
		return ends;
	});
}

async function twiceAtOnce(n8n: N8nInstance, sandbox: SrsSipsSandbox, times: number): Promise<SoakRow> {
	const name = 'two executions with the same order at once';
	const trial = await OrderTrial.begin(n8n, sandbox, name);
	sandbox.control.fault({ operationId: 'submitOrder', kind: 'latency', ms: 200, times: 0 });
	return await row(name, sandbox, trial, async () => await trial.place(numbers(name, times).flatMap((one) => [one, one]), { atOnce: AT_ONCE, timeoutMs: LONGEST_MS }));
}

/** Runs a case and counts. Faults end with it. */
export async function row(name: string, sandbox: SrsSipsSandbox, trial: OrderTrial, run: () => Promise<OrderEnd[]>): Promise<SoakRow> {
	const sent = () => sandbox.control.counts().operations.submitOrder?.received ?? 0;
	const [before, startedAt] = [sent(), Date.now()];
	const ends = await run();
	sandbox.control.clearFaults();
	return { name, ...trial.tally(ends), sent: sent() - before, tookMs: Date.now() - startedAt };
}

/** PO numbers of one case. */
export function numbers(name: string, times: number): string[] {
	return Array.from({ length: times }, (_, at) => `${name.replace(/\W+/g, '-').slice(0, 30)}-${at}`);
}

async function until(isSo: () => boolean, timeoutMs = 60_000): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (!isSo()) {
		if (Date.now() > deadline) throw new Error('It did not happen in time.');
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
