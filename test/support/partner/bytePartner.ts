import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A request as it came over the wire. */
export interface WireRequest {
	/** Its first line, such as `GET / HTTP/1.1`. */
	line: string;
	/** By their names in small letters. */
	headers: ReadonlyMap<string, string>;
	/** All that came after the head, whatever length that names. */
	body: Buffer;
}

/** What it is answered. */
export interface WireAnswer {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
}

/**
 * A partner that is no more than a TCP socket: what a client wrote is looked at as bytes, and nothing between has read, mended or dropped any of it. Each connection
 * takes one request.
 */
export class BytePartner {
	/** All requests, the oldest first. */
	readonly requests: WireRequest[] = [];

	private readonly open = new Set<Socket>();

	private constructor(
		private readonly server: Server,
		private readonly reply: (request: WireRequest) => WireAnswer,
	) {}

	static async start(reply: (request: WireRequest) => WireAnswer): Promise<BytePartner> {
		const server = createServer();
		const partner = new BytePartner(server, reply);
		server.on('connection', (socket) => partner.take(socket));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return partner;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		for (const socket of this.open) socket.destroy();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private take(socket: Socket): void {
		let bytes = Buffer.alloc(0);
		let request: WireRequest | undefined;
		this.open.add(socket);
		socket.on('error', () => undefined);
		socket.on('close', () => this.open.delete(socket));
		socket.on('data', (piece) => {
			bytes = Buffer.concat([bytes, piece]);
			if (request) {
				// More than the head has named: it belongs to the picture.
				request.body = bodyOf(bytes);
				return;
			}
			const read = requestIn(bytes);
			if (!read) return;
			request = read;
			this.requests.push(read);
			socket.end(answerBytes(this.reply(read)));
		});
	}
}

const HEAD_END = '\r\n\r\n';

function bodyOf(bytes: Buffer): Buffer {
	return bytes.subarray(bytes.indexOf(HEAD_END) + HEAD_END.length);
}

/** The request that these bytes are; undefined while it is not there as a whole. */
function requestIn(bytes: Buffer): WireRequest | undefined {
	const end = bytes.indexOf(HEAD_END);
	if (end < 0) return undefined;
	const [line = '', ...rest] = bytes.subarray(0, end).toString('latin1').split('\r\n');
	const headers = new Map(rest.map((each) => [each.slice(0, each.indexOf(':')).toLowerCase(), each.slice(each.indexOf(':') + 1).trim()]));
	const body = bodyOf(bytes);
	const isWhole = headers.get('transfer-encoding') === undefined ? body.length >= Number(headers.get('content-length') ?? 0) : body.includes('0\r\n\r\n');
	return isWhole ? { line, headers, body } : undefined;
}

function answerBytes({ status, body, headers = {} }: WireAnswer): Buffer {
	const content = Buffer.from(JSON.stringify(body));
	const all = { 'content-type': 'application/json', 'content-length': String(content.length), connection: 'close', ...headers };
	const head = [`HTTP/1.1 ${status} Answer`, ...Object.entries(all).map(([name, value]) => `${name}: ${value}`)].join('\r\n');
	return Buffer.concat([Buffer.from(head + HEAD_END), content]);
}
