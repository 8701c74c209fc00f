import { Readable } from 'node:stream';
import type { IBinaryData } from 'n8n-workflow';

import type { BinaryStore } from '../../../engine/files/fetchFiles';

/** A stream as the host hands it over, of these chunks; an error among them breaks it there. */
export function streamOf(...chunks: Array<string | Buffer | Error>): Readable {
	return Readable.from(
		(async function* () {
			for (const chunk of chunks) {
				await Promise.resolve();
				if (chunk instanceof Error) throw chunk;
				yield Buffer.from(chunk);
			}
		})(),
		{ objectMode: false },
	);
}

/** A stream that gives these chunks and then falls silent. */
export function silentAfter(...chunks: string[]): Readable {
	const stream = new Readable({ read: () => undefined });
	for (const chunk of chunks) stream.push(chunk);
	return stream;
}

/** A stream of `count` chunks of a megabyte each, made as they are asked for, that begins like a PDF. */
export function megabytes(count: number): { stream: Readable; made: () => number } {
	let made = 0;
	const stream = Readable.from(
		(function* () {
			for (; made < count; made += 1) yield Buffer.from('%PDF-'.padEnd(1024 * 1024, 'x'));
		})(),
		{ objectMode: false },
	);
	return { stream, made: () => made };
}

/** A body that breaks off as a cut connection does. */
export const CUT = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });

/** n8n's store of files, in memory. */
export class FileStore implements BinaryStore {
	readonly files: Array<{ fileName?: string; mimeType?: string; bytes: Buffer; wasStream: boolean }> = [];

	prepareBinaryData = async (data: Buffer | Readable, fileName?: string, mimeType?: string): Promise<IBinaryData> => {
		const chunks: Buffer[] = [];
		if (Buffer.isBuffer(data)) chunks.push(data);
		else for await (const chunk of data) chunks.push(chunk as Buffer);
		this.files.push({ fileName, mimeType, bytes: Buffer.concat(chunks), wasStream: !Buffer.isBuffer(data) });
		return { data: `stored-${this.files.length}`, mimeType: mimeType ?? '', fileName };
	};
}
