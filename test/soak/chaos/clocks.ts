import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureTools, howToInstall, type Report } from '../../../host';

const LIBRARIES = '/usr/lib';
const LIBRARY = 'faketime/libfaketime.so.1';

/** A clock for each process of n8n, which can be stepped while it runs (libfaketime). What measures time that passes is left alone. */
export class Clocks {
	private constructor(
		private readonly folder: string,
		private readonly library: string,
	) {}

	static async make(names: readonly string[], report: Report): Promise<Clocks> {
		await ensureTools({
			tools: [{ program: 'faketime', debianPackage: 'faketime' }],
			purpose: 'to step the clock of single processes',
			whenMissing: () => `The clocks of processes cannot be stepped, since faketime is missing. ${howToInstall(['faketime'])}`,
			report,
		});
		const folders = (await readdir(LIBRARIES)).map((folder) => join(LIBRARIES, folder, LIBRARY));
		const library = folders.find((path) => existsSync(path));
		if (library === undefined) throw new Error(`faketime is there, and no ${LIBRARY} below ${LIBRARIES}.`);
		const clocks = new Clocks(await mkdtemp(join(tmpdir(), 'n8n-clocks-')), library);
		for (const name of names) await clocks.set(name, 0);
		return clocks;
	}

	/** The environment with which a process looks at its own clock. */
	envOf(name: string): Record<string, string> {
		return {
			LD_PRELOAD: this.library,
			FAKETIME_TIMESTAMP_FILE: this.fileOf(name),
			// How long the file is not read again, in seconds.
			FAKETIME_CACHE_DURATION: '1',
			FAKETIME_DONT_FAKE_MONOTONIC: '1',
			DONT_FAKE_MONOTONIC: '1',
			NO_FAKE_STAT: '1',
		};
	}

	/** @param seconds by which the clock is ahead; negative for behind */
	async set(name: string, seconds: number): Promise<void> {
		const file = this.fileOf(name);
		// Renamed into place: half a file would be another time.
		await writeFile(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`);
		await rename(`${file}.new`, file);
	}

	async remove(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}

	private fileOf(name: string): string {
		return join(this.folder, name.replaceAll(' ', '-'));
	}
}
