import { GatheredBytes } from './gatheredBytes';
import type { HostStream } from './openBody';
import { IdleTimeout, timeOutError } from './idleTimeout';

/** How an answer is read. */
export interface ReadingLimits {
	/** Most bytes that are taken, unpacked. */
	mostBytes: number;
	/** Longest silence, in milliseconds. */
	timeoutMs: number;
	/** Hangs up. Destroying the stream does not where the host wraps it, as n8n 2.41 does. */
	stop: () => void;
}

/** Whether the host handed out a body that is still on its way. In n8n's evaluations answers are made up, and come ready. */
export function isStream(body: unknown): body is HostStream {
	return typeof body === 'object' && body !== null && 'on' in body && typeof body.on === 'function' && 'destroy' in body;
}

/** Lets go of an answer that is not looked at. */
export function discardBody(source: HostStream, stop: () => void): void {
	// An error that nobody hears would take the process down.
	source.on('error', () => undefined);
	source.destroy();
	stop();
}

/**
 * An answer as text. One that is longer than `mostBytes` is cut there, and hung up on.
 *
 * Read by events: that costs no more than to let the host read it, where an iterator costs a fifth more.
 *
 * @returns the text, and whether it is all there is
 * @throws what the stream fails with; an error with code `ETIMEDOUT` where nothing comes any more
 */
export async function readText(source: HostStream, { mostBytes, timeoutMs, stop }: ReadingLimits): Promise<{ text: string; isWhole: boolean }> {
	const bytes = new GatheredBytes();
	let isOver = false;
	const reading = new Promise<boolean>((resolve, reject) => {
		const take = (piece: Buffer | string): void => {
			bytes.add(piece);
			if (bytes.length <= mostBytes) return;
			source.off('data', take);
			resolve(false);
		};
		source.on('data', take);
		source.on('end', () => resolve(true));
		source.on('error', reject);
		// After an end this changes nothing.
		source.on('close', () => reject(new Error('The answer broke off')));
	});
	const silent = async (): Promise<never> => {
		const silence = new IdleTimeout(timeoutMs, () => bytes.length);
		while (!isOver) if (await silence.step()) break;
		throw timeOutError('Silence');
	};
	try {
		const isWhole = await Promise.race([reading, silent()]);
		if (!isWhole) discardBody(source, stop);
		return { text: bytes.text(), isWhole };
	} catch (error) {
		discardBody(source, stop);
		throw error;
	} finally {
		isOver = true;
	}
}
