import { quotable, withoutSecrets } from '../redact';
import { isObject } from '../values';

/** What an error body says, as far as its shape can be guessed. */
export interface PartnerWords {
	message?: string;
	code?: string;
}

/** In small letters: partners write `Message` and `ShortText` as well. */
const MESSAGE_KEYS = ['message', 'error_description', 'errormessage', 'shorttext', 'detail', 'title', 'description', 'response'];
const CODE_KEYS = ['code', 'errorcode', 'error_code', 'messagecode', 'type'];
/** What RFC 9457 has as `type`: where the kind of problem is described, or "about:blank". Frameworks write it for any status. */
const ADDRESS = /^\s*(?:https?:|urn:|tag:|about:|\/)/i;
const NESTED_KEYS = ['error', 'errors', 'data', 'fault', 'result', 'response'];
/** What is wrong with each field: `[{ field, errors: [{ code, message }] }]`. Its words go behind those of the whole. */
const FIELDS_KEY = 'errordetails';
const DEEPEST = 4;
/** Characters of a body that are looked at. An error page can be large, and what it says stands at its beginning. */
const LONGEST_TEXT = 10_000;
/** More than that, so that a secret at the cut is still seen whole: a token of 12,000, each character of it written as three. */
const LONGEST_READ = 50_000;

/**
 * The partner's own words out of an error body whose shape nobody documents: a string, HTML, `message`, `error`,
 * `errors[]`, `code`, `title`, nested or not. (SIPS documents codes but no shape: orders-1612444m0.)
 *
 * @param body the parsed answer, or a string where it was no JSON
 * @param secrets values that must not appear in what is shown
 */
export function partnerWords(body: unknown, secrets: readonly string[] = []): PartnerWords {
	// Hidden before anything is cut: what is left of a secret at the cut would not be known for it.
	const words = search(typeof body === 'string' ? withoutSecrets(body.slice(0, LONGEST_READ), secrets) : body, 0);
	return {
		...(words.message ? { message: quotable(words.message, secrets) } : {}),
		...(words.code ? { code: quotable(words.code, secrets).slice(0, 80) } : {}),
	};
}

function search(body: unknown, depth: number): PartnerWords {
	if (depth > DEEPEST || body === null || body === undefined) return {};
	if (typeof body === 'string') return fromText(body, depth);
	if (Array.isArray(body)) return fromList(body, depth);
	if (typeof body !== 'object') return {};

	const entries = Object.entries(body).map(([name, value]) => [name.toLowerCase(), value] as const);
	// The first of two names that differ in capitals only stands.
	const record = Object.fromEntries(entries.reverse());
	const found: PartnerWords = { message: firstText(record, MESSAGE_KEYS), code: firstText(record, CODE_KEYS) };
	if (found.message === undefined && typeof record.error === 'string') found.message = record.error;
	for (const key of NESTED_KEYS) {
		if (found.message !== undefined && found.code !== undefined) break;
		if (typeof record[key] === 'string') continue;
		const inner = search(record[key], depth + 1);
		found.message ??= inner.message;
		found.code ??= inner.code;
	}
	const fields = fieldWords(record[FIELDS_KEY]);
	if (fields !== '') found.message = found.message === undefined ? fields : `${found.message} (${fields})`;
	return found;
}

/** As `birthDay: must be a date in the past; email: must not be empty`; `''` where there is nothing of the kind. */
function fieldWords(details: unknown): string {
	if (!Array.isArray(details)) return '';
	return details
		.slice(0, 10)
		.flatMap((entry) => {
			if (!isObject(entry) || typeof entry.field !== 'string') return [];
			const { message, code } = fromList(Array.isArray(entry.errors) ? entry.errors : [], DEEPEST - 1);
			return [`${entry.field}: ${message ?? code ?? 'not accepted'}`];
		})
		.join('; ');
}

function fromText(text: string, depth: number): PartnerWords {
	const trimmed = text.slice(0, LONGEST_TEXT).trim();
	if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
		try {
			return search(JSON.parse(trimmed), depth + 1);
		} catch {
			return { message: trimmed };
		}
	}
	const plain = trimmed.startsWith('<')
		? withoutTags(trimmed)
		: trimmed;
	return plain.trim() ? { message: plain } : {};
}

function fromList(list: unknown[], depth: number): PartnerWords {
	const all = list.slice(0, 10).map((entry) => search(entry, depth + 1));
	const messages = all.flatMap(({ message }) => (message === undefined ? [] : [message]));
	return { message: messages.length > 0 ? messages.join('; ') : undefined, code: all.find(({ code }) => code)?.code };
}

function firstText(record: Record<string, unknown>, keys: string[]): string | undefined {
	for (const key of keys) {
		const given = record[key];
		const value = Array.isArray(given) && given.every((entry) => typeof entry === 'string') ? given.join('; ') : given;
		if (typeof value === 'string' && value.trim() !== '' && !(key === 'type' && ADDRESS.test(value))) return value;
		if (typeof value === 'number' && CODE_KEYS.includes(key)) return String(value);
	}
	return undefined;
}

/** The text of an HTML page: what stands between tags, without scripts and styles. In one pass, however odd the page. */
function withoutTags(html: string): string {
	let skipped: string | undefined;
	return html
		.split('<')
		.map((part, at) => {
			if (at === 0) return part;
			const end = part.indexOf('>');
			const tag = /^\/?[a-z]+/i.exec(part)?.[0].toLowerCase() ?? '';
			if (skipped === undefined && (tag === 'script' || tag === 'style')) skipped = tag;
			else if (tag === `/${skipped}`) skipped = undefined;
			return skipped === undefined && end >= 0 ? part.slice(end + 1) : '';
		})
		.join(' ');
}
