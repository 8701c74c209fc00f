import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in: the path it was posted to, and its JSON. */
export interface Received {
	readonly path: string;
	readonly body: Record<string, unknown>;
}

/** A chat, a CRM or whatever else takes JSON: it answers 200 to everything and keeps it. It also hands out what a test puts there, and is out of order where a test wants it. */
export class Receiver {
	readonly received: Received[] = [];
	/** Files that it hands out, by path. */
	readonly files = new Map<string, { type: string; text: string }>();
	/** Paths at which it answers 503 and keeps nothing. */
	readonly outOfOrder = new Set<string>();

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	static async start(): Promise<Receiver> {
		const server = createServer((request, response) => {
			const file = request.method === 'GET' ? receiver.files.get(request.url ?? '') : undefined;
			if (file) {
				response.setHeader('Content-Type', file.type).end(file.text);
				return;
			}
			if (receiver.outOfOrder.has(request.url ?? '')) {
				request.resume().on('end', () => response.writeHead(503).end());
				return;
			}
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
