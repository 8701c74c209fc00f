import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { run, runOrThrow } from './command';
import { reportElapsed, type Report } from './report';

/** What compiling n8n's native parts needs, by the Debian package that brings it. */
const TOOLS: ReadonlyArray<{ program: string; debianPackage: string }> = [
	{ program: 'python3', debianPackage: 'python3' },
	{ program: 'make', debianPackage: 'make' },
	{ program: 'g++', debianPackage: 'g++' },
];
const INSTALL_TIMEOUT_MS = 5 * 60_000;
const APT = '/usr/bin/apt-get';

/**
 * Sees to it that a compiler is there. On Debian, as root, what is missing is installed; elsewhere a message says what to
 * install.
 */
export async function ensureBuildTools(report: Report): Promise<void> {
	const present = await Promise.all(TOOLS.map(async ({ program }) => await answers(program)));
	const missing = TOOLS.filter((_tool, at) => !present[at]);
	if (missing.length === 0) return;
	const packages = missing.map(({ debianPackage }) => debianPackage);
	if (!existsSync(APT) || process.getuid?.() !== 0) throw new Error(toolsMissing(missing.map(({ program }) => program), packages));
	await reportElapsed(`Installing ${packages.join(', ')} to compile n8n's native parts`, report, async () => {
		const apt = { program: APT, cwd: tmpdir(), env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: INSTALL_TIMEOUT_MS };
		await runOrThrow({ ...apt, args: ['update'] });
		await runOrThrow({ ...apt, args: ['install', '-y', '--no-install-recommends', ...packages] });
	});
}

/** The message where the tools cannot be installed from here. */
export function toolsMissing(programs: readonly string[], debianPackages: readonly string[]): string {
	return (
		`n8n's database driver has to be compiled, and ${programs.join(', ')} ${programs.length === 1 ? 'is' : 'are'} missing. ` +
		`Install them and try again; on Debian or Ubuntu: sudo apt-get update && sudo apt-get install ${debianPackages.join(' ')}`
	);
}

async function answers(program: string): Promise<boolean> {
	try {
		const { exitCode } = await run({ program, args: ['--version'], cwd: tmpdir(), env: process.env, timeoutMs: 20_000 });
		return exitCode === 0;
	} catch {
		return false;
	}
}
