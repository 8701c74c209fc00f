import { ensureHost, packPackage } from '../../host';
import { soakFaults, soakKills } from './orders';
import { soakQueueOrders } from './queueOrders';
import { broken, markdown, type SoakRow } from './table';

const PARTS = { faults: soakFaults, kills: soakKills, 'queue-orders': soakQueueOrders } as const;
const USUAL_TIMES = 50;

/**
 * `npm run soak [-- part ...] [-- --times N]`: the order cases of the end-to-end tests, 50 times each and with the usual
 * time-outs. Prints a table for docs/sips.md, and fails where an order was placed twice or lost.
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
	const rows: SoakRow[] = [];
	for (const part of parts) {
		console.log(`\n${part}, n8n ${host.version}, ${times} times each`);
		await PARTS[part as keyof typeof PARTS](host, packageFile, times, (row) => {
			rows.push(row);
			console.log(`  ${row.name}: ${row.orders} orders, ${row.held} held, ${row.twice} twice, ${row.missing} missing (${Math.round(row.tookMs / 1000)} s)`);
		});
	}
	console.log(`\n${markdown(rows)}`);
	const faults = rows.flatMap(broken);
	if (faults.length > 0) throw new Error(faults.join('\n'));
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
