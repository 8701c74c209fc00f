import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { N8nClient, type Workflow } from './client';
import { instanceEnvironment, type Place } from './environment';
import { importCredentials, importWorkflows, n8nCommand, type CredentialToImport } from './importer';
import type { Host } from './install';
import { migratedFolder } from './migrated';
import { ownerOf } from './owner';
import { installPackage, registerPackage, type InstalledPackage } from './package';
import { freePorts } from './ports';
import { hasRestRoutes, waitUntilReady } from './readiness';
import { reportElapsed, silent, type Report } from './report';
import { guardedN8n, ServerProcess } from './server-process';
import { linkWorkflowPackage } from './workflow-package';

const START_TIMEOUT_MS = 120_000;

/** How to start an n8n. */
export interface InstanceOptions {
	readonly host: Host;
	/**
	 * Where it keeps everything. Without one, a new folder that is removed when it stops; it then begins with the database that each new n8n of this
	 * version makes. With an empty folder, it makes that itself.
	 */
	readonly userFolder?: string;
	readonly port?: number;
	/** Packed community packages (`packPackage`) to install before it starts. */
	readonly packages?: readonly string[];
	/** More environment, for switching things of n8n on. */
	readonly env?: Readonly<Record<string, string>>;
	/** Keep the new folder after stopping. A folder that was handed in is always kept. */
	readonly keep?: boolean;
	readonly startTimeoutMs?: number;
	readonly report?: Report;
}

/**
 * Starts n8n, waits until it answers, and signs in as its owner. It does not keep the process that started it alive,
 * and it ends with that process.
 */
export async function startN8n(options: InstanceOptions): Promise<N8nInstance> {
	const isTemporary = options.userFolder === undefined && options.keep !== true;
	const userFolder = options.userFolder ?? (await newFolder(options));
	await linkWorkflowPackage(options.host, userFolder);
	const installed: InstalledPackage[] = [];
	for (const tgz of options.packages ?? []) installed.push(await installPackage(tgz, userFolder));
	const [port = 0, brokerPort = 0] = await freePorts(2);
	const place: Place = { host: options.host, userFolder, port: options.port ?? port, brokerPort };
	const url = `http://127.0.0.1:${place.port}`;
	const client = new N8nClient(url, await ownerOf(userFolder));
	const instance = new N8nInstance(url, client, place, isTemporary, options);
	await instance.start();
	try {
		// Only now is there a database to enter them into.
		for (const one of installed) await registerPackage(options.host, userFolder, one);
	} catch (error) {
		await instance.stop();
		throw error;
	}
	return instance;
}

async function newFolder({ host, report }: InstanceOptions): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-instance-'));
	await cp(await migratedFolder(host, report), folder, { recursive: true, verbatimSymlinks: true });
	return folder;
}

/** A running n8n. */
export class N8nInstance {
	/** Where its webhooks are called: `<webhookBase>/<path>`. */
	readonly webhookBase: string;
	private server?: ServerProcess;
	private earlierLogs = '';

	constructor(
		readonly url: string,
		readonly client: N8nClient,
		private readonly place: Place,
		private readonly isTemporary: boolean,
		private readonly options: InstanceOptions,
	) {
		this.webhookBase = `${url}/webhook`;
	}

	get host(): Host {
		return this.place.host;
	}

	get userFolder(): string {
		return this.place.userFolder;
	}

	/** The process id of the server, which is also that of its process group; for measuring memory. */
	get pid(): number | undefined {
		return this.server?.pid;
	}

	/** Everything n8n printed, over restarts. */
	logs(): string {
		return this.earlierLogs + (this.server?.logs() ?? '');
	}

	/** Starts it again after `stop` or `kill`, under the same address. `startN8n` has done so the first time. */
	async start(): Promise<void> {
		const { report = silent } = this.options;
		await reportElapsed(`Starting n8n ${this.host.version}`, report, async () => {
			try {
				await this.launch();
				await this.client.signIn();
			} catch (error) {
				await this.stop();
				throw error;
			}
		});
	}

	/** Ends it and removes its folder, if that was made for it. */
	async stop(): Promise<void> {
		await this.end(async (server) => await server.stop());
		if (this.isTemporary) await rm(this.userFolder, { recursive: true, force: true, maxRetries: 5 });
	}

	/** Ends it at once, as a power cut would; the folder stays, for `start`. */
	async kill(): Promise<void> {
		await this.end(async (server) => await server.kill());
	}

	/** Stops and starts it; everything stored stays. */
	async restart(): Promise<void> {
		await this.end(async (server) => await server.stop());
		await this.start();
	}

	/** Imports workflows (a file or given ones) with n8n's own command line; returns their ids. */
	async importWorkflows(source: string | readonly Workflow[]): Promise<string[]> {
		return await importWorkflows(this.place, source);
	}

	/** Imports credentials under the ids they carry, with n8n's own command line. */
	async importCredentials(credentials: readonly CredentialToImport[]): Promise<void> {
		await importCredentials(this.place, credentials);
	}

	/** Any other command of n8n's command line, beside the running server; returns what it printed. */
	async command(...args: string[]): Promise<string> {
		return await n8nCommand(this.place, args, this.options.env);
	}

	private async launch(): Promise<void> {
		const server = new ServerProcess(
			guardedN8n({
				host: this.host,
				env: instanceEnvironment(this.place, this.options.env),
				cwd: this.userFolder,
				temporaryFolder: this.isTemporary ? this.userFolder : undefined,
			}),
		);
		this.server = server;
		await waitUntilReady({
			name: 'n8n',
			server,
			isReady: async () => await hasRestRoutes(this.url),
			timeoutMs: this.options.startTimeoutMs ?? START_TIMEOUT_MS,
		});
	}

	private async end(how: (server: ServerProcess) => Promise<void>): Promise<void> {
		if (!this.server) return;
		await how(this.server);
		this.earlierLogs += this.server.logs();
		this.server = undefined;
	}
}
