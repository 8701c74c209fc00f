import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

/** Whom a program runs as; only root can choose. */
export interface User {
	readonly uid: number;
	readonly gid: number;
}

/** A program to run to its end. */
export interface Command {
	readonly program: string;
	readonly args: readonly string[];
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
	readonly timeoutMs: number;
	/** What to do where it took longer; whole sentences. */
	readonly timeoutAdvice?: string;
	/** Without one, as whom this runs itself. */
	readonly user?: User;
	/** Everything the program prints is also appended here. */
	readonly logFile?: string;
}

/** What it printed, both streams in the order they came. */
export interface CommandResult {
	readonly exitCode: number | null;
	readonly stdout: string;
	readonly output: string;
}

const TAIL_LINES = 30;

/** Runs a program to its end, in a process group of its own so that a time-out leaves nothing behind. */
export async function run(command: Command): Promise<CommandResult> {
	const log = command.logFile ? createWriteStream(command.logFile, { flags: 'a' }) : undefined;
	const child = spawn(command.program, command.args, {
		cwd: command.cwd,
		env: command.env,
		...command.user,
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	const stopWithParent = () => killGroup(child.pid, 'SIGKILL');
	process.once('exit', stopWithParent);
	let output = '';
	let stdout = '';
	child.stdout.on('data', (chunk: Buffer) => {
		stdout += chunk.toString();
		output += chunk.toString();
		log?.write(chunk);
	});
	child.stderr.on('data', (chunk: Buffer) => {
		output += chunk.toString();
		log?.write(chunk);
	});
	let timedOut = false;
	const timer = setTimeout(() => {
		timedOut = true;
		killGroup(child.pid, 'SIGKILL');
	}, command.timeoutMs);
	try {
		const exitCode = await new Promise<number | null>((resolve, reject) => {
			child.once('error', reject);
			child.once('close', resolve);
		});
		if (timedOut) throw new Error(`${describe(command)} took more than ${command.timeoutMs / 1000} s.${command.timeoutAdvice ? ` ${command.timeoutAdvice}` : ''}\n${tail(output)}`);
		return { exitCode, stdout, output };
	} finally {
		clearTimeout(timer);
		process.removeListener('exit', stopWithParent);
		log?.end();
	}
}

/** As `run`, but an exit code other than 0 is an error that shows the end of the output. */
export async function runOrThrow(command: Command): Promise<CommandResult> {
	const result = await run(command);
	if (result.exitCode === 0) return result;
	const where = command.logFile ? `\nThe whole log: ${command.logFile}` : '';
	throw new Error(`${describe(command)} failed with exit code ${result.exitCode}.\n${tail(result.output)}${where}`);
}

/** The last lines of a log, for error messages. */
export function tail(text: string, lines = TAIL_LINES): string {
	return text.trimEnd().split('\n').slice(-lines).join('\n');
}

/** Signals a process and all it started. That it is gone already is no failure. */
export function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, signal);
	} catch {
		// Gone already.
	}
}

function describe(command: Command): string {
	return `${command.program.split('/').at(-1)} ${command.args.join(' ')}`;
}
