import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { exactMembers } from '../../../../engine/http/exactMembers';
import { bodyBytes, type BodyBytes, type BodyStream } from '../../../../engine/webhook/bodyBytes';
import { LARGEST_BODY, readEntries } from '../../../../engine/webhook/readBody';
import { MOST_VALUES } from '../../../../engine/webhook/jsonSize';
import { hookRequest } from '../../../support/webhook/hookRequest';
import { collect, heldBytes as held } from '../../../support/process/memory';

/**
 * What one caller costs while it is read, and what its body costs until a workflow has it. What Node itself holds for a
 * connection, at most some 100 kB of headers and read buffer, is in these figures.
 */
const MOST = 2 * 1024 * 1024;
/** With chunks of one byte held these were 434 MB. */
const MOST_RSS = 100 * 1024 * 1024;

/** A caller in a process of its own: what it needs to send is not counted. */
const CALLER = `
const [port, count, size, connections] = process.argv.slice(1).map(Number);
const net = require('node:net');
const chunk = Buffer.from(size.toString(16) + '\\r\\n' + 'x'.repeat(size) + '\\r\\n');
const many = Buffer.concat(Array.from({ length: Math.min(1000, count) }, () => chunk));
for (let at = 0; at < connections; at += 1) {
	const socket = net.connect(port, '127.0.0.1', () => {
		socket.setNoDelay(true);
		socket.write('POST / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n');
		let left = count;
		const more = () => {
			while (left > 0) {
				left -= 1000;
				if (!socket.write(many)) return socket.once('drain', more);
			}
		};
		more();
	});
	socket.on('error', () => undefined);
}
`;

let server: Server;
let received: number;
const read: BodyBytes[] = [];
let caller: ChildProcess | undefined;

beforeAll(async () => {
	server = createServer((request, response) => {
		// Only counted: each chunk is let go at once.
		request.prependListener('data', (chunk: Buffer) => (received += chunk.length));
		void bodyBytes(request as BodyStream).then((bytes) => {
			read.push(bytes);
			response.end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
	caller?.kill();
	server.closeAllConnections();
	await pause(50);
	read.length = 0;
});

afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

/** Sends so many chunks, and no end of them. @returns bytes that this process holds more then, and its largest growth meanwhile */
async function cost(count: number, size: number, connections = 1): Promise<{ heldBytes: number; rssBytes: number }> {
	received = 0;
	const before = { held: held(), rss: process.memoryUsage().rss };
	caller = spawn(process.execPath, ['-e', CALLER, String((server.address() as AddressInfo).port), String(count), String(size), String(connections)], { stdio: 'ignore' });
	let rss = 0;
	for (let waited = 0; received < count * size * connections && waited < 20_000; waited += 10) {
		await pause(10);
		// What is rubbish goes at once, however busy the machine is: what counts is what cannot go.
		collect();
		rss = Math.max(rss, process.memoryUsage().rss);
	}
	expect(received).toBeGreaterThanOrEqual(count * size * connections);
	await pause(50);
	return { heldBytes: held() - before.held, rssBytes: rss - before.rss };
}

describe('one caller costs at most 2 MiB', () => {
	it.each([
		['a million chunks of one byte', 1_000_000, 1],
		['half a million chunks of two bytes', 500_000, 2],
		['ten thousand chunks of a hundred bytes', 10_000, 100],
	])('that sends %s, and then falls silent', async (_what, count, size) => {
		const { heldBytes, rssBytes } = await cost(count, size);
		expect(heldBytes).toBeLessThan(MOST);
		expect(rssBytes).toBeLessThan(MOST_RSS);
		expect(read).toEqual([]);
	}, 60_000);

	it('that goes on for ever: refused, and nothing is held of it', async () => {
		const { heldBytes } = await cost(100_000, 100);
		expect(read).toEqual([{ refusal: { status: 413, reason: expect.stringContaining(String(LARGEST_BODY)) as string } }]);
		expect(heldBytes).toBeLessThan(MOST / 2);
	}, 60_000);

	it('on each of fifty connections that send a few bytes and wait', async () => {
		const { heldBytes } = await cost(1, 20, 50);
		expect(heldBytes / 50).toBeLessThan(100 * 1024);
	}, 60_000);
});

describe('a body that was taken, or refused, takes at most 2 MiB', () => {
	const list = (count: number, entry: (at: number) => string) => `{"a":[${Array.from({ length: count }, (_, at) => entry(at)).join(',')}]}`;

	it.each<[string, string]>([
		['empty objects', list(MOST_VALUES - 2, () => '{}')],
		['empty arrays', list(MOST_VALUES - 2, () => '[]')],
		['objects with a name each', list(MOST_VALUES / 2 - 1, (at) => `{"k${at.toString(36)}":1}`)],
		['objects with a number for a name', list(MOST_VALUES / 2 - 1, (at) => `{"${1000 + at}":1}`)],
		['one object with many names', `{${Array.from({ length: MOST_VALUES - 1 }, (_, at) => `"${at.toString(36)}":1`).join(',')}}`],
		['short texts beyond Latin-1', list(MOST_VALUES - 2, (at) => `"\u20ac${at}"`)],
		['one long text', `{"a":"${'x'.repeat(LARGEST_BODY - 8)}"}`],
		['one long text beyond Latin-1', `{"a":"\u20ac${'x'.repeat(LARGEST_BODY - 20)}"}`],
		['long numbers', list(7_400, (at) => `{"k${at}":${'9'.repeat(124)}}`)],
		['long numbers, as many as are taken', list(2_000, (at) => `{"k${at}":${'9'.repeat(160)}}`)],
		['more values than are taken', list(LARGEST_BODY / 3 - 10, () => '{}')],
		['open brackets', '['.repeat(LARGEST_BODY)],
		['commas', ','.repeat(LARGEST_BODY)],
	])('made of %s', (_what, text) => {
		const bytes = Buffer.from(text);
		expect(bytes.length).toBeLessThanOrEqual(LARGEST_BODY);
		const before = held();
		const entries = readEntries(bytes);
		expect(held() - before).toBeLessThan(MOST);
		expect(Object.keys(entries)).toHaveLength(1);
	});

	it.each<[string, string]>([
		['amounts', list(MOST_VALUES / 2 - 1, (at) => `{"price":${at}.25}`)],
		['amounts of many digits', list(MOST_VALUES / 2 - 1, (at) => `{"price":${1_000_000 + at}.12345678}`)],
		['amounts of a thousand digits', list(400, (at) => `{"price":${at}.${'9'.repeat(1_000)}}`)],
	])('made of %s that are kept digit by digit', (_what, text) => {
		const before = held();
		const entries = readEntries(Buffer.from(text), exactMembers(['price']));
		expect(held() - before).toBeLessThan(MOST);
		expect(entries).toHaveProperty('entries.0.a.0.price', expect.any(String));
	});

	it('may have as many values as are taken, and not one more', () => {
		const outcome = (text: string) => Object.keys(readEntries(Buffer.from(text)))[0];
		for (const entry of ['{}', '[]', '0', '"a,[{"', '{"a" : [ ]}']) {
			const values = 1 + (entry.includes('a"') && entry.startsWith('{') ? 1 : 0);
			const most = Math.floor((MOST_VALUES - 2) / values);
			expect([entry, outcome(list(most, () => entry)), outcome(list(most + 1, () => entry))]).toEqual([entry, 'entries', 'refusal']);
		}
	});

	it('is unpacked beside no more than a quarter of a mebibyte that is packed', async () => {
		const noise = Buffer.from(Array.from({ length: 400_000 }, () => Math.floor(Math.random() * 256)));
		expect(await bodyBytes(hookRequest(gzipSync(noise), { headers: { 'content-encoding': 'gzip' } }))).toMatchObject({ refusal: { status: 413, reason: expect.stringContaining('262144') as string } });
	});
});
