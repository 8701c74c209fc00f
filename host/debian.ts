import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { run, runOrThrow } from './command';
import { reportElapsed, type Report } from './report';

const INSTALL_TIMEOUT_MS = 5 * 60_000;
const APT = '/usr/bin/apt-get';

/** A program, by the Debian package that brings it. */
export interface Tool {
	readonly program: string;
	readonly debianPackage: string;
}

/** Programs that have to be there. */
export interface NeededTools {
	readonly tools: readonly Tool[];
	/** What for, as the end of "Installing redis-server ...". */
	readonly purpose: string;
	/** The message where they cannot be installed from here. */
	readonly whenMissing: (missing: readonly Tool[]) => string;
	/** Whether a program is there; without it, whether it tells its version. */
	readonly isPresent?: (program: string) => Promise<boolean>;
	readonly report: Report;
}

/** Sees to it that programs are there. On Debian, as root, what is missing is installed; elsewhere a message says what to install. */
export async function ensureTools({ tools, purpose, whenMissing, isPresent = tellsVersion, report }: NeededTools): Promise<void> {
	const present = await Promise.all(tools.map(async ({ program }) => await isPresent(program)));
	const missing = tools.filter((_tool, at) => !present[at]);
	if (missing.length === 0) return;
	if (!existsSync(APT) || process.getuid?.() !== 0) throw new Error(whenMissing(missing));
	const packages = missing.map(({ debianPackage }) => debianPackage);
	await reportElapsed(`Installing ${packages.join(', ')} ${purpose}`, report, async () => {
		const apt = { program: APT, cwd: tmpdir(), env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: INSTALL_TIMEOUT_MS };
		await runOrThrow({ ...apt, args: ['update'] });
		await runOrThrow({ ...apt, args: ['install', '-y', '--no-install-recommends', ...packages] });
	});
}

/** What to do by hand. */
export function howToInstall(debianPackages: readonly string[]): string {
	return `Install them and try again; on Debian or Ubuntu: sudo apt-get update && sudo apt-get install ${debianPackages.join(' ')}`;
}

/** Whether a program is there and answers. */
export async function tellsVersion(program: string): Promise<boolean> {
	try {
		const { exitCode } = await run({ program, args: ['--version'], cwd: tmpdir(), env: process.env, timeoutMs: 20_000 });
		return exitCode === 0;
	} catch {
		return false;
	}
}
