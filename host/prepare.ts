import { ensureHost } from './install';
import { migratedFolder } from './migrated';

const report = (line: string): void => console.log(line);

/**
 * `tsx host/prepare.ts [version ...]`: installs n8n ahead of the tests that need it, where its progress can be seen.
 */
async function prepare(versions: ReadonlyArray<string | undefined>): Promise<void> {
	for (const version of versions) {
		const host = await ensureHost({ version, report });
		await migratedFolder(host, report);
		console.log(`n8n ${host.version} on Node ${host.node.version} is in ${host.folder}`);
	}
}

const versions = process.argv.slice(2);
prepare(versions.length > 0 ? versions : [undefined]).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
