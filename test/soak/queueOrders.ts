import { startQueueN8n, type Host } from '../../host';
import { startSrsSipsSandbox } from '../../sandbox/srsSips';
import { OrderTrial } from '../support/orders/orderTrial';
import { numbers, row } from './orders';
import { sum, type SoakRow } from './table';

const SAME_AT_ONCE = 4;
const DIFFERENT_AT_ONCE = 5;
/** n8n lists at most 100 executions of a workflow, so each workflow gets fewer. */
const ORDERS_A_WORKFLOW = 20;

/** The same orders at the same moment on two workers, which share n8n's database and no memory. */
export async function soakQueueOrders(host: Host, packageFile: string, times: number, tell: (row: SoakRow) => void): Promise<void> {
	const sandbox = await startSrsSipsSandbox({ webhookMode: 'none', listCarriesTransactionId: true });
	const n8n = await startQueueN8n({ host, packages: [packageFile], workers: 2 });
	try {
		const name = 'two workers, each order four times at once';
		const rows: SoakRow[] = [];
		for (let from = 0; from < times; from += ORDERS_A_WORKFLOW) {
			const part = `${name} ${from}`;
			const trial = await OrderTrial.begin(n8n, sandbox, part, { lookUpSeconds: 10 });
			const poNumbers = numbers(`queue ${from}`, Math.min(ORDERS_A_WORKFLOW, times - from));
			const calls: string[] = [];
			for (let at = 0; at < poNumbers.length; at += DIFFERENT_AT_ONCE) {
				const some = poNumbers.slice(at, at + DIFFERENT_AT_ONCE);
				for (let copy = 0; copy < SAME_AT_ONCE; copy += 1) calls.push(...some);
			}
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'latency', ms: 200, times: 0 });
			rows.push(await row(name, sandbox, trial, async () => await trial.place(calls, { atOnce: SAME_AT_ONCE * DIFFERENT_AT_ONCE, timeoutMs: 300_000 })));
		}
		tell(sum(name, rows));
	} finally {
		await n8n.stop();
		await sandbox.close();
	}
}
