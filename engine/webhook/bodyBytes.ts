import { GrowingBytes } from './growingBytes';
import { LARGEST_BODY, refuse, tooLarge, type Refusal } from './readBody';

/** A request whose body has not been read: Node's own IncomingMessage. */
export interface BodyStream {
	headers: Record<string, string | string[] | undefined>;
	destroyed?: boolean;
	readableEnded?: boolean;
	on(event: 'data', listener: (chunk: Buffer) => void): unknown;
	on(event: 'end' | 'close' | 'error', listener: () => void): unknown;
	off(event: 'data', listener: (chunk: Buffer) => void): unknown;
}

/** What was read, or why it is refused. */
export type BodyBytes = { bytes: Buffer } | { refusal: Refusal };

/** Encodings (RFC 9110, 8.4.1) that are unpacked, by the name that the platform has for them. */
const PACKED: Readonly<Record<string, 'gzip' | 'deflate'>> = { gzip: 'gzip', 'x-gzip': 'gzip', deflate: 'deflate' };

/** Largest body that is packed, in bytes as sent: it is held beside what comes out of it. Events shrink to a tenth. */
export const LARGEST_PACKED = 256 * 1024;

/**
 * Reads the body of a request, and never holds more of it than may be taken, packed or unpacked. n8n's own reader takes
 * 16 MiB of each caller, and with a packed body that is broken off it waits, and keeps all of it, until n8n is restarted.
 */
export async function bodyBytes(request: BodyStream): Promise<BodyBytes> {
	const encoding = String(request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
	const packed = Object.hasOwn(PACKED, encoding) ? PACKED[encoding] : undefined;
	if (packed === undefined && encoding !== 'identity' && encoding !== '') return refuse(415, 'The body is packed in a way that is not known here. Send it as gzip, or unpacked.');
	const most = packed === undefined ? LARGEST_BODY : LARGEST_PACKED;
	// What says by itself that it is too large is not read.
	if (Number(request.headers['content-length']) > most) return tooLarge(most);
	const read = await sentBytes(request, most);
	return packed === undefined || !('bytes' in read) ? read : await unpacked(read.bytes, packed);
}

async function sentBytes(request: BodyStream, most: number): Promise<BodyBytes> {
	// Then no event would ever come: the caller hung up while its credential was looked at.
	if (request.destroyed === true || request.readableEnded === true) return cutOff();
	return await new Promise((resolve) => {
		const taken = new GrowingBytes(most);
		const take = (chunk: Buffer): void => {
			if (taken.add(chunk)) return;
			finish(tooLarge(most));
		};
		const finish = (read: BodyBytes): void => {
			// What still comes flows away, so that the caller can read the answer. The request outlives this, and the bytes must not.
			request.off('data', take);
			taken.drop();
			resolve(read);
		};
		request.on('data', take);
		request.on('end', () => finish({ bytes: taken.bytes() }));
		// Either comes also without an end, and `close` after one: then it changes nothing.
		request.on('error', () => finish(cutOff()));
		request.on('close', () => finish(cutOff()));
	});
}

/** Unpacks piece by piece: a few bytes can be packed gigabytes. */
async function unpacked(bytes: Buffer, format: 'gzip' | 'deflate'): Promise<BodyBytes> {
	const out = new GrowingBytes(LARGEST_BODY);
	try {
		for await (const chunk of new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format))) {
			if (!out.add(chunk as Uint8Array)) return tooLarge();
		}
	} catch {
		return refuse(400, 'The body is not packed as Content-Encoding says.');
	}
	return { bytes: out.bytes() };
}

function cutOff(): BodyBytes {
	return refuse(400, 'The body was cut off.');
}
