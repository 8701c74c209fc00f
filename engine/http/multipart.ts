import { createHash, randomUUID } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

/** A file as a part of a form. Where a request is compared and not sent, it counts by its content: a hash. */
export class FilePart {
	/**
	 * @param fileName as the partner is told it
	 * @param mimeType such as `application/pdf`
	 */
	constructor(
		readonly fileName: string,
		readonly mimeType: string,
		readonly bytes: Buffer,
	) {}

	toJSON(): string {
		return createHash('sha256').update(this.bytes).digest('base64url');
	}
}

/** The parts of a form by name: objects go as JSON, files as their bytes. */
export type FormParts = Readonly<Record<string, IDataObject | FilePart>>;

/** A form as `multipart/form-data` (RFC 7578), in the order of its parts. The host would build it from a library that is not ours to use. */
export function multipart(parts: FormParts): { contentType: string; body: Buffer } {
	const boundary = `----n8n-${randomUUID()}`;
	const pieces = Object.entries(parts).flatMap(([name, part]) => {
		const file = part instanceof FilePart ? `; filename="${quoted(part.fileName)}"` : '';
		const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}\r\nContent-Type: ${part instanceof FilePart ? part.mimeType : 'application/json'}\r\n\r\n`;
		return [Buffer.from(head, 'utf8'), part instanceof FilePart ? part.bytes : Buffer.from(JSON.stringify(part), 'utf8'), Buffer.from('\r\n', 'latin1')];
	});
	return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`, 'latin1')]) };
}

/** As browsers write it: what would end the quotes or the line is percent-encoded. */
function quoted(text: string): string {
	return text.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
}
