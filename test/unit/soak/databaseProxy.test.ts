import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { DatabaseProxy } from '../../soak/chaos/databaseProxy';

let database: Server;
let proxy: DatabaseProxy;
const clients: Socket[] = [];

beforeEach(async () => {
	database = createServer((socket) => void socket.on('error', () => undefined).pipe(socket));
	await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve));
	const { port } = database.address() as AddressInfo;
	const env = { DB_TYPE: 'postgresdb', DB_POSTGRESDB_PORT: String(port) };
	proxy = await DatabaseProxy.before({ env, logs: () => '', stop: async () => void database.close() });
});

afterEach(async () => {
	for (const client of clients.splice(0)) client.destroy();
	await proxy.service.stop();
});

function client(): Socket {
	const socket = connect(Number(proxy.service.env.DB_POSTGRESDB_PORT), '127.0.0.1');
	clients.push(socket);
	return socket.on('error', () => undefined);
}

/** What comes back for what was written, and after how long. */
async function echo(socket: Socket, text: string): Promise<{ text: string; tookMs: number }> {
	const begun = Date.now();
	const answer = new Promise<string>((resolve) => socket.once('data', (chunk: Buffer) => resolve(chunk.toString())));
	socket.write(text);
	return { text: await answer, tookMs: Date.now() - begun };
}

it('leads to the database by another port, and passes on what is said', async () => {
	expect(proxy.service.env.DB_TYPE).toBe('postgresdb');
	expect(await echo(client(), 'select')).toMatchObject({ text: 'select' });
});

it('slows down both ways, until it is released', async () => {
	const socket = client();
	proxy.slow(60);
	expect((await echo(socket, 'slow')).tookMs).toBeGreaterThanOrEqual(115);
	proxy.release();
	expect((await echo(socket, 'quick')).tookMs).toBeLessThan(60);
});

it('holds everything, and loses nothing of it', async () => {
	const socket = client();
	await echo(socket, 'before');
	proxy.hold();
	setTimeout(() => proxy.release(), 150);
	const { text, tookMs } = await echo(socket, 'held');
	expect(text).toBe('held');
	expect(tookMs).toBeGreaterThanOrEqual(140);
});

it('cuts, refuses, and takes new connections once it is released', async () => {
	const socket = client();
	await echo(socket, 'before');
	const closed = async (one: Socket) => await new Promise<void>((resolve) => one.once('close', () => resolve()));
	proxy.cut();
	await closed(socket);
	await closed(client());
	proxy.release();
	expect(await echo(client(), 'again')).toMatchObject({ text: 'again' });
});
