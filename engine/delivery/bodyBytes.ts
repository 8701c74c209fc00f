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

/**
 * Reads the body of a request, and never holds more of it than may be taken, packed or unpacked. n8n's own reader takes
 * 16 MiB of each caller, and with a packed body that is broken off it waits, and keeps all of it, until n8n is restarted.
 */
export async function bodyBytes(request: BodyStream): Promise<BodyBytes> {
	const encoding = String(request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
	const packed = Object.hasOwn(PACKED, encoding) ? PACKED[encoding] : undefined;
	if (packed === undefined && encoding !== 'identity' && encoding !== '') return refuse(415, 'The body is packed in a way that is not known here. Send it as gzip, or unpacked.');
	// What says by itself that it is too large is not read.
	if (Number(request.headers['content-length']) > LARGEST_BODY) return tooLarge();
	const read = await sentBytes(request);
	return packed === undefined || !('bytes' in read) ? read : await unpacked(read.bytes, packed);
}

async function sentBytes(request: BodyStream): Promise<BodyBytes> {
	// Then no event would ever come: the caller hung up while its credential was looked at.
	if (request.destroyed === true || request.readableEnded === true) return cutOff();
	return await new Promise((resolve) => {
		const chunks: Buffer[] = [];
		let length = 0;
		const take = (chunk: Buffer): void => {
			length += chunk.length;
			if (length <= LARGEST_BODY) {
				chunks.push(chunk);
				return;
			}
			// What still comes flows away, so that the caller can read the answer.
			request.off('data', take);
			chunks.length = 0;
			resolve(tooLarge());
		};
		request.on('data', take);
		request.on('end', () => resolve({ bytes: Buffer.concat(chunks) }));
		// Either comes also without an end, and `close` after one: then it changes nothing.
		request.on('error', () => resolve(cutOff()));
		request.on('close', () => resolve(cutOff()));
	});
}

/** Unpacks piece by piece: a few bytes can be packed gigabytes. */
async function unpacked(bytes: Buffer, format: 'gzip' | 'deflate'): Promise<BodyBytes> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const chunk of new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format))) {
			length += (chunk as Uint8Array).length;
			if (length > LARGEST_BODY) return tooLarge();
			chunks.push(chunk as Uint8Array);
		}
	} catch {
		return refuse(400, 'The body is not packed as Content-Encoding says.');
	}
	return { bytes: Buffer.concat(chunks) };
}

function cutOff(): BodyBytes {
	return refuse(400, 'The body was cut off.');
}
