import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { bodyBytes, LARGEST_PACKED } from '../../../../engine/webhook/bodyBytes';
import { LARGEST_BODY } from '../../../../engine/webhook/readBody';
import { hookRequest } from '../../../support/webhook/hookRequest';

const EVENT = Buffer.from('{"eventType":"OU"}');
const packed = (encoding: string) => ({ headers: { 'content-encoding': encoding } });

/** A body without an end, and a count of what was taken of it. */
function endless() {
	const taken = { bytes: 0 };
	async function* pieces(): AsyncGenerator<Buffer> {
		for (;;) {
			await turn();
			const piece = Buffer.alloc(64 * 1024, 'x');
			taken.bytes += piece.length;
			yield piece;
		}
	}
	return { body: pieces(), taken };
}

describe('the bytes of a body', () => {
	it.each([
		['in one piece', hookRequest(EVENT)],
		['in many pieces', hookRequest([...EVENT].map((byte) => Buffer.from([byte])))],
		['packed as gzip', hookRequest(gzipSync(EVENT), packed('gzip'))],
		['packed as gzip by its old name, in capitals', hookRequest(gzipSync(EVENT), packed('X-GZIP'))],
		['packed as deflate', hookRequest(deflateSync(EVENT), packed('deflate'))],
		['said to be unpacked', hookRequest(EVENT, packed('identity'))],
	])('are read %s', async (_how, request) => {
		expect(await bodyBytes(request)).toEqual({ bytes: EVENT });
	});

	it('are none where there is no body', async () => {
		expect(await bodyBytes(hookRequest(undefined))).toEqual({ bytes: Buffer.alloc(0) });
	});

	it('may be as many as allowed, and not one more', async () => {
		expect(await bodyBytes(hookRequest(Buffer.alloc(LARGEST_BODY)))).toHaveProperty('bytes.length', LARGEST_BODY);
		expect(await bodyBytes(hookRequest(Buffer.alloc(LARGEST_BODY + 1)))).toHaveProperty('refusal.status', 413);
		expect(await bodyBytes(hookRequest(gzipSync(Buffer.alloc(LARGEST_BODY)), packed('gzip')))).toHaveProperty('bytes.length', LARGEST_BODY);
		expect(await bodyBytes(hookRequest(gzipSync(Buffer.alloc(LARGEST_BODY + 1)), packed('gzip')))).toHaveProperty('refusal.status', 413);
	});

	it('are not waited for where there is no end of them', async () => {
		const { body, taken } = endless();
		const request = hookRequest(body);
		expect(await bodyBytes(request)).toHaveProperty('refusal.status', 413);
		expect(taken.bytes).toBeLessThan(2 * LARGEST_BODY);
		request.destroy();
	});

	it('are not read where their number says that they are too many', async () => {
		const request = hookRequest(EVENT, { headers: { 'content-length': String(LARGEST_BODY + 1) } });
		expect(await bodyBytes(request)).toHaveProperty('refusal.status', 413);
		expect(request.readableFlowing).toBeNull();
	});

	it('are unpacked only so far: two hundred megabytes fit into two hundred kilobytes', async () => {
		const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
		expect(bomb.length).toBeLessThan(LARGEST_PACKED);
		const before = process.memoryUsage().rss;
		expect(await bodyBytes(hookRequest(bomb, packed('gzip')))).toHaveProperty('refusal.status', 413);
		expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
	});

	it.each([
		['no gzip', EVENT, 'gzip', 400, /Content-Encoding/],
		['gzip that is cut off', gzipSync(EVENT).subarray(0, -9), 'gzip', 400, /Content-Encoding/],
		['gzip with something behind it', Buffer.concat([gzipSync(EVENT), Buffer.from('more')]), 'deflate', 400, /Content-Encoding/],
		['packed in another way', brotliCompressSync(EVENT), 'br', 415, /gzip/],
		['packed twice', gzipSync(gzipSync(EVENT)), 'gzip, gzip', 415, /gzip/],
		['packed as what every object has', EVENT, 'constructor', 415, /gzip/],
	])('are refused where they are %s', async (_what, body, encoding, status, reason) => {
		expect(await bodyBytes(hookRequest(body, packed(encoding)))).toEqual({ refusal: { status, reason: expect.stringMatching(reason) as string } });
	});

	it.each(['identity', 'gzip'])('are given up where the caller breaks off, sent as %s', async (encoding) => {
		const request = Object.assign(new PassThrough(), packed(encoding));
		const reading = bodyBytes(request);
		request.write(gzipSync(EVENT).subarray(0, 10));
		await turn();
		request.destroy();
		expect(await reading).toHaveProperty('refusal.status', 400);
		expect(await bodyBytes(request)).toHaveProperty('refusal.status', 400);
	});
});
