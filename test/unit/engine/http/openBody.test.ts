import { Readable } from 'node:stream';

import { isFailure } from '../../../../engine/failure';
import { OpenBody } from '../../../../engine/http/openBody';
import { CUT, megabytes, silentAfter, streamOf } from '../../../support/partner/openAnswers';

const MB = 1024 * 1024;

async function allOf(stream: AsyncIterable<Buffer>): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

describe('an answer that is read as it comes', () => {
	it('shows its first bytes and still hands on all of them', async () => {
		const body = new OpenBody(streamOf('ab', 'cd', 'x'.repeat(2000), 'end'), 1000);
		expect((await body.head()).toString().slice(0, 6)).toBe('abcdxx');
		expect(await body.head()).toHaveLength(2004);
		expect(await allOf(body.stream(MB))).toBe(`abcd${'x'.repeat(2000)}end`);
		expect(body.size).toBe(2007);
	});

	it('has no first bytes where it is empty', async () => {
		expect(await new OpenBody(streamOf(), 1000).head()).toHaveLength(0);
	});

	it('is read as text, letters that are cut in two included', async () => {
		const bytes = Buffer.from('Größe ✓');
		const body = new OpenBody(streamOf(bytes.subarray(0, 3), bytes.subarray(3, -1), bytes.subarray(-1)), 1000);
		expect(await body.text(MB)).toEqual({ text: 'Größe ✓', isWhole: true });
	});

	it('is cut as text where it is too long, and not read on', async () => {
		const { stream, made } = megabytes(50);
		const { text, isWhole } = await new OpenBody(stream, 1000).text(2 * MB);
		expect([isWhole, text.length]).toEqual([false, 3 * MB]);
		expect(made()).toBeLessThan(10);
	});

	it('fails as a stream where it is too long, and is not read on', async () => {
		const { stream, made } = megabytes(50);
		const body = new OpenBody(stream, 1000);
		await body.head();
		await expect(allOf(body.stream(2 * MB))).rejects.toMatchObject({ kind: 'brokenAnswer', message: 'The file is larger than 2 MB, so it was not taken' });
		expect(isFailure(body.fault)).toBe(true);
		expect(made()).toBeLessThan(10);
	});

	it('takes a file of just the largest size', async () => {
		expect(await allOf(new OpenBody(streamOf('x'.repeat(10)), 1000).stream(10))).toHaveLength(10);
		await expect(allOf(new OpenBody(streamOf('x'.repeat(11)), 1000).stream(10))).rejects.toMatchObject({ kind: 'brokenAnswer' });
	});

	it.each([
		['its first bytes', async (body: OpenBody) => await body.head()],
		['its text', async (body: OpenBody) => await body.text(MB)],
		['the stream', async (body: OpenBody) => await allOf(body.stream(MB))],
	])('fails with %s where the connection breaks, and knows why', async (_name, read) => {
		const body = new OpenBody(streamOf('ab', CUT), 1000);
		await expect(read(body)).rejects.toBe(CUT);
		expect(body.fault).toBe(CUT);
	});

	it('is given up after a silence', async () => {
		const body = new OpenBody(silentAfter('ab'), 100);
		const before = Date.now();
		await expect(allOf(body.stream(MB))).rejects.toMatchObject({ code: 'ETIMEDOUT' });
		expect(Date.now() - before).toBeGreaterThanOrEqual(90);
	});

	it.each([15 * 60_000, 86_400_000, -86_400_000])('is not given up where the clock is set by %d ms meanwhile, and still is after a silence', async (step) => {
		const begin = Date.now();
		const now = jest.spyOn(Date, 'now');
		try {
			const source = silentAfter('ab');
			const body = new OpenBody(source, 1000);
			const reading = allOf(body.stream(MB));
			setTimeout(() => now.mockReturnValue(begin + step), 100);
			setTimeout(() => source.push('cd'), 600);
			setTimeout(() => source.push(null), 700);
			expect(await reading).toBe('abcd');
			const silent = new OpenBody(silentAfter('ab'), 100);
			await expect(allOf(silent.stream(MB))).rejects.toMatchObject({ code: 'ETIMEDOUT' });
		} finally {
			now.mockRestore();
		}
	});

	it('is given up where it trickles on without an end', async () => {
		const source = silentAfter('ab');
		const body = new OpenBody(source, 1000);
		body.mostWaitingMs = 1000;
		const trickle = setInterval(() => source.destroyed || source.push('x'), 20);
		await expect(allOf(body.stream(MB))).rejects.toThrow();
		clearInterval(trickle);
		expect(body.fault).toMatchObject({ kind: 'brokenAnswer', message: expect.stringContaining('did not come to its end') as string });
	});

	it('is given up after a silence also where the host wraps the stream, so that destroying it does nothing', async () => {
		const silent = silentAfter('ab');
		const wrapped = Readable.from((async function* () { yield* silent as AsyncIterable<Buffer>; })(), { objectMode: false });
		const stop = jest.fn(() => wrapped.emit('error', new Error('canceled')));
		const body = new OpenBody(wrapped, 100, stop);
		await expect(allOf(body.stream(MB))).rejects.toThrow();
		expect(body.fault).toMatchObject({ code: 'ETIMEDOUT' });
		expect(stop).toHaveBeenCalled();
	});

	it('ends the request when it is closed too early, and only then', async () => {
		const [whole, part] = [jest.fn(), jest.fn()];
		const read = new OpenBody(streamOf('ab'), 1000, whole);
		await read.text(MB);
		read.close();
		new OpenBody(streamOf('ab'), 1000, part).close();
		expect([whole.mock.calls.length, part.mock.calls.length]).toEqual([0, 1]);
	});

	it('is not given up while the host takes its time', async () => {
		const body = new OpenBody(streamOf('a', 'b', 'c'), 100);
		let text = '';
		for await (const chunk of body.stream(MB)) {
			text += String(chunk);
			await new Promise((resolve) => setTimeout(resolve, 150));
		}
		expect(text).toBe('abc');
	});

	it('lets go of the connection when it is closed', async () => {
		const { stream, made } = megabytes(50);
		const body = new OpenBody(stream, 1000);
		await body.head();
		body.close();
		expect(stream.destroyed).toBe(true);
		expect(made()).toBeLessThan(5);
	});

	it('that fails before anybody listens does no harm', async () => {
		const stream = new OpenBody(streamOf(CUT), 1000).stream(MB);
		stream.resume();
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(stream.destroyed).toBe(true);
	});
});
