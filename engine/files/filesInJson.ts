import { shownType } from './fileType';

/** A file that an answer holds as Base64 or points to. */
export type FileInJson = ({ base64: string } | { link: string }) & {
	/** As the partner names it. */
	fileName?: string;
	mimeType?: string;
};

export interface FilesInJson {
	files: FileInJson[];
	/** Whether there is a place for files, if an empty one. */
	hasPlace: boolean;
	/** The answer with a note in the place of each Base64 text. */
	rest: unknown;
}

const DEEPEST = 6;
/** Characters under which Base64 is taken for a word or a number, unless its first bytes show a file. */
const SHORTEST_BASE64 = 64;
/** Characters that are decoded to look at the first bytes: a multiple of four. */
const HEAD_CHARACTERS = 1368;

/** Names, in small letters, under which a file may stand. */
const FILE_FIELD =
	/^(?:file|document|pdf|image|photo|attachment|binary|invoice|proof|pod|signature)?_?(?:data|contents?|bytes|base64|body|file|document|pdf|image|photo|attachment|binary|string|stream|blob|signature|proofofdelivery)$/;
const LIST_OF_FILES = /(?:file|document|image|photo|attachment|pdf|proof|signature)s?$|proofofdelivery$/;
/** Names under which a link to a file may stand. */
const LINK_FIELD = /url|uri|link|href|location|download|file|document|pdf|image|photo|attachment|proof/;
/** Names of links to something else. */
const OTHER_LINK = /logo|icon|thumb|preview|track|self|help|support|documentation|schema|terms|callback|webhook|next|previous|website|homepage/;
const FILE_ADDRESS = /\.(?:pdf|png|jpe?g|gif|tiff?|bmp|webp|heic|zip)$/i;

const NAME_FIELDS = ['filename', 'file_name', 'documentname', 'attachmentname', 'name', 'title'];
const TYPE_FIELDS = ['contenttype', 'content_type', 'mimetype', 'mime_type', 'mediatype', 'media_type', 'mime', 'filetype', 'type'];

/** What stands in the place of a file's Base64. */
const TAKEN = '(in the binary field)';

/**
 * The files that a JSON answer, or a text, holds or points to. Partners document neither names nor nesting, so any
 * plausible ones are taken: Base64 whose first bytes show a file, under any name, and other Base64 under a likely name where a
 * file name or type stands beside it; `data:` addresses; links under a likely name, or to an address that ends like a file's.
 *
 * @param body parsed JSON, or text
 */
export function filesInJson(body: unknown): FilesInJson {
	const search = new Search();
	const rest = search.visit(body, 'file', 0);
	const seen = new Set<string>();
	// The same file may be named twice.
	const files = search.files.filter((file) => 'base64' in file || (!seen.has(file.link) && seen.add(file.link)));
	return { files, hasPlace: search.hasPlace, rest };
}

class Search {
	readonly files: FileInJson[] = [];
	hasPlace = false;

	/** @returns the value without the files in it */
	visit(value: unknown, field: string, depth: number): unknown {
		if (depth > DEEPEST) return value;
		if (Array.isArray(value)) {
			if (value.length === 0 && (depth === 0 || LIST_OF_FILES.test(field))) this.hasPlace = true;
			// What stands in `images` is an image.
			return value.map((entry) => this.visit(entry, LIST_OF_FILES.test(field) ? 'file' : field, depth + 1));
		}
		if (typeof value === 'object' && value !== null) return this.visitObject(value as Record<string, unknown>, depth);
		if (isBlank(value) && (FILE_FIELD.test(field) || isLinkField(field))) this.hasPlace = true;
		const file = typeof value === 'string' ? fileIn(value.trim(), field, false) : undefined;
		if (file) this.files.push(file);
		return file && 'base64' in file ? TAKEN : value;
	}

	/** A file that an object holds makes a link beside it needless, and so does a link to download it. */
	private visitObject(record: Record<string, unknown>, depth: number): unknown {
		const told = namedBeside(record);
		const isTold = told.fileName !== undefined || told.mimeType !== undefined;
		const own = Object.entries(record).flatMap(([name, value]) => {
			const file = typeof value === 'string' ? fileIn(value.trim(), name.toLowerCase(), isTold) : undefined;
			return file ? [{ name, file }] : [];
		});
		const whole = own.filter(({ file }) => 'base64' in file);
		const downloads = own.filter(({ name }) => /download/i.test(name));
		const chosen = [whole, downloads, own].find(({ length }) => length > 0) ?? [];

		const entries = Object.entries(record).map(([name, value]): [string, unknown] => {
			if (!own.some((found) => found.name === name)) return [name, this.visit(value, name.toLowerCase(), depth + 1)];
			const file = chosen.find((found) => found.name === name)?.file;
			if (file) this.files.push({ ...told, ...file });
			return [name, file && 'base64' in file ? TAKEN : value];
		});
		return Object.fromEntries(entries);
	}
}

/** @param isTold whether the fields beside it speak of a file */
function fileIn(text: string, field: string, isTold: boolean): FileInJson | undefined {
	const [, mimeType, base64] = /^data:([^;,]{0,100})[^,]{0,100};base64,([^]*)$/i.exec(text) ?? [];
	if (base64 !== undefined) return { base64, ...(mimeType ? { mimeType } : {}) };
	if (isBase64(text) && (showsFile(text) || (isTold && FILE_FIELD.test(field) && text.length >= SHORTEST_BASE64))) return { base64: text };
	return isFileLink(text, field) ? { link: text } : undefined;
}

/** What the fields beside a file say of it. */
function namedBeside(record: Record<string, unknown>): { fileName?: string; mimeType?: string } {
	const fields = new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));
	const text = (names: readonly string[], pattern: RegExp) =>
		names.map((name) => fields.get(name)).find((value): value is string => typeof value === 'string' && pattern.test(value));
	// A name without extension may be a person's.
	const fileName = text(NAME_FIELDS, /\.[a-z\d]{1,5}$/i);
	const mimeType = text(TYPE_FIELDS, /^\s*[a-z]+\/./i);
	return { ...(fileName === undefined ? {} : { fileName }), ...(mimeType === undefined ? {} : { mimeType }) };
}

function isBase64(text: string): boolean {
	return /^[a-z\d+/_-]{4}[a-z\d+/_\s-]*={0,2}$/i.test(text.slice(0, HEAD_CHARACTERS));
}

function showsFile(base64: string): boolean {
	return shownType(Buffer.from(base64.slice(0, HEAD_CHARACTERS), 'base64')) !== undefined;
}

function isFileLink(text: string, field: string): boolean {
	if (/\s/.test(text) || OTHER_LINK.test(field)) return false;
	if (/^https?:\/\//i.test(text)) return URL.canParse(text) && (isLinkField(field) || FILE_ADDRESS.test(new URL(text).pathname));
	// An address of the API itself, without its host.
	return /^\/[^/]/.test(text) && /url|uri|link|href|location/.test(field);
}

function isLinkField(field: string): boolean {
	return LINK_FIELD.test(field) && !OTHER_LINK.test(field);
}

function isBlank(value: unknown): boolean {
	return value === null || (typeof value === 'string' && value.trim() === '');
}
