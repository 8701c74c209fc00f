import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail that came in. */
export interface Mail {
	readonly from: string;
	readonly to: readonly string[];
	readonly subject: string;
	/** Its parts by content type, decoded, with line ends as `\n`. */
	readonly parts: Readonly<Record<string, string>>;
}

/** A mail server that takes every mail and keeps it: enough of SMTP (RFC 5321) and of mails (RFC 2045 to 2047) for n8n's Send Email node. */
export class MailServer {
	readonly mails: Mail[] = [];

	private constructor(
		private readonly server: Server,
		readonly port: number,
		private readonly sockets = new Set<Socket>(),
	) {}

	static async start(): Promise<MailServer> {
		const server = createServer();
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const { port } = server.address() as AddressInfo;
		const mailServer = new MailServer(server, port);
		server.on('connection', (socket) => mailServer.serve(socket));
		return mailServer;
	}

	/** What a person enters in n8n's credential *SMTP*. */
	get credentialData(): Record<string, unknown> {
		return { host: '127.0.0.1', port: this.port, secure: false, disableStartTls: true, user: '', password: '', hostName: '' };
	}

	/** The addresses of the links in the newest mail that hold this text. */
	links(text: string): string[] {
		const html = this.mails.at(-1)?.parts['text/html'] ?? '';
		return [...html.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&')).filter((link) => link.includes(text));
	}

	async stop(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise((done) => this.server.close(done));
	}

	private serve(socket: Socket): void {
		this.sockets.add(socket);
		const say = (line: string) => socket.write(`${line}\r\n`);
		const envelope = { from: '', to: [] as string[] };
		let isData = false;
		let buffer = '';
		say('220 mail.example');
		socket.setEncoding('latin1').on('error', () => undefined).on('data', (chunk) => {
			buffer += String(chunk);
			for (let end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n'); end >= 0; end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n')) {
				const piece = buffer.slice(0, end);
				buffer = buffer.slice(end + (isData ? 5 : 2));
				if (isData) {
					isData = false;
					this.mails.push({ ...envelope, ...contentOf(piece.replace(/^\.\./gm, '.')) });
					say('250 taken');
					continue;
				}
				const [, verb = '', address = ''] = /^(\w+)[^<]*<?([^>]*)/.exec(piece) ?? [];
				if (verb === 'MAIL') envelope.from = address;
				if (verb === 'RCPT') envelope.to.push(address);
				isData = verb === 'DATA';
				say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 well');
				if (verb === 'QUIT') socket.end();
			}
		});
	}
}

function contentOf(mail: string): Pick<Mail, 'subject' | 'parts'> {
	const { headers, body } = split(mail);
	const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1];
	const pieces = boundary === undefined ? [mail] : body.split(`--${boundary}`).slice(1, -1).map((piece) => piece.replace(/^\r\n/, ''));
	const parts = pieces.map(split).map((part) => [part.headers['content-type']?.split(';')[0] ?? 'text/plain', decoded(part)] as const);
	return { subject: words(headers.subject ?? ''), parts: Object.fromEntries(parts) };
}

function split(mail: string): { headers: Record<string, string>; body: string } {
	const end = mail.indexOf('\r\n\r\n');
	const lines = mail.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n');
	return { headers: Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])), body: mail.slice(end + 4) };
}

function decoded({ headers, body }: ReturnType<typeof split>): string {
	const encoding = headers['content-transfer-encoding'];
	if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
	const bytes = encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body;
	return Buffer.from(bytes, 'latin1').toString('utf8').replace(/\r\n/g, '\n');
}

function quoted(text: string): string {
	return text.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A header with words in another alphabet than ASCII. */
function words(header: string): string {
	return header.replace(/=\?utf-8\?([BQ])\?([^?]*)\?=\s*/gi, (_, kind: string, text: string) =>
		Buffer.from(kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : Buffer.from(quoted(text.replace(/_/g, ' ')), 'latin1')).toString('utf8'),
	);
}
