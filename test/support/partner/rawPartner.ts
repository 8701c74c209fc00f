import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What answers a request, with its body read. */
export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/**
 * A partner that is no more than an HTTP server: for answers that no sandbox would give. It hands out tokens, and lets a test
 * answer all else.
 */
export class RawPartner {
	readonly client = { clientId: 'raw-client', clientSecret: 'raw-secret-not-real' };
	/** Method and path of what came, token calls left out. */
	readonly received: string[] = [];
	/** How a token call is answered. */
	onToken: Handler = (_request, response) => answerJson(response, { access_token: this.nextToken(), expires_in: 3600 });
	tokenCalls = 0;

	private readonly open = new Set<Socket>();

	private constructor(
		private readonly server: Server,
		public handle: Handler,
	) {}

	/** @param handle answers what is no token call */
	static async start(handle: Handler = (_request, response) => answerJson(response, {})): Promise<RawPartner> {
		const server = createServer();
		const partner = new RawPartner(server, handle);
		server.on('connection', (socket: Socket) => {
			partner.open.add(socket);
			socket.on('error', () => undefined);
			socket.on('close', () => partner.open.delete(socket));
		});
		server.on('request', (request: IncomingMessage, response: ServerResponse) => {
			response.on('error', () => undefined);
			let body = '';
			request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
			request.on('error', () => undefined);
			request.on('end', () => partner.take(request, response, body));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return partner;
	}

	get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** Connections that nobody has hung up. */
	get openConnections(): number {
		return this.open.size;
	}

	/** Tokens that say nothing by their look. */
	nextToken(): string {
		this.tokenCalls += 1;
		return `opaque+token/number-${this.tokenCalls}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private take(request: IncomingMessage, response: ServerResponse, body: string): void {
		const isToken = /authentication\/token|generate-access-token/i.test(request.url ?? '');
		if (isToken) return this.onToken(request, response, body);
		this.received.push(`${request.method} ${request.url}`);
		this.handle(request, response, body);
	}
}

export function answerJson(response: ServerResponse, body: unknown, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Sends without end, as fast as it is taken. */
export function endless(response: ServerResponse, status = 200, piece = `${'x'.repeat(64 * 1024)}`, contentType = 'application/json'): void {
	response.writeHead(status, { 'content-type': contentType });
	const more = (): void => {
		while (!response.destroyed && response.write(piece));
	};
	response.on('drain', more);
	more();
}

/** Sends a sign now and then, without end: never silent for long. */
export function dripping(response: ServerResponse, status = 200, everyMs = 20): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	const timer = setInterval(() => response.write(' '), everyMs);
	response.on('close', () => clearInterval(timer));
}
