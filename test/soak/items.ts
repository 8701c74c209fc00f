import { resolve } from 'node:path';

import { CREDENTIAL, sipsCredentialData } from '../../demo/scene';
import { startN8n, type Host } from '../../host';
import { startSrsSipsSandbox } from '../../sandbox/srsSips';
import { itemsOfCase, PRICES, validateCase } from '../bench/cases';
import { stored, timeOf } from '../bench/measure';
import { withOurNode } from '../bench/workflows';
import { Preloaded } from '../support/process/preloaded';
import { levelTable, megabytes, type MemoryReading } from './level';
import type { SoakTable } from './table';

const COLLECTOR = resolve(__dirname, 'collector.cjs');
/** Items of one run. With two runs each time, the usual number of times is 100,000 items. */
const ITEMS = 1_000;

/** Many items through one n8n, prices and proofs of customers in turns, and what its process holds after each two runs. */
export async function soakItems(host: Host, packageFile: string, times: number, tell: (line: string) => void): Promise<SoakTable> {
	const preloaded = await Preloaded.make(COLLECTOR);
	const sandbox = await startSrsSipsSandbox({ extraCustomers: ITEMS, webhookMode: 'none' });
	const n8n = await startN8n({ host, packages: [packageFile], env: preloaded.env });
	try {
		await n8n.importCredentials([{ ...CREDENTIAL, data: sipsCredentialData(sandbox) }]);
		const ids: string[] = [];
		for (const [title, work] of [['prices', PRICES], ['validate', validateCase(ITEMS)]] as const) {
			ids.push(await stored({ n8n }, withOurNode(title, itemsOfCase(work, ITEMS), work.parameters)));
		}
		const readings: MemoryReading[] = [];
		for (let at = 1; at <= times; at += 1) {
			for (const id of ids) await timeOf({ n8n }, id, ITEMS);
			const held = await preloaded.ask<Omit<MemoryReading, 'items'>>(n8n);
			readings.push({ items: at * ids.length * ITEMS, ...held });
			tell(`${at * ids.length * ITEMS} items: ${megabytes(held.rss)} MB, of these ${megabytes(held.heapUsed)} MB objects`);
		}
		return levelTable(readings);
	} finally {
		await n8n.stop();
		await sandbox.close();
		await preloaded.close();
	}
}
