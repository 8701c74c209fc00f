import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { guardedProgram, ServerProcess } from '../../../host/server-process';

const GUARD = resolve(__dirname, '../../../host/run-with-parent.cjs');
/** Says which process it is, and runs until it is told to end. */
const SERVER = ['-e', 'console.log("pid " + process.pid); setInterval(() => undefined, 1000)'];

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'guarded-'));
});

afterEach(async () => {
	await rm(folder, { recursive: true, force: true });
});

describe('a program that ends with the process that started it', () => {
	it('is stopped in order, and its folder is left to who stopped it', async () => {
		const options = { program: process.execPath, args: SERVER, stopSignal: 'SIGTERM', cwd: folder, temporaryFolder: folder } as const;
		const server = new ServerProcess(guardedProgram(options));
		const pid = await pidIn(() => server.logs());
		await server.stop();
		expect(server.hasEnded).toBe(true);
		expect(isRunning(pid)).toBe(false);
		expect(existsSync(folder)).toBe(true);
	});

	it('ends when that process is gone, and takes its folder with it', async () => {
		const env = { PATH: process.env.PATH, HOST_TEMPORARY_FOLDER: folder };
		const guard = spawn(process.execPath, [GUARD, 'SIGTERM', process.execPath, ...SERVER], { env, stdio: ['pipe', 'pipe', 'ignore'] });
		let printed = '';
		guard.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
		const ended = new Promise((done) => guard.once('exit', done));
		const pid = await pidIn(() => printed);
		// What the system does to the pipe of a process that was killed.
		guard.stdin.destroy();
		await ended;
		expect(isRunning(pid)).toBe(false);
		expect(existsSync(folder)).toBe(false);
	});

	it('that cannot be started is an end with the reason', async () => {
		const server = new ServerProcess(guardedProgram({ program: '/no/such/program', args: [], stopSignal: 'SIGTERM', cwd: folder }));
		await eventually(() => server.hasEnded);
		expect(server.logs()).toContain('ENOENT');
		await server.stop();
	});
});

async function pidIn(log: () => string): Promise<number> {
	await eventually(() => /pid \d+/.test(log()));
	return Number(/pid (\d+)/.exec(log())?.[1]);
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

async function eventually(isSo: () => boolean): Promise<void> {
	for (let tries = 0; tries < 100 && !isSo(); tries++) await sleep(50);
	expect(isSo()).toBe(true);
}
