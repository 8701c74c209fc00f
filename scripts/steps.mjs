// Running other programs and telling a person how it goes. Plain Node: it is used before anything is installed.
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const project = dirname(dirname(fileURLToPath(import.meta.url)));

const isLive = Boolean(process.stdout.isTTY) && !process.env.CI;

/** A command did not end well; what it printed is in the message. */
export class StepError extends Error {}

/**
 * Runs a command quietly with one line of progress, and shows what it printed only when it fails.
 * @param {string} title what happens, as a person would say it
 * @param {string[]} command
 */
export async function step(title, [program, ...args]) {
	const startedAt = Date.now();
	const stopProgress = showProgress(title, startedAt);
	let output = '';
	const child = spawn(program, args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
	const keep = (chunk) => (output += chunk);
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const exitCode = await ended(child);
	stopProgress();
	if (exitCode === 0) {
		console.log(`${title}: done in ${duration(Date.now() - startedAt)}`);
		return;
	}
	const asTyped = [program, ...args].join(' ');
	throw new StepError(`${title}: failed after ${duration(Date.now() - startedAt)} (${asTyped})\n${output.trimEnd()}`);
}

/**
 * Runs a command with its output going straight to the person; returns its exit code.
 * @param {string[]} command
 * @param {Record<string, string>} [env] more environment
 */
export async function stream([program, ...args], env = {}) {
	const child = spawn(program, args, {
		cwd: project,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	return await ended(child);
}

/**
 * Starts a command beside what else is going on: at the lowest priority, so that it takes only the time that is left over,
 * and without a word.
 * @param {string[]} command
 * @returns waits for some work, and meanwhile shows what the command prints; first what it has printed so far
 */
export function beside([program, ...args]) {
	const child = spawn(program, args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
	// What the command starts inherits that.
	if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
	let unseen = '';
	let isShown = false;
	const pass = (text) => {
		if (isShown) process.stdout.write(text);
		else unseen += text;
	};
	for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', pass);
	child.once('error', ({ message }) => pass(`${program}: ${message}\n`));
	return async (work) => {
		process.stdout.write(unseen);
		unseen = '';
		isShown = true;
		try {
			return await work();
		} finally {
			isShown = false;
		}
	};
}

/**
 * Hands the terminal over to a command, as if it had been typed; ends with its exit code.
 * @param {string[]} command
 */
export async function handOver([program, ...args]) {
	// Ctrl-C reaches the command too; it tidies up, and this process waits for that.
	const wait = () => undefined;
	process.on('SIGINT', wait);
	process.on('SIGTERM', wait);
	const child = spawn(program, args, { cwd: project, stdio: 'inherit' });
	process.exitCode = await ended(child);
}

/**
 * The command line for a program of a development dependency. Not through `npx`: it would fetch what is missing.
 * @param {string} name
 * @param {string[]} args
 */
export function tool(name, ...args) {
	return [join(project, 'node_modules', '.bin', name), ...args];
}

/** "48 s", "3 min 20 s". */
export function duration(durationMs) {
	const seconds = Math.round(durationMs / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Runs `main` if this script was started by itself; a failed step ends it with its message and no stack. */
export async function runAsProgram(url, main) {
	if (process.argv[1] !== fileURLToPath(url)) return;
	try {
		await main(process.argv.slice(2));
	} catch (error) {
		console.error(error instanceof StepError ? error.message : error);
		process.exitCode = 1;
	}
}

function showProgress(title, startedAt) {
	if (!isLive) {
		console.log(`${title} ...`);
		return () => undefined;
	}
	const draw = () => process.stdout.write(`\r${title} ... ${duration(Date.now() - startedAt)} `);
	draw();
	const timer = setInterval(draw, 1_000);
	return () => {
		clearInterval(timer);
		process.stdout.write('\r\u001b[2K');
	};
}

function ended(child) {
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		// Ended by a signal there is no code.
		child.once('close', (code) => resolve(code ?? 1));
	});
}
