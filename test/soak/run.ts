import { ensureHost, packPackage, type Host } from '../../host';
import { markdownTable } from '../../scripts/markdown.cjs';
import { soakEvents } from './events';
import { soakFaults, soakKills } from './orders';
import { soakQueueOrders } from './queueOrders';
import { orderTable, type SoakRow, type SoakTable } from './table';

type Part = (host: Host, packageFile: string, times: number, tell: (line: string) => void) => Promise<SoakTable>;

const PARTS: Readonly<Record<string, Part>> = {
	faults: ofOrders(soakFaults),
	kills: ofOrders(soakKills),
	'queue-orders': ofOrders(soakQueueOrders),
	events: soakEvents,
};
const USUAL_TIMES = 50;

/**
 * `npm run soak [-- part ...] [-- --times N]`: the order cases of the end-to-end tests, 50 times each and with the usual
 * time-outs, and five bursts of events. Prints tables for docs/sips.md and docs/triggers.md, and fails where an order was
 * placed twice or lost, or an event was lost.
 */
async function main(args: readonly string[]): Promise<void> {
	const at = args.indexOf('--times');
	const times = at < 0 ? USUAL_TIMES : Number(args[at + 1]);
	const named = args.filter((arg, place) => !arg.startsWith('--') && (at < 0 || place !== at + 1));
	const parts = named.length > 0 ? named : Object.keys(PARTS);
	const unknown = parts.filter((part) => !(part in PARTS));
	if (unknown.length > 0 || !Number.isSafeInteger(times) || times < 1) {
		throw new Error(`Say any of ${Object.keys(PARTS).join(', ')}, and --times with a whole number.`);
	}
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
	if (faults.length > 0) throw new Error(faults.join('\n'));
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
