/** How files begin, by MIME type. A pattern is matched against the first bytes, a letter each. */
const SIGNATURES: ReadonlyArray<readonly [string, RegExp]> = [
	// Readers take a PDF whose header stands anywhere in the first 1,024 bytes (ISO 32000-1, Annex H).
	['application/pdf', /^[^]{0,1019}%PDF-/],
	['image/png', /^\x89PNG\r\n\x1a\n/],
	['image/jpeg', /^\xff\xd8\xff/],
	['image/gif', /^GIF8[79]a/],
	['image/tiff', /^(?:II\*\0|MM\0\*)/],
	['image/webp', /^RIFF[^]{4}WEBP/],
	['image/heic', /^[^]{4}ftyp(?:heic|heix|mif1|msf1)/],
	['image/bmp', /^BM[^]{4}\0\0\0\0/],
	['application/zip', /^PK\x03\x04/],
];

/** File name extensions of what a partner may send. */
const EXTENSIONS = new Map([
	['application/pdf', 'pdf'],
	['application/zip', 'zip'],
	['image/bmp', 'bmp'],
	['image/gif', 'gif'],
	['image/heic', 'heic'],
	['image/jpeg', 'jpg'],
	['image/png', 'png'],
	['image/tiff', 'tif'],
	['image/webp', 'webp'],
]);

/** Types that say nothing of a file, or say that it is none. */
const NO_FILE_TYPE = /^(?:text\/|application\/(?:octet-stream|binary|x-binary|force-download|download|x-download|json|xml|x-www-form-urlencoded)|binary\/|multipart\/)|\+json|\+xml/;

const UNKNOWN_TYPE = 'application/octet-stream';

/** The MIME type that the first bytes of a file show, or undefined. */
export function shownType(head: Uint8Array): string | undefined {
	const letters = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).toString('latin1');
	return SIGNATURES.find(([, pattern]) => pattern.test(letters))?.[0];
}

/**
 * The MIME type of a file. Its bytes are believed first: partners name types at random, and programs choose by it. Many
 * formats are a zip inside, so there a named type says more.
 *
 * @param named as header or JSON field give it, parameters included
 */
export function fileType(head: Uint8Array, named: unknown): string {
	const [type = ''] = typeof named === 'string' ? named.toLowerCase().split(';') : [];
	const told = /^[a-z]+\/[a-z\d.+-]+$/.test(type.trim()) && !NO_FILE_TYPE.test(type.trim()) ? type.trim() : undefined;
	const shown = shownType(head);
	return shown === 'application/zip' ? (told ?? shown) : (shown ?? told ?? UNKNOWN_TYPE);
}

/** Whether the first bytes are text, and so no file of the kinds that are asked for. */
export function isText(head: Uint8Array): boolean {
	// The last character may be cut in two.
	const text = new TextDecoder().decode(head).replace(/\ufffd$/, '');
	return shownType(head) === undefined && !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/.test(text);
}

/** The extension that files of this type have, or undefined. */
export function extensionOf(mimeType: string): string | undefined {
	return EXTENSIONS.get(mimeType);
}
