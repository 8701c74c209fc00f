import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { NewCredential, Workflow } from './client';
import { run, tail } from './command';
import { instanceEnvironment, type Place } from './environment';
import { freePorts } from './ports';

/** The first start of n8n sets up its database and reads all its files: a slow machine needs more than a minute. */
const TIMEOUT_MS = 180_000;

/** A credential with the id that workflows refer to it by. */
export interface CredentialToImport extends NewCredential {
	readonly id: string;
}

/** Runs a command of n8n's own command line beside a running server, and returns what it printed. */
export async function n8nCommand(place: Place, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string> {
	// The server holds its own broker port; a command that runs nodes opens one too.
	const [brokerPort = 0] = await freePorts(1);
	const { exitCode, output } = await run({
		program: place.host.node.program,
		args: [place.host.program, ...args],
		cwd: place.userFolder,
		env: instanceEnvironment({ ...place, brokerPort }, env),
		timeoutMs: TIMEOUT_MS,
		timeoutAdvice: 'Run your command (such as npm run demo) again: the second time is quicker, since what was installed stays.',
	});
	if (exitCode !== 0) throw new Error(`n8n ${args[0]} failed with exit code ${exitCode}.\n${tail(output)}`);
	return output;
}

/** Imports workflows (a file, or given ones) and returns their ids. They come in switched off. */
export async function importWorkflows(place: Place, source: string | readonly Workflow[]): Promise<string[]> {
	const parsed: unknown = typeof source === 'string' ? JSON.parse(await readFile(source, 'utf8')) : source;
	const workflows = (Array.isArray(parsed) ? parsed : [parsed]) as Workflow[];
	// Without an id n8n would make one up and not tell it.
	const named = workflows.map((workflow) => ({ ...workflow, id: workflow.id ?? randomUUID().replaceAll('-', '').slice(0, 16) }));
	await importJson(place, 'workflow', named);
	return named.map(({ id }) => id);
}

/** Imports credentials under the ids they carry; n8n encrypts them on the way in. */
export async function importCredentials(place: Place, credentials: readonly CredentialToImport[]): Promise<void> {
	await importJson(place, 'credentials', credentials);
}

async function importJson(place: Place, kind: 'workflow' | 'credentials', content: unknown): Promise<void> {
	const file = join(place.userFolder, `import-${randomUUID()}.json`);
	// Credentials lie in it in the clear for these two seconds.
	await writeFile(file, JSON.stringify(content), { mode: 0o600 });
	try {
		const output = await n8nCommand(place, [`import:${kind}`, `--input=${file}`]);
		// A failed import is only logged; the exit code is 0 all the same.
		if (!output.includes('Successfully imported')) throw new Error(`n8n import:${kind} failed.\n${tail(output)}`);
	} finally {
		await rm(file, { force: true });
	}
}
