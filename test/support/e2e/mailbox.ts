import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server of a few words (RFC 5321): it takes every mail and keeps it. */
export class Mailbox {
	/** As they came, with soft line breaks and codes of quoted-printable resolved. */
	readonly mails: string[] = [];

	private constructor(
		private readonly server: Server,
		private readonly sockets = new Set<Socket>(),
	) {}

	static async start(): Promise<Mailbox> {
		const server = createServer();
		const mailbox = new Mailbox(server);
		server.on('connection', (socket) => mailbox.serve(socket));
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		return mailbox;
	}

	/** What a credential of n8n for a mail server holds. */
	get credential(): Record<string, unknown> {
		const { port } = this.server.address() as AddressInfo;
		return { host: '127.0.0.1', port, secure: false, disableStartTls: true, user: '', password: '', hostName: '' };
	}

	/** The addresses of the links in the newest mail that hold this text. */
	links(text: string): string[] {
		const links = [...(this.mails.at(-1) ?? '').matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
		return links.filter((link) => link.includes(text));
	}

	async stop(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise((done) => this.server.close(done));
	}

	private serve(socket: Socket): void {
		this.sockets.add(socket);
		let held = '';
		let isMail = false;
		const say = (line: string) => socket.write(`${line}\r\n`);
		const took = (): boolean => {
			const end = held.indexOf(isMail ? '\r\n.\r\n' : '\r\n');
			if (end < 0) return false;
			const text = held.slice(0, end);
			held = held.slice(end + (isMail ? 5 : 2));
			if (isMail) this.mails.push(text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16))));
			const isData = !isMail && /^data$/i.test(text);
			isMail = isData;
			if (isData) say('354 Go on');
			else if (/^ehlo/i.test(text)) say('250 mailbox');
			else say(/^quit$/i.test(text) ? '221 Bye' : '250 OK');
			return true;
		};
		socket.on('error', () => socket.destroy());
		socket.on('data', (part: Buffer) => {
			held += part.toString('latin1');
			while (took());
		});
		say('220 mailbox');
	}
}
