import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { run, type CommandResult } from '../../../host/command';
import { npm } from '../../../host/npm';

const PROJECT = resolve(__dirname, '../../..');

/** What a checkout does not begin with. */
const MADE = ['.git', '.build', 'coverage', 'dist', 'node_modules'];

const STEP_TIMEOUT_MS = 5 * 60_000;

/** A copy of the checkout, to build apart: nobody's dist/ is touched, and none that is out of date is judged. */
export class ProjectCopy {
	private constructor(readonly folder: string) {}

	static async make(): Promise<ProjectCopy> {
		const copy = new ProjectCopy(await realpath(await mkdtemp(join(tmpdir(), 'project-copy-'))));
		for (const name of (await readdir(PROJECT)).filter((entry) => !MADE.includes(entry))) {
			await cp(join(PROJECT, name), join(copy.folder, name), { recursive: true });
		}
		await symlink(join(PROJECT, 'node_modules'), join(copy.folder, 'node_modules'));
		return copy;
	}

	/** One with the whole and the packages of the single services built. `npm test` has built the whole, ahead of all end-to-end tests. */
	static async built(): Promise<ProjectCopy> {
		const copy = await ProjectCopy.make();
		try {
			if (process.env.HOST_PACKAGE_IS_BUILT) await cp(join(PROJECT, 'dist'), join(copy.folder, 'dist'), { recursive: true });
			else await copy.runOrThrow('npm', 'run', 'build');
			await copy.runOrThrow(process.execPath, join('node_modules', 'gulp', 'bin', 'gulp.js'), 'packages');
			return copy;
		} catch (error) {
			await copy.remove();
			throw error;
		}
	}

	/** The folder of each package to publish, by its name; that of the whole is the copy itself. */
	async packages(whole: string): Promise<Map<string, string>> {
		const single = join(this.folder, '.build/packages');
		const names = existsSync(single) ? await readdir(single) : [];
		return new Map([[whole, this.folder], ...names.map((name) => [name, join(single, name)] as const)]);
	}

	/** The sources of a single service's package, laid out as if they were all of the project. */
	async sourceOf(name: string, service: string): Promise<string> {
		const folder = join(this.folder, '.build/source', name);
		const manifest = join(this.folder, 'packages', name, 'package.json');
		const { n8n } = JSON.parse(await readFile(manifest, 'utf8')) as { n8n: { credentials: string[] } };
		const credentials = n8n.credentials.map((path) => path.replace(/^dist\/(.+)\.js$/, '$1.ts'));
		for (const path of ['engine', `nodes/${service}`, 'credentials/icons', ...credentials]) {
			await cp(join(this.folder, path), join(folder, path), { recursive: true });
		}
		await cp(manifest, join(folder, 'package.json'));
		return folder;
	}

	/** Judges folders (as source) and packed packages by n8n's scanner. */
	async scan(...targets: string[]): Promise<CommandResult> {
		return await this.run(process.execPath, join(this.folder, 'scripts/scan-package.mjs'), ...targets);
	}

	async remove(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
	}

	private async run(program: string, ...args: string[]): Promise<CommandResult> {
		return await run({ program, args, cwd: this.folder, env: process.env, timeoutMs: STEP_TIMEOUT_MS });
	}

	private async runOrThrow(program: string, ...args: string[]): Promise<void> {
		const { exitCode, output } = await this.run(program, ...args);
		if (exitCode !== 0) throw new Error(`${args.join(' ')} failed:\n${output}`);
	}
}

/** Packs a folder as it would be published; returns the path of the `.tgz`. */
export async function packFolder(folder: string, to: string): Promise<string> {
	await mkdir(to, { recursive: true });
	const [packed] = await npmPack(folder, '--pack-destination', to);
	return join(to, packed?.filename ?? '');
}

/** The paths in the package that a folder would be published as. */
export async function packedPaths(folder: string): Promise<string[]> {
	const [packed] = await npmPack(folder, '--dry-run');
	return (packed?.files ?? []).map(({ path }) => path);
}

interface Packed {
	filename: string;
	files: Array<{ path: string }>;
}

async function npmPack(cwd: string, ...args: string[]): Promise<Packed[]> {
	const { stdout } = await npm({ args: ['pack', '--json', '--silent', '--ignore-scripts', ...args], cwd, node: process.execPath });
	return JSON.parse(stdout) as Packed[];
}
