import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { setScene, type Scene } from '../../demo/scene';
import { ensureHost, packPackage, type Host } from '../../host';
import { readArguments, type Plan } from './arguments';
import { measureGrowth } from './growth';
import type { Line } from './line';
import { measureLists } from './lists';
import { describeMachine } from './machine';
import { tokensIssued } from './measure';
import { measureMemory } from './memory';
import { withFigures, type Measured } from './page';
import { Profiler } from './profile';
import { misses, rowAsText, type Row, type Table } from './row';
import { measureSpeed } from './speed';
import { measureTrigger, triggerSettings, triggerTable } from './trigger';

const PAGE = resolve(__dirname, '../../docs/speed.md');

/**
 * `npm run bench [-- version ...] [part ...] [--rounds N] [--write]`: the nodes beside the stock HTTP Request node with the same
 * credential, in the same n8n and the same run, by the node times that n8n records. Figures are ratios: absolute times
 * belong to the machine. Fails where one is not as wanted. `--write` puts the figures into docs/speed.md.
 */
async function main(): Promise<void> {
	const plan = readArguments(process.argv.slice(2), process.env.E2E_N8N_VERSION);
	const hosts: Host[] = [];
	for (const { version } of plan.lines) hosts.push(await ensureHost({ version, report: (text) => console.log(text) }));
	// Built once for all that is started here.
	await packPackage({ report: (text) => console.log(text) });
	process.env.HOST_PACKAGE_IS_BUILT = '1';

	const machine = describeMachine(hosts);
	console.log(`\n${machine}`);
	const measured: Measured[] = [];
	for (const line of plan.lines) {
		console.log(`\nn8n ${line.version}, median of ${plan.rounds}`);
		measured.push({ version: line.version, tables: await tablesOf(line, plan) });
	}
	if (plan.isWriting) await writeFile(PAGE, withFigures(await readFile(PAGE, 'utf8'), machine, measured));
	const missed = measured.flatMap(({ version, tables }) => tables.flatMap(misses).map((miss) => `n8n ${version}, ${miss}`));
	if (missed.length > 0) throw new Error(`\nNot as wanted:\n${missed.join('\n')}`);
}

async function tablesOf(line: Line, { parts, rounds }: Plan): Promise<Table[]> {
	const tables: Table[] = [];
	if (parts.includes('speed') || parts.includes('growth')) {
		const profiler = await Profiler.make();
		try {
			await inScene(line, profiler.env, async (scene) => {
				if (parts.includes('speed')) tables.push(...(await measureSpeed(scene, line, profiler, rounds)));
				if (parts.includes('growth')) tables.push(await measureGrowth(scene, rounds));
				const what = 'Token calls in all of this';
				const row: Row = { what, figure: String(tokensIssued(scene)), bounds: [{ value: tokensIssued(scene), most: 1 }] };
				console.log(rowAsText(row));
				tables.push({ name: 'tokens', rows: [row] });
			});
		} finally {
			await profiler.close();
		}
	}
	if (parts.includes('trigger')) {
		const rows: Row[] = [];
		for (const setting of triggerSettings(line.hasIsolates)) {
			await inScene(line, setting.env, async (scene) => {
				rows.push(...(await measureTrigger(scene, setting, rounds)));
			});
		}
		tables.push(triggerTable(rows));
	}
	if (parts.includes('memory')) tables.push(await measureMemory(line, rounds));
	if (parts.includes('lists')) tables.push(await measureLists(rounds));
	return tables;
}

/** One n8n, a partner and the credential between them, for some measurements. */
async function inScene({ version }: Line, env: Readonly<Record<string, string>>, measure: (scene: Scene) => Promise<void>): Promise<void> {
	const scene = await setScene({ n8nVersion: version, n8nEnv: env });
	try {
		await measure(scene);
	} finally {
		await scene.close();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
