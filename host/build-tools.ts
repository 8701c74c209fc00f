import { ensureTools, howToInstall, type Tool } from './debian';
import type { Report } from './report';

/** What compiling n8n's native parts needs. */
const TOOLS: readonly Tool[] = [
	{ program: 'python3', debianPackage: 'python3' },
	{ program: 'make', debianPackage: 'make' },
	{ program: 'g++', debianPackage: 'g++' },
];

/** Sees to it that a compiler is there: installed where that is possible, asked for elsewhere. */
export async function ensureBuildTools(report: Report): Promise<void> {
	await ensureTools({
		tools: TOOLS,
		purpose: "to compile n8n's native parts",
		whenMissing: (missing) => toolsMissing(missing.map(({ program }) => program), missing.map(({ debianPackage }) => debianPackage)),
		report,
	});
}

/** The message where the tools cannot be installed from here. */
export function toolsMissing(programs: readonly string[], debianPackages: readonly string[]): string {
	return (
		`n8n's database driver has to be compiled, and ${programs.join(', ')} ${programs.length === 1 ? 'is' : 'are'} missing. ` +
		howToInstall(debianPackages)
	);
}
