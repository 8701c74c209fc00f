import { extensionOf } from './fileType';

const LONGEST_NAME = 120;

/**
 * The file name in a `Content-Disposition` header (RFC 6266): `filename*` with its character set, else `filename`.
 *
 * @returns undefined where there is none
 */
export function dispositionName(header: unknown): string | undefined {
	if (typeof header !== 'string') return undefined;
	const extended = /(?:^|[;\s])filename\*\s*=\s*"?(?:utf-8|iso-8859-1)'[^']*'([^;"]+)/i.exec(header)?.[1];
	if (extended !== undefined) {
		try {
			return decodeURIComponent(extended.trim());
		} catch {
			// Latin-1, or broken: the plain form says it as well.
		}
	}
	const [, quoted, bare] = /(?:^|[;\s])filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header) ?? [];
	return quoted?.replace(/\\(.)/g, '$1') ?? bare;
}

/**
 * A name under which a file can be stored anywhere: no folders, nothing that a shell or a file system reads as something
 * else, and with an extension.
 *
 * @param given as the partner names it, if it does
 * @param fallback name without extension
 */
export function safeFileName(given: string | undefined, fallback: string, mimeType: string): string {
	const cleaned = cleanName(given ?? '') || cleanName(fallback) || 'file';
	const extension = extensionOf(mimeType);
	const hasExtension = /\.[a-z\d]{1,5}$/i.test(cleaned);
	return hasExtension || extension === undefined ? cleaned : `${cleaned}.${extension}`;
}

function cleanName(name: string): string {
	const last = name.split(/[/\\]/).at(-1) ?? '';
	// Control characters, what Windows forbids, and marks that turn the direction of writing.
	const kept = last.replace(/[\u0000-\u001f\u007f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/^[.\s]+/, '');
	const plain = kept.slice(0, lengthWithoutEnd(kept));
	if (plain.length <= LONGEST_NAME) return plain;
	const ending = /\.[a-z\d]{1,5}$/i.exec(plain)?.[0] ?? '';
	return plain.slice(0, LONGEST_NAME - ending.length) + ending;
}

/** How long a name is without points and blanks at its end. An expression would begin anew at each of them. */
function lengthWithoutEnd(name: string): number {
	let length = name.length;
	while (length > 0 && /[.\s]/.test(name.charAt(length - 1))) length -= 1;
	return length;
}
