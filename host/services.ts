import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run, runOrThrow, type User } from './command';
import { ensureTools, howToInstall, tellsVersion, type Tool } from './debian';
import { freePorts } from './ports';
import { waitUntilReady } from './readiness';
import { reportElapsed, type Report } from './report';
import { guardedProgram, ServerProcess } from './server-process';

/** What n8n's queue mode needs beside n8n. */
const TOOLS: readonly Tool[] = [
	{ program: 'postgres', debianPackage: 'postgresql' },
	{ program: 'redis-server', debianPackage: 'redis-server' },
];
/** Debian keeps the programs of PostgreSQL out of the path, one folder a version. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';
const STEP_TIMEOUT_MS = 60_000;
const START_TIMEOUT_MS = 30_000;

/** A running PostgreSQL or Redis. */
export interface Service {
	/** The environment that leads n8n to it. */
	readonly env: Readonly<Record<string, string>>;
	logs(): string;
	stop(): Promise<void>;
}

/** Sees to it that PostgreSQL and Redis are there: installed where that is possible, asked for elsewhere. */
export async function ensureServices(report: Report): Promise<void> {
	await ensureTools({
		tools: TOOLS,
		purpose: "for n8n's queue mode",
		whenMissing: (missing) => servicesMissing(missing),
		isPresent: async (program) => (program === 'postgres' ? (await postgresPrograms()) !== undefined : await tellsVersion(program)),
		report,
	});
}

/** The message where they cannot be installed from here. */
export function servicesMissing(missing: readonly Tool[]): string {
	const programs = missing.map(({ program }) => program).join(', ');
	return (
		`n8n's queue mode needs PostgreSQL and Redis, and ${programs} ${missing.length === 1 ? 'is' : 'are'} missing. ` +
		howToInstall(missing.map(({ debianPackage }) => debianPackage))
	);
}

/** Starts an empty PostgreSQL in a folder of its own, for this machine only; the folder goes when it stops. */
export async function startPostgres(report: Report): Promise<Service> {
	const programs = await postgresPrograms();
	if (!programs) throw new Error(servicesMissing(TOOLS.slice(0, 1)));
	const folder = await mkdtemp(join(tmpdir(), 'n8n-postgres-'));
	const removeFolder = async () => await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	try {
		return await reportElapsed('Starting PostgreSQL', report, async () => await launchPostgres(programs, folder, removeFolder));
	} catch (error) {
		await removeFolder();
		throw error;
	}
}

/** Starts an empty Redis that keeps nothing on disk, for this machine only. */
export async function startRedis(report: Report): Promise<Service> {
	return await reportElapsed('Starting Redis', report, async () => {
		const [port = 0] = await freePorts(1);
		const args = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
		const server = new ServerProcess(guardedProgram({ program: 'redis-server', args, stopSignal: 'SIGTERM', cwd: tmpdir() }));
		const ping = ['-h', '127.0.0.1', '-p', String(port), 'ping'];
		return await started('Redis', server, {
			isReady: async () => await succeeds('redis-cli', ping, 'PONG'),
			env: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
		});
	});
}

async function launchPostgres(programs: string, folder: string, removeFolder: () => Promise<void>): Promise<Service> {
	const user = await postgresUser();
	if (user) await chown(folder, user.uid, user.gid);
	const data = join(folder, 'data');
	await runOrThrow({
		program: join(programs, 'initdb'),
		// No password: it listens on this machine only, for a few minutes, and holds what tests made up.
		args: ['-D', data, '--username=n8n', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
		cwd: folder,
		env: { PATH: process.env.PATH },
		user,
		timeoutMs: STEP_TIMEOUT_MS,
	});
	const [port = 0] = await freePorts(1);
	// What is lost in a power cut need not be kept.
	const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'unix_socket_directories='];
	const server = new ServerProcess(
		guardedProgram({
			program: join(programs, 'postgres'),
			args: ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
			// Its "fast" shutdown: it does not wait until everybody has hung up.
			stopSignal: 'SIGINT',
			cwd: folder,
			user,
			temporaryFolder: folder,
		}),
	);
	return await started('PostgreSQL', server, {
		isReady: async () => await succeeds(join(programs, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'n8n', '-d', 'postgres']),
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
		},
		afterStop: removeFolder,
	});
}

async function started(
	name: string,
	server: ServerProcess,
	{ isReady, env, afterStop }: { isReady: () => Promise<boolean>; env: Record<string, string>; afterStop?: () => Promise<void> },
): Promise<Service> {
	try {
		await waitUntilReady({ name, server, isReady, timeoutMs: START_TIMEOUT_MS });
	} catch (error) {
		await server.kill();
		throw error;
	}
	return {
		env,
		logs: () => server.logs(),
		async stop() {
			await server.stop();
			await afterStop?.();
		},
	};
}

/** The folder with the programs of the newest PostgreSQL, if there is one. */
export async function postgresPrograms(): Promise<string | undefined> {
	if (!existsSync(POSTGRES_VERSIONS)) return undefined;
	const versions = (await readdir(POSTGRES_VERSIONS)).sort((one, other) => Number(one) - Number(other));
	const folders = versions.map((version) => join(POSTGRES_VERSIONS, version, 'bin'));
	return folders.filter((folder) => existsSync(join(folder, 'postgres'))).at(-1);
}

/** PostgreSQL refuses to run as root; its package makes a user for it. */
async function postgresUser(): Promise<User | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const [uid, gid] = await Promise.all(['-u', '-g'].map(async (which) => {
		const { stdout } = await runOrThrow({ program: 'id', args: [which, 'postgres'], cwd: tmpdir(), env: process.env, timeoutMs: STEP_TIMEOUT_MS });
		return Number(stdout);
	}));
	if (!uid || !gid) throw new Error('There is no user "postgres" to run PostgreSQL as.');
	return { uid, gid };
}

async function succeeds(program: string, args: readonly string[], answer = ''): Promise<boolean> {
	const { exitCode, stdout } = await run({ program, args, cwd: tmpdir(), env: process.env, timeoutMs: 5_000 });
	return exitCode === 0 && stdout.includes(answer);
}
