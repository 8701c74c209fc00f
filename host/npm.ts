import { delimiter, dirname } from 'node:path';

import { runOrThrow, type CommandResult } from './command';

/** Settings of the person's own npm that decide what can be reached; all others are this project's and must not leak. */
const KEPT_SETTINGS = new Set(
	[
		'cache',
		'cafile',
		'globalconfig',
		'https_proxy',
		'nodedir',
		'noproxy',
		'offline',
		'prefer_offline',
		'proxy',
		'registry',
		'strict_ssl',
		'userconfig',
	].map((name) => `npm_config_${name}`),
);

const INSTALL_TIMEOUT_MS = 20 * 60_000;

/** One call of npm, with a Node of our choice. */
export interface NpmCall {
	readonly args: readonly string[];
	readonly cwd: string;
	/** The `node` program that npm and the scripts it starts run on. */
	readonly node: string;
	readonly settings?: Readonly<Record<string, string>>;
	readonly logFile?: string;
}

/** Runs npm as if it had been started from a plain shell in `cwd`. */
export async function npm(call: NpmCall): Promise<CommandResult> {
	return await runOrThrow({
		program: 'npm',
		args: [...call.args, '--no-audit', '--no-fund', '--no-update-notifier'],
		cwd: call.cwd,
		env: npmEnv(call),
		timeoutMs: INSTALL_TIMEOUT_MS,
		logFile: call.logFile,
	});
}

/**
 * The environment for npm. `npm run` hands the settings of the project it runs in to what it starts, this project's
 * `ignore-scripts` among them, which would leave n8n without its database driver.
 */
export function npmEnv(
	{ node, settings = {} }: Pick<NpmCall, 'node' | 'settings'>,
	env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
	const kept = Object.entries(env).filter(([name]) => {
		const lower = name.toLowerCase();
		return !lower.startsWith('npm_') || KEPT_SETTINGS.has(lower);
	});
	const given = Object.entries(settings).map(([name, value]) => [`npm_config_${name}`, value]);
	return {
		...(Object.fromEntries(kept) as NodeJS.ProcessEnv),
		NODE_ENV: undefined,
		NODE_OPTIONS: undefined,
		PATH: `${dirname(node)}${delimiter}${env.PATH ?? ''}`,
		...(Object.fromEntries(given) as NodeJS.ProcessEnv),
	};
}
