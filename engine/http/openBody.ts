import type { BinaryHelperFunctions } from 'n8n-workflow';

import { Failure } from '../failure';
import { GatheredBytes } from './gatheredBytes';
import { IdleTimeout, timeOutError } from './idleTimeout';
import { MB } from './megabyte';
import { Ticks } from './ticks';

/** A stream as n8n's helpers give and take it. */
export type HostStream = Exclude<Parameters<BinaryHelperFunctions['prepareBinaryData']>[0], Uint8Array>;

/** An answer whose body is still on its way. */
export interface OpenAnswer {
	status: number;
	headers: Record<string, unknown>;
	/** Absolute address that was asked. */
	address: URL;
	body: OpenBody;
	/** As of a `PartnerAnswer`. */
	secrets?: () => readonly string[];
}

/** Bytes that are looked at to tell what a body is. PDF readers find a header anywhere in these, so they decide. */
const HEAD_BYTES = 1024;
/** Longest that a body is waited for in all, in milliseconds: 100 MB at 1 MBit/s take 14 minutes. */
const MOST_WAITING_MS = 15 * 60_000;

/** A body that is read as it comes, once. */
export class OpenBody {
	/** Bytes read so far. */
	size = 0;
	/** Why it could not be read to the end. */
	fault: unknown;
	/** Longest that is waited for all of it, in milliseconds. A partner that sends a byte now and then is never silent for long. */
	mostWaitingMs = MOST_WAITING_MS;

	private readonly chunks: AsyncIterator<Buffer | string>;
	/** What was looked at and not yet handed on. */
	private held: Buffer[] = [];
	private isWaiting = false;
	/** Chunks that were waited for. */
	private waits = 0;
	private waitedMs = 0;
	private isWatched = false;
	private readonly ticks: Ticks;
	private isEnded = false;
	private isClosed = false;

	/**
	 * @param timeoutMs longest silence, in milliseconds
	 * @param stop ends the request. Destroying the stream does not where the host wraps it, as n8n 2.41 does, while a chunk
	 *   is waited for
	 */
	constructor(
		private readonly source: HostStream,
		private readonly timeoutMs: number,
		private readonly stop: () => void = () => undefined,
	) {
		// A stream that fails while nobody listens would take the process down.
		source.on('error', () => undefined);
		this.chunks = source[Symbol.asyncIterator]();
		this.ticks = new Ticks(timeoutMs);
	}

	/** The first bytes, without taking them away. Empty where there is no body. */
	async head(): Promise<Buffer> {
		let length = this.held.reduce((sum, { length: bytes }) => sum + bytes, 0);
		while (length < HEAD_BYTES) {
			const chunk = await this.next();
			if (!chunk) break;
			this.held.push(chunk);
			length += chunk.length;
		}
		return Buffer.concat(this.held);
	}

	/**
	 * The body as text. What is longer than `mostBytes` is cut.
	 *
	 * @returns the text, and whether it is all there is
	 */
	async text(mostBytes: number): Promise<{ text: string; isWhole: boolean }> {
		const bytes = new GatheredBytes();
		for await (const chunk of this.all()) {
			bytes.add(chunk);
			if (this.size > mostBytes) return { text: bytes.text(), isWhole: false };
		}
		return { text: bytes.text(), isWhole: true };
	}

	/** The body as a stream for the host, which fails with a Failure where it is longer than `mostBytes`. */
	stream(mostBytes: number): HostStream {
		const stream = streamLike(this.source, this.limited(mostBytes));
		stream.on('error', () => undefined);
		return stream;
	}

	/** Ends reading, however far it has come. */
	close(): void {
		this.isClosed = true;
		if (!this.isEnded) this.stop();
		this.source.destroy();
	}

	private async *limited(mostBytes: number): AsyncGenerator<Buffer> {
		for await (const chunk of this.all()) {
			if (this.size > mostBytes) {
				this.fault = tooLarge(mostBytes);
				throw this.fault;
			}
			yield chunk;
		}
	}

	private async *all(): AsyncGenerator<Buffer> {
		const { held } = this;
		this.held = [];
		yield* held;
		for (let chunk = await this.next(); chunk; chunk = await this.next()) yield chunk;
	}

	private async next(): Promise<Buffer | undefined> {
		this.isWaiting = true;
		this.waits += 1;
		this.watch();
		try {
			const { done, value } = await this.chunks.next();
			if (done) {
				this.isEnded = true;
				return undefined;
			}
			const chunk = typeof value === 'string' ? Buffer.from(value) : value;
			this.size += chunk.length;
			return chunk;
		} catch (error) {
			this.fault ??= error;
			throw error;
		} finally {
			this.isWaiting = false;
		}
	}

	/**
	 * Gives up on a partner that falls silent, or never comes to an end. Time that the host takes to store what came does not count.
	 */
	private watch(): void {
		if (this.isWatched) return;
		this.isWatched = true;
		const silence = new IdleTimeout(this.timeoutMs, () => (this.isWaiting ? this.waits : undefined));
		const { stepMs } = this.ticks;
		const end = this.ticks.watch(() => {
			// Only while a chunk is waited for: a body that nobody reads on leaves no timer behind.
			if (!this.isWaiting || this.isClosed) {
				this.isWatched = false;
				end();
				return;
			}
			const isSilent = silence.isSilent(stepMs);
			this.waitedMs += stepMs;
			const isEndless = this.waitedMs >= this.mostWaitingMs;
			if (!isSilent && !isEndless) return;
			end();
			const error = timeOutError('Silence');
			this.fault ??= isEndless ? tooSlow(this.mostWaitingMs) : error;
			this.stop();
			this.source.destroy(error);
		});
	}
}

/** A file that is too large, as a failure. @param mostBytes the largest that is taken */
export function tooLarge(mostBytes: number): Failure {
	return new Failure('brokenAnswer', `The file is larger than ${Math.round(mostBytes / MB)} MB, so it was not taken`, {
		advice: 'Such a large file is most likely not what was asked for. Check the number of the item.',
	});
}

/** A file that trickles. As a fault of the answer, so that it is not waited for again. */
function tooSlow(waitedMs: number): Failure {
	return new Failure('brokenAnswer', `The file did not come to its end within ${Math.round(waitedMs / 60_000)} minutes, so it was given up`, {
		advice: 'Run the item again later. If it stays so, ask the partner.',
	});
}

type StreamClass = { from(chunks: AsyncIterable<Buffer>, options: { objectMode: boolean }): HostStream };

/**
 * A stream of these chunks. Published code cannot import Node's `stream`, and n8n takes nothing but its `Readable`: so
 * that class is taken from a stream that came from the host.
 */
function streamLike(model: HostStream, chunks: AsyncIterable<Buffer>): HostStream {
	let prototype: object | null = Object.getPrototypeOf(model) as object | null;
	while (prototype && prototype.constructor.name !== 'Readable') prototype = Object.getPrototypeOf(prototype) as object | null;
	return ((prototype ?? model).constructor as unknown as StreamClass).from(chunks, { objectMode: false });
}
