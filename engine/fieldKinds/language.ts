import { country } from './country';
import { asText, shown, type Reading } from './reading';

const EXAMPLE = 'such as en or en-us';

/** The names of languages and scripts by their codes, as JavaScript brings them along. */
const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const SCRIPTS = new Intl.DisplayNames(['en'], { type: 'script', fallback: 'none' });

/** Codes of ISO 639 that stand for no one language. */
const NO_LANGUAGES: ReadonlySet<string> = new Set(['mis', 'mul', 'und', 'zxx']);

/** A language in small letters, such as `en`, with a script or country where there is one: `zh-hans`, `en-us`. */
export function language(value: unknown): Reading<string> {
	const text = (asText(value) ?? '').replace(/_/g, '-').toLowerCase();
	const [, own = '', script, place] = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}))?$/.exec(text) ?? [];
	if (own === '' || NO_LANGUAGES.has(own) || LANGUAGES.of(own) === undefined) return { fault: `${shown(value)} is no language. Give its code by ISO 639, ${EXAMPLE}` };
	const present = new Intl.Locale(own).language;
	if (present !== own) return { fault: `${shown(value)} is not how the language is written now. Give ${text.replace(own, present)}` };
	if (script !== undefined && SCRIPTS.of(`${script[0]?.toUpperCase()}${script.slice(1)}`) === undefined) return { fault: `${shown(value)} names a script that there is not. Give a language ${EXAMPLE}` };
	const read = place === undefined ? undefined : country(place);
	return read !== undefined && 'fault' in read ? { fault: `${shown(value)} names a country that there is not. Give a language ${EXAMPLE}` } : { value: text };
}
