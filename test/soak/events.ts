import { startN8n, type Host } from '../../host';
import { BURST, brokenBy, burstWithAKill, sipsBurst, type BurstService } from '../support/webhook/eventBurst';
import { tradevestBurst } from '../support/webhook/tradevestBurst';
import type { SoakTable } from './table';

/** The services whose triggers are tried, a line each. */
const SERVICES: readonly BurstService[] = [sipsBurst, tradevestBurst];

/** A burst is a thousand events. */
const BURSTS = 0.1;

/** Bursts of events at each trigger, n8n killed in the middle of each, with the duplicates at other places each time. */
export async function soakEvents(host: Host, packageFile: string, times: number, tell: (line: string) => void): Promise<SoakTable> {
	const rows: Array<Array<string | number>> = [];
	const faults: string[] = [];
	for (const service of SERVICES) {
		for (let seed = 1; seed <= Math.ceil(times * BURSTS); seed += 1) {
			const name = `${service.name} ${seed}`;
			const n8n = await startN8n({ host, packages: [packageFile] });
			try {
				const tally = await burstWithAKill(n8n, { ...BURST, seed }, service);
				const { distinct, duplicates, callsAgain, swallowed, lost, twice, twiceUnanswered, twiceNotStored, seconds } = tally;
				rows.push([name, distinct, duplicates, callsAgain, swallowed, lost, twice, twiceUnanswered, twiceNotStored, Math.round(seconds)]);
				faults.push(...brokenBy(tally).map((fault) => `burst ${name}: ${fault}`));
				tell(`burst ${name}: ${distinct} events and ${duplicates} again, ${lost} lost, ${twice} started twice (${Math.round(seconds)} s)`);
			} finally {
				await n8n.stop();
			}
		}
	}
	const head = ['burst', 'events', 'sent a second time', 'calls made again', 'of these: 200 from a starting n8n', 'lost', 'started twice', 'of these: no answer when killed', 'of these: answered just before', 'seconds'];
	return { head, rows, faults };
}
