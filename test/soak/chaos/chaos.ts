import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Host } from '../../../host';
import type { SoakTable } from '../table';
import { booksOf } from './books';
import { doStep } from './doStep';
import { emptiness } from './emptiness';
import type { ExecutionRows } from './executionRows';
import { figuresOf } from './figures';
import { liesIn } from './ledger';
import { makePlan } from './plan';
import { PROCESSES } from './planFaults';
import { quietLooks } from './quietLooks';
import { reasonsOf } from './reasons';
import type { Lie } from './records';
import { startWorld, type World } from './world';

/** What was begun may take so long to end: tries, look-ups, starts of n8n. */
const LONGEST_END_MS = 240_000;
/** Executions of which nothing has changed for this long stay as they are: their process was killed. */
const STANDSTILL_MS = 45_000;
const TELL_EVERY_MS = 60_000;
const MOST_SHOWN = 40;
/** Not committed. */
const FOLDER = resolve(__dirname, '../../../.build');

/** Orders and events for a while, with faults of everything in between; in the end what was told is compared with what is. */
export async function soakChaos(host: Host, packageFile: string, { minutes, seed }: { minutes: number; seed: number }, tell: (line: string) => void): Promise<SoakTable> {
	tell(`seed ${seed}, ${minutes} minutes; the same again: npm run soak -- chaos --minutes ${minutes} --seed ${seed}`);
	const plan = makePlan(seed, minutes);
	const world = await startWorld(host, packageFile, tell);
	try {
		const problems: string[] = [];
		const begun = Date.now();
		const underWay: Array<Promise<void>> = [];
		let [done, toldAt] = [0, begun];
		for (const step of plan.steps) {
			await sleep(Math.max(0, begun + step.atMs - Date.now()));
			underWay.push(doStep(step, world).catch((error: unknown) => void problems.push(`${step.do}: ${error instanceof Error ? error.message : String(error)}`)));
			done += 1;
			if (Date.now() - toldAt < TELL_EVERY_MS) continue;
			toldAt = Date.now();
			tell(`${Math.round((Date.now() - begun) / 60_000)} min: ${done} of ${plan.steps.length} steps, ${world.sandbox.orders().length} orders placed`);
		}
		// An edit is saved again until n8n takes it; that must not be for ever.
		await Promise.race([Promise.all(underWay), sleep(LONGEST_END_MS, undefined, { ref: false })]);
		const unfinished = await calmDown(world, tell);
		for (const problem of new Set(problems)) tell(`a step failed: ${problem}`);
		const books = await booksOf(world, await world.rows.all());
		const lies = liesIn(books);
		const run = {
			n8n: host.version,
			asked: world.load.asked.size,
			submits: submitsOf(world),
			kills: world.processes.kills,
			pauses: world.processes.pauses,
			startedAgain: world.processes.startedAgain,
			unready: world.processes.unready,
			edits: world.credential.edits + world.eventCredential.edits,
			unfinished,
		};
		tell('why orders were not told as placed:');
		for (const reason of reasonsOf(books.orders)) tell(`  ${reason}`);
		tell(`all that was compared: ${await keep(`chaos-${host.version}-${seed}`, { plan, books, lies, logs: world.n8n.logs() })}`);
		return { head: ['what', 'how many'], rows: figuresOf(plan, run, books, lies), faults: [...faultsOf(lies, seed), ...emptiness(books)] };
	} finally {
		await world.end();
	}
}

/** All faults end, and what was begun comes to its end. @returns executions that did not */
async function calmDown({ sandbox, otherSandbox, database, clocks, processes, n8n, log, rows }: World, tell: (line: string) => void): Promise<number> {
	database.release();
	for (const { control } of [sandbox, otherSandbox]) control.clearFaults();
	sandbox.control.change({ webhookMode: 'none' });
	for (const name of PROCESSES) {
		await clocks.set(name, 0);
		n8n.signalProcess(name, 'SIGCONT');
	}
	const missing = await processes.missingAfter(LONGEST_END_MS);
	if (missing.length > 0) tell(`did not come up again: ${missing.join(', ')}`);
	await endOfExecutions(rows);
	await sandbox.control.settled();
	if (!(await quietLooks(sandbox))) tell('the watches looked too seldom in the quiet at the end');
	const left = await endOfExecutions(rows);
	log.stop();
	return left;
}

/** @returns executions that did not come to their end */
async function endOfExecutions(rows: ExecutionRows): Promise<number> {
	const deadline = Date.now() + LONGEST_END_MS;
	let [left, since] = [await rows.unfinished(), Date.now()];
	while (left > 0 && Date.now() < deadline && Date.now() - since < STANDSTILL_MS) {
		await sleep(1_000);
		const now = await rows.unfinished();
		if (now !== left) [left, since] = [now, Date.now()];
	}
	return left;
}

async function keep(name: string, content: unknown): Promise<string> {
	await mkdir(FOLDER, { recursive: true });
	const file = join(FOLDER, `${name}.json`);
	await writeFile(file, JSON.stringify(content, null, 1));
	return file;
}

function submitsOf({ sandbox, otherSandbox }: World): number {
	return [sandbox, otherSandbox].reduce((sum, { control }) => sum + (control.counts().operations.submitOrder?.received ?? 0), 0);
}

/** With the seed and the evidence of each, so that it can be run again and understood. */
function faultsOf(lies: readonly Lie[], seed: number): string[] {
	if (lies.length === 0) return [];
	const shown = lies.slice(0, MOST_SHOWN).map(({ what, evidence }) => `${what}: ${JSON.stringify(evidence)}`);
	const more = lies.length > MOST_SHOWN ? [`and ${lies.length - MOST_SHOWN} more`] : [];
	return [`chaos, seed ${seed}: ${lies.length} lies`, ...shown, ...more];
}
