import { ensureHost, packPackage, type Host } from '../../host';
import { markdownTable } from '../../scripts/markdown.cjs';
import { soakChaos } from './chaos/chaos';
import { soakEvents } from './events';
import { soakItems } from './items';
import { soakFaults, soakKills } from './orders';
import { soakQueueOrders } from './queueOrders';
import { orderTable, type SoakRow, type SoakTable } from './table';
import { soakWrites, WRITES_OF_SERVICES } from './writes/writes';

type Part = (host: Host, packageFile: string, times: number, tell: (line: string) => void) => Promise<SoakTable>;

const PARTS: Readonly<Record<string, Part>> = {
	faults: ofOrders(soakFaults),
	kills: ofOrders(soakKills),
	'queue-orders': ofOrders(soakQueueOrders),
	...Object.fromEntries(Object.entries(WRITES_OF_SERVICES).map(([name, services]): [string, Part] => [name, async (...run) => await soakWrites(services, ...run)])),
	events: soakEvents,
	items: soakItems,
};
/** Runs for a time instead of a number of times, and only where it is asked for. */
const CHAOS = 'chaos';
const USUAL_TIMES = 50;
const USUAL_MINUTES = 60;
const HIGHEST_SEED = 2 ** 32 - 1;

/**
 * `npm run soak [-- part ...] [-- --times N]`: the order cases of the end-to-end tests, 50 times each and with the usual
 * time-outs, the writes of other services that happen once, five bursts of events, and 100,000 items to read. Prints tables for
 * docs/operating.md and the page beside this file, and fails where a write was carried out twice or lost, an event was lost, or memory grew.
 *
 * `npm run soak -- chaos [--minutes N] [--seed S]`: orders and events for an hour while everything fails in between, and a
 * ledger that compares what was told with what is.
 */
async function main(args: readonly string[]): Promise<void> {
	const { times, minutes, seed, named } = readArguments(args);
	const parts = named.length > 0 ? named : Object.keys(PARTS);
	const unknown = parts.filter((part) => !(part in PARTS) && part !== CHAOS);
	if (unknown.length > 0) throw new Error(`Say any of ${[...Object.keys(PARTS), CHAOS].join(', ')}.`);
	const host = await ensureHost({ version: process.env.E2E_N8N_VERSION, report: (line) => console.log(line) });
	const packageFile = await packPackage();
	const faults: string[] = [];
	for (const [name, part] of Object.entries(PARTS)) {
		if (!parts.includes(name)) continue;
		console.log(`\n${name}, n8n ${host.version}, ${times} times each`);
		const table = await part(host, packageFile, times, (line) => console.log(`  ${line}`));
		console.log(`\n${markdownTable(table.head, table.rows)}`);
		faults.push(...table.faults);
	}
	if (parts.includes(CHAOS)) {
		console.log(`\n${CHAOS}, n8n ${host.version}`);
		const table = await soakChaos(host, packageFile, { minutes, seed }, (line) => console.log(`  ${line}`));
		console.log(`\n${markdownTable(table.head, table.rows)}`);
		faults.push(...table.faults);
	}
	if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** @throws Error that says what is wrong with them */
function readArguments(args: readonly string[]): { times: number; minutes: number; seed: number; named: string[] } {
	const named: string[] = [];
	const numbers = new Map([['--times', USUAL_TIMES], ['--minutes', USUAL_MINUTES], ['--seed', Math.floor(Math.random() * HIGHEST_SEED)]]);
	for (let at = 0; at < args.length; at += 1) {
		const arg = args[at] ?? '';
		if (!arg.startsWith('--')) {
			named.push(arg);
			continue;
		}
		if (!numbers.has(arg)) throw new Error(`Say ${[...numbers.keys()].join(', ')} with a number, not ${arg}.`);
		at += 1;
		numbers.set(arg, Number(args[at]));
	}
	const [times = 0, minutes = 0, seed = 0] = numbers.values();
	if (!Number.isSafeInteger(times) || times < 1 || !(minutes > 0) || !Number.isSafeInteger(seed) || seed < 0) {
		throw new Error('Say --times and --seed with a whole number, and --minutes with one above 0.');
	}
	return { times, minutes, seed, named };
}

/** A part that tells of each case of orders as it ends. */
function ofOrders(part: (host: Host, packageFile: string, times: number, tell: (row: SoakRow) => void) => Promise<void>): Part {
	return async (host, packageFile, times, tell) => {
		const rows: SoakRow[] = [];
		await part(host, packageFile, times, (row) => {
			rows.push(row);
			tell(`${row.name}: ${row.orders} orders, ${row.held} held, ${row.twice} twice, ${row.missing} missing (${Math.round(row.tookMs / 1000)} s)`);
		});
		return orderTable(rows);
	};
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
