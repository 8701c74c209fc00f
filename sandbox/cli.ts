import { createRequire } from 'node:module';

import { readOptions, usage } from './cliOptions';
import { CONTROL_PREFIX } from './core/control';
import type { Start, Started } from './core/started';

const load = createRequire(__filename);

function introduce(title: string, { url, facts, views }: Started): string {
	return [
		`${title} sandbox at ${url}`,
		...facts.map(([name, value]) => `  ${name.padEnd(15)}${value}`),
		`  ${'control'.padEnd(15)}GET ${url}${CONTROL_PREFIX}/${['counts', 'requests', 'settings', 'faults', ...views].join(' | ')}`,
	].join('\n');
}

const controlHelp = [
	'Control, no login, JSON (all of it: sandbox/README.md)',
	`  PATCH  ${CONTROL_PREFIX}/settings       {"tokenLifeSeconds":60}`,
	`  POST   ${CONTROL_PREFIX}/faults         {"operationId":"getToken","kind":"status","status":500}`,
	`  POST   ${CONTROL_PREFIX}/tokens/revoke | events | reset`,
].join('\n');

async function main(): Promise<void> {
	const { partners, ...options } = readOptions(process.argv.slice(2));
	const running: Started[] = [];
	const closeAll = async () => {
		await Promise.all(running.map(({ close }) => close()));
	};
	try {
		for (const { partner, port } of partners) {
			const { start } = load(`../${partner.folder}/start`) as { start: Start };
			running.push(await start({ ...options, port }));
		}
	} catch (error) {
		// Three of four would look as if all were well.
		await closeAll();
		throw error;
	}
	const introductions = running.map((started, at) => introduce(partners[at]?.partner.title ?? '', started));
	process.stdout.write(`${[...introductions, controlHelp].join('\n')}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void closeAll());
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
	process.exitCode = 1;
});
