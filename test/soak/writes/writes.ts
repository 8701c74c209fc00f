import { startN8n, type Host, type N8nInstance } from '../../../host';
import { tradevestWrites } from '../../support/services/Tradevest.writes';
import { xcoverSignedWrites, xcoverTokenWrites } from '../../support/services/XCoverElements.writes';
import { onceOf, type WriteFault, type WritesOfService } from '../../support/services/writesOfService';
import type { SoakTable } from '../table';
import { spread, WRITE_FAULTS } from './faults';
import { writesTable, type FaultRounds, type Round } from './judge';
import { WriteTrial } from './writeTrial';

/** The services whose writes are tried, by the part of the soak that tries them: a part for each, and a line for each way in. */
export const WRITES_OF_SERVICES: Readonly<Record<string, readonly WritesOfService[]>> = {
	'tradevest-writes': [tradevestWrites],
	'xcover-writes': [xcoverSignedWrites, xcoverTokenWrites],
};

/** Writes under way side by side, and those that one kill of n8n meets: 50 are two times as many. */
const AT_ONCE = 25;
/** Five tries of a write, each with its look-ups, on a busy machine. */
const LONGEST_MS = 600_000;

/** Every write that happens once, of each of these services, under each fault so many times, in one n8n with Retry On Fail set to five tries. */
export async function soakWrites(services: readonly WritesOfService[], host: Host, packageFile: string, times: number, tell: (line: string) => void): Promise<SoakTable> {
	const n8n = await startN8n({ host, packages: [packageFile] });
	try {
		const tables: SoakTable[] = [];
		for (const service of services) tables.push(await ofService(n8n, service, times, tell));
		return {
			head: ['service', ...(tables[0]?.head ?? [])],
			rows: tables.flatMap(({ rows }, at) => rows.map((row) => [services[at]?.name ?? '', ...row])),
			faults: tables.flatMap(({ faults }) => faults),
		};
	} finally {
		await n8n.stop();
	}
}

async function ofService(n8n: N8nInstance, service: WritesOfService, times: number, tell: (line: string) => void): Promise<SoakTable> {
	const names = onceOf(service.resources);
	const all: FaultRounds[] = [];
	for (const [at, fault] of [...WRITE_FAULTS, ...(service.ownFaults ?? [])].entries()) {
		const begun = Date.now();
		const rounds: Round[] = [];
		const wanted = spread(names, times, at);
		for (let from = 0; from < wanted.length; from += AT_ONCE) rounds.push(...(await together(n8n, service, wanted.slice(from, from + AT_ONCE), fault)));
		const one: FaultRounds = { fault, rounds, tookMs: Date.now() - begun };
		all.push(one);
		tell(`${service.name}, ${fault.name}: ${rounds.length} writes, ${rounds.flatMap(({ held }) => held).length} carried out (${Math.round(one.tookMs / 1000)} s)`);
		for (const line of writesTable([one]).faults) tell(`  ${line}`);
	}
	return writesTable(all);
}

/** Some writes at the same time, each at a partner of its own. */
async function together(n8n: N8nInstance, service: WritesOfService, names: readonly string[], fault: WriteFault): Promise<Round[]> {
	const trials = await Promise.all(names.map(async (name) => await WriteTrial.begin(n8n, service, name, fault)));
	for (const trial of trials) trial.meet(fault);
	await Promise.all(trials.map(async (trial) => await trial.call()));
	if (fault.isKill) {
		await until(() => trials.every(({ received }) => received > 0), () => trials.filter(({ received }) => received === 0).map(({ name }) => name));
		await n8n.kill();
		for (const trial of trials) trial.calm();
		await n8n.start();
		// n8n has recovered when it has marked what was cut off.
		await Promise.all(trials.map(async (trial) => await trial.tellings(1, LONGEST_MS)));
		await Promise.all(trials.map(async (trial) => await trial.call()));
	}
	const count = fault.isKill ? 2 : 1;
	const rounds = await Promise.all(trials.map(async (trial) => trial.round(await trial.tellings(count, LONGEST_MS))));
	await Promise.all(trials.map(async (trial) => await trial.end()));
	return rounds;
}

/** @param late what has not happened, for the message */
async function until(isSo: () => boolean, late: () => readonly string[], timeoutMs = 240_000): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (!isSo()) {
		if (Date.now() > deadline) throw new Error(`Not sent in time: ${late().join(', ')}.`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
