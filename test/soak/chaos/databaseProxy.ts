import { createServer, connect, type Server, type Socket } from 'node:net';

import type { Service } from '../../../host';

/** Stands between n8n and PostgreSQL, and can slow down, hold, or cut what goes through. */
export class DatabaseProxy {
	private readonly open = new Set<Socket>();
	private delayMs = 0;
	private isHeld = false;
	private refuses = false;
	private held: Array<() => void> = [];

	private constructor(
		private readonly server: Server,
		private readonly behind: Service,
		private readonly port: number,
	) {}

	static async before(postgres: Service): Promise<DatabaseProxy> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
		const proxy = new DatabaseProxy(server, postgres, address.port);
		server.on('connection', (socket) => proxy.pass(socket));
		return proxy;
	}

	/** For n8n, in the place of the database. */
	get service(): Service {
		return {
			env: { ...this.behind.env, DB_POSTGRESDB_PORT: String(this.port) },
			logs: () => this.behind.logs(),
			stop: async () => {
				this.cut();
				this.server.close();
				await this.behind.stop();
			},
		};
	}

	/** Every piece, in either direction, comes so much later. */
	slow(ms: number): void {
		this.delayMs = ms;
	}

	/** Nothing goes through until `release`; connections stay. */
	hold(): void {
		this.isHeld = true;
	}

	/** Breaks all connections, and refuses new ones until `release`. */
	cut(): void {
		this.refuses = true;
		for (const socket of this.open) socket.destroy();
	}

	/** All is well again. */
	release(): void {
		[this.delayMs, this.isHeld, this.refuses] = [0, false, false];
		const waiting = this.held;
		this.held = [];
		for (const go of waiting) go();
	}

	private pass(near: Socket): void {
		if (this.refuses) return void near.destroy();
		const far = connect(Number(this.behind.env.DB_POSTGRESDB_PORT), '127.0.0.1');
		for (const [from, to] of [[near, far], [far, near]] as const) {
			from.setNoDelay(true);
			this.open.add(from);
			let last: Promise<void> = Promise.resolve();
			const next = (work: () => void): void => {
				last = last.then(async () => await this.turn()).then(work);
			};
			from.on('data', (chunk: Buffer) => next(() => void to.write(chunk)));
			from.on('end', () => next(() => void to.end()));
			from.on('error', () => to.destroy());
			from.on('close', () => {
				this.open.delete(from);
				to.destroy();
			});
		}
	}

	private async turn(): Promise<void> {
		if (this.isHeld) await new Promise<void>((resolve) => this.held.push(resolve));
		if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
	}
}
