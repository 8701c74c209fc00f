import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in: the path it was posted to, and its JSON. */
export interface Received {
	readonly path: string;
	readonly body: Record<string, unknown>;
}

/** A chat, a CRM or whatever else takes JSON: it answers 200 to everything and keeps it. */
export class Receiver {
	readonly received: Received[] = [];

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	static async start(): Promise<Receiver> {
		const server = createServer((request, response) => {
			const parts: Buffer[] = [];
			request.on('data', (part: Buffer) => parts.push(part));
			request.on('end', () => {
				receiver.received.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') as Record<string, unknown> });
				response.setHeader('Content-Type', 'application/json').end('{"ok":true}');
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const receiver = new Receiver(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		return receiver;
	}

	at(path: string): Array<Record<string, unknown>> {
		return this.received.filter((one) => one.path === path).map(({ body }) => body);
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
