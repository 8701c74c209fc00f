import { spawn, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { killGroup, tail, type User } from './command';
import type { Host } from './install';

const GUARD = join(__dirname, 'stop-with-parent.cjs');
const RUN_GUARDED = join(__dirname, 'run-with-parent.cjs');
const MAX_LOG_CHARS = 2_000_000;
/** n8n waits for running executions when asked to end; a test does not. */
const GRACE_MS = 10_000;

/** How to start a server. */
export interface ServerOptions {
	readonly program: string;
	readonly args: readonly string[];
	readonly env: Readonly<NodeJS.ProcessEnv>;
	readonly cwd: string;
}

/** A process of n8n. */
export interface N8nProcess {
	readonly host: Host;
	/** Of n8n's command line: `start`, `webhook` or `worker`. */
	readonly command?: string;
	readonly env: Readonly<Record<string, string>>;
	readonly cwd: string;
	/** Removed should the process that started the server die without stopping it. */
	readonly temporaryFolder?: string;
}

/** How to start n8n so that it ends with the process that started it. */
export function guardedN8n({ host, command = 'start', env, cwd, temporaryFolder }: N8nProcess): ServerOptions {
	return {
		program: host.node.program,
		args: ['--require', GUARD, host.program, command],
		env: { ...env, HOST_STOP_WITH_PARENT: '1', HOST_TEMPORARY_FOLDER: temporaryFolder ?? '' },
		cwd,
	};
}

/** A server that is not written for Node. */
export interface OtherProcess {
	readonly program: string;
	readonly args: readonly string[];
	/** On which it ends in order. */
	readonly stopSignal: NodeJS.Signals;
	readonly cwd: string;
	/** Without one, as whom this runs itself. */
	readonly user?: User;
	/** Removed should the process that started the server die without stopping it. */
	readonly temporaryFolder?: string;
}

/** How to start any program so that it ends with the process that started it. */
export function guardedProgram({ program, args, stopSignal, cwd, user, temporaryFolder = '' }: OtherProcess): ServerOptions {
	const runAs = user ? `${user.uid}:${user.gid}` : '';
	return {
		program: process.execPath,
		args: [RUN_GUARDED, stopSignal, program, ...args],
		env: { PATH: process.env.PATH, HOST_RUN_AS: runAs, HOST_TEMPORARY_FOLDER: temporaryFolder },
		cwd,
	};
}

/** A running server: the process with all it started, and what they printed. */
export class ServerProcess {
	private log = '';
	private readonly child: ChildProcess;
	private readonly ended: Promise<void>;

	constructor({ program, args, env, cwd }: ServerOptions) {
		this.child = spawn(program, args, {
			cwd,
			env,
			// The pipe is never written to: that it closes tells the server that we are gone (see the guards).
			stdio: ['pipe', 'pipe', 'pipe'],
			detached: true,
		});
		const keep = (chunk: Buffer) => {
			this.log = (this.log + chunk.toString()).slice(-MAX_LOG_CHARS);
		};
		this.child.stdout?.on('data', keep);
		this.child.stderr?.on('data', keep);
		// A script that fails halfway shall end, and the server with it, instead of waiting for one nobody stops.
		this.child.unref();
		for (const stream of this.child.stdio) if (stream instanceof Socket) stream.unref();
		this.ended = new Promise((resolve) => {
			this.child.once('exit', () => resolve());
			this.child.once('error', (error) => {
				keep(Buffer.from(error.message));
				resolve();
			});
		});
	}

	/** The id of the process, for measuring its memory. */
	get pid(): number | undefined {
		return this.child.pid;
	}

	get hasEnded(): boolean {
		return this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined;
	}

	/** All it printed (of a very long log, the end). */
	logs(): string {
		return this.log;
	}

	/** The end of the log, for error messages. */
	logTail(): string {
		return tail(this.log) || '(it printed nothing)';
	}

	/** Asks it to end, and makes it end. */
	async stop(): Promise<void> {
		this.child.ref();
		if (!this.hasEnded) this.child.kill('SIGTERM');
		await Promise.race([this.ended, sleep(GRACE_MS, undefined, { ref: false })]);
		await this.kill();
	}

	/** Sends a signal to it and all it started, such as SIGSTOP. */
	signal(signal: NodeJS.Signals): void {
		if (!this.hasEnded) killGroup(this.child.pid, signal);
	}

	/** Ends it at once, as a power cut would. */
	async kill(): Promise<void> {
		this.child.ref();
		killGroup(this.child.pid, 'SIGKILL');
		await this.ended;
		this.child.stdin?.destroy();
	}
}
