import { GatheredBytes } from './gatheredBytes';
import type { HostStream } from './openBody';
import { IdleTimeout, timeOutError } from './idleTimeout';
import { Ticks } from './ticks';

/** How an answer is read. */
export interface ReadingLimits {
	/** Most bytes that are taken, unpacked. */
	mostBytes: number;
	/** Longest silence, in milliseconds. */
	timeoutMs: number;
	/** Hangs up. Destroying the stream does not where the host wraps it, as n8n 2.41 does. */
	stop: () => void;
	/** The timer of who has many answers under way. */
	ticks?: Ticks;
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
export async function readText(source: HostStream, { mostBytes, timeoutMs, stop, ticks = new Ticks(timeoutMs) }: ReadingLimits): Promise<{ text: string; isWhole: boolean }> {
	const bytes = new GatheredBytes();
	let end: (() => void) | undefined;
	const reading = new Promise<boolean>((resolve, reject) => {
		const take = (piece: Buffer | string): void => {
			bytes.add(piece);
			if (bytes.length <= mostBytes) return;
			source.off('data', take);
			resolve(false);
		};
		source.on('data', take);
		let hasEnded = false;
		source.on('end', () => {
			hasEnded = true;
			resolve(true);
		});
		source.on('error', reject);
		source.on('close', () => {
			// Every answer closes after its end, and an error that nobody sees costs more than all else here.
			if (!hasEnded) reject(new Error('The answer broke off'));
		});
		const silence = new IdleTimeout(timeoutMs, () => bytes.length);
		end = ticks.watch(() => {
			if (silence.isSilent(ticks.stepMs)) reject(timeOutError('Silence'));
		});
	});
	try {
		const isWhole = await reading;
		if (!isWhole) discardBody(source, stop);
		return { text: bytes.text(), isWhole };
	} catch (error) {
		discardBody(source, stop);
		throw error;
	} finally {
		end?.();
	}
}
