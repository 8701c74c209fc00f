import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { N8nClient } from './client';
import { instanceEnvironment } from './environment';
import { n8nCommand } from './importer';
import type { Host } from './install';
import { ownerOf } from './owner';
import { installPackage } from './package';
import { freePorts } from './ports';
import { hasRestRoutes, isHealthy, waitUntilReady } from './readiness';
import { reportElapsed, silent, type Report } from './report';
import { guardedN8n, ServerProcess } from './server-process';
import { ensureServices, startPostgres, startRedis, type Service } from './services';
import { linkWorkflowPackage } from './workflow-package';

/** With several processes starting at once, on a small machine. */
const START_TIMEOUT_MS = 180_000;

/** How to start an n8n in queue mode. */
export interface QueueOptions {
	readonly host: Host;
	/** Packed community packages (`packPackage`) to install before it starts. */
	readonly packages?: readonly string[];
	/** How many workers; two if not said otherwise. */
	readonly workers?: number;
	/** More environment, for all processes. */
	readonly env?: Readonly<Record<string, string>>;
	/** And for a single one, by its name (`processes`). */
	readonly envOf?: (name: string) => Readonly<Record<string, string>>;
	/** Puts something between n8n and its PostgreSQL: what it gives is stopped in the place of what it got. */
	readonly database?: (postgres: Service) => Promise<Service>;
	readonly startTimeoutMs?: number;
	readonly report?: Report;
}

/**
 * Starts n8n in queue mode, as it runs where there is much to do: one process for the editor, one for webhooks, and
 * workers that run what comes in, on a PostgreSQL and a Redis of its own. All of it is new, and gone after `stop`, or
 * when the process that started it ends.
 */
export async function startQueueN8n(options: QueueOptions): Promise<QueueN8n> {
	const { report = silent } = options;
	await ensureServices(report);
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-queue-'));
	const services: Service[] = [];
	let n8n: QueueN8n | undefined;
	try {
		await linkWorkflowPackage(options.host, userFolder);
		for (const tgz of options.packages ?? []) await installPackage(tgz, userFolder);
		const postgres = await startPostgres(report);
		services.push(postgres);
		if (options.database) services[0] = await options.database(postgres);
		services.push(await startRedis(report));
		n8n = await QueueN8n.plan(options, userFolder, services);
		await n8n.start();
		return n8n;
	} catch (error) {
		await n8n?.endAll();
		for (const service of services) await service.stop();
		await rm(userFolder, { recursive: true, force: true, maxRetries: 5 });
		throw error;
	}
}

/** One process of n8n, and how to start it again. */
interface Member {
	readonly name: string;
	readonly command: 'start' | 'webhook' | 'worker';
	readonly env: Record<string, string>;
	readonly isReady: () => Promise<boolean>;
	server?: ServerProcess;
	earlierLogs: string;
}

/** A running n8n in queue mode. */
export class QueueN8n {
	private constructor(
		readonly client: N8nClient,
		/** Where its webhooks are called: `<webhookBase>/<path>`. The process for webhooks answers there. */
		readonly webhookBase: string,
		private readonly userFolder: string,
		private readonly main: Member,
		private readonly others: readonly Member[],
		private readonly services: readonly Service[],
		private readonly options: QueueOptions,
	) {}

	/** Gives every process its ports and its environment. `startQueueN8n` does this. */
	static async plan(options: QueueOptions, userFolder: string, services: readonly Service[]): Promise<QueueN8n> {
		const { host, workers = 2 } = options;
		const commands: Member['command'][] = ['start', 'webhook', ...Array.from({ length: workers }, () => 'worker' as const)];
		const ports = await freePorts(commands.length * 2);
		const [mainPort = 0, webhookPort = 0] = ports;
		const webhookUrl = `http://127.0.0.1:${webhookPort}`;
		const shared = {
			...Object.fromEntries(services.flatMap(({ env }) => Object.entries(env))),
			EXECUTIONS_MODE: 'queue',
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			// Only the process for webhooks takes them.
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
			WEBHOOK_URL: `${webhookUrl}/`,
			N8N_WEBHOOK_URL: `${webhookUrl}/`,
			// A worker answers nothing else than how it is.
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			...options.env,
		};
		const members = commands.map((command, at): Member => {
			const [port = 0, brokerPort = 0] = [ports[at], ports[commands.length + at]];
			const name = `n8n ${command}${command === 'worker' ? ` ${at - 1}` : ''}`;
			const env = { ...shared, QUEUE_HEALTH_CHECK_PORT: String(port), ...options.envOf?.(name) };
			const url = `http://127.0.0.1:${port}`;
			return {
				name,
				command,
				env: instanceEnvironment({ host, userFolder, port, brokerPort }, env),
				isReady: async () => (command === 'start' ? await hasRestRoutes(url) : await isHealthy(url)),
				earlierLogs: '',
			};
		});
		const [main, ...others] = members;
		if (!main) throw new Error('There is no main process.');
		const client = new N8nClient(`http://127.0.0.1:${mainPort}`, await ownerOf(userFolder));
		return new QueueN8n(client, `${webhookUrl}/webhook`, userFolder, main, others, services, options);
	}

	/** Starts all processes. `startQueueN8n` has done so. */
	async start(): Promise<void> {
		const { host, report = silent } = this.options;
		await reportElapsed(`Starting n8n ${host.version} in queue mode`, report, async () => {
			// It makes the tables that the others expect.
			await this.launch(this.main);
			await Promise.all(this.others.map(async (member) => await this.launch(member)));
			await this.client.signIn();
		});
	}

	/** Stops and starts the workers; what is stored stays, what they held in memory is gone. */
	async restartWorkers(): Promise<void> {
		const workers = this.others.filter(({ command }) => command === 'worker');
		await Promise.all(workers.map(end));
		await Promise.all(workers.map(async (worker) => await this.launch(worker)));
	}

	/** The names of the processes: `n8n start`, `n8n webhook`, `n8n worker 1` and so on. */
	processes(): string[] {
		return [this.main, ...this.others].map(({ name }) => name);
	}

	/** Whether a process is there, be it starting or stopped by a signal. */
	isRunning(name: string): boolean {
		const { server } = this.member(name);
		return server !== undefined && !server.hasEnded;
	}

	/** Whether a process answers that it has its database and its queue. */
	async isReady(name: string): Promise<boolean> {
		const { server, isReady } = this.member(name);
		return server !== undefined && !server.hasEnded && (await isReady());
	}

	/** Ends one process at once, as a power cut would. */
	async killProcess(name: string): Promise<void> {
		const member = this.member(name);
		await member.server?.kill();
		leave(member);
	}

	/** Starts one process again after `killProcess`, or after it ended by itself. */
	async startProcess(name: string): Promise<void> {
		const member = this.member(name);
		leave(member);
		await this.launch(member);
	}

	/** Sends a signal to one process, such as SIGSTOP and SIGCONT. */
	signalProcess(name: string, signal: NodeJS.Signals): void {
		this.member(name).server?.signal(signal);
	}

	/** Any command of n8n's command line, beside the running processes; returns what it printed. */
	async command(...args: string[]): Promise<string> {
		const { N8N_PORT: port, N8N_RUNNERS_BROKER_PORT: brokerPort, ...env } = this.main.env;
		return await n8nCommand({ host: this.options.host, userFolder: this.userFolder, port: Number(port), brokerPort: Number(brokerPort) }, args, env);
	}

	/** Everything each process printed, over restarts, under its name. */
	logs(): Record<string, string> {
		const members = [this.main, ...this.others];
		return Object.fromEntries(members.map(({ name, earlierLogs, server }) => [name, earlierLogs + (server?.logs() ?? '')]));
	}

	/** Ends all processes, PostgreSQL and Redis, and removes what they stored. */
	async stop(): Promise<void> {
		await this.endAll();
		await Promise.all(this.services.map(async (service) => await service.stop()));
		await rm(this.userFolder, { recursive: true, force: true, maxRetries: 5 });
	}

	/** Ends all processes of n8n; what is stored stays. */
	async endAll(): Promise<void> {
		await Promise.all([this.main, ...this.others].map(end));
	}

	private member(name: string): Member {
		const member = [this.main, ...this.others].find((one) => one.name === name);
		if (!member) throw new Error(`There is no process "${name}".`);
		return member;
	}

	private async launch(member: Member): Promise<void> {
		const { host, startTimeoutMs = START_TIMEOUT_MS } = this.options;
		const temporaryFolder = member === this.main ? this.userFolder : undefined;
		const server = new ServerProcess(
			guardedN8n({ host, command: member.command, env: member.env, cwd: this.userFolder, temporaryFolder }),
		);
		member.server = server;
		await waitUntilReady({ name: member.name, server, isReady: member.isReady, timeoutMs: startTimeoutMs });
	}
}

async function end(member: Member): Promise<void> {
	await member.server?.stop();
	leave(member);
}

/** Keeps what a process that has ended printed, and forgets it. */
function leave(member: Member): void {
	member.earlierLogs += member.server?.logs() ?? '';
	member.server = undefined;
}
