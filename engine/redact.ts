const LONGEST_QUOTE = 500;
/** More than is shown, so that a secret at the cut is still seen whole. */
const LONGEST_SEARCHED = 20_000;

/** What stands in the place of a secret. */
export const REDACTED = '[hidden]';

/** Looks like a JSON web token, or like a header value that carries a bearer token. */
const TOKEN_LIKE = /\b(?:eyJ[\w-]{8,}(?:\.[\w-]*){0,4}|(?:live|sandbox)_[\w+/=-]{12,}|bearer\s+[\w.+/=~-]{8,})/gi;

/**
 * A partner's words as they may be shown: without the given secrets, without anything that looks like a token,
 * on one line and not longer than 500 characters. Partners do echo what was sent to them.
 *
 * @param secrets values that must not appear, as `withoutSecrets` has it
 */
export function quotable(text: string, secrets: readonly string[] = []): string {
	let safe = withoutSecrets(text.slice(0, LONGEST_SEARCHED), secrets);
	safe = safe.replace(TOKEN_LIKE, REDACTED).replace(/\s+/g, ' ').trim();
	return safe.length > LONGEST_QUOTE ? `${safe.slice(0, LONGEST_QUOTE)} ...` : safe;
}

/** Secrets under this length are parts of ordinary words: they are hidden where they stand as a word. */
const SHORTEST_ANYWHERE = 4;
/** A single character is no secret, and nothing could be read without all that are the same. */
const SHORTEST = 2;

/** A text with the given secrets taken out, else as it is. Those of two and three characters are hidden as words of their own. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
	// Longest first: one secret may begin with another.
	const forms = secrets.filter(({ length }) => length >= SHORTEST_ANYWHERE).flatMap(formsOf).sort((a, b) => b.length - a.length);
	const safe = forms.reduce((told, form) => told.split(form).join(REDACTED), text);
	const short = secrets.filter(({ length }) => length >= SHORTEST && length < SHORTEST_ANYWHERE).flatMap(formsOf).sort((a, b) => b.length - a.length);
	return short.reduce((told, form) => told.replace(asWord(form), REDACTED), safe);
}

/** A text where no letter and no digit stands beside it. */
function asWord(form: string): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])${literally(form)}(?![\\p{L}\\p{N}])`, 'gu');
}

/** The ways in which a value is written on the wire: as it is, in JSON, in a form, in an address. */
function formsOf(secret: string): string[] {
	const inForm = new URLSearchParams({ v: secret }).toString().slice(2);
	const inAddress = inForm.replace(/\+/g, '%20');
	// encodeURIComponent leaves !'()* as they are.
	const lighter = inAddress.replace(/%(21|27|28|29|7E)/g, (code) => decodeURIComponent(code));
	const encoded = [inForm, inAddress, lighter];
	// Some servers write the codes in small letters.
	const inSmallLetters = encoded.map((form) => form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()));
	return [...new Set([secret, JSON.stringify(secret).slice(1, -1), ...encoded, ...inSmallLetters])];
}

/** A text as a pattern that stands for itself. */
export function literally(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
