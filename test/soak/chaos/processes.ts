import { setTimeout as sleep } from 'node:timers/promises';

import type { QueueN8n } from '../../../host';
import type { Upsets } from './upsets';

const WATCH_MS = 2_000;
/** One that has not been ready for this long has lost its database for good (n8n 2.8 can), and is started anew. */
const UNREADY_MS = 40_000;

/** Kills, stops and starts the processes of n8n, and starts again what ended by itself, as a service manager does. */
export class Processes {
	kills = 0;
	pauses = 0;
	/** Times one was started again that had ended by itself, or did not come up. */
	startedAgain = 0;
	/** Times one was ended and started since it was not ready for long, with nothing done to it. */
	unready = 0;
	private readonly readyAt = new Map<string, number>();
	private isLooking = false;
	private readonly busy = new Set<string>();
	private readonly watch: NodeJS.Timeout;

	constructor(
		private readonly n8n: QueueN8n,
		private readonly upsets: Upsets,
	) {
		this.watch = setInterval(() => void this.look(), WATCH_MS);
	}

	async kill(name: string, downMs: number): Promise<void> {
		await this.alone(name, async () => {
			this.kills += 1;
			await this.upsets.during(name, async () => {
				await this.n8n.killProcess(name);
				await sleep(downMs);
				await this.start(name);
			});
		});
	}

	async pause(name: string, forMs: number): Promise<void> {
		await this.alone(name, async () => {
			this.pauses += 1;
			this.n8n.signalProcess(name, 'SIGSTOP');
			await sleep(forMs);
			this.n8n.signalProcess(name, 'SIGCONT');
		});
	}

	/** Waits until all are there. @returns those that are not in time */
	async missingAfter(timeoutMs: number): Promise<string[]> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const missing = this.n8n.processes().filter((name) => this.busy.has(name) || !this.n8n.isRunning(name));
			if (missing.length === 0 || Date.now() > deadline) return missing;
			await sleep(WATCH_MS / 4);
		}
	}

	stop(): void {
		clearInterval(this.watch);
	}

	private async startMissing(): Promise<void> {
		const missing = this.n8n.processes().filter((name) => !this.n8n.isRunning(name));
		await Promise.all(missing.map(async (name) => await this.alone(name, async () => {
			this.startedAgain += 1;
			await this.upsets.during(name, async () => await this.start(name));
		})));
	}

	private async look(): Promise<void> {
		if (this.isLooking) return;
		this.isLooking = true;
		await Promise.all([this.startMissing(), ...this.n8n.processes().map(async (name) => await this.lookAt(name))]);
		this.isLooking = false;
	}

	/** As the health checks of a service manager do. */
	private async lookAt(name: string): Promise<void> {
		const since = this.readyAt.get(name) ?? Date.now();
		const isWell = this.busy.has(name) || (await this.n8n.isReady(name));
		this.readyAt.set(name, isWell ? Date.now() : since);
		if (isWell || Date.now() - since < UNREADY_MS) return;
		this.readyAt.delete(name);
		await this.alone(name, async () => {
			this.unready += 1;
			await this.upsets.during(name, async () => {
				await this.n8n.killProcess(name);
				await this.start(name);
			});
		});
	}

	/** One that does not come up is left to the watch. */
	private async start(name: string): Promise<void> {
		await this.n8n.startProcess(name).catch(() => undefined);
	}

	/** Two things at once are not done to one process: the later one is left out. */
	private async alone(name: string, work: () => Promise<void>): Promise<void> {
		if (this.busy.has(name)) return;
		this.busy.add(name);
		try {
			await work();
		} finally {
			this.busy.delete(name);
		}
	}
}
